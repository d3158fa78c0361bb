"""The fold of the search with the way back: which letters of the original a folded word stands for.

The folded text is ``letters.normalise_but_hamza`` to the letter; this module adds places alone.
Source: as there; that marks belong to the letter before them is chapter 3.6 of the Unicode
Standard.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from articles.arabic.letters import INVISIBLE, TATWEEL, normalise_but_hamza

# Letters, digits and signs that fold to one character each, whatever stands beside them: nearly
# all of the news, and ten times cheaper to fold letter by letter than by Unicode's rules.
_PLAIN_LETTERS = "".join(
    chr(code)
    for first, last in ((0x21, 0x7E), (0x621, 0x63A), (0x641, 0x64A), (0x660, 0x669))
    for code in range(first, last + 1)
)
_PLAIN = re.compile(f"[{re.escape(_PLAIN_LETTERS)}،؛؟«»]+")
_FOLDED = {ord(letter): normalise_but_hamza(letter) for letter in f"{_PLAIN_LETTERS}،؛؟«»"}
_CHUNK = re.compile(r"\S+")
_RIDES_ALONG = frozenset(INVISIBLE + TATWEEL)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text whose character i stands for the original from ``starts[i]`` to ``ends[i]``.

    A letter's marks, tatweel and joiners belong to it: no place lies between a letter and them.
    """

    text: str
    starts: list[int]
    ends: list[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text, not an empty one, stands in the original."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """The text as the search compares it, with the way back to every letter."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for chunk in _CHUNK.finditer(text):
        folded = _fold_chunk(chunk[0])
        if not folded:
            continue
        if pieces:
            pieces.append(" ")
            starts.append(ends[-1])
            ends.append(chunk.start())
        pieces.append(folded)
        start, end = chunk.span()
        if _PLAIN.fullmatch(text, start, end):
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            continue
        for place in _places(chunk[0], folded):
            starts.append(start + place[0])
            ends.append(start + place[1])
    return Folded("".join(pieces), starts, ends)


def folded_text(text: str) -> str:
    """The text of ``fold(text)``, for an index that needs no way back."""
    return " ".join(filter(None, map(_fold_chunk, text.split())))


# A newspaper repeats its words: 16,384 of them are some 3 MB and answer three of four.
@lru_cache(maxsize=16_384)
def _fold_chunk(chunk: str) -> str:
    return chunk.translate(_FOLDED) if _PLAIN.fullmatch(chunk) else normalise_but_hamza(chunk)


def _places(chunk: str, folded: str) -> Iterator[tuple[int, int]]:
    """The place of each folded character within its chunk.

    Where letters cannot be told apart after folding (ﷺ, an accent joined from afar), each stands
    for the whole chunk.
    """
    letters = [
        (start, end, normalise_but_hamza(chunk[start:end])) for start, end in _letters(chunk)
    ]
    if "".join(single for _, _, single in letters) != folded:
        letters = [(0, len(chunk), folded)]
    for start, end, single in letters:
        yield from ((start, end) for _ in single)


def _letters(chunk: str) -> Iterator[tuple[int, int]]:
    """Each letter with the marks, tatweel and invisible characters that follow it."""
    start = 0
    for at in range(1, len(chunk)):
        if chunk[at] not in _RIDES_ALONG and not unicodedata.category(chunk[at]).startswith("M"):
            yield start, at
            start = at
    yield start, len(chunk)
