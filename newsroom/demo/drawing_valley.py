"""A dry valley with a broken bridge, and the white van that goes round by the track."""

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
    Colour,
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

_LEAF: Colour = (112, 122, 74)
_EARTH = mix(mix(SAND, CINNABAR, 0.34), SAFFRON, 0.12)


def valley() -> Image.Image:
    """The van on the dirt road with its dust behind it; people wait for it under a tree."""
    sheet = Sheet(191)
    sheet.sky(
        (0, mix(INDIGO, PAPER, 0.5)), (330, mix(PAPER, SAND, 0.35)), (520, mix(SAND, SAFFRON, 0.3))
    )
    sheet.stipple(radial((380, 120), 620, 420, 170), PAPER)
    _hills(sheet)
    _bridge(sheet)
    _ground(sheet)
    _road(sheet)
    _village(sheet)
    _dust(sheet)
    _van(sheet, placed(1120, 966, 1.12))
    _tree(sheet)
    _waiting(sheet)
    return sheet.printed()


def _hills(sheet: Sheet) -> None:
    """Three ranges, the nearest with terraces and bushes."""
    for base, swing, share in ((330, 100, 0.62), (420, 90, 0.36), (500, 70, 0.14)):
        hills = Cut()
        hills.polygon(ridge(sheet.chance, base, swing))
        shape = hills.done()
        sheet.fill(shape, mix(_EARTH, mix(INDIGO, PAPER, 0.5), share))
        sheet.stipple(
            both(horizontal(300, WIDTH, 30, 210), vertical(base - 100, 760, 220, 60)),
            mix(_EARTH, INDIGO, 0.45),
            shape,
        )
    bushes = Cut()
    for _ in range(150):
        x, y = sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(500, 640)
        bushes.ellipse((x, y), sheet.chance.uniform(5, 16), sheet.chance.uniform(4, 9))
    sheet.fill(bushes.done(), mix(_LEAF, INK, 0.25))


def _bridge(sheet: Sheet) -> None:
    """Two stumps of the old stone bridge with nothing between them."""
    stone, arch, blocks = Cut(), Cut(), Cut()
    stone.polygon(
        outline(
            "-10,470 360,470 398,482 386,506 420,530 396,552 360,548 352,700 -10,700",
            placed(400, 0),
        )
    )
    stone.polygon(
        outline(
            "760,470 1040,470 1040,700 770,700 764,566 740,548 752,520 722,498 744,478",
            placed(400, 0),
        )
    )
    for left in (460, 640):
        arch.ellipse((left, 640), 66, 86)
        arch.rectangle(left - 66, 640, left + 66, 720)
    arch.ellipse((1300, 640), 70, 88)
    arch.rectangle(1230, 640, 1370, 720)
    for _ in range(26):
        x, y = sheet.chance.gauss(960, 90), sheet.chance.uniform(664, 716)
        stone.polygon([(x, y), (x + 26, y - 10), (x + 40, y + 8), (x + 10, y + 18)])
    for row in range(9):
        for left in (*range(400, 800, 46), *range(1150, 1440, 46)):
            start, level = left + (row % 2) * 22, 486 + row * 24
            blocks.line([(start, level), (start + 34, level)], 2)
    shape = stone.done()
    sheet.fill(shape, mix(SAND, INK, 0.3))
    sheet.stipple(vertical(470, 700, 0, 190), mix(_EARTH, INK, 0.5), shape)
    sheet.wash(vertical(0, 1, 110, 110), INK, both(blocks.done(), shape))
    sheet.fill(arch.done(), mix(_EARTH, INDIGO, 0.42))


def _ground(sheet: Sheet) -> None:
    """The near slope, with furrows that follow it."""
    slope, furrows = Cut(), Cut()
    brow = [(x, 716 - 26 * math.sin(x / 420) + 0.03 * x) for x in range(-20, WIDTH + 40, 20)]
    slope.polygon([(-20, HEIGHT + 10), *brow, (WIDTH + 20, HEIGHT + 10)])
    shape = slope.done()
    sheet.fill(shape, _EARTH)
    sheet.stipple(vertical(690, 1000, 210, 0), mix(SAND, PAPER, 0.4), shape)
    sheet.stipple(vertical(880, HEIGHT, 0, 170), mix(_EARTH, INK, 0.35), shape)
    for i in range(20):
        lift = 20 + i * i * 1.7 + i * 12
        furrows.line(
            [(x, y + lift + 0.05 * lift * math.sin(x / 260 + i)) for x, y in brow], 1.6 + i * 0.16
        )
    sheet.wash(vertical(0, 1, 76, 76), mix(CINNABAR, INK, 0.3), both(furrows.done(), shape))


