"""Where to cut a picture for a slot: arithmetic on its size, without a pixel of it."""

from typing import NamedTuple

type Size = tuple[int, int]


class Box(NamedTuple):
    """A rectangle of a picture, in the order of Pillow: the first two edges are inside it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


def crop(size: Size, ratio: Size | None, focus: tuple[float, float]) -> Box:
    """The largest rectangle of a ratio, its centre as near to the focus as the edges allow.

    ``focus`` is given as shares of the width and the height, and is always within the rectangle.
    Without a ratio, or in a ribbon that has no room for it, at least one pixel remains each way.
    """
    width, height = _largest(size, ratio)
    left = _start(size[0], width, focus[0])
    top = _start(size[1], height, focus[1])
    return Box(left, top, left + width, top + height)


def sizes(box: Box, widths: tuple[int, ...]) -> list[Size]:
    """The sizes in which to keep a rectangle: never wider than it is, always at least one."""
    kept = [width for width in widths if width < box.width]
    kept += [box.width] if box.width <= widths[-1] else []
    return [(width, max(1, round(box.height * width / box.width))) for width in kept]


def _largest(size: Size, ratio: Size | None) -> Size:
    if ratio is None:
        return size
    across, down = ratio
    if size[0] * down > size[1] * across:  # wider than the ratio: the sides go
        return max(1, round(size[1] * across / down)), size[1]
    return size[0], max(1, round(size[0] * down / across))


def _start(whole: int, part: int, focus: float) -> int:
    return min(max(round(focus * whole - part / 2), 0), whole - part)
