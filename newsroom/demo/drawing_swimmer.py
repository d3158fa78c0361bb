"""A swimmer from above: one stroke in a dark strait, a boat that keeps its distance."""

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

_SEA: Colour = (24, 84, 112)
_SWIMMER: Point = (1110.0, 690.0)
_COURSE = math.radians(-158)


def swimmer() -> Image.Image:
    """The strait between two shores, the wake, the stroke, the escort's boat, three gulls."""
    sheet = Sheet(227, _SEA)
    _depths(sheet)
    _shores(sheet)
    _swell(sheet)
    _wake(sheet)
    _boat(sheet)
    _body(sheet)
    _gulls(sheet)
    return sheet.printed()


def _turned(centre: Point, course: float, size: float = 1.0) -> Place:
    """Where a drawing's own coordinates fall when its nose points along a course."""
    lie, rise = math.cos(course), math.sin(course)
    return lambda along, aside: (
        centre[0] + size * (along * lie - aside * rise),
        centre[1] + size * (along * rise + aside * lie),
    )


def _depths(sheet: Sheet) -> None:
    """Dark in the middle of the strait, green towards the shores."""
    sheet.wash(vertical(0, 1, 255, 255), mix(_SEA, NIGHT, 0.34))
    sheet.stipple(radial((1780, 60), 900, 620, 230), mix(_SEA, SAND, 0.3))
    sheet.stipple(radial((80, 1240), 860, 560, 230), mix(_SEA, SAND, 0.3))
    sheet.stipple(radial((960, 640), 900, 520, 190), mix(_SEA, NIGHT, 0.8))


def _shores(sheet: Sheet) -> None:
    """Rock at two corners, with surf around it and pines on it."""
    for flip in (1, -1):
        points: list[Point] = []
        for step in range(26):
            share = step / 25
            x = WIDTH + 40 - 800 * (1 - share)
            y = -40 + 470 * share**1.5 + 34 * math.sin(step * 1.3) + sheet.chance.uniform(-16, 16)
            points.append((x, y) if flip == 1 else (WIDTH - x, HEIGHT - y))
        corner = (WIDTH + 60, -60) if flip == 1 else (-60, HEIGHT + 60)
        middle = (WIDTH + 60, -60) if flip == 1 else (-60.0, HEIGHT + 60.0)
        for grow, ink, strength in (
            (1.16, mix(_SEA, PAPER, 0.4), 120),
            (1.075, PAPER, 210),
            (1.0, mix(SAND, INDIGO, 0.28), 255),
        ):
            land = Cut()
            spread = [
                (middle[0] + (x - middle[0]) * grow, middle[1] + (y - middle[1]) * grow)
                for x, y in points
            ]
            land.polygon([*spread, corner])
            shape = land.done()
            sheet.wash(vertical(0, 1, strength, strength), ink, shape)
        sheet.stipple(radial(corner, 820, 560, 210), mix(SAND, PAPER, 0.35), shape)
        cracks, pines = Cut(), Cut()
        for x, y in points[2:-2]:
            cracks.line([(x, y), (x + (corner[0] - x) * 0.12, y + (corner[1] - y) * 0.2)], 2.4)
        sheet.wash(vertical(0, 1, 120, 120), INK, both(cracks.done(), shape))
        for _ in range(34):
            x, y = points[sheet.chance.randrange(len(points))]
            deep = sheet.chance.uniform(0.24, 0.9)
            pines.ellipse(
                (x + (corner[0] - x) * deep, y + (corner[1] - y) * deep),
                sheet.chance.uniform(12, 30),
            )
        sheet.fill(both(pines.done(), shape), mix((64, 96, 70), NIGHT, 0.35))


def _swell(sheet: Sheet) -> None:
    """Long crests across the strait, each a broken line that thickens and thins."""
    pale, dark = Cut(), Cut()
    for row in range(34):
        base = -160 + row * 48
        x = sheet.chance.uniform(-120, 0)
        while x < WIDTH:
            span = sheet.chance.uniform(60, 210)
            steps = [x + span * i / 8 for i in range(9)]
            line = [(at, base + 0.2 * at + 12 * math.sin(at / 120 + row)) for at in steps]
            back = [(at, y + 7 * math.sin(math.pi * i / 8)) for i, (at, y) in enumerate(line)]
            (pale if sheet.chance.random() < 0.5 else dark).polygon([*line, *reversed(back)])
            x += span + sheet.chance.uniform(30, 150)
    sheet.wash(vertical(0, 1, 78, 78), mix(_SEA, PAPER, 0.6), pale.done())
    sheet.wash(vertical(0, 1, 96, 96), mix(_SEA, INK, 0.6), dark.done())


