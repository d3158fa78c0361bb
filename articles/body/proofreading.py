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

_PIECE = re.compile(
    r"(?P<tag><[^>]*>)|(?P<entity>&(?:#\w{1,8}|[A-Za-z]\w{1,31});)|(?P<line>\n)|[^<&\n]+|[<&]"
)
_BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS))})\b")
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BodyText:
    """The words of a body as readers see them, a line a block, each letter with its source."""

    text: str
    sources: tuple[str, ...]
    """What stands in the body for each letter of the text."""
    inline: Mapping[int, str]
    """Tags inside a paragraph, by the place of the letter that follows them."""

    def with_fixes(self, marks: Iterable[Mark]) -> str:
        """The body with the fixes of these marks of the text; only letters of words change.

        Where a mark goes across a tag, what mends it stands before the tag.
        """
        sources = list(self.sources)
        for mark, words in applicable(marks):
            fix = escape(words)
            if mark.start == mark.end:
                # Beside the sign that wants it, so that a link does not begin with a space.
                sources[mark.start - 1] += fix
            else:
                missing = mark.end - mark.start - 1
                sources[mark.start : mark.end] = [fix, *[""] * missing]
        return self._written(sources)

    def _written(self, sources: list[str]) -> str:
        done = 0
        parts: list[str] = []
        for place, tags in self.inline.items():
            parts += *sources[done:place], tags
            done = place
        return "".join((*parts, *sources[done:]))


def read(body: str) -> BodyText:
    """A clean body as its words and their places in the source."""
    letters: list[str] = []
    sources: list[str] = []
    inline: dict[int, str] = {}
    for piece in _PIECE.finditer(body):
        source = piece[0]
        shown = _shown(piece)
        if len(shown) == len(source):
            letters += shown
            sources += source
        elif shown:
            letters += shown
            sources += [source, *[""] * (len(shown) - 1)]
        else:
            inline[len(letters)] = inline.get(len(letters), "") + source
    return BodyText("".join(letters), tuple(sources), inline)


def _shown(piece: re.Match[str]) -> str:
    """What readers see of a piece of the source: nothing of a tag, a line end of a block's."""
    if piece["tag"]:
        return "\n" if _BLOCK_TAG.match(piece[0]) else ""
    if piece["entity"]:
        return unescape(piece[0])
    return " " if piece["line"] else piece[0]


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
