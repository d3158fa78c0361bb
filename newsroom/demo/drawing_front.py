"""A weather map of an invented coast: pressure, two fronts, and the rain that stands still."""

import math

from PIL import Image, ImageChops

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
    Colour,
    Cut,
    Point,
    Sheet,
    both,
    curve,
    mix,
    outline,
    placed,
    radial,
    spline,
    vertical,
)

_SEA: Colour = mix(INDIGO, PAPER, 0.6)
_LOW, _HIGH = (1120.0, 520.0), (300.0, 1010.0)
_COAST = (
    (620, -20),
    (600, 120),
    (520, 210),
    (560, 330),
    (470, 420),
    (380, 470),
    (400, 560),
    (330, 650),
    (420, 760),
    (560, 800),
    (640, 900),
    (600, 1010),
    (700, 1100),
    (760, 1200),
    (740, 1310),
)


def front() -> Image.Image:
    """Isobars round a low over the mountains, cold and warm fronts, the river in flood."""
    sheet = Sheet(251, mix(SAND, PAPER, 0.45))
    land = _land(sheet)
    _mountains(sheet)
    _river(sheet)
    _rain(sheet, land)
    _isobars(sheet)
    _fronts(sheet)
    _winds(sheet)
    _marks(sheet)
    _frame(sheet)
    return sheet.printed(0.06)


def _land(sheet: Sheet) -> Image.Image:
    """The sea in the west, three lines of shallows along the shore, a net of degrees."""
    shore = spline(_COAST, closed=False)
    water = Cut()
    water.polygon([(-20, -20), *shore, (-20, HEIGHT + 20)])
    sea = water.done()
    sheet.fill(sea, _SEA)
    sheet.stipple(radial((120, 640), 620, 760, 170), mix(INDIGO, NIGHT, 0.1), sea)
    shallows, edge = Cut(), Cut()
    for step in (16, 34, 56):
        shallows.line([(x - step, y) for x, y in shore], 2)
    sheet.wash(vertical(0, 1, 150, 150), PAPER, both(shallows.done(), sea))
    land = ImageChops.invert(sea)
    sheet.stipple(radial((1500, 500), 900, 760, 120), mix(SAND, CINNABAR, 0.22), land)
    edge.line(shore, 5)
    sheet.fill(edge.done(), INK)
    net = Cut()
    for place in range(9):
        net.line([(place * 240, -10), (place * 240 + 30 * (place - 4), HEIGHT + 10)], 1.4)
    for level in range(6):
        net.line(
            curve(
                (-10, 130 + level * 220), (960, 190 + level * 220), (WIDTH + 10, 130 + level * 220)
            ),
            1.4,
        )
    sheet.wash(vertical(0, 1, 90, 90), mix(INDIGO, INK, 0.4), net.done())
    return land


_PEAKS = (
    (1290, 300),
    (1370, 350),
    (1250, 390),
    (1420, 430),
    (1330, 470),
    (1210, 480),
    (1460, 520),
    (1380, 570),
    (1290, 590),
    (1500, 630),
    (1420, 690),
    (1340, 700),
    (1530, 760),
    (1450, 800),
)


def _mountains(sheet: Sheet) -> None:
    """The range of Qamariya in little peaks, each with its shaded side."""
    bodies, sides, snow = Cut(), Cut(), Cut()
    for x, y in _PEAKS:
        tall, half = sheet.chance.uniform(66, 104), sheet.chance.uniform(50, 68)
        bodies.polygon([(x - half, y + 30), (x, y - tall), (x + half, y + 30)])
        sides.polygon([(x + 8, y + 30), (x, y - tall), (x + half, y + 30)])
        snow.polygon(
            [
                (x - half * 0.3, y - tall * 0.62),
                (x, y - tall),
                (x + half * 0.3, y - tall * 0.62),
                (x + 4, y - tall * 0.5),
            ]
        )
    sheet.fill(bodies.done(), mix(SAND, CINNABAR, 0.34))
    sheet.fill(sides.done(), mix(mix(SAND, CINNABAR, 0.4), INDIGO, 0.5))
    sheet.fill(snow.done(), PAPER)


_RIVER = (
    (1300, 640),
    (1180, 720),
    (1210, 820),
    (1060, 880),
    (1010, 980),
    (860, 1000),
    (790, 1090),
    (700, 1120),
)


