"""A beach at night from above: hatchlings that leave the sand for the line of foam."""

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
    Colour,
    Cut,
    Place,
    Point,
    Sheet,
    both,
    curve,
    mix,
    outline,
    radial,
    vertical,
)

_SEA: Colour = (30, 78, 104)
_SHELL: Colour = (86, 92, 70)
_BEACH = mix(mix(SAND, INDIGO, 0.42), NIGHT, 0.16)


def turtles() -> Image.Image:
    """The hatchlings of one nest; a woman keeps the light low and counts."""
    sheet = Sheet(257, _BEACH)
    _sand(sheet)
    _sea(sheet)
    _nest(sheet)
    _tracks(sheet)
    for place, (x, y, size, course) in enumerate(_CROWD):
        _turtle(sheet, (x, y), size, course, near=place < 3)
    _guardian(sheet)
    _shells(sheet)
    return sheet.printed()


def _shore(x: float) -> float:
    """The height of the water's edge over one place."""
    return 470 - 0.2 * (x - 900) + 34 * math.sin(x / 210) + 14 * math.sin(x / 70)


def _lying(centre: Point, course: float, size: float) -> Place:
    """A drawing's own places when its head points along a course."""
    lie, rise = math.cos(course), math.sin(course)
    return lambda along, aside: (
        centre[0] + size * (along * lie - aside * rise),
        centre[1] + size * (along * rise + aside * lie),
    )


def _sand(sheet: Sheet) -> None:
    """Moonlight from the upper left, ripples of wind, the dark of the dunes."""
    sheet.stipple(radial((560, 620), 1200, 700, 225), mix(SAND, PAPER, 0.35))
    sheet.stipple(radial((1880, 1240), 900, 620, 220), mix(NIGHT, INDIGO, 0.25))
    ripples = Cut()
    for row in range(46):
        y = 430 + row * 20
        x = sheet.chance.uniform(-80, 40)
        while x < WIDTH:
            span = sheet.chance.uniform(60, 200)
            line = [
                (
                    x + span * i / 6,
                    y - 0.2 * (x - 900) + 60 + 7 * math.sin((x + span * i / 6) / 60 + row),
                )
                for i in range(7)
            ]
            ripples.line(line, sheet.chance.uniform(1.2, 3))
            x += span + sheet.chance.uniform(20, 90)
    sheet.wash(vertical(0, 1, 74, 74), mix(NIGHT, INDIGO, 0.4), ripples.done())


def _sea(sheet: Sheet) -> None:
    """Dark water, two lines of foam, wet sand that mirrors a little, the moon's glitter."""
    steps = range(-20, WIDTH + 40, 16)
    for lift, ink, strength in (
        (-70, mix(_BEACH, NIGHT, 0.5), 150),
        (-36, mix(_SEA, SAND, 0.3), 200),
        (0, PAPER, 235),
        (20, _SEA, 255),
        (118, mix(PAPER, _SEA, 0.25), 190),
        (132, mix(_SEA, NIGHT, 0.4), 255),
    ):
        water = Cut()
        edge = [(x, _shore(x + lift * 0.6) - lift + 9 * math.sin(x / 44 + lift)) for x in steps]
        water.polygon([(-20, -20), *edge, (WIDTH + 20, -20)])
        shape = water.done()
        sheet.wash(vertical(0, 1, strength, strength), ink, shape)
    sheet.stipple(vertical(0, 300, 210, 0), mix(NIGHT, INK, 0.3), shape)
    foam, glitter = Cut(), Cut()
    for _ in range(420):
        x = sheet.chance.uniform(0, WIDTH)
        lift = sheet.chance.choice((4, 10, 16, 122, 126))
        foam.ellipse(
            (x, _shore(x + lift * 0.6) - lift + sheet.chance.uniform(-9, 9)),
            sheet.chance.uniform(3, 10),
        )
    sheet.wash(vertical(0, 1, 220, 220), PAPER, foam.done())
    for _ in range(190):
        y = sheet.chance.uniform(0, 300)
        x, half = sheet.chance.gauss(520, 60 + y * 0.5), sheet.chance.uniform(8, 30)
        glitter.polygon([(x - half, y), (x, y - 3), (x + half, y), (x, y + 3)])
    sheet.wash(vertical(0, 320, 230, 60), mix(PAPER, SAFFRON, 0.15), both(glitter.done(), shape))


