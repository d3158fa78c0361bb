"""Notes of the desk on a story and its passages: written, answered, settled; readers see none."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles import audit, permissions
from articles.body.proofreading import read
from articles.models import Article, Note
from articles.permissions import Person

# Those of Django's user names (letters, digits, @ . + - _), without a sign that ends a sentence.
_MENTION = re.compile(r"(?<!\S)@([\w.@+-]*\w)")
_LONGEST_PASSAGE, _LONGEST_NOTE = 300, 2000


class SaysNothing(Exception):
    """A note without a word."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A note with its answers; ``is_lost``: the text no longer has the passage."""

    note: Note
    replies: tuple[Note, ...]
    is_lost: bool


@transaction.atomic
def write(article: Article, body: str, *, by: Person, quote: str = "", paragraph: str = "") -> Note:
    """A new note on the story, or on a passage of it that is known by its words."""
    passage = _line(quote)[:_LONGEST_PASSAGE]
    note = _kept(
        by, article=article, body=body, quote=passage, paragraph=_line(paragraph) if passage else ""
    )
    audit.record("note", article, by=by, changes=_numbered(note))
    return note


@transaction.atomic
def answer(note: Note, body: str, *, by: Person) -> Note:
    """An answer to a note or to one of its answers; it opens a settled thread again."""
    first = note.parent or note
    written = _kept(by, article=first.article, body=body, parent=first)
    reopen(first, by=by)  # it may have been settled since it was shown
    audit.record("answer_note", first.article, by=by, changes=_numbered(written))
    return written


@transaction.atomic
def resolve(note: Note, *, by: Person) -> Note:
    """Settle a thread; twice is as once, and who settled it first stays named."""
    first, is_new = _settled(note, by, timezone.now())
    if is_new:
        audit.record("settle_note", first.article, by=by, changes=_numbered(first))
    return first


@transaction.atomic
def reopen(note: Note, *, by: Person) -> Note:
    """Take it up again."""
    first, is_new = _settled(note, by, None)
    if is_new:
        audit.record("reopen_note", first.article, by=by, changes=_numbered(first))
    return first


def threads(article: Article, body: str) -> list[Thread]:
    """The threads of a story under its clean body, the open ones first, each in its order."""
    notes = list(article.notes.select_related("by", "resolved_by").prefetch_related("mentioned"))
    lines = {_line(line) for line in read(body).text.split("\n")}
    told = [
        Thread(
            note=note,
            replies=tuple(other for other in notes if other.parent_id == note.pk),
            is_lost=bool(note.quote) and not any(note.quote in line for line in lines),
        )
        for note in notes
        if note.parent_id is None
    ]
    return sorted(told, key=lambda thread: thread.note.resolved_at is not None)


def pieces(note: Note) -> list[tuple[str, bool]]:
    """The words of a note in their order, and whether each piece mentions somebody."""
    known = {person.get_username() for person in note.mentioned.all()}
    told: list[tuple[str, bool]] = []
    done = 0
    for mention in _MENTION.finditer(note.body):
        if mention[1] in known:
            told += (note.body[done : mention.start()], False), (mention[0], True)
            done = mention.end()
    return [piece for piece in (*told, (note.body[done:], False)) if piece[0]]


def _kept(by: Person, *, article: Article, body: str, **fields: Any) -> Note:
    if not permissions.may_see(by, article):
        raise PermissionDenied
    words = body.replace("\x00", "").replace("\r\n", "\n").strip()[:_LONGEST_NOTE]
    if not words:
        raise SaysNothing
    note = Note.objects.create(article=article, body=words, by_id=by.pk, **fields)
    named = get_user_model().objects.filter(
        username__in=set(_MENTION.findall(words)), is_active=True
    )
    # Whom the story is kept from is not told of it.
    note.mentioned.set([person for person in named if permissions.may_see(person, article)])
    return note


def _settled(note: Note, by: Person, at: datetime | None) -> tuple[Note, bool]:
    """The first note of the thread, and whether it was otherwise before."""
    first = Note.objects.select_for_update().get(pk=note.parent_id or note.pk)
    if not permissions.may_see(by, first.article):
        raise PermissionDenied
    is_new = (first.resolved_at is None) != (at is None)
    if is_new:
        first.resolved_at = at
        first.resolved_by_id = by.pk if at else None
        first.save(update_fields=["resolved_at", "resolved_by"])
    return first, is_new


def _numbered(note: Note) -> audit.Changes:
    """Which note, for the audit trail; its words may be taken back, and are none of it."""
    return {"note": (None, note.pk)}


def _line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())
