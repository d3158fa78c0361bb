"""Bodies merged block by block: what one side changed is taken, what both changed is a clash."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from articles.arabic.shapes import without_shapes
from articles.arabic.words import tokens
from articles.body.parts import blocks_of
from articles.comparing.matching import Pair, matching, rising

# A block that keeps half of its words was edited; with fewer it is another block in its place.
_ALIKE = 0.5
# Where more pairs of blocks than this could be edits of one another, a stretch is one change:
# twenty paragraphs in a row rewritten on one side.
_PAIRS = 400


@dataclass(frozen=True, slots=True)
class Clash:
    """A stretch of blocks that both sides changed, each its own way."""

    base: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class _Change:
    """What one side put in the place of the base's blocks from ``first`` to before ``end``."""

    first: int
    end: int
    blocks: tuple[str, ...]
    is_edit: bool = False  # one block that stayed, with other words
    is_mine: bool = False

    @property
    def leaves_all_standing(self) -> bool:
        """Whether a neighbour still finds the block that it was written beside."""
        return self.is_edit or self.first == self.end

    def meets(self, other: "_Change") -> bool:
        """Whether a person must decide.

        Changes of one block, or of neighbours where one side took a block away or replaced it, or
        where both put one into the same place. An edited block and a new one beside it, or two
        edited neighbours, stay in a clear order and keep what they were written beside.
        """
        last_first, first_end = max(self.first, other.first), min(self.end, other.end)
        if self.is_mine == other.is_mine or last_first > first_end:
            return False
        if last_first < first_end:
            return True
        both_new = self.first == self.end and other.first == other.end
        return both_new or not (self.leaves_all_standing and other.leaves_all_standing)


def merge_bodies(base: str, mine: str, theirs: str) -> list[str | Clash]:
    """Markup of merged blocks, and between it the clashes, in the order of reading."""
    blocks = blocks_of(base)
    changes = [*_changes(blocks, mine, is_mine=True), *_changes(blocks, theirs, is_mine=False)]
    merged: list[str | Clash] = []
    at = 0
    for group in _groups(sorted(changes, key=lambda change: (change.first, change.end))):
        first, end = group[0].first, max(change.end for change in group)
        merged += blocks[at:first]
        merged.append(_decided(blocks, group, first, end))
        at = end
    return [*merged, *blocks[at:]]


def _decided(blocks: list[str], group: list[_Change], first: int, end: int) -> str | Clash:
    was = "".join(blocks[first:end])
    mine, theirs = (
        _applied(blocks, [change for change in group if change.is_mine == is_mine], first, end)
        for is_mine in (True, False)
    )
    if mine == theirs or theirs == was:
        return mine
    return theirs if mine == was else Clash(was, mine, theirs)


def _applied(blocks: list[str], changes: list[_Change], first: int, end: int) -> str:
    parts: list[str] = []
    for change in changes:
        parts += [*blocks[first : change.first], *change.blocks]
        first = change.end
    return "".join([*parts, *blocks[first:end]])


def _groups(changes: list[_Change]) -> list[list[_Change]]:
    """Changes that meet, together; the groups do not overlap."""
    groups: list[list[_Change]] = []
    for change in changes:
        joined = len(groups)
        for at in range(len(groups) - 1, -1, -1):
            end = max(other.end for other in groups[at])
            if end < change.first:
                break
            if change.first < end or any(change.meets(other) for other in groups[at]):
                joined = at
        groups[joined:] = [[*chain.from_iterable(groups[joined:]), change]]
    return groups


def _changes(base: list[str], body: str, *, is_mine: bool) -> Iterator[_Change]:
    side = blocks_of(body)
    equal = matching(base, side)
    for before, after in pairwise([(-1, -1), *equal, (len(base), len(side))]):
        edited = _edited(base, side, before, after)
        for start, end in pairwise([before, *edited, after]):
            new = tuple(side[start[1] + 1 : end[1]])
            if new or start[0] + 1 < end[0]:
                yield _Change(start[0] + 1, end[0], new, is_mine=is_mine)
            if end in edited:
                yield _Change(end[0], end[0] + 1, (side[end[1]],), True, is_mine)


def _edited(base: Sequence[str], side: Sequence[str], before: Pair, after: Pair) -> list[Pair]:
    """Which blocks between two equal ones are the same block with other words."""
    in_base, in_side = range(before[0] + 1, after[0]), range(before[1] + 1, after[1])
    if len(in_base) * len(in_side) > _PAIRS:
        return []
    was = {at: _bag(base[at]) for at in in_base}
    now = {at: _bag(side[at]) for at in in_side}
    best: dict[int, int] = {}
    for at in in_base:
        alike = [other for other in in_side if _are_alike(was[at], now[other])]
        free = [other for other in alike if other not in best.values()]
        if free:
            best[at] = max(free, key=lambda other: (was[at] & now[other]).total())
    return rising(list(best.items()))


def _bag(block: str) -> Counter[str]:
    opening = re.match(r"\s*<[a-z0-9]+", block)
    words = tokens(re.sub(r"<[^>]*>", " ", block))
    return Counter([opening[0].strip() if opening else "", *map(without_shapes, words)])


def _are_alike(was: Counter[str], now: Counter[str]) -> bool:
    """The kind of the block counts as a word on both sides, so it alone makes nothing alike."""
    shared = (was & now).total() - 1
    return shared > 0 and 2 * shared >= _ALIKE * (was.total() + now.total() - 2)
