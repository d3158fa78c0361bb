"""Scenes by the water: the port at dawn and the river with its sails."""

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
    Point,
    Sheet,
    both,
    horizontal,
    mix,
    radial,
    ridge,
    vertical,
)

_QUAY = 880


def port() -> Image.Image:
    """Gantry cranes over stacked containers, mirrored in the harbour at dawn."""
    sheet = Sheet(11)
    sheet.sky(
        (0, mix(INDIGO, NIGHT, 0.35)),
        (330, mix(INDIGO, SAND, 0.45)),
        (640, mix(SAND, SAFFRON, 0.35)),
        (_QUAY, mix(SAFFRON, CINNABAR, 0.45)),
    )
    _dawn(sheet)
    for base, swing, share in ((800, 26, 0.35), (838, 18, 0.6)):
        hills = Cut()
        hills.polygon(ridge(sheet.chance, base, swing))
        sheet.fill(hills.done(), mix(mix(SAND, CINNABAR, 0.45), INDIGO, share))
    _stacks(sheet)
    for x, size, boom in ((1480, 0.72, 60), (980, 0.86, 35), (400, 1.08, 0)):
        _crane(sheet, x, size, boom)
    _freighter(sheet)
    sheet.mirror(_QUAY, NIGHT, 0.42)
    _glitter(sheet, 1240, _QUAY, mix(SAFFRON, PAPER, 0.4))
    _quay_edge(sheet)
    return sheet.printed()


def _dawn(sheet: Sheet) -> None:
    """The sun behind streaks of cloud."""
    sheet.stipple(radial((1240, 740), 900, 620, 190), mix(SAFFRON, PAPER, 0.45))
    sun = Cut()
    sun.ellipse((1240, 735), 118)
    sheet.fill(sun.done(), mix(PAPER, SAFFRON, 0.25))
    streaks = Cut()
    for _ in range(26):
        x, y = sheet.chance.uniform(-100, WIDTH), sheet.chance.uniform(120, 720)
        length, thick = sheet.chance.uniform(200, 700), sheet.chance.uniform(3, 13)
        streaks.ellipse((x, y), length, thick)
    sheet.stipple(vertical(80, 760, 70, 190), mix(CINNABAR, SAND, 0.3), streaks.done())


def _stacks(sheet: Sheet) -> None:
    """Containers in tiers along the quay, lit from the side of the sun."""
    inks = (
        CINNABAR,
        INDIGO,
        mix(SAND, INK, 0.25),
        mix(INDIGO, INK, 0.5),
        mix(CINNABAR, INK, 0.4),
        SAFFRON,
    )
    ribs = Cut()
    x = -30.0
    while x < WIDTH:
        for tier in range(sheet.chance.choice((1, 2, 2, 3, 4, 3))):
            top = _QUAY - 12 - (tier + 1) * 38
            box = Cut()
            box.rectangle(x, top, x + 118, top + 36)
            sheet.fill(box.done(), mix(sheet.chance.choice(inks), INK, 0.28))
            for rib in range(9):
                ribs.rectangle(x + 6 + rib * 13, top + 4, x + 9 + rib * 13, top + 32)
        x += sheet.chance.choice((121, 121, 121, 150))
    sheet.stipple(vertical(600, _QUAY, 90, 140), INK, ribs.done())
    deck = Cut()
    deck.rectangle(0, _QUAY - 14, WIDTH, _QUAY)
    sheet.fill(deck.done(), INK)


