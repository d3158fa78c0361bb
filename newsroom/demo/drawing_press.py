"""The printing house: an iron hand press, the cases of type, sheets hung to dry."""

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

_WALL = mix(SAND, CINNABAR, 0.16)


def press() -> Image.Image:
    """A compositor at his case beside the press, under one lamp."""
    sheet = Sheet(109, _WALL)
    sheet.stipple(vertical(0, 620, 200, 0), mix(INDIGO, INK, 0.35))
    sheet.stipple(horizontal(0, 520, 200, 0), mix(INDIGO, INK, 0.4))
    sheet.stipple(horizontal(1500, WIDTH + 300, 0, 230), mix(INDIGO, INK, 0.4))
    _window(sheet)
    floor = Cut()
    floor.rectangle(0, 1080, WIDTH, HEIGHT)
    sheet.fill(floor.done(), mix(mix(CINNABAR, INK, 0.6), SAND, 0.15))
    sheet.stipple(radial((900, 1110), 820, 150, 220), mix(SAFFRON, SAND, 0.3), floor.done())
    _hung_sheets(sheet)
    sheet.stipple(radial((1260, 470), 820, 700, 150), mix(SAFFRON, PAPER, 0.5))
    _iron(sheet, 900, 1120)
    _cases(sheet)
    _compositor(sheet)
    _lamp(sheet)
    return sheet.printed()


def _window(sheet: Sheet) -> None:
    """A small window with evening behind it, high on the wall."""
    glass, bars = Cut(), Cut()
    glass.rectangle(150, 190, 420, 560)
    glass.ellipse((285, 192), 135)
    pane = glass.done()
    sheet.fill(pane, mix(INDIGO, SAND, 0.35))
    sheet.stipple(vertical(120, 560, 0, 235), mix(CINNABAR, SAFFRON, 0.6), pane)
    roofs = Cut()
    roofs.polygon(
        [
            (140, 570),
            (140, 480),
            (200, 480),
            (200, 440),
            (262, 440),
            (262, 500),
            (330, 500),
            (330, 455),
            (372, 455),
            (372, 490),
            (430, 490),
            (430, 570),
        ]
    )
    sheet.fill(both(roofs.done(), pane), mix(NIGHT, INDIGO, 0.4))
    for x in (218, 285, 352):
        bars.line([(x, 60), (x, 562)], 6)
    for y in (192, 315, 438):
        bars.line([(148, y), (422, y)], 6)
    sheet.fill(both(bars.done(), pane), INK)
    frame = Cut()
    frame.arc((285, 192), 146, (180, 360), 15)
    frame.line([(147, 190), (147, 568), (423, 568), (423, 190)], 13)
    sheet.fill(frame.done(), mix(INK, CINNABAR, 0.2))


def _hung_sheets(sheet: Sheet) -> None:
    """Printed sheets over two lines across the room."""
    for y, first, size in ((150, 500, 0.86), (196, 40, 1.1)):
        rope, leaves, print_, picture = Cut(), Cut(), Cut(), Cut()
        rope.line([(x, y + 26 * math.sin(math.pi * x / WIDTH)) for x in range(0, WIDTH + 1, 40)], 3)
        x = float(first)
        while x < WIDTH - 40:
            top = y + 26 * math.sin(math.pi * x / WIDTH)
            wide, tall = 118 * size, 168 * size
            sway = sheet.chance.uniform(-9, 9)
            if x > 470:
                leaves.polygon(
                    [
                        (x, top),
                        (x + wide, top),
                        (x + wide + sway, top + tall),
                        (x + sway, top + tall),
                    ]
                )
                _columns(print_, picture, x + sway * 0.6, top, size)
            x += wide + sheet.chance.uniform(14, 40)
        sheet.fill(rope.done(), INK)
        paper = leaves.done()
        sheet.fill(paper, mix(PAPER, SAND, 0.35))
        sheet.stipple(vertical(y - 10, y + 200, 130, 0), mix(INDIGO, SAND, 0.3), paper)
        sheet.wash(vertical(0, 1, 190, 190), INK, print_.done())
        sheet.fill(picture.done(), CINNABAR)


def _columns(print_: Cut, picture: Cut, x: float, top: float, size: float) -> None:
    """The grey of a printed page: a heading, columns, one red initial."""
    print_.rectangle(x + 30 * size, top + 18 * size, x + 104 * size, top + 27 * size)
    picture.polygon(
        [
            (x + 96 * size, top + 38 * size),
            (x + 104 * size, top + 46 * size),
            (x + 96 * size, top + 54 * size),
            (x + 88 * size, top + 46 * size),
        ]
    )
    for line in range(11):
        start = 16
        stop = 104 if line > 1 else 82
        y = top + (38 + line * 11) * size
        print_.rectangle(x + start * size + (line * 37 % 13), y, x + stop * size, y + 3.4 * size)


