"""The house-style desk over a clean body: its words are marked and mended, its markup never.

Tags, addresses of links and references to pictures and embeds are no words and stay byte for byte;
a blank between two tags, a quote in bold or a sign behind a link are judged in their paragraph.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType

from django.utils.html import escape

from articles.arabic.digits import Digits
from articles.arabic.proofreading import desk
from articles.arabic.proofreading.mark import Mark, applicable
from articles.body.elements import BLOCKS

_PIECE = re.compile(r"(?P<tag><[^>]*>)|(?P<entity>&(?:#\w{1,8}|[A-Za-z]\w{1,31});)|[^<]", re.DOTALL)
_BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS))})\b")
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BodyText:
    """The words of a body as readers see them, a line a block, each letter with its source."""

    text: str
    pieces: tuple[str, ...]
    """The source in order: markup at even places, and between it that of each letter of text."""

    def with_fixes(self, marks: Iterable[Mark]) -> str:
        """The body with the fixes of these marks of the text; only letters of words change."""
        pieces = list(self.pieces)
        for mark, words in applicable(marks):
            fix = escape(words)
            if mark.start == mark.end:
                # Beside the sign that wants it, so that a link does not begin with a space.
                pieces[2 * mark.start - 1] += fix
                continue
            pieces[2 * mark.start + 1] = fix
            for at in range(mark.start + 1, mark.end):
                pieces[2 * at + 1] = ""
        return "".join(pieces)


def read(body: str) -> BodyText:
    """A clean body as its words and their places in the source."""
    letters: list[str] = []
    pieces = [""]
    for piece in _PIECE.finditer(body):
        source = piece[0]
        if not piece["tag"]:
            shown = unescape(source) if piece["entity"] else source
            _add(letters, pieces, " " if shown == "\n" else shown, source)
        elif _BLOCK_TAG.match(source):
            # A line end that stands for the tag itself: no rule marks one.
            _add(letters, pieces, "\n", source)
        else:
            pieces[-1] += source
    return BodyText("".join(letters), tuple(pieces))


def _add(letters: list[str], pieces: list[str], shown: str, source: str) -> None:
    """One letter; what an entity shows beyond its first letter has no source of its own."""
    for at, letter in enumerate(shown):
        letters.append(letter)
        pieces += (source if at == 0 else "", "")
    if not shown:
        pieces[-1] += source


def body_marks(
    body: str, *, digits: Digits | None = None, glossary: Mapping[str, str] = _NO_NAMES
) -> list[Mark]:
    """The marks of a clean body; their places are those of ``read(body).text``."""
    return desk.marks(read(body).text, digits=digits, glossary=glossary)


def fixed_body(body: str, marks: Iterable[Mark]) -> str:
    """The body with the fixes of these marks of it, as ``desk``'s ``fixed`` for a plain text."""
    return read(body).with_fixes(marks)


def tidied_body(
    body: str, *, digits: Digits | None = None, glossary: Mapping[str, str] = _NO_NAMES
) -> str:
    """The body with every safe fix; twice is as once."""
    while True:
        read_body = read(body)
        found = desk.marks(read_body.text, digits=digits, glossary=glossary)
        safe = [mark for mark in found if mark.is_safe]
        if not safe:
            return body
        body = read_body.with_fixes(safe)
