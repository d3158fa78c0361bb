"""Letters as readers count them: a letter with its marks, a flag, a family of emoji are one each.

Source: the extended grapheme clusters of UAX #29, chapter 3, from the properties that the standard
library carries. Where it carries none (Extended_Pictographic, Indic conjuncts) blocks stand for
them, always so that rather more holds together than less: a place between two letters is one by
the letter of the annex too.
"""

import unicodedata
from collections.abc import Iterator

_ZWJ = "\u200d"
# Grapheme_Cluster_Break=Prepend of the scripts that we may meet: signs written before a number.
_PREPEND = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
# Extend and ZWJ beside the marks: ZWNJ, half-width voicing, skin tones, the letters of a tag flag.
_EXTENDING = ((0x200C, 0x200D), (0xFF9E, 0xFF9F), (0x1F3FB, 0x1F3FF), (0xE0020, 0xE007F))
# Blocks that hold the pictographs of emoji-data.txt, and the single ones outside them.
_PICTURES = ((0x2190, 0x2BFF), (0x3030, 0x303D), (0x3297, 0x3299), (0x1F000, 0x1FAFF))
_SINGLE_PICTURES = frozenset("©®‼⁉™ℹ")
_FLAG_LETTERS = ((0x1F1E6, 0x1F1FF),)
# Hangul: what begins a syllable (or is one), and what goes on with it.
_JAMO_BEFORE = ((0x1100, 0x11FF), (0xA960, 0xA97C), (0xAC00, 0xD7FB))
_JAMO_AFTER = ((0x1160, 0x11FF), (0xD7B0, 0xD7FB))
_LEADING_JAMO = ((0x1100, 0x115F), (0xA960, 0xA97C))
_VIRAMA = 9  # the combining class of signs that tie two consonants of India


def boundaries(text: str) -> Iterator[int]:
    """The end of each letter of the text in order; the last is the end of the text.

    Walks no further than it is asked.
    """
    is_picture = half_a_flag = False
    for at in range(1, len(text)):
        before, after = text[at - 1], text[at]
        # GB11 to GB13 look back further than one character: to the picture, to the odd flag letter.
        is_picture = _is_picture(before) or (is_picture and _extends(before))
        half_a_flag = _within(before, _FLAG_LETTERS) and not half_a_flag
        together = _hold_together(before, after)
        together |= before == _ZWJ and is_picture and _is_picture(after)
        together |= half_a_flag and _within(after, _FLAG_LETTERS)
        if not together:
            yield at
    if text:
        yield len(text)


def letters(text: str) -> Iterator[str]:
    """The letters themselves; together they are the text."""
    start = 0
    for end in boundaries(text):
        yield text[start:end]
        start = end


def _hold_together(before: str, after: str) -> bool:
    """Rules GB3 to GB9c, which look at the two sides alone."""
    if before == "\r" and after == "\n":
        return True
    if _is_control(before) or _is_control(after):
        return False
    if _extends(after) or before in _PREPEND:
        return True
    if _within(before, _JAMO_BEFORE) and _within(after, _JAMO_AFTER):
        return True
    if _within(before, _LEADING_JAMO) and _within(after, _JAMO_BEFORE):
        return True
    return unicodedata.combining(before) == _VIRAMA and unicodedata.category(after) == "Lo"


def _extends(char: str) -> bool:
    return unicodedata.category(char).startswith("M") or _within(char, _EXTENDING)


def _is_control(char: str) -> bool:
    if char in _PREPEND or _within(char, _EXTENDING):
        return False
    return unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}


def _is_picture(char: str) -> bool:
    return char in _SINGLE_PICTURES or _within(char, _PICTURES)


def _within(char: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(char) <= last for first, last in ranges)