def _iron(sheet: Sheet, x: float, y: float) -> None:
    """The press: feet, frame, screw, platen, bed on its rails, the open frame for paper."""
    frame, brass, bed = Cut(), Cut(), Cut()
    for side in (-1, 1):
        frame.polygon(
            [
                (x + side * 118, y - 620),
                (x + side * 178, y - 640),
                (x + side * 164, y - 330),
                (x + side * 196, y - 60),
                (x + side * 262, y),
                (x + side * 110, y),
                (x + side * 122, y - 330),
            ]
        )
        frame.ellipse((x + side * 186, y - 12), 76, 22)
        frame.ellipse((x + side * 148, y - 650), 44, 44)
    frame.polygon(
        [
            (x - 170, y - 640),
            (x - 120, y - 716),
            (x - 50, y - 752),
            (x + 50, y - 752),
            (x + 120, y - 716),
            (x + 170, y - 640),
            (x + 120, y - 600),
            (x - 120, y - 600),
        ]
    )
    frame.rectangle(x - 34, y - 610, x + 34, y - 470)
    frame.polygon([(x - 128, y - 440), (x + 128, y - 440), (x + 108, y - 478), (x - 108, y - 478)])
    frame.rectangle(x - 134, y - 440, x + 134, y - 414)
    frame.rectangle(x - 420, y - 352, x + 330, y - 326)
    for foot in (-392, 300):
        frame.polygon(
            [
                (x + foot - 12, y - 330),
                (x + foot + 12, y - 330),
                (x + foot + 24, y),
                (x + foot - 24, y),
            ]
        )
    frame.arc((x + 20, y - 290), 44, (0, 360), 12)
    frame.line([(x + 20, y - 290), (x + 92, y - 232)], 12)
    iron = frame.done()
    sheet.fill(iron, mix(INK, NIGHT, 0.45))
    sheet.stipple(
        both(horizontal(x - 150, x + 280, 0, 210), vertical(y - 760, y, 255, 110)),
        mix(CINNABAR, SAFFRON, 0.4),
        iron,
    )
    for point in ((x - 148, y - 650), (x + 148, y - 650)):
        brass.ellipse(point, 24)
    brass.polygon([(x, y - 712), (x + 40, y - 672), (x, y - 632), (x - 40, y - 672)])
    brass.line([(x + 20, y - 540), (x + 200, y - 520), (x + 330, y - 470)], 15)
    brass.ellipse((x + 338, y - 467), 26, 17)
    sheet.fill(brass.done(), SAFFRON)
    sheet.stipple(horizontal(x - 170, x + 240, 190, 0), mix(CINNABAR, INK, 0.3), brass.done())
    _bed(sheet, bed, x, y)


def _bed(sheet: Sheet, bed: Cut, x: float, y: float) -> None:
    """The bed run out to the left, type on it, the paper's frame swung up."""
    bed.rectangle(x - 430, y - 392, x - 150, y - 352)
    sheet.fill(bed.done(), mix(INK, SAND, 0.22))
    type_, tympan, leaf = Cut(), Cut(), Cut()
    for i in range(22):
        tall = sheet.chance.uniform(8, 13)
        type_.rectangle(x - 410 + i * 11, y - 392 - tall, x - 402 + i * 11, y - 390)
    sheet.fill(type_.done(), mix(SAND, PAPER, 0.5))
    tympan.polygon([(x - 436, y - 396), (x - 560, y - 640), (x - 548, y - 648), (x - 420, y - 400)])
    tympan.line([(x - 500, y - 520), (x - 548, y - 300), (x - 596, y + 4)], 9)
    leaf.polygon([(x - 452, y - 418), (x - 556, y - 626), (x - 572, y - 616), (x - 474, y - 412)])
    sheet.fill(leaf.done(), PAPER)
    sheet.fill(tympan.done(), INK)


