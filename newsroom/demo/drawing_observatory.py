"""The observatory: star trails over a dome that is open."""

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


def observatory() -> Image.Image:
    """The great dome open to a sky whose stars have turned for an hour."""
    sheet = Sheet(59)
    sheet.sky(
        (0, mix(NIGHT, INK, 0.5)),
        (620, mix(INDIGO, NIGHT, 0.3)),
        (960, mix(INDIGO, SAND, 0.38)),
        (1060, mix(SAND, CINNABAR, 0.3)),
    )
    sheet.stipple(radial((1500, 980), 1100, 420, 130), mix(SAND, CINNABAR, 0.25))
    _trails(sheet, (760, 330))
    for base, swing, share in ((1010, 70, 0.3), (1080, 60, 0.6)):
        hills = Cut()
        hills.polygon(ridge(sheet.chance, base, swing, 40))
        shape = hills.done()
        sheet.fill(shape, mix(mix(INDIGO, SAND, 0.2), NIGHT, share))
        sheet.stipple(vertical(base, base + 200, 0, 120), mix(INDIGO, SAND, 0.35), shape)
    _summit(sheet)
    _great_dome(sheet, 1330, 1030)
    _watcher(sheet, 560, 1152)
    return sheet.printed()


def _trails(sheet: Sheet, pole: Point) -> None:
    """Arcs of starlight around the pole; one star, red, comes and goes."""
    dim, bright = Cut(), Cut()
    for _ in range(330):
        radius = 24 + 1500 * sheet.chance.random() ** 0.8
        start, sweep = sheet.chance.uniform(0, 360), sheet.chance.uniform(14, 30)
        pick = bright if sheet.chance.random() < 0.28 else dim
        pick.arc(pole, radius, (start, start + sweep), sheet.chance.choice((1.2, 1.6, 2.2, 3)))
    fade = vertical(500, 1040, 255, 30)
    sheet.wash(
        fade.point([value * 3 // 5 for value in range(256)]), mix(SAND, INDIGO, 0.25), dim.done()
    )
    sheet.wash(fade, mix(PAPER, SAFFRON, 0.2), bright.done())
    pulse = Cut()
    for beat in range(9):
        pulse.arc(pole, 418, (104 + beat * 9, 109 + beat * 9), 6)
    pulse.ellipse(
        (pole[0] - 415 * math.cos(math.radians(8)), pole[1] - 415 * math.sin(math.radians(8))), 10
    )
    sheet.fill(pulse.done(), mix(CINNABAR, SAFFRON, 0.22))
    pole_star = Cut()
    pole_star.ellipse(pole, 5)
    sheet.fill(pole_star.done(), PAPER)


def _summit(sheet: Sheet) -> None:
    """The rock that carries the building, with a path up to it."""
    rock = Cut()
    top = [
        (0, 1190),
        (260, 1160),
        (520, 1150),
        (820, 1120),
        (1010, 1060),
        (1640, 1050),
        (1780, 1110),
        (1940, 1150),
    ]
    rock.polygon([*top, (1940, 1300), (-10, 1300)])
    shape = rock.done()
    sheet.fill(shape, mix(INK, NIGHT, 0.45))
    sheet.stipple(
        both(vertical(1040, 1290, 170, 0), horizontal(300, 1500, 40, 230)),
        mix(INDIGO, SAND, 0.3),
        shape,
    )
    path = Cut()
    path.line([(430, 1300), (640, 1232), (560, 1196), (800, 1150), (980, 1098), (1180, 1066)], 9)
    sheet.stipple(horizontal(400, 1200, 110, 230), mix(SAND, SAFFRON, 0.3), path.done())


def _great_dome(sheet: Sheet, x: float, y: float) -> None:
    """The dome, its slit open with red working light inside."""
    radius = 268
    body, ribs, slit = Cut(), Cut(), Cut()
    body.ellipse((x, y - 150), radius)
    body.rectangle(x - radius - 40, y - 128, x + radius + 40, y + 160, tone=0)
    body.rectangle(x - radius - 10, y - 150, x + radius + 10, y - 126)
    body.rectangle(x - radius + 14, y - 126, x + radius - 14, y + 60)
    shell = body.done()
    sheet.fill(shell, mix(SAND, INDIGO, 0.22))
    sheet.stipple(horizontal(x - radius, x + radius, 255, 30), mix(NIGHT, INDIGO, 0.35), shell)
    sheet.stipple(horizontal(x + 60, x + radius, 0, 120), mix(PAPER, SAFFRON, 0.3), shell)
    for t in (-0.82, -0.5, 0.42, 0.74, 0.93):
        ribs.line(
            [
                (
                    x + radius * t * math.sin(a / 20 * math.pi / 2),
                    y - 150 - radius * math.cos(a / 20 * math.pi / 2),
                )
                for a in range(21)
            ],
            2.6,
        )
    for floor in (-126, -74, -70):
        ribs.line([(x - radius - 10, y + floor), (x + radius + 10, y + floor)], 3)
    for window in range(-2, 3):
        ribs.rectangle(x + window * 92 - 15, y - 46, x + window * 92 + 15, y + 8)
    sheet.fill(both(ribs.done(), shell), mix(NIGHT, INK, 0.5))
    left = [
        (
            x - 92 + 26 * (a / 20) ** 2,
            y - 150 - radius * 0.985 * math.sin(math.pi / 2 * (0.12 + 0.86 * a / 20)),
        )
        for a in range(21)
    ]
    slit.polygon(
        [
            *left,
            *[(px + 92 - 30 * i / 20, py + 2) for i, (px, py) in reversed(list(enumerate(left)))],
        ]
    )
    gap = slit.done()
    sheet.fill(gap, mix(INK, CINNABAR, 0.5))
    sheet.stipple(radial((x - 40, y - 170), 190, 300), mix(CINNABAR, SAFFRON, 0.45), gap)
    tube = Cut()
    tube.polygon([(x - 62, y - 190), (x - 16, y - 176), (x - 70, y - 420), (x - 122, y - 404)])
    tube.polygon([(x - 128, y - 400), (x - 66, y - 420), (x - 72, y - 440), (x - 134, y - 420)])
    barrel = tube.done()
    sheet.fill(barrel, mix(INK, NIGHT, 0.3))
    sheet.stipple(horizontal(x - 130, x - 20, 0, 190), mix(SAND, CINNABAR, 0.3), barrel)
    lamp = Cut()
    lamp.rectangle(x - 199, y - 46, x - 169, y + 8)
    sheet.fill(lamp.done(), SAFFRON)


def _watcher(sheet: Sheet, x: float, y: float) -> None:
    """A person on the path with a lantern, looking up."""
    glow = radial((x + 40, y - 20), 210, 130, 210)
    sheet.stipple(glow, mix(SAFFRON, CINNABAR, 0.25))
    body = Cut()
    body.polygon([(x - 17, y + 34), (x - 13, y - 50), (x + 13, y - 50), (x + 19, y + 34)])
    body.ellipse((x + 3, y - 64), 12, 13)
    body.line([(x + 8, y - 40), (x + 38, y - 24)], 7)
    sheet.fill(body.done(), INK)
    lantern = Cut()
    lantern.rectangle(x + 33, y - 26, x + 45, y - 6)
    sheet.fill(lantern.done(), PAPER)
