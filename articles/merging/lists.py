"""Lists of tags and of authors, each member once: who came and who went on either side."""

from collections import defaultdict
from collections.abc import Hashable, Sequence

type Members = Sequence[Hashable]


class OrderClash(Exception):
    """Both sides put the members that stay into an order of their own."""


def merge_lists(
    base: Members, mine: Members, theirs: Members, *, is_ordered: bool = True
) -> list[Hashable]:
    """Without whom either side took out, with whom either put in, behind whom it put them.

    Where both put somebody into one place, the order follows from the names, not from the sides.
    Two new orders of those who stay raise OrderClash; where no order counts, the base's is kept.
    """
    stays = set(base) & set(mine) & set(theirs)
    came: defaultdict[Hashable, list[list[Hashable]]] = defaultdict(list)
    for side in (mine, theirs):
        for before, members in _arrivals(side, stays, set(base)).items():
            came[before].append(members)
    merged: list[Hashable] = []
    for member in (None, *_order(base, mine, theirs, stays, is_ordered=is_ordered)):
        merged += [] if member is None else [member]
        for members in sorted(came[member], key=lambda some: [str(one) for one in some]):
            merged += members
    return list(dict.fromkeys(merged))


def _order(
    base: Members, mine: Members, theirs: Members, stays: set[Hashable], *, is_ordered: bool
) -> tuple[Hashable, ...]:
    was, one, other = (
        tuple(dict.fromkeys(member for member in side if member in stays))
        for side in (base, mine, theirs)
    )
    if one in (was, other):
        return other
    if other == was:
        return one
    if not is_ordered:
        return was
    raise OrderClash


def _arrivals(
    side: Members, stays: set[Hashable], known: set[Hashable]
) -> dict[Hashable, list[Hashable]]:
    """New members by the one that stays before them; by None at the beginning."""
    before: Hashable = None
    arrivals: defaultdict[Hashable, list[Hashable]] = defaultdict(list)
    for member in side:
        if member in stays:
            before = member
        elif member not in known:
            arrivals[before].append(member)
    return arrivals
