"""A chart without letters: twelve months of wheat, each an ear as tall as its landing."""

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
    Point,
    Sheet,
    both,
    curve,
    horizontal,
    mix,
    outline,
    placed,
    radial,
    spline,
    vertical,
)

# Thousands of tonnes landed in each month of the programme's year, the first at the right.
_LANDED = (31, 34, 33, 37, 41, 39, 44, 48, 47, 52, 56.2, 58)
_BED, _SCALE = 1030.0, 11.6
_GOLD: Colour = mix(SAFFRON, SAND, 0.2)
_TRACK = mix(PAPER, SAND, 0.3)


def ears() -> Image.Image:
    """Ears of wheat that grow from right to left on ruled paper; the last is red."""
    sheet = Sheet(269, _TRACK)
    _ruled(sheet)
    tops = [_top(month) for month in range(12)]
    _trend(sheet, tops)
    _soil(sheet)
    for month in range(12):
        _ear(sheet, month)
    _ship(sheet)
    return sheet.printed(0.06)


def _place(month: int) -> float:
    return 1740 - month * 142


def _top(month: int) -> Point:
    return (_place(month), _BED - _LANDED[month] * _SCALE)


def _ruled(sheet: Sheet) -> None:
    """Hairlines ten thousand tonnes apart, a bloom of warm ink, rhombs at the margin."""
    sheet.stipple(radial((420, 330), 1100, 760, 150), mix(SAFFRON, SAND, 0.4))
    sheet.stipple(radial((1700, 900), 700, 500, 90), mix(INDIGO, SAND, 0.5))
    lines, marks = Cut(), Cut()
    for step in range(8):
        y = _BED - step * 10 * _SCALE
        lines.line([(110, y), (1830, y)], 2.4 if step % 2 == 0 else 1.5)
        if step % 2 == 0:
            for x in (92, 1848):
                marks.polygon([(x, y - 10), (x + 10, y), (x, y + 10), (x - 10, y)])
    sheet.wash(vertical(0, 1, 120, 120), mix(INDIGO, INK, 0.4), lines.done())
    sheet.fill(marks.done(), mix(INDIGO, INK, 0.3))


def _trend(sheet: Sheet, tops: list[Point]) -> None:
    """The line over the ears, from rhomb to rhomb, with the field under it."""
    line = spline([(x, y - 46) for x, y in tops], closed=False)
    under, thread, dots = Cut(), Cut(), Cut()
    under.polygon([*line, (line[-1][0], _BED), (line[0][0], _BED)])
    sheet.stipple(vertical(300, _BED, 120, 10), mix(SAFFRON, SAND, 0.1), under.done())
    thread.line(line, 5)
    sheet.fill(thread.done(), INDIGO)
    for x, y in tops:
        dots.polygon([(x, y - 62), (x + 16, y - 46), (x, y - 30), (x - 16, y - 46)])
    sheet.fill(dots.done(), INDIGO)
    x, y = tops[-1]
    last = Cut()
    last.polygon([(x, y - 74), (x + 28, y - 46), (x, y - 18), (x - 28, y - 46)])
    sheet.fill(last.done(), CINNABAR)


