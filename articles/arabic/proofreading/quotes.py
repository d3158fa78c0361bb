"""Straight quotes to « », and to “ ” inside others; never across paragraphs.

Source: CLDR gives Arabic ” “ and Persian « »; Arabic papers print « », which mirror by themselves
(UAX #9, rule L4), so that the opening one is U+00AB on either side of the page. Quotes of English
inside English stay, and so do the sign of inches (32") and Hebrew abbreviations.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.arabic.proofreading.mark import Kind, Mark
from articles.arabic.proofreading.prose import LATIN, VERBATIM, Prose

_QUOTE = re.compile('["«»]')
_SHAPES = (("«", "»"), ("“", "”"))
_CLOSING_SIGNS = "،؛؟,;?!.:)]}»”…"
_OPENING_SIGNS = "([{«“:"
_LATIN_END = re.compile(f"[{LATIN}]")
_HEBREW = re.compile("[\u05d0-\u05ea]")


@dataclass(frozen=True, slots=True)
class _Pair:
    opening: int
    closing: int
    depth: int  # how many quotations it stands in
    mends: bool  # straight itself, or inside one that becomes « »
    is_doubtful: bool = False  # straight inside another straight one


def quotes(prose: Prose) -> Iterator[Mark]:
    """Every straight quote: mended unseen where those of its paragraph pair up without doubt.

    A straight quotation inside a straight one is doubtful: in the news it is as often a quote that
    somebody forgot to close.
    """
    for start, end in prose.paragraphs:
        if '"' not in prose.text[start:end]:
            continue
        places = [found.start() for found in _QUOTE.finditer(prose.text, start, end)]
        known = [at for at in places if _is_quote(prose, at)]
        pairs, alone = _matched(prose, known)
        straight = [at for at in known if prose.text[at] == '"']
        if alone and len(straight) % 2 == 0 and len(straight) == len(known):
            pairs = [_Pair(*pair, 0, mends=True) for pair in _two_by_two(straight)]
            alone, is_safe = [], False
        else:
            is_safe = not alone and not any(pair.is_doubtful for pair in pairs)
        for pair in pairs:
            if pair.mends and not _is_latin_inside_latin(prose, pair):
                yield from _mended(prose.text, pair, is_safe=is_safe)
        for at in alone:
            if prose.text[at] == '"':
                yield Mark(at, at + 1, Kind.QUOTE_ALONE, '"')


def _is_quote(prose: Prose, at: int) -> bool:
    if prose.text[at] != '"':
        return True
    before, behind = prose.neighbours(at, at + 1)
    if _HEBREW.match(before) and _HEBREW.match(behind):
        return False
    return prose.belongs[at] != VERBATIM


def _matched(prose: Prose, places: list[int]) -> tuple[list[_Pair], list[int]]:
    """The pairs, and the quotes left without one."""
    text = prose.text
    open_ones: list[int] = []
    pairs: list[_Pair] = []
    alone: list[int] = []
    for at in places:
        last = text[open_ones[-1]] if open_ones else ""
        role = _role(prose, at, last)
        if role == "inches":
            continue
        if role == "opens":
            open_ones.append(at)
        elif open_ones and last == text[at].replace("»", "«"):
            opening = open_ones.pop()
            is_straight = text[at] == '"'
            is_inside = bool(open_ones) and text[open_ones[-1]] == '"'
            pairs.append(
                _Pair(
                    opening, at, len(open_ones), is_straight or is_inside, is_straight and is_inside
                )
            )
        else:
            alone.append(at)
    return pairs, alone + open_ones


def _role(prose: Prose, at: int, last: str) -> str:
    """Whether a quote opens or closes, by the spaces around it and by what is open."""
    sign = prose.text[at]
    if sign != '"':
        return "opens" if sign == "«" else "closes"
    before, behind = prose.neighbours(at, at + 1)
    if before.isdecimal() and last != '"':
        return "inches"
    opens = not behind.isspace() and behind not in _CLOSING_SIGNS
    closes = not before.isspace() and before not in _OPENING_SIGNS
    if opens == closes:  # و"نعم" and " نعم "
        return "closes" if last == '"' else "opens"
    return "opens" if opens else "closes"


def _two_by_two(places: list[int]) -> Iterator[tuple[int, int]]:
    yield from zip(places[::2], places[1::2], strict=True)


def _is_latin_inside_latin(prose: Prose, pair: _Pair) -> bool:
    before = prose.text[max(pair.opening - 2, 0) : pair.opening].strip()[-1:]
    behind = prose.text[pair.closing + 1 : pair.closing + 3].strip()[:1]
    return bool(_LATIN_END.match(before) and _LATIN_END.match(behind))


def _mended(text: str, pair: _Pair, *, is_safe: bool) -> Iterator[Mark]:
    shapes = _SHAPES[pair.depth % 2]
    for at, shape in zip((pair.opening, pair.closing), shapes, strict=True):
        if text[at] != shape:
            yield Mark(at, at + 1, Kind.QUOTE, text[at], shape, is_safe=is_safe)
