"""The old city at night: rows of roofs, lit windows, a near rail with a cat."""

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
    horizontal,
    mix,
    radial,
    vertical,
)


def roofs() -> Image.Image:
    """The old city asleep, seen from a top floor; some windows are lit."""
    sheet = Sheet(47)
    sheet.sky(
        (0, mix(NIGHT, INK, 0.4)),
        (460, mix(INDIGO, NIGHT, 0.35)),
        (760, mix(INDIGO, SAND, 0.28)),
    )
    stars = Cut()
    for _ in range(190):
        stars.ellipse(
            (sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(0, 560)),
            sheet.chance.uniform(0.8, 2.2),
        )
    sheet.wash(vertical(0, 600, 240, 20), PAPER, stars.done())
    sheet.stipple(radial((470, 270), 520, 420, 120), mix(SAND, INDIGO, 0.25))
    moon = Cut()
    moon.ellipse((470, 270), 84)
    moon.ellipse((505, 250), 76, tone=0)
    sheet.fill(moon.done(), mix(PAPER, SAFFRON, 0.25))
    for depth in range(5):
        _quarter(sheet, depth)
        sheet.wash(
            vertical(560 + depth * 120, 860 + depth * 150, 0, 50 - depth * 9),
            mix(INDIGO, SAND, 0.4),
        )
    _balcony(sheet)
    return sheet.printed()


def _quarter(sheet: Sheet, depth: int) -> None:
    """One row of houses; nearer rows are darker, larger and lower."""
    near = depth / 4
    ink = mix(mix(INDIGO, SAND, 0.16), mix(NIGHT, INK, 0.55), 0.25 + 0.62 * near)
    base = 640 + 460 * near**1.2
    walls, shade, lit, dark = Cut(), Cut(), Cut(), Cut()
    x = -60.0 + sheet.chance.uniform(-40, 0)
    while x < WIDTH + 20:
        wide = sheet.chance.uniform(70, 150) * (0.8 + 1.25 * near)
        top = base - sheet.chance.uniform(20, 190) * (0.7 + 0.7 * near)
        walls.rectangle(x, top, x + wide, HEIGHT)
        shade.rectangle(x + wide * 0.62, top, x + wide, HEIGHT)
        _crown(sheet, walls, x, top, wide, near)
        _windows(sheet, (lit, dark), (x, top, wide), near)
        x += wide * sheet.chance.uniform(0.82, 1.0)
    if depth in (1, 2):
        _dome(walls, 1250 if depth == 1 else 700, base - 120, 84 + 40 * depth)
        _minaret(walls, 1395 if depth == 1 else 845, base - 110, 0.75 + 0.35 * depth)
    shape = walls.done()
    sheet.fill(shape, ink)
    sheet.stipple(vertical(base - 330, base + 90, 190, 0), mix(ink, SAND, 0.3), shape)
    sheet.stipple(
        vertical(base - 300, base + 300, 130, 60), mix(ink, INK, 0.6), both(shade.done(), shape)
    )
    sheet.fill(both(dark.done(), shape), mix(ink, INK, 0.55))
    lamps = both(lit.done(), shape)
    sheet.wash(_halo(lamps), mix(SAFFRON, CINNABAR, 0.35))
    sheet.fill(lamps, mix(SAFFRON, PAPER, 0.3))


