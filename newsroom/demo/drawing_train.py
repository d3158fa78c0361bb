"""The night train of the coast: lit windows on a stone viaduct, and the bay below."""

import math

from PIL import Image

from newsroom.demo.drawing_sheet import (
    CINNABAR,
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
    horizontal,
    mix,
    outline,
    placed,
    radial,
    ridge,
    vertical,
)

_SHORE = 880
_BAY: Colour = (38, 62, 96)
_STONE = mix(mix(SAND, INDIGO, 0.46), NIGHT, 0.34)


def train() -> Image.Image:
    """An engine and its carriages cross the arches under a full moon, with a fisherman below."""
    sheet = Sheet(211)
    sheet.sky(
        (0, mix(NIGHT, INK, 0.35)),
        (380, mix(INDIGO, NIGHT, 0.55)),
        (700, mix(INDIGO, SAND, 0.2)),
        (_SHORE, mix(INDIGO, SAND, 0.5)),
    )
    _heaven(sheet)
    _hills(sheet)
    _viaduct(sheet)
    _carriages(sheet)
    sheet.mirror(_SHORE, mix(_BAY, NIGHT, 0.5), 0.4, ripple=8)
    _water(sheet)
    _boat(sheet)
    _rocks(sheet)
    return sheet.printed()


def _heaven(sheet: Sheet) -> None:
    """Stars, a full moon with its ring, two long clouds."""
    stars, moon, seas, clouds = Cut(), Cut(), Cut(), Cut()
    for _ in range(260):
        spot = (sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(0, 560))
        stars.ellipse(spot, sheet.chance.choice((1.1, 1.4, 1.8, 2.6)))
    sheet.wash(vertical(0, 620, 255, 20), PAPER, stars.done())
    sheet.stipple(radial((1530, 230), 520, 430, 170), mix(SAND, PAPER, 0.4))
    moon.ellipse((1530, 230), 92)
    disc = moon.done()
    sheet.fill(disc, mix(PAPER, SAFFRON, 0.16))
    for x, y, across, down in ((-30, -26, 34, 22), (24, 8, 26, 34), (-18, 40, 30, 16)):
        seas.ellipse((1530 + x, 230 + y), across, down)
    sheet.stipple(vertical(0, 1, 120, 120), mix(SAND, INDIGO, 0.35), both(seas.done(), disc))
    for x, y, half in ((1380, 318, 360), (1720, 356, 300), (420, 210, 330)):
        clouds.polygon(
            [
                (x - half, y + 8),
                *curve((x - half, y + 8), (x, y - 26), (x + half, y)),
                *curve((x + half, y), (x, y + 30), (x - half, y + 8)),
            ]
        )
    sheet.wash(vertical(0, 1, 150, 150), mix(INDIGO, SAND, 0.34), clouds.done())


def _hills(sheet: Sheet) -> None:
    """Ranges that sink into the bay, a town's lights at the foot of the nearest."""
    for base, swing, share in ((560, 120, 0.55), (690, 90, 0.3), (800, 46, 0.08)):
        range_ = Cut()
        range_.polygon(ridge(sheet.chance, base, swing))
        shape = range_.done()
        sheet.fill(shape, mix(NIGHT, mix(INDIGO, SAND, 0.4), share))
        sheet.stipple(
            both(horizontal(500, WIDTH, 0, 210), vertical(base - 120, _SHORE, 200, 40)),
            mix(INDIGO, SAND, 0.45 * share + 0.2),
            shape,
        )
    lights = Cut()
    for _ in range(120):
        spot = (sheet.chance.gauss(760, 260), sheet.chance.uniform(836, 874))
        lights.ellipse(spot, sheet.chance.choice((1.8, 2.4, 3.2)))
    sheet.fill(lights.done(), mix(SAFFRON, PAPER, 0.3))


def _deck(x: float) -> float:
    """The height of the rails over one place: the line climbs a little to the right."""
    return 612 - 0.045 * (x - 300)


_PIERS = (430, 690, 950, 1210, 1470, 1730, 1990)


