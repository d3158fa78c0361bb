"""A card of lettering: alif and nun from a broad pen, measured in its own dots."""

import math
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image

from newsroom.demo.drawing_sheet import (
    CINNABAR,
    HEIGHT,
    INDIGO,
    INK,
    PAPER,
    SAFFRON,
    SAND,
    WIDTH,
    Cut,
    Point,
    Sheet,
    both,
    curve,
    mix,
    outline,
    radial,
    vertical,
)

# The side of a dot is the width of the pen; every measure of the letters is counted in it.
_PEN = 118.0
# The pen's edge lies at this angle to the line of writing.
_HOLD = math.radians(-58)
_BASE = 900.0


def letter() -> Image.Image:
    """A nun with its dot and an alif of seven dots, in the circle that measures both."""
    sheet = Sheet(241, mix(PAPER, SAND, 0.16))
    _paper(sheet)
    _measure(sheet)
    _nun(sheet)
    _alif(sheet)
    _tools(sheet)
    return sheet.printed(0.07)


def _paper(sheet: Sheet) -> None:
    """Polished paper: a warm bloom, ruled lines pressed into it, a double frame."""
    sheet.stipple(radial((1180, 560), 1150, 800, 130), mix(SAND, SAFFRON, 0.25))
    sheet.stipple(radial((140, 1240), 620, 460, 110), mix(SAND, CINNABAR, 0.2))
    rules, frame = Cut(), Cut()
    for y in (_BASE - 7 * 84 * 1.0, _BASE - 250, _BASE):
        rules.line([(150, y), (1770, y)], 2)
    sheet.wash(vertical(0, 1, 120, 120), mix(INDIGO, PAPER, 0.3), rules.done())
    for inset, thick in ((54, 5), (72, 1.8)):
        box = [
            (inset, inset),
            (WIDTH - inset, inset),
            (WIDTH - inset, HEIGHT - inset),
            (inset, HEIGHT - inset),
        ]
        frame.line([*box, box[0], box[1]], thick)
    sheet.fill(frame.done(), mix(INDIGO, INK, 0.2))


def _nib(
    cut: Cut, path: Sequence[Point], widths: Sequence[float] | None = None, hold: float = _HOLD
) -> None:
    """What a broad pen leaves: its slanted edge drawn along the path."""
    for index, ((x, y), (to_x, to_y)) in enumerate(pairwise(path)):
        first = _PEN / 2 * (widths[index] if widths else 1)
        last = _PEN / 2 * (widths[index + 1] if widths else 1)
        dx, dy = math.cos(hold), math.sin(hold)
        quad = [
            (x - dx * first, y - dy * first), (x + dx * first, y + dy * first),
            (to_x + dx * last, to_y + dy * last), (to_x - dx * last, to_y - dy * last),
        ]  # fmt: skip
        cut.polygon(quad)
        if 2 < index < len(path) - 4:  # where the edge runs along the path, it still has a body
            cut.line([(x, y), (to_x, to_y)], first * 0.5)


def _rhomb(centre: Point, side: float = _PEN) -> list[Point]:
    """A dot as the pen makes it: a square that stands on the slant of its edge."""
    x, y = centre
    ax, ay = side / 2 * math.cos(_HOLD), side / 2 * math.sin(_HOLD)
    bx, by = -ay, ax
    return [
        (x - ax - bx, y - ay - by),
        (x + ax - bx, y + ay - by),
        (x + ax + bx, y + ay + by),
        (x - ax + bx, y - ay + by),
    ]


def _measure(sheet: Sheet) -> None:
    """Circles, axes and small dots: the drawing under the letters."""
    fine, dots, ticks = Cut(), Cut(), Cut()
    centre, reach = (1160.0, _BASE - 176), 380.0
    fine.arc(centre, reach, (0, 360), 2.6)
    fine.arc(centre, reach / 2, (0, 360), 1.6)
    for turn in range(4):
        lie = turn * math.pi / 4
        fine.line(
            [
                (centre[0] - 460 * math.cos(lie), centre[1] - 460 * math.sin(lie)),
                (centre[0] + 460 * math.cos(lie), centre[1] + 460 * math.sin(lie)),
            ],
            1.4,
        )
    for degree in range(0, 360, 6):
        lie = math.radians(degree)
        out = reach + (16 if degree % 30 else 30)
        ticks.line(
            [
                (centre[0] + reach * math.cos(lie), centre[1] + reach * math.sin(lie)),
                (centre[0] + out * math.cos(lie), centre[1] + out * math.sin(lie)),
            ],
            1.6,
        )
    sheet.wash(vertical(0, 1, 150, 150), INDIGO, fine.done())
    sheet.wash(vertical(0, 1, 170, 170), INDIGO, ticks.done())
    for step in range(7):
        dots.polygon(_rhomb((640, _BASE - 42 - step * 84), 62))
    for step in range(7):
        dots.polygon(_rhomb((906 + step * 84, _BASE + 250), 62))
    shape = dots.done()
    edges = Cut()
    for step in range(8):
        edges.line([(586, _BASE - step * 84), (694, _BASE - step * 84)], 1.4)
        edges.line([(864 + step * 84, _BASE + 208), (864 + step * 84, _BASE + 292)], 1.4)
    sheet.wash(vertical(0, 1, 150, 150), INDIGO, edges.done())
    sheet.wash(vertical(0, 1, 236, 236), CINNABAR, shape)