def _wake(sheet: Sheet) -> None:
    """The path behind: two arms of foam that open, a churned middle."""
    at = _turned(_SWIMMER, _COURSE)
    churn = Cut()
    churn.polygon(outline("-170,-40 -900,-150 -900,150 -170,40", at))
    sheet.stipple(radial(at(-150, 0), 720, 420, 150), mix(_SEA, PAPER, 0.45), churn.done())
    foam, bubbles = Cut(), Cut()
    for side in (-1, 1):
        for step in range(15):
            near, far = -130 - step * 56, -166 - step * 56
            lift = side * (56 + step * 9.5)
            foam.polygon(
                [
                    *curve(
                        at(near, lift),
                        at((near + far) / 2, lift + side * 16),
                        at(far, lift + side * 6),
                    ),
                    *curve(
                        at(far, lift + side * 2),
                        at((near + far) / 2, lift + side * 6),
                        at(near, lift),
                    ),
                ]
            )
    sheet.wash(vertical(0, 1, 200, 200), PAPER, foam.done())
    for _ in range(430):
        along = -230 - abs(sheet.chance.gauss(0, 230))
        aside = sheet.chance.gauss(0, 16 + abs(along) * 0.06)
        bubbles.ellipse(at(along, aside), sheet.chance.choice((1.6, 2.4, 3.6, 5)))
    sheet.wash(vertical(0, 1, 190, 190), mix(PAPER, _SEA, 0.1), bubbles.done())


def _body(sheet: Sheet) -> None:
    """One long reach of the arm: cap, shoulders, suit, legs that kick."""
    at = _turned(_SWIMMER, _COURSE, 1.5)
    splash, under = Cut(), Cut()
    for x, y, reach in ((168, -34, 40), (-206, 8, 54), (-70, 62, 30), (8, 4, 0)):
        for _ in range(26):
            spot = at(
                x + sheet.chance.gauss(0, reach * 0.55), y + sheet.chance.gauss(0, reach * 0.4)
            )
            splash.ellipse(spot, sheet.chance.uniform(2, 8))
    under.ellipse(at(-30, 34), 190, 62)
    sheet.stipple(radial(at(-40, 40), 260, 150, 190), mix(_SEA, INK, 0.7))
    skin = mix(mix(SAND, CINNABAR, 0.42), INK, 0.16)
    limbs, suit, cap, shade = Cut(), Cut(), Cut(), Cut()
    limbs.polygon(outline("34,-26~100,-66~176,-40 184,-28 174,-22 150,-26~104,-40~48,-4", at))
    limbs.polygon(outline("26,24 0,62~-50,74~-92,58 -90,46 -60,52~-16,44~-2,18", at))
    limbs.polygon(outline("-84,-14 -130,-24~-170,-12~-222,-20 -224,-8 -84,2", at))
    limbs.polygon(outline("-84,-2 -130,10~-176,14~-214,26 -220,14 -84,16", at))
    limbs.polygon(outline("44,-28 52,0 40,28 6,32 6,-30", at))
    limbs.ellipse(at(58, 0), 20)
    flesh = limbs.done()
    sheet.fill(flesh, skin)
    suit.polygon(outline("20,-32~-40,-28~-92,-18 -96,18 -40,26~0,30~22,32 10,0", at))
    cloth = suit.done()
    sheet.fill(cloth, mix(INDIGO, INK, 0.35))
    shade.polygon(outline("24,6 -224,6 -224,60 24,60", at))
    sheet.stipple(vertical(0, 1, 130, 130), INK, both(shade.done(), both(cloth, cloth)))
    sheet.stipple(vertical(0, 1, 100, 100), mix(skin, INK, 0.5), both(shade.done(), flesh))
    cap.ellipse(at(70, 0), 30)
    dome = cap.done()
    sheet.fill(dome, CINNABAR)
    stripe = Cut()
    stripe.line([at(42, 0), at(100, 0)], 7)
    sheet.fill(both(stripe.done(), dome), PAPER)
    sheet.stipple(radial(at(60, 26), 40, 40, 190), mix(CINNABAR, INK, 0.5), dome)
    sheet.fill(splash.done(), PAPER)