def _nest(sheet: Sheet) -> None:
    """The pit in the sand, broken eggshells, four stakes with a cord."""
    pit, shells, cord, stakes = Cut(), Cut(), Cut(), Cut()
    centre = (1520.0, 1010.0)
    pit.ellipse(centre, 150, 92)
    hollow = pit.done()
    sheet.fill(hollow, mix(_BEACH, NIGHT, 0.5))
    sheet.stipple(radial((1490, 980), 150, 90, 190), mix(NIGHT, INK, 0.4), hollow)
    for _ in range(24):
        x, y = sheet.chance.gauss(1540, 66), sheet.chance.gauss(1030, 34)
        turn = sheet.chance.uniform(0, 180)
        shells.arc((x, y), sheet.chance.uniform(12, 20), (turn, turn + 200), 8)
    sheet.fill(shells.done(), mix(PAPER, SAND, 0.2))
    corners = ((1330, 940), (1560, 860), (1740, 1060), (1480, 1160), (1330, 940))
    cord.line(corners, 3)
    for x, y in corners[:-1]:
        stakes.polygon([(x - 7, y + 14), (x + 7, y + 14), (x + 5, y - 62), (x - 5, y - 62)])
        stakes.polygon([(x + 4, y - 60), (x + 50, y - 46), (x + 4, y - 30)])
    sheet.fill(cord.done(), mix(PAPER, SAND, 0.4))
    sheet.fill(stakes.done(), CINNABAR)


_CROWD = (
    (560, 1080, 2.5, -2.2),
    (930, 1150, 2.2, -2.3),
    (300, 900, 1.9, -1.9),
    (780, 900, 1.55, -2.25),
    (1180, 1060, 1.6, -2.5),
    (470, 760, 1.25, -1.95),
    (1010, 850, 1.25, -2.3),
    (1280, 910, 1.2, -2.4),
    (640, 720, 1.05, -2.0),
    (860, 720, 1.0, -2.1),
    (240, 690, 1.05, -1.75),
    (1130, 740, 0.95, -2.2),
    (380, 620, 0.9, -1.8),
    (720, 600, 0.8, -2.0),
    (960, 620, 0.78, -2.0),
    (1280, 720, 0.8, -2.3),
    (540, 600, 0.8, -1.9),
    (1420, 780, 0.86, -2.5),
    (1090, 590, 0.7, -2.0),
    (850, 560, 0.66, -1.9),
    (1300, 580, 0.64, -2.1),
    (1450, 640, 0.68, -2.3),
    (160, 800, 1.2, -1.8),
    (1380, 1000, 1.15, -2.7),
    (1200, 660, 0.76, -2.2),
)


def _tracks(sheet: Sheet) -> None:
    """Behind each one two rows of little commas, from the nest or from where it turned."""
    prints, lines = Cut(), Cut()
    for x, y, size, course in _CROWD:
        at = _lying((x, y), course, size)
        bend = sheet.chance.uniform(-0.25, 0.25)
        for step in range(16):
            along, aside = -46 - step * 15, bend * (step * 7) ** 1.15 * 0.4
            for side in (-1, 1):
                spot = at(along - (7 if side > 0 else 0), aside + side * 20)
                prints.ellipse(spot, 4.4 * size * (1 - step / 22), 2.6 * size * (1 - step / 22))
        lines.line([at(-46, 0), at(-150, bend * 20), at(-270, bend * 90)], 1.6 * size)
    sheet.wash(vertical(0, 1, 165, 165), mix(_BEACH, NIGHT, 0.7), prints.done())
    sheet.wash(vertical(0, 1, 60, 60), mix(_BEACH, NIGHT, 0.7), lines.done())


