"""Differences of two contents as a screen shows them: fields, rows and choices by their names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import house_style
from articles.body.text import picture_ids
from articles.comparing.contents import (
    BodyChange,
    ChoiceChange,
    FieldChange,
    ListChange,
    TextChange,
)
from articles.comparing.lines import Fate, Fold, LineChange, folded
from articles.comparing.words import Run
from articles.languages import NAMES
from articles.models import Article, Author, Category, Correction, Picture, Series, Video

_CALLED: dict[str, Promise] = {
    "tags": gettext_lazy("tags"),
    "authors": gettext_lazy("authors"),
    "publish_at": gettext_lazy("publish at"),
    "told": gettext_lazy("what readers are told of the change"),
    "told_text": gettext_lazy("in these words"),
}
_ROWS: dict[str, Any] = {
    "category": Category, "video": Video, "authors": Author, "series": Series,
    "translation_of": Article,
}  # fmt: skip
_SHOWN_AS = {
    "h2": "heading", "h3": "heading", "li": "item", "blockquote": "quote", "td": "cell",
    "th": "cell", "figure": "figure",
}  # fmt: skip
_NOTES = {
    Fate.MOVED: gettext_lazy("moved here"),
    Fate.LEFT: gettext_lazy("from here it was moved"),
}


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the body: what became of it, as what it is set, and which change it is."""

    fate: Fate
    runs: tuple[Run, ...]
    shown_as: str
    note: str = ""
    pictures: tuple[Picture, ...] = ()
    place: int = 0  # the how-manieth change of the screen; 0 where nothing changed


@dataclass(frozen=True, slots=True)
class ShownFold:
    """Lines without a change, to be opened on demand."""

    lines: tuple[ShownLine, ...]


@dataclass(slots=True)
class Shown:
    """A field that differs. ``kind`` says which of the other attributes it has."""

    name: str
    label: str
    kind: str  # text, body, picture, choice or list
    place: int
    runs: tuple[Run, ...] = ()
    lines: list[ShownLine | ShownFold] = field(default_factory=list)
    old: Any = None
    new: Any = None
    removed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    is_reordered: bool = False
    is_structure: bool = False  # a body in which no line shows what differs


def label_of(name: str) -> str:
    """What the desk calls a field of a content."""
    called = _CALLED.get(name) or Article._meta.get_field(name).verbose_name  # type: ignore[union-attr]
    return str(called)


def shown(changes: Sequence[FieldChange], *, first: int = 1) -> list[Shown]:
    """The changes with the names of everything in them; places are counted from ``first``."""
    drawing = _Drawing(changes, first)
    return [drawing.draw(change) for change in changes]


def count_places(differences: Iterable[Shown]) -> int:
    """How many places there are to go to, one after the other."""
    return sum(
        sum(1 for line in one.lines if isinstance(line, ShownLine) and line.place) or 1
        for one in differences
    )


class _Drawing:
    """Finds the rows of all changes by one query for each kind, and numbers the changes."""

    def __init__(self, changes: Sequence[FieldChange], first: int) -> None:
        self.next = first
        self.pictures = Picture.objects.in_bulk(_picture_keys(changes))
        self.names = {
            name: dict(_named(model.objects.filter(pk__in=_keys(changes, name))))
            for name, model in _ROWS.items()
            if _keys(changes, name)
        }

    def draw(self, change: FieldChange) -> Shown:
        label = label_of(change.field)
        if isinstance(change, BodyChange):
            place = self.next
            lines = [self._part(part) for part in folded(change.lines)]
            is_structure = self.next == place  # the markup alone differs: the field is the change
            self.next += is_structure
            return Shown(change.field, label, "body", place, lines=lines, is_structure=is_structure)
        place, self.next = self.next, self.next + 1
        if isinstance(change, TextChange):
            return Shown(change.field, label, "text", place, runs=change.runs)
        if isinstance(change, ListChange):
            told = (change.removed, change.added, change.kept)
            removed, added, kept = ([self._said(change.field, one) for one in row] for row in told)
            return Shown(
                change.field, label, "list", place,
                removed=removed, added=added, kept=kept, is_reordered=change.is_reordered,
            )  # fmt: skip
        return self._choice(change, label, place)

    def _choice(self, change: ChoiceChange, label: str, place: int) -> Shown:
        if change.field == "lead_picture":
            return Shown(
                change.field, label, "picture", place,
                old=self._picture(change.old), new=self._picture(change.new),
            )  # fmt: skip
        old, new = (self._said(change.field, value) for value in (change.old, change.new))
        return Shown(change.field, label, "choice", place, old=old, new=new)

    def _picture(self, key: Any) -> Picture | str:
        """A picture, or words where there is none."""
        return self.pictures.get(key) or (_("not there any more") if key else "")

    def _said(self, name: str, value: Any) -> str:
        """A value in the words of the desk; empty for none."""
        if value in (None, ""):
            return "" if name != "label" else str(Article.Label.NONE.label)
        if name in _ROWS:
            return self.names[name].get(value) or _("not there any more")
        if name == "label":
            return str(dict(Article.Label.choices).get(value, value))
        if name == "comment_mode":
            return str(dict(Article.CommentMode.choices).get(value, value))
        if name == "language":
            return NAMES.get(value, str(value))
        if name == "told":
            return str(dict(Correction.Kind.choices).get(value, value))
        if name == "publish_at":
            moment = parse_datetime(str(value))
            return house_style.day_and_clock(moment) if moment and moment.tzinfo else str(value)
        return str(value)

    def _part(self, part: LineChange | Fold) -> ShownLine | ShownFold:
        if isinstance(part, Fold):
            return ShownFold(tuple(self._line(line) for line in part.lines))
        return self._line(part)

    def _line(self, line: LineChange) -> ShownLine:
        is_place = line.fate not in {Fate.KEPT, Fate.LEFT}
        place = self.next if is_place else 0
        self.next += is_place
        inner = line.path[-1] if line.path else "p"
        note = _NOTES.get(line.fate) or (_("set in another way") if line.was else "")
        return ShownLine(
            line.fate, line.runs, _SHOWN_AS.get(re.split(r"\W", inner)[0], "paragraph"),
            str(note), tuple(self._pictures(inner)), place,
        )  # fmt: skip

    def _pictures(self, block: str) -> Iterator[Picture]:
        for key in picture_ids(f"<{block}></figure>"):
            if key in self.pictures:
                yield self.pictures[key]


def _named(rows: Iterable[Any]) -> Iterator[tuple[int, str]]:
    return ((row.pk, str(row)) for row in rows)


def _keys(changes: Iterable[FieldChange], name: str) -> set[int]:
    found: set[Any] = set()
    for change in changes:
        if change.field == name and isinstance(change, ChoiceChange):
            found |= {change.old, change.new}
        elif change.field == name and isinstance(change, ListChange):
            found |= {*change.removed, *change.added, *change.kept}
    return {key for key in found if isinstance(key, int)}


def _picture_keys(changes: Iterable[FieldChange]) -> set[int]:
    found = _keys(changes, "lead_picture")
    for change in changes:
        if isinstance(change, BodyChange):
            found |= {*picture_ids("".join(line.old + line.new for line in change.lines))}
    return found
