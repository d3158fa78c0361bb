"""The name of the paper as a drawing: SVG from the panel, of which only shapes are kept.

An SVG file is a program; what reaches a page is a frame of four numbers and path data, nothing
else. A path of the class ``dots`` takes the paper's own colour, every other one that of the text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

# It stands in every page.
LONGEST = 12_000
_SHAPE = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9eE+\-.,\s]+")
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)"
_FRAME = re.compile(rf"\s*({_NUMBER})[\s,]+({_NUMBER})[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*")
_SILENT = {"title", "desc", "metadata"}
_DOTS = "dots"


class Unusable(Exception):
    """A drawing that we do not show; ``code`` says why, ``what`` names the part, if one."""

    def __init__(self, code: str, what: str = "") -> None:
        super().__init__(code, what)
        self.code, self.what = code, what


class Shape(NamedTuple):
    path: str
    is_dots: bool


class Wordmark(NamedTuple):
    frame: str  # the viewBox
    shapes: list[Shape]

    def __str__(self) -> str:
        """The drawing as SVG again, of which ``read`` makes the same."""
        drawn = "".join(
            f'<path class="{_DOTS}" d="{shape.path}"/>' if shape.is_dots
            else f'<path d="{shape.path}"/>'
            for shape in self.shapes
        )  # fmt: skip
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{self.frame}">{drawn}</svg>'


def read(svg: str) -> Wordmark:
    """The shapes of a drawing; raises Unusable rather than show half of one."""
    if len(svg) > LONGEST:
        raise Unusable("too_long")
    if "<!" in svg:  # a document type can name entities that grow without end
        raise Unusable("not_svg")
    try:
        root = ET.fromstring(svg)  # noqa: S314 - short, and without a document type
    except ET.ParseError as error:
        raise Unusable("not_svg") from error
    if _name(root) != "svg":
        raise Unusable("not_svg")
    shapes = list(_shapes(root))
    if not shapes:
        raise Unusable("empty")
    return Wordmark(_frame(root), shapes)


def _shapes(element: ET.Element) -> Iterator[Shape]:
    for part in element:
        name = _name(part)
        if name in _SILENT:
            continue
        if name not in {"g", "path"} or part.get("transform") is not None:
            raise Unusable("other_part", name if name not in {"g", "path"} else "transform")
        if name == "g":
            yield from _shapes(part)
            continue
        path = part.get("d", "").strip()
        if not _SHAPE.fullmatch(path):
            raise Unusable("other_part", "d")
        yield Shape(" ".join(path.split()), _DOTS in part.get("class", "").split())


def _frame(root: ET.Element) -> str:
    found = _FRAME.fullmatch(root.get("viewBox", ""))
    if not found or float(found[3]) <= 0 or float(found[4]) <= 0:
        raise Unusable("no_frame")
    return " ".join(found.groups())


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]