def _river(sheet: Sheet) -> None:
    """The Wardan from the foot of the range to the sea; broad and dark where it has risen."""
    line = spline(_RIVER, closed=False)
    wide, narrow = Cut(), Cut()
    wide.line(line[6:46], 34)
    for x, y in line[8:44:2]:
        wide.ellipse((x, y), sheet.chance.uniform(14, 34), sheet.chance.uniform(12, 26))
    narrow.line(line, 13)
    sheet.fill(wide.done(), mix(INDIGO, PAPER, 0.35))
    sheet.fill(narrow.done(), mix(INDIGO, NIGHT, 0.25))


def _rain(sheet: Sheet, land: Image.Image) -> None:
    """The shield of rain round the low: grains, then slanted strokes where it pours."""
    sheet.stipple(radial((1220, 560), 520, 380, 235), mix(INDIGO, PAPER, 0.25))
    sheet.stipple(radial((900, 860), 420, 330, 150), mix(INDIGO, PAPER, 0.3))
    strokes = Cut()
    for _ in range(520):
        x, y = sheet.chance.gauss(1240, 190), sheet.chance.gauss(600, 130)
        strokes.line([(x, y), (x - 9, y + 26)], 3)
    sheet.wash(vertical(0, 1, 190, 190), mix(INDIGO, NIGHT, 0.3), strokes.done())


def _ring(centre: Point, reach: float, flat: float, wave: float) -> list[Point]:
    """A closed line of equal pressure, a little out of round."""
    ring = []
    for step in range(121):
        turn = math.tau * step / 120
        r = reach * (1 + 0.07 * math.sin(2 * turn + wave) + 0.04 * math.sin(3 * turn - wave * 2))
        ring.append((centre[0] + r * math.cos(turn), centre[1] + r * flat * math.sin(turn)))
    return ring


def _isobars(sheet: Sheet) -> None:
    """Crowded round the low, wide round the high; every second one is heavy."""
    lines, heavy = Cut(), Cut()
    for step in range(9):
        reach = 74 + 66 * step + 5.5 * step * step
        drift = (_LOW[0] + step * 9, _LOW[1] + step * 5)
        (heavy if step % 2 == 0 else lines).line(
            _ring(drift, reach, 0.78, 0.5 + step * 0.09), 5 if step % 2 == 0 else 2.6
        )
    for step in range(4):
        (lines if step % 2 == 0 else heavy).line(
            _ring((_HIGH[0] - step * 10, _HIGH[1]), 90 + 86 * step, 0.86, 2.1),
            2.6 if step % 2 == 0 else 5,
        )
    sheet.wash(vertical(0, 1, 200, 200), mix(INK, INDIGO, 0.3), lines.done())
    sheet.wash(vertical(0, 1, 235, 235), mix(INK, INDIGO, 0.3), heavy.done())


def _fronts(sheet: Sheet) -> None:
    """A cold front with its teeth to the south, a warm one with its domes to the east."""
    cold = curve((_LOW[0] + 10, _LOW[1] + 20), (980, 900), (560, 1190))
    warm = curve((_LOW[0] + 10, _LOW[1] + 20), (1480, 560), (1860, 900))
    red, blue = Cut(), Cut()
    blue.line(cold, 11)
    red.line(warm, 11)
    for index in range(3, 24, 3):
        (x, y), (to_x, to_y) = cold[index - 1], cold[index + 1 if index < 24 else index]
        dx, dy = _unit(to_x - x, to_y - y)
        middle = cold[index]
        blue.polygon(
            [
                (middle[0] - dx * 30, middle[1] - dy * 30),
                (middle[0] + dx * 30, middle[1] + dy * 30),
                (middle[0] + dy * 48, middle[1] - dx * 48),
            ]
        )
        (x, y), (to_x, to_y) = warm[index - 1], warm[index + 1 if index < 24 else index]
        dx, dy = _unit(to_x - x, to_y - y)
        middle = warm[index]
        dome = [
            (
                middle[0] + 30 * (dx * math.cos(a / 10) + dy * math.sin(a / 10)),
                middle[1] + 30 * (dy * math.cos(a / 10) - dx * math.sin(a / 10)),
            )
            for a in range(32)
        ]
        red.polygon(dome)
    sheet.fill(blue.done(), INDIGO)
    sheet.fill(red.done(), CINNABAR)


def _unit(dx: float, dy: float) -> Point:
    far = math.hypot(dx, dy) or 1.0
    return (dx / far, dy / far)


