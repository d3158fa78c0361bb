"""A proofreader's mark: where it stands, what is wrong there and what would mend it.

Source: places count the code points of the text, as the Unicode Standard (chapter 2.4) and Python
do; a script that counts UTF-16 units converts them.
"""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is wrong; the codes are kept for settings and for the sentences that editors read."""

    FORMS = "forms"  # a letter in the shape that a PDF file drew: ﺍﻟﻌﺮﺑﻴﺔ
    INVISIBLE = "invisible"  # steers direction or shows nothing
    TATWEEL = "tatweel"  # stretches a word: العـــربية
    QUOTE = "quote"  # straight: "نعم"
    QUOTE_ALONE = "quote-alone"  # straight, and its partner is not in the paragraph
    LATIN_SIGN = "latin-sign"  # , ; ? in Arabic prose
    SPACE_BEFORE = "space-before"  # a space before a sign: نعم ، لا
    NO_SPACE_AFTER = "no-space-after"  # none behind it: نعم،لا
    SPACES = "spaces"  # two and more between words
    DIGITS = "digits"  # 12 and ١٢ in one text
    NAME = "name"  # spelled otherwise than the house does
    YEH = "yeh"  # ى where ي is likely, or the other way: فى, حتي
    TEH = "teh"  # ه where ة is likely, or the other way: المدرسه, هذة


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to look at. A missing space has an empty place: it belongs before ``start``."""

    start: int
    end: int
    kind: Kind
    found: str
    fix: str | None = None
    is_safe: bool = False
    """Whether the fix may be applied unseen; of the others a person decides each."""

    def overlaps(self, other: "Mark") -> bool:
        """Whether the two cannot both be mended; neighbours can, two spaces at one place not."""
        if self.start == self.end == other.start == other.end:
            return True
        return self.start < other.end and other.start < self.end


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """The marks by their place, none overlapping: of two that do, the one named first stays."""
    kept: list[Mark] = []
    for mark in marks:
        place = bisect(kept, _place(mark), key=_place)
        # Those kept do not overlap, so only the nearest can be in the way: two before, since one
        # may be an empty place, and one behind.
        if not any(map(mark.overlaps, kept[max(place - 2, 0) : place + 1])):
            kept.insert(place, mark)
    return kept


def applicable(marks: Iterable[Mark]) -> list[tuple[Mark, str]]:
    """Those that have a fix, with it, in their order and without overlaps: the first stays."""
    chosen: list[tuple[Mark, str]] = []
    for mark in sorted(marks, key=_place):
        is_free = not chosen or not (mark.start < chosen[-1][0].end or mark.overlaps(chosen[-1][0]))
        if mark.fix is not None and is_free:
            chosen.append((mark, mark.fix))
    return chosen


def fixed(text: str, marks: Iterable[Mark]) -> str:
    """The text with the fixes of these marks of it; a mark without fix changes nothing.

    Of two that overlap the first in the text is applied, of two at one place the first named.
    """
    done = 0
    pieces: list[str] = []
    for mark, fix in applicable(marks):
        pieces += text[done : mark.start], fix
        done = mark.end
    return "".join((*pieces, text[done:]))


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end
