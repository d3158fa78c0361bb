"""Put sanitised HTML into blocks: the last step of cleaning, which drops or adds whole tags."""

import re
from collections.abc import Iterator

from articles.arabic.letters import INVISIBLE
from articles.body.elements import BLOCKS

# Sanitised HTML has no ">" but at the end of a tag (addresses carry it percent-encoded).
_PIECE = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|[^<]+")
_REFERENCE = re.compile(r' data-(?:picture|gallery|embed)="[^"]+"')
_PLACE = re.compile(r' data-place="[^"]+"')
_BOX = re.compile(r' data-box="([^"]+)"')
_TABLE_PARTS = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
_TEXT_BLOCKS = {"p", "h2", "h3", "dt", "dd", "footer"}
_LINE = {"br"}
_GATHERING = {"aside": "p", "dl": "dd"}  # hold no bare text: it stands in these
# What a box holds; any other block ends it.
_HELD = {
    "quote": {"p", "footer"},
    "facts": {"p", "h3", "ul", "ol", "li", "dl", "dt", "dd"},
}
_NOTHING = r"(?:\s|&nbsp;|<br>)*"
# A link of a bidi mark alone is none; the mark stays, for what is typed is not dropped here.
_EMPTY_INLINE = re.compile(rf"<(strong|em|a)(?: [^>]*)?>((?:\s|&nbsp;|<br>|[{INVISIBLE}])*)</\1>")
_EMPTY_BLOCKS = re.compile(
    r"(?P<before><(?!/?(?:strong|em|a)\b)[^>]*>)?"
    r"(?:<(?P<name>p|h2|h3|li|ul|ol|blockquote|aside|footer|dl|dt|dd)(?: [^>]*)?>"
    rf"{_NOTHING}</(?P=name)>)+"
    r"(?P<after>(?=\Z|<(?!/?(?:strong|em|a)\b)))?"
)
_LIST_OF_PAIRS = re.compile(r"<dl>(.*?)</dl>", re.DOTALL)
_HALF = re.compile(r"<(dt|dd)>(.*?)</\1>", re.DOTALL)


def as_blocks(html: str) -> str:
    """The same words, each within a block; figures empty, tables without tables in them."""
    written = "".join(_Writer().write(html))
    while (tidier := _tidied(written)) != written:
        written = tidier
    return written.strip()


def _tidied(html: str) -> str:
    filled = _EMPTY_BLOCKS.sub(_parting, _EMPTY_INLINE.sub(r"\2", html))
    return _LIST_OF_PAIRS.sub(_paired, filled)


def _paired(pairs: re.Match[str]) -> str:
    """A description without a term before it is a paragraph; so is a term without one after it."""
    halves = [(half[1], half[2]) for half in _HALF.finditer(pairs[1])]
    first = next((at for at, (kind, _) in enumerate(halves) if kind == "dt"), len(halves))
    last = next((at for at in range(len(halves), first, -1) if halves[at - 1][0] == "dd"), first)
    inside = "".join(f"<{kind}>{words}</{kind}>" for kind, words in halves[first:last])
    before, after = (
        "".join(f"<p>{words}</p>" for _, words in some) for some in (halves[:first], halves[last:])
    )
    return f"{before}<dl>{inside}</dl>{after}" if inside else before + after


def _parting(empty: re.Match[str]) -> str:
    """What stays of empty blocks: a space where they stood between two words."""
    amid = empty["before"] is None and empty["after"] is None and empty.start() > 0
    return " " if amid else empty["before"] or ""


