"""The audit trail: who did what, in one order, each entry sealed by the hash of the one before.

``record`` is called last within a verb's transaction: entry and change come together or not at
all, and the end of the chain, which everybody needs, is locked as short as can be.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files import File
from django.db import models, transaction
from django.utils import timezone

from articles.arabic.words import count_words
from articles.body.text import plain_text
from articles.models import AuditEntry, AuditHead
from articles.permissions import Person

# What an entry shows of a change that nobody may read: a password was set, and no more.
UNSEEN = (None, None)
_LONGEST_NAME = 300
# Made once: json.dumps makes an encoder for each call, which a hundred thousand entries feel.
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

type Changes = Mapping[str, Sequence[Any]]  # {field: (before, after)}


@transaction.atomic
def record(
    verb: str,
    thing: models.Model | None,
    *,
    by: Person | None,
    changes: Changes | None = None,
    called: str | None = None,
) -> AuditEntry:
    """Write an entry at the end of the chain: three statements, kept if the transaction is.

    ``changes`` hold what a reader of the trail may know: no password, no reader's address.
    ``called`` names the thing where its own name says too much. ``by`` is None for a command.
    """
    head, _made = AuditHead.objects.select_for_update().get_or_create(pk=1)
    entry = AuditEntry(
        number=head.number + 1,
        at=timezone.now(),
        verb=verb,
        who=by.pk if by else None,
        who_name=_name_of(by),
        kind=thing._meta.label_lower if thing is not None else "",
        thing=thing.pk if thing is not None else None,
        thing_name=_clean(str(thing or "") if called is None else called)[:_LONGEST_NAME],
        changes={
            field: [plain(side) for side in sides] for field, sides in (changes or {}).items()
        },
        previous_hash=head.hash,
    )
    entry.hash = seal(Content(*(getattr(entry, name) for name in Content._fields)), head.hash)
    entry.save()
    head.number, head.hash = entry.number, entry.hash
    head.save(update_fields=["number", "hash"])
    return entry


class Content(NamedTuple):
    """What the hash of an entry covers, beside the hash before it: all that it says."""

    number: int
    at: datetime
    verb: str
    who: int | None
    who_name: str
    kind: str
    thing: int | None
    thing_name: str
    changes: dict[str, list[Any]]

    def as_dict(self) -> dict[str, Any]:
        """For JSON, the time as UTC."""
        return self._asdict() | {"at": self.at.astimezone(UTC).isoformat(timespec="microseconds")}


def seal(content: Content, previous_hash: str) -> str:
    """SHA-256 of the hash before and the content as canonical JSON (sorted, no spaces, UTF-8)."""
    written = _CANONICAL.encode(content.as_dict())
    return hashlib.sha256(f"{previous_hash}\n{written}".encode()).hexdigest()


def text_digest(body: str) -> dict[str, Any]:
    """A story's body in an entry: how long, and which to the letter; a revision holds the words.

    Forty kilobytes at each save would make the trail larger than the paper.
    """
    digest = hashlib.sha256(body.encode()).hexdigest()
    return {"words": count_words(plain_text(body)), "sha256": digest}


def of_story(changes: Changes) -> dict[str, Sequence[Any]]:
    """Changes of a story's fields, the body by its digest."""
    return {
        field: [text_digest(side or "") for side in sides] if field == "body" else sides
        for field, sides in changes.items()
    }


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The fields of ``after`` that ``before`` has otherwise."""
    return {
        field: (before.get(field), value)
        for field, value in after.items()
        if (before.get(field) or None) != (value or None)
    }


def plain(value: Any) -> Any:
    """A value as JSON keeps it in both databases: text, whole numbers, yes and no, lists of them.

    A number with a fraction is text: databases write it in ways of their own.
    """
    match value:
        case None | bool() | int():
            return value
        case str():
            return _clean(value)
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case File():
            return _clean(value.name or "")
        case models.Model():
            return value.pk
        case Mapping():
            return {str(name): plain(member) for name, member in value.items()}
        case Iterable():
            return [
                _clean(str(member)) if isinstance(member, models.Model) else plain(member)
                for member in value
            ]
        case float():
            return str(value)
    return type(value).__name__


def _name_of(person: Person | None) -> str:
    """«سلمى داغر (salma)»: names may be shared, user names are not."""
    if not isinstance(person, AbstractBaseUser):
        return ""
    username, name = person.get_username(), str(person)
    return _clean(username if name == username else f"{name} ({username})")[:_LONGEST_NAME]


def _clean(text: str) -> str:
    """Without what PostgreSQL takes into no text: NUL, and halves of a character."""
    return str(text).replace("\x00", "").encode("utf-8", "replace").decode()
