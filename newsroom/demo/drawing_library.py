"""A library at night, in one-point perspective."""

from PIL import Image

from newsroom.demo.drawing_sheet import (
    CINNABAR,
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
    horizontal,
    mix,
    radial,
    vertical,
)

_WOOD = mix(mix(CINNABAR, INK, 0.55), SAND, 0.12)


def library() -> Image.Image:
    """A reading room at night: walls of books, a tall window, lamps on one long table."""
    sheet = Sheet(97, mix(NIGHT, INK, 0.4))
    _ceiling_and_floor(sheet)
    _window(sheet)
    for side in (-1, 1):
        _shelves(sheet, side)
    sheet.stipple(radial((960, 560), 620, 620, 110), mix(INDIGO, SAND, 0.4))
    _table(sheet)
    sheet.stipple(radial((960, 1500), 1100, 420, 150), INK)
    return sheet.printed()


def _seen(x: float, height: float, depth: float) -> Point:
    """Where a point of the room falls in the picture; depth 1 is the front."""
    return (960 + x / depth, 560 - height / depth)


def _ceiling_and_floor(sheet: Sheet) -> None:
    """Beams above, boards below."""
    boards, beams = Cut(), Cut()
    boards.polygon(
        [_seen(-1100, -760, 1), _seen(1100, -760, 1), _seen(1100, -760, 5), _seen(-1100, -760, 5)]
    )
    sheet.fill(boards.done(), mix(_WOOD, INK, 0.35))
    sheet.stipple(radial((960, 760), 900, 460, 190), mix(SAFFRON, CINNABAR, 0.5), boards.done())
    seams = Cut()
    for i in range(-11, 12):
        seams.line([_seen(i * 100, -760, 1), _seen(i * 100, -760, 5)], 2)
    sheet.fill(seams.done(), mix(INK, CINNABAR, 0.2))
    for i in range(9):
        depth = 1 + i * 0.5
        beams.polygon(
            [
                _seen(-1100, 700, depth),
                _seen(1100, 700, depth),
                _seen(1100, 700, depth + 0.16),
                _seen(-1100, 700, depth + 0.16),
            ]
        )
    sheet.fill(beams.done(), mix(_WOOD, INK, 0.4))


def _window(sheet: Sheet) -> None:
    """The end wall with an arched window; a moon and a crane stand in it."""
    wall, panes, bars = Cut(), Cut(), Cut()
    wall.polygon(
        [_seen(-1100, 700, 5), _seen(1100, 700, 5), _seen(1100, -760, 5), _seen(-1100, -760, 5)]
    )
    sheet.fill(wall.done(), mix(_WOOD, NIGHT, 0.5))
    panes.rectangle(850, 500, 1070, 680)
    panes.ellipse((960, 500), 110)
    glass = panes.done()
    sheet.fill(glass, mix(INDIGO, SAND, 0.3))
    sheet.stipple(vertical(400, 680, 0, 230), mix(SAND, PAPER, 0.4), glass)
    moon, crane = Cut(), Cut()
    moon.ellipse((1006, 462), 27)
    sheet.fill(moon.done(), PAPER)
    crane.line([(890, 680), (900, 560), (912, 680)], 5)
    crane.line([(862, 572), (1040, 552)], 5)
    crane.line([(900, 566), (914, 520), (1030, 552)], 2.5)
    crane.rectangle(850, 648, 1070, 682)
    sheet.fill(both(crane.done(), glass), mix(NIGHT, INDIGO, 0.3))
    for x in (905, 960, 1015):
        bars.line([(x, 385), (x, 682)], 4)
    for y in (500, 560, 620):
        bars.line([(848, y), (1072, y)], 4)
    bars.arc((960, 500), 112, (180, 360), 9)
    bars.line([(848, 500), (848, 684), (1072, 684), (1072, 500)], 9)
    sheet.fill(bars.done(), INK)


