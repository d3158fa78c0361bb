"""A chess table in a café, in the pause between two moves."""

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
    Point,
    Sheet,
    both,
    curve,
    horizontal,
    mix,
    outline,
    placed,
    radial,
    vertical,
)

_WALL = mix(mix(SAND, CINNABAR, 0.3), INK, 0.32)
_WOOD = mix(mix(CINNABAR, INK, 0.6), SAND, 0.1)


def cafe() -> Image.Image:
    """One player thinks; the other's chair is empty; the board waits between them."""
    sheet = Sheet(179, _WALL)
    _room(sheet)
    _window(sheet)
    _shelf(sheet)
    _chair(sheet)
    _player(sheet)
    _table(sheet)
    _pieces(sheet)
    _lamp(sheet)
    sheet.stipple(vertical(900, 1500, 0, 190), mix(INK, NIGHT, 0.4))
    return sheet.printed()


def _room(sheet: Sheet) -> None:
    """Plaster above, panelling below, a chequered floor."""
    dado, seams, floor, tiles = Cut(), Cut(), Cut(), Cut()
    wall = Cut()
    wall.rectangle(0, 0, WIDTH, 700)
    sheet.stipple(radial((980, 360), 900, 620, 200), mix(SAFFRON, SAND, 0.4), wall.done())
    dado.rectangle(0, 660, WIDTH, 1010)
    panel = dado.done()
    sheet.fill(panel, mix(_WOOD, INK, 0.15))
    sheet.stipple(radial((980, 760), 900, 330, 150), mix(CINNABAR, SAFFRON, 0.3), panel)
    for x in range(-20, WIDTH, 96):
        seams.line([(x, 676), (x, 1010)], 4)
    seams.line([(0, 668), (WIDTH, 668)], 14)
    sheet.fill(seams.done(), INK)
    floor.rectangle(0, 1010, WIDTH, HEIGHT)
    sheet.fill(floor.done(), mix(SAND, INK, 0.42))
    for row in range(4):
        top, low = 1010 + 270 * (row / 4) ** 1.3, 1010 + 270 * ((row + 1) / 4) ** 1.3
        for column in range(-16, 16):
            if (row + column) % 2:
                near, far = 120 + 34 * (row + 1), 120 + 34 * row
                tiles.polygon(
                    [
                        (960 + column * far, top),
                        (960 + (column + 1) * far, top),
                        (960 + (column + 1) * near, low),
                        (960 + column * near, low),
                    ]
                )
    sheet.fill(tiles.done(), mix(_WOOD, INK, 0.4))


def _window(sheet: Sheet) -> None:
    """A wide arched window on a blue evening street."""
    pane, street, lit, frame = Cut(), Cut(), Cut(), Cut()
    pane.rectangle(250, 190, 850, 640)
    pane.ellipse((550, 190), 300, 150)
    glass = pane.done()
    sheet.fill(glass, mix(INDIGO, SAND, 0.2))
    sheet.stipple(vertical(120, 600, 0, 235), mix(SAND, CINNABAR, 0.3), glass)
    street.polygon(
        outline("250,330 330,330 330,270 420,270 420,380 470,380 470,640 250,640", placed(0, 0))
    )
    street.polygon(
        outline("640,640 640,300 700,300 700,230 790,230 790,340 860,340 860,640", placed(0, 0))
    )
    street.rectangle(738, 90, 752, 240)
    street.polygon([(722, 110), (745, 50), (768, 110)])
    sheet.fill(both(street.done(), glass), mix(INDIGO, NIGHT, 0.45))
    for x, y in (
        (285, 420),
        (350, 350),
        (385, 470),
        (668, 380),
        (735, 300),
        (735, 440),
        (810, 420),
    ):
        lit.rectangle(x, y, x + 24, y + 40)
        lit.ellipse((x + 12, y), 12, 11)
    sheet.fill(both(lit.done(), glass), SAFFRON)
    walkers = Cut()
    for x, size in ((745, 1.0), (815, 0.86)):
        at = placed(x, 640, size)
        walkers.polygon(outline("-30,0 -28,-110 -16,-150 16,-150 30,-110 28,0", at))
        walkers.ellipse(at(0, -176), 20 * size, 24 * size)
    sheet.fill(walkers.done(), mix(NIGHT, INK, 0.3))
    for x in (400, 550, 700):
        frame.line([(x, 40), (x, 640)], 9)
    for y in (190, 410):
        frame.line([(250, y), (850, y)], 9)
    sheet.fill(both(frame.done(), glass), _WOOD)
    edge = Cut()
    edge.ellipse((550, 190), 316, 166)
    edge.rectangle(234, 190, 866, 652)
    edge.ellipse((550, 190), 298, 148, tone=0)
    edge.rectangle(252, 190, 848, 640, tone=0)
    edge.rectangle(214, 640, 886, 668)
    sheet.fill(edge.done(), mix(_WOOD, INK, 0.2))


