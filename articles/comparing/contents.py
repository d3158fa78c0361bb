"""Two contents of a story compared, field by field: what a screen of revisions shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from articles.arabic.shapes import NO_SHAPES, is_word, pieces_of, without_shapes
from articles.body.parts import markup_of, words_of
from articles.comparing.lines import LineChange, compare_bodies
from articles.comparing.matching import Effort
from articles.comparing.words import Kind, Run, Shapes, changed_words, runs
from articles.revisions import EDITABLE

# Read word by word. What is no list either is a choice: a row, a label, an hour.
TEXTS = (
    "kicker", "headline", "short_headline", "slug", "standfirst", "dateline", "source_line",
)  # fmt: skip
LISTS = ("tags", "authors")


@dataclass(frozen=True, slots=True)
class TextChange:
    """A field of words, told in runs."""

    field: str
    runs: tuple[Run, ...]
    changes: int


@dataclass(frozen=True, slots=True)
class BodyChange:
    """The body, told in lines."""

    field: str
    lines: tuple[LineChange, ...]
    changes: int


@dataclass(frozen=True, slots=True)
class ChoiceChange:
    """One thing chosen in the place of another; rows by primary key, nothing as None or ''."""

    field: str
    old: Any
    new: Any
    changes: int = 1


@dataclass(frozen=True, slots=True)
class ListChange:
    """Tags by name or authors by primary key, in their order."""

    field: str
    removed: tuple[Any, ...]
    added: tuple[Any, ...]
    kept: tuple[Any, ...]
    is_reordered: bool

    @property
    def changes(self) -> int:
        """One for each that came or went, and one for another order."""
        return len(self.removed) + len(self.added) + self.is_reordered


type FieldChange = TextChange | BodyChange | ChoiceChange | ListChange


def compare(
    old: Mapping[str, Any], new: Mapping[str, Any], *, hide: Shapes = NO_SHAPES
) -> list[FieldChange]:
    """The fields that differ, in the order of the editing form.

    A difference of the shapes in ``hide`` alone is none. All fields together look at no more than
    ``matching.LOOKS`` words; paragraphs beyond that are told whole, as deleted and inserted.
    """
    effort = Effort()
    told = (
        _field(field, old.get(field), new.get(field), effort, hide=hide)
        for field in EDITABLE
        if (old.get(field) or None) != (new.get(field) or None)
    )
    return [change for change in told if change.changes]


def count(changes: Iterable[FieldChange]) -> int:
    """How many words, choices and members of lists differ."""
    return sum(change.changes for change in changes)


def words_in_and_out(changes: Iterable[FieldChange]) -> tuple[int, int]:
    """How many words of texts and of the body were inserted, and how many deleted."""
    told = {Kind.INSERTED: 0, Kind.DELETED: 0, Kind.KEPT: 0}
    for change in changes:
        for run in _runs_of(change):
            told[run.kind] += sum(map(is_word, pieces_of(run.text)))
    return told[Kind.INSERTED], told[Kind.DELETED]


def _runs_of(change: FieldChange) -> Iterable[Run]:
    if isinstance(change, TextChange):
        return change.runs
    lines = change.lines if isinstance(change, BodyChange) else ()
    return (run for line in lines for run in line.runs)


def _field(field: str, old: Any, new: Any, effort: Effort, *, hide: Shapes) -> FieldChange:
    if field == "body":
        return _body(field, old or "", new or "", effort, hide=hide)
    if field in TEXTS:
        before, after = words_of(old or ""), words_of(new or "")
        way = runs(before, after, hide=hide, effort=effort)
        return TextChange(field, way, changed_words(way))
    if field in LISTS:
        return _list(field, old or [], new or [], hide=hide)
    return ChoiceChange(field, old, new)


def _body(field: str, old: str, new: str, effort: Effort, *, hide: Shapes) -> BodyChange:
    """A difference that no line shows, as between one list and two, counts as one."""
    lines = compare_bodies(old, new, hide=hide, effort=effort)
    changes = sum(line.changes for line in lines)
    return BodyChange(field, lines, changes or int(markup_of(old) != markup_of(new)))


def _list(field: str, old: list[Any], new: list[Any], *, hide: Shapes) -> ListChange:
    def key(member: Any) -> Any:
        return without_shapes(member, hide) if isinstance(member, str) else member

    in_old, in_new = {key(member) for member in old}, {key(member) for member in new}
    kept = tuple(member for member in new if key(member) in in_old)
    stood = [key(member) for member in old if key(member) in in_new]
    return ListChange(
        field,
        removed=tuple(member for member in old if key(member) not in in_new),
        added=tuple(member for member in new if key(member) not in in_old),
        kept=kept,
        is_reordered=stood != [key(member) for member in kept],
    )