def _turtle(sheet: Sheet, centre: Point, size: float, course: float, *, near: bool) -> None:
    """One hatchling: shade, flippers in mid stroke, head, shell; the nearest show their plates."""
    at = _lying(centre, course, size)
    shade, limbs, shell = Cut(), Cut(), Cut()
    cast = _lying((centre[0] + 10 * size, centre[1] + 12 * size), course, size)
    shade.polygon(outline("42,0 36,26~-10,46~-48,6 -48,-6~-10,-46~36,-26", cast))
    sheet.wash(vertical(0, 1, 150, 150), mix(NIGHT, INK, 0.4), shade.done())
    sway = sheet.chance.uniform(-6, 6)
    for side in (-1, 1):
        limbs.polygon(
            [
                at(22, side * 18),
                *curve(
                    at(26, side * 24),
                    at(30 + side * sway, side * 58),
                    at(-2 + side * sway, side * 72),
                ),
                *curve(at(2 + side * sway, side * 66), at(8, side * 46), at(4, side * 22)),
            ]
        )
        limbs.polygon(
            [
                at(-26, side * 14),
                *curve(at(-32, side * 20), at(-46, side * 34), at(-58, side * 28)),
                *curve(at(-52, side * 24), at(-44, side * 14), at(-34, side * 4)),
            ]
        )
    limbs.ellipse(at(50, 0), 13 * size, 11.5 * size)
    limbs.polygon(outline("-38,-5 -54,0 -38,5", at))
    skin = mix(_SHELL, NIGHT, 0.35)
    sheet.fill(limbs.done(), skin)
    shell.polygon(
        outline(
            "42,0 40,16~16,36~-16,26 -16,26~-38,16~-46,0 -46,0~-38,-16~-16,-26 "
            "-16,-26~16,-36~40,-16",
            at,
        )
    )
    back = shell.done()
    sheet.fill(back, _SHELL)
    x, y = centre
    sheet.stipple(
        radial((x - 14 * size, y - 14 * size), 46 * size, 40 * size, 235),
        mix(_SHELL, SAND, 0.62),
        back,
    )
    sheet.stipple(
        radial((x + 22 * size, y + 22 * size), 46 * size, 40 * size, 220),
        mix(_SHELL, INK, 0.7),
        back,
    )
    if near or size > 1:
        _plates(sheet, at, size, back)
    eyes = Cut()
    for side in (-1, 1):
        eyes.ellipse(at(55, side * 6.6), 2.6 * size)
    sheet.fill(eyes.done(), INK)


def _plates(sheet: Sheet, at: Place, size: float, back: Image.Image) -> None:
    lines = Cut()
    spine = [at(38, 0), at(26, 0)]
    for place in (20, 2, -16, -32):
        lines.line(
            [
                at(place + 7, -8),
                at(place + 10, 0),
                at(place + 7, 8),
                at(place - 6, 8),
                at(place - 9, 0),
                at(place - 6, -8),
                at(place + 7, -8),
            ],
            1.5 * size,
        )
        for side in (-1, 1):
            lines.line([at(place + 6, side * 8), at(place + 8, side * 30)], 1.5 * size)
    lines.line(spine, 1.5 * size)
    sheet.wash(vertical(0, 1, 170, 170), mix(_SHELL, INK, 0.75), both(lines.done(), back))