def _shelf(sheet: Sheet) -> None:
    """Glasses, a samovar and a clock at the back."""
    shelf, metal, glass = Cut(), Cut(), Cut()
    shelf.rectangle(1120, 470, 1900, 488)
    shelf.rectangle(1120, 250, 1900, 266)
    sheet.fill(shelf.done(), _WOOD)
    for i in range(11):
        glass.polygon(outline("-18,0 -22,-50 22,-50 18,0", placed(1160 + i * 60, 250)))
        if i > 3:
            glass.polygon(
                outline(
                    "-16,0 -26,-34 -12,-60 -10,-92 10,-92 12,-60 26,-34 16,0",
                    placed(1160 + i * 62, 470),
                )
            )
    tone = glass.done()
    sheet.fill(tone, mix(INDIGO, SAND, 0.45))
    sheet.stipple(vertical(150, 470, 120, 190), mix(SAFFRON, PAPER, 0.4), tone)
    at = placed(1240, 470)
    metal.polygon(
        [
            *curve(at(-44, 0), at(-96, -120), at(-50, -190)),
            *curve(at(50, -190), at(96, -120), at(44, 0)),
        ]
    )
    metal.polygon(outline("-28,-188 -20,-214 20,-214 28,-188", at))
    metal.line(outline("-62,-150 -92,-160 -92,-110 -66,-100", at), 8)
    metal.line(outline("62,-150 92,-160 92,-110 66,-100", at), 8)
    metal.line(outline("0,-30 0,20", at), 10)
    shape = metal.done()
    sheet.fill(shape, SAFFRON)
    sheet.stipple(horizontal(1200, 1320, 0, 235), mix(CINNABAR, INK, 0.4), shape)


def _chair(sheet: Sheet) -> None:
    """The empty chair at the right, with a coat and a hat left on it."""
    at = placed(1480, 1200)
    chair, coat, lining = Cut(), Cut(), Cut()
    for foot, lean in ((-110, -16), (110, 26)):
        chair.line([at(foot, -300), at(foot + lean, 0)], 20)
    chair.line([at(120, -300), *curve(at(130, -420), at(180, -600), at(150, -700))], 20)
    chair.polygon(outline("-140,-320 140,-330 146,-296 -134,-286", at))
    chair.line([at(-90, -296), at(-60, -20)], 14)
    chair.line(outline("-120,-150 128,-150", at), 9)
    sheet.fill(chair.done(), mix(_WOOD, SAND, 0.34))
    coat.polygon(
        [
            *curve(at(60, -690), at(150, -760), at(214, -676)),
            *curve(at(236, -560), at(250, -380), at(226, -236)),
            at(84, -244),
            *curve(at(70, -340), at(96, -520), at(60, -690)),
        ]
    )
    shape = coat.done()
    sheet.fill(shape, mix(INDIGO, INK, 0.2))
    sheet.stipple(horizontal(1540, 1720, 0, 210), mix(INK, NIGHT, 0.4), shape)
    lining.polygon(outline("80,-680 150,-560 130,-300 104,-500", at))
    sheet.fill(lining.done(), mix(CINNABAR, INK, 0.1))