def _ear(sheet: Sheet, month: int) -> None:
    """One ear on its stalk: pairs of grains with beards, a leaf that hangs."""
    x, top = _place(month), _top(month)[1] + 34
    stalk, leaf, grains, creases, beard = Cut(), Cut(), Cut(), Cut(), Cut()
    last = month == len(_LANDED) - 1
    ink = mix(CINNABAR, SAFFRON, 0.1) if last else _GOLD
    sway = 16 * math.sin(month * 1.7)
    rows = 9
    length = 28.0 * rows

    def spine(share: float) -> Point:
        """A place on the stalk, from its foot to the tip of the ear."""
        return (x + sway * math.sin(share * 2.4), _BED + 8 + (top - _BED) * share)

    stalk.line([spine(i / 20) for i in range(21)], 8)
    low = spine(0.3)
    side = -1 if month % 2 else 1
    leaf.polygon(
        [
            low,
            *curve(low, (low[0] + side * 50, low[1] - 130), (low[0] + side * 96, low[1] - 20)),
            *curve(
                (low[0] + side * 96, low[1] - 20),
                (low[0] + side * 44, low[1] - 90),
                (low[0], low[1] + 26),
            ),
        ]
    )
    sheet.fill(leaf.done(), mix(ink, (110, 120, 70), 0.45))
    sheet.fill(stalk.done(), mix(ink, INK, 0.25))
    tall = _BED - top
    for row in range(rows):
        cx, cy = spine(1 - (row + 0.6) * length / rows / tall)
        size = 0.72 + 0.5 * math.sin(math.pi * (row + 1.4) / (rows + 2))
        for turn in (-1, 1):
            at = placed(cx, cy, size, turn)
            grains.polygon(outline("2,20 2,20~40,12~34,-30 34,-30~6,-18~2,20", at))
            creases.line(curve(at(8, 12), at(22, 2), at(30, -22)), 2.2)
            beard.line(curve(at(33, -28), at(44, -70), at(50, -104)), 2)
    tip = spine(1)
    grains.polygon(
        [
            (tip[0] - 13, tip[1] + 26),
            *curve((tip[0] - 13, tip[1] + 26), (tip[0] - 12, tip[1] - 8), (tip[0], tip[1] - 24)),
            *curve((tip[0], tip[1] - 24), (tip[0] + 12, tip[1] - 8), (tip[0] + 13, tip[1] + 26)),
        ]
    )
    sheet.fill(beard.done(), mix(ink, INK, 0.2))
    shape = grains.done()
    sheet.fill(shape, ink)
    sheet.stipple(horizontal(x - 10, x + 50, 0, 200), mix(ink, INK, 0.5), shape)
    sheet.stipple(horizontal(x - 50, x, 170, 0), mix(ink, PAPER, 0.6), shape)
    sheet.wash(vertical(0, 1, 150, 150), mix(ink, INK, 0.7), creases.done())


def _soil(sheet: Sheet) -> None:
    """Dark earth in scales, with a stubble of lines."""
    for level in range(4):
        band, scales = Cut(), Cut()
        top = _BED + level * 62
        band.polygon(
            [
                (-10, HEIGHT + 10),
                *[(x, top + 9 * math.sin(x / 60 + level)) for x in range(-10, WIDTH + 20, 10)],
                (WIDTH + 10, HEIGHT + 10),
            ]
        )
        shape = band.done()
        ink = mix(mix(mix(SAND, CINNABAR, 0.5), INK, 0.3), NIGHT, level * 0.2)
        sheet.fill(shape, ink)
        for x in range(-40, WIDTH + 40, 54):
            scales.arc((x + (level % 2) * 27, top + 40), 24, (180, 360), 3)
        sheet.wash(vertical(0, 1, 90, 90), mix(SAND, SAFFRON, 0.3), both(scales.done(), shape))


def _ship(sheet: Sheet) -> None:
    """The grain ship under the highest part of the line's far end, at the margin of the page."""
    hull, deck, stripe, smoke, wave = Cut(), Cut(), Cut(), Cut(), Cut()
    at = placed(1560, 300, 1.0)
    hull.polygon(outline("-250,0 250,0 206,74 -214,74", at))
    body = hull.done()
    deck.rectangle(*at(120, -96), *at(196, 0))
    deck.rectangle(*at(134, -150), *at(166, -96))
    deck.line(outline("-220,0 -220,-70", at), 6)
    for hatch in (-180, -96, -12):
        deck.polygon([*curve(at(hatch, 0), at(hatch + 36, -66), at(hatch + 72, 0))])
    stripe.polygon(outline("-236,24 236,24 226,42 -226,42", at))
    smoke.polygon(
        outline(
            "140,-156~120,-230~220,-232 220,-232~300,-236~330,-200 "
            "330,-200~250,-210~204,-196 204,-196~164,-190~160,-156",
            at,
        )
    )
    sheet.wash(vertical(0, 1, 150, 150), mix(INDIGO, SAND, 0.4), smoke.done())
    sheet.fill(deck.done(), mix(_GOLD, SAND, 0.2))
    sheet.stipple(vertical(150, 300, 0, 150), mix(_GOLD, INK, 0.5), deck.done())
    sheet.fill(body, mix(INDIGO, INK, 0.3))
    sheet.fill(stripe.done(), CINNABAR)
    panes = Cut()
    for pane in range(3):
        panes.rectangle(*at(130 + pane * 22, -82), *at(144 + pane * 22, -66))
    sheet.fill(panes.done(), NIGHT)
    for row in range(2):
        for step in range(12):
            wave.arc((1290 + step * 50 + row * 25, 392 + row * 20), 24, (180, 360), 4)
    sheet.wash(vertical(0, 1, 190, 190), INDIGO, wave.done())
