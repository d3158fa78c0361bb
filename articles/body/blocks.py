"""Put sanitised HTML into blocks: the last step of cleaning, which drops or adds whole tags."""

import re
from collections.abc import Iterator

from articles.body.elements import BLOCKS

# Sanitised HTML has no ">" but at the end of a tag (addresses carry it percent-encoded).
_PIECE = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|[^<]+")
_REFERENCE = re.compile(r' data-(?:picture|embed)="[^"]+"')
_TABLE_PARTS = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
_TEXT_BLOCKS = {"p", "h2", "h3"}
_LINE = {"br"}
_EMPTY = re.compile(
    r"<(p|h2|h3|li|ul|ol|blockquote|strong|em|a)(?: [^>]*)?>(?:\s|&nbsp;|<br>)*</\1>"
)


def as_blocks(html: str) -> str:
    """The same words, each within a block; figures empty, tables without tables in them."""
    written = "".join(_Writer().write(html))
    while (shorter := _EMPTY.sub("", written)) != written:
        written = shorter
    return written.strip()


class _Writer:
    """Walks the pieces once; outside every block it gathers a run that becomes a paragraph."""

    def __init__(self) -> None:
        self.blocks: list[str] = []  # the blocks around the present piece
        self.inline: list[str] = []  # the inline elements open in the innermost of them
        self.run: list[str] = []
        self.tables = 0

    def write(self, html: str) -> Iterator[str]:
        for piece in _PIECE.finditer(html):
            closing, name, rest = bool(piece[1]), piece[2], piece[3]
            if name in _TABLE_PARTS and self._is_nested(name, closing=closing):
                yield from self._say(" ")
            elif name == "figure":
                yield from self._figure(closing, rest)
            elif name in BLOCKS - _LINE:
                yield from self._leave(name) if closing else self._enter(name, piece[0])
            else:
                yield from self._inline(name, piece[0], closing=closing)
        yield from self._end_text()

    def _is_nested(self, name: str, *, closing: bool) -> bool:
        """Whether a part of a table belongs to one inside another's cell; counts the tables."""
        if name == "table" and not closing:
            self.tables += 1
            return self.tables > 1
        nested = self.tables > 1
        if name == "table":
            self.tables -= 1
        return nested

    def _figure(self, closing: bool, rest: str) -> Iterator[str]:
        """A reference is an empty element; words that stood inside follow it."""
        reference = None if closing else _REFERENCE.search(rest)
        if reference:
            yield from self._end_paragraph()
            yield f"<figure{reference[0]}></figure>"

    def _enter(self, name: str, tag: str) -> Iterator[str]:
        yield from self._end_paragraph()
        while name == "li" and self.blocks and self.blocks[-1] == "li":
            yield f"</{self.blocks.pop()}>"
        self.blocks.append(name)
        yield tag

    def _leave(self, name: str) -> Iterator[str]:
        """Close a block with what is open in it; nothing where it is closed already."""
        if name not in self.blocks:
            return
        yield from self._end_text()
        while self.blocks:
            inner = self.blocks.pop()
            yield f"</{inner}>"
            if inner == name:
                return

    def _end_paragraph(self) -> Iterator[str]:
        """Before another block: paragraphs and headings hold none."""
        yield from self._end_text()
        if self.blocks and self.blocks[-1] in _TEXT_BLOCKS:
            yield f"</{self.blocks.pop()}>"

    def _inline(self, name: str | None, text: str, *, closing: bool) -> Iterator[str]:
        if closing:
            if not self.inline or self.inline[-1] != name:
                return
            self.inline.pop()
        elif name and name not in _LINE:
            self.inline.append(name)
        yield from self._say(text)

    def _say(self, text: str) -> Iterator[str]:
        if self.blocks:
            yield text
        else:
            self.run.append(text)

    def _end_text(self) -> Iterator[str]:
        """Close the inline elements; outside every block, the gathered run as a paragraph."""
        closers = "".join(f"</{name}>" for name in reversed(self.inline))
        self.inline = []
        if self.blocks:
            yield closers
            return
        run, self.run = "".join(self.run).strip(), []
        if re.sub(r"<[^>]*>|&nbsp;", "", run).strip():
            yield f"<p>{run}{closers}</p>"