def _halo(lamps: Image.Image) -> Image.Image:
    """The soft light around lit windows."""
    small = lamps.reduce(16).point([min(255, value * 4) for value in range(256)])
    return small.resize(lamps.size, Image.Resampling.BICUBIC).point(
        [value * 2 // 5 for value in range(256)]
    )


def _crown(sheet: Sheet, walls: Cut, x: float, top: float, wide: float, near: float) -> None:
    """What a roof carries: a parapet, a stair house, a tank, an aerial."""
    size = 0.7 + 0.9 * near
    walls.rectangle(x - 3 * size, top - 7 * size, x + wide + 3 * size, top)
    kind = sheet.chance.randrange(6)
    if kind == 0:
        walls.rectangle(x + wide * 0.15, top - 46 * size, x + wide * 0.5, top)
        walls.rectangle(x + wide * 0.12, top - 51 * size, x + wide * 0.53, top - 45 * size)
    elif kind == 1:
        walls.rectangle(
            x + wide * 0.55, top - 44 * size, x + wide * 0.55 + 34 * size, top - 14 * size
        )
        walls.line([(x + wide * 0.55 + 4, top - 16), (x + wide * 0.55 + 4, top)], 3 * size)
        walls.line(
            [(x + wide * 0.55 + 30 * size, top - 16), (x + wide * 0.55 + 30 * size, top)], 3 * size
        )
    elif kind == 2:
        mast = x + wide * 0.4
        walls.line([(mast, top), (mast, top - 86 * size)], 2 * size)
        for bar in range(4):
            walls.line(
                [
                    (mast - 14 * size, top - (50 + bar * 11) * size),
                    (mast + 14 * size, top - (50 + bar * 11) * size),
                ],
                1.4 * size,
            )
    elif kind == 3:
        _washing(walls, x + wide * 0.1, top, wide * 0.8, size)


def _washing(walls: Cut, x: float, top: float, wide: float, size: float) -> None:
    """A line of washing between two poles."""
    walls.line([(x, top), (x, top - 46 * size)], 2.4 * size)
    walls.line([(x + wide, top), (x + wide, top - 46 * size)], 2.4 * size)
    sag = [
        (x + wide * t / 10, top - 44 * size + 9 * size * math.sin(math.pi * t / 10))
        for t in range(11)
    ]
    walls.line(sag, 1.6)
    for spot in (2, 4, 6, 7):
        left, high = sag[spot]
        walls.polygon(
            [
                (left, high),
                (left + wide * 0.09, high + 1),
                (left + wide * 0.1, high + 26 * size),
                (left - 2, high + 24 * size),
            ]
        )


def _windows(
    sheet: Sheet, panes: tuple[Cut, Cut], house: tuple[float, float, float], near: float
) -> None:
    """Arched windows in rows; few of them are lit."""
    lit, dark = panes
    x, top, wide = house
    size = 0.62 + 0.95 * near
    columns = max(1, int(wide / (40 * size)))
    for floor in range(5):
        for column in range(columns):
            if sheet.chance.random() < 0.3:
                continue
            pane = lit if sheet.chance.random() < 0.25 else dark
            cx = x + wide * (column + 0.5) / columns
            cy = top + (34 + floor * 62) * size
            half = 7.5 * size
            pane.rectangle(cx - half, cy - 8 * size, cx + half, cy + 17 * size)
            pane.ellipse((cx, cy - 8 * size), half, half * 1.15)
            if pane is lit:
                lit.line([(cx, cy - 18 * size), (cx, cy + 17 * size)], 1.6 * size, tone=0)
                lit.line([(cx - half, cy), (cx + half, cy)], 1.6 * size, tone=0)


def _dome(walls: Cut, x: float, y: float, radius: float) -> None:
    """A ribbed dome on its drum."""
    outline = []
    for step in range(33):
        angle = math.pi * step / 32
        lift = radius * (math.sin(angle) ** 0.85) * 1.12
        outline.append((x - radius * math.cos(angle), y - lift))
    walls.polygon(outline)
    walls.rectangle(x - radius * 0.94, y - 2, x + radius * 0.94, y + 300)
    walls.line([(x, y - radius * 1.1), (x, y - radius * 1.5)], 4)
    walls.ellipse((x, y - radius * 1.32), 7)


def _minaret(walls: Cut, x: float, y: float, size: float) -> None:
    """A tower with two galleries and a pointed cap."""
    walls.rectangle(x - 22 * size, y - 220 * size, x + 22 * size, y + 400)
    walls.polygon(
        [
            (x - 22 * size, y - 205 * size),
            (x - 36 * size, y - 228 * size),
            (x + 36 * size, y - 228 * size),
            (x + 22 * size, y - 205 * size),
        ]
    )
    walls.rectangle(x - 15 * size, y - 320 * size, x + 15 * size, y - 220 * size)
    walls.polygon(
        [
            (x - 15 * size, y - 306 * size),
            (x - 25 * size, y - 322 * size),
            (x + 25 * size, y - 322 * size),
            (x + 15 * size, y - 306 * size),
        ]
    )
    walls.polygon(
        [(x - 17 * size, y - 322 * size), (x, y - 402 * size), (x + 17 * size, y - 322 * size)]
    )
    walls.line([(x, y - 395 * size), (x, y - 428 * size)], 3 * size)


def _balcony(sheet: Sheet) -> None:
    """The near rail, a pot with a plant, and a cat that watches the city."""
    near = Cut()
    near.rectangle(0, 1216, WIDTH, HEIGHT)
    near.rectangle(0, 1196, WIDTH, 1208)
    near.polygon([(1560, 1198), (1572, 1100), (1668, 1100), (1680, 1198)])
    for turn in range(26):
        angle = math.radians(200 + turn * 5.6)
        reach = sheet.chance.uniform(90, 190)
        tip = (1620 + reach * math.cos(angle) * 0.9, 1104 + reach * math.sin(angle))
        near.line([(1620, 1104), tip], 4)
        near.ellipse(tip, 15, 9)
        near.ellipse(
            (1620 + reach * 0.62 * math.cos(angle), 1104 + reach * 0.66 * math.sin(angle)), 13, 8
        )

    shape = near.done()
    sheet.fill(shape, mix(INK, NIGHT, 0.3))
    sheet.stipple(
        both(vertical(960, 1270, 70, 230), horizontal(100, 1500, 40, 255)),
        mix(CINNABAR, SAFFRON, 0.4),
        shape,
    )
    sheet.stipple(radial((330, 1100), 260, 220, 150), mix(INDIGO, SAND, 0.55), _above_rail())
    cat = Cut()
    _cat(cat, 330, 1198)
    sheet.fill(cat.done(), INK)


def _above_rail() -> Image.Image:
    """Everything that is seen over the near rail."""
    cut = Cut()
    cut.rectangle(0, 0, WIDTH, 1195)
    return cut.done()


def _cat(cut: Cut, x: float, y: float) -> None:
    """A sitting cat seen from behind."""
    cut.ellipse((x, y - 52), 46, 58)
    cut.ellipse((x + 4, y - 118), 30, 27)
    for side in (-1, 1):
        cut.polygon(
            [
                (x + 4 + side * 28, y - 124),
                (x + 4 + side * 25, y - 162),
                (x + 4 + side * 6, y - 140),
            ]
        )
    tail = [(x + 36 + 70 * t / 12, y - 10 + 46 * math.sin(t / 12 * 2.6)) for t in range(13)]
    cut.line(tail, 14)