def _guardian(sheet: Sheet) -> None:
    """A woman on her knees at the upper right of the nest: notebook, lamp with a red glass."""
    at: Place = _lying((1690, 800), math.radians(138), 1.24)
    shade, legs, coat, head, arms, book = Cut(), Cut(), Cut(), Cut(), Cut(), Cut()
    lamp = at(120, 74)
    sheet.stipple(radial(lamp, 330, 270, 225), mix(CINNABAR, SAFFRON, 0.2))
    shade.ellipse((1724, 836), 150, 110)
    sheet.stipple(vertical(0, 1, 190, 190), mix(NIGHT, INK, 0.4), shade.done())
    legs.polygon(outline("-20,-52 -70,-70~-130,-62~-140,-30 -136,30 -130,62~-70,70~-20,52", at))
    sheet.fill(legs.done(), mix(NIGHT, INDIGO, 0.3))
    arms.line(outline("26,-50 80,-66 112,-30", at), 30)
    arms.line(outline("26,50 76,84 112,76", at), 30)
    sheet.fill(arms.done(), mix(INDIGO, PAPER, 0.12))
    coat.polygon(
        outline("50,0~54,66~0,66 -60,66~-72,30~-72,0 -72,-30~-60,-66~0,-66 54,-66~54,-20~50,0", at)
    )
    cloth = coat.done()
    sheet.fill(cloth, INDIGO)
    sheet.stipple(radial(lamp, 210, 200, 210), mix(CINNABAR, SAFFRON, 0.3), cloth)
    sheet.stipple(radial(at(-60, -60), 110, 110, 190), mix(INDIGO, PAPER, 0.5), cloth)
    head.ellipse(at(52, 0), 46, 42)
    scarf = head.done()
    sheet.fill(scarf, mix(PAPER, SAND, 0.35))
    sheet.stipple(radial(lamp, 190, 180, 210), mix(CINNABAR, SAND, 0.4), scarf)
    hands = Cut()
    hands.ellipse(at(114, -26), 15)
    hands.ellipse(at(112, 74), 15)
    sheet.fill(hands.done(), mix(mix(SAND, CINNABAR, 0.45), INK, 0.2))
    book.polygon(outline("106,-64 150,-58 146,-2 100,-8", at))
    sheet.fill(book.done(), PAPER)
    rows = Cut()
    for row in range(4):
        rows.line([at(112 + row * 9, -54), at(108 + row * 9, -12)], 2.4)
    sheet.wash(vertical(0, 1, 150, 150), INK, rows.done())
    glass, cap = Cut(), Cut()
    glass.ellipse(lamp, 15)
    cap.arc(lamp, 19, (0, 360), 6)
    sheet.fill(cap.done(), INK)
    sheet.fill(glass.done(), mix(CINNABAR, SAFFRON, 0.35))


def _shells(sheet: Sheet) -> None:
    """Pebbles, two shells and a strand of weed in the foreground."""
    stones, weed, ribs = Cut(), Cut(), Cut()
    for _ in range(46):
        x, y = sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(900, HEIGHT)
        stones.ellipse((x, y), sheet.chance.uniform(4, 13), sheet.chance.uniform(3, 8))
    sheet.fill(stones.done(), mix(_BEACH, NIGHT, 0.55))
    for step in range(5):
        weed.line(
            curve(
                (40 + step * 16, 1290), (90 - step * 30, 1200), (150 + step * 34, 1130 + step * 16)
            ),
            6,
        )
    sheet.fill(weed.done(), mix((70, 84, 62), NIGHT, 0.45))
    for x, y, size in ((1250, 1215, 1.0), (180, 1180, 0.8)):
        shell = Cut()
        shell.polygon(
            [(x, y + 30 * size), *curve((x - 44 * size, y), (x, y - 62 * size), (x + 44 * size, y))]
        )
        shape = shell.done()
        sheet.fill(shape, mix(PAPER, CINNABAR, 0.2))
        for rib in range(-3, 4):
            ribs.line([(x, y + 30 * size), (x + rib * 11 * size, y - 30 * size)], 2)
        sheet.wash(vertical(0, 1, 130, 130), mix(CINNABAR, INK, 0.4), both(ribs.done(), shape))
