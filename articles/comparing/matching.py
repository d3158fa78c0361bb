"""Which items of two sequences belong together, found within a bounded effort.

First what both hold once (Bram Cohen's patience diff), then, between those, ``difflib``. The
libraries that offer the first, patiencediff and merge3, are under the GPL and stay outside; alone,
``difflib`` looks at each pair of equal words in every step of its search, millions in a long story.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise

type Pair = tuple[int, int]
type _Stretch = tuple[int, int, int, int]  # old from, old to, new from, new to

# A story of 5,000 words takes some 5,000 when all were replaced, and 25,000 when each tenth was:
# four times that is room for the longest read, and an answer while the editor waits.
LOOKS = 100_000


class Effort:
    """How often one comparison may still look at an item; what is too dear is left unmatched."""

    def __init__(self, looks: int = LOOKS) -> None:
        self.left = looks

    def allows(self, looks: int) -> bool:
        """Take so many looks, or none when fewer are left."""
        if looks > self.left:
            return False
        self.left -= looks
        return True


def matching(
    old: Sequence[Hashable], new: Sequence[Hashable], effort: Effort | None = None
) -> list[Pair]:
    """Places of equal items, rising on both sides; fewer than there are when effort runs out."""
    effort = effort or Effort()
    pairs: list[Pair] = []
    todo: list[_Stretch] = [(0, len(old), 0, len(new))]
    while todo:
        stretch = todo.pop()
        if not effort.allows(stretch[1] - stretch[0] + stretch[3] - stretch[2]):
            continue
        ends, inner = _equal_ends(old, new, stretch)
        pairs += ends
        if inner[0] == inner[1] or inner[2] == inner[3]:
            continue
        anchors = _held_once(old, new, inner)
        if anchors:
            pairs += anchors
            todo += _between(anchors, inner)
        else:
            pairs += _longest_first(old, new, inner, effort)
    return sorted(pairs)


def rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The most of some pairs, in the order of their first places, whose second places rise too."""
    tails: list[int] = []  # the least second place that ends a row of each length
    ends: list[int] = []  # which pair that is
    before: list[int] = []
    for at, (_, second) in enumerate(pairs):
        length = bisect_left(tails, second)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [second]
        ends[length : length + 1] = [at]
    row, at = [], ends[-1] if ends else -1
    while at >= 0:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]


def _equal_ends(
    old: Sequence[Hashable], new: Sequence[Hashable], stretch: _Stretch
) -> tuple[list[Pair], _Stretch]:
    old_from, old_to, new_from, new_to = stretch
    pairs = []
    while old_from < old_to and new_from < new_to and old[old_from] == new[new_from]:
        pairs.append((old_from, new_from))
        old_from, new_from = old_from + 1, new_from + 1
    while old_from < old_to and new_from < new_to and old[old_to - 1] == new[new_to - 1]:
        old_to, new_to = old_to - 1, new_to - 1
        pairs.append((old_to, new_to))
    return pairs, (old_from, old_to, new_from, new_to)


def _held_once(old: Sequence[Hashable], new: Sequence[Hashable], stretch: _Stretch) -> list[Pair]:
    old_from, old_to, new_from, new_to = stretch
    in_old, in_new = Counter(old[old_from:old_to]), Counter(new[new_from:new_to])
    places = {new[at]: at for at in range(new_from, new_to) if in_new[new[at]] == 1}
    return rising(
        [
            (at, places[old[at]])
            for at in range(old_from, old_to)
            if old[at] in places and in_old[old[at]] == 1
        ]
    )


def _between(anchors: list[Pair], stretch: _Stretch) -> list[_Stretch]:
    old_from, old_to, new_from, new_to = stretch
    fences = [(old_from - 1, new_from - 1), *anchors, (old_to, new_to)]
    return [
        (before[0] + 1, after[0], before[1] + 1, after[1]) for before, after in pairwise(fences)
    ]


def _longest_first(
    old: Sequence[Hashable], new: Sequence[Hashable], stretch: _Stretch, effort: Effort
) -> list[Pair]:
    old_from, old_to, new_from, new_to = stretch
    matcher = _Bounded(old[old_from:old_to], new[new_from:new_to], effort)
    return [
        (old_from + block.a + step, new_from + block.b + step)
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]


class _Bounded(SequenceMatcher[Hashable]):
    """A matcher that pays for each search before it makes it."""

    a: Sequence[Hashable]
    b2j: dict[Hashable, list[int]]  # documented by difflib, missing in its types

    def __init__(self, old: Sequence[Hashable], new: Sequence[Hashable], effort: Effort) -> None:
        self.effort = effort
        super().__init__(None, old, new, autojunk=False)

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        """The longest match; an empty one when looking for it costs too much."""
        equal = (len(self.b2j.get(item, ())) for item in self.a[alo:ahi])
        if not self.effort.allows(sum(1 + count for count in equal)):
            return Match(alo, blo, 0)
        return super().find_longest_match(alo, ahi, blo, bhi)
