"""Wind turbines at sea on a clear night."""

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
    vertical,
)

_SEA = (30, 74, 92)
_SHORE = 860


def turbines() -> Image.Image:
    """Rows of turbines walk out to sea under the moon; one fishing boat passes between them."""
    sheet = Sheet(151)
    sheet.sky(
        (0, mix(NIGHT, _SEA, 0.25)),
        (420, mix(_SEA, INDIGO, 0.3)),
        (760, mix(_SEA, SAND, 0.4)),
        (_SHORE, mix(_SEA, SAND, 0.62)),
    )
    _moon(sheet)
    _winds(sheet)
    for x, size, turn in _ROWS:
        _turbine(sheet, x, size, turn)
    sheet.mirror(_SHORE, mix(_SEA, NIGHT, 0.55), 0.45, ripple=9)
    _sea(sheet)
    _boat(sheet)
    _near(sheet)
    return sheet.printed()


_ROWS = (
    (120, 0.16, 10), (236, 0.19, 70), (372, 0.225, 35),
    (540, 0.27, 95), (742, 0.335, 15), (985, 0.43, 55),
    (60, 0.12, 100), (152, 0.13, 40), (262, 0.145, 88), (392, 0.16, 20),
    (1180, 0.2, 62), (1330, 0.17, 30),
)  # fmt: skip


def _moon(sheet: Sheet) -> None:
    """A low full moon behind thin cloud, and stars."""
    stars, moon, bars = Cut(), Cut(), Cut()
    for _ in range(150):
        stars.ellipse(
            (sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(0, 520)),
            sheet.chance.uniform(0.8, 2.3),
        )
    sheet.wash(vertical(0, 560, 230, 0), PAPER, stars.done())
    sheet.stipple(radial((640, 560), 720, 560, 170), mix(SAND, PAPER, 0.4))
    moon.ellipse((640, 560), 112)
    sheet.fill(moon.done(), mix(PAPER, SAND, 0.25))
    seas = Cut()
    for x, y, reach in ((602, 520, 30), (660, 548, 40), (690, 610, 24), (610, 610, 20)):
        seas.ellipse((x, y), reach, reach * 0.8)
    sheet.stipple(vertical(0, 1, 120, 120), mix(SAND, _SEA, 0.4), seas.done())
    for x, y, wide, tall in (
        (560, 606, 330, 9),
        (760, 640, 420, 12),
        (330, 700, 520, 10),
        (1300, 590, 440, 8),
        (1560, 690, 520, 14),
    ):
        bars.ellipse((x, y), wide, tall)
    sheet.stipple(horizontal(0, WIDTH, 190, 150), mix(_SEA, INDIGO, 0.35), bars.done())


def _winds(sheet: Sheet) -> None:
    """The wind, in long fine lines that curl around the near rotor."""
    lines = Cut()
    for i in range(34):
        y = 70 + i * 21 + sheet.chance.uniform(-8, 8)
        start, reach = sheet.chance.uniform(-200, 1300), sheet.chance.uniform(240, 760)
        lines.line(
            [(start + reach * t / 24, y + 15 * math.sin(t * 0.3 + i * 0.7)) for t in range(25)], 1.5
        )
    sheet.wash(vertical(0, 860, 90, 40), PAPER, lines.done())


def _turbine(sheet: Sheet, x: float, size: float, turn: float) -> None:
    """One turbine of the rows, its foot in the sea, a red lamp on its head."""
    tower, lamp = Cut(), Cut()
    at = placed(x, _SHORE - 4, size)
    tower.polygon(outline("-20,0 -9,-900 9,-900 20,0", at))
    tower.polygon(outline("-46,0 -46,-34 46,-34 46,0", at))
    tower.polygon(outline("-22,-886 -22,-922 46,-918 46,-890", at))
    _blades(tower, at(-24, -904), 520 * size, turn, size * 1.3)
    _blades(tower, at(-24, -904), 516 * size, turn + 1.5, size)
    _blades(tower, at(-24, -904), 512 * size, turn - 1.5, size)
    shape = tower.done()
    tone = mix(mix(PAPER, _SEA, 0.2), _SEA, max(0.0, 0.42 - size))
    sheet.fill(shape, tone)
    sheet.stipple(horizontal(x - 2, x + 24 * size, 0, 200), mix(_SEA, NIGHT, 0.3), shape)
    lamp.ellipse(at(20, -932), 9 * size + 2.4)
    sheet.wash(radial(at(20, -932), 40 * size + 8, None, 170), CINNABAR)
    sheet.fill(lamp.done(), mix(CINNABAR, PAPER, 0.15))


def _blades(cut: Cut, hub: tuple[float, float], reach: float, turn: float, size: float) -> None:
    """Three tapering blades around a hub."""
    for blade in range(3):
        angle = math.radians(turn + blade * 120)
        c, s = math.cos(angle), math.sin(angle)

        def at(along: float, off: float, c: float = c, s: float = s) -> tuple[float, float]:
            return (
                hub[0] + reach * along * c - reach * off * s,
                hub[1] + reach * along * s + reach * off * c,
            )

        cut.polygon(
            [
                at(0, -0.022),
                at(0.1, -0.024),
                *curve(at(0.18, -0.062), at(0.4, -0.034), at(1, -0.004)),
                at(1, 0.006),
                at(0.1, 0.024),
                at(0, 0.022),
            ]
        )
    cut.ellipse(hub, 26 * size)


