"""Paper and inks: flat shapes cut at double size, stippled shade, water, and a printed grain.

Coordinates are always those of the finished picture; the same seed gives the same picture.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops, ImageDraw

type Colour = tuple[int, int, int]
type Point = tuple[float, float]
type Box = tuple[float, float, float, float]
type Place = Callable[[float, float], Point]

WIDTH, HEIGHT = 1920, 1280
SIZE = (WIDTH, HEIGHT)

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
    span = bottom - top
    column = Image.new("L", (1, HEIGHT))
    steps = (min(1.0, max(0.0, (y - top) / span)) for y in range(HEIGHT))
    column.putdata([round(start + (end - start) * step) for step in steps])
    return column.resize(SIZE, Image.Resampling.NEAREST)


def horizontal(left: float, right: float, start: int = 0, end: int = 255) -> Image.Image:
    """A tone that runs from ``start`` at ``left`` to ``end`` at ``right``."""
    span = right - left
    row = Image.new("L", (WIDTH, 1))
    steps = (min(1.0, max(0.0, (x - left) / span)) for x in range(WIDTH))
    row.putdata([round(start + (end - start) * step) for step in steps])
    return row.resize(SIZE, Image.Resampling.NEAREST)


def radial(centre: Point, across: float, down: float | None = None, peak: int = 255) -> Image.Image:
    """A tone brightest at the centre and gone at the given radii."""
    down = across if down is None else down
    # Pillow's gradient turns white in the corners; ours must be gone at the edges already.
    falling = [max(0, 255 - round(value * 1.42)) for value in range(256)]
    spot = Image.radial_gradient("L").point(falling).resize((round(across * 2), round(down * 2)))
    tone = Image.new("L", SIZE)
    tone.paste(spot, (round(centre[0] - across), round(centre[1] - down)))
    return tone if peak == 255 else tone.point([value * peak // 255 for value in range(256)])


def both(first: Image.Image, second: Image.Image) -> Image.Image:
    """Where both tones are."""
    return ImageChops.multiply(first, second)


def placed(x: float, y: float, size: float = 1, turn: int = 1) -> Place:
    """Where a small drawing's own coordinates fall; ``turn`` -1 makes it face the other way."""
    return lambda across, down: (x + across * size * turn, y + down * size)


def outline(pairs: str, place: Place) -> list[Point]:
    """The points written as "x,y x,y", each in its place."""
    spots = (pair.split(",") for pair in pairs.split())
    return [place(float(across), float(down)) for across, down in spots]


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


class Cut:
    """A stencil drawn at double size; ``done`` gives it with smooth edges."""

    def __init__(self) -> None:
        self._image = Image.new("L", (WIDTH * 2, HEIGHT * 2))
        self._draw = ImageDraw.Draw(self._image)

    def polygon(self, points: Iterable[Point], tone: int = 255) -> None:
        """Fill a closed outline."""
        self._draw.polygon([(x * 2, y * 2) for x, y in points], fill=tone)

    def rectangle(
        self, left: float, top: float, right: float, bottom: float, tone: int = 255
    ) -> None:
        """Fill an upright box."""
        self._draw.rectangle((left * 2, top * 2, right * 2, bottom * 2), fill=tone)

    def ellipse(
        self, centre: Point, across: float, down: float | None = None, tone: int = 255
    ) -> None:
        """Fill an ellipse of the given radii."""
        down = across if down is None else down
        x, y = centre
        box = ((x - across) * 2, (y - down) * 2, (x + across) * 2, (y + down) * 2)
        self._draw.ellipse(box, fill=tone)

    def line(self, points: Sequence[Point], width: float, tone: int = 255) -> None:
        """Draw a line with round joints."""
        doubled = [(x * 2, y * 2) for x, y in points]
        self._draw.line(doubled, fill=tone, width=max(1, round(width * 2)), joint="curve")

    def arc(
        self, centre: Point, radius: float, span: tuple[float, float], width: float, tone: int = 255
    ) -> None:
        """Draw a part of a circle between two angles in degrees."""
        x, y = centre
        box = ((x - radius) * 2, (y - radius) * 2, (x + radius) * 2, (y + radius) * 2)
        self._draw.arc(box, span[0], span[1], fill=tone, width=max(1, round(width * 2)))

    def done(self) -> Image.Image:
        """The stencil at the size of the picture."""
        sheet = Image.new("L", SIZE)
        if inked := self._image.getbbox():
            left, top, right, bottom = (
                inked[0] // 2,
                inked[1] // 2,
                -(-inked[2] // 2),
                -(-inked[3] // 2),
            )
            sheet.paste(
                self._image.reduce(2, (left * 2, top * 2, right * 2, bottom * 2)), (left, top)
            )
        return sheet


# How fast a grain fills once the tone is brighter than the paper's noise.
_GRAIN = [min(255, value * 7) for value in range(256)]


class Sheet:
    """One picture in the making: lay inks on it, then ``printed`` gives the result."""

    def __init__(self, seed: int, ground: Colour = PAPER) -> None:
        self.chance = Random(seed)  # noqa: S311 - a drawing, not a secret
        self.image = Image.new("RGB", SIZE, ground)
        self._noise = Image.frombytes("L", SIZE, self.chance.randbytes(WIDTH * HEIGHT))

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
        column = Image.new("RGB", (1, HEIGHT))
        column.putdata([_between(stops, y) for y in range(HEIGHT)])
        self.image.paste(column.resize(SIZE, Image.Resampling.NEAREST))

    def mirror(self, shore: int, tint: Colour, strength: float, ripple: float = 7.0) -> None:
        """Fill everything below the shore with broken water that mirrors what stands above."""
        depth = HEIGHT - shore
        above = self.image.crop((0, max(0, shore - depth), WIDTH, shore)).resize(
            (WIDTH // 6, depth // 3)
        )
        water = above.resize((WIDTH, depth)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        water = Image.blend(water, Image.new("RGB", water.size, tint), strength)
        for y in range(depth):
            reach = ripple * (0.3 + 2.2 * y / depth)
            beat = y / (1 + y / depth * 1.6)
            shift = round(reach * (math.sin(beat * 0.55) + 0.6 * math.sin(beat * 0.23 + 1)))
            row = ImageChops.offset(water.crop((0, y, WIDTH, y + 1)), shift, 0)
            self.image.paste(row, (0, shore + y))

    def printed(self, grain: float = 0.075) -> Image.Image:
        """The finished picture, with uneven ink and the tooth of the paper."""
        small = (WIDTH // 20, HEIGHT // 20)
        mottle = Image.frombytes("L", small, self.chance.randbytes(small[0] * small[1]))
        cloud = mottle.resize(SIZE, Image.Resampling.BICUBIC).convert("RGB")
        tooth = Image.blend(self._noise.convert("RGB"), cloud, 0.2)
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