def _player(sheet: Sheet) -> None:
    """The player at the left, his chin on his hand."""
    at = placed(480, 1180)
    chair, body, skin, hair, hat = Cut(), Cut(), Cut(), Cut(), Cut()
    chair.line([at(-150, -300), *curve(at(-160, -420), at(-210, -600), at(-170, -690))], 22)
    for foot, lean in ((-130, -30), (70, 10)):
        chair.line([at(foot, -290), at(foot + lean, 20)], 20)
    chair.polygon(outline("-160,-310 120,-310 124,-276 -160,-276", at))
    sheet.fill(chair.done(), mix(_WOOD, INK, 0.35))
    body.polygon(
        [
            at(-150, -290),
            *curve(at(-160, -300), at(-190, -560), at(-70, -660)),
            *curve(at(-70, -660), at(30, -690), at(90, -600)),
            *curve(at(90, -600), at(130, -420), at(110, -300)),
            at(300, -300),
            at(320, -250),
            at(250, 10),
            at(330, 20),
            at(330, 44),
            at(170, 44),
            at(190, -190),
            at(-20, -190),
            at(-120, -230),
        ]
    )
    coat = body.done()
    sheet.fill(coat, mix(INK, INDIGO, 0.14))
    sheet.stipple(
        both(horizontal(430, 640, 0, 230), vertical(480, 1000, 255, 60)),
        mix(CINNABAR, SAFFRON, 0.35),
        coat,
    )
    skin.polygon(outline("-20,-650 -14,-700 60,-700 60,-640", at))
    skin.polygon(
        [
            *curve(at(-44, -800), at(-50, -690), at(20, -668)),
            at(66, -676),
            at(92, -706),
            at(88, -730),
            at(116, -742),
            at(96, -784),
            at(92, -830),
            at(-30, -836),
        ]
    )
    skin.ellipse(at(84, -650), 30, 36)
    flesh = skin.done()
    sheet.fill(flesh, mix(mix(SAND, CINNABAR, 0.42), INK, 0.14))
    sheet.stipple(horizontal(480, 610, 0, 190), mix(SAND, SAFFRON, 0.3), flesh)
    hair.polygon([*curve(at(30, -716), at(56, -690), at(92, -722)), at(88, -738), at(40, -742)])
    hair.polygon(outline("-48,-830 -20,-834 -14,-760 -30,-720 -50,-740", at))
    hair.line(outline("54,-796 84,-800", at), 7)
    sheet.fill(hair.done(), mix(PAPER, SAND, 0.3))
    hat.polygon(outline("-52,-824 -36,-918 74,-918 96,-824", at))
    tarboosh = hat.done()
    sheet.fill(tarboosh, CINNABAR)
    sheet.stipple(horizontal(430, 590, 150, 0), mix(INK, CINNABAR, 0.3), tarboosh)
    sleeve = Cut()
    sleeve.line(outline("10,-560 120,-420 210,-400", at), 66)
    sleeve.line([at(200, -400), at(96, -610)], 52)
    arm = sleeve.done()
    sheet.fill(arm, mix(INK, INDIGO, 0.5))
    sheet.stipple(horizontal(520, 720, 0, 235), mix(SAFFRON, CINNABAR, 0.35), arm)


def _table(sheet: Sheet) -> None:
    """A marble top on one iron foot, the board, a glass of tea gone cold."""
    foot, top, edge = Cut(), Cut(), Cut()
    foot.polygon(outline("-26,0 -18,-380 18,-380 26,0 120,40 -120,40", placed(970, 1190)))
    sheet.fill(foot.done(), INK)
    edge.ellipse((970, 826), 372, 92)
    sheet.fill(edge.done(), mix(SAND, INK, 0.5))
    top.ellipse((970, 806), 376, 92)
    marble = top.done()
    sheet.fill(marble, mix(PAPER, SAND, 0.3))
    sheet.stipple(horizontal(640, 1340, 170, 40), mix(INDIGO, SAND, 0.4), marble)
    dark = Cut()
    for row in range(8):
        for column in range(8):
            if (row + column) % 2:
                dark.polygon(
                    [
                        _square(column, row),
                        _square(column + 1, row),
                        _square(column + 1, row + 1),
                        _square(column, row + 1),
                    ]
                )
    board = Cut()
    board.polygon([_square(-0.4, -0.4), _square(8.4, -0.4), _square(8.4, 8.4), _square(-0.4, 8.4)])
    sheet.fill(board.done(), _WOOD)
    light = Cut()
    light.polygon([_square(0, 0), _square(8, 0), _square(8, 8), _square(0, 8)])
    sheet.fill(light.done(), mix(SAND, SAFFRON, 0.25))
    sheet.fill(dark.done(), mix(CINNABAR, INK, 0.5))


def _square(column: float, row: float) -> Point:
    """A corner of the board as it lies on the table."""
    depth = row / 8
    half = 172 + 66 * depth
    return (970 + (column / 4 - 1) * half, 752 + 104 * depth)