def _sea(sheet: Sheet) -> None:
    """Swell, the moon's path, foam at the feet."""
    path, swell = Cut(), Cut()
    for _ in range(230):
        depth = sheet.chance.random() ** 1.2
        y = _SHORE + 5 + depth * (HEIGHT - _SHORE)
        path.ellipse(
            (640 + sheet.chance.gauss(0, 34 + depth * 120), y),
            (8 + depth * 62) * sheet.chance.uniform(0.3, 1),
            1.2 + depth * 3.4,
        )
    sheet.wash(vertical(_SHORE, HEIGHT, 240, 130), mix(PAPER, SAND, 0.3), path.done())
    for i in range(80):
        depth = (i / 80) ** 1.5
        y, x = _SHORE + 8 + depth * 410, sheet.chance.uniform(-200, WIDTH)
        reach, lift = 50 + depth * 330, 2 + depth * 16
        crest = [(x + reach * t / 16, y - lift * math.sin(math.pi * t / 16)) for t in range(17)]
        swell.polygon([*crest, *[(px, py + 1.5 + lift * 0.34) for px, py in reversed(crest[2:-2])]])
    sheet.wash(vertical(_SHORE, HEIGHT, 90, 200), mix(_SEA, NIGHT, 0.6), swell.done())


def _boat(sheet: Sheet) -> None:
    """A small boat, a man with a rod, a lantern at the stern."""
    at = placed(1110, 1010, 1.0)
    sheet.wash(radial(at(118, -96), 190, 150, 150), mix(SAFFRON, CINNABAR, 0.2))
    hull, lamp, wake = Cut(), Cut(), Cut()
    hull.polygon(
        [
            *curve(at(-170, -46), at(-40, 6), at(150, -34)),
            *curve(at(132, 26), at(0, 34), at(-120, 16)),
        ]
    )
    hull.polygon(outline("-50,-14 -46,-92 -26,-112 -4,-110 10,-88 14,-14", at))
    hull.ellipse(at(-20, -130), 17, 20)
    hull.line(outline("-8,-92 -60,-70", at), 13)
    hull.line([at(-40, -66), *curve(at(-90, -100), at(-240, -210), at(-300, -120))], 3)
    hull.line(outline("118,-30 118,-90", at), 5)
    shape = hull.done()
    sheet.fill(shape, INK)
    sheet.stipple(horizontal(1090, 1250, 0, 220), mix(SAFFRON, CINNABAR, 0.4), shape)
    lamp.ellipse(at(118, -100), 11, 14)
    sheet.fill(lamp.done(), mix(PAPER, SAFFRON, 0.4))
    for i in range(6):
        wake.ellipse(at(60 - i * 16, 36 + i * 22), 150 - i * 16, 4)
    sheet.stipple(vertical(1000, 1180, 230, 90), mix(SAFFRON, SAND, 0.4), wake.done())


def _near(sheet: Sheet) -> None:
    """The nearest machine, cut by the edge of the picture."""
    tower, base, rail = Cut(), Cut(), Cut()
    tower.polygon([(1560, 1200), (1592, 330), (1660, 330), (1700, 1200)])
    tower.polygon([(1548, 352), (1548, 262), (1570, 246), (1800, 262), (1806, 340), (1790, 356)])
    shape = tower.done()
    sheet.fill(shape, mix(PAPER, SAND, 0.2))
    sheet.stipple(horizontal(1580, 1740, 0, 235), mix(_SEA, NIGHT, 0.25), shape)
    rotor = Cut()
    _blades(rotor, (1530, 304), 1000, 158, 2.6)
    blades = rotor.done()
    sheet.fill(blades, mix(PAPER, SAND, 0.12))
    sheet.stipple(
        both(vertical(0, 1200, 60, 190), horizontal(500, WIDTH, 90, 200)),
        mix(_SEA, SAND, 0.25),
        blades,
    )
    base.polygon([(1470, 1290), (1480, 1110), (1780, 1110), (1800, 1290)])
    base.rectangle(1450, 1092, 1812, 1116)
    foot = base.done()
    sheet.fill(foot, SAFFRON)
    sheet.stipple(horizontal(1480, 1800, 0, 235), mix(CINNABAR, INK, 0.45), foot)
    for x in range(1456, 1812, 50):
        rail.line([(x, 1094), (x, 1030)], 4)
    for y in (1032, 1062):
        rail.line([(1454, y), (1810, y)], 4)
    rail.polygon([(1600, 1094), (1604, 1010), (1656, 1010), (1660, 1094)])
    sheet.fill(rail.done(), INK)
    lamp = Cut()
    lamp.ellipse((1760, 250), 15)
    sheet.wash(radial((1760, 250), 96, None, 190), CINNABAR)
    sheet.fill(lamp.done(), mix(CINNABAR, PAPER, 0.15))