def _nun(sheet: Sheet) -> None:
    """The bowl: a short head, a deep sweep to the left, a hair that rises at the end."""
    cut = Cut()
    head = curve((1486, _BASE - 306), (1516, _BASE - 250), (1512, _BASE - 150))
    sweep = [
        *curve((1512, _BASE - 150), (1500, _BASE + 96), (1180, _BASE + 108)),
        *curve((1180, _BASE + 108), (880, _BASE + 112), (838, _BASE - 116)),
    ]
    path = [*head, *sweep[1:]]
    count = len(path)
    widths = [
        1.0 if i < count * 0.72 else max(0.06, 1 - (i / count - 0.72) / 0.28 * 0.98)
        for i in range(count)
    ]
    widths = [width * min(1.0, 0.55 + i / 16) for i, width in enumerate(widths)]
    _nib(cut, path, widths)
    cut.polygon(_rhomb((1160, _BASE - 262)))
    _ink(sheet, cut.done())


def _alif(sheet: Sheet) -> None:
    """Seven dots high, a little bent, with the small hook at its head."""
    cut = Cut()
    path = curve((454, _BASE - 570), (486, _BASE - 300), (440, _BASE - 20))
    widths = [0.82 - 0.5 * max(0.0, i / 24 - 0.55) for i in range(25)]
    _nib(cut, path, widths, math.radians(-32))
    hook = curve((454, _BASE - 570), (506, _BASE - 560), (520, _BASE - 498))
    _nib(cut, hook, [0.8 - 0.74 * i / 24 for i in range(25)], math.radians(-32))
    _ink(sheet, cut.done())


def _ink(sheet: Sheet, shape: Image.Image) -> None:
    """Soot ink: dark where the pen rested, with a pale dryness in the quick strokes."""
    sheet.fill(shape, mix(INK, INDIGO, 0.16))
    sheet.stipple(radial((1010, _BASE + 70), 380, 190, 120), mix(INDIGO, SAND, 0.5), shape)
    sheet.stipple(radial((440, _BASE - 60), 120, 240, 120), mix(INDIGO, SAND, 0.5), shape)
    sheet.stipple(radial((1540, _BASE - 200), 260, 240, 150), INK, shape)


def _tools(sheet: Sheet) -> None:
    """The reed across the corner, its cut tip wet, and a drop beside it."""
    reed, joint, tip, shade, drop = Cut(), Cut(), Cut(), Cut(), Cut()
    lie = math.radians(150)
    dx, dy = math.cos(lie), math.sin(lie)

    def at(along: float, aside: float) -> Point:
        return (1596 - dx * along - dy * aside, 214 - dy * along + dx * aside)

    shade.polygon(outline("-20,34 700,62 700,20 -20,4", at))
    sheet.stipple(vertical(0, 1, 150, 150), mix(SAND, INK, 0.5), shade.done())
    reed.polygon(outline("-230,0 -150,-25 700,-25 700,25 -150,25", at))
    wood = reed.done()
    sheet.fill(wood, mix(mix(SAND, SAFFRON, 0.4), CINNABAR, 0.16))
    lit = Cut()
    lit.polygon(outline("-150,-16 700,-16 700,-6 -150,-6", at))
    sheet.fill(both(lit.done(), wood), mix(SAND, PAPER, 0.6))
    dark = Cut()
    dark.polygon(outline("-200,8 700,8 700,25 -200,25", at))
    sheet.stipple(vertical(0, 1, 150, 150), mix(CINNABAR, INK, 0.5), both(dark.done(), wood))
    for place in (80, 330):
        joint.polygon([at(place, -28), at(place + 12, -28), at(place + 12, 28), at(place, 28)])
    sheet.fill(joint.done(), mix(CINNABAR, INK, 0.4))
    tip.polygon(outline("-230,0 -176,-17 -140,-8 -150,14 -176,17", at))
    sheet.fill(tip.done(), INK)
    drop.ellipse(at(-300, 6), 13, 11)
    drop.ellipse(at(-338, -16), 5)
    sheet.fill(drop.done(), INK)