def _shelves(sheet: Sheet, side: int) -> None:
    """One wall of books from the front to the window."""
    x = 1000.0 * side
    back = Cut()
    back.polygon([_seen(x, 700, 1), _seen(x, 700, 5), _seen(x, -760, 5), _seen(x, -760, 0.9)])
    wall = back.done()
    sheet.fill(wall, mix(INK, _WOOD, 0.25))
    inks: tuple[Colour, ...] = (
        CINNABAR,
        INDIGO,
        SAND,
        mix(SAFFRON, INK, 0.2),
        mix(CINNABAR, INK, 0.4),
        mix(INDIGO, SAND, 0.35),
        mix(SAND, INK, 0.45),
    )
    cuts = [Cut() for _ in inks]
    bands = Cut()
    for level in range(9):
        foot = -740 + level * 158
        depth = 0.92
        while depth < 4.9:
            thick = sheet.chance.uniform(0.012, 0.034) * depth
            if sheet.chance.random() < 0.05:
                depth += thick * 2.5
                continue
            tall = sheet.chance.uniform(92, 136)
            pick = sheet.chance.randrange(len(inks))
            book = [
                _seen(x, foot, depth),
                _seen(x, foot + tall, depth),
                _seen(x, foot + tall, depth + thick * 0.86),
                _seen(x, foot, depth + thick * 0.86),
            ]
            cuts[pick].polygon(book)
            if sheet.chance.random() < 0.4:
                bands.line(
                    [
                        _seen(x, foot + tall * 0.8, depth),
                        _seen(x, foot + tall * 0.8, depth + thick * 0.8),
                    ],
                    4 / depth,
                )
            depth += thick
    for ink, cut in zip(inks, cuts, strict=True):
        sheet.fill(cut.done(), mix(ink, INK, 0.22))
    sheet.fill(bands.done(), mix(SAFFRON, PAPER, 0.2))
    _uprights(sheet, x)
    edge = (0, 620) if side < 0 else (WIDTH, 1300)
    sheet.wash(horizontal(edge[0], edge[1], 190, 0), mix(INK, NIGHT, 0.4), wall)
    sheet.stipple(radial((960, 860), 950, 420, 130), mix(SAFFRON, CINNABAR, 0.3), wall)


def _uprights(sheet: Sheet, x: float) -> None:
    """The boards between the books."""
    boards = Cut()
    for level in range(10):
        foot = -760 + level * 158
        boards.polygon(
            [
                _seen(x, foot, 0.9),
                _seen(x, foot + 20, 0.9),
                _seen(x, foot + 20, 5),
                _seen(x, foot, 5),
            ]
        )
    for i in range(9):
        depth = 1 + i * 0.5
        boards.polygon(
            [
                _seen(x, 700, depth),
                _seen(x, 700, depth * 1.025),
                _seen(x, -760, depth * 1.025),
                _seen(x, -760, depth),
            ]
        )
    sheet.fill(boards.done(), mix(_WOOD, INK, 0.2))


def _table(sheet: Sheet) -> None:
    """The long table, its lamps, and those who read by them."""
    top, legs = Cut(), Cut()
    corners = [
        _seen(-330, -380, 1.6),
        _seen(330, -380, 1.6),
        _seen(330, -380, 4.2),
        _seen(-330, -380, 4.2),
    ]
    top.polygon(corners)
    for leg in (-300, 300):
        legs.polygon(
            [
                _seen(leg - 22, -380, 1.64),
                _seen(leg + 22, -380, 1.64),
                _seen(leg + 14, -760, 1.64),
                _seen(leg - 14, -760, 1.64),
            ]
        )
    legs.polygon(
        [
            _seen(-330, -380, 1.6),
            _seen(330, -380, 1.6),
            _seen(330, -420, 1.6),
            _seen(-330, -420, 1.6),
        ]
    )
    sheet.fill(legs.done(), INK)
    desk = top.done()
    sheet.fill(desk, mix(_WOOD, SAND, 0.15))
    for depth in (3.7, 2.8, 2.1):
        x, y = _seen(0, -380, depth)
        sheet.stipple(
            radial((x, y), 520 / depth, 150 / depth, 255), mix(SAFFRON, PAPER, 0.35), desk
        )
        for side in (-1, 1):
            _reader(sheet, side, depth * (1.06 if side > 0 else 0.96))
        _lamp(sheet, depth)