def _crane(sheet: Sheet, x: float, size: float, lift: float) -> None:
    """One gantry crane standing on the quay, its boom down or raised by ``lift`` degrees."""
    cut = Cut()

    def at(dx: float, dy: float) -> Point:
        return (x + dx * size, _QUAY - 8 - dy * size)

    for leg in (0, 150):
        cut.line([at(leg - 22, 0), at(leg, 420)], 15 * size)
        cut.line([at(leg + 22, 0), at(leg, 420)], 7 * size)
    cut.line([at(-14, 150), at(164, 150)], 11 * size)
    cut.line([at(-14, 150), at(150, 400)], 6 * size)
    cut.line([at(-150, 420), at(190, 420)], 20 * size)
    cut.line([at(0, 420), at(60, 590), at(150, 420)], 10 * size)
    tip = at(190 + 400 * math.cos(math.radians(lift)), 420 + 400 * math.sin(math.radians(lift)))
    cut.line([at(185, 420), tip], 16 * size)
    for stay in ((190, 420), (-150, 420)):
        cut.line([at(60, 590), at(*stay)], 4 * size)
    cut.line([at(60, 590), tip], 4 * size)
    cut.polygon([at(-150, 410), at(-80, 410), at(-80, 470), at(-150, 470)])
    if not lift:
        cut.line([at(380, 420), at(380, 250)], 3 * size)
        cut.line([at(420, 420), at(420, 250)], 3 * size)
        cut.polygon([at(340, 250), at(460, 250), at(460, 205), at(340, 205)])
    shape = cut.done()
    sheet.fill(shape, mix(INK, NIGHT, 0.5))
    sheet.stipple(
        both(horizontal(x - 200, x + 600, 0, 150), vertical(200, 900, 220, 20)), CINNABAR, shape
    )


def _freighter(sheet: Sheet) -> None:
    """A ship at the quay on the sunny side."""
    hull = Cut()
    hull.polygon([(1090, 812), (1890, 812), (1930, 778), (1960, 880), (1130, 880)])
    sheet.fill(hull.done(), mix(INK, INDIGO, 0.25))
    belt = Cut()
    belt.polygon([(1122, 862), (1960, 862), (1960, 880), (1130, 880)])
    sheet.fill(belt.done(), CINNABAR)
    bridge = Cut()
    for left, top, right in ((1690, 720, 1800), (1700, 668, 1790), (1678, 652, 1812)):
        bridge.rectangle(left, top, right, 815 if top == 720 else top + 60)
    bridge.rectangle(1820, 700, 1850, 815)
    sheet.fill(bridge.done(), mix(SAND, INK, 0.12))
    sheet.stipple(horizontal(1690, 1860, 0, 90), mix(INDIGO, INK, 0.3), bridge.done())
    panes = Cut()
    for x in range(1700, 1785, 18):
        panes.rectangle(x, 682, x + 11, 696)
    sheet.fill(panes.done(), INK)


def _glitter(sheet: Sheet, x: float, shore: float, colour: tuple[int, int, int]) -> None:
    """The path of light that the sun lays on the water."""
    cut = Cut()
    for _ in range(240):
        depth = sheet.chance.random() ** 1.3
        y = shore + 6 + depth * (HEIGHT - shore - 10)
        spread = 40 + depth * 230
        length = (8 + depth * 70) * sheet.chance.uniform(0.3, 1)
        cut.ellipse((x + sheet.chance.gauss(0, spread * 0.5), y), length, 1.2 + depth * 3.2)
    sheet.wash(vertical(shore, HEIGHT, 235, 120), colour, cut.done())


def _quay_edge(sheet: Sheet) -> None:
    """A near bollard and rope that give the scene its depth."""
    near = Cut()
    near.polygon([(-10, 1290), (-10, 1185), (560, 1222), (700, 1290)])
    near.polygon([(210, 1210), (220, 1120), (300, 1120), (310, 1215)])
    near.ellipse((260, 1118), 62, 20)
    shape = near.done()
    sheet.fill(shape, INK)
    sheet.stipple(radial((420, 1090), 330, 180, 120), mix(SAFFRON, CINNABAR, 0.4), shape)
    rope = Cut()
    rope.line(
        [
            (300, 1160 - 0.0),
            *[(300 + t * 16, 1160 - 90 * math.sin(t / 62 * 1.9) - t * 1.1) for t in range(1, 63)],
        ],
        5,
    )
    sheet.fill(rope.done(), INK)


