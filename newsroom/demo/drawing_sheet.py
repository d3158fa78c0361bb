"""Paper and inks: flat shapes cut at double size, stippled shade, water, and a printed grain.

Coordinates are those of a sheet of 1920 by 1280; the same seed gives the same picture.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from random import Random
from typing import Any

from PIL import Image, ImageChops, ImageDraw

type Colour = tuple[int, int, int]
type Point = tuple[float, float]
type Box = tuple[float, float, float, float]
type Place = Callable[[float, float], Point]

WIDTH, HEIGHT = 1920, 1280
# Pixels for one step of the sheet: 2400 across are enough for a dense screen.
SCALE = 1.25
SIZE = (round(WIDTH * SCALE), round(HEIGHT * SCALE))
# Stencils are cut at double size.
_FINE = 2 * SCALE

INK: Colour = (20, 24, 27)
NIGHT: Colour = (22, 28, 52)
INDIGO: Colour = (43, 58, 134)
SAND: Colour = (231, 211, 174)
PAPER: Colour = (247, 240, 225)
CINNABAR: Colour = (180, 40, 27)
SAFFRON: Colour = (243, 184, 72)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour that lies ``share`` of the way from the first to the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return (red, green, blue)


def vertical(top: float, bottom: float, start: int = 0, end: int = 255) -> Image.Image:
    """A tone that runs from ``start`` at height ``top`` to ``end`` at height ``bottom``."""
    if start == end:
        return Image.new("L", SIZE, start)
    column = Image.frombytes("L", (1, SIZE[1]), _fall(SIZE[1], top, bottom, start, end))
    return column.resize(SIZE, Image.Resampling.NEAREST)


def horizontal(left: float, right: float, start: int = 0, end: int = 255) -> Image.Image:
    """A tone that runs from ``start`` at ``left`` to ``end`` at ``right``."""
    if start == end:
        return Image.new("L", SIZE, start)
    row = Image.frombytes("L", (SIZE[0], 1), _fall(SIZE[0], left, right, start, end))
    return row.resize(SIZE, Image.Resampling.NEAREST)


def _fall(size: int, first: float, last: float, start: int, end: int) -> bytes:
    """One value a pixel: ``start`` up to the first place, ``end`` from the last."""
    if first > last:
        first, last, start, end = last, first, end, start
    begins, span, rise = first * SCALE, (last - first) * SCALE, end - start
    before = min(size, max(0, math.ceil(begins)))
    after = min(size, max(before, math.ceil(last * SCALE)))
    slope = [round(start + rise * (pixel - begins) / span) for pixel in range(before, after)]
    return bytes([start]) * before + bytes(slope) + bytes([end]) * (size - after)


def radial(centre: Point, across: float, down: float | None = None, peak: int = 255) -> Image.Image:
    """A tone brightest at the centre and gone at the given radii."""
    down = across if down is None else down
    # Pillow's gradient turns white in the corners; ours must be gone at the edges already.
    falling = [max(0, 255 - round(value * 1.42)) for value in range(256)]
    size = (round(across * _FINE), round(down * _FINE))
    spot = Image.radial_gradient("L").point(falling).resize(size)
    tone = Image.new("L", SIZE)
    corner = (round((centre[0] - across) * SCALE), round((centre[1] - down) * SCALE))
    tone.paste(spot, corner)
    return tone if peak == 255 else tone.point([value * peak // 255 for value in range(256)])


def both(first: Image.Image, second: Image.Image) -> Image.Image:
    """Where both tones are."""
    return ImageChops.multiply(first, second)


def placed(x: float, y: float, size: float = 1, turn: int = 1) -> Place:
    """Where a small drawing's own coordinates fall; ``turn`` -1 makes it face the other way."""
    return lambda across, down: (x + across * size * turn, y + down * size)


def outline(pairs: str, place: Place) -> list[Point]:
    """The points written as "x,y x,y", each in its place; "x,y~x,y~x,y" is a curve."""
    points: list[Point] = []
    for part in pairs.split():
        spots = [
            place(*(float(number) for number in pair.split(",", 1))) for pair in part.split("~")
        ]
        points += curve(*spots) if len(spots) > 1 else spots
    return points


def curve(start: Point, bend: Point, end: Point) -> list[Point]:
    """A bent line through three handles."""
    steps = ((i / 24, 1 - i / 24) for i in range(25))
    return [
        (
            u * u * start[0] + 2 * t * u * bend[0] + t * t * end[0],
            u * u * start[1] + 2 * t * u * bend[1] + t * t * end[1],
        )
        for t, u in steps
    ]


