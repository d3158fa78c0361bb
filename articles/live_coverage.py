"""A live story: what happened, hour by hour, before readers at once.

Each verb: permission, lock, change, audit. An entry is public while its story is (``live()``); it
moves the story's date, for readers should know.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles import audit, events, ledger, permissions
from articles.arabic.presentation import ordinary
from articles.body.text import paragraphs
from articles.models import Article, LiveEntry
from articles.permissions import Person
from articles.publishing.refusals import NotReady
from articles.publishing.row import announce, locked, was_public, whole_second

# A page of them; earlier ones stand behind a plain link.
SHOWN: Final = 30
LONGEST: Final = 5000


@dataclass(slots=True)
class Coverage:
    """The entries that a page shows, the newest first."""

    entries: list[LiveEntry]
    pinned: LiveEntry | None
    key: list[LiveEntry]
    has_earlier: bool
    is_over: bool

    @property
    def newest(self) -> int:
        """By which a page asks what came since."""
        keys = [entry.pk for entry in (*self.entries, self.pinned) if entry]
        return max(keys, default=0)

    @property
    def last(self) -> LiveEntry | None:
        return self.entries[-1] if self.entries else None


def coverage(article: Article, *, before: int | None = None) -> Coverage | None:
    """What its page shows, or an earlier page; None of a story that is not covered live."""
    if article.live_since is None:
        return None
    entries = shown(article)
    page = entries.filter(pk__lt=before) if before else entries
    found = list(page[: SHOWN + 1])
    pinned = None
    key: list[LiveEntry] = []
    if before is None:
        marked = list(entries.filter(is_key=True)[:SHOWN])
        pinned = next((e for e in found if e.is_pinned), None) or (
            entries.filter(is_pinned=True).first() if len(found) > SHOWN else None
        )
        key = marked
    rest = [entry for entry in found[:SHOWN] if entry != pinned]
    return Coverage(rest, pinned, key, len(found) > SHOWN, article.live_until is not None)


def shown(article: Article) -> QuerySet[LiveEntry]:
    """What readers may see of it, the newest first; its caller knows that the story is live."""
    return LiveEntry.objects.filter(article=article, taken_back_at=None)


def since(article: Article, newest: int) -> list[LiveEntry]:
    """What came after the entry of that key, the newest first; a page of it at most."""
    return list(shown(article).filter(pk__gt=newest)[:SHOWN])


@transaction.atomic
def begin(article: Article, *, by: Person) -> Article:
    """Tell the story hour by hour from now on; one that had ended goes on."""
    article = _allowed(article, by)
    former = (article.live_since, article.live_until)
    article.live_since = article.live_since or whole_second(timezone.now())
    article.live_until = None
    article.save(update_fields=["live_since", "live_until"])
    audit.record("cover_live", article, by=by, changes={"live_until": (former[1], None)})
    return article


@transaction.atomic
def end(article: Article, *, by: Person) -> Article:
    """Nothing follows: the entries stay, and readers' pages ask no more."""
    article = _covered(article, by)
    article.live_until = whole_second(timezone.now())
    article.save(update_fields=["live_until"])
    audit.record("end_live", article, by=by, changes={"live_until": (None, article.live_until)})
    return article


@transaction.atomic
def add(
    article: Article, body: str, *, by: Person, press: str, headline: str = "", key: bool = False
) -> LiveEntry:
    """Put an entry before readers; the same ``press`` again is the same entry.

    NotReady("entry") without words, "entry_long" for more than a page, "over" once it has ended.
    """
    article = _covered(article, by)
    if sent := LiveEntry.objects.filter(article=article, press=press).first():
        return sent
    if article.live_until is not None:
        raise NotReady("over")
    entry = LiveEntry(
        article=article, at=whole_second(timezone.now()), press=press, is_key=key,
        headline=_line(headline), body=_paragraphs(body), written_by_id=by.pk,
    )  # fmt: skip
    entry.save()
    _told(article, entry.at)
    audit.record("add_entry", entry, by=by, changes={"body": (None, audit.text_digest(entry.body))})
    return entry


