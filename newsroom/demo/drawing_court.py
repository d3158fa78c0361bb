"""A courthouse at dusk: the lamps are lit, the doors are open, people climb with their papers."""

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

_STONE: Colour = mix(mix(SAND, CINNABAR, 0.2), INDIGO, 0.3)
_AXIS = 960.0


def court() -> Image.Image:
    """Six columns and a great door full of light above a broad stair."""
    sheet = Sheet(229)
    sheet.sky(
        (0, mix(INDIGO, NIGHT, 0.5)),
        (380, mix(INDIGO, CINNABAR, 0.25)),
        (640, mix(CINNABAR, SAND, 0.45)),
        (820, mix(SAFFRON, SAND, 0.4)),
    )
    _dusk(sheet)
    _wings(sheet)
    _portico(sheet)
    _pediment(sheet)
    _door(sheet)
    _columns(sheet)
    _stair(sheet)
    _lamps(sheet)
    _people(sheet)
    return sheet.printed()


def _dusk(sheet: Sheet) -> None:
    """Long clouds, the first star, swifts over the roof."""
    clouds, swifts, star = Cut(), Cut(), Cut()
    for x, y, half, thick in (
        (330, 260, 420, 22),
        (1560, 190, 460, 26),
        (1720, 420, 380, 18),
        (160, 470, 330, 16),
    ):
        clouds.polygon(
            [
                *curve((x - half, y), (x - half * 0.2, y - thick * 2), (x + half, y)),
                *curve((x + half, y), (x, y + thick), (x - half, y)),
            ]
        )
    sheet.wash(vertical(0, 1, 130, 130), mix(CINNABAR, SAND, 0.35), clouds.done())
    for x, y, size in (
        (420, 150, 1.0),
        (500, 190, 0.7),
        (350, 210, 0.8),
        (1500, 300, 0.9),
        (1580, 270, 0.6),
    ):
        at = placed(x, y, size)
        swifts.polygon(
            outline(
                "-44,-12~-16,-16~0,4 0,4~16,-18~44,-16 44,-16~14,-4~0,16 0,16~-14,-2~-44,-12", at
            )
        )
    sheet.fill(swifts.done(), mix(NIGHT, INK, 0.3))
    star.polygon(
        [
            (1700, 96),
            (1705, 110),
            (1719, 115),
            (1705, 120),
            (1700, 134),
            (1695, 120),
            (1681, 115),
            (1695, 110),
        ]
    )
    sheet.fill(star.done(), PAPER)


