"""A page as a browser takes it: its elements, its words, and what its forms would send."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

_VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Element:
    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes = tag, attributes
        self.content: list[Element | str] = []

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    def within(self) -> Iterator["Element"]:
        """Every element below this one, in the order of the page."""
        for part in self.content:
            if isinstance(part, Element):
                yield part
                yield from part.within()

    def all(self, tag: str = "", **wanted: str) -> list["Element"]:
        """Elements by tag and attributes; ``class_`` and ``for_`` stand for class and for."""
        attributes = {name.rstrip("_"): value for name, value in wanted.items()}
        return [
            element
            for element in self.within()
            if (not tag or element.tag == tag)
            and all(
                value in (element.get(name) or "").split() for name, value in attributes.items()
            )
        ]

    def one(self, tag: str = "", **wanted: str) -> "Element":
        found = self.all(tag, **wanted)
        assert len(found) == 1, f"{len(found)} elements {tag} {wanted}"
        return found[0]

    def by_id(self, name: str) -> "Element":
        found = [element for element in self.within() if element.get("id") == name]
        assert len(found) == 1, f"{len(found)} elements with id {name}"
        return found[0]

    @property
    def raw_text(self) -> str:
        return "".join(
            part if isinstance(part, str) else "\n" if part.tag == "br" else part.raw_text
            for part in self.content
        )

    @property
    def text(self) -> str:
        """Its words, white space folded as a browser folds it."""
        return " ".join(self.raw_text.split())

    @property
    def values(self) -> dict[str, str]:
        """What the form would send."""
        sent: dict[str, str] = {}
        for control in self.within():
            name = control.get("name")
            if not name:
                continue
            if control.tag == "textarea":
                sent[name] = control.raw_text.removeprefix("\n")
            elif control.get("type") != "checkbox":
                sent[name] = control.get("value") or ""
            elif "checked" in control.attributes:
                sent[name] = control.get("value") or "on"
        return sent


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].content.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)


def page(response: Any) -> Element:
    """The answer, parsed."""
    builder = _Builder()
    builder.feed(response.content.decode().replace("\r\n", "\n").replace("\r", "\n"))
    builder.close()
    return builder.open[0]
