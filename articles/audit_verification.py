"""Whether the audit trail is whole: no entry was changed, taken out, put in or moved by SQL."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from articles.audit import Content, seal
from articles.models import AuditEntry, AuditHead

# Rows in memory at a time, however long the trail.
_AT_A_TIME = 2000


class Broken(Exception):
    """The chain is broken; ``number`` is the first entry that is not as it was written."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"{number}: {reason}")
        self.number, self.reason = number, reason


class Entry(NamedTuple):
    """An entry that stands rightly in its place."""

    content: Content
    previous_hash: str
    hash: str


def verified() -> Iterator[Entry]:
    """Every entry in its order once it is found whole; Broken at the first that is not.

    What others write meanwhile is read too. Somebody who may write every table and recomputes all
    hashes from some entry on is found by comparing with an export kept elsewhere, not here.
    """
    head = AuditHead.objects.filter(pk=1).first() or AuditHead()
    number, before = 0, ""
    for entry in _entries():
        number += 1
        _check(entry, number, before)
        before = entry.hash
        if number == head.number and before != head.hash:
            raise Broken(number, "is not the entry that was written last")
        yield entry
    if number < head.number:
        raise Broken(number + 1, "is missing, and all that followed")


def _check(entry: Entry, number: int, before: str) -> None:
    if entry.content.number != number:
        raise Broken(number, "is missing")
    if entry.previous_hash != before:
        raise Broken(number, "does not follow the entry before it")
    if seal(entry.content, before) != entry.hash:
        raise Broken(number, "was changed")


def _entries() -> Iterator[Entry]:
    rows: Any = AuditEntry.objects.order_by("number")
    fields = (*Content._fields, "previous_hash", "hash")
    for *content, previous_hash, own_hash in rows.values_list(*fields).iterator(_AT_A_TIME):
        yield Entry(Content(*content), previous_hash, own_hash)
