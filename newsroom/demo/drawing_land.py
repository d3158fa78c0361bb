"""Scenes on dry land: the oasis with its panels at dusk, and the terraces at harvest."""

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


def oasis() -> Image.Image:
    """Solar panels among palms, a channel of water between them, the sun going down."""
    sheet = Sheet(5)
    sheet.sky(
        (0, mix(NIGHT, INDIGO, 0.6)),
        (260, mix(INDIGO, CINNABAR, 0.35)),
        (480, mix(CINNABAR, SAFFRON, 0.45)),
        (680, mix(SAFFRON, PAPER, 0.35)),
    )
    sheet.stipple(radial((1290, 590), 760, 520, 170), mix(SAFFRON, PAPER, 0.4))
    sun = Cut()
    sun.ellipse((1290, 560), 128)
    sheet.fill(sun.done(), mix(PAPER, SAFFRON, 0.3))
    for base, swing, share in ((610, 60, 0.25), (660, 50, 0.55)):
        dunes = Cut()
        dunes.polygon(ridge(sheet.chance, base, swing))
        shape = dunes.done()
        sheet.fill(shape, mix(mix(CINNABAR, SAFFRON, 0.45), NIGHT, share))
        sheet.stipple(
            both(horizontal(200, 1500, 0, 200), vertical(base - 60, base + 140, 255, 40)),
            SAFFRON,
            shape,
        )
    _grove(sheet)
    ground = Cut()
    ground.polygon([(-10, 735), (WIDTH, 728), (WIDTH, HEIGHT), (-10, HEIGHT)])
    sheet.fill(ground.done(), mix(mix(CINNABAR, INK, 0.62), SAND, 0.14))
    sheet.stipple(
        both(radial((1290, 730), 1200, 330), vertical(730, 1000, 220, 0)),
        mix(SAFFRON, CINNABAR, 0.4),
        ground.done(),
    )
    _channel(sheet)
    for row in range(4):
        _panels(sheet, row)
    _palm(sheet, (1700, 1310), 980, -90)
    _palm(sheet, (1840, 1290), 620, 60)
    return sheet.printed()


def _grove(sheet: Sheet) -> None:
    """The far line of palms against the light."""
    trees = Cut()
    for _ in range(64):
        x = sheet.chance.uniform(-20, WIDTH)
        if 1120 < x < 1440 and sheet.chance.random() < 0.75:
            continue
        tall = sheet.chance.uniform(45, 125)
        trees.line([(x, 740), (x + 4, 740 - tall)], 4)
        for turn in range(11):
            angle = math.radians(18 * turn + sheet.chance.uniform(-8, 8))
            reach = sheet.chance.uniform(20, 34)
            bend = (
                x + 4 + reach * 0.6 * math.cos(angle),
                738 - tall - reach * 0.6 * math.sin(angle),
            )
            tip = (x + 4 + reach * math.cos(angle), 746 - tall - reach * 0.5 * math.sin(angle))
            trees.line([(x + 4, 740 - tall), bend, tip], 2.6)
    for _ in range(60):
        x = sheet.chance.uniform(-20, WIDTH)
        trees.ellipse((x, 738), sheet.chance.uniform(18, 50), sheet.chance.uniform(8, 22))
    sheet.fill(trees.done(), mix(NIGHT, CINNABAR, 0.18))


def _panels(sheet: Sheet, row: int) -> None:
    """One row of tilted panels; nearer rows are larger and lower."""
    near = row / 3
    foot = 800 + 400 * near**1.35
    tall, wide, lean = 44 + 150 * near, 120 + 270 * near, 30 + 70 * near
    posts, frames, cells = Cut(), Cut(), Cut()
    x = -wide * 0.4 - row * 60
    right = 980 + 120 * near
    while x < right - wide:
        corners = _tilted(x, foot, wide * 0.93, tall, lean)
        posts.line(
            [(x + wide * 0.3, foot - tall * 0.3), (x + wide * 0.3, foot + tall * 0.42)],
            4 + 6 * near,
        )
        posts.line(
            [(x + wide * 0.8, foot - tall * 0.3), (x + wide * 0.8, foot + tall * 0.42)],
            4 + 6 * near,
        )
        frames.polygon(corners)
        _cells(cells, corners)
        x += wide
    sheet.fill(posts.done(), INK)
    plate = frames.done()
    sheet.fill(plate, mix(PAPER, SAND, 0.3))
    glass = cells.done()
    sheet.fill(glass, mix(INDIGO, NIGHT, 0.55))
    sheet.stipple(
        both(vertical(foot - tall, foot + 10, 210, 0), horizontal(-200, right, 70, 255)),
        mix(SAFFRON, CINNABAR, 0.45),
        glass,
    )
    ground = Cut()
    ground.ellipse((right / 2 - wide, foot + tall * 0.46), right / 2, 10 + 16 * near)
    sheet.stipple(
        radial((right / 2 - wide, foot + tall * 0.46), right / 2, 18 + 16 * near, 150),
        INK,
        ground.done(),
    )