def river() -> Image.Image:
    """Two sails on a wide river in the early light, reeds in front."""
    sheet = Sheet(23)
    sheet.sky(
        (0, mix(SAND, PAPER, 0.2)),
        (420, mix(PAPER, SAFFRON, 0.18)),
        (700, mix(SAND, CINNABAR, 0.22)),
    )
    sheet.stipple(vertical(0, 420, 150, 0), mix(INDIGO, SAND, 0.35))
    sheet.wash(radial((520, 470), 420, 420, 180), PAPER)
    disc = Cut()
    disc.ellipse((520, 470), 92)
    sheet.fill(disc.done(), mix(CINNABAR, SAFFRON, 0.3))
    _far_bank(sheet)
    _sail(sheet, 560, 742, 0.42)
    _sail(sheet, 1250, 760, 1.18)
    sheet.mirror(740, mix(INDIGO, SAND, 0.35), 0.38, ripple=5)
    _boat(sheet, 560, 742, 0.42)
    _boat(sheet, 1250, 760, 1.18)
    _glitter(sheet, 520, 760, mix(PAPER, SAFFRON, 0.2))
    _wind(sheet)
    _reeds(sheet)
    return sheet.printed()


def _far_bank(sheet: Sheet) -> None:
    """Hills, then a line of trees along the other shore."""
    for base, swing, share in ((600, 70, 0.3), (668, 34, 0.55)):
        hills = Cut()
        hills.polygon(ridge(sheet.chance, base, swing))
        tone = hills.done()
        sheet.fill(tone, mix(mix(SAND, CINNABAR, 0.2), INDIGO, share))
        sheet.stipple(vertical(base - 60, 760, 0, 150), mix(SAND, PAPER, 0.3), tone)
    trees = Cut()
    for _ in range(130):
        x = sheet.chance.uniform(-20, WIDTH + 20)
        size = sheet.chance.uniform(10, 34) * (1.3 if x > 1500 or x < 300 else 0.8)
        trees.ellipse((x, 742 - size * 0.6), size * 1.2, size)
    trees.rectangle(0, 732, WIDTH, 744)
    shape = trees.done()
    sheet.fill(shape, mix(INDIGO, INK, 0.45))
    sheet.stipple(vertical(690, 745, 140, 0), mix(INDIGO, SAND, 0.4), shape)


def _curve(start: Point, bend: Point, end: Point) -> list[Point]:
    """A bent line through three handles."""
    steps = [i / 24 for i in range(25)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * bend[0] + t * t * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * bend[1] + t * t * end[1],
        )
        for t in steps
    ]


