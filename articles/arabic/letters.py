"""Arabic letters: one form for comparing and searching, one for counting and for addresses.

Sources: the Unicode Character Database (UAX #44) for the marks and the invisible characters, UAX
#15 for NFKC, UAX #9 (rules P2 and P3) for directions. The letters that readers type one for
another are those that light10 folds (أإآ, ى, ة: Larkey, Ballesteros and Connell 2007) with the
Persian and Urdu ones that keyboards put in their place; each was measured on real headlines, see
docs/decisions/0008-search-in-the-database.md.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal

type Direction = Literal["rtl", "ltr"]


def _characters(*ranges: tuple[int, int]) -> str:
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


TATWEEL = "\u0640"

MARKS = _characters(
    (0x0610, 0x061A),  # honorifics and small high signs
    (0x064B, 0x065F),  # harakat, shadda, maddah, hamza above and below
    (0x0670, 0x0670),  # dagger alef
    (0x06D6, 0x06ED),  # Quranic annotation, end of ayah and sajdah with it
    (0x0897, 0x089F),
    (0x08CA, 0x08FF),  # extended Quranic and African marks
    (0xFC5E, 0xFC63),  # presentation forms of harakat: NFKC would put a space in their place
    (0xFCF2, 0xFCF4),
    (0xFE70, 0xFE7F),
)
"""Tashkeel and Quranic marks, one character each, in every encoded form."""

INVISIBLE = _characters(
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x180B, 0x180F),
    (0x200B, 0x200F),  # zero-width space, ZWNJ, ZWJ, LRM, RLM
    (0x202A, 0x202E),  # embeddings and overrides
    (0x2060, 0x206F),  # word joiner, isolates, deprecated shaping controls
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xE0001, 0xE0001),
    (0xE0020, 0xE007F),  # tag characters, good only for smuggling text
    (0xE0100, 0xE01EF),
)
"""Characters that show nothing by themselves: Unicode's ignorable ones that people paste."""

# Letters that readers and keyboards put for one another. Hamza forms made of a carrier and a
# mark need no line here: they come apart under NFKD, and the hamza goes with the marks.
_LETTERS = {
    "ا": "ٱٲٳ",
    "ي": "ىیۍېےؠ",
    "ه": "ةہھەۃ",
    "ك": "کڪ",
    "ن": "ں",
    "": "ٴ",
}
_DIGITS = {str(value): "٠١٢٣٤٥٦٧٨٩"[value] + "۰۱۲۳۴۵۶۷۸۹"[value] for value in range(10)}

_DROPPED = dict.fromkeys(map(ord, MARKS + INVISIBLE + TATWEEL))
_FOLDED = _DROPPED | {
    ord(letter): kept for kept, letters in (_LETTERS | _DIGITS).items() for letter in letters
}
# Maddah, hamza above, hamza below: what makes أ إ آ ؤ ئ of their carriers.
_SEATS = "\u0653\u0654\u0655"
_NOT_DROPPED = dict.fromkeys(map(ord, _SEATS))
_FOLDED_BUT_SEATS = {code: kept for code, kept in _FOLDED.items() if code not in _NOT_DROPPED}
_MARK_FORMS = re.compile("[\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f]")

# Vowels, sukun and dagger alef. Shadda and tanwin fath are left out: ordinary news spells them
# (3 % of the paragraphs of the ANT corpus hold two of any mark, 0.6 % hold two of these).
_HARAKAT = re.compile("[\u064c-\u0650\u0652\u0670]")

# Blocks without such marks (Han, Hangul, symbols) are not walked: 2 ms in place of 200.
COMBINING = "".join(
    mark
    for mark in _characters((0x0300, 0x20FF), (0xA600, 0xABFF), (0xFB1E, 0xFE2F))
    if unicodedata.category(mark).startswith("M") and ord(mark) not in _DROPPED
)
"""Combining marks of the other living scripts. Python's ``\\w`` leaves them out, and a pattern
without them cuts a Hindi word at every vowel sign."""

_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def normalise(text: str) -> str:
    """The one form for comparing and searching; never for showing.

    Marks, tatweel and invisible characters go; أإآٱ→ا, ى→ي, ة→ه, ؤ→و, ئ→ي, Persian ک ی→ك ي;
    digits become ASCII, case is folded, white space is one space between words and none around.
    Folding twice changes nothing.
    """
    # NFKD, not NFKC, so that carriers lose their hamza in the same pass that drops the marks.
    bare = unicodedata.normalize("NFKD", _MARK_FORMS.sub("", text)).translate(_FOLDED)
    return " ".join(unicodedata.normalize("NFKC", bare.casefold()).split())


def normalise_but_hamza(text: str) -> str:
    """As ``normalise``, but أ إ آ ؤ ئ stay as spelled: what the forms of a word are told by.

    Normalising the result is normalising the text, and folding twice changes nothing.
    """
    bare = unicodedata.normalize("NFKD", _MARK_FORMS.sub("", text)).translate(_FOLDED_BUT_SEATS)
    seated = unicodedata.normalize("NFKC", bare.casefold()).translate(_NOT_DROPPED)
    return " ".join(unicodedata.normalize("NFKC", seated).split())


def strip_marks(text: str) -> str:
    """The text without tashkeel, Quranic marks, tatweel and invisible characters, in NFC.

    Letters stay as spelled: أ is still أ, however it was encoded. Emoji joined by ZWJ come
    apart, so this is for counting, addresses and excerpts, not for the body.
    """
    bare = unicodedata.normalize("NFC", text).translate(_DROPPED)
    return unicodedata.normalize("NFC", bare)


def is_vocalised(text: str) -> bool:
    """Whether a line needs room for harakat: it holds two vowels, sukuns or dagger alefs.

    Shadda and tanwin fath alone do not count: شكرًا جدًّا is everyday spelling.
    """
    marks = _HARAKAT.finditer(text)
    return next(marks, None) is not None and next(marks, None) is not None


def first_strong_direction(text: str) -> Direction | None:
    """The direction a reader expects of the text: that of its first strong letter, else None.

    Rules P2 and P3 of UAX #9: what stands inside isolates does not count. A paragraph without
    a strong letter leaves the answer to the next one.
    """
    for bidi_class in _outside_isolates(map(unicodedata.bidirectional, text)):
        if bidi_class in _STRONG:
            return _STRONG[bidi_class]
    return None


def has_right_to_left(text: str) -> bool:
    """Whether a letter of the text runs from right to left."""
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)


def _outside_isolates(classes: Iterable[str]) -> Iterator[str]:
    depth = 0
    for bidi_class in classes:
        if bidi_class == "B":
            depth = 0
        elif bidi_class in _ISOLATES:
            depth += 1
        elif bidi_class == "PDI":
            depth = max(depth - 1, 0)
        elif not depth:
            yield bidi_class
