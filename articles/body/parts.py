"""A clean body taken apart: into its outermost blocks, and into the lines that readers see."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from articles.arabic.shapes import pieces_of
from articles.body.elements import BLOCKS

_STRUCTURE = BLOCKS - {"br"}
_STRUCTURE_TAG = re.compile(rf"<(/?)({'|'.join(sorted(_STRUCTURE))})\b([^>]*)>")
_INLINE = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|[^<]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a sign or white space, with the inline elements around it (``strong``, ``a …``)."""

    text: str
    style: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading, list item, cell or figure; ``path`` names the blocks around it."""

    source: str  # its markup; joined, the sources of all lines are the body to the letter
    path: tuple[str, ...]
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """What readers see of it."""
        return "".join(word.text for word in self.words)


def blocks_of(body: str) -> list[str]:
    """The outermost blocks with their markup; joined they are the body to the letter."""
    blocks, start, depth = [], 0, 0
    for tag in _STRUCTURE_TAG.finditer(body):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if not depth:
            blocks.append(body[start : tag.end()])
            start = tag.end()
    return [*blocks, body[start:]] if start < len(body) else blocks


def lines_of(body: str) -> list[Line]:
    """What readers see, line by line."""
    return list(_Lines().walk(body))


def words_of(text: str) -> list[Word]:
    """Plain text as words without style."""
    return [Word(piece) for piece in pieces_of(text)]


def markup_of(body: str) -> str:
    """Its tags without a word."""
    return "".join(re.findall(r"<[^>]*>", body))


class _Lines:
    """Gathers the markup of a line until the next one begins."""

    def __init__(self) -> None:
        self.open: list[str] = []  # the blocks around the present place
        self.source = ""
        self.words: list[Word] = []
        self.path: tuple[str, ...] | None = None  # of the gathered line, once it has words
        self.ended = False  # a block began or ended behind its words

    def walk(self, body: str) -> Iterator[Line]:
        at = 0
        for tag in _STRUCTURE_TAG.finditer(body):
            yield from self._content(body[at : tag.start()])
            yield from self._tag(tag)
            at = tag.end()
        yield from self._content(body[at:])
        yield from self._end()

    def _content(self, markup: str) -> Iterator[Line]:
        if markup.strip():
            if self.ended:
                yield from self._end()
            self.path = tuple(self.open)
            self.words += _inline_words(markup)
        self.source += markup

    def _tag(self, tag: re.Match[str]) -> Iterator[Line]:
        if tag[1]:
            if tag[2] in (name.partition(" ")[0] for name in self.open):
                while self.open.pop().partition(" ")[0] != tag[2]:
                    pass
        else:
            yield from self._end()
            self.open.append(tag[2] + tag[3])
            if tag[2] == "figure":
                self.path = tuple(self.open)
        self.source += tag[0]
        self.ended = self.path is not None

    def _end(self) -> Iterator[Line]:
        if self.path is not None or (self.source and not self.open):
            yield Line(self.source, self.path or (), tuple(self.words))
            self.source, self.words, self.path = "", [], None
        self.ended = False


def _inline_words(markup: str) -> Iterator[Word]:
    around: list[str] = []
    for part in _INLINE.finditer(markup):
        name = part[2]
        style = tuple(sorted(around))
        if name is None:
            yield from (Word(piece, style) for piece in pieces_of(unescape(part[0])))
        elif name == "br":
            yield Word("\n", style)
        elif not part[1]:
            around.append(name + part[3])
        else:
            around = [other for other in around if other.partition(" ")[0] != name]
