"""The ground of the drawn portraits: a grey tone in the making, printed as rhombic dots of indigo.

Coordinates are those of a square of 640; a tone is darkness, 0 for the paper and 255 for full ink.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from newsroom.demo.drawing_sheet import INDIGO, Colour, Point, spline

# A smooth line through some points, its width where it starts and where it ends.
type Line = tuple[Sequence[Point], float, float]

type Box = tuple[int, int, int, int]

SIDE = 640
# The widest place of a portrait is a phone's whole width, on a dense screen.
_PRINTED = 960
# Eighty dots across: still dots at the size of a page, already a face at that of a thumb.
_PITCH = 12
# The part of the plate that is printed: a face is drawn at ease and shown close.
_SHOWN = (70, 44, 570, 544)
_GROUND: Colour = (232, 234, 243)
_TINT: Colour = (201, 207, 230)


def places(pairs: str) -> list[Point]:
    """The points written as "x,y x,y"."""
    spots = (pair.split(",") for pair in pairs.split())
    return [(float(across), float(down)) for across, down in spots]


def ellipse(centre: Point, across: float, down: float | None = None) -> list[Point]:
    """The outline of an ellipse of the given radii."""
    down = across if down is None else down
    turns = (math.tau * step / 40 for step in range(40))
    return [(centre[0] + across * math.cos(a), centre[1] + down * math.sin(a)) for a in turns]


def shape(*outlines: Sequence[Point]) -> Image.Image:
    """A stencil of these closed outlines, with smooth edges."""
    canvas, box = _canvas([point for points in outlines for point in points], 0)
    draw = ImageDraw.Draw(canvas)
    for points in outlines:
        draw.polygon([((x - box[0]) * 2, (y - box[1]) * 2) for x, y in points], fill=255)
    return _stencil(canvas, box)


def strokes(*lines: Line) -> Image.Image:
    """A stencil of these lines, with round ends."""
    paths = [spline(points, closed=False) for points, _first, _last in lines]
    widest = max((max(first, last) for _points, first, last in lines), default=0)
    canvas, box = _canvas([point for path in paths for point in path], widest)
    draw = ImageDraw.Draw(canvas)
    for path, (_points, first, last) in zip(paths, lines, strict=True):
        doubled = [((x - box[0]) * 2, (y - box[1]) * 2) for x, y in path]
        for step, ((x, y), to) in enumerate(pairwise(doubled)):
            width = first + (last - first) * step / len(path)
            draw.line((x, y, *to), fill=255, width=max(1, round(width * 2)))
            draw.ellipse((x - width, y - width, x + width, y + width), fill=255)
    return _stencil(canvas, box)


def _canvas(points: Sequence[Point], margin: float) -> tuple[Image.Image, Box]:
    """A canvas at double size for what lies among these points, and its place on the plate."""
    across, down = [x for x, _ in points] or [0], [y for _, y in points] or [0]
    left, right = _inside(min(across) - margin), _inside(max(across) + margin + 2)
    top, bottom = _inside(min(down) - margin), _inside(max(down) + margin + 2)
    size = (max(1, right - left) * 2, max(1, bottom - top) * 2)
    return Image.new("L", size), (left, top, right, bottom)


def _inside(place: float) -> int:
    return min(SIDE, max(0, math.floor(place)))


def _stencil(canvas: Image.Image, box: Box) -> Image.Image:
    stencil = Image.new("L", (SIDE, SIDE))
    stencil.paste(canvas.reduce(2), box[:2])
    return stencil


def soft(stencil: Image.Image, reach: float) -> Image.Image:
    """The stencil with an edge that fades over about twice the reach."""
    box = _around(stencil, reach * 3)
    if box is None:
        return stencil
    part = stencil.crop(box)
    if reach < 8:
        part = part.filter(ImageFilter.GaussianBlur(reach))
    else:  # a wide blur of a small copy looks the same and takes a tenth of the time
        small = part.reduce(4).filter(ImageFilter.GaussianBlur(reach / 4))
        part = small.resize(part.size, Image.Resampling.BICUBIC)
    faded = Image.new("L", stencil.size)
    faded.paste(part, box[:2])
    return faded


def _around(stencil: Image.Image, margin: float) -> Box | None:
    """Where a stencil has something, and a margin; its sides divide by four."""
    inked = stencil.getbbox()
    if inked is None:
        return None
    left, top = (max(0, math.floor(side - margin) // 4 * 4) for side in inked[:2])
    right, bottom = (min(SIDE, -(-math.ceil(side + margin) // 4) * 4) for side in inked[2:])
    return (left, top, right, bottom)


class Plate:
    """One portrait in the making."""

    def __init__(self) -> None:
        self.tone = Image.new("L", (SIDE, SIDE))

    def lay(self, stencil: Image.Image, tone: int) -> None:
        """Cover what is there with an even tone."""
        if box := stencil.getbbox():
            self.tone.paste(tone, box, stencil.crop(box))

    def shade(self, stencil: Image.Image, by: int, within: Image.Image | None = None) -> None:
        """Make what is there darker, or lighter by a number below zero."""
        box = stencil.getbbox()
        if box is None:
            return
        mask = stencil.crop(box)
        if within is not None:
            mask = ImageChops.multiply(mask, within.crop(box))
        change = mask.point([value * abs(by) // 255 for value in range(256)])
        change_of = ImageChops.add if by > 0 else ImageChops.subtract
        self.tone.paste(change_of(self.tone.crop(box), change), box)

    def printed(self) -> Image.Image:
        """The tone as rhombs of indigo, with a pale wash of the same ink under them."""
        size = (_PRINTED, _PRINTED)
        tone = self.tone.resize(size, Image.Resampling.BICUBIC, box=_SHOWN)
        sheet = Image.new("RGB", tone.size, _GROUND)
        sheet.paste(_TINT, mask=tone.point([min(255, value * 2) for value in range(256)]))
        sheet.paste(INDIGO, mask=_rhombs(tone))
        return sheet


# The ink's edge runs over a fortieth of the scale: soft enough not to look torn.
_EDGE = 12


def _rhombs(tone: Image.Image) -> Image.Image:
    """Dots that grow with the tone until they close: points of two lattices, one between the other.

    The rhombs around these points tile the plane, so that the share of ink is the tone itself.
    """
    cell = Image.new("L", (_PITCH, _PITCH))
    half = _PITCH / 2
    away = []
    for y in range(_PITCH):
        for x in range(_PITCH):
            across, down = abs(x + 0.5 - half), abs(y + 0.5 - half)
            near = min(across + down, _PITCH - across - down)
            away.append(round(255 * min(1.0, (near / half) ** 2)))
    cell.putdata(away)
    row = Image.new("L", (tone.width, _PITCH))
    for left in range(0, tone.width, _PITCH):
        row.paste(cell, (left, 0))
    screen = Image.new("L", tone.size)
    for top in range(0, tone.height, _PITCH):
        screen.paste(row, (0, top))
    return ImageChops.subtract(tone, screen).point(
        [min(255, value * _EDGE) for value in range(256)]
    )
