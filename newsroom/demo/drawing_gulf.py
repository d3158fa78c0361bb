"""The chart of an invented gulf: coast, depths, contours, one route."""

import math
from collections.abc import Iterable
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter

from newsroom.demo.drawing_sheet import (
    CINNABAR,
    HEIGHT,
    INDIGO,
    INK,
    NIGHT,
    PAPER,
    SAND,
    SCALE,
    SIZE,
    WIDTH,
    Cut,
    Point,
    Sheet,
    both,
    mix,
    vertical,
)

_SHORE = 118
# fmt: off
_BASIN: tuple[Point, ...] = (
    (-40, 1300), (-40, 640), (300, 700), (640, 560), (900, 330),
    (1180, 250), (1500, 330), (1640, 560), (1500, 700), (1240, 700),
    (1080, 820), (1010, 1020), (760, 1180), (560, 1330),
)
# fmt: on


def gulf() -> Image.Image:
    """A chart: depths in blue steps, land in contour lines, one route in red."""
    sheet = Sheet(83, mix(PAPER, SAND, 0.35))
    field = _relief(sheet)
    for step, level in enumerate((_SHORE, 100, 84, 66, 48, 34)):
        water = ImageChops.invert(_above(field, level))
        sheet.fill(water, mix(mix(INDIGO, PAPER, 0.72), mix(INDIGO, NIGHT, 0.3), step / 5))
    land = _above(field, _SHORE)
    heights = field.point(lambda value: value * 2 - 250).convert("L")
    sheet.stipple(heights, mix(SAND, CINNABAR, 0.3), land)
    flat = vertical(0, 1, 130, 130)
    sheet.wash(flat, mix(PAPER, INDIGO, 0.45), _contours(field, range(24, _SHORE, 12), 2))
    sheet.wash(flat, mix(CINNABAR, INK, 0.35), _contours(field, range(_SHORE + 8, 240, 9), 2))
    _grid(sheet)
    near = land.reduce(4).filter(ImageFilter.BoxBlur(4)).resize(SIZE)
    surf = near.point([255 if value > 30 else 0 for value in range(256)])
    sheet.wash(vertical(0, 1, 90, 90), PAPER, both(surf, ImageChops.invert(land)))
    sheet.fill(_contours(field, (_SHORE,), 5), INK)
    _harbours(sheet, land, _route(sheet))
    _rose(sheet, (1610, 1000), 150)
    _frame(sheet)
    return sheet.printed(0.06)


