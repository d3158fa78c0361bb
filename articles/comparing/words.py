"""Two lines word by word: runs of words that were kept, deleted or inserted."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from itertools import groupby, takewhile
from operator import attrgetter
from typing import Literal

from articles.arabic.shapes import NO_SHAPES, Shape, is_word, pieces_of, without_shapes
from articles.body.parts import Word
from articles.comparing.matching import Effort, Pair, matching

type Shapes = AbstractSet[Shape]

# A kept run shows so many words at each end before it may be folded: two lines on a phone.
_SHOWN = 12


class Kind(StrEnum):
    """What became of words."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words that share their fate and their style.

    ``old`` is what the older text says here and ``new`` what the newer one does: the one is empty
    in an inserted run, the other in a deleted one. In a kept run they are the same, but for the
    shapes that the comparison was asked to hide.
    """

    kind: Kind
    old: str
    new: str
    style: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What to draw."""
        return self.old if self.kind == Kind.DELETED else self.new

    @property
    def is_strong(self) -> bool:
        return "strong" in self.style

    @property
    def is_emphasised(self) -> bool:
        return "em" in self.style

    @property
    def link(self) -> str:
        """The address that the words lead to; empty when they are no link."""
        named = (name for name in self.style if name.startswith("a href="))
        return unescape(next(named, "")[len('a href="') : -1])

    @property
    def folded(self) -> tuple[str, str, str] | None:
        """Beginning, middle and end of a long kept run, joined its text; None of any other."""
        pieces = pieces_of(self.text)
        places = [at for at, piece in enumerate(pieces) if is_word(piece)]
        if self.kind != Kind.KEPT or len(places) <= 3 * _SHOWN:
            return None
        first, last = places[_SHOWN], places[-_SHOWN]
        return "".join(pieces[:first]), "".join(pieces[first:last]), "".join(pieces[last:])


# What became of a word, and how the older and the newer text spell it.
type _Step = tuple[Kind, Word | None, Word | None]


def runs(
    old: Sequence[Word],
    new: Sequence[Word],
    *,
    hide: Shapes = NO_SHAPES,
    effort: Effort | None = None,
) -> tuple[Run, ...]:
    """The way from the old words to the new ones.

    The ``old`` of all runs, joined, is the old text to the letter, and the ``new`` the new one.
    With ``hide`` a word that differs in those shapes alone is kept, and with ``Shape.SPACES`` the
    white space between two kept words, whatever it is.
    """
    steps = _steps(old, new, effort or Effort(), hide=hide)
    return tuple(
        Run(kind, _joined(group, 1), _joined(group, 2), style)
        for (kind, style), group in (
            (key, list(steps)) for key, steps in groupby(_sorted_out(steps), key=_fate_and_style)
        )
    )


def changed_words(way: Iterable[Run]) -> int:
    """How many words differ; a word in the place of another is one, and so are changed signs."""
    regions = groupby(way, key=lambda run: run.kind == Kind.KEPT)
    return sum(_size(list(region)) for is_kept, region in regions if not is_kept)


def key_of(word: Word) -> tuple[str, tuple[str, ...]]:
    """What two words share that stand for one another: letters and style, not shapes."""
    return without_shapes(word.text), word.style


def _steps(
    old: Sequence[Word], new: Sequence[Word], effort: Effort, *, hide: Shapes
) -> Iterator[_Step]:
    before = (-1, -1)
    for place in [*_matched(old, new, effort), (len(old), len(new))]:
        gap = old[before[0] + 1 : place[0]], new[before[1] + 1 : place[1]]
        is_space = all(word.text.isspace() for side in gap for word in side)
        for step in _gap(*gap):
            word = step[1] or step[2]
            unseen = (is_space and Shape.SPACES in hide) or _is_shape_alone(word, hide)
            yield (Kind.KEPT, *step[1:]) if unseen else step
        if place[0] < len(old):
            was, is_now = old[place[0]], new[place[1]]
            if _say_the_same(was.text, is_now.text, hide):
                yield Kind.KEPT, was, is_now
            else:
                yield from ((Kind.DELETED, was, None), (Kind.INSERTED, None, is_now))
        before = place