def spline(points: Sequence[Point], *, closed: bool = True, steps: int = 10) -> list[Point]:
    """A smooth line through all the points (Catmull and Rom's)."""
    count = len(points)
    if closed:
        ring = [points[-1], *points, points[0], points[1]]
    else:
        ring = [points[0], *points, points[-1]]
    smooth: list[Point] = []
    for index in range(count if closed else count - 1):
        smooth += [_through(ring[index : index + 4], step / steps) for step in range(steps)]
    return smooth if closed else [*smooth, points[-1]]


def _through(four: Sequence[Point], t: float) -> Point:
    """The place at ``t`` of the way from the second to the third of four points."""
    shares = (
        -t * (1 - t) ** 2 / 2,
        (2 - 5 * t**2 + 3 * t**3) / 2,
        t * (1 + 4 * t - 3 * t**2) / 2,
        -(t**2) * (1 - t) / 2,
    )
    return (
        sum(share * x for share, (x, _) in zip(shares, four, strict=True)),
        sum(share * y for share, (_, y) in zip(shares, four, strict=True)),
    )


class Cut:
    """A stencil drawn at double size; ``done`` gives it with smooth edges.

    Shapes are kept until then: a canvas of the size of the shapes alone takes a part of the time.
    """

    def __init__(self) -> None:
        self._shapes: list[tuple[str, list[Point], dict[str, Any]]] = []
        self._across: list[float] = []
        self._down: list[float] = []

    def polygon(self, points: Iterable[Point], tone: int = 255) -> None:
        """Fill a closed outline."""
        self._keep("polygon", list(points), 0, fill=tone)

    def rectangle(
        self, left: float, top: float, right: float, bottom: float, tone: int = 255
    ) -> None:
        """Fill an upright box."""
        self._keep("rectangle", [(left, top), (right, bottom)], 0, fill=tone)

    def ellipse(
        self, centre: Point, across: float, down: float | None = None, tone: int = 255
    ) -> None:
        """Fill an ellipse of the given radii."""
        down = across if down is None else down
        x, y = centre
        box = [(x - across, y - down), (x + across, y + down)]
        self._keep("ellipse", box, 0, fill=tone)

    def line(self, points: Sequence[Point], width: float, tone: int = 255) -> None:
        """Draw a line with round joints."""
        stroke = max(1, round(width * _FINE))
        self._keep("line", list(points), width, fill=tone, width=stroke, joint="curve")

    def arc(
        self, centre: Point, radius: float, span: tuple[float, float], width: float, tone: int = 255
    ) -> None:
        """Draw a part of a circle between two angles in degrees."""
        x, y = centre
        box = [(x - radius, y - radius), (x + radius, y + radius)]
        stroke = max(1, round(width * _FINE))
        self._keep("arc", box, width, start=span[0], end=span[1], fill=tone, width=stroke)

    def done(self) -> Image.Image:
        """The stencil at the size of the picture."""
        sheet = Image.new("L", SIZE)
        if not self._shapes:
            return sheet
        left, right = _inside(self._across, SIZE[0])
        top, bottom = _inside(self._down, SIZE[1])
        if left >= right or top >= bottom:
            return sheet
        canvas = Image.new("L", ((right - left) * 2, (bottom - top) * 2))
        draw = ImageDraw.Draw(canvas)
        for name, points, style in self._shapes:
            moved = [(x * _FINE - left * 2, y * _FINE - top * 2) for x, y in points]
            getattr(draw, name)(moved, **style)
        sheet.paste(canvas.reduce(2), (left, top))
        return sheet

    def _keep(self, name: str, points: list[Point], margin: float, **style: Any) -> None:
        self._shapes.append((name, points, style))
        across, down = [x for x, _ in points], [y for _, y in points]
        self._across += [min(across) - margin, max(across) + margin]
        self._down += [min(down) - margin, max(down) + margin]


def _inside(places: list[float], size: int) -> tuple[int, int]:
    """The pixels of one side of the picture between the first and the last of these places."""
    first, last = min(places) * SCALE, max(places) * SCALE
    return max(0, math.floor(first) - 1), min(size, math.ceil(last) + 2)


def _tiled(field: Image.Image) -> Image.Image:
    """The field laid beside itself: its grains are random enough for an eye."""
    whole = Image.new("L", SIZE)
    for left in range(0, SIZE[0], field.width):
        for top in range(0, SIZE[1], field.height):
            whole.paste(field, (left, top))
    return whole


# How fast a grain fills once the tone is brighter than the paper's noise.
_GRAIN = [min(255, value * 7) for value in range(256)]


