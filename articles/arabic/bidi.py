"""Keeping a text's direction to itself where no markup can: titles, feeds, mail subjects.

In pages the renderer uses ``<bdi>``; here the isolates of UAX #9 do the same. Source: UAX #9,
chapters 2.4 (isolates) and 2.7 (where there is markup, it is markup that isolates).
"""

import re

from articles.arabic.runs import pieces

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
LEFT_TO_RIGHT_ISOLATE = "\u2066"
CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Every character that only steers direction. ZWNJ and ZWJ shape letters and are not among them."""

_CONTROL = re.compile(f"[{CONTROLS}]")
_EMBEDDING = re.compile("[\u202a-\u202e]")
_ISOLATE = re.compile("[\u2066-\u2069]")


def isolate(text: str) -> str:
    """One line wrapped in U+2068…U+2069, so that its direction cannot leak or be leaked into.

    Runs in it that a line would tear apart (+1.5%, C++) get isolates of their own. Embeddings,
    overrides and unpaired isolates are taken out first; pairs inside and the marks LRM, RLM and
    ALM stay. Nothing stays nothing.
    """
    inner = _without_unpaired(_EMBEDDING.sub("", text))
    if not _ISOLATE.search(inner):  # else somebody has seen to it
        inner = "".join(
            f"{LEFT_TO_RIGHT_ISOLATE}{piece}{POP_ISOLATE}" if is_run else piece
            for piece, is_run in pieces(inner)
        )
    return f"{FIRST_STRONG_ISOLATE}{inner}{POP_ISOLATE}" if inner else ""


def strip_controls(text: str) -> str:
    """The text without any character that steers direction; ZWNJ and ZWJ stay."""
    return _CONTROL.sub("", text)


def _without_unpaired(text: str) -> str:
    opened: list[int] = []
    paired: set[int] = set()
    for control in _ISOLATE.finditer(text):
        if control[0] != POP_ISOLATE:
            opened.append(control.start())
        elif opened:
            paired |= {opened.pop(), control.start()}
    return _ISOLATE.sub(lambda found: found[0] if found.start() in paired else "", text)
