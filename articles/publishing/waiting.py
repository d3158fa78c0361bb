"""Changes of a live story that wait for their hour, beside the text that readers see."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from articles import audit, events, ledger, permissions, publications, revisions
from articles.merging.contents import Choice, Side, merge, resolve
from articles.models import Article, Revision
from articles.permissions import Person
from articles.publishing.readiness import refuse
from articles.publishing.refusals import Collides, NotReady
from articles.publishing.row import announce, keep_findable, locked, whole_second


def put_off(
    article: Article,
    copy: Revision,
    moment: datetime,
    *,
    by: Person,
) -> Article:
    """Let the working copy wait for ``moment``; what waited before stays among the revisions.

    The caller holds the row locked and has asked for permission and readiness.
    """
    copy.role = Revision.Role.KEPT
    copy.content["publish_at"] = None
    copy.save()
    former = article.scheduled_for
    article.scheduled_revision, article.scheduled_for = copy, moment
    article.save()
    announce(events.article_scheduled, article)
    changes = audit.of_story(revisions.row_changes(article, copy.content))
    changes |= {"scheduled_for": (former, moment), "revision": (None, copy.pk)}
    audit.record("schedule", article, by=by, changes=changes)
    return article


@transaction.atomic
def unschedule(article: Article, *, by: Person) -> Article:
    """Take waiting changes back from the clock: they are the working copy again.

    Raises NotReady("working_copy") where another one has been begun: that one goes first.
    """
    article = locked(article)
    if not permissions.may_set_time(by, article):
        raise PermissionDenied
    copy = article.scheduled_revision
    if copy is None:
        raise NotReady("not_scheduled")
    refuse(*(["working_copy"] if revisions.waiting_copy(article) else []))
    former = article.scheduled_for
    forget(article)
    article.save()
    revisions.keep_working_copy(article, copy.content, by=by)
    audit.record("unschedule", article, by=by, changes={"scheduled_for": (former, None)})
    return article


@transaction.atomic
def let_out(article: Article, *, now: datetime) -> bool:
    """Show readers the changes whose hour has come; False where there is nothing to do.

    A rewrite that was begun meanwhile takes the changes in, keeping its own words where both
    changed the same. A legal hold keeps them back for as long as it lasts.
    """
    article = locked(article)
    copy, hour = article.scheduled_revision, article.scheduled_for
    if copy is None or hour is None or hour > now or article.legal_hold:
        return False
    if rewrite := revisions.waiting_copy(article):
        merged = merge(revisions.content_of(article), copy.content, rewrite.content)
        own_words = dict.fromkeys((conflict.key for conflict in merged.conflicts), Side.THEIRS)
        revisions.keep_working_copy(article, resolve(merged, own_words), by=rewrite.by)
    told, hour = ledger.told_of(copy.content), whole_second(hour)
    if told.kind:
        article.updated_at = hour
    before, former = publications.standing(article, now), article.live_revision_id
    changes = audit.of_story(revisions.row_changes(article, copy.content))
    forget(article)
    article.live_revision = copy
    revisions.project(article, copy.content)
    publications.follow(article, before, now)
    ledger.enter(article, told, at=hour, by=copy.by, fields=changes, revision=copy)
    changes |= {"revision": (former, copy.pk), **told.in_trail()}
    audit.record("let_out", article, by=None, changes=changes)
    keep_findable(article)
    announce(events.article_published, article)
    return True


def forget(article: Article) -> None:
    """Let nothing wait any more, in memory; the copy stays among the revisions."""
    article.scheduled_revision = article.scheduled_for = None


def carry_over(article: Article, shown: revisions.Content, choices: Mapping[str, Choice]) -> None:
    """Bring what readers get now into the changes that wait, so that these undo none of it.

    ``shown`` is the new content of the live row, ``article`` still holds the old one. Raises
    Collides where both changed the same words and ``choices`` do not say which stay.
    """
    copy = article.scheduled_revision
    if copy is None:
        return
    (content,) = brought_into([copy.content], revisions.content_of(article), shown, choices)
    keep_waiting(article, content)


def keep_waiting(article: Article, content: revisions.Content) -> None:
    """Let this content wait in place of what waits, in memory; that stays as it was written."""
    copy = article.scheduled_revision
    if copy is not None and content != copy.content:
        article.scheduled_revision = revisions.keep_beside(article, content, by=copy.by)


def brought_into(
    contents: Sequence[revisions.Content],
    live: revisions.Content,
    shown: revisions.Content,
    choices: Mapping[str, Choice],
) -> list[revisions.Content]:
    """Each content with the change from ``live`` to ``shown`` in it.

    Collides unless ``choices`` decide exactly the conflicts there are; where there are none, they
    are left unread: choices made before a collision went away answer nothing any more.
    """
    shown = revisions.with_its_own_publication(shown, of=live)
    merged = [merge(live, shown, content) for content in contents]
    conflicts = {conflict.key: conflict for one in merged for conflict in one.conflicts}
    if conflicts and conflicts.keys() != choices.keys():
        raise Collides(*conflicts.values())
    return [
        resolve(one, {conflict.key: choices[conflict.key] for conflict in one.conflicts})
        for one in merged
    ]