def _wings(sheet: Sheet) -> None:
    """Two lower wings with rows of windows, more of them lit than not."""
    walls, lit, dark, lines, sills = Cut(), Cut(), Cut(), Cut(), Cut()
    for left, right in ((-20, 480), (1440, 1940)):
        walls.rectangle(left, 560, right, 960)
        walls.rectangle(left, 536, right, 566)
        for level in range(16):
            lines.line([(left, 580 + level * 25), (right, 580 + level * 25)], 1.4)
        for place in range(5):
            x = left + 50 + place * 96
            for y, tall in ((620, 110), (792, 120)):
                pane = lit if sheet.chance.random() < 0.68 else dark
                pane.rectangle(x, y, x + 44, y + tall)
                pane.ellipse((x + 22, y), 22)
                sills.rectangle(x - 8, y + tall, x + 52, y + tall + 9)
                sills.line([(x + 22, y - 22), (x + 22, y + tall)], 3)
                sills.line([(x, y + tall * 0.45), (x + 44, y + tall * 0.45)], 3)
    shape = walls.done()
    sheet.fill(shape, mix(_STONE, NIGHT, 0.34))
    sheet.stipple(vertical(540, 960, 0, 190), mix(_STONE, NIGHT, 0.75), shape)
    sheet.stipple(vertical(520, 720, 150, 0), mix(CINNABAR, SAND, 0.5), shape)
    sheet.wash(vertical(0, 1, 80, 80), NIGHT, both(lines.done(), shape))
    sheet.fill(dark.done(), mix(NIGHT, INK, 0.3))
    panes = lit.done()
    halo = panes.reduce(16).point([min(255, value * 4) for value in range(256)]).resize(panes.size)
    sheet.wash(halo.point([value // 4 for value in range(256)]), SAFFRON)
    sheet.fill(panes, mix(SAFFRON, PAPER, 0.28))
    sheet.fill(sills.done(), mix(_STONE, NIGHT, 0.6))


def _portico(sheet: Sheet) -> None:
    """The wall behind the columns, warm from the door."""
    wall, joints = Cut(), Cut()
    wall.rectangle(470, 450, 1450, 962)
    shape = wall.done()
    sheet.fill(shape, mix(_STONE, NIGHT, 0.42))
    for level in range(22):
        y = 458 + level * 24
        joints.line([(470, y), (1450, y)], 1.4)
        for place in range(15):
            x = 480 + place * 70 + (level % 2) * 35
            joints.line([(x, y), (x, y + 24)], 1.2)
    sheet.wash(vertical(0, 1, 110, 110), NIGHT, both(joints.done(), shape))
    sheet.stipple(radial((_AXIS, 800), 430, 420, 235), mix(SAFFRON, SAND, 0.25), shape)
    sheet.stipple(vertical(450, 640, 230, 0), mix(NIGHT, INK, 0.4), shape)


def _pediment(sheet: Sheet) -> None:
    """The beam and the gable, with a balance carved between two rhombs."""
    beam, gable, field, carved, edge = Cut(), Cut(), Cut(), Cut(), Cut()
    beam.rectangle(440, 392, 1480, 452)
    beam.rectangle(424, 376, 1496, 396)
    gable.polygon([(416, 376), (_AXIS, 186), (1504, 376)])
    field.polygon([(500, 360), (_AXIS, 214), (1420, 360)])
    shape = gable.done()
    sheet.fill(shape, mix(_STONE, SAND, 0.2))
    sheet.fill(beam.done(), mix(_STONE, SAND, 0.06))
    inner = field.done()
    sheet.fill(inner, mix(_STONE, NIGHT, 0.36))
    sheet.stipple(vertical(200, 370, 0, 170), mix(_STONE, SAND, 0.2), inner)
    at = placed(_AXIS, 352)
    carved.polygon(outline("-9,0 -5,-92 5,-92 9,0", at))
    carved.polygon(outline("-40,2 -30,-12 30,-12 40,2", at))
    carved.line(
        outline("-120,-70~-40,-98~0,-92 0,-92~40,-98~120,-70", at),
        6,
    )
    carved.ellipse(at(0, -98), 9)
    for side in (-1, 1):
        for spread in (-34, 34):
            carved.line([at(side * 120, -70), at(side * 120 + spread, -28)], 2.4)
        carved.polygon(
            [
                at(side * 120 - 40, -28),
                at(side * 120 + 40, -28),
                *curve(at(side * 120 + 40, -28), at(side * 120, 6), at(side * 120 - 40, -28)),
            ]
        )
        carved.polygon(
            [
                at(side * 236 - 22, -12),
                at(side * 236, -34),
                at(side * 236 + 22, -12),
                at(side * 236, 10),
            ]
        )
    sheet.fill(carved.done(), mix(PAPER, SAND, 0.6))
    edge.line([(416, 376), (_AXIS, 186), (1504, 376)], 7)
    edge.line([(440, 452), (1480, 452)], 4)
    for place in range(52):
        edge.rectangle(446 + place * 20, 434, 455 + place * 20, 446)
    sheet.wash(vertical(0, 1, 190, 190), mix(NIGHT, _STONE, 0.3), edge.done())
    sheet.stipple(horizontal(1100, 1500, 0, 190), mix(CINNABAR, SAND, 0.35), shape)


def _door(sheet: Sheet) -> None:
    """Two tall leaves thrown open, a clock above them, light that pours down the steps."""
    hole, leaf, panels, face, hands = Cut(), Cut(), Cut(), Cut(), Cut()
    hole.rectangle(842, 650, 1078, 962)
    hole.ellipse((_AXIS, 650), 118)
    shape = hole.done()
    sheet.fill(shape, mix(SAFFRON, PAPER, 0.42))
    sheet.stipple(vertical(540, 800, 210, 0), mix(SAFFRON, CINNABAR, 0.35), shape)
    for side in (-1, 1):
        leaf.polygon(
            [
                (_AXIS + side * 118, 646),
                (_AXIS + side * 178, 672),
                (_AXIS + side * 178, 962),
                (_AXIS + side * 118, 962),
            ]
        )
        for level in (700, 790, 880):
            panels.polygon(
                [
                    (_AXIS + side * 128, level - 8),
                    (_AXIS + side * 168, level),
                    (_AXIS + side * 168, level + 62),
                    (_AXIS + side * 128, level + 62),
                ]
            )
    sheet.fill(leaf.done(), mix(CINNABAR, NIGHT, 0.4))
    sheet.fill(panels.done(), mix(CINNABAR, NIGHT, 0.62))
    face.ellipse((_AXIS, 500), 34)
    sheet.fill(face.done(), mix(PAPER, SAFFRON, 0.25))
    hands.arc((_AXIS, 500), 38, (0, 360), 6)
    hands.line([(_AXIS, 500), (_AXIS, 476)], 3)
    hands.line([(_AXIS, 500), (_AXIS - 15, 514)], 4)
    for hour in range(12):
        turn = hour * math.tau / 12
        hands.ellipse((_AXIS + 27 * math.cos(turn), 500 + 27 * math.sin(turn)), 1.8)
    sheet.fill(hands.done(), INK)


def _columns(sheet: Sheet) -> None:
    """Fluted shafts, dark against the light, each with a rim of it."""
    shafts, caps, flutes = Cut(), Cut(), Cut()
    places = (520, 664, 792, 1128, 1256, 1400)
    for x in places:
        shafts.polygon([(x - 34, 488), (x + 34, 488), (x + 40, 942), (x - 40, 942)])
        caps.polygon([(x - 50, 452), (x + 50, 452), (x + 38, 490), (x - 38, 490)])
        caps.rectangle(x - 52, 938, x + 52, 964)
        for flute in range(-3, 4):
            flutes.line([(x + flute * 10, 490), (x + flute * 11.6, 940)], 2)
    shape = shafts.done()
    sheet.fill(shape, mix(_STONE, SAND, 0.14))
    for x in places:
        shaft, (dark, light) = (
            _shaft(shape, x),
            ((0, 255), (220, 0)) if x > _AXIS else ((255, 0), (0, 220)),
        )
        sheet.stipple(horizontal(x - 33, x + 33, *dark), mix(NIGHT, INK, 0.2), shaft)
        edge = x - 25 if x > _AXIS else x + 25
        sheet.stipple(horizontal(edge - 15, edge + 15, *light), mix(SAFFRON, PAPER, 0.4), shaft)
    sheet.wash(vertical(0, 1, 90, 90), NIGHT, both(flutes.done(), shape))
    sheet.fill(caps.done(), mix(_STONE, SAND, 0.3))


def _shaft(shape: Image.Image, x: float) -> Image.Image:
    """The one shaft that stands at this place."""
    strip = Cut()
    strip.rectangle(x - 44, 480, x + 44, 950)
    return both(shape, strip.done())


def _stair(sheet: Sheet) -> None:
    """Steps that widen towards us, a carpet of light on them."""
    ground = Cut()
    ground.rectangle(-10, 958, WIDTH + 10, HEIGHT + 10)
    sheet.fill(ground.done(), mix(_STONE, NIGHT, 0.55))
    for step in range(15):
        top, wide = 960 + step * 17 + step * step * 0.55, 560 + step * 46
        tread, riser = Cut(), Cut()
        foot = 960 + (step + 1) * 17 + (step + 1) ** 2 * 0.55
        tread.rectangle(_AXIS - wide, top, _AXIS + wide, foot)
        riser.rectangle(_AXIS - wide, top + (foot - top) * 0.45, _AXIS + wide, foot)
        shape = tread.done()
        sheet.fill(shape, mix(mix(_STONE, SAND, 0.22), NIGHT, 0.08 + step * 0.012))
        sheet.fill(riser.done(), mix(mix(_STONE, NIGHT, 0.42), NIGHT, step * 0.02))
        glow = Cut()
        half = 120 + step * 24
        glow.polygon(
            [
                (_AXIS - half, top),
                (_AXIS + half, top),
                (_AXIS + half + 24, foot),
                (_AXIS - half - 24, foot),
            ]
        )
        sheet.stipple(
            vertical(0, 1, 200 - step * 9, 200 - step * 9), mix(SAFFRON, PAPER, 0.34), glow.done()
        )
    for side in (-1, 1):
        wall = Cut()
        wall.polygon(
            [
                (_AXIS + side * 540, 930),
                (_AXIS + side * 600, 930),
                (_AXIS + side * 1290, HEIGHT + 10),
                (_AXIS + side * 1120, HEIGHT + 10),
            ]
        )
        wall.polygon(
            [
                (_AXIS + side * 600, 930),
                (_AXIS + side * 1400, 930),
                (_AXIS + side * 1400, HEIGHT + 10),
                (_AXIS + side * 1290, HEIGHT + 10),
            ]
        )
        shape = wall.done()
        sheet.fill(shape, mix(_STONE, NIGHT, 0.55))
        sheet.stipple(vertical(930, HEIGHT, 130, 20), mix(_STONE, SAND, 0.2), shape)


def _lamps(sheet: Sheet) -> None:
    """A standing lamp with three globes on either side of the stair."""
    iron, globes = Cut(), Cut()
    for side in (-1, 1):
        x = _AXIS + side * 640
        iron.polygon([(x - 40, 1010), (x + 40, 1010), (x + 26, 980), (x - 26, 980)])
        iron.line([(x, 990), (x, 700)], 12)
        iron.line(
            [
                *curve((x - 62, 730), (x - 60, 790), (x, 790)),
                *curve((x, 790), (x + 60, 790), (x + 62, 730)),
            ],
            7,
        )
        for across, down in ((-62, 706), (62, 706), (0, 670)):
            sheet.stipple(radial((x + across, down), 130, 130, 200), mix(SAFFRON, PAPER, 0.3))
            globes.ellipse((x + across, down), 26)
    sheet.fill(iron.done(), INK)
    sheet.fill(globes.done(), mix(PAPER, SAFFRON, 0.25))


def _people(sheet: Sheet) -> None:
    """Those who come after work, each with papers in hand."""
    who = (
        (760, 1250, 1.35, INDIGO, 0),
        (1180, 1268, 1.4, CINNABAR, 1),
        (870, 1150, 1.06, INK, 2),
        (1056, 1120, 1.0, mix(SAFFRON, INK, 0.3), 1),
        (1010, 1040, 0.74, NIGHT, 0),
        (916, 1020, 0.7, mix(CINNABAR, NIGHT, 0.5), 2),
        (1300, 1170, 1.1, mix(INDIGO, NIGHT, 0.5), 0),
    )
    shadows = Cut()
    for x, y, size, _coat, _kind in who:
        out = (x - _AXIS) * 0.4
        shadows.polygon(
            [
                (x - 26 * size, y),
                (x + 26 * size, y),
                (x + out + 60 * size, y + 150 * size),
                (x + out - 30 * size, y + 150 * size),
            ]
        )
    sheet.wash(vertical(0, 1, 130, 130), NIGHT, shadows.done())
    for x, y, size, coat, kind in sorted(who, key=lambda person: person[1]):
        at = placed(x, y, size, 1 if x < _AXIS else -1)
        cloth, skin, papers = Cut(), Cut(), Cut()
        cloth.polygon(
            outline(
                "-34,0 -38,-70 -34,-128 -20,-146 20,-146 34,-128 36,-70 30,0 8,0 2,-58 -6,0", at
            )
        )
        if kind == 1:
            cloth.polygon(outline("-46,0 -36,-80 36,-80 46,0", at))
        skin.ellipse(at(4, -170), 17 * size, 20 * size)
        cloth.line(outline("26,-128 44,-92 60,-104", at), 13 * size)
        papers.polygon(outline("48,-132 92,-124 86,-84 44,-92", at))
        if kind == 2:
            papers.polygon(outline("-60,-150 -40,-156 -26,-60 -46,-54", at))
        sheet.fill(skin.done(), mix(mix(SAND, CINNABAR, 0.45), INK, 0.3))
        shape = cloth.done()
        sheet.fill(shape, coat)
        sheet.stipple(
            horizontal(x - 46 * size, x + 46 * size, 0, 190)
            if x < _AXIS
            else horizontal(x - 46 * size, x + 46 * size, 190, 0),
            mix(SAFFRON, SAND, 0.3),
            shape,
        )
        hair = Cut()
        if kind == 1:
            hair.polygon(
                outline("-26,-140~-32,-200~4,-200 4,-200~24,-198~20,-178 -4,-174 2,-142", at)
            )
        else:
            hair.polygon(outline("-20,-164~-22,-200~8,-196 22,-182 -2,-180", at))
        sheet.fill(hair.done(), mix(INK, NIGHT, 0.3))
        sheet.fill(papers.done(), PAPER)