def _relief(sheet: Sheet) -> Image.Image:
    """Heights of an invented coast: a long gulf, a strait, islands, and hills behind."""
    deep, isles = Cut(), Cut()
    deep.polygon(_BASIN)
    deep.polygon([(1560, 380), (1760, 180), (1960, 60), (1960, 330), (1740, 470)])
    for x, y, across, down in (
        (860, 740, 96, 60),
        (1330, 520, 84, 44),
        (520, 960, 60, 84),
        (640, 860, 34, 26),
        (1130, 590, 40, 26),
        (330, 1080, 50, 36),
    ):
        shore = [1 + sheet.chance.uniform(-0.34, 0.3) for _ in range(14)]
        turns = [math.tau * i / 14 for i in range(14)]
        isles.polygon(
            [
                (x + across * r * math.cos(a), y + down * r * math.sin(a))
                for a, r in zip(turns, shore, strict=True)
            ]
        )
    base = ImageChops.invert(deep.done()).reduce(4).filter(ImageFilter.GaussianBlur(17))
    total = base.point([round(30 + value * 0.66) for value in range(256)])
    rise = isles.done().reduce(4).filter(ImageFilter.GaussianBlur(7))
    total = ImageChops.add(total, rise.point([value * 3 // 5 for value in range(256)]))
    for cells, weight in ((6, 0.2), (13, 0.13), (30, 0.07)):
        small = (cells, cells * 2 // 3)
        waves = Image.frombytes("L", small, sheet.chance.randbytes(small[0] * small[1]))
        total = Image.blend(total, waves.resize(total.size, Image.Resampling.BICUBIC), weight)
    # Whole numbers make stairs of a gentle slope; real ones, from few samples, do not.
    few = total.convert("F").resize((WIDTH // 20, HEIGHT // 20), Image.Resampling.BOX)
    return few.resize(SIZE, Image.Resampling.BICUBIC)


def _above(field: Image.Image, level: float) -> Image.Image:
    """Where the field is higher than a level, with soft edges."""
    return field.point(lambda value: value * 300 + (128 - level * 300)).convert("L")


def _contours(field: Image.Image, levels: Iterable[int], width: int) -> Image.Image:
    """The lines along which the field has one of the given heights."""
    lines, wide = Image.new("L", SIZE), round(width * SCALE)
    for level in levels:
        high = _above(field, level)
        for right, down in ((wide, 0), (0, wide), (wide // 2, -wide // 2)):
            edge = ImageChops.difference(high, ImageChops.offset(high, right, down))
            lines = ImageChops.lighter(lines, edge)
    return lines


def _grid(sheet: Sheet) -> None:
    """Bowed meridians and parallels."""
    lines = Cut()
    for i in range(-1, 9):
        x = 120 + i * 240
        lines.line([(x + (x - 960) * 0.0001 * (y - 200), y) for y in range(0, HEIGHT + 1, 40)], 1.5)
    for i in range(6):
        y = 90 + i * 240
        lines.line(
            [(x, y + 26 * math.sin(math.pi * x / WIDTH)) for x in range(0, WIDTH + 1, 40)], 1.5
        )
    sheet.wash(vertical(0, 1, 120, 120), INK, lines.done())


def _route(sheet: Sheet) -> list[Point]:
    """A dashed way through the gulf and out by the strait; gives the places it passes."""
    turns: list[Point] = [(-60, 1010), (300, 800), (470, 770), (690, 640), (860, 540), (990, 440)]
    turns += [(1180, 380), (1420, 400), (1590, 400), (1760, 280), (1990, 150)]
    fine: list[Point] = []
    for (x0, y0), (x1, y1) in pairwise(turns):
        fine += [(x0 + (x1 - x0) * t / 30, y0 + (y1 - y0) * t / 30) for t in range(30)]
    smooth = []
    for i in range(14, len(fine) - 14):
        near = fine[i - 14 : i + 15]
        smooth.append((sum(x for x, _ in near) / 29, sum(y for _, y in near) / 29))
    dashes = Cut()
    for i in range(0, len(smooth) - 6, 9):
        dashes.line(smooth[i : i + 6], 6)
    sheet.fill(dashes.done(), CINNABAR)
    return smooth


def _harbours(sheet: Sheet, land: Image.Image, way: list[Point]) -> None:
    """Ringed dots on the coast, found from the route towards the shore."""
    rings, dots = Cut(), Cut()
    for share, step in ((0.14, -6), (0.34, 6), (0.5, -6), (0.62, 6), (0.8, -6)):
        x, y = way[int(len(way) * share)]
        while 90 < y < HEIGHT - 90 and land.getpixel((round(x * SCALE), round(y * SCALE))) == 0:
            y += step
        rings.ellipse((x, y), 17)
        dots.ellipse((x, y), 10)
    sheet.fill(rings.done(), PAPER)
    sheet.fill(dots.done(), CINNABAR)


def _rose(sheet: Sheet, centre: Point, radius: float) -> None:
    """A rose of sixteen winds; the north is red."""
    x, y = centre
    plate = Cut()
    plate.ellipse(centre, radius * 1.12)
    sheet.wash(vertical(0, 1, 215, 215), PAPER, plate.done())
    for winds, reach in ((range(1, 16, 2), 0.46), (range(2, 16, 4), 0.72), (range(0, 16, 4), 1.0)):
        for half, ink in ((1, INK), (-1, mix(PAPER, SAND, 0.5))):
            points = Cut()
            for wind in winds:
                angle = math.radians(wind * 22.5 - 90)
                side = angle + half * math.radians(32)
                tip = (x + radius * reach * math.cos(angle), y + radius * reach * math.sin(angle))
                waist = (
                    x + radius * 0.2 * reach * math.cos(side),
                    y + radius * 0.2 * reach * math.sin(side),
                )
                points.polygon([centre, tip, waist])
            sheet.fill(points.done(), ink)
    _rings(sheet, centre, radius)


def _rings(sheet: Sheet, centre: Point, radius: float) -> None:
    """The circles and degrees of the rose, and the mark of the north."""
    x, y = centre
    north, rings = Cut(), Cut()
    north.polygon(
        [
            (x, y - radius * 1.32),
            (x + 17, y - radius * 1.03),
            (x, y - radius * 1.1),
            (x - 17, y - radius * 1.03),
        ]
    )
    for size, width in ((0.55, 2), (0.98, 2), (1.03, 5)):
        rings.arc(centre, radius * size, (0, 360), width)
    for degree in range(0, 360, 10):
        c, s = math.cos(math.radians(degree)), math.sin(math.radians(degree))
        rings.line(
            [
                (x + radius * 0.91 * c, y + radius * 0.91 * s),
                (x + radius * 0.98 * c, y + radius * 0.98 * s),
            ],
            2,
        )
    sheet.fill(rings.done(), INK)
    sheet.fill(north.done(), CINNABAR)


def _frame(sheet: Sheet) -> None:
    """The chart's border, measured in black and white."""
    paper, marks = Cut(), Cut()
    paper.rectangle(0, 0, WIDTH, HEIGHT)
    paper.rectangle(46, 46, WIDTH - 47, HEIGHT - 47, tone=0)
    for outer, width in ((44, 4), (28, 2)):
        edge = [
            (outer, outer),
            (WIDTH - outer, outer),
            (WIDTH - outer, HEIGHT - outer),
            (outer, HEIGHT - outer),
            (outer, outer),
        ]
        marks.line(edge, width)
    for i in range(0, 32, 2):
        left = 44 + i * (WIDTH - 88) / 32
        for y in (29, HEIGHT - 43):
            marks.rectangle(left, y, left + (WIDTH - 88) / 32, y + 13)
    for i in range(0, 20, 2):
        top = 44 + i * (HEIGHT - 88) / 20
        for x in (29, WIDTH - 43):
            marks.rectangle(x, top, x + 13, top + (HEIGHT - 88) / 20)
    sheet.fill(paper.done(), PAPER)
    sheet.fill(marks.done(), INK)
