"""The words that a search compares: every run of letters and digits, in one form.

Source: the words of UAX #29, chapter 4, but for its rules that keep points, commas and the lower
dash inside (WB6, WB7, WB11 to WB13b): a reader asks for one part of what they join.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articles.arabic.folding import fold, folded_text
from articles.arabic.letters import COMBINING, normalise, strip_marks

# Hyphens, points and slashes part: whoever asks for كوفيد or 19 finds كوفيد-19. The lower dash
# parts too, so that a hashtag is its words.
_TERM = re.compile(rf"[^\W_](?:[^\W_]|[{COMBINING}])*+")
# The longest word of the news has 15 letters; what is longer was not written to be read.
LONGEST_TERM = 40


class Term(NamedTuple):
    """A word as compared, its hamza as spelled, and where it stands in the original."""

    spelled: str
    start: int
    end: int

    def written_in(self, text: str) -> str:
        """As the text itself writes it, without marks and tatweel: fit to be shown to people."""
        return strip_marks(text[self.start : self.end])


def terms(text: str) -> list[str]:
    """The words in order, folded but for their hamza; two spellings of a word are equal."""
    return [found[0][:LONGEST_TERM] for found in _TERM.finditer(folded_text(text))]


@lru_cache(maxsize=32_768)
def bare(spelled: str) -> str:
    """A term in the one form for comparing, ``letters.normalise``: its hamza as bare letters."""
    return normalise(spelled)


def placed_terms(text: str) -> Iterator[Term]:
    """The same words in the same order, each with its place in the original."""
    folded = fold(text)
    for found in _TERM.finditer(folded.text):
        start, end = folded.original(found.start(), found.end())
        yield Term(found[0][:LONGEST_TERM], start, end)