def _winds(sheet: Sheet) -> None:
    """Arrows with barbs at the stations, round the low against the clock."""
    staffs, rings = Cut(), Cut()
    for turn in range(14):
        lie = math.tau * turn / 14 + 0.2
        for reach in (330, 560):
            x, y = _LOW[0] + reach * 1.1 * math.cos(lie), _LOW[1] + reach * 0.84 * math.sin(lie)
            if not (120 < x < 1800 and 110 < y < 1170) or (turn + reach) % 3 == 0:
                continue
            to = lie - math.pi / 2 - 0.35
            dx, dy = math.cos(to), math.sin(to)
            rings.ellipse((x, y), 8)
            staffs.line([(x, y), (x - dx * 66, y - dy * 66)], 3.4)
            for barb in range(3 if reach == 330 else 2):
                bx, by = x - dx * (66 - barb * 14), y - dy * (66 - barb * 14)
                staffs.line([(bx, by), (bx - dx * 10 - dy * 24, by - dy * 10 + dx * 24)], 3)
    sheet.fill(staffs.done(), INK)
    sheet.fill(rings.done(), INK)


def _marks(sheet: Sheet) -> None:
    """The city as a rhomb, villages as dots, a red ring where the water came."""
    city, villages, ring, core = Cut(), Cut(), Cut(), Cut()
    city.polygon(outline("0,-24 24,0 0,24 -24,0", placed(1012, 930)))
    for spot in (
        (1130, 830),
        (1232, 760),
        (1262, 700),
        (880, 1040),
        (700, 560),
        (560, 250),
        (1650, 900),
        (1580, 300),
    ):
        villages.ellipse(spot, 9)
    for reach, thick in ((62, 7), (84, 3)):
        ring.arc((1226, 738), reach, (0, 360), thick)
    for centre, ink in ((_LOW, CINNABAR), (_HIGH, INDIGO)):
        disc = Cut()
        disc.ellipse(centre, 38)
        sheet.fill(disc.done(), PAPER)
        edge = Cut()
        edge.arc(centre, 40, (0, 360), 6)
        arrow = outline("0,22 -17,-4 -6,-4 -6,-22 6,-22 6,-4 17,-4", placed(*centre))
        core = Cut()
        core.polygon(arrow if ink == CINNABAR else [(x, 2 * centre[1] - y) for x, y in arrow])
        sheet.fill(edge.done(), ink)
        sheet.fill(core.done(), ink)
    sheet.fill(villages.done(), INK)
    halo = Cut()
    halo.polygon(outline("0,-33 33,0 0,33 -33,0", placed(1012, 930)))
    sheet.fill(halo.done(), PAPER)
    sheet.fill(city.done(), CINNABAR)
    sheet.fill(ring.done(), CINNABAR)


def _frame(sheet: Sheet) -> None:
    """A ruled margin in two colours, and a scale of rain in five steps."""
    margin, ticks = Cut(), Cut()
    for thick, ink in ((64, PAPER), (6, INK)):
        margin = Cut()
        margin.line(
            [(0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT), (0, 0), (WIDTH, 0)],
            thick if thick > 6 else 1,
        )
        if thick == 6:
            box = [(32, 32), (WIDTH - 32, 32), (WIDTH - 32, HEIGHT - 32), (32, HEIGHT - 32)]
            margin.line([*box, box[0], box[1]], 5)
        sheet.fill(margin.done(), ink)
    for place in range(24):
        if place % 2:
            ticks.rectangle(32 + place * 77.3, 12, 32 + (place + 1) * 77.3, 26)
            ticks.rectangle(32 + place * 77.3, HEIGHT - 26, 32 + (place + 1) * 77.3, HEIGHT - 12)
    sheet.fill(ticks.done(), INK)
    card = Cut()
    card.rectangle(1480, 1090, 1850, 1216)
    sheet.fill(card.done(), PAPER)
    rim = Cut()
    rim.line([(1480, 1090), (1850, 1090), (1850, 1216), (1480, 1216), (1480, 1090)], 3)
    sheet.fill(rim.done(), INK)
    for step in range(5):
        step_of = Cut()
        step_of.rectangle(1504 + step * 65, 1114, 1504 + step * 65 + 58, 1160)
        sheet.stipple(vertical(0, 1, 36 + step * 50, 36 + step * 50), INDIGO, step_of.done())
        drops = Cut()
        for drop in range(step + 1):
            x = 1533 + step * 65 + (drop - step / 2) * 11
            drops.line([(x + 3, 1174), (x - 3, 1198)], 3.4)
        sheet.fill(drops.done(), mix(INDIGO, NIGHT, 0.3))
    key = Cut()
    key.line([(1504, 1160), (1822, 1160)], 2)
    sheet.wash(vertical(0, 1, 120, 120), mix(INK, SAFFRON, 0.1), key.done())
