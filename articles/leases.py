"""Who may save a story now: one tab of one person, by a lease that lives as long as it is beaten.

Each change of hands gives a higher number, the fence. Whoever saves shows the number that they were
given: a tab that slept through a change of hands comes back with an old one and can save nothing.
Every verb holds the story's row locked, as those that write it do.
"""

from datetime import datetime, timedelta
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from articles import permissions, revisions
from articles.models import Article, EditLease
from articles.permissions import Person

# A tab beats every 15 s; four beats missed are a tab that is gone. WordPress waits 150 s
# (wp_check_post_lock), and its desks wait for people who closed their computer.
BEAT: Final = timedelta(seconds=15)
STALE: Final = timedelta(seconds=60)


class Held(Exception):
    """Another tab holds the story; ``lease`` says whose."""

    def __init__(self, lease: EditLease) -> None:
        super().__init__(str(lease))
        self.lease = lease


class Overtaken(Exception):
    """The story passed into other hands since; ``lease`` says into whose."""

    def __init__(self, lease: EditLease) -> None:
        super().__init__(str(lease))
        self.lease = lease


def of(article: Article) -> EditLease:
    """The lease of a story; an unsaved one, in nobody's hands, where there never was any."""
    known = EditLease.objects.select_related("holder", "asked_by", "article").filter(
        article=article.pk
    )
    return known.first() or EditLease(article_id=article.pk)


def is_held(lease: EditLease, *, at: datetime | None = None) -> bool:
    """Whether a tab that is alive holds it, of somebody who may still write.

    The window in which a reporter handed the story in may stand open for hours: it keeps nobody.
    """
    if lease.holder is None or lease.beaten_at is None:
        return False
    is_alive = (at or timezone.now()) - lease.beaten_at < STALE
    return is_alive and permissions.may_edit(lease.holder, lease.article)


def joined(stories: QuerySet[Article]) -> QuerySet[Article]:
    """Stories with what ``held_of`` asks of each, in their own query."""
    desk = permissions.desk_accounts().filter(pk=OuterRef("lease__holder"))
    return stories.select_related("lease__holder").annotate(is_held_by_desk=Exists(desk))


def held_of(story: Article, *, at: datetime | None = None) -> EditLease | None:
    """The lease of a story of ``joined``, if it is held as ``is_held`` says."""
    lease: EditLease | None = getattr(story, "lease", None)
    if lease is None or lease.holder is None or lease.beaten_at is None:
        return None
    is_alive = (at or timezone.now()) - lease.beaten_at < STALE
    may_write = story.is_held_by_desk or permissions.is_reporters(story, lease.holder_id)  # type: ignore[attr-defined]
    return lease if is_alive and may_write else None


@transaction.atomic
def ask(
    article: Article, *, by: Person, tab: str, heir_of: str = "", at: datetime | None = None
) -> EditLease:
    """Take the story into this tab if nobody has it; Held otherwise, and nothing has changed.

    ``heir_of`` names the tab that this one is the next page of: a page that was loaded again takes
    over from itself. Any other tab of the same person takes the story only by ``take_over``.
    """
    lease, now = _locked(article, by), at or timezone.now()
    own = lease.holder_id == by.pk
    if own and lease.tab == tab:
        return _beaten(lease, now)
    if is_held(lease, at=now) and not (own and heir_of and lease.tab == heir_of):
        raise Held(lease)
    return _given(lease, by, tab, now)


@transaction.atomic
def ask_for(article: Article, *, by: Person) -> EditLease:
    """Let the holder know who would like to have the story."""
    lease = _locked(article, by)
    if lease.holder_id not in {None, by.pk}:
        lease.asked_by_id = by.pk
        lease.save(update_fields=["asked_by"])
    return lease


@transaction.atomic
def beat(
    article: Article,
    *,
    by: Person,
    tab: str,
    fence: int,
    typed: bool = False,
    at: datetime | None = None,
) -> EditLease:
    """Say that the tab is alive, and ``typed`` that somebody writes in it; or raise Overtaken."""
    lease, now = _locked(article, by), at or timezone.now()
    if lease.fence != fence or (lease.holder_id, lease.tab) != (by.pk, tab):
        raise Overtaken(lease)
    if typed:
        lease.last_typed_at = now
    return _beaten(lease, now)


@transaction.atomic
def take_over(article: Article, *, by: Person, tab: str, at: datetime | None = None) -> EditLease:
    """Take the story from whoever has it; what they had saved is kept among the revisions."""
    lease = _locked(article, by)
    if lease.holder_id is not None and lease.tab != tab:
        revisions.begin_sitting(article, by=by)
    return _given(lease, by, tab, at or timezone.now())


@transaction.atomic
def let_go(article: Article, *, by: Person, tab: str, fence: int) -> EditLease:
    """Give the story back; a tab that has lost it already changes nothing."""
    lease = _locked(article, by)
    if lease.fence == fence and (lease.holder_id, lease.tab) == (by.pk, tab):
        lease.holder = None
        lease.save(update_fields=["holder"])
    return lease


def check(article: Article, *, by: Person, fence: int) -> None:
    """Raise Overtaken unless the fence is the last one given, to this person.

    One that was let go is still good while nobody has taken the story: the words of a page that
    closes may arrive after the news of its closing. The caller holds the article's row locked.
    """
    lease = of(article)
    if lease.fence != fence or lease.holder_id not in {None, by.pk}:
        raise Overtaken(lease)


def _locked(article: Article, by: Person) -> EditLease:
    row = Article.objects.select_for_update().get(pk=article.pk)
    if not permissions.may_edit(by, row):
        raise PermissionDenied
    return of(row)


def _given(lease: EditLease, by: Person, tab: str, now: datetime) -> EditLease:
    lease.holder_id = by.pk
    lease.tab = tab
    lease.fence += 1
    lease.taken_at = lease.beaten_at = now
    lease.last_typed_at = None
    lease.asked_by = None
    lease.save()
    return of(Article(pk=lease.article_id))


def _beaten(lease: EditLease, now: datetime) -> EditLease:
    lease.beaten_at = now
    lease.save(update_fields=["beaten_at", "last_typed_at"])
    return lease