def _viaduct(sheet: Sheet) -> None:
    """Round arches on tall piers, with courses of stone and a light rim where the moon falls."""
    wall, holes, courses, rims = Cut(), Cut(), Cut(), Cut()
    wall.polygon(
        [
            (300, _SHORE + 4),
            (330, _deck(330) + 6),
            (-20, _deck(-20) + 6),
            (-20, 760),
            (180, 800),
            (300, _SHORE + 4),
        ]
    )
    wall.polygon(
        [(300, _deck(300)), (WIDTH + 20, _deck(WIDTH + 20)), (WIDTH + 20, _SHORE), (300, _SHORE)]
    )
    for left, right in zip((300, *_PIERS), (*_PIERS, 2250), strict=True):
        middle, half = (left + right) / 2, (right - left) / 2 - 32
        spring = _deck(middle) + 66 + half
        holes.ellipse((middle, spring), half)
        holes.rectangle(middle - half, spring, middle + half, _SHORE + 10)
        rims.arc((middle, spring), half + 9, (180, 360), 3)
        for stone in range(13):
            turn = math.pi * (1 + stone / 12)
            reach = (half + 2, half + 20)
            ends = [(middle + r * math.cos(turn), spring + r * math.sin(turn)) for r in reach]
            courses.line(ends, 2)
    for level in range(13):
        courses.line([(300, _deck(300) + 24 * level), (WIDTH, _deck(WIDTH) + 24 * level)], 1.4)
    hole = holes.done()
    shape = wall.done()
    open_ = hole.point([255 - value for value in range(256)])
    shape = both(shape, open_)
    sheet.fill(shape, _STONE)
    sheet.stipple(vertical(600, _SHORE, 0, 210), mix(_STONE, INK, 0.7), shape)
    sheet.stipple(horizontal(900, WIDTH, 0, 150), mix(SAND, INDIGO, 0.2), shape)
    sheet.wash(vertical(0, 1, 110, 110), INK, both(courses.done(), shape))
    sheet.wash(horizontal(300, WIDTH, 60, 170), mix(SAND, PAPER, 0.4), both(rims.done(), shape))
    parapet = Cut()
    parapet.polygon(
        [
            (-20, _deck(-20) - 6),
            (WIDTH + 20, _deck(WIDTH + 20) - 6),
            (WIDTH + 20, _deck(WIDTH + 20) + 12),
            (-20, _deck(-20) + 12),
        ]
    )
    sheet.fill(parapet.done(), mix(_STONE, SAND, 0.35))


def _carriages(sheet: Sheet) -> None:
    """The engine leads to the left; every carriage has its row of windows, one a red curtain."""
    bodies, roofs, stripes, wheels = Cut(), Cut(), Cut(), Cut()
    panes, red, people = Cut(), Cut(), Cut()
    for car in range(6):
        left, right = 560 + car * 236, 560 + car * 236 + 226
        _body(bodies, left, right, 84)
        roofs.polygon(
            [
                (left + 6, _deck(left) - 84),
                *_arc(left + 6, right - 6),
                (right - 6, _deck(right) - 84),
            ]
        )
        stripes.line([(left + 4, _deck(left) - 24), (right - 4, _deck(right) - 24)], 5)
        for bogie in (32, 62, 164, 194):
            wheels.ellipse((left + bogie, _deck(left + bogie) - 10), 11)
        for pane in range(7):
            x = left + 18 + pane * 28.5
            y = _deck(x)
            curtain = car == 2 and pane == 3
            (red if curtain else panes).polygon(
                [(x, y - 68), (x + 20, y - 69), (x + 20, y - 38), (x, y - 37)]
            )
            if sheet.chance.random() < 0.42 and not curtain:
                people.ellipse((x + 10, y - 52), 5.4, 6.4)
                people.polygon(
                    [(x + 2, y - 37), (x + 5, y - 46), (x + 15, y - 46), (x + 18, y - 38)]
                )
    sheet.stipple(radial((1260, _deck(1260) - 50), 900, 170, 150), mix(SAFFRON, SAND, 0.2))
    shape = bodies.done()
    sheet.fill(shape, mix(INDIGO, NIGHT, 0.45))
    sheet.stipple(vertical(470, 580, 170, 0), mix(INDIGO, SAND, 0.4), shape)
    sheet.fill(roofs.done(), mix(NIGHT, SAND, 0.3))
    sheet.fill(stripes.done(), CINNABAR)
    sheet.fill(wheels.done(), INK)
    sheet.fill(panes.done(), mix(SAFFRON, PAPER, 0.34))
    sheet.fill(red.done(), CINNABAR)
    sheet.fill(people.done(), mix(NIGHT, CINNABAR, 0.3))
    _engine(sheet)


def _body(cut: Cut, left: float, right: float, tall: float) -> None:
    cut.polygon(
        [
            (left, _deck(left) - 12),
            (left, _deck(left) - tall),
            (right, _deck(right) - tall),
            (right, _deck(right) - 12),
        ]
    )


def _arc(left: float, right: float) -> list[Point]:
    bend = ((left + right) / 2, _deck((left + right) / 2) - 108)
    return curve((left, _deck(left) - 84), bend, (right, _deck(right) - 84))