class _Writer:
    """Walks the pieces once; outside every block it gathers a run that becomes a paragraph."""

    def __init__(self) -> None:
        self.blocks: list[str] = []  # the blocks around the present piece
        self.inline: list[str] = []  # the inline elements open in the innermost of them
        self.run: list[str] = []
        self.tables = 0
        self.box = ""  # the kind of the box around the present piece

    def write(self, html: str) -> Iterator[str]:
        for piece in _PIECE.finditer(html):
            closing, name, rest = bool(piece[1]), piece[2], piece[3]
            if name in _TABLE_PARTS and self._is_nested(name, closing=closing):
                yield from self._say(" ")
            elif name == "figure":
                yield from self._figure(closing, rest)
            elif name == "aside":
                yield from self._leave("aside") if closing else self._enter_box(rest)
            elif name in BLOCKS - _LINE:
                ours = self._ours(name)
                tag = f"<{ours}{rest}>"
                yield from self._leave(ours) if closing else self._enter(ours, tag)
            else:
                yield from self._inline(name, piece[0], closing=closing)
        yield from self._end_text()

    def _ours(self, name: str) -> str:
        """What a block is called where it stands: headings and pairs of a box have one shape."""
        if name in {"dt", "dd"} and "dl" not in self.blocks:
            return "p"
        if name == "footer" and self.box != "quote":
            return "p"
        if name in {"h2", "h3"} and self.box:
            return "h3" if self.box == "facts" else "p"
        return name

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
            yield from self._end_box()
            yield from self._end_paragraph()
            place = _PLACE.search(rest) if "picture" in reference[0] else None
            yield f"<figure{reference[0]}{place[0] if place else ''}></figure>"

    def _enter_box(self, rest: str) -> Iterator[str]:
        """A box of ours, between two blocks; any other aside is nothing but its words."""
        kind = _BOX.search(rest)
        if kind:
            yield from self._end_box()
            yield from self._end_paragraph()
        if not kind or self.blocks:
            yield from self._part()
            return
        self.box = kind[1]
        self.blocks.append("aside")
        yield f"<aside{kind[0]}>"

    def _enter(self, name: str, tag: str) -> Iterator[str]:
        if name == "p" and not {"dl", "footer"}.isdisjoint(self.blocks):
            yield from self._part()
            return
        if self.box and name not in _HELD[self.box]:
            yield from self._end_box()
        yield from self._end_paragraph()
        if name not in {"dt", "dd"} and self.blocks[-1:] == ["dl"]:
            yield f"</{self.blocks.pop()}>"
        if name == "dl" and self.blocks[-1:] != ["aside"]:
            yield from self._part()
            return
        while name == "li" and self.blocks and self.blocks[-1] == "li":
            yield f"</{self.blocks.pop()}>"
        self.blocks.append(name)
        yield tag

    def _leave(self, name: str) -> Iterator[str]:
        """Close a block with what is open in it; where it is closed already, words part."""
        if name not in self.blocks:
            yield from self._part()
            return
        yield from self._end_text()
        while self.blocks:
            inner = self.blocks.pop()
            yield f"</{inner}>"
            if inner == "aside":
                self.box = ""
            if inner == name:
                return

    def _end_box(self) -> Iterator[str]:
        if self.box:
            yield from self._leave("aside")

    def _part(self) -> Iterator[str]:
        """A block that is not kept still stands between two words."""
        if self._is_gathering():
            yield from self._end_text()
        else:
            yield from self._say(" ")

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
            while name == "a" and "a" in self.inline:  # no parser lets a link stand in a link
                yield from self._say(f"</{self.inline.pop()}>")
            self.inline.append(name)
        yield from self._say(text)

    def _is_gathering(self) -> bool:
        return not self.blocks or self.blocks[-1] in _GATHERING

    def _say(self, text: str) -> Iterator[str]:
        if self._is_gathering():
            self.run.append(text)
        else:
            yield text

    def _end_text(self) -> Iterator[str]:
        """Close the inline elements; outside every block, the gathered run as a paragraph."""
        closers = "".join(f"</{name}>" for name in reversed(self.inline))
        self.inline = []
        if not self._is_gathering():
            yield closers
            return
        run, self.run = "".join(self.run).strip(), []
        if re.sub(r"<[^>]*>|&nbsp;", "", run).strip():
            around = _GATHERING[self.blocks[-1]] if self.blocks else "p"
            yield f"<{around}>{run}{closers}</{around}>"
