"""A chart without letters: a bridge on piers of coins, each as high as its bill."""

import itertools
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
    outline,
    placed,
    radial,
    vertical,
)

# Millions of the contract and of its four annexes: what stands before, and what each adds.
_BILLS = ((40.0, 0.0), (40.0, 21.5), (61.5, 14.0), (75.5, 17.3), (92.8, 9.2))
_PLACES = (1600, 1280, 960, 640, 320)
_BED, _COIN = 1060.0, 7.1


def piers() -> Image.Image:
    """Five piers of coins, taller from right to left; the new coins are red; a road climbs them."""
    sheet = Sheet(181, mix(PAPER, SAND, 0.28))
    _ruled(sheet)
    _water(sheet)
    tops: list[Point] = []
    for (before, added), x in zip(_BILLS, _PLACES, strict=True):
        tops.append((x, _pier(sheet, x, before, added)))
    _deck(sheet, tops)
    _traffic(sheet, tops)
    return sheet.printed(0.06)


def _ruled(sheet: Sheet) -> None:
    """A scale of hairlines, ten millions apart, with a rhomb at every second one."""
    lines, marks = Cut(), Cut()
    for step in range(12):
        y = _BED - step * 10 * _COIN
        lines.line([(110, y), (1810, y)], 1.6 if step % 2 else 2.6)
        if step % 2 == 0:
            for x in (96, 1824):
                marks.polygon([(x, y - 9), (x + 9, y), (x, y + 9), (x - 9, y)])
    sheet.wash(vertical(0, 1, 110, 110), INK, lines.done())
    sheet.fill(marks.done(), INK)
    sheet.stipple(radial((700, 420), 1000, 560, 90), mix(SAFFRON, SAND, 0.4))


def _water(sheet: Sheet) -> None:
    """The river in three bands of scales, and the mud that was deeper than drawn."""
    for level, ink in enumerate(
        (mix(INDIGO, PAPER, 0.42), mix(INDIGO, PAPER, 0.18), mix(INDIGO, NIGHT, 0.3))
    ):
        top = _BED + level * 62
        band, scales = Cut(), Cut()
        band.polygon(
            [
                (-10, HEIGHT),
                *[(x, top + 11 * math.sin(x / 46 + level * 2)) for x in range(-10, WIDTH + 20, 10)],
                (WIDTH + 10, HEIGHT),
            ]
        )
        shape = band.done()
        sheet.fill(shape, ink)
        for x in range(-40, WIDTH + 40, 58):
            scales.arc((x + level * 29, top + 36), 25, (180, 360), 3)
        sheet.wash(vertical(0, 1, 130, 130), PAPER, both(scales.done(), shape))


def _pier(sheet: Sheet, x: float, before: float, added: float) -> float:
    """One pile of coins; the height of its top."""
    old, new, rims, faces = Cut(), Cut(), Cut(), Cut()
    plinth = Cut()
    plinth.polygon([(x - 104, _BED + 40), (x - 88, _BED), (x + 88, _BED), (x + 104, _BED + 40)])
    sheet.fill(plinth.done(), mix(INK, SAND, 0.15))
    thick = 5 * _COIN
    total = before + added
    height = _BED
    while height > _BED - total * _COIN + 1:
        tall = min(thick, height - (_BED - total * _COIN))
        shift = sheet.chance.uniform(-5, 5)
        cut = old if (_BED - height) / _COIN < before - 0.5 else new
        low, top = height - 2, height - tall
        cut.rectangle(x - 76 + shift, top, x + 76 + shift, low)
        cut.ellipse((x + shift, low), 76, 13)
        rims.line(
            [
                (x - 76 + shift, low),
                *[
                    (x + shift - 76 * math.cos(a / 8), low + 13 * math.sin(a / 8))
                    for a in range(26)
                ],
            ],
            2.4,
        )
        for groove in range(-5, 6):
            rims.line(
                [(x + shift + groove * 13, top + 16), (x + shift + groove * 13, low + 4)], 1.2
            )
        height = top
    for cut, ink in ((old, mix(SAFFRON, SAND, 0.25)), (new, CINNABAR)):
        shape = cut.done()
        sheet.fill(shape, ink)
        sheet.stipple(horizontal(x - 70, x + 110, 0, 210), mix(ink, INK, 0.5), shape)
        sheet.stipple(horizontal(x - 76, x - 20, 150, 0), PAPER, shape)
    sheet.wash(vertical(0, 1, 170, 170), INK, rims.done())
    faces.ellipse((x, height), 78, 13)
    sheet.fill(faces.done(), mix(CINNABAR if added else SAFFRON, PAPER, 0.3))
    return height


