"""The travelling supporters in their stand."""

import math

from PIL import Image

from newsroom.demo.drawing_sheet import (
    CINNABAR,
    HEIGHT,
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
    vertical,
)

_GREEN: Colour = (36, 104, 92)
_DARK = mix(_GREEN, NIGHT, 0.72)


def fans() -> Image.Image:
    """Flags over a packed stand, a woman with the drum above it all, towers of light behind."""
    sheet = Sheet(167)
    sheet.sky(
        (0, mix(NIGHT, INK, 0.3)), (420, mix(_GREEN, NIGHT, 0.55)), (760, mix(_GREEN, SAND, 0.25))
    )
    _towers(sheet)
    _roof(sheet)
    _flag(sheet, (250, 1010), (-120, 250), 560, (CINNABAR, PAPER), 1)
    _flag(sheet, (1700, 1040), (90, 190), 620, (SAFFRON, _GREEN), -1)
    for row in range(4):
        _row(sheet, row)
    _flag(sheet, (640, 1120), (60, 420), 430, (_GREEN, SAFFRON), -1)
    for row in range(4, 7):
        _row(sheet, row)
    _drummer(sheet)
    _paper(sheet)
    return sheet.printed()


def _towers(sheet: Sheet) -> None:
    """Two light towers with their beams and the dust in them."""
    for x, y, lean in ((420, 190, 1), (1540, 150, -1)):
        beam, mast, lamps = Cut(), Cut(), Cut()
        beam.polygon(
            [(x - 110, y), (x + 110, y), (x + lean * 900 + 360, 1100), (x + lean * 300 - 360, 1100)]
        )
        sheet.stipple(vertical(y, 1100, 110, 10), mix(SAND, PAPER, 0.5), beam.done())
        sheet.stipple(radial((x, y), 420, 340, 190), mix(SAND, PAPER, 0.4))
        mast.polygon([(x - 14, y + 60), (x + 14, y + 60), (x + 30, 900), (x - 30, 900)])
        mast.polygon([(x - 150, y - 74), (x + 150, y - 74), (x + 138, y + 66), (x - 138, y + 66)])
        sheet.fill(mast.done(), INK)
        for place in range(15):
            lamps.ellipse((x - 108 + (place % 5) * 54, y - 44 + (place // 5) * 40), 16)
        sheet.fill(lamps.done(), mix(PAPER, SAFFRON, 0.15))


def _roof(sheet: Sheet) -> None:
    """The opposite stand, far off, with its speckle of faces."""
    stand, faces, pitch = Cut(), Cut(), Cut()
    stand.polygon([(-10, 640), (960, 600), (WIDTH + 10, 640), (WIDTH + 10, 830), (-10, 830)])
    sheet.fill(stand.done(), mix(_DARK, INK, 0.3))
    for _ in range(900):
        faces.ellipse((sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(660, 800)), 3.2)
    sheet.wash(vertical(640, 820, 150, 70), mix(SAND, CINNABAR, 0.2), faces.done())
    pitch.rectangle(0, 806, WIDTH, HEIGHT)
    grass = pitch.done()
    sheet.fill(grass, mix(_GREEN, NIGHT, 0.15))
    sheet.stipple(radial((960, 830), 900, 130, 200), mix(_GREEN, PAPER, 0.45), grass)
    chalk = Cut()
    chalk.line([(0, 850), (WIDTH, 838)], 4)
    chalk.line([(820, 806), (760, 846)], 4)
    sheet.wash(vertical(0, 1, 200, 200), PAPER, chalk.done())


def _flag(
    sheet: Sheet, foot: Point, lean: Point, reach: float, inks: tuple[Colour, Colour], turn: int
) -> None:
    """A great flag in the wind: two fields, a crescent, folds."""
    top = (foot[0] + lean[0], lean[1])
    pole, field, half, moon = Cut(), Cut(), Cut(), Cut()
    pole.line([foot, top], 12)

    def at(along: float, down: float) -> Point:
        wave = 34 * math.sin(along * 6.2 + down * 1.2) * along
        return (
            top[0] + turn * reach * along + (foot[0] - top[0]) * 0.42 * down,
            top[1] + 20 + down * reach * 0.62 + wave + 40 * along,
        )

    steps = [i / 24 for i in range(25)]
    field.polygon(
        [*[at(t, 0) for t in steps], *[at(1, t) for t in steps], *[at(1 - t, 1) for t in steps]]
    )
    half.polygon(
        [
            *[at(t, 0.5) for t in steps],
            *[at(1, 0.5 + t / 2) for t in steps],
            *[at(1 - t, 1) for t in steps],
        ]
    )
    cloth = field.done()
    sheet.fill(cloth, inks[0])
    sheet.fill(both(half.done(), cloth), inks[1])
    centre = at(0.46, 0.5)
    moon.ellipse(centre, reach * 0.15)
    moon.ellipse((centre[0] + turn * reach * 0.06, centre[1] - reach * 0.03), reach * 0.125, tone=0)
    sheet.fill(both(moon.done(), cloth), mix(PAPER, SAND, 0.2))
    folds = Cut()
    for start in (0.18, 0.42, 0.68, 0.9):
        folds.polygon(
            [
                at(start, 0),
                at(start + 0.1, 0),
                *[at(start + 0.1 - 0.05 * math.sin(t * 3), t) for t in steps],
                *[at(start - 0.03, 1 - t) for t in steps],
            ]
        )
    sheet.stipple(vertical(0, 1, 110, 110), mix(INK, NIGHT, 0.5), both(folds.done(), cloth))
    sheet.fill(pole.done(), mix(INK, SAND, 0.1))


def _row(sheet: Sheet, row: int) -> None:
    """One row of supporters from behind: heads, raised arms, scarves held wide."""
    near = row / 6
    size, foot = 0.5 + 0.85 * near, 900 + 70 * row + 9 * row * row
    bodies, heads, arms = Cut(), Cut(), Cut()
    scarves = {CINNABAR: Cut(), SAFFRON: Cut(), PAPER: Cut()}
    x = -40.0 + (row % 2) * 40
    while x < WIDTH + 60:
        at = placed(x + sheet.chance.uniform(-8, 8), foot + sheet.chance.uniform(-12, 12), size)
        bodies.polygon(outline("-64,260 -62,40 -48,4 -18,-10 18,-10 48,4 62,40 64,260", at))
        heads.ellipse(at(0, -50), 31 * size, 36 * size)
        act = sheet.chance.random()
        if act < 0.22:
            for side in (-1, 1):
                arms.line(
                    outline(f"{side * 52},20 {side * 78},-70 {side * 62},-160", at), 21 * size
                )
            ink = sheet.chance.choice(list(scarves))
            scarves[ink].polygon(
                [
                    *curve(at(-84, -172), at(0, -144), at(84, -172)),
                    *curve(at(84, -138), at(0, -110), at(-84, -138)),
                ]
            )
        elif act < 0.45:
            side = sheet.chance.choice((-1, 1))
            arms.line(outline(f"{side * 50},20 {side * 66},-80 {side * 84},-170", at), 21 * size)
            arms.ellipse(at(side * 85, -178), 15 * size)
        elif act < 0.6:
            scarves[sheet.chance.choice(list(scarves))].polygon(
                outline("-40,-14 40,-14 46,14 -46,14", at)
            )
        x += 132 * size
    tone = mix(mix(_DARK, INK, 0.2 + 0.6 * near), CINNABAR, 0.05)
    for cut in (bodies, arms, heads):
        shape = cut.done()
        sheet.fill(shape, tone)
        sheet.stipple(
            vertical(foot - 190 * size, foot + 60 * size, 190 - round(80 * near), 0),
            mix(_GREEN, SAND, 0.55),
            shape,
        )
    for ink, cut in scarves.items():
        sheet.fill(cut.done(), mix(ink, INK, 0.1))


def _drummer(sheet: Sheet) -> None:
    """She faces the stand, so that we see her, with the drum on its belt and sticks in the air."""
    at = placed(1130, 1010, 1.16)
    sheet.stipple(radial(at(0, -260), 460, 430, 170), mix(SAFFRON, PAPER, 0.3))
    coat, skin, scarf, drum, head, sticks = Cut(), Cut(), Cut(), Cut(), Cut(), Cut()
    coat.polygon(outline("-92,170 -96,-160 -78,-226 -30,-252 30,-252 78,-226 96,-160 92,170", at))
    coat.line(outline("-76,-206 -156,-262 -176,-366", at), 46)
    coat.line(outline("76,-206 168,-236 214,-330", at), 46)
    shape = coat.done()
    sheet.fill(shape, _GREEN)
    sheet.stipple(horizontal(1060, 1260, 0, 190), mix(_GREEN, INK, 0.6), shape)
    skin.ellipse(at(-178, -384), 24, 27)
    skin.ellipse(at(218, -348), 24, 27)
    skin.ellipse(at(0, -322), 48, 58)
    sheet.fill(skin.done(), mix(SAND, CINNABAR, 0.38))
    scarf.polygon(
        [
            *curve(at(-56, -300), at(-70, -420), at(0, -416)),
            *curve(at(0, -416), at(70, -420), at(56, -300)),
            *curve(at(70, -240), at(0, -206), at(-70, -240)),
        ]
    )
    scarf.ellipse(at(0, -318), 36, 46, tone=0)
    sheet.fill(scarf.done(), CINNABAR)
    face = Cut()
    for side in (-1, 1):
        face.ellipse(at(side * 15, -326), 4, 5)
    face.polygon(
        [
            *curve(at(-15, -298), at(0, -294), at(15, -298)),
            *curve(at(15, -298), at(0, -272), at(-15, -298)),
        ]
    )
    sheet.fill(face.done(), INK)
    sticks.line(outline("-186,-352 -150,-520", at), 10)
    sticks.line(outline("226,-318 170,-470", at), 10)
    sticks.ellipse(at(-148, -530), 22)
    sticks.ellipse(at(166, -482), 22)
    sticks.line(outline("-70,-236 86,-40", at), 20)
    sheet.fill(sticks.done(), mix(PAPER, SAND, 0.3))
    drum.polygon(
        [
            *curve(at(-150, -110), at(-150, 20), at(-130, 110)),
            *curve(at(-130, 110), at(0, 160), at(130, 110)),
            *curve(at(130, 110), at(150, 20), at(150, -110)),
        ]
    )
    barrel = drum.done()
    sheet.fill(barrel, SAFFRON)
    sheet.stipple(horizontal(1050, 1320, 0, 220), mix(CINNABAR, INK, 0.3), barrel)
    head.ellipse(at(0, -110), 174, 50)
    sheet.fill(head.done(), mix(PAPER, SAND, 0.15))
    _cords(sheet)


def _cords(sheet: Sheet) -> None:
    """The drum's cords and its rim."""
    at = placed(1130, 1010, 1.16)
    cords = Cut()
    feet = [at(-150 + 37.5 * i, -84 + 30 * math.sin(math.pi * i / 8)) for i in range(9)]
    low = [at(-132 + 33 * i, 100 + 34 * math.sin(math.pi * i / 8)) for i in range(9)]
    for i in range(8):
        cords.line([feet[i], low[i + 1] if i % 2 else low[i], feet[i + 1]], 5)
    sheet.fill(cords.done(), PAPER)


def _paper(sheet: Sheet) -> None:
    """Torn paper in the air."""
    bits = {ink: Cut() for ink in (PAPER, SAFFRON, CINNABAR)}
    for _ in range(170):
        ink = sheet.chance.choice((PAPER, PAPER, SAFFRON, CINNABAR))
        x, y, turn = (
            sheet.chance.uniform(0, WIDTH),
            sheet.chance.uniform(20, 900),
            sheet.chance.uniform(0, 3.1),
        )
        c, s, reach = math.cos(turn), math.sin(turn), sheet.chance.uniform(4, 11)
        bits[ink].polygon(
            [
                (x + reach * c, y + reach * s),
                (x - reach * s * 0.5, y + reach * c * 0.5),
                (x - reach * c, y - reach * s),
                (x + reach * s * 0.5, y - reach * c * 0.5),
            ]
        )
    for ink, cut in bits.items():
        sheet.fill(cut.done(), ink)