def _engine(sheet: Sheet) -> None:
    """The locomotive: a rounded nose, a driver's window, a lamp and what it lights."""
    beam, nose, glass, lamp = Cut(), Cut(), Cut(), Cut()
    x = 330.0
    at = placed(x, _deck(x))
    beam.polygon(outline("6,-46 6,-30 -420,60 -420,-96", at))
    sheet.stipple(radial(at(0, -38), 430, 150, 230), mix(PAPER, SAFFRON, 0.4), beam.done())
    nose.polygon(
        [
            at(226, -12 - 10),
            at(226, -98),
            at(84, -96),
            *curve(at(70, -94), at(10, -84), at(2, -30)),
            at(6, -10),
        ]
    )
    shape = nose.done()
    sheet.fill(shape, mix(CINNABAR, NIGHT, 0.28))
    sheet.stipple(vertical(500, 590, 150, 0), mix(CINNABAR, SAND, 0.5), shape)
    glass.polygon(outline("40,-74 78,-84 78,-54 26,-54", at))
    sheet.fill(glass.done(), mix(SAFFRON, PAPER, 0.3))
    driver, wheels = Cut(), Cut()
    driver.ellipse(at(62, -66), 6, 7)
    driver.polygon(outline("50,-54 56,-60 68,-60 74,-54", at))
    sheet.fill(driver.done(), NIGHT)
    for wheel in (34, 66, 98, 150, 186):
        wheels.ellipse(at(wheel, -11 - wheel * 0.045), 13)
    sheet.fill(wheels.done(), INK)
    lamp.ellipse(at(6, -38), 8)
    sheet.fill(lamp.done(), mix(PAPER, SAFFRON, 0.2))
    sheet.stipple(radial(at(2, -38), 70, 60, 240), mix(PAPER, SAFFRON, 0.2))


def _water(sheet: Sheet) -> None:
    """Broken light on the bay: the moon's road and the small waves."""
    glints, waves = Cut(), Cut()
    for _ in range(230):
        y = sheet.chance.uniform(_SHORE + 8, 1276)
        spread = 24 + (y - _SHORE) * 0.26
        x, half = sheet.chance.gauss(1530, spread), sheet.chance.uniform(8, 34)
        glints.polygon([(x - half, y), (x, y - 2.6), (x + half, y), (x, y + 2.6)])
    sheet.wash(vertical(_SHORE, 1280, 210, 150), mix(PAPER, SAFFRON, 0.2), glints.done())
    for _ in range(170):
        x, y = sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(_SHORE + 14, 1276)
        half = 14 + (y - _SHORE) * 0.1
        waves.line([(x - half, y), (x, y - 3), (x + half, y)], 1.6)
    sheet.wash(vertical(_SHORE, 1280, 50, 120), mix(_BAY, PAPER, 0.5), waves.done())


def _boat(sheet: Sheet) -> None:
    """A fishing boat at anchor, its lamp in the water."""
    hull, sail, glow = Cut(), Cut(), Cut()
    at = placed(900, 1090, 1.1)
    sheet.stipple(radial(at(40, 30), 190, 110, 170), mix(SAFFRON, CINNABAR, 0.15))
    hull.polygon(outline("-120,-30~-60,20~60,12 116,-34 70,-18 -70,-14", at))
    hull.line(outline("-10,-16 -10,-190", at), 6)
    hull.line(outline("-96,-40 -10,-186 70,-30", at), 2)
    hull.polygon(outline("18,-14 20,-50 30,-66 44,-50 48,-14", at))
    hull.ellipse(at(32, -76), 11, 12)
    sail.polygon(outline("-4,-180 -4,-170 -4,-60 -14,-56 -18,-176", at))
    sheet.fill(sail.done(), mix(SAND, INDIGO, 0.3))
    sheet.fill(hull.done(), mix(INK, NIGHT, 0.3))
    glow.ellipse(at(74, -44), 8, 10)
    sheet.fill(glow.done(), mix(SAFFRON, PAPER, 0.5))
    for step in range(6):
        y = 1102 + step * 20
        ripple = Cut()
        ripple.polygon([(960, y), (982, y - 4), (1006 + step * 3, y), (982, y + 4)])
        sheet.fill(ripple.done(), mix(SAFFRON, PAPER, 0.2))


def _rocks(sheet: Sheet) -> None:
    """Dark rocks and reeds at our feet."""
    rocks, faces, reeds = Cut(), Cut(), Cut()
    rocks.polygon(
        outline(
            "-20,1290 -20,1150 70,1120 150,1146 220,1130 300,1180 380,1196 470,1290", placed(0, 0)
        )
    )
    rocks.polygon(
        outline(
            "1540,1290 1640,1226 1720,1232 1800,1176 1880,1190 1940,1160 1940,1290", placed(0, 0)
        )
    )
    shape = rocks.done()
    sheet.fill(shape, mix(INK, NIGHT, 0.4))
    faces.polygon(outline("70,1120 150,1146 130,1290 90,1290", placed(0, 0)))
    faces.polygon(outline("300,1180 380,1196 330,1290", placed(0, 0)))
    faces.polygon(outline("1800,1176 1880,1190 1830,1290 1780,1290", placed(0, 0)))
    sheet.stipple(vertical(1110, 1280, 150, 20), mix(INDIGO, SAND, 0.4), both(faces.done(), shape))
    for _ in range(46):
        x = sheet.chance.uniform(0, 420)
        tall, lean = sheet.chance.uniform(60, 170), sheet.chance.uniform(-20, 44)
        reeds.line(curve((x, 1290), (x, 1240 - tall / 2), (x + lean, 1230 - tall)), 3)
    sheet.fill(reeds.done(), mix(INK, NIGHT, 0.2))
