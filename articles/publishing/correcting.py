"""What readers see is corrected at once, past a rewrite that waits."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles import audit, events, permissions, publications, revisions, workflow
from articles.merging.contents import Choice, Undecided, merge, resolve
from articles.models import Article, Revision
from articles.permissions import Person
from articles.publishing.readiness import lacking, refuse
from articles.publishing.refusals import Collides
from articles.publishing.row import announce, keep_findable, locked, was_public, whole_second

State = Article.State


@transaction.atomic
def correct(
    article: Article,
    correction: Mapping[str, Any],
    *,
    by: Person,
    choices: Mapping[str, Choice] | None = None,
    tell_readers: bool = False,
) -> Article:
    """Change fields of the live text at once, past a rewrite that waits in the working copy.

    ``correction`` holds fields as they shall be, of what readers see now. It is merged into the
    rewrite too, whose publication undoes none of it. Where both changed the same words, Collides
    carries the conflicts and nothing has happened; ``choices`` then decide what stays in the
    rewrite, by ``Conflict.key``: of its sides the correction is mine and the rewrite theirs.
    """
    article = locked(article)
    if not permissions.may_correct(by, article):
        raise PermissionDenied
    if article.state != State.PUBLISHED:
        raise workflow.WrongState(article.state, State.PUBLISHED)
    live = revisions.content_of(article)
    corrected = revisions.corrected(live, correction)
    if corrected == live:
        return article
    refuse(*lacking(Revision(content=corrected)))
    _merge_into_rewrite(article, live, corrected, choices or {})
    now = timezone.now()
    before, former = publications.standing(article, now), article.live_revision_id
    article.live_revision = revisions.keep_correction(article, corrected, by=by)
    if tell_readers and was_public(article, now):
        article.updated_at = whole_second(now)
    revisions.project(article, corrected)
    publications.follow(article, before, now)
    keep_findable(article)
    announce(events.article_published, article)
    changes = audit.of_story(audit.differences(live, corrected))
    changes["revision"] = (former, article.live_revision_id)
    audit.record("correct", article, by=by, changes=changes)
    return article


def _merge_into_rewrite(
    article: Article,
    live: revisions.Content,
    corrected: revisions.Content,
    choices: Mapping[str, Choice],
) -> None:
    rewrite = revisions.waiting_copy(article)
    if rewrite is None:
        return
    merged = merge(live, corrected, rewrite.content)
    try:
        # Choices made before a collision went away answer nothing any more.
        content = resolve(merged, choices if merged.conflicts else {})
    except Undecided as refusal:
        raise Collides(*merged.conflicts) from refusal
    revisions.keep_working_copy(article, content, by=rewrite.by)