def _say_the_same(was: str, now: str, hide: Shapes) -> bool:
    return was == now or (bool(hide) and without_shapes(was, hide) == without_shapes(now, hide))


def _is_shape_alone(word: Word | None, hide: Shapes) -> bool:
    """A tatweel or a mark that stands by itself."""
    return bool(hide and word and not without_shapes(word.text, hide))


def _gap(old: Sequence[Word], new: Sequence[Word]) -> Iterator[_Step]:
    """What stands between two kept words; the white space that it shares is kept as well."""
    first = _shared_space(old, new)
    last = _shared_space(old[first:][::-1], new[first:][::-1])
    yield from ((Kind.KEPT, was, now) for was, now in zip(old[:first], new, strict=False))
    yield from ((Kind.DELETED, word, None) for word in old[first : len(old) - last])
    yield from ((Kind.INSERTED, None, word) for word in new[first : len(new) - last])
    ends = old[len(old) - last :], new[len(new) - last :]
    yield from ((Kind.KEPT, was, now) for was, now in zip(*ends, strict=True))


def _shared_space(old: Sequence[Word], new: Sequence[Word]) -> int:
    """How many pieces of white space both begin with."""
    shared = takewhile(
        lambda pair: pair[0] == pair[1] and pair[0].text.isspace(), zip(old, new, strict=False)
    )
    return sum(1 for _ in shared)


def _matched(old: Sequence[Word], new: Sequence[Word], effort: Effort) -> list[Pair]:
    """The places of words and signs that stand for one another; white space follows them."""
    in_old, in_new = (
        [at for at, word in enumerate(words) if not word.text.isspace()] for words in (old, new)
    )
    pairs = matching([key_of(old[at]) for at in in_old], [key_of(new[at]) for at in in_new], effort)
    kept = _without_islands(pairs, [old[at] for at in in_old], len(in_new))
    return [(in_old[was], in_new[now]) for was, now in kept]


def _without_islands(pairs: list[Pair], old: Sequence[Word], new_length: int) -> list[Pair]:
    """A lone sign between two changes is changed with them: it would only break up the reading."""
    stretches: list[list[Pair]] = []
    for pair in pairs:
        if stretches and stretches[-1][-1] == (pair[0] - 1, pair[1] - 1):
            stretches[-1].append(pair)
        else:
            stretches.append([pair])
    fences = [[(-1, -1)], *stretches, [(len(old), new_length)]]
    kept = []
    for before, stretch, after in zip(fences, stretches, fences[2:], strict=False):
        has_word = any(is_word(old[was].text) for was, _ in stretch)
        between = _is_replaced(before[-1], stretch[0]) and _is_replaced(stretch[-1], after[0])
        if has_word or not between:
            kept += stretch
    return kept


def _is_replaced(before: Pair, after: Pair) -> bool:
    """Whether something on both sides stands between two kept places."""
    return after[0] - before[0] > 1 and after[1] - before[1] > 1


def _sorted_out(steps: Iterable[_Step]) -> Iterator[_Step]:
    """Between kept words, first what was deleted and then what took its place."""
    for is_kept, region in groupby(steps, key=lambda step: step[0] == Kind.KEPT):
        if is_kept:
            yield from region
        else:
            changed = list(region)
            yield from (step for step in changed if step[0] == Kind.DELETED)
            yield from (step for step in changed if step[0] == Kind.INSERTED)


def _fate_and_style(step: _Step) -> tuple[Kind, tuple[str, ...]]:
    word = step[1] or step[2]
    return step[0], word.style if word else ()


def _joined(steps: list[_Step], side: Literal[1, 2]) -> str:
    return "".join(word.text for step in steps if (word := step[side]))


def _size(region: list[Run]) -> int:
    deleted, inserted = (
        sum(is_word(piece) for run in region for piece in pieces_of(text(run)))
        for text in (attrgetter("old"), attrgetter("new"))
    )
    return max(deleted, inserted, 1)