_SHAPES = {
    "pawn": (
        "-13,0 -13,-8 -6,-14 -5,-30 -10,-34 -4,-38 -9,-46 -6,-55 0,-58 "
        "6,-55 9,-46 4,-38 10,-34 5,-30 6,-14 13,-8 13,0"
    ),
    "rook": (
        "-15,0 -15,-9 -9,-16 -8,-52 -14,-58 -14,-76 -7,-76 -7,-70 -3,-70 -3,-76 "
        "3,-76 3,-70 7,-70 7,-76 14,-76 14,-58 8,-52 9,-16 15,-9 15,0"
    ),
    "knight": (
        "-15,0 -15,-9 -9,-18 -12,-40 -4,-58 -18,-52 -20,-60 -6,-76 0,-88 "
        "4,-78 14,-66 15,-40 9,-18 15,-9 15,0"
    ),
    "king": (
        "-17,0 -17,-10 -9,-18 -7,-60 -16,-66 -13,-86 -4,-88 -4,-96 -9,-96 -9,-102 -3,-102 -3,-109 "
        "3,-109 3,-102 9,-102 9,-96 4,-96 4,-88 13,-86 16,-66 7,-60 9,-18 17,-10 17,0"
    ),
    "bishop": (
        "-14,0 -14,-9 -8,-16 -6,-50 -11,-54 -10,-68 0,-86 10,-68 11,-54 6,-50 8,-16 14,-9 14,0"
    ),
}
_WHITE = (
    ("king", 1, 1),
    ("pawn", 1, 3),
    ("pawn", 2, 2),
    ("rook", 0, 5),
    ("knight", 3, 4),
    ("pawn", 2, 6),
    ("bishop", 1, 6),
)
_BLACK = (
    ("king", 6, 2),
    ("pawn", 5, 1),
    ("pawn", 5, 4),
    ("rook", 7, 5),
    ("rook", 4, 6),
    ("knight", 6, 5),
    ("pawn", 6, 7),
)


def _pieces(sheet: Sheet) -> None:
    """What is left of both armies, farthest first, under a bell of glass."""
    for row in range(8):
        for side, ink in ((_WHITE, mix(PAPER, SAND, 0.2)), (_BLACK, INK)):
            men = Cut()
            for kind, column, line in side:
                if line == row:
                    x, y = _square(column + 0.5, row + 0.62)
                    men.polygon(outline(_SHAPES[kind], placed(x, y, 1.02 + row * 0.05)))
            shape = men.done()
            sheet.fill(shape, ink)
            sheet.stipple(vertical(0, 1, 60, 60), mix(SAFFRON, CINNABAR, 0.3), shape)
    bell, shine, tea = Cut(), Cut(), Cut()
    rim = [*curve((694, 846), (690, 440), (970, 436)), *curve((970, 436), (1250, 440), (1246, 846))]
    bell.line(rim, 4)
    bell.ellipse((970, 424), 20, 17)
    sheet.wash(vertical(0, 1, 190, 190), PAPER, bell.done())
    shine.polygon(
        [*curve((738, 770), (742, 560), (850, 490)), *curve((868, 500), (776, 580), (770, 780))]
    )
    sheet.stipple(vertical(480, 790, 190, 20), PAPER, shine.done())
    at: Place = placed(1290, 832)
    tea.polygon(outline("-22,0 -28,-30 -18,-46 -26,-78 26,-78 18,-46 28,-30 22,0", at))
    sheet.fill(tea.done(), mix(CINNABAR, SAFFRON, 0.3))
    saucer = Cut()
    saucer.ellipse(at(0, 2), 46, 10)
    sheet.fill(saucer.done(), PAPER)


def _lamp(sheet: Sheet) -> None:
    """The lamp over the table and the cone under it."""
    cone, shade, bulb = Cut(), Cut(), Cut()
    cone.polygon([(880, 236), (1060, 236), (1420, 900), (520, 900)])
    sheet.stipple(vertical(236, 900, 74, 8), mix(SAFFRON, PAPER, 0.4), cone.done())
    shade.line([(970, -10), (970, 150)], 6)
    shade.polygon([(930, 150), (1010, 150), (1100, 236), (840, 236)])
    sheet.fill(shade.done(), mix(INDIGO, INK, 0.35))
    bulb.ellipse((970, 238), 122, 13)
    sheet.fill(bulb.done(), mix(PAPER, SAFFRON, 0.3))
    motes = Cut()
    for _ in range(60):
        turn, reach = sheet.chance.uniform(0, 6.3), sheet.chance.uniform(0, 260)
        motes.ellipse((970 + reach * math.cos(turn), 420 + 0.6 * reach * math.sin(turn)), 1.8)
    sheet.wash(vertical(0, 1, 160, 160), PAPER, motes.done())