def _cases(sheet: Sheet) -> None:
    """Two sloping cases of type on their cabinet, and its drawers."""
    cabinet, slope, cells, knobs = Cut(), Cut(), Cut(), Cut()
    cabinet.polygon([(1390, 800), (1890, 800), (1890, 1160), (1390, 1160)])
    slope.polygon([(1372, 806), (1908, 806), (1880, 610), (1436, 610)])
    body = cabinet.done()
    sheet.fill(body, mix(mix(CINNABAR, INK, 0.55), SAND, 0.12))
    sheet.stipple(horizontal(1390, 1700, 200, 0), mix(SAFFRON, CINNABAR, 0.35), body)
    sheet.fill(slope.done(), mix(mix(CINNABAR, INK, 0.6), SAND, 0.3))
    for row in range(7):
        low, high = 800 - row * 27, 778 - row * 27
        for column in range(16):
            if (row, column % 5) == (3, 2):
                continue
            left, right = column / 16 + 0.006, (column + 1) / 16 - 0.006
            cells.polygon(
                [
                    (_edge(low, left), low),
                    (_edge(low, right), low),
                    (_edge(high, right), high),
                    (_edge(high, left), high),
                ]
            )
    pits = cells.done()
    sheet.fill(pits, INK)
    sheet.stipple(
        both(horizontal(1380, 1900, 150, 40), vertical(600, 810, 60, 220)),
        mix(SAND, SAFFRON, 0.3),
        pits,
    )
    seams = Cut()
    for row in range(7):
        seams.rectangle(1404, 826 + row * 47, 1876, 830 + row * 47)
        for column in range(2):
            knobs.ellipse((1520 + column * 236, 852 + row * 47), 8)
    sheet.fill(seams.done(), INK)
    sheet.fill(knobs.done(), SAFFRON)


def _edge(y: float, share: float) -> float:
    """A place across the sloping case at one height."""
    t = (806 - y) / 196
    left, right = 1372 + 64 * t, 1908 - 28 * t
    return left + (right - left) * share


def _compositor(sheet: Sheet) -> None:
    """A man in an apron who reaches into the case without looking."""
    body, apron, skin = Cut(), Cut(), Cut()
    body.polygon(
        [
            (1220, 1160),
            (1216, 900),
            (1196, 700),
            (1212, 590),
            (1262, 556),
            (1322, 570),
            (1350, 640),
            (1344, 820),
            (1352, 1160),
        ]
    )
    body.line([(1322, 610), (1384, 690), (1470, 706)], 44)
    body.line([(1246, 610), (1258, 720), (1330, 748)], 40)
    shape = body.done()
    sheet.fill(shape, mix(INDIGO, NIGHT, 0.45))
    sheet.stipple(horizontal(1250, 1370, 0, 200), mix(SAFFRON, SAND, 0.3), shape)
    apron.polygon([(1268, 640), (1336, 640), (1350, 1070), (1240, 1070), (1240, 800)])
    sheet.fill(apron.done(), mix(CINNABAR, INK, 0.15))
    sheet.stipple(horizontal(1230, 1350, 210, 0), mix(CINNABAR, INK, 0.7), apron.done())
    skin.ellipse((1298, 500), 43, 52)
    skin.polygon([(1276, 540), (1318, 540), (1322, 576), (1270, 576)])
    skin.ellipse((1482, 708), 22, 15)
    skin.ellipse((1338, 750), 19, 16)
    skin.polygon([(1334, 490), (1350, 512), (1332, 518)])
    face = skin.done()
    sheet.fill(face, mix(mix(SAND, CINNABAR, 0.4), INK, 0.25))
    sheet.stipple(horizontal(1262, 1330, 210, 0), mix(INK, CINNABAR, 0.25), face)
    dark = Cut()
    dark.polygon(
        [
            (1252, 500),
            (1254, 452),
            (1290, 436),
            (1332, 450),
            (1344, 474),
            (1300, 478),
            (1284, 520),
            (1264, 536),
        ]
    )
    dark.rectangle(1318, 728, 1440, 742)
    dark.polygon([(1318, 728), (1324, 706), (1402, 706), (1402, 728)])
    sheet.fill(dark.done(), INK)


def _lamp(sheet: Sheet) -> None:
    """The lamp over the case, with its cone of light."""
    cone = Cut()
    cone.polygon([(1470, 330), (1610, 330), (1960, 1080), (1120, 1080)])
    sheet.stipple(vertical(320, 1000, 150, 0), mix(SAFFRON, PAPER, 0.5), cone.done())
    shade, bulb = Cut(), Cut()
    shade.line([(1540, 0), (1540, 250)], 5)
    shade.polygon([(1516, 246), (1564, 246), (1584, 280), (1640, 336), (1440, 336), (1496, 280)])
    sheet.fill(shade.done(), mix(INK, INDIGO, 0.25))
    bulb.ellipse((1540, 337), 62, 15)
    sheet.fill(bulb.done(), PAPER)