def _road(sheet: Sheet) -> None:
    """The track: down from the village, through the dry bed, out at our feet."""
    road, ruts = Cut(), Cut()
    left = [
        *curve((1660, 726), (1800, 800), (1480, 836)),
        *curve((1480, 836), (760, 880), (560, 980)),
        *curve((560, 980), (420, 1080), (520, 1300)),
    ]
    right = [
        *curve((1690, 726), (1880, 820), (1500, 872)),
        *curve((1500, 872), (980, 930), (900, 1010)),
        *curve((900, 1010), (860, 1090), (1120, 1300)),
    ]
    road.polygon([*left, *reversed(right)])
    shape = road.done()
    sheet.fill(shape, mix(SAND, PAPER, 0.25))
    sheet.stipple(vertical(720, HEIGHT, 40, 170), mix(_EARTH, SAND, 0.3), shape)
    for share in (0.28, 0.7):
        ruts.line(
            [
                (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
                for a, b in zip(left, right, strict=True)
            ],
            9,
        )
    sheet.wash(vertical(720, HEIGHT, 70, 170), mix(_EARTH, INK, 0.35), both(ruts.done(), shape))


def _village(sheet: Sheet) -> None:
    """The next village on the brow, where the track goes."""
    walls, sides, holes = Cut(), Cut(), Cut()
    for x, y, wide, tall in (
        (1560, 742, 70, 60),
        (1640, 720, 80, 84),
        (1740, 738, 90, 66),
        (1830, 730, 80, 92),
        (1700, 700, 50, 60),
    ):
        walls.rectangle(x, y - tall, x + wide, y)
        sides.rectangle(x + wide * 0.62, y - tall, x + wide, y)
        holes.rectangle(x + 12, y - tall + 18, x + 24, y - tall + 36)
        holes.rectangle(x + wide * 0.4, y - 34, x + wide * 0.4 + 14, y)
    walls.rectangle(1608, 580, 1628, 742)
    walls.ellipse((1618, 580), 14, 20)
    sheet.fill(walls.done(), mix(PAPER, SAND, 0.5))
    sheet.fill(sides.done(), mix(SAND, INDIGO, 0.35))
    sheet.fill(holes.done(), mix(INK, CINNABAR, 0.3))


def _dust(sheet: Sheet) -> None:
    """Dust that rolls away behind the van, up the track it came by."""
    for i in range(13):
        x, y = 1290 + i * 34, 940 - i * 10 + 12 * math.sin(i * 2)
        reach = 60 + i * 9
        sheet.stipple(
            radial((x, y - reach * 0.4), reach * 1.5, reach, 170 - i * 9), mix(PAPER, SAND, 0.3)
        )


def _van(sheet: Sheet, at: Place) -> None:
    """The van in profile, facing left: a high body, a window, a red rhomb, an awning rolled up."""
    x, y = at(0, 0)
    shade, body, glass, dark, red = Cut(), Cut(), Cut(), Cut(), Cut()
    shade.ellipse(at(0, 8), 300, 26)
    sheet.stipple(vertical(0, 1, 215, 215), mix(_EARTH, INK, 0.6), shade.done())
    body.polygon(
        [
            at(-250, -30),
            *curve(at(-256, -90), at(-250, -110), at(-210, -124)),
            at(-176, -200),
            at(-150, -252),
            at(210, -258),
            at(226, -240),
            at(226, -30),
        ]
    )
    shape = body.done()
    sheet.fill(shape, mix(PAPER, (255, 255, 255), 0.5))
    sheet.stipple(vertical(y - 150, y, 0, 220), mix(INDIGO, SAND, 0.45), shape)
    sheet.stipple(horizontal(x + 60, x + 270, 0, 170), mix(INDIGO, SAND, 0.35), shape)
    glass.polygon(outline("-196,-130 -166,-196 -118,-196 -118,-130", at))
    glass.polygon(outline("20,-220 110,-220 110,-160 20,-160", at))
    panes = glass.done()
    sheet.fill(panes, mix(INDIGO, INK, 0.35))
    sheet.stipple(vertical(y - 240, y - 130, 190, 0), mix(INDIGO, PAPER, 0.6), panes)
    red.polygon(outline("-44,-190 -8,-150 -44,-110 -80,-150", at))
    red.polygon(outline("-252,-72 226,-72 226,-54 -254,-54", at))
    red.polygon(outline("-130,-258 200,-262 206,-276 -124,-274", at))
    sheet.fill(red.done(), CINNABAR)
    dark.line(outline("-110,-240 -110,-36", at), 3)
    dark.line(outline("130,-232 130,-36", at), 3)
    dark.rectangle(*at(-262, -44), *at(230, -26))
    for wheel in (-160, 140):
        dark.ellipse(at(wheel, -24), 50)
    dark.polygon(outline("-214,-150 -236,-160 -236,-128 -214,-126", at))
    sheet.fill(dark.done(), INK)
    hubs = Cut()
    for wheel in (-160, 140):
        hubs.ellipse(at(wheel, -24), 21)
    hubs.ellipse(at(-246, -88), 11, 15)
    sheet.fill(hubs.done(), mix(SAND, INK, 0.15))
    driver = Cut()
    driver.ellipse(at(-142, -158), 17, 20)
    driver.polygon(outline("-164,-130 -158,-142 -126,-142 -120,-130", at))
    sheet.fill(driver.done(), mix(SAND, CINNABAR, 0.5))


def _tree(sheet: Sheet) -> None:
    """A wide old tree at the left, its shade on the ground."""
    shade, trunk, crown = Cut(), Cut(), Cut()
    shade.ellipse((330, 1120), 430, 70)
    sheet.stipple(vertical(0, 1, 200, 200), mix(_EARTH, INK, 0.55), shade.done())
    trunk.polygon(
        [
            *curve((210, 1130), (262, 1000), (236, 800)),
            (292, 800),
            *curve((300, 900), (290, 1040), (346, 1130)),
        ]
    )
    trunk.line([(262, 900), (150, 760), (110, 640)], 26)
    trunk.line([(272, 860), (400, 740), (470, 650)], 24)
    wood = trunk.done()
    sheet.fill(wood, mix(INK, CINNABAR, 0.25))
    sheet.stipple(horizontal(240, 350, 0, 190), mix(SAND, CINNABAR, 0.35), wood)
    for count, spread, ink in (
        (240, 1.0, mix(_LEAF, INK, 0.5)),
        (170, 0.9, mix(_LEAF, INK, 0.2)),
        (90, 0.74, mix(_LEAF, SAFFRON, 0.3)),
    ):
        crown = Cut()
        for _ in range(count):
            turn, reach = sheet.chance.uniform(0, 6.3), sheet.chance.uniform(0, 1) ** 0.5 * spread
            lift = 40 if spread < 0.95 else 0
            crown.ellipse(
                (
                    280 + (1 - spread) * 90 + 400 * reach * math.cos(turn),
                    560 - lift + 230 * reach * math.sin(turn),
                ),
                sheet.chance.uniform(16, 34),
                sheet.chance.uniform(12, 24),
            )
        sheet.fill(crown.done(), ink)


def _waiting(sheet: Sheet) -> None:
    """A queue in the shade: an old man, a mother, children, one who waves."""
    cloth = {
        INDIGO: Cut(),
        CINNABAR: Cut(),
        PAPER: Cut(),
        mix(SAFFRON, SAND, 0.2): Cut(),
        INK: Cut(),
    }
    inks = list(cloth)
    skin, hair, props = Cut(), Cut(), Cut()
    for place, (x, y, size, ink) in enumerate(
        (
            (150, 1130, 1.2, 2),
            (262, 1150, 1.16, 0),
            (352, 1158, 0.72, 1),
            (430, 1140, 1.14, 4),
            (520, 1150, 0.66, 3),
            (606, 1120, 1.1, 1),
        )
    ):
        at = placed(x, y, size)
        cloth[inks[ink]].polygon(
            outline("-44,0 -40,-110 -34,-168 -16,-184 16,-184 34,-168 40,-110 44,0", at)
        )
        skin.ellipse(at(3, -212), 21 * size, 25 * size)
        if place in (1, 3, 5):
            hair.polygon(
                [
                    *curve(at(-24, -178), at(-38, -246), at(0, -246)),
                    *curve(at(0, -246), at(24, -244), at(22, -222)),
                    at(-4, -218),
                    at(6, -186),
                ]
            )
        else:
            hair.polygon(
                [*curve(at(-22, -204), at(-26, -244), at(4, -240)), at(24, -226), at(-2, -224)]
            )
    at = placed(606, 1120, 1.1)
    cloth[CINNABAR].line(outline("28,-160 74,-210 88,-264", at), 19)
    skin.ellipse(at(90, -274), 12)
    props.line([(196, 1140), (190, 1010), (176, 1002)], 7)
    props.polygon(outline("0,0 44,0 40,-40 4,-40", placed(470, 1146)))
    for colour, cut in cloth.items():
        shape = cut.done()
        sheet.fill(shape, colour)
        sheet.stipple(vertical(900, 1160, 30, 150), mix(INK, INDIGO, 0.3), shape)
    sheet.fill(skin.done(), mix(mix(SAND, CINNABAR, 0.45), INK, 0.2))
    sheet.fill(hair.done(), mix(INK, INDIGO, 0.2))
    sheet.fill(props.done(), mix(INK, CINNABAR, 0.3))
