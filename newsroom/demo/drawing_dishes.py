"""A field of listening dishes on a salt plain."""

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
    Place,
    Sheet,
    both,
    horizontal,
    mix,
    outline,
    placed,
    radial,
    ridge,
    vertical,
)

_VIOLET = mix(INDIGO, CINNABAR, 0.28)
_PLAIN = 880


def dishes() -> Image.Image:
    """Dishes in two rows turn to one place of the sky, where a red ring marks a faint star."""
    sheet = Sheet(157)
    sheet.sky(
        (0, mix(NIGHT, INK, 0.45)),
        (460, mix(_VIOLET, NIGHT, 0.5)),
        (760, mix(_VIOLET, SAND, 0.22)),
        (_PLAIN, mix(SAND, CINNABAR, 0.36)),
    )
    _stars(sheet)
    _target(sheet)
    hills = Cut()
    hills.polygon(ridge(sheet.chance, 842, 30))
    sheet.fill(hills.done(), mix(_VIOLET, NIGHT, 0.55))
    _salt(sheet)
    for x, size in ((1790, 0.17), (1660, 0.2), (1500, 0.25), (1290, 0.33), (960, 0.5), (330, 0.98)):
        foot = _PLAIN + 10 + (size - 0.15) * 370
        _dish(sheet, placed(x, foot, size), size)
    _hut(sheet)
    return sheet.printed()


def _stars(sheet: Sheet) -> None:
    """The milky way, slanting, with dark lanes."""
    dust, bright = Cut(), Cut()
    for i in range(2600):
        along = sheet.chance.uniform(-0.1, 1.1)
        off = sheet.chance.gauss(0, 92 + 60 * math.sin(along * 3))
        x, y = 500 + along * 1500 + off * 0.5, 960 - along * 1060 + off * 0.86
        (bright if i % 19 == 0 else dust).ellipse(
            (x, y), sheet.chance.uniform(0.6, 1.5) * (1.8 if i % 19 == 0 else 1)
        )
    for _ in range(330):
        bright.ellipse(
            (sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(0, 800)),
            sheet.chance.uniform(0.7, 2.1),
        )
    band = Cut()
    band.polygon([(420, 900), (1760, -60), (2000, -60), (2000, 80), (760, 900)])
    glow = band.done().reduce(32).resize(band.done().size, Image.Resampling.BICUBIC)
    sheet.stipple(both(glow, vertical(0, 860, 74, 40)), mix(SAND, _VIOLET, 0.3))
    sheet.wash(vertical(0, 860, 210, 60), PAPER, dust.done())
    sheet.wash(vertical(0, 840, 255, 70), PAPER, bright.done())


def _target(sheet: Sheet) -> None:
    """The faint star, ringed, and pulses that come from it."""
    rings, star = Cut(), Cut()
    for reach in (70, 150, 240, 340, 450, 570, 700):
        rings.arc((1330, 250), reach, (112, 196), 3.4 - reach / 330)
    sheet.wash(radial((1330, 250), 820, 820, 235), mix(CINNABAR, SAFFRON, 0.3), rings.done())
    ring = Cut()
    ring.arc((1330, 250), 32, (0, 360), 4)
    sheet.fill(ring.done(), CINNABAR)
    star.polygon(
        [
            (1330, 236),
            (1334, 246),
            (1344, 250),
            (1334, 254),
            (1330, 264),
            (1326, 254),
            (1316, 250),
            (1326, 246),
        ]
    )
    sheet.fill(star.done(), PAPER)


def _salt(sheet: Sheet) -> None:
    """The plain, pale and cracked into plates, with the track between the dishes."""
    plain, cracks, track = Cut(), Cut(), Cut()
    plain.rectangle(0, _PLAIN, WIDTH, HEIGHT)
    ground = plain.done()
    sheet.fill(ground, mix(_VIOLET, NIGHT, 0.25))
    sheet.stipple(vertical(_PLAIN, 1240, 235, 60), mix(SAND, _VIOLET, 0.35), ground)
    sheet.stipple(radial((1330, 900), 900, 160, 160), mix(SAND, PAPER, 0.3), ground)
    rows = [[_plate(sheet, row, column) for column in range(-1, 15)] for row in range(9)]
    for row, line in enumerate(rows):
        cracks.line(line, 0.8 + row * 0.35)
        if row < 8:
            for column, spot in enumerate(line):
                if (row + column) % 2:
                    cracks.line([spot, rows[row + 1][column]], 0.8 + row * 0.35)
    sheet.wash(
        vertical(_PLAIN, HEIGHT, 60, 190), mix(_VIOLET, INK, 0.6), both(cracks.done(), ground)
    )
    track.polygon([(1850, 896), (1880, 896), (1500, HEIGHT), (1060, HEIGHT)])
    sheet.stipple(vertical(_PLAIN, HEIGHT, 120, 200), mix(SAND, PAPER, 0.3), track.done())


