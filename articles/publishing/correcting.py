"""What readers see is corrected at once, past a rewrite that waits."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles import audit, events, ledger, permissions, publications, revisions, workflow
from articles.merging.contents import Choice
from articles.models import Article, Revision
from articles.permissions import Person
from articles.publishing import waiting
from articles.publishing.readiness import held, lacking, refuse
from articles.publishing.row import announce, keep_findable, locked, was_public, whole_second

State = Article.State


@transaction.atomic
def correct(
    article: Article,
    correction: Mapping[str, Any],
    *,
    by: Person,
    choices: Mapping[str, Choice] | None = None,
) -> Article:
    """Change fields of the live text at once, past a rewrite that waits in the working copy.

    ``correction`` holds fields as they shall be, of what readers see now, and what they shall be
    told of it: an error without its words raises NotReady("told_text"). It is merged into the
    rewrite too, and into changes that wait for their hour: publishing these undoes none of it.
    Where both changed the same words, Collides carries the conflicts and nothing has happened;
    ``choices`` then decide what stays there, by ``Conflict.key``: of its sides the correction is
    mine and what waits theirs.
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
    told = ledger.told_of(correction)
    refuse(*lacking(Revision(content=corrected | told.in_content())), *held(article))
    _merge_into_waiting(article, live, corrected, choices or {})
    now = timezone.now()
    before, former = publications.standing(article, now), article.live_revision_id
    article.live_revision = revisions.keep_beside(article, corrected, by=by)
    is_told = bool(told.kind) and was_public(article, now)
    if is_told:
        article.updated_at = whole_second(now)
    revisions.project(article, corrected)
    publications.follow(article, before, now)
    changes = audit.of_story(audit.differences(live, corrected))
    if is_told:
        changes |= told.in_trail()
        ledger.enter(
            article, told, at=whole_second(now), by=by, fields=changes,
            revision=article.live_revision,
        )  # fmt: skip
    keep_findable(article)
    announce(events.article_published, article)
    changes["revision"] = (former, article.live_revision_id)
    audit.record("correct", article, by=by, changes=changes)
    return article


def _merge_into_waiting(
    article: Article,
    live: revisions.Content,
    corrected: revisions.Content,
    choices: Mapping[str, Choice],
) -> None:
    """Bring the correction into the rewrite and into the changes that wait for their hour."""
    rewrite, scheduled = revisions.waiting_copy(article), article.scheduled_revision
    copies = [copy for copy in (rewrite, scheduled) if copy is not None]
    contents = [copy.content for copy in copies]
    for copy, content in zip(
        copies, waiting.brought_into(contents, live, corrected, choices), strict=True
    ):
        if copy is rewrite:
            revisions.keep_working_copy(article, content, by=rewrite.by)
        else:
            waiting.keep_waiting(article, content)
