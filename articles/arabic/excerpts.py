"""The beginning of a text for a card, a description, a list: cut where a reader would cut it.

Sources: UAX #29 for what is one letter, UAX #9 for isolates and embeddings, whose end must never be
lost (what follows on the page would take their direction); alreq and its
gap analysis for never parting a word inside it: Arabic has no hyphenation.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from articles.arabic.graphemes import boundaries
from articles.arabic.runs import left_to_right_runs

ELLIPSIS = "…"
_ENDS = {
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),  # isolates
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),  # embeddings and overrides
}
# A family of four with skin tones has eleven characters, a letter of scripture six; UAX #15 stops
# at thirty marks. What is longer was made to keep a server busy.
_LONGEST_LETTER = 64
# Nor is an isolate looked for further than this.
_LONGEST_ISOLATE = 2_000
_LINE = 80
# What would hang before the ellipsis: an opened bracket, a comma, a dash.
_LOOSE = frozenset(" \t\n\r\u00a0،؛,;:.-–—/([{«‹“„…")


def excerpt(text: str, longest: int) -> str:
    """The text, or the beginning of it and "…", when it has more than ``longest`` letters.

    A letter is one as readers count them (``graphemes``); none is ever cut. The cut stands between
    two words and outside isolates and runs of another direction, unless more than half of the room
    would be lost by that; an isolate that is cut is closed.
    """
    longest = max(longest, 1)
    looked_at = text[: longest * _LONGEST_LETTER]
    ends = list(islice(boundaries(looked_at), longest + 1))
    if len(ends) <= longest:
        if len(looked_at) == len(text):
            return text
        ends = ends[:-1] or ends  # the last letter may go on behind what was looked at
    end = _cut(text, ends[:longest])
    return f"{text[:end]}{_closing(text[:end])}{ELLIPSIS}"


def widened(text: str, begin: int, end: int) -> tuple[int, int]:
    """A stretch out of the middle of a text, with the whole of what its two cuts would part.

    ``begin`` and ``end`` stand between two words; an isolate or a run of another direction that
    goes on for a line or more is cut all the same.
    """
    first = max(begin - _LINE, 0)
    around = text[first : end + _LINE]
    for start, stop in _kept_whole(around, end - first):
        if start < begin - first < stop:
            begin = first + start
        if start < end - first < stop <= len(around):
            end = first + stop
    return begin, end


def _cut(text: str, ends: Sequence[int]) -> int:
    """Where to cut: at the last of the places that part the least."""
    kept_whole = list(_kept_whole(text, ends[-1]))

    def harm(place: int) -> tuple[bool, bool, int]:
        inside = any(start < ends[place] < end for start, end in kept_whole)
        return inside, _parts_a_word(text, ends[place]), -place

    place = min(range(len(ends) // 2, len(ends)), key=harm)
    while place and text[ends[place - 1] : ends[place]] in _LOOSE:
        place -= 1
    return ends[place]


def _parts_a_word(text: str, end: int) -> bool:
    return not (text[end].isspace() or text[end - 1].isspace())


def _kept_whole(text: str, cut: int) -> Iterator[tuple[int, int]]:
    """Isolates, embeddings and left-to-right runs that begin before the furthest cut."""
    # A run that matters begins in what is kept; 100 more characters hold its end.
    yield from left_to_right_runs(text[: cut + 100])
    opened: list[tuple[int, str]] = []
    for at, char in enumerate(text[: cut + _LONGEST_ISOLATE]):
        if not opened and at >= cut:
            return
        if char in _ENDS:
            opened.append((at, _ENDS[char]))
        elif opened and char == opened[-1][1]:
            yield opened.pop()[0], at + 1
    yield from ((start, len(text) + 1) for start, _end in opened)


def _closing(kept: str) -> str:
    """The ends of what was opened in the kept text, the innermost first."""
    opened: list[str] = []
    for char in kept:
        if char in _ENDS:
            opened.append(_ENDS[char])
        elif opened and char == opened[-1]:
            opened.pop()
    return "".join(reversed(opened))
