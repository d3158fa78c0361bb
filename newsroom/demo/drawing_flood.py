"""A hill village in the rain, above a river out of its bed."""

import itertools
import math

from PIL import Image

from newsroom.demo.drawing_sheet import (
    CINNABAR,
    HEIGHT,
    INDIGO,
    INK,
    NIGHT,
    PAPER,
    SAFFRON,
    SAND,
    WIDTH,
    Cut,
    Sheet,
    both,
    curve,
    horizontal,
    mix,
    outline,
    placed,
    radial,
    ridge,
    vertical,
)

_SLATE = mix(mix(INDIGO, INK, 0.45), SAND, 0.22)
_MUD = mix(mix(SAND, CINNABAR, 0.32), INK, 0.42)


def rain() -> Image.Image:
    """Families climb the steps to a lit school while brown water takes the lower houses."""
    sheet = Sheet(139)
    sheet.sky(
        (0, mix(_SLATE, NIGHT, 0.6)), (380, mix(_SLATE, SAND, 0.12)), (760, mix(_SLATE, SAND, 0.5))
    )
    for base, swing, share in ((430, 110, 0.2), (540, 90, 0.42)):
        hills = Cut()
        hills.polygon(ridge(sheet.chance, base, swing))
        shape = hills.done()
        sheet.fill(shape, mix(mix(_SLATE, SAND, 0.42), NIGHT, share))
        sheet.stipple(vertical(base, 900, 0, 200), mix(_SLATE, SAND, 0.5), shape)
    _hill(sheet)
    for row in range(5):
        _houses(sheet, row)
    _steps(sheet)
    _school(sheet)
    _water(sheet)
    _taken(sheet)
    _people(sheet)
    _fall(sheet)
    return sheet.printed()


def _brow(x: float) -> float:
    """The height of the village's hill over one place."""
    return 900 - 560 * max(0.0, min(1.0, (x - 60) / 1560)) ** 1.15


def _hill(sheet: Sheet) -> None:
    """The slope that carries the village."""
    slope = Cut()
    slope.polygon(
        [(-10, HEIGHT), *[(x, _brow(x)) for x in range(-10, WIDTH + 20, 30)], (WIDTH + 10, HEIGHT)]
    )
    shape = slope.done()
    sheet.fill(shape, mix(_SLATE, INK, 0.42))
    sheet.stipple(vertical(330, 1000, 40, 150), mix(mix(_SLATE, SAFFRON, 0.3), INK, 0.3), shape)


