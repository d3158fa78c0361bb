"""A page as its readers get it: a strict tree, in which a tag left open is an error."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Self

from django.http import HttpResponse

_VOID = {"br", "img", "input", "link", "meta", "hr", "source", "track", "wbr"}
_UNSEEN = {"script", "style", "head", "template"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def __iter__(self) -> Iterator["Element"]:
        """Itself and everything in it, in the order of the document."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child

    def all(self, tag: str = "", **wanted: str) -> list["Element"]:
        """The elements with a tag and attributes (``class_`` holds one of several classes)."""
        return [found for found in self if found is not self and found.is_a(tag, **wanted)]

    def one(self, tag: str = "", **wanted: str) -> "Element":
        found = self.all(tag, **wanted)
        assert len(found) == 1, f"{len(found)} of <{tag} {wanted}>"
        return found[0]

    def is_a(self, tag: str = "", **wanted: str) -> bool:
        if tag and self.tag != tag:
            return False
        wanted_class = wanted.get("class_")
        if wanted_class and wanted_class not in self.attributes.get("class", "").split():
            return False
        rest = {name: value for name, value in wanted.items() if name != "class_"}
        return all(self.attributes.get(name) == value for name, value in rest.items())

    @property
    def running_scripts(self) -> list["Element"]:
        """The script elements that a browser would run: data blocks have another type."""
        return [script for script in self.all("script") if "type" not in script.attributes]

    def text(self, *, without: Callable[["Element"], bool] = lambda _: False) -> str:
        """What it shows, with single spaces."""
        return " ".join(" ".join(self._words(without)).split())

    def _words(self, without: Callable[["Element"], bool]) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in _UNSEEN and not without(child):
                yield from child._words(without)


class _Builder(HTMLParser):
    def __init__(self, *, comments: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.comments = comments
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names)), f"<{tag}> repeats an attribute: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        assert self.comments, f"a comment in the markup: {data}"

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction in the markup: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a marked section in the markup: {data}")


class Document(Element):
    @classmethod
    def of(cls, markup: str | HttpResponse, *, comments: bool = False) -> Self:
        """The tree of a page; ``comments``: it may hold those of a stranger's templates."""
        text = markup if isinstance(markup, str) else markup.content.decode()
        builder = _Builder(comments=comments)
        builder.feed(text)
        builder.close()
        assert len(builder.open) == 1, f"left open: {[element.tag for element in builder.open[1:]]}"
        return cls("", {}, builder.root.children)