def _boat(sheet: Sheet) -> None:
    """The escort: a rower, one who watches with a flag, a coil of rope; and the boat's own wake."""
    at = _turned((690, 300), _COURSE + 0.06, 1.06)
    shadow, hull, inside, boards = Cut(), Cut(), Cut(), Cut()
    shadow.polygon(outline("190,20~80,110~-170,84 -170,20", at))
    sheet.wash(vertical(0, 1, 150, 150), mix(_SEA, INK, 0.7), shadow.done())
    wake = Cut()
    for side in (-1, 1):
        for step in range(5):
            wake.line(
                [
                    at(-160 - step * 44, side * (58 + step * 9)),
                    at(-184 - step * 44, side * (66 + step * 9)),
                ],
                4,
            )
    sheet.wash(vertical(0, 1, 150, 150), PAPER, wake.done())
    rim = outline("200,0~110,-76~-60,-66 -170,-52 -170,52 -60,66~110,76~200,0", at)
    hull.polygon(rim)
    sheet.fill(hull.done(), mix(PAPER, SAND, 0.3))
    inside.polygon(outline("170,0~96,-56~-56,-50 -156,-40 -156,40 -56,50~96,56~170,0", at))
    wood = inside.done()
    sheet.fill(wood, mix(mix(SAND, CINNABAR, 0.45), INK, 0.35))
    for place in (-110, -30, 60):
        boards.polygon([at(place, -54), at(place + 30, -54), at(place + 30, 54), at(place, 54)])
    sheet.fill(both(boards.done(), wood), mix(SAND, CINNABAR, 0.3))
    oars, people, hats, flag = Cut(), Cut(), Cut(), Cut()
    for side in (-1, 1):
        oars.line([at(-6, side * 20), at(-40, side * 150)], 6)
        oars.polygon(
            [at(-36, side * 140), at(-28, side * 190), at(-58, side * 196), at(-52, side * 144)]
        )
    sheet.fill(oars.done(), mix(SAND, INK, 0.2))
    people.ellipse(at(-16, 0), 34, 30)
    people.line([at(-16, -20), at(2, -30)], 14)
    people.line([at(-16, 20), at(2, 30)], 14)
    sheet.fill(people.done(), mix(INDIGO, NIGHT, 0.2))
    watcher = Cut()
    watcher.ellipse(at(80, 0), 26, 30)
    watcher.line([at(84, 10), at(124, 34)], 13)
    sheet.fill(watcher.done(), mix(SAFFRON, SAND, 0.2))
    hats.ellipse(at(-14, 0), 17)
    hats.ellipse(at(84, 0), 16)
    sheet.fill(hats.done(), mix(PAPER, SAND, 0.5))
    flag.polygon(outline("126,34 172,56 150,88 112,60", at))
    sheet.fill(flag.done(), CINNABAR)
    coil = Cut()
    for ring in (20, 13, 6):
        coil.arc(at(-118, 0), ring, (0, 360), 3)
    sheet.fill(coil.done(), mix(PAPER, SAND, 0.6))


def _gulls(sheet: Sheet) -> None:
    """Three gulls below us, each with its shadow on the water."""
    birds, shadows, tips = Cut(), Cut(), Cut()
    for x, y, size, course in ((430, 760, 1.0, 0.5), (560, 900, 0.8, 0.3), (1500, 930, 1.2, -2.5)):
        for cut, shift in ((shadows, 46), (birds, 0)):
            at = _turned((x + shift, y + shift * 1.5), course, size)
            for side in (-1, 1):
                cut.polygon(
                    [
                        *curve(at(12, 0), at(26, side * 40), at(-26, side * 86)),
                        *curve(at(-26, side * 86), at(4, side * 40), at(-12, 0)),
                    ]
                )
            cut.ellipse(at(0, 0), 13 * size, 9 * size)
            cut.polygon(outline("-10,-6 -36,-10 -36,10 -10,6", at))
        at = _turned((x, y), course, size)
        for side in (-1, 1):
            tips.polygon([at(-2, side * 66), at(-26, side * 86), at(-12, side * 66)])
    sheet.wash(vertical(0, 1, 90, 90), INK, shadows.done())
    sheet.fill(birds.done(), PAPER)
    sheet.fill(tips.done(), INK)