class Sheet:
    """One picture in the making: lay inks on it, then ``printed`` gives the result."""

    def __init__(self, seed: int, ground: Colour = PAPER) -> None:
        self.chance = Random(seed)  # noqa: S311 - a drawing, not a secret
        self.image = Image.new("RGB", SIZE, ground)
        grains = self.chance.randbytes(WIDTH * HEIGHT)
        self._noise = _tiled(Image.frombytes("L", (WIDTH, HEIGHT), grains))

    def fill(self, stencil: Image.Image, colour: Colour) -> None:
        """Lay an even ink through the stencil."""
        if box := stencil.getbbox():
            self.image.paste(colour, box, stencil.crop(box))

    def stipple(
        self, tone: Image.Image, colour: Colour, stencil: Image.Image | None = None
    ) -> None:
        """Lay an ink as grains, as dense as the tone is bright."""
        if box := (tone if stencil is None else stencil).getbbox():
            grains = ImageChops.subtract(tone.crop(box), self._noise.crop(box)).point(_GRAIN)
            mask = grains if stencil is None else both(grains, stencil.crop(box))
            self.image.paste(colour, box, mask)

    def wash(self, tone: Image.Image, colour: Colour, stencil: Image.Image | None = None) -> None:
        """Lay an ink smoothly, as strong as the tone is bright."""
        if box := (tone if stencil is None else stencil).getbbox():
            mask = tone.crop(box) if stencil is None else both(tone.crop(box), stencil.crop(box))
            self.image.paste(colour, box, mask)

    def sky(self, *stops: tuple[float, Colour]) -> None:
        """Cover everything with a fall of colours, each at its height."""
        column = Image.new("RGB", (1, SIZE[1]))
        column.putdata([_between(stops, pixel / SCALE) for pixel in range(SIZE[1])])
        self.image.paste(column.resize(SIZE, Image.Resampling.NEAREST))

    def mirror(self, shore: int, tint: Colour, strength: float, ripple: float = 7.0) -> None:
        """Fill everything below the shore with broken water that mirrors what stands above."""
        line, depth = round(shore * SCALE), SIZE[1] - round(shore * SCALE)
        above = self.image.crop((0, max(0, line - depth), SIZE[0], line)).resize(
            (SIZE[0] // 6, depth // 3)
        )
        water = above.resize((SIZE[0], depth)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        water = Image.blend(water, Image.new("RGB", water.size, tint), strength)
        for y in range(depth):
            reach = ripple * SCALE * (0.3 + 2.2 * y / depth)
            beat = y / SCALE / (1 + y / depth * 1.6)
            shift = round(reach * (math.sin(beat * 0.55) + 0.6 * math.sin(beat * 0.23 + 1)))
            row = ImageChops.offset(water.crop((0, y, SIZE[0], y + 1)), shift, 0)
            self.image.paste(row, (0, line + y))

    def printed(self, grain: float = 0.075) -> Image.Image:
        """The finished picture, with uneven ink and the tooth of the paper."""
        small = (WIDTH // 20, HEIGHT // 20)
        mottle = Image.frombytes("L", small, self.chance.randbytes(small[0] * small[1]))
        cloud = mottle.resize(SIZE, Image.Resampling.BICUBIC)
        tooth = Image.blend(self._noise, cloud, 0.2).convert("RGB")
        soft = ImageChops.soft_light(self.image, tooth)
        return Image.blend(self.image, soft, min(1.0, grain * 5))


def _between(stops: Sequence[tuple[float, Colour]], y: float) -> Colour:
    """The colour of a fall at one height."""
    if y <= stops[0][0]:
        return stops[0][1]
    for (top, first), (bottom, second) in pairwise(stops):
        if y <= bottom:
            return mix(first, second, (y - top) / (bottom - top))
    return stops[-1][1]


def ridge(chance: Random, base: float, swing: float, step: float = 60) -> list[Point]:
    """The outline of hills around a height, closed at the foot of the picture."""
    phases = [
        (chance.uniform(0.4, 2.2), chance.uniform(0, 6.3), chance.uniform(0.3, 1)) for _ in range(4)
    ]
    total = sum(weight for *_, weight in phases)
    points: list[Point] = [(-20, HEIGHT + 20)]
    x = -20.0
    while x <= WIDTH + 20:
        lift = sum(w * math.sin(x / WIDTH * 6.3 * f + p) for f, p, w in phases) / total
        points.append((x, base - swing * lift))
        x += step / 4
    return [*points, (WIDTH + 20, HEIGHT + 20)]
