"""The delta of an invented river, drawn as a map of its fields."""

import itertools
import math

from PIL import Image, ImageChops, ImageFilter

from newsroom.demo.drawing_sheet import (
    CINNABAR,
    HEIGHT,
    INDIGO,
    INK,
    NIGHT,
    PAPER,
    SAFFRON,
    SAND,
    SIZE,
    WIDTH,
    Colour,
    Cut,
    Point,
    Sheet,
    both,
    curve,
    mix,
    radial,
    vertical,
)

_SEA: Colour = (42, 92, 112)
_LEAF: Colour = (104, 128, 78)
_APEX = (1010.0, 330.0)
_MOUTHS = ((330, 900), (640, 1010), (960, 1060), (1290, 1000), (1610, 880))


def delta() -> Image.Image:
    """Five branches open like a hand; fields between them, salt creeping up the eastern one."""
    sheet = Sheet(173, mix(SAND, CINNABAR, 0.12))
    _desert(sheet)
    land = _land()
    _sea(sheet, land)
    fan = _fan(land)
    _fields(sheet, fan)
    _water(sheet, land)
    _salt(sheet, fan)
    _towns(sheet)
    _stations(sheet)
    return sheet.printed(0.06)


def _desert(sheet: Sheet) -> None:
    """Dune lines on both sides of the valley."""
    dunes = Cut()
    for i in range(150):
        x, y = sheet.chance.uniform(-100, WIDTH), sheet.chance.uniform(-20, 940)
        reach = sheet.chance.uniform(40, 150)
        dunes.line(curve((x, y), (x + reach / 2, y - 16 - i % 14), (x + reach, y + 5)), 2)
    sheet.stipple(radial((1000, 300), 1300, 900, 130), mix(SAND, PAPER, 0.5))
    sheet.wash(vertical(0, 1, 110, 110), mix(CINNABAR, SAND, 0.4), dunes.done())


def _land() -> Image.Image:
    """Everything above the coast, with a lobe at each mouth."""
    land = Cut()
    coast: list[Point] = [(-20, 760)]
    for x, y in _MOUTHS:
        coast += [
            (x - 130, y - 66),
            *curve((x - 70, y - 10), (x, y + 66), (x + 70, y - 10)),
            (x + 130, y - 66),
        ]
    land.polygon([(-20, -20), *coast, (WIDTH + 20, 730), (WIDTH + 20, -20)])
    soft = (
        land.done()
        .reduce(8)
        .filter(ImageFilter.GaussianBlur(2.6))
        .resize(SIZE, Image.Resampling.BICUBIC)
    )
    return soft.point([min(255, max(0, (value - 118) * 12)) for value in range(256)])


def _sea(sheet: Sheet, land: Image.Image) -> None:
    """Water that deepens in bands from the coast, with plumes at the mouths."""
    water = ImageChops.invert(land)
    sheet.fill(water, mix(_SEA, NIGHT, 0.45))
    for reach, share in ((44, 0.16), (26, 0.34), (12, 0.55), (5, 0.78)):
        near = (
            land.reduce(16)
            .filter(ImageFilter.BoxBlur(reach / 2.4))
            .resize(SIZE, Image.Resampling.BICUBIC)
        )
        band = near.point([255 if value > 16 else 0 for value in range(256)])
        sheet.fill(both(band, water), mix(mix(_SEA, NIGHT, 0.45), mix(_SEA, PAPER, 0.6), share))
    for place in _MOUTHS:
        plume = radial((place[0], place[1] + 50), 150, 120, 210)
        sheet.stipple(both(plume, water), mix(SAND, SAFFRON, 0.25))
    waves = Cut()
    for i in range(70):
        x, y = sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(960, 1270)
        waves.line([(x + t * 6, y + 3 * math.sin(t * 1.1 + i)) for t in range(10)], 1.6)
    sheet.wash(vertical(900, HEIGHT, 70, 120), PAPER, both(waves.done(), water))


def _fan(land: Image.Image) -> Image.Image:
    """The green hand of the delta and the valley that feeds it."""
    fan = Cut()
    fan.polygon(
        [
            *curve((940, -20), (1060, 160), (930, 330)),
            *curve((900, 360), (420, 560), (150, 860)),
            (150, 1200),
            (1760, 1200),
            (1770, 850),
            *curve((1770, 850), (1500, 540), (1110, 350)),
            *curve((1090, 330), (1180, 160), (1080, -20)),
        ]
    )
    return both(fan.done(), land)


def _fields(sheet: Sheet, fan: Image.Image) -> None:
    """Strips of crops that follow the branches; canals between them."""
    sheet.fill(fan, mix(_LEAF, SAND, 0.2))
    inks = (
        _LEAF,
        mix(_LEAF, INK, 0.3),
        mix(_LEAF, SAFFRON, 0.4),
        mix(SAFFRON, SAND, 0.4),
        mix(_LEAF, PAPER, 0.35),
        mix(CINNABAR, SAND, 0.45),
        mix(_SEA, _LEAF, 0.5),
    )
    cuts, hedges = [Cut() for _ in inks], Cut()
    rings = [60 + 40 * i for i in range(26)]
    for near, far in itertools.pairwise(rings):
        turn = 24.0 + sheet.chance.uniform(-2, 2)
        while turn < 158:
            step = sheet.chance.uniform(1.6, 4.4) * 300 / (near + 130)
            if turn < 156:
                block = [
                    _polar(near, turn),
                    _polar(near, turn + step),
                    _polar(far, turn + step),
                    _polar(far, turn),
                ]
                sheet.chance.choice(cuts).polygon(block)
                hedges.line([*block, block[0]], 1.3)
            turn += step
    for row in range(12):
        for column in range(-3, 3):
            x, y = 1016 + column * 27 + 16 * math.sin(row / 2), -10 + row * 32
            sheet.chance.choice(cuts).rectangle(x, y, x + 25, y + 30)
    for ink, cut in zip(inks, cuts, strict=True):
        sheet.fill(both(cut.done(), fan), ink)
    sheet.wash(vertical(0, 1, 120, 120), INK, both(hedges.done(), fan))
    sheet.stipple(radial(_APEX, 900, 640, 70), PAPER, fan)