def _plate(sheet: Sheet, row: int, column: int) -> tuple[float, float]:
    """One corner of the salt's plates in perspective."""
    depth = 1 / (1 - row / 9.6)
    x = 1000 + (column - 6.5) * 66 * depth + sheet.chance.uniform(-20, 20) * depth
    return (x, _PLAIN + 58 * (depth - 1) + sheet.chance.uniform(-4, 4) * depth)


def _oval(
    at: Place, x: float, y: float, across: float, down: float, tilt: float
) -> list[tuple[float, float]]:
    """A tilted ellipse in a dish's own coordinates."""
    c, s = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    turns = [math.tau * i / 60 for i in range(60)]
    return [
        at(
            x + across * math.cos(a) * c - down * math.sin(a) * s,
            y + across * math.cos(a) * s + down * math.sin(a) * c,
        )
        for a in turns
    ]


def _dish(sheet: Sheet, at: Place, size: float) -> None:
    """One dish that looks up and to the right, on its pedestal."""
    legs, back, bowl, frame, lamp = Cut(), Cut(), Cut(), Cut(), Cut()
    x, _ = at(0, 0)
    shade = Cut()
    shade.ellipse(at(-80, 10), 330 * size, 40 * size)
    sheet.stipple(vertical(0, 1, 200, 200), mix(NIGHT, INK, 0.5), shade.done())
    legs.polygon(outline("-150,0 -60,-250 60,-250 150,0 116,0 40,-190 -40,-190 -116,0", at))
    legs.polygon(outline("-120,-70 120,-70 112,-92 -112,-92", at))
    legs.polygon(outline("-74,-250 -60,-370 70,-400 84,-250", at))
    shape = legs.done()
    sheet.fill(shape, mix(NIGHT, INK, 0.3))
    sheet.stipple(horizontal(x - 40 * size, x + 150 * size, 0, 190), mix(SAND, _VIOLET, 0.3), shape)
    back.polygon([*_oval(at, -30, -430, 200, 130, 38)])
    sheet.fill(back.done(), mix(NIGHT, INK, 0.2))
    bowl.polygon(_oval(at, 36, -500, 356, 190, 38))
    dish = bowl.done()
    sheet.fill(dish, mix(PAPER, SAND, 0.25))
    inner = Cut()
    inner.polygon(_oval(at, 12, -478, 300, 142, 38))
    low = (x - 330 * size, x + 330 * size)
    sheet.stipple(horizontal(low[0], low[1], 255, 40), mix(_VIOLET, NIGHT, 0.25), dish)
    sheet.stipple(horizontal(low[0], low[1], 40, 170), mix(_VIOLET, SAND, 0.35), inner.done())
    for turn in range(0, 360, 30):
        a, c, s = math.radians(turn), math.cos(math.radians(38)), math.sin(math.radians(38))
        dx, dy = 350 * math.cos(a), 186 * math.sin(a)
        frame.line([at(10, -474), at(36 + dx * c - dy * s, -500 + dx * s + dy * c)], 2.4 * size)
    sheet.wash(vertical(0, 1, 150, 150), mix(_VIOLET, INK, 0.3), both(frame.done(), dish))
    mast = Cut()
    for foot in ((-200, -668), (270, -300), (90, -620)):
        mast.line([at(*foot), at(232, -732)], 9 * size)
    mast.polygon(outline("210,-716 226,-760 262,-750 254,-708", at))
    sheet.fill(mast.done(), INK)
    lamp.ellipse(at(246, -770), 9 * size + 2)
    sheet.wash(radial(at(246, -770), 56 * size + 10, None, 180), CINNABAR)
    sheet.fill(lamp.done(), mix(CINNABAR, PAPER, 0.2))


def _hut(sheet: Sheet) -> None:
    """The listeners' hut, its door open, and one of them outside with a cup."""
    hut, roof, light, man = Cut(), Cut(), Cut(), Cut()
    hut.rectangle(1440, 1010, 1660, 1150)
    roof.rectangle(1426, 996, 1674, 1014)
    roof.line([(1640, 996), (1640, 930)], 4)
    light.rectangle(1500, 1050, 1552, 1150)
    light.rectangle(1590, 1046, 1630, 1084)
    sheet.fill(hut.done(), mix(_VIOLET, NIGHT, 0.45))
    sheet.fill(roof.done(), INK)
    spill = Cut()
    spill.polygon([(1500, 1150), (1552, 1150), (1510, 1250), (1370, 1250)])
    sheet.stipple(vertical(1150, 1260, 240, 20), SAFFRON, spill.done())
    sheet.wash(radial((1530, 1100), 230, 180, 120), mix(SAFFRON, CINNABAR, 0.3))
    sheet.fill(light.done(), mix(SAFFRON, PAPER, 0.3))
    at = placed(1400, 1196, 1.0)
    man.polygon(outline("-20,0 -24,-70 -14,-104 10,-108 24,-90 26,-60 20,0 6,0 2,-44 -6,0", at))
    man.ellipse(at(2, -126), 15, 18)
    man.line(outline("14,-92 36,-78 30,-100", at), 8)
    shape = man.done()
    sheet.fill(shape, INK)
    sheet.stipple(horizontal(1396, 1430, 0, 230), mix(SAFFRON, CINNABAR, 0.3), shape)