@transaction.atomic
def reword(
    entry: LiveEntry, body: str, *, by: Person, headline: str = "", told: str = ""
) -> LiveEntry:
    """Put an entry right. With ``told`` readers hear what was wrong, as of every correction."""
    article = _covered(entry.article, by)
    entry = LiveEntry.objects.select_for_update().get(pk=entry.pk, taken_back_at=None)
    former = (entry.headline, entry.body)
    entry.headline, entry.body = _line(headline), _paragraphs(body)
    now = whole_second(timezone.now())
    words = " ".join(told.split())
    if len(words) > ledger.LONGEST:
        raise NotReady("why_long")
    if words:
        entry.corrected_at = now
        ledger.enter(article, ledger.Told(ledger.Kind.CORRECTION, words), at=now, by=by)
    entry.save()
    if words:
        _told(article, now)
    changes: dict[str, Sequence[Any]] = {"headline": (former[0], entry.headline)}
    changes |= {"body": (audit.text_digest(former[1]), audit.text_digest(entry.body))}
    audit.record("reword_entry", entry, by=by, changes=changes)
    return entry


@transaction.atomic
def pin(entry: LiveEntry, *, by: Person) -> LiveEntry:
    """Let it stand over all others, or no longer; there is one at most."""
    _covered(entry.article, by)
    entry = LiveEntry.objects.select_for_update().get(pk=entry.pk, taken_back_at=None)
    if not entry.is_pinned:
        LiveEntry.objects.filter(article=entry.article_id, is_pinned=True).update(is_pinned=False)
    return _flagged(entry, "is_pinned", by)


@transaction.atomic
def mark_key(entry: LiveEntry, *, by: Person) -> LiveEntry:
    """Let it stand among the key moments, or no longer."""
    _covered(entry.article, by)
    entry = LiveEntry.objects.select_for_update().get(pk=entry.pk, taken_back_at=None)
    return _flagged(entry, "is_key", by)


@transaction.atomic
def take_back(entry: LiveEntry, *, by: Person) -> LiveEntry:
    """Take it from readers; the trail keeps its words."""
    _covered(entry.article, by)
    entry = LiveEntry.objects.select_for_update().get(pk=entry.pk)
    entry.taken_back_at, entry.is_pinned = timezone.now(), False
    entry.save(update_fields=["taken_back_at", "is_pinned"])
    audit.record(
        "take_back_entry", entry, by=by, changes={"body": (audit.text_digest(entry.body), None)}
    )
    return entry


def _flagged(entry: LiveEntry, name: str, by: Person) -> LiveEntry:
    former = getattr(entry, name)
    setattr(entry, name, not former)
    entry.save(update_fields=[name])
    audit.record("mark_entry", entry, by=by, changes={name: (former, not former)})
    return entry


def _allowed(article: Article, by: Person) -> Article:
    article = locked(article)
    if not permissions.may_cover_live(by, article):
        raise PermissionDenied
    return article


def _covered(article: Article, by: Person) -> Article:
    article = _allowed(article, by)
    if article.live_since is None:
        raise NotReady("not_covered")
    return article


def _told(article: Article, moment: datetime) -> None:
    """Readers should know: once they have the story, its date moves."""
    if was_public(article, moment):
        article.updated_at = moment
        article.save(update_fields=["updated_at"])
        announce(events.article_published, article)


def _line(text: str) -> str:
    return ordinary(" ".join(text.split()))[:200]


def _paragraphs(text: str) -> str:
    """What was typed, a paragraph a line, as a body keeps it."""
    if not text.strip():
        raise NotReady("entry")
    if len(text) > LONGEST:
        raise NotReady("entry_long")
    return paragraphs(ordinary(line) for line in text.splitlines())