def _polar(reach: float, turn: float) -> Point:
    """A place of the fan by its distance from the apex and its angle."""
    a = math.radians(turn)
    return (_APEX[0] + reach * 1.12 * math.cos(a), _APEX[1] - 20 + reach * 0.86 * math.sin(a))


def _branches() -> list[list[Point]]:
    """The river down to the apex, then its five branches."""
    stem = [(1010 + 34 * math.sin(y / 62), float(y)) for y in range(-20, 331, 10)]
    bends = ((-60, 90), (-70, -30), (50, 40), (70, -10), (60, 100))
    lines = [stem]
    for (x, y), (across, down) in zip(_MOUTHS, bends, strict=True):
        middle = ((_APEX[0] + x) / 2 + across * 1.6, (_APEX[1] + y) / 2 - down)
        line = curve(stem[-1], middle, (x, y + 30))
        lines.append(
            [
                (px + 9 * math.sin(i * 0.9), py + 4 * math.cos(i * 0.7))
                for i, (px, py) in enumerate(line)
            ]
        )
    return lines


def _water(sheet: Sheet, land: Image.Image) -> None:
    """The branches with their banks, broad at the stem, and small canals."""
    banks, river, canals = Cut(), Cut(), Cut()
    for index, line in enumerate(_branches()):
        wide = 40 if index == 0 else (21, 26, 34, 26, 21)[index - 1]
        banks.line(line, wide + 12)
        river.line(line, wide)
        banks.ellipse(line[0], (wide + 12) / 2)
        river.ellipse(line[0], wide / 2)
        if index:
            for spot in range(5, 22, 4):
                x, y = line[spot]
                for side in (-1, 1):
                    canals.line(curve((x, y), (x + side * 50, y + 20), (x + side * 84, y + 76)), 4)
    sheet.wash(vertical(0, 1, 220, 220), mix(_SEA, PAPER, 0.25), both(canals.done(), land))
    sheet.fill(both(banks.done(), land), mix(INK, _LEAF, 0.3))
    stream = river.done()
    sheet.fill(stream, mix(_SEA, INDIGO, 0.2))
    sheet.stipple(vertical(0, 1000, 60, 190), mix(_SEA, PAPER, 0.5), stream)


def _salt(sheet: Sheet, fan: Image.Image) -> None:
    """Salt that climbs the eastern branch, white at the coast and red at its edge."""
    tongue = Cut()
    tongue.polygon(
        [
            *curve((1450, 1000), (1500, 800), (1400, 640)),
            *curve((1400, 640), (1640, 720), (1800, 960)),
        ]
    )
    shape = both(tongue.done(), fan)
    sheet.stipple(vertical(620, 930, 30, 235), PAPER, shape)
    edge = Cut()
    line = [
        *curve((1450, 1000), (1500, 800), (1400, 640)),
        *curve((1400, 640), (1640, 720), (1800, 960)),
    ]
    for i in range(0, 49, 3):
        edge.line(line[i : i + 2], 6)
    sheet.fill(both(edge.done(), fan), CINNABAR)


def _towns(sheet: Sheet) -> None:
    """Towns as clusters of small blocks."""
    houses = Cut()
    for x, y, spread, count in (
        (930, 440, 42, 60),
        (560, 700, 26, 30),
        (1240, 640, 28, 34),
        (820, 850, 24, 26),
        (1120, 880, 22, 22),
        (1062, 120, 24, 24),
        (430, 860, 18, 16),
        (1650, 800, 16, 14),
    ):
        for _ in range(count):
            left = x + round(sheet.chance.gauss(0, spread * 0.7) / 14) * 14
            top = y + round(sheet.chance.gauss(0, spread * 0.5) / 12) * 12
            houses.rectangle(
                left, top, left + sheet.chance.uniform(5, 11), top + sheet.chance.uniform(5, 9)
            )
    sheet.fill(houses.done(), mix(INK, CINNABAR, 0.22))


def _stations(sheet: Sheet) -> None:
    """Twelve gauges: a red dot in a white ring each."""
    rings, dots = Cut(), Cut()
    lines = _branches()
    spots = [
        lines[0][4],
        lines[0][20],
        *[line[9] for line in lines[1:]],
        *[line[20] for line in lines[1:]],
    ]
    for spot in spots:
        rings.ellipse(spot, 19)
        dots.polygon(
            [
                (spot[0], spot[1] - 13),
                (spot[0] + 13, spot[1]),
                (spot[0], spot[1] + 13),
                (spot[0] - 13, spot[1]),
            ]
        )
    sheet.fill(rings.done(), PAPER)
    sheet.fill(dots.done(), CINNABAR)
