"""Contents of a story merged field by field, and their conflicts decided by a person."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from articles.comparing.contents import LISTS
from articles.merging.bodies import Clash, merge_bodies
from articles.merging.lists import OrderClash, merge_lists
from articles.revisions import EDITABLE


class Side(StrEnum):
    """Whose words a person takes."""

    BASE = "base"
    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Written:
    """Words, or a choice, that a person put in the place of all three."""

    value: Any


type Choice = Side | Written


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed, each whole; of a body, the blocks that both changed."""

    field: str
    base: Any
    mine: Any
    theirs: Any
    place: int | None = None  # which part of the body

    @property
    def key(self) -> str:
        """Names it in a form; a choice made on other words never answers it."""
        said = json.dumps([self.base, self.mine, self.theirs], default=str)
        where = self.field if self.place is None else f"{self.field}-{self.place}"
        return f"{where}-{hashlib.sha256(said.encode()).hexdigest()[:12]}"


class Undecided(Exception):
    """Some conflicts have no choice, or a choice answers none of them; ``keys`` name both."""

    def __init__(self, *keys: str) -> None:
        super().__init__(", ".join(keys))
        self.keys = keys


@dataclass(frozen=True, slots=True)
class Merged:
    """What could be merged; a field in conflict, or a part of the body, says what the base said."""

    content: dict[str, Any]
    conflicts: tuple[Conflict, ...]
    parts: tuple[str | Conflict, ...] = ()  # of the body


def merge(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Merged:
    """Both changes of the base in one content; what cannot be is a conflict that holds all sides.

    A field changed on one side is taken from it, and one changed alike is no conflict. Bodies merge
    by block, tags and authors by member. A field that a side does not name is as in the base. Which
    side is mine makes no difference but for the sides of the conflicts.
    """
    content: dict[str, Any] = {}
    conflicts: list[Conflict] = []
    parts: tuple[str | Conflict, ...] = ()
    named = {*base, *mine, *theirs}
    # Conflicts come in the order of the form: PostgreSQL gives JSON back in an order of its own.
    for field in (*(name for name in EDITABLE if name in named), *sorted(named - {*EDITABLE})):
        was = base.get(field)
        one, other = mine.get(field, was), theirs.get(field, was)
        if one == other or other == was:
            content[field] = one
        elif one == was:
            content[field] = other
        elif field == "body":
            parts = _parts(was or "", one or "", other or "")
            conflicts += [part for part in parts if isinstance(part, Conflict)]
            content[field] = _body(parts, {})
        else:
            content[field], clashing = _merged_field(field, was, one, other)
            conflicts += clashing
    return Merged(content, tuple(conflicts), parts)


def resolve(merged: Merged, choices: Mapping[str, Choice]) -> dict[str, Any]:
    """The content with each conflict decided; ``choices`` go by ``Conflict.key``.

    Raises Undecided unless every conflict has a choice and every choice a conflict.
    """
    known = {conflict.key: conflict for conflict in merged.conflicts}
    if known.keys() != choices.keys():
        raise Undecided(*sorted(known.keys() ^ choices.keys()))
    decided = {
        conflict.field: _chosen(conflict, choices[key])
        for key, conflict in known.items()
        if conflict.place is None
    }
    if merged.parts:
        decided["body"] = _body(merged.parts, choices)
    return merged.content | decided


def _merged_field(field: str, was: Any, one: Any, other: Any) -> tuple[Any, list[Conflict]]:
    conflict = Conflict(field, was, one, other)
    if field not in LISTS:
        return was, [conflict]
    try:
        # Tags have no order of their own: the database gives them back in any.
        members = (was or [], one or [], other or [])
        return merge_lists(*members, is_ordered=field != "tags"), []
    except OrderClash:
        return was, [conflict]


def _parts(base: str, mine: str, theirs: str) -> tuple[str | Conflict, ...]:
    return tuple(
        Conflict("body", part.base, part.mine, part.theirs, place)
        if isinstance(part, Clash)
        else part
        for place, part in enumerate(merge_bodies(base, mine, theirs))
    )


def _body(parts: tuple[str | Conflict, ...], choices: Mapping[str, Choice]) -> str:
    return "".join(
        part if isinstance(part, str) else _chosen(part, choices.get(part.key, Side.BASE))
        for part in parts
    )


def _chosen(conflict: Conflict, choice: Choice) -> Any:
    if isinstance(choice, Written):
        return choice.value
    return {Side.BASE: conflict.base, Side.MINE: conflict.mine, Side.THEIRS: conflict.theirs}[
        choice
    ]
