"""The desert road at noon, with water that is not there."""

import itertools
import math

from PIL import Image

from newsroom.demo.drawing_sheet import (
    CINNABAR,
    HEIGHT,
    INDIGO,
    INK,
    PAPER,
    SAFFRON,
    SAND,
    WIDTH,
    Cut,
    Place,
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

_HORIZON = 520
_DUST = mix(mix(SAND, SAFFRON, 0.42), CINNABAR, 0.14)


def highway() -> Image.Image:
    """Lorries float over a mirage on a road that runs straight to the horizon."""
    sheet = Sheet(149)
    sheet.sky(
        (0, mix(INDIGO, PAPER, 0.42)),
        (300, mix(INDIGO, PAPER, 0.74)),
        (_HORIZON, mix(PAPER, SAFFRON, 0.12)),
    )
    sheet.stipple(radial((1500, 60), 760, 520, 200), PAPER)
    sun = Cut()
    sun.ellipse((1500, 96), 74)
    sheet.fill(sun.done(), PAPER)
    _sand(sheet)
    _road(sheet)
    _mirage(sheet)
    _wires(sheet)
    for x, size in ((900, 0.2), (930, 0.34)):
        _lorry(sheet, placed(x, _HORIZON + 22 + size * 60, size), size)
    _camels(sheet)
    _stones(sheet)
    return sheet.printed()


def _sand(sheet: Sheet) -> None:
    """Far ridges that quiver, then sand in low waves."""
    for base, swing, share in ((470, 42, 0.62), (500, 26, 0.35)):
        hills = Cut()
        hills.polygon(ridge(sheet.chance, base, swing))
        sheet.fill(hills.done(), mix(_DUST, mix(INDIGO, PAPER, 0.55), share))
    ground, waves = Cut(), Cut()
    ground.rectangle(0, _HORIZON, WIDTH, HEIGHT)
    sheet.fill(ground.done(), _DUST)
    sheet.stipple(vertical(_HORIZON, 860, 235, 0), mix(SAND, PAPER, 0.5), ground.done())
    sheet.stipple(vertical(760, HEIGHT, 0, 150), mix(_DUST, CINNABAR, 0.4), ground.done())
    for i in range(70):
        depth = (i / 70) ** 1.7
        y = _HORIZON + 20 + depth * 740
        x, reach = sheet.chance.uniform(-300, WIDTH), 120 + depth * 700
        crest = [
            (x + reach * t / 20, y - (3 + 22 * depth) * math.sin(math.pi * t / 20))
            for t in range(21)
        ]
        waves.polygon([*crest, *[(px, py + (2 + 12 * depth)) for px, py in reversed(crest[3:-3])]])
    sheet.stipple(vertical(_HORIZON, HEIGHT, 60, 170), mix(_DUST, CINNABAR, 0.5), waves.done())


def _road(sheet: Sheet) -> None:
    """Asphalt with sand drifting over its edges and a broken line down its middle."""
    road, edges, dashes, drifts = Cut(), Cut(), Cut(), Cut()
    road.polygon([(908, _HORIZON), (924, _HORIZON), (1560, HEIGHT), (180, HEIGHT)])
    asphalt = road.done()
    sheet.fill(asphalt, mix(INK, INDIGO, 0.22))
    sheet.stipple(vertical(_HORIZON, 1150, 250, 20), mix(SAND, INDIGO, 0.4), asphalt)
    for far, near in ((909.5, 250), (922.5, 1490)):
        edges.polygon(
            [(far - 1, _HORIZON), (far + 1, _HORIZON), (near + 13, HEIGHT), (near - 13, HEIGHT)]
        )
    for i in range(16):
        start, stop = (_HORIZON + 760 * share**2.2 for share in (i / 15, (i + 0.5) / 15))
        left, right = (916 - (y - _HORIZON) * 0.061 for y in (start, stop))
        half = ((start - _HORIZON) * 0.012 + 0.8, (stop - _HORIZON) * 0.012 + 0.8)
        dashes.polygon(
            [
                (left - half[0], start),
                (left + half[0], start),
                (right + half[1], stop),
                (right - half[1], stop),
            ]
        )
    sheet.wash(vertical(0, 1, 190, 190), mix(PAPER, SAND, 0.3), edges.done())
    sheet.fill(dashes.done(), mix(PAPER, SAFFRON, 0.2))
    for x, y, wide, tall in (
        (150, 1250, 560, 66),
        (1560, 1060, -420, 40),
        (530, 880, 250, 22),
        (1180, 800, -200, 14),
    ):
        tip = (x + wide, y - tall * 0.2)
        drifts.polygon(
            [
                *curve((x - wide * 0.5, y - tall), (x + wide * 0.4, y - tall), tip),
                *curve(tip, (x + wide * 0.3, y + tall), (x - wide * 0.5, y + tall)),
            ]
        )
    sheet.stipple(vertical(0, 1, 235, 235), mix(_DUST, SAND, 0.4), drifts.done())


def _mirage(sheet: Sheet) -> None:
    """A lake of sky lies on the road, in flat and broken sheets."""
    lake, glints = Cut(), Cut()
    for i in range(34):
        y = _HORIZON + 8 + i * 3.4
        wide = 620 * (1 - abs(i - 10) / 26) * sheet.chance.uniform(0.55, 1)
        if wide > 0:
            lake.ellipse((930 + sheet.chance.uniform(-70, 70), y), wide, 2.6)
    shape = lake.done()
    sheet.wash(vertical(_HORIZON, _HORIZON + 130, 255, 120), mix(INDIGO, PAPER, 0.7), shape)
    for _ in range(70):
        glints.ellipse(
            (sheet.chance.gauss(930, 240), _HORIZON + sheet.chance.uniform(4, 90)),
            sheet.chance.uniform(10, 70),
            1.3,
        )
    sheet.wash(vertical(0, 1, 200, 200), PAPER, glints.done())


def _lorry(sheet: Sheet, at: Place, size: float) -> None:
    """One lorry head-on, its load under a sheet, and itself again upside down below."""
    _reflection(sheet, at, size)
    load, cab, glass, dark, lamps = Cut(), Cut(), Cut(), Cut(), Cut()
    load.polygon(outline("-150,-60 -160,-430 -110,-500 110,-500 160,-430 150,-60", at))
    sheet.fill(load.done(), mix(SAND, INDIGO, 0.28))
    cab.polygon(outline("-140,-40 -144,-240 -118,-380 118,-380 144,-240 140,-40", at))
    sheet.fill(cab.done(), CINNABAR)
    glass.polygon(outline("-120,-250 -102,-356 102,-356 120,-250", at))
    sheet.fill(glass.done(), mix(INDIGO, INK, 0.4))
    dark.polygon(outline("-140,-60 140,-60 140,-10 -140,-10", at))
    dark.polygon(outline("-80,-200 80,-200 80,-90 -80,-90", at))
    for side in (-1, 1):
        dark.polygon(
            outline(f"{side * 146},-30 {side * 96},-30 {side * 96},22 {side * 146},22", at)
        )
        dark.line(outline(f"{side * 144},-300 {side * 182},-290 {side * 182},-220", at), 13 * size)
        lamps.ellipse(at(side * 112, -124), 20 * size)
    sheet.fill(dark.done(), INK)
    sheet.fill(lamps.done(), mix(PAPER, SAFFRON, 0.3))


def _reflection(sheet: Sheet, at: Place, size: float) -> None:
    """The lorry's image in the hot air, cut into strips."""
    ghost, strips = Cut(), Cut()
    ghost.polygon(outline("-140,24 -150,220 -110,340 110,340 150,220 140,24", at))
    for i in range(10):
        x, y = at(-230 + (i % 3) * 36, 24 + i * 34)
        strips.rectangle(x, y, x + 400 * size, y + 22 * size)
    sheet.wash(
        vertical(0, 1, 170, 170), mix(CINNABAR, SAND, 0.35), both(ghost.done(), strips.done())
    )


def _wires(sheet: Sheet) -> None:
    """Poles that stride away along the road, with their wires."""
    poles, wires, shadows = Cut(), Cut(), Cut()
    tops = []
    for i in range(11):
        scale = 1 / (0.72 + i * 0.62)
        x, y = 930 + 960 * scale * 0.78, _HORIZON + 8 + 470 * scale * 0.78
        tall = 760 * scale * 0.78
        poles.line([(x, y), (x + 3 * scale, y - tall)], 17 * scale)
        poles.line(
            [(x - 92 * scale, y - tall * 0.92), (x + 98 * scale, y - tall * 0.93)], 11 * scale
        )
        poles.line([(x - 52 * scale, y - tall * 0.93), (x, y - tall * 0.8)], 6 * scale)
        shadows.polygon(
            [
                (x - 9 * scale, y),
                (x + 9 * scale, y),
                (x - 40 * scale, y + 30 * scale),
                (x - 70 * scale, y + 30 * scale),
            ]
        )
        tops.append((x, y - tall * 0.94, scale))
    for (x, y, near), (to_x, to_y, far) in itertools.pairwise(tops):
        for arm in (-84, 86):
            start, stop = (x + arm * near, y), (to_x + arm * far, to_y)
            sag = [
                (
                    start[0] + (stop[0] - start[0]) * t / 12,
                    start[1]
                    + (stop[1] - start[1]) * t / 12
                    + 58 * near * math.sin(math.pi * t / 12),
                )
                for t in range(13)
            ]
            wires.line(sag, 2.6 * far + 0.8)
    for arm in (-84, 86):
        x, y, near = tops[0]
        wires.line([(x + arm * near, y), (x + 700 + arm * near, y - 420)], 4)
    sheet.fill(shadows.done(), mix(_DUST, INK, 0.4))
    sheet.fill(poles.done(), mix(INK, CINNABAR, 0.2))
    sheet.wash(vertical(0, 1, 230, 230), INK, wires.done())


_CAMEL = (
    "-150,0 -140,-150 -152,-236 -120,-300 -70,-330 -40,-404 0,-420 36,-380 60,-320 110,-290 "
    "140,-306 176,-400 200,-446 262,-452 270,-430 232,-416 214,-330 190,-250 140,-214 "
    "136,-120 142,0 118,0 112,-120 96,-200 -60,-200 -96,-190 -104,-110 -124,0"
)


def _camels(sheet: Sheet) -> None:
    """Three at the roadside, their shadows straight beneath them."""
    herd, shade, cloth = Cut(), Cut(), Cut()
    for x, y, size, turn in ((330, 880, 0.86, 1), (130, 790, 0.6, 1), (530, 722, 0.42, -1)):
        at = placed(x, y, size, turn)
        herd.polygon(outline(_CAMEL, at))
        herd.polygon(outline("-96,-200 -70,-200 -74,-90 -66,0 -88,0 -96,-100", at))
        herd.polygon(outline("76,-210 104,-200 106,-100 100,0 78,0 84,-100", at))
        herd.line(outline("-150,-280 -166,-200", at), 8 * size)
        cloth.polygon(outline("-84,-316 -58,-372 44,-362 78,-304 66,-222 -72,-222", at))
        shade.ellipse(at(6, 6), 190 * size, 24 * size)
    sheet.stipple(horizontal(0, WIDTH, 230, 230), mix(_DUST, INK, 0.55), shade.done())
    shape = herd.done()
    sheet.fill(shape, mix(mix(SAND, CINNABAR, 0.4), INK, 0.45))
    sheet.stipple(vertical(420, 820, 200, 40), mix(SAND, SAFFRON, 0.4), shape)
    sheet.fill(cloth.done(), mix(INDIGO, INK, 0.2))


def _stones(sheet: Sheet) -> None:
    """A kilometre stone and pebbles near us."""
    stone, pebbles = Cut(), Cut()
    stone.polygon(
        outline("-58,0 -58,-120 -40,-160 0,-174 40,-160 58,-120 58,0", placed(1690, 1200))
    )
    shape = stone.done()
    pebbles.ellipse((1700, 1204), 120, 16)
    for _ in range(80):
        x, y = sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(1010, 1270)
        if not 260 - (y - 1010) < x < 1440 + (y - 1010):
            pebbles.ellipse((x, y), sheet.chance.uniform(2, 9), sheet.chance.uniform(2, 5))
    sheet.fill(pebbles.done(), mix(_DUST, INK, 0.5))
    sheet.fill(shape, PAPER)
    cap = Cut()
    cap.rectangle(1600, 1000, 1780, 1090)
    sheet.fill(both(cap.done(), shape), CINNABAR)
    sheet.stipple(horizontal(1650, 1760, 0, 190), mix(INDIGO, INK, 0.3), shape)
