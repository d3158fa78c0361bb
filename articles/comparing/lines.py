"""Two bodies line by line: which line became which, and what changed within it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from articles.arabic.shapes import NO_SHAPES, is_word
from articles.arabic.words import count_words
from articles.body.parts import Line, lines_of
from articles.comparing.matching import Effort, matching, rising
from articles.comparing.words import Run, Shapes, changed_words, key_of, runs

# Two lines are one that was edited when they share two fifths of their words: less is a new text,
# which reads better whole than as scattered words. (difflib calls 0.6 of the letters a good match;
# a news paragraph whose figures and verbs were replaced keeps less of its words.)
_ALIKE = 0.4
# A word that stands in more lines than this tells nothing about which line became which.
_TELLING = 4
# So many lines that share the most such words are looked at in full.
_CANDIDATES = 3


class Fate(StrEnum):
    """What became of a line."""

    KEPT = "kept"
    EDITED = "edited"
    MOVED = "moved"  # to here; its words may have changed too
    LEFT = "left"  # from here: it is shown where it went
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line of the older body, of the newer one, or of both, in the order of reading.

    The ``old`` of all, joined, is the older body to the letter, and the ``new`` the newer one.
    """

    fate: Fate
    path: tuple[str, ...]  # the blocks around it, as in ``Line``
    runs: tuple[Run, ...] = ()  # none where a line left
    old: str = ""
    new: str = ""
    was: tuple[str, ...] | None = None  # the blocks that were around it, where they differ
    changes: int = 0  # changed words, and one more for a move or for other blocks around it


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines in a row in which nothing changed, to be opened on demand."""

    lines: tuple[LineChange, ...]

    @property
    def words(self) -> int:
        return sum(count_words(run.new) for line in self.lines for run in line.runs)


def compare_bodies(
    old: str, new: str, *, hide: Shapes = NO_SHAPES, effort: Effort | None = None
) -> tuple[LineChange, ...]:
    """Every line of two clean bodies, each once, and a moved one at both of its places."""
    comparison = _Comparison(lines_of(old), lines_of(new), effort or Effort())
    return tuple(comparison.changes(hide=hide))


def folded(changes: Iterable[LineChange], *, around: int = 1) -> Iterator[LineChange | Fold]:
    """The same lines, with those further than ``around`` from any change folded away."""
    lines = list(changes)
    touched = [at for at, line in enumerate(lines) if line.fate != Fate.KEPT]
    shown = {at + step for at in touched for step in range(-around, around + 1)}
    for is_shown, row in groupby(enumerate(lines), key=lambda numbered: numbered[0] in shown):
        if is_shown:
            yield from (line for _, line in row)
        else:
            yield Fold(tuple(line for _, line in row))


class _Comparison:
    """Finds pairs of lines once, and tells from them what happened."""

    def __init__(self, old: list[Line], new: list[Line], effort: Effort) -> None:
        self.old, self.new, self.effort = old, new, effort
        equal = matching([_key(line) for line in old], [_key(line) for line in new], effort)
        self.went_to = dict(equal)
        self.went_to |= self._alike(self.went_to)
        self.came_from = {now: was for was, now in self.went_to.items()}
        self.in_place = rising(sorted(self.went_to.items()))

    def changes(self, *, hide: Shapes) -> Iterator[LineChange]:
        """Between two lines that stayed, first those that went and then those that came."""
        before = (-1, -1)
        for place in [*self.in_place, (len(self.old), len(self.new))]:
            yield from self._gone(range(before[0] + 1, place[0]))
            for at in range(before[1] + 1, place[1]):
                yield self._told(self.came_from.get(at), at, moved=True, hide=hide)
            if place[1] < len(self.new):
                yield self._told(*place, moved=False, hide=hide)
            before = place

    def _gone(self, places: range) -> Iterator[LineChange]:
        for at in places:
            line = self.old[at]
            if at in self.went_to:
                yield LineChange(Fate.LEFT, line.path, old=line.source)
            else:
                way = runs(line.words, ())
                count = max(changed_words(way), 1)
                yield LineChange(Fate.DELETED, line.path, way, line.source, changes=count)

    def _told(self, was: int | None, now: int, *, moved: bool, hide: Shapes) -> LineChange:
        line = self.new[now]
        if was is None:
            way = runs((), line.words)
            count = max(changed_words(way), 1)
            return LineChange(Fate.INSERTED, line.path, way, new=line.source, changes=count)
        old = self.old[was]
        way = runs(old.words, line.words, hide=hide, effort=self.effort)
        path = old.path if old.path != line.path else None
        count = changed_words(way) + moved + (path is not None)
        fate = Fate.MOVED if moved else Fate.EDITED if count else Fate.KEPT
        source = "" if moved else old.source
        return LineChange(fate, line.path, way, source, line.source, path, count)

    def _alike(self, partners: dict[int, int]) -> dict[int, int]:
        """Lines without a partner that are an edit of one another, or were moved."""
        taken = set(partners.values())
        old = {at: _bag(line) for at, line in enumerate(self.old) if at not in partners}
        new = {at: _bag(line) for at, line in enumerate(self.new) if at not in taken}
        found: dict[int, int] = {}
        used: set[int] = set()
        for _, was, now in sorted(self._candidates(old, new)):
            if was not in found and now not in used and self._are_alike(old[was], new[now]):
                found[was] = now
                used.add(now)
        return found

    def _candidates(
        self, old: dict[int, Counter[str]], new: dict[int, Counter[str]]
    ) -> Iterator[tuple[int, int, int]]:
        """Pairs that share telling words, the more the less their first number."""
        holding: defaultdict[str, list[int]] = defaultdict(list)
        for now, bag in new.items():
            for word in bag:
                holding[word].append(now)
        for was, bag in old.items():
            shared: Counter[int] = Counter()
            for word in bag:
                lines = holding.get(word, ())
                if len(lines) <= _TELLING and self.effort.allows(1 + len(lines)):
                    shared.update(lines)
            yield from ((-count, was, now) for now, count in shared.most_common(_CANDIDATES))

    def _are_alike(self, old: Counter[str], new: Counter[str]) -> bool:
        if not self.effort.allows(len(old)):
            return False
        return 2 * (old & new).total() >= _ALIKE * (old.total() + new.total())


def _key(line: Line) -> object:
    return line.path, tuple(key_of(word) for word in line.words)


def _bag(line: Line) -> Counter[str]:
    """Its words, however often each; a figure is known by what it shows, not by its place."""
    if not line.words:
        return Counter([" ".join(part.partition(" data-place")[0] for part in line.path)])
    return Counter(key_of(word)[0] for word in line.words if is_word(word.text))