def _lamp(sheet: Sheet, depth: float) -> None:
    """A shaded lamp with its cone of light."""
    x, y = _seen(0, -380, depth)
    size = 1 / depth
    sheet.stipple(
        radial((x, y - 110 * size), 430 * size, 300 * size, 150), mix(SAFFRON, CINNABAR, 0.15)
    )
    stem, shade = Cut(), Cut()
    stem.line([(x, y), (x, y - 190 * size)], 14 * size)
    stem.ellipse((x, y), 58 * size, 15 * size)
    sheet.fill(stem.done(), INK)
    shade.polygon(
        [
            (x - 120 * size, y - 150 * size),
            (x + 120 * size, y - 150 * size),
            (x + 66 * size, y - 240 * size),
            (x - 66 * size, y - 240 * size),
        ]
    )
    sheet.fill(shade.done(), mix(INDIGO, NIGHT, 0.2))
    bulb = Cut()
    bulb.ellipse((x, y - 150 * size), 118 * size, 15 * size)
    sheet.fill(bulb.done(), mix(PAPER, SAFFRON, 0.2))


def _reader(sheet: Sheet, side: int, depth: float) -> None:
    """Somebody bent over a book at one side of the table."""
    x, y = _seen(side * 400, -380, depth)
    size = 1.15 / depth
    body, page = Cut(), Cut()
    body.polygon(
        [
            (x + side * 84 * size, y + 130 * size),
            (x + side * 96 * size, y - 20 * size),
            (x + side * 60 * size, y - 112 * size),
            (x + side * 10 * size, y - 130 * size),
            (x - side * 30 * size, y - 100 * size),
            (x - side * 56 * size, y + 10 * size),
            (x - side * 40 * size, y + 130 * size),
        ]
    )
    body.polygon(
        [
            (x + side * 10 * size, y + 90 * size),
            (x - side * 130 * size, y + 100 * size),
            (x - side * 130 * size, y + 320 * size),
            (x - side * 88 * size, y + 320 * size),
            (x - side * 80 * size, y + 150 * size),
            (x + side * 10 * size, y + 150 * size),
        ]
    )
    for foot in (104, -30):
        body.line(
            [(x + side * foot * size, y + 130 * size), (x + side * foot * size, y + 325 * size)],
            13 * size,
        )
    body.line(
        [
            (x + side * 112 * size, y - 90 * size),
            (x + side * 104 * size, y + 140 * size),
            (x - side * 40 * size, y + 140 * size),
        ],
        13 * size,
    )
    body.ellipse((x - side * 12 * size, y - 158 * size), 40 * size, 48 * size)
    body.line(
        [(x - side * 30 * size, y - 70 * size), (x - side * 110 * size, y - 8 * size)], 40 * size
    )
    shape = body.done()
    sheet.fill(shape, mix(INK, NIGHT, 0.5))
    light = (x - side * 90 * size, x + side * 20 * size)
    lit = both(
        horizontal(light[0], light[1], 210, 0), vertical(y - 90 * size, y + 70 * size, 255, 0)
    )
    sheet.stipple(lit, mix(SAFFRON, CINNABAR, 0.45), shape)
    page.polygon(
        [
            (x - side * 70 * size, y - 6 * size),
            (x - side * 190 * size, y - 6 * size),
            (x - side * 200 * size, y + 22 * size),
            (x - side * 66 * size, y + 22 * size),
        ]
    )
    sheet.fill(page.done(), PAPER)