def _tilted(x: float, foot: float, wide: float, tall: float, lean: float) -> list[Point]:
    """The corners of a panel that leans back to the right."""
    return [(x, foot), (x + lean, foot - tall), (x + lean + wide, foot - tall), (x + wide, foot)]


def _cells(cut: Cut, corners: list[Point]) -> None:
    """The glass of a panel, parted by thin bright lines."""
    (x0, y0), (x1, y1), (x2, _), (_, _) = corners
    wide, lean = x2 - x1, x1 - x0
    for column in range(6):
        for line in range(3):
            low, high = line / 3 + 0.03, (line + 1) / 3 - 0.02
            left, right = column / 6 + 0.012, (column + 1) / 6 - 0.008
            ends = ((left, low), (left, high), (right, high), (right, low))
            cut.polygon([(x0 + lean * v + wide * u, y0 + (y1 - y0) * v) for u, v in ends])


def _channel(sheet: Sheet) -> None:
    """Water that runs from the trees to the reader's feet."""
    water = Cut()
    left = [(1262 - 6 * t, 742 + t * t * 5.4) for t in range(11)]
    right = [(1282 + 22 * t, 742 + t * t * 5.4) for t in range(11)]
    water.polygon([*left, *reversed(right)])
    shape = water.done()
    sheet.fill(shape, mix(SAFFRON, PAPER, 0.45))
    sheet.stipple(vertical(760, 1230, 0, 235), mix(INDIGO, CINNABAR, 0.3), shape)
    gleam = Cut()
    for _ in range(120):
        y = 750 + 530 * sheet.chance.random() ** 1.2
        x = 1285 + (y - 742) * 0.16 + sheet.chance.gauss(0, (y - 720) * 0.11)
        gleam.ellipse((x, y), (y - 700) * 0.09, 1 + (y - 740) * 0.006)
    sheet.fill(both(gleam.done(), shape), PAPER)
    banks = Cut()
    banks.line(left, 7)
    banks.line(right, 9)
    sheet.fill(banks.done(), mix(INK, CINNABAR, 0.3))
    tufts = Cut()
    for _ in range(260):
        t = sheet.chance.uniform(0.5, 10)
        side = sheet.chance.choice((1262 - 6 * t - 8, 1282 + 22 * t + 8))
        y = 744 + t * t * 5.4
        tufts.line(
            [
                (side + sheet.chance.gauss(0, 2 + t), y),
                (side + sheet.chance.gauss(0, 2 + t * 2.4), y - 4 - t * 4),
            ],
            1 + t * 0.22,
        )
    sheet.fill(tufts.done(), mix(INK, INDIGO, 0.25))