def _sail(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A lateen sail full of wind."""

    def at(dx: float, dy: float) -> Point:
        return (x + dx * size, y - dy * size)

    cut = Cut()
    luff = _curve(at(-165, 80), at(-60, 330), at(150, 590))
    leech = _curve(at(150, 590), at(255, 330), at(215, 95))
    foot = _curve(at(215, 95), at(20, 40), at(-165, 80))
    cut.polygon([*luff, *leech, *foot])
    shape = cut.done()
    sheet.fill(shape, PAPER)
    sheet.stipple(
        horizontal(x - 60 * size, x + 330 * size, 0, 230), mix(SAND, CINNABAR, 0.3), shape
    )
    sheet.stipple(horizontal(x + 60 * size, x + 330 * size, 0, 200), mix(INDIGO, SAND, 0.2), shape)
    seams = Cut()
    for t in (0.25, 0.5, 0.75):
        seams.line(
            _curve(
                at(-165 + 315 * t, 80 + 480 * t),
                at(80 + 90 * t, 200 + 170 * t),
                at(215, 95 + 330 * t),
            ),
            2,
        )
    sheet.wash(vertical(0, 1, 90, 90), mix(INDIGO, INK, 0.3), both(seams.done(), shape))
    spars = Cut()
    spars.line([at(20, 20), at(5, 400)], 9 * size)
    spars.line(_curve(at(-180, 60), at(-66, 330), at(160, 610)), 8 * size)
    sheet.fill(spars.done(), INK)


def _boat(sheet: Sheet, x: float, y: float, size: float) -> None:
    """The hull under a sail, with the woman who steers it."""

    def at(dx: float, dy: float) -> Point:
        return (x + dx * size, y - dy * size)

    shade = Cut()
    shade.ellipse(at(10, -62), 225 * size, 26 * size)
    sheet.stipple(radial(at(10, -62), 240 * size, 44 * size), INK, shade.done())
    hull = Cut()
    hull.polygon(
        [
            *_curve(at(-230, 62), at(0, 0), at(260, 48)),
            *_curve(at(225, -18), at(0, -52), at(-185, -8)),
        ]
    )
    hull.polygon(
        [
            *_curve(at(152, 20), at(166, 118), at(192, 112)),
            *_curve(at(192, 112), at(216, 112), at(226, 24)),
        ]
    )
    hull.ellipse(at(190, 121), 13 * size, 16 * size)
    hull.line([at(196, 82), at(226, 60), at(262, 50), at(292, -26)], 7 * size)
    shape = hull.done()
    sheet.fill(shape, INK)
    stripe = Cut()
    stripe.line(_curve(at(-222, 50), at(0, -14), at(250, 36)), 8 * size)
    sheet.fill(both(stripe.done(), shape), CINNABAR)
    scarf = Cut()
    scarf.ellipse(at(196, 124), 15 * size, 19 * size)
    scarf.polygon(
        [
            *_curve(at(190, 112), at(206, 104), at(222, 60)),
            *_curve(at(206, 66), at(184, 92), at(182, 108)),
        ]
    )
    sheet.fill(scarf.done(), CINNABAR)
    face = Cut()
    face.ellipse(at(187, 122), 9 * size, 12 * size)
    sheet.fill(face.done(), mix(INK, SAND, 0.2))
    wake = Cut()
    for i in range(5):
        wake.ellipse(at(-30 + i * 90, -40 - i * 8), (150 - i * 12) * size, (5 - i * 0.6) * size)
    sheet.stipple(vertical(700, 900, 170, 120), PAPER, wake.done())


def _wind(sheet: Sheet) -> None:
    """Fine lines where the wind touches the water."""
    lines = Cut()
    for _ in range(46):
        x, y = sheet.chance.uniform(650, WIDTH), sheet.chance.uniform(850, 1210)
        reach = sheet.chance.uniform(40, 190)
        lines.line([(x + t * reach / 10, y + 3 * math.sin(t * 0.9)) for t in range(11)], 1.6)
    sheet.wash(vertical(820, 1240, 190, 90), PAPER, lines.done())


def _reeds(sheet: Sheet) -> None:
    """Reeds that bend the way the wind goes."""
    reeds = Cut()
    for _ in range(150):
        x = sheet.chance.choice((sheet.chance.gauss(60, 110), sheet.chance.gauss(1880, 130)))
        tall = sheet.chance.uniform(120, 420)
        lean = sheet.chance.uniform(30, 110)
        stem = _curve((x, HEIGHT + 10), (x, HEIGHT - tall * 0.7), (x + lean, HEIGHT - tall))
        reeds.line(stem, sheet.chance.uniform(2, 5))
        if sheet.chance.random() < 0.3:
            tip = stem[-1]
            reeds.polygon(
                [(tip[0] - 9, tip[1] + 44), (tip[0] + 4, tip[1] + 46), (tip[0] + 20, tip[1] - 16)]
            )
    shape = reeds.done()
    sheet.fill(shape, mix(INK, INDIGO, 0.2))
    sheet.stipple(vertical(860, 1200, 150, 0), mix(SAFFRON, SAND, 0.4), shape)
