"""Words with what stands between them, and the form in which only their letters count.

Sources: the words of UAX #29, chapter 4, as ``words`` has them; the Unicode Character Database
(UAX #44) for marks, digits and quotation marks. Nothing here drops a letter: joined, the pieces
are the text.
"""

import re
import unicodedata
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import cache

from articles.arabic.letters import COMBINING, INVISIBLE, MARKS, TATWEEL

_SEATS = "\u0653\u0654\u0655"  # maddah and hamza: spelling, not vowels
_SHOWN_ELSEWHERE = _SEATS + INVISIBLE
_RIDING = "".join(sorted({*MARKS, *INVISIBLE, *COMBINING, *_SEATS}))
_LETTER = rf"[^\W_{TATWEEL}][{re.escape(_RIDING + TATWEEL)}]*+"
_WORD = rf"[{TATWEEL}]*+(?:{_LETTER})++(?:[.,:'’/\-_@+&٫٬](?:{_LETTER})++)*+"
_SIGN = rf".(?:[{re.escape(_RIDING)}]|(?<=\u200d)[^\w\s])*+"  # a family of emoji is one sign
_PIECE = re.compile(rf"{_WORD}|\s+|{TATWEEL}+|{_SIGN}", re.DOTALL)

_DOUBLE_QUOTES = "«»“”„‟〝〞＂"
_SINGLE_QUOTES = "‹›‘’‚‛＇"


class Shape(StrEnum):
    """What two texts may differ in that say the same."""

    MARKS = "marks"
    TATWEEL = "tatweel"
    DIGITS = "digits"
    QUOTES = "quotes"
    SPACES = "spaces"


ALL_SHAPES = frozenset(Shape)
NO_SHAPES: frozenset[Shape] = frozenset()

_FOLDED: dict[Shape, dict[int, str]] = {
    Shape.MARKS: {ord(mark): "" for mark in MARKS if mark not in _SHOWN_ELSEWHERE},
    Shape.TATWEEL: {ord(TATWEEL): ""},
    Shape.DIGITS: {
        **{ord(d): str(at) for row in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for at, d in enumerate(row)},
        ord("٫"): ".", ord("٬"): ",", ord("٪"): "%",
    },
    Shape.QUOTES: {
        **{ord(quote): '"' for quote in _DOUBLE_QUOTES},
        **{ord(quote): "'" for quote in _SINGLE_QUOTES},
    },
    Shape.SPACES: {},  # they stand between words: who compares words leaves them out
}  # fmt: skip


def pieces_of(text: str) -> list[str]:
    """Words, white space and single signs in order; joined they are the text to the letter.

    Marks, tatweel and joiners belong to their word; 12.5, F-16 and l’été are one word each.
    """
    return _PIECE.findall(text)


def is_word(piece: str) -> bool:
    """Whether one of ``pieces_of`` is a word, not white space or a sign."""
    return any(letter.isalnum() for letter in piece if letter != TATWEEL)


def without_shapes(text: str, shapes: AbstractSet[Shape] = ALL_SHAPES) -> str:
    """The text but for marks, tatweel, and the shapes of digits and of quotation marks.

    Letters stay as spelled, hamza with them; so do commas, spaces and invisible characters.
    Double quotation marks stay other than single ones: 5' is no 5". With ``shapes`` those alone
    are left out.
    """
    return unicodedata.normalize("NFC", text).translate(_table(frozenset(shapes)))


@cache
def _table(shapes: frozenset[Shape]) -> dict[int, str]:
    return {letter: kept for shape in shapes for letter, kept in _FOLDED[shape].items()}