def _palm(sheet: Sheet, foot: Point, tall: float, lean: float) -> None:
    """A near palm with its ringed trunk, hanging leaves and fruit."""
    x, y = foot
    trunk = [(x + lean * (t / 20) ** 2, y - tall * t / 20) for t in range(21)]
    cut, rings = Cut(), Cut()
    for i, (px, py) in enumerate(trunk[:-1]):
        cut.polygon(
            [
                (px - 26 + i * 0.4, py),
                (px + 26 - i * 0.4, py),
                (trunk[i + 1][0] + 20, trunk[i + 1][1]),
                (trunk[i + 1][0] - 20, trunk[i + 1][1]),
            ]
        )
        rings.line([(px - 26, py - 6), (px, py + 4), (px + 26, py - 6)], 3)
    crown = trunk[-1]
    for turn in range(17):
        angle = math.radians(-25 + 230 / 16 * turn)
        _leaf(cut, crown, angle, tall * sheet.chance.uniform(0.36, 0.46))
    shape = cut.done()
    sheet.fill(shape, mix(INK, NIGHT, 0.5))
    sheet.stipple(horizontal(x - 330, x + 120, 190, 0), mix(CINNABAR, SAFFRON, 0.35), shape)
    sheet.fill(both(rings.done(), shape), INK)
    fruit = Cut()
    for _ in range(90):
        side = sheet.chance.choice((-1, 1))
        fruit.ellipse(
            (
                crown[0] + side * 36 + sheet.chance.gauss(0, 14),
                crown[1] + 62 + sheet.chance.gauss(0, 26),
            ),
            6,
            8,
        )
    sheet.fill(fruit.done(), mix(CINNABAR, SAFFRON, 0.3))


def _leaf(cut: Cut, root: Point, angle: float, reach: float) -> None:
    """One feathered leaf that bends down with its own weight."""
    spine = []
    for step in range(19):
        t = step / 18
        spine.append(
            (
                root[0] + reach * t * math.cos(angle),
                root[1] - reach * t * math.sin(angle) + reach * 0.55 * t * t,
            )
        )
    cut.line(spine, 6)
    for i, (px, py) in enumerate(spine[2:-1], start=2):
        nx, ny = spine[i + 1][0] - px, spine[i + 1][1] - py
        size = reach * 0.2 * math.sin(math.pi * (0.12 + 0.85 * i / 18))
        span = math.hypot(nx, ny) or 1.0
        for side in (-1, 1):
            tip = (
                px + (nx * 0.8 - side * ny * 0.7) / span * size,
                py + (ny * 0.8 + side * nx * 0.7) / span * size + size * 0.35,
            )
            cut.polygon([(px - 3, py), (px + 4, py), tip])


def terraces() -> Image.Image:
    """A mountainside cut into steps of ripe wheat, a house and two harvesters."""
    sheet = Sheet(31)
    sheet.sky((0, mix(SAND, PAPER, 0.6)), (420, mix(PAPER, SAFFRON, 0.25)))
    sheet.stipple(vertical(0, 380, 130, 0), mix(INDIGO, SAND, 0.3))
    for base, swing, share in ((330, 130, 0.3), (420, 90, 0.52)):
        peaks = Cut()
        peaks.polygon(ridge(sheet.chance, base, swing, 30))
        shape = peaks.done()
        sheet.fill(shape, mix(SAND, INDIGO, share))
        sheet.stipple(vertical(base - 60, base + 240, 0, 220), mix(SAND, PAPER, 0.4), shape)
    for level in range(9):
        _step(sheet, level)
    return sheet.printed()


def _rim(level: float, x: float) -> float:
    """The height of a terrace's edge above a place."""
    t = level / 8
    slope = 470 + 700 * math.pow(t, 1.15)
    swing = 46 + 26 * t
    return slope + swing * math.sin(x / 430 + level * 0.42) - (x - 960) * 0.13 * (1 - t)


def _step(sheet: Sheet, level: int) -> None:
    """One terrace: its stone wall, its field, and what stands on it."""
    edge = [(float(x), _rim(level, x)) for x in range(-20, WIDTH + 41, 20)]
    field = Cut()
    field.polygon([(-20, HEIGHT + 20), *edge, (WIDTH + 40, HEIGHT + 20)])
    shape = field.done()
    inks = (
        SAFFRON,
        mix(SAFFRON, SAND, 0.5),
        mix(SAFFRON, CINNABAR, 0.22),
        mix(SAFFRON, PAPER, 0.35),
    )
    sheet.fill(shape, mix(inks[level * 3 % 4], INK, 0.06))
    if level == 2:
        _house(sheet, 1330, _rim(2, 1330) + 14)
    ears, shade = Cut(), Cut()
    drop = (_rim(level + 1, 0) - _rim(level, 0)) * 0.74
    for _ in range(1500):
        x, down = sheet.chance.uniform(0, WIDTH), sheet.chance.random()
        y = _rim(level, x) + down * drop
        tall = (7 + level * 3.2) * sheet.chance.uniform(0.6, 1.1)
        pick = ears if sheet.chance.random() < 0.5 else shade
        pick.line([(x, y), (x + tall * 0.22, y - tall)], 1.3 + level * 0.28)
    sheet.fill(shade.done(), mix(mix(SAFFRON, CINNABAR, 0.5), INK, 0.25))
    sheet.fill(ears.done(), mix(SAFFRON, PAPER, 0.45))
    if level in (4, 5):
        _harvester(sheet, 620 if level == 4 else 840, level)
    _wall(sheet, level, drop)


