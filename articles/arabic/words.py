"""Counting words as reading-time studies counted them: by what stands between spaces and marks.

Source: the unit is the orthographic word of IReST (Trauzettel-Klosinski & Dietz 2012): وبالمدرسة
is one. What holds a word together inside (12.5, F-16, l’été) is UAX #29, chapter 4, with the
signs of addresses.
"""

import re
from collections.abc import Iterator
from itertools import islice

from articles.arabic.letters import COMBINING, normalise, strip_marks

_LETTER = rf"(?:[^\W_][{COMBINING}]*+)"
_INNER = r"[.,:'’/\-_@+&٫٬]"
_REST_OF_ADDRESS = r"""[^\s<>"«»،؛؟]"""
_HOST = r"[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++"

# No alternative gives characters back (``++``, the lookbehind): a megabyte of "a-a-a-a" must
# cost no more than a megabyte of prose.
_TOKEN = re.compile(
    rf"(?i:https?|ftps?)://{_REST_OF_ADDRESS}++"
    rf"|(?<![A-Za-z0-9.-]){_HOST}/{_REST_OF_ADDRESS}*+"
    rf"|{_LETTER}++(?:{_INNER}{_LETTER}++)*+"
)


def tokens(text: str) -> list[str]:
    """The words of a plain text in order, without their tashkeel and tatweel.

    A word is a run of letters and digits; one of . , : ' ’ / - _ @ + & ٫ ٬ may stand between
    two of them. Clitics are not split; an address or a mail address is one word; signs and
    emoji alone are none. HTML entities are the caller's to decode.
    """
    return [word[0] for word in _words(text)]


def count_words(text: str) -> int:
    """How many words a reader meets; adding tashkeel or tatweel never changes it."""
    return sum(1 for _ in _words(text))


def opens_with(text: str, opening: str) -> bool:
    """Whether a text begins with the words of another, however either is spelled or punctuated.

    An opening without any word opens nothing.
    """
    wanted = [normalise(word) for word in tokens(opening)]
    found = (normalise(word[0]) for word in _words(text[: 4 * len(opening) + 100]))
    return bool(wanted) and list(islice(found, len(wanted))) == wanted


def _words(text: str) -> Iterator[re.Match[str]]:
    return _TOKEN.finditer(strip_marks(text))
