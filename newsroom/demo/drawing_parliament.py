"""The round chamber at the moment of the vote."""

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
    WIDTH,
    Cut,
    Point,
    Sheet,
    horizontal,
    mix,
    radial,
    vertical,
)

_WOOD = mix(mix(CINNABAR, INK, 0.55), SAND, 0.12)


def parliament() -> Image.Image:
    """A round chamber from its gallery; hands are up, and lamps count them."""
    sheet = Sheet(101)
    sheet.sky(
        (0, mix(_WOOD, INK, 0.45)), (300, mix(CINNABAR, INK, 0.45)), (560, mix(CINNABAR, INK, 0.62))
    )
    _chamber_wall(sheet)
    floor = Cut()
    floor.ellipse((960, 600), 1500, 760)
    floor.rectangle(0, 0, WIDTH, 596, tone=0)
    sheet.fill(floor.done(), mix(_WOOD, INK, 0.4))
    well = Cut()
    well.ellipse((960, 600), 330, 112)
    sheet.fill(well.done(), mix(SAND, CINNABAR, 0.25))
    sheet.stipple(radial((960, 600), 480, 190, 220), mix(PAPER, SAFFRON, 0.3), well.done())
    _rostrum(sheet)
    for row in range(6):
        _benches(sheet, row)
    sheet.stipple(vertical(900, 1500, 0, 200), INK)
    return sheet.printed()


def _chamber_wall(sheet: Sheet) -> None:
    """Pilasters, light from above, and the board with its lamps."""
    panels, beams = Cut(), Cut()
    for i in range(13):
        x = 960 + (i - 6) * 172 * (1 - abs(i - 6) * 0.014)
        panels.rectangle(x - 22, 90, x + 22, 590)
        panels.rectangle(x - 34, 76, x + 34, 100)
    panels.rectangle(0, 60, WIDTH, 80)
    wall = panels.done()
    sheet.fill(wall, mix(SAND, CINNABAR, 0.55))
    sheet.stipple(vertical(60, 590, 30, 220), mix(CINNABAR, INK, 0.6), wall)
    for i in range(-3, 4):
        beams.polygon(
            [
                (960 + i * 44 - 16, -10),
                (960 + i * 44 + 16, -10),
                (960 + i * 190 + 90, 640),
                (960 + i * 190 - 90, 640),
            ]
        )
    sheet.stipple(vertical(0, 640, 130, 10), mix(SAFFRON, PAPER, 0.4), beams.done())
    board, yes, no = Cut(), Cut(), Cut()
    board.rectangle(690, 150, 1230, 376)
    sheet.fill(board.done(), INK)
    for i in range(165):
        column, line = divmod(i, 7)
        (yes if i < 84 else no).ellipse((718 + column * 21, 178 + line * 28.5), 7)
    sheet.fill(yes.done(), SAFFRON)
    sheet.fill(no.done(), mix(CINNABAR, PAPER, 0.12))


def _rostrum(sheet: Sheet) -> None:
    """The speaker's place, a figure behind it, the clerks' table in front."""
    back, desk, people = Cut(), Cut(), Cut()
    back.polygon([(866, 560), (866, 420), (960, 392), (1054, 420), (1054, 560)])
    sheet.fill(back.done(), mix(INDIGO, NIGHT, 0.35))
    people.ellipse((960, 470), 19, 22)
    people.polygon([(916, 560), (924, 508), (948, 494), (972, 494), (996, 508), (1004, 560)])
    people.line([(996, 515), (1030, 470), (1026, 440)], 12)
    sheet.fill(people.done(), INK)
    desk.polygon([(780, 545), (1140, 545), (1112, 622), (808, 622)])
    desk.rectangle(770, 534, 1150, 548)
    shape = desk.done()
    sheet.fill(shape, _WOOD)
    sheet.stipple(horizontal(780, 1140, 200, 0), mix(SAFFRON, CINNABAR, 0.4), shape)
    dot = Cut()
    dot.polygon([(960, 562), (982, 584), (960, 606), (938, 584)])
    sheet.fill(dot.done(), SAFFRON)


def _benches(sheet: Sheet, row: int) -> None:
    """One curved row of desks with those who sit in it, seen from behind."""
    across = 420 + row * 176.0
    down = 120 + row * 84.0 + row * row * 3.5
    size = 0.62 + row * 0.2
    bench, edge, bodies, arms, hair = Cut(), Cut(), Cut(), Cut(), Cut()
    outer = [_on_row(across, down, a) for a in range(4, 177, 2)]
    bench.polygon([*outer, *[(x, y + 54 * size) for x, y in reversed(outer)]])
    edge.line(outer, 9 * size)
    step = 13.2 - row * 1.05
    angle = 8.0 + (row % 2) * step / 2
    while angle < 172:
        x, y = _on_row(across, down, angle)
        if sheet.chance.random() < 0.9 and not 86 < angle < 94:
            _member(sheet, (bodies, arms, hair), (x, y), size)
        angle += step
    curve = bench.done()
    seated = bodies.done()
    for cut, ink in (
        (seated, mix(INK, NIGHT, 0.6)),
        (arms.done(), mix(INK, NIGHT, 0.6)),
        (hair.done(), mix(mix(SAND, CINNABAR, 0.35), INK, 0.45)),
    ):
        sheet.fill(cut, ink)
    sheet.stipple(
        vertical(600 + down * 0.6 - 90, 600 + down + 40, 120, 0),
        mix(SAFFRON, CINNABAR, 0.4),
        seated,
    )
    sheet.fill(curve, mix(_WOOD, INK, 0.1 + row * 0.06))
    sheet.stipple(radial((960, 560), 900, 520, 190), mix(CINNABAR, SAFFRON, 0.35), curve)
    sheet.fill(edge.done(), mix(SAND, CINNABAR, 0.35 + row * 0.05))


def _on_row(across: float, down: float, degrees: float) -> Point:
    """A place on a curved row; 90 degrees is nearest to the gallery."""
    turn = math.radians(degrees)
    return (960 + across * math.cos(turn), 600 + down * math.sin(turn))


def _member(sheet: Sheet, cuts: tuple[Cut, Cut, Cut], at: Point, size: float) -> None:
    """A head and shoulders above the desk; about half raise a hand."""
    bodies, arms, hair = cuts
    x, y = at[0], at[1] + 8 * size
    bodies.polygon(
        [
            (x - 40 * size, y),
            (x - 34 * size, y - 38 * size),
            (x - 12 * size, y - 52 * size),
            (x + 12 * size, y - 52 * size),
            (x + 34 * size, y - 38 * size),
            (x + 40 * size, y),
        ]
    )
    head = hair if sheet.chance.random() < 0.22 else bodies
    head.ellipse((x, y - 70 * size), 19 * size, 22 * size)
    if head is hair:
        hair.polygon(
            [
                (x - 18 * size, y - 70 * size),
                (x + 18 * size, y - 70 * size),
                (x + 21 * size, y - 44 * size),
                (x, y - 36 * size),
                (x - 21 * size, y - 44 * size),
            ]
        )
    if sheet.chance.random() < 0.52:
        lean = sheet.chance.uniform(-6, 16) * size
        arms.line(
            [
                (x + 30 * size, y - 34 * size),
                (x + 42 * size + lean, y - 80 * size),
                (x + 38 * size + lean, y - 122 * size),
            ],
            13 * size,
        )
        hair.ellipse((x + 38 * size + lean, y - 132 * size), 8 * size, 13 * size)
