"""One set of digits in one text: 12 and ١٢ do not stand together.

A text that keeps to one set keeps it, whatever the site prints; where two are mixed, the site's
set decides, or without one the set of most numbers. Source: CLDR, numbering systems ``latn``,
``arab`` and ``arabext`` (Persian digits count as Arabic ones, but for paragraphs in Persian or
Urdu, which keep theirs).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from articles.arabic.digits import Digits, to_arabic, to_latin
from articles.arabic.proofreading.mark import Kind, Mark
from articles.arabic.proofreading.prose import DIGIT, FIGURES, LATIN, PROSE, Prose

_NUMBER = re.compile(rf"[{DIGIT}]++(?:[.,٫٬][{DIGIT}]++)*+[%٪]?+")
_LATIN_DIGIT = re.compile("[0-9]")
_OTHER_DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_PERSIAN_DIGIT = re.compile("[\u06f0-\u06f9]")
_WRONG = {"latn": _OTHER_DIGIT, "arab": re.compile("[0-9\u06f0-\u06f9]")}
# Letters of Persian and Urdu that no Arabic word holds.
_PERSIAN = re.compile("[\u06a9\u06cc\u06be\u06c1\u06d2]")
# F-16 and 4K are names.
_JOINED_BEFORE = re.compile(rf"[{LATIN}][-_.]?$")
_JOINED_BEHIND = re.compile(rf"[-_]?[{LATIN}]")


def mixed_digits(prose: Prose, wanted: Digits | None = None) -> Iterator[Mark]:
    """The numbers that are not in the set of the text, where the text mixes two."""
    persian = [span for span in prose.paragraphs if _PERSIAN.search(prose.text, *span)]
    numbers = [
        found
        for found in _NUMBER.finditer(prose.text)
        if _is_number(prose, *found.span())
        and not (_PERSIAN_DIGIT.search(found[0]) and _is_within(persian, found.start()))
    ]
    latin = sum(_LATIN_DIGIT.search(found[0]) is not None for found in numbers)
    other = sum(_OTHER_DIGIT.search(found[0]) is not None for found in numbers)
    if not (latin and other):
        return
    target = wanted or _of_most(numbers, latin, other)
    for found in numbers:
        mended = to_latin(found[0]) if target == "latn" else to_arabic(to_latin(found[0]))
        is_wrong = _WRONG[target].search(found[0])
        if is_wrong and mended != found[0]:
            yield Mark(*found.span(), Kind.DIGITS, found[0], mended, is_safe=True)


def _of_most(numbers: list[re.Match[str]], latin: int, other: int) -> Digits:
    """The set of most numbers; of two as frequent, that of the first."""
    if latin != other:
        return "latn" if latin > other else "arab"
    return "latn" if _LATIN_DIGIT.match(numbers[0][0]) else "arab"


def _is_number(prose: Prose, start: int, end: int) -> bool:
    if prose.belongs[start] not in {PROSE, FIGURES}:
        return False
    if _JOINED_BEFORE.search(prose.text[max(start - 2, 0) : start]):
        return False
    return not _JOINED_BEHIND.match(prose.text, end)


def _is_within(spans: list[tuple[int, int]], at: int) -> bool:
    nearest = bisect_right(spans, at, key=itemgetter(0)) - 1
    return nearest >= 0 and at < spans[nearest][1]