def _wall(sheet: Sheet, level: int, drop: float) -> None:
    """The dry-stone wall that holds the terrace."""
    top = [(float(x), _rim(level, x) + drop) for x in range(-20, WIDTH + 41, 20)]
    wall = Cut()
    wall.polygon([*top, (WIDTH + 40, HEIGHT + 200), (-20, HEIGHT + 200)])
    shape = wall.done()
    sheet.fill(shape, mix(mix(CINNABAR, INK, 0.62), SAND, 0.2))
    stones = Cut()
    size = 5 + level * 2.1
    for line in range(4):
        x = -20.0
        while x < WIDTH + 20:
            wide = size * sheet.chance.uniform(1.2, 3.2)
            y = _rim(level, x + wide / 2) + drop + size * (0.8 + line * 1.7)
            stones.ellipse((x + wide / 2, y), wide / 2 - 1, size * 0.68)
            x += wide + 1.5
    sheet.stipple(
        horizontal(0, WIDTH, 200, 60), mix(SAND, CINNABAR, 0.25), both(stones.done(), shape)
    )


def _house(sheet: Sheet, x: float, y: float) -> None:
    """A stone house with a tree beside it."""
    walls, dark = Cut(), Cut()
    walls.rectangle(x, y - 96, x + 150, y + 10)
    walls.rectangle(x + 150, y - 62, x + 236, y + 10)
    shape = walls.done()
    sheet.fill(shape, mix(PAPER, SAND, 0.35))
    sheet.stipple(horizontal(x + 40, x + 260, 0, 200), mix(INDIGO, SAND, 0.35), shape)
    dark.rectangle(x - 6, y - 104, x + 156, y - 92)
    dark.rectangle(x + 150, y - 68, x + 242, y - 58)
    dark.rectangle(x + 58, y - 44, x + 88, y + 10)
    for px in (18, 112):
        dark.rectangle(x + px, y - 74, x + px + 20, y - 48)
    for _ in range(46):
        dark.ellipse(
            (x - 58 + sheet.chance.uniform(-34, 34), y - 96 + sheet.chance.uniform(-40, 34)), 20, 17
        )
    dark.polygon([(x - 64, y + 10), (x - 60, y - 90), (x - 54, y - 90), (x - 50, y + 10)])
    sheet.fill(dark.done(), mix(INDIGO, INK, 0.6))
    sheet.stipple(radial((x - 78, y - 122), 70, 60, 170), mix(SAFFRON, SAND, 0.5), dark.done())


def _harvester(sheet: Sheet, x: float, level: int) -> None:
    """A person bent over the ears with a sickle."""
    y = _rim(level, x) + 34
    body, cloth = Cut(), Cut()
    body.polygon([(x - 20, y), (x - 12, y - 66), (x + 16, y - 70), (x + 22, y)])
    body.line([(x + 50, y - 76), (x + 66, y - 38), (x + 84, y - 26)], 9)
    body.arc((x + 96, y - 34), 18, (20, 230), 4)
    body.ellipse((x + 64, y - 98), 13, 15)
    sheet.fill(body.done(), mix(INK, INDIGO, 0.25))
    cloth.polygon(
        [(x - 14, y - 62), (x - 2, y - 96), (x + 46, y - 102), (x + 60, y - 76), (x + 18, y - 58)]
    )
    cloth.ellipse((x + 62, y - 105), 19, 10)
    sheet.fill(cloth.done(), CINNABAR if level == 4 else INDIGO)