def _houses(sheet: Sheet, row: int) -> None:
    """One terrace of flat-roofed houses; a window here and there is lit."""
    walls, sides, lit, dark, roofs = Cut(), Cut(), Cut(), Cut(), Cut()
    size = 0.62 + row * 0.13
    x = 420.0 - row * 120
    while x < WIDTH + 40:
        wide = sheet.chance.uniform(80, 138) * size
        foot = _brow(x + wide / 2) + 40 + row * 118
        tall = sheet.chance.uniform(84, 150) * size
        x += wide * sheet.chance.uniform(1.02, 1.5)
        if foot > 1010 or 0 < 1330 + (foot - 700) * -1.1 - x < 150:
            continue
        left = x - wide
        walls.rectangle(left, foot - tall, left + wide, foot + 70)
        sides.rectangle(left + wide * 0.66, foot - tall, left + wide, foot + 70)
        roofs.rectangle(left - 5, foot - tall - 9 * size, left + wide + 5, foot - tall + 3)
        for place in (0.16, 0.42, 0.74):
            pane = lit if sheet.chance.random() < 0.3 else dark
            across, top = left + wide * place, foot - tall * sheet.chance.choice((0.74, 0.7))
            pane.rectangle(across, top, across + 13 * size, top + 25 * size)
    shape = walls.done()
    tone = mix(mix(SAND, _SLATE, 0.5), INK, 0.14 + row * 0.05)
    sheet.fill(shape, tone)
    sheet.stipple(vertical(300, 1100, 40, 150), mix(tone, CINNABAR, 0.35), shape)
    sheet.fill(sides.done(), mix(tone, NIGHT, 0.42))
    sheet.fill(roofs.done(), mix(tone, INK, 0.5))
    sheet.fill(dark.done(), mix(tone, INK, 0.72))
    panes = lit.done()
    halo = panes.reduce(16).point([min(255, value * 5) for value in range(256)]).resize(panes.size)
    sheet.wash(halo.point([value // 3 for value in range(256)]), SAFFRON)
    sheet.fill(panes, mix(SAFFRON, PAPER, 0.3))


_STAIR = (
    (640, 1040),
    (900, 930),
    (860, 830),
    (1130, 720),
    (1110, 640),
    (1400, 500),
    (1420, 430),
    (1560, 345),
)


def _steps(sheet: Sheet) -> None:
    """The stair that winds up between the houses, narrower with distance."""
    stair, treads = Cut(), Cut()
    for index, ((x, y), (to_x, to_y)) in enumerate(itertools.pairwise(_STAIR)):
        near, far = 76 - index * 8, 68 - index * 8
        stair.polygon([(x - near, y), (x + near, y), (to_x + far, to_y), (to_x - far, to_y)])
        for step in range(12):
            share = step / 12
            cx, cy, half = (
                x + (to_x - x) * share,
                y + (to_y - y) * share,
                near + (far - near) * share,
            )
            treads.line([(cx - half, cy), (cx + half, cy)], 2.4)
    shape = stair.done()
    sheet.fill(shape, mix(mix(SAND, _SLATE, 0.42), INK, 0.1))
    sheet.stipple(vertical(340, 1000, 200, 0), mix(SAND, SAFFRON, 0.3), shape)
    sheet.wash(vertical(0, 1, 130, 130), INK, treads.done())


def _school(sheet: Sheet) -> None:
    """The school on the top, every window lit."""
    house, roof, lit = Cut(), Cut(), Cut()
    house.rectangle(1440, 190, 1850, 372)
    house.polygon([(1590, 190), (1645, 128), (1700, 190)])
    roof.rectangle(1428, 182, 1862, 198)
    roof.line([(1645, 130), (1645, 56)], 5)
    sheet.stipple(radial((1640, 280), 520, 330, 190), mix(SAFFRON, SAND, 0.3))
    wall = house.done()
    sheet.fill(wall, mix(SAND, _SLATE, 0.28))
    sheet.stipple(horizontal(1500, 1900, 0, 190), mix(_SLATE, NIGHT, 0.3), wall)
    for x in (1470, 1532, 1722, 1784):
        lit.rectangle(x, 232, x + 38, 300)
        lit.ellipse((x + 19, 232), 19, 18)
    lit.rectangle(1616, 262, 1674, 372)
    lit.ellipse((1645, 262), 29, 28)
    sheet.fill(lit.done(), mix(SAFFRON, PAPER, 0.35))
    sheet.fill(roof.done(), mix(CINNABAR, INK, 0.3))
    flag = Cut()
    flag.polygon(
        [*curve((1645, 58), (1680, 46), (1722, 66)), *curve((1722, 100), (1684, 82), (1645, 94))]
    )
    sheet.fill(flag.done(), CINNABAR)


def _water(sheet: Sheet) -> None:
    """The river, high and brown, in long braids."""
    river, braids, foam = Cut(), Cut(), Cut()
    edge = [
        (x, 985 - 0.02 * x + 13 * math.sin(x / 90) + 6 * math.sin(x / 31))
        for x in range(-20, WIDTH + 40, 20)
    ]
    river.polygon([(-20, HEIGHT + 10), *edge, (WIDTH + 20, HEIGHT + 10)])
    shape = river.done()
    sheet.fill(shape, _MUD)
    sheet.stipple(vertical(950, 1280, 210, 0), mix(_MUD, SAND, 0.5), shape)
    for i in range(90):
        y = 1000 + 280 * (i / 90) ** 1.2
        x, reach = sheet.chance.uniform(-200, WIDTH), sheet.chance.uniform(120, 480)
        line = [(x + t * reach / 12, y + (5 + i * 0.1) * math.sin(t * 0.8 + i)) for t in range(13)]
        (foam if i % 4 == 0 else braids).line(line, 2 + i * 0.045)
    sheet.wash(vertical(0, 1, 170, 170), mix(_MUD, INK, 0.45), both(braids.done(), shape))
    sheet.wash(vertical(960, 1280, 200, 120), mix(SAND, PAPER, 0.4), both(foam.done(), shape))
    shore = Cut()
    shore.line(edge, 5)
    sheet.fill(shore.done(), mix(SAND, PAPER, 0.4))


def _taken(sheet: Sheet) -> None:
    """What the water has taken: a roof, a street lamp, a tree, a boat tied to a window."""
    dark, warm = Cut(), Cut()
    warm.polygon([(90, 1120), (150, 1010), (420, 1010), (470, 1120)])
    dark.polygon([(420, 1010), (470, 1120), (560, 1120), (510, 1040)])
    dark.rectangle(250, 940, 290, 1015)
    dark.line([(760, 1150), (760, 890), (800, 868)], 9)
    dark.ellipse((812, 876), 22, 9)
    dark.line([(1660, 1190), (1650, 1040), (1600, 960)], 20)
    dark.line([(1652, 1060), (1720, 980)], 12)
    for _ in range(60):
        turn, reach = sheet.chance.uniform(0, 6.3), sheet.chance.uniform(0, 1) ** 0.5
        dark.ellipse(
            (1650 + 130 * reach * math.cos(turn), 930 + 80 * reach * math.sin(turn)), 26, 17
        )
    dark.polygon(
        [
            *curve((1130, 1150), (1280, 1214), (1440, 1136)),
            *curve((1400, 1200), (1290, 1222), (1170, 1200)),
        ]
    )
    sheet.fill(warm.done(), mix(CINNABAR, INK, 0.28))
    sheet.fill(dark.done(), mix(INK, NIGHT, 0.4))
    tiles = Cut()
    for row in range(5):
        y = 1030 + row * 21
        tiles.line([(150 - (y - 1010) * 0.54, y), (420 + (y - 1010) * 0.46, y)], 3)
    sheet.wash(vertical(0, 1, 150, 150), INK, tiles.done())
    ripple = Cut()
    for x, y, wide in ((330, 1124, 270), (760, 1152, 70), (1660, 1192, 90), (1290, 1206, 200)):
        ripple.ellipse((x, y), wide, 7)
    sheet.stipple(vertical(0, 1, 200, 200), mix(SAND, PAPER, 0.4), ripple.done())


def _people(sheet: Sheet) -> None:
    """Those who climb: bundles, children, one red umbrella."""
    bodies, bundles, red, blue = Cut(), Cut(), Cut(), Cut()
    walkers = (
        (690, 1010, 1.25, 1),
        (770, 985, 1.1, 0),
        (880, 925, 1.0, 2),
        (872, 850, 0.9, 0),
        (1010, 770, 0.8, 1),
        (1120, 690, 0.7, 0),
        (1260, 575, 0.58, 2),
        (1330, 545, 0.55, 0),
        (1412, 465, 0.48, 0),
        (1500, 385, 0.42, 1),
    )
    for x, y, size, kind in walkers:
        at = placed(x, y, size)
        bodies.polygon(
            outline("-22,0 -26,-60 -18,-96 0,-104 20,-94 28,-56 24,0 10,0 4,-30 -4,0", at)
        )
        bodies.ellipse(at(4, -120), 15 * size, 18 * size)
        if kind == 1:
            bundles.ellipse(at(-2, -146), 30 * size, 19 * size)
            bodies.line(outline("-18,-90 -30,-130 -14,-146", at), 7 * size)
        elif kind == 2:
            bodies.line(outline("18,-80 20,-170", at), 4 * size)
            (red if x < 1000 else blue).polygon(
                [
                    *curve(at(-48, -158), at(20, -250), at(88, -158)),
                    at(54, -166),
                    at(20, -156),
                    at(-14, -166),
                ]
            )
    sheet.fill(bodies.done(), INK)
    sheet.fill(bundles.done(), mix(SAND, PAPER, 0.3))
    sheet.fill(red.done(), CINNABAR)
    sheet.fill(blue.done(), mix(SAFFRON, SAND, 0.2))


def _fall(sheet: Sheet) -> None:
    """Rain, driven from the left, and the rings it makes."""
    far, near, rings = Cut(), Cut(), Cut()
    for i in range(900):
        x, y = sheet.chance.uniform(-60, WIDTH), sheet.chance.uniform(-60, HEIGHT)
        reach = sheet.chance.uniform(22, 70)
        (far if i % 3 else near).line([(x, y), (x + reach * 0.3, y + reach)], 1 if i % 3 else 1.8)
    for _ in range(70):
        x, y = sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(1010, 1260)
        rings.ellipse((x, y), 9 + (y - 1000) * 0.05, 1.6)
    sheet.wash(vertical(0, 1, 90, 90), PAPER, far.done())
    sheet.wash(vertical(0, 1, 130, 130), PAPER, near.done())
    sheet.wash(vertical(0, 1, 110, 110), PAPER, rings.done())