def _deck(sheet: Sheet, tops: list[Point]) -> None:
    """The road from pile to pile, its rail and its cables."""
    deck, rail, stripe = Cut(), Cut(), Cut()
    path = [(1960.0, tops[0][1] + 40), *tops, (-40.0, tops[-1][1] - 26)]
    deck.polygon([*[(x, y - 34) for x, y in path], *[(x, y + 2) for x, y in reversed(path)]])
    sheet.fill(deck.done(), INK)
    stripe.line([(x, y - 14) for x, y in path], 5)
    sheet.fill(stripe.done(), SAFFRON)
    for (x, y), (to_x, to_y) in itertools.pairwise(path):
        for step in range(9):
            share = step / 8
            px, py = x + (to_x - x) * share, y + (to_y - y) * share - 34
            rail.line([(px, py), (px, py - 30)], 3)
        rail.line([(x, y - 64), (to_x, to_y - 64)], 4)
    sheet.fill(rail.done(), INK)


def _along(tops: list[Point], x: float) -> Point:
    """The road's surface over one place."""
    for (right, low), (left, high) in itertools.pairwise(tops):
        if left <= x <= right:
            return (x, low + (high - low) * (right - x) / (right - left) - 36)
    return (x, tops[-1][1] - 36)


def _traffic(sheet: Sheet, tops: list[Point]) -> None:
    """A lorry that labours up, a sailing boat that just passes below, a man with a plumb line."""
    lorry, load, boat, sail = Cut(), Cut(), Cut(), Cut()
    for x in (1120.0, 1440.0):
        base = _along(tops, x)
        at = placed(base[0], base[1], 0.82)
        lorry.polygon(outline("-96,-12 -96,-70 -66,-112 -34,-112 -34,-12", at))
        lorry.rectangle(base[0] - 84, base[1] - 24, base[0] + 96, base[1] - 10)
        for wheel in (-64, 40, 92):
            lorry.ellipse(at(wheel, -10), 18)
        load.polygon(outline("-26,-30 -26,-128 118,-128 118,-30", at))
    sheet.fill(load.done(), mix(INDIGO, PAPER, 0.1))
    sheet.fill(lorry.done(), INK)
    at = placed(1120, 1074)
    boat.polygon(outline("-110,-30 110,-30 76,14 -72,14", at))
    boat.line(outline("0,-30 0,-300", at), 7)
    sail.polygon(outline("-8,-296 -8,-52 -92,-52", at))
    sail.polygon(outline("10,-270 10,-60 70,-60", at))
    sheet.fill(sail.done(), PAPER)
    sheet.stipple(horizontal(1030, 1130, 0, 130), mix(INDIGO, SAND, 0.4), sail.done())
    sheet.fill(boat.done(), INK)
    man, line = Cut(), Cut()
    base = _along(tops, 480)
    at = placed(base[0], base[1])
    man.polygon(outline("-22,0 -24,-78 -14,-118 14,-118 26,-78 20,0 6,0 0,-52 -8,0", at))
    man.ellipse(at(0, -138), 17, 20)
    man.line(outline("-10,-104 -62,-74 -76,-60", at), 11)
    line.line([at(-76, -60), at(-76, _BED - base[1] + 26)], 3)
    sheet.fill(man.done(), mix(INDIGO, INK, 0.2))
    sheet.fill(line.done(), CINNABAR)
    weight = Cut()
    weight.polygon(outline("-86,40 -66,40 -62,60 -76,96 -90,60", placed(base[0], _BED - 20)))
    sheet.fill(weight.done(), CINNABAR)
