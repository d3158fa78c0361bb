"""A coppersmiths' workshop: trays on the wall, a bowl on the stake, a hammer in the air."""

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

_COPPER: Colour = (190, 96, 52)
_WALL = mix(mix(_COPPER, NIGHT, 0.72), INK, 0.2)
_SKIN = mix(mix(SAND, CINNABAR, 0.45), INK, 0.2)


def copper() -> Image.Image:
    """An old smith and a girl with a tool of her own; the forge lights the metal on the wall."""
    sheet = Sheet(239, _WALL)
    _room(sheet)
    _window(sheet)
    for x, y, reach, kind in (
        (250, 250, 168, 0), (590, 210, 128, 1), (880, 270, 176, 2), (1210, 200, 120, 0),
        (420, 560, 116, 2), (1120, 520, 96, 1), (690, 500, 92, 0),
    ):  # fmt: skip
        _tray(sheet, (x, y), reach, kind)
    _forge(sheet)
    _shelf(sheet)
    _bench(sheet)
    _smith(sheet)
    _girl(sheet)
    _floor(sheet)
    _sparks(sheet)
    return sheet.printed()


def _room(sheet: Sheet) -> None:
    """Plaster and smoke, warm on the side of the fire."""
    stones, floor = Cut(), Cut()
    sheet.stipple(radial((1560, 820), 1250, 900, 235), mix(_COPPER, CINNABAR, 0.35))
    sheet.stipple(radial((1560, 860), 560, 440, 190), mix(SAFFRON, _COPPER, 0.3))
    for _ in range(120):
        x, y = sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(0, 1000)
        stones.line(
            [(x, y), (x + sheet.chance.uniform(30, 110), y + sheet.chance.uniform(-5, 5))], 2
        )
    sheet.wash(vertical(0, 1, 70, 70), INK, stones.done())
    floor.rectangle(-10, 1080, WIDTH + 10, HEIGHT + 10)
    sheet.fill(floor.done(), mix(_WALL, INK, 0.3))
    sheet.stipple(radial((1480, 1120), 900, 190, 220), mix(_COPPER, SAFFRON, 0.3), floor.done())


def _window(sheet: Sheet) -> None:
    """A small arched opening with the blue of the lane and a passing hat."""
    hole, bars, ray = Cut(), Cut(), Cut()
    hole.rectangle(20, 560, 180, 800)
    hole.ellipse((100, 562), 80)
    shape = hole.done()
    sheet.fill(shape, mix(INDIGO, PAPER, 0.55))
    sheet.stipple(vertical(560, 820, 0, 190), mix(INDIGO, NIGHT, 0.2), shape)
    passer = Cut()
    passer.ellipse((128, 700), 22, 26)
    passer.polygon([(84, 806), (94, 730), (164, 730), (174, 806)])
    passer.polygon([(100, 688), (158, 688), (150, 664), (110, 664)])
    sheet.fill(both(passer.done(), shape), NIGHT)
    for x in (60, 100, 140):
        bars.line([(x, 480), (x, 800)], 5)
    bars.line([(20, 660), (180, 660)], 5)
    sheet.fill(both(bars.done(), shape), INK)
    ray.polygon([(20, 520), (180, 520), (700, 1090), (330, 1090)])
    sheet.stipple(vertical(500, 1100, 90, 10), mix(INDIGO, PAPER, 0.6), ray.done())


def _tray(sheet: Sheet, centre: Point, reach: float, kind: int) -> None:
    """A round tray: rim, rings, a star or petals beaten into it, and the fire's light on it."""
    x, y = centre
    shade, disc, rings, dots = Cut(), Cut(), Cut(), Cut()
    shade.ellipse((x - reach * 0.1, y + reach * 0.14), reach * 1.02)
    sheet.stipple(vertical(0, 1, 210, 210), mix(INK, NIGHT, 0.4), shade.done())
    disc.ellipse(centre, reach)
    shape = disc.done()
    sheet.fill(shape, mix(_COPPER, INK, 0.18))
    sheet.stipple(
        radial((x + reach * 0.5, y + reach * 0.5), reach * 1.2, None, 255),
        mix(_COPPER, SAFFRON, 0.62),
        shape,
    )
    sheet.stipple(
        radial((x - reach * 0.7, y - reach * 0.6), reach, None, 210), mix(_COPPER, INK, 0.72), shape
    )
    for share in (0.95, 0.84, 0.8, 0.48, 0.44):
        rings.arc(centre, reach * share, (0, 360), 2.6)

    def at(turn: float, share: float) -> Point:
        return (x + reach * share * math.cos(turn), y + reach * share * math.sin(turn))

    points = (8, 12, 16)[kind]
    for step in range(points):
        turn = step * math.tau / points
        tip, half = at(turn, 0.78), math.tau / points / 2
        low, high = at(turn - half, 0.5), at(turn + half, 0.5)
        rings.line([low, tip, high], 2.6)
        if kind == 1:
            rings.line(curve(low, tip, high), 2.2)
        dots.ellipse(at(turn + half, 0.89), reach * 0.022)
        rings.line([at(turn, 0.4), at(turn + half, 0.12)], 2)
    dots.ellipse(centre, reach * 0.06)
    sheet.wash(vertical(0, 1, 190, 190), mix(_COPPER, INK, 0.78), rings.done())
    sheet.fill(dots.done(), mix(SAFFRON, PAPER, 0.3))
    glint = Cut()
    glint.arc(centre, reach * 0.975, (10, 84), reach * 0.045)
    sheet.fill(glint.done(), mix(SAFFRON, PAPER, 0.62))


def _forge(sheet: Sheet) -> None:
    """The hearth under its hood, coals and flames, tongs that hang from the hood."""
    hood, mouth, bricks, fire = Cut(), Cut(), Cut(), Cut()
    hood.polygon([(1340, 640), (1470, 280), (1500, -10), (1800, -10), (1820, 280), (1930, 640)])
    hood.rectangle(1330, 630, 1930, 672)
    hood.rectangle(1370, 900, 1930, 1110)
    shape = hood.done()
    sheet.fill(shape, mix(_WALL, INK, 0.35))
    sheet.stipple(radial((1630, 760), 430, 330, 230), mix(CINNABAR, _COPPER, 0.5), shape)
    for level in range(44):
        bricks.line([(1330, 10 + level * 25), (1930, 10 + level * 25)], 1.8)
        for place in range(12):
            x = 1330 + place * 52 + (level % 2) * 26
            bricks.line([(x, 10 + level * 25), (x, 35 + level * 25)], 1.6)
    sheet.wash(vertical(0, 1, 120, 120), INK, both(bricks.done(), shape))
    mouth.rectangle(1396, 672, 1930, 904)
    inside = mouth.done()
    sheet.fill(inside, mix(CINNABAR, INK, 0.55))
    sheet.stipple(radial((1660, 900), 330, 260, 255), mix(CINNABAR, SAFFRON, 0.42), inside)
    for place in range(13):
        x = 1440 + place * 38
        tall = sheet.chance.uniform(70, 170) * (1 - abs(place - 6) / 11)
        fire.polygon(
            [
                *curve((x - 34, 904), (x - 20, 860), (x + 4, 904 - tall)),
                *curve((x + 4, 904 - tall), (x + 26, 860), (x + 34, 904)),
            ]
        )
    sheet.fill(both(fire.done(), inside), mix(SAFFRON, CINNABAR, 0.2))
    core, coals = Cut(), Cut()
    for place in range(9):
        x = 1490 + place * 40
        core.polygon(
            [
                *curve((x - 20, 904), (x - 8, 880), (x, 846)),
                *curve((x, 846), (x + 12, 880), (x + 20, 904)),
            ]
        )
    sheet.fill(both(core.done(), inside), mix(SAFFRON, PAPER, 0.6))
    for _ in range(60):
        coals.ellipse(
            (sheet.chance.uniform(1400, 1930), sheet.chance.uniform(890, 914)),
            sheet.chance.uniform(8, 18),
            9,
        )
    sheet.fill(coals.done(), mix(INK, CINNABAR, 0.2))
    tongs = Cut()
    for x in (1410, 1460, 1880):
        tongs.line([(x, 650), (x + 8, 770), (x - 6, 830)], 6)
        tongs.line([(x + 10, 650), (x + 2, 770), (x + 18, 830)], 6)
    sheet.fill(tongs.done(), INK)


def _shelf(sheet: Sheet) -> None:
    """Coffee pots in three sizes on a plank, and jugs below it."""
    plank = Cut()
    plank.rectangle(200, 726, 1010, 744)
    plank.polygon([(260, 744), (280, 744), (260, 790)])
    plank.polygon([(930, 744), (950, 744), (950, 790)])
    pots, rims = Cut(), Cut()
    for x, size in ((286, 0.9), (400, 0.72), (500, 1.0), (640, 0.8), (752, 0.94), (880, 0.76)):
        at = placed(x, 726, size)
        pots.polygon(
            outline("-38,0 -38,0~-46,-50~-18,-82 -24,-112 24,-112 18,-82 18,-82~46,-50~38,0", at)
        )
        pots.polygon(outline("-26,-112 0,-146 26,-112", at))
        pots.ellipse(at(0, -150), 6 * size)
        pots.polygon(outline("-34,-56 -34,-56~-70,-66~-74,-112 -66,-100~-56,-76~-30,-74", at))
        rims.line([*curve(at(26, -92), at(80, -90), at(38, -26))], 7 * size)
    vessels = pots.done()
    sheet.fill(rims.done(), mix(_COPPER, INK, 0.5))
    sheet.fill(vessels, mix(_COPPER, INK, 0.12))
    sheet.stipple(vertical(560, 726, 60, 170), mix(_COPPER, INK, 0.7), vessels)
    sheet.fill(plank.done(), mix(INK, _COPPER, 0.2))
    shine = Cut()
    for x, size in ((286, 0.9), (400, 0.72), (500, 1.0), (640, 0.8), (752, 0.94), (880, 0.76)):
        at = placed(x, 726, size)
        shine.polygon(outline("20,-8 26,-8~34,-46~10,-78 6,-76~22,-46~16,-8", at))
    sheet.fill(shine.done(), mix(SAFFRON, PAPER, 0.4))


def _bench(sheet: Sheet) -> None:
    """A tree trunk with an iron stake, the bowl on it."""
    trunk, rings, stake, bowl = Cut(), Cut(), Cut(), Cut()
    trunk.polygon([(870, 1190), (886, 980), (1074, 980), (1094, 1190)])
    trunk.ellipse((980, 1190), 112, 24)
    shape = trunk.done()
    sheet.fill(shape, mix(mix(SAND, _COPPER, 0.5), INK, 0.42))
    sheet.stipple(horizontal(900, 1090, 0, 200), mix(SAFFRON, _COPPER, 0.5), shape)
    for place in range(8):
        rings.line([(890 + place * 26, 1000), (880 + place * 28, 1190)], 2)
    sheet.wash(vertical(0, 1, 130, 130), INK, both(rings.done(), shape))
    top = Cut()
    top.ellipse((980, 980), 94, 22)
    sheet.fill(top.done(), mix(SAND, _COPPER, 0.4))
    stake.polygon([(960, 982), (968, 880), (1000, 880), (1004, 982)])
    sheet.fill(stake.done(), INK)
    bowl.polygon(
        [
            *curve((846, 884), (860, 760), (984, 756)),
            *curve((984, 756), (1108, 760), (1122, 884)),
            (1110, 896),
            (858, 896),
        ]
    )
    metal = bowl.done()
    sheet.fill(metal, _COPPER)
    sheet.stipple(radial((1080, 800), 150, 110, 255), mix(SAFFRON, PAPER, 0.35), metal)
    sheet.stipple(horizontal(840, 960, 220, 0), mix(_COPPER, INK, 0.7), metal)
    dents = Cut()
    for level in range(6):
        for place in range(18):
            x = 862 + place * 15 + (level % 2) * 7
            dents.ellipse((x, 782 + level * 20), 5, 4)
    sheet.wash(vertical(0, 1, 110, 110), mix(_COPPER, INK, 0.6), both(dents.done(), metal))


def _smith(sheet: Sheet) -> None:
    """The old smith on a low stool, hammer raised, his left hand on the rim."""
    at = placed(720, 1150, 1.16)
    stool, robe, apron, skin, hair = Cut(), Cut(), Cut(), Cut(), Cut()
    stool.polygon(outline("-110,-70 70,-70 66,-44 -106,-44", at))
    stool.polygon(outline("-96,-44 -76,-44 -86,50 -104,50", at))
    stool.polygon(outline("40,-44 60,-44 66,50 50,50", at))
    sheet.fill(stool.done(), INK)
    robe.polygon(
        outline(
            "-104,-60 -112,-180~-104,-300~-44,-336 10,-344 70,-330~92,-280~84,-190 96,-100 "
            "180,-104~216,-90~214,-40 206,50 150,50 150,-24 30,-30 -40,-40",
            at,
        )
    )
    cloth = robe.done()
    sheet.fill(cloth, mix(INDIGO, NIGHT, 0.35))
    sheet.stipple(horizontal(640, 900, 0, 170), mix(INDIGO, SAFFRON, 0.42), cloth)
    apron.polygon(
        outline("20,-300 80,-260 88,-110 190,-96 196,20 160,20 150,-30 40,-40 20,-160", at)
    )
    leather = apron.done()
    sheet.fill(leather, mix(mix(_COPPER, CINNABAR, 0.3), INK, 0.5))
    sheet.stipple(horizontal(740, 940, 0, 190), mix(SAFFRON, _COPPER, 0.4), leather)
    arm, hammer = Cut(), Cut()
    arm.line(outline("-10,-306 110,-346 168,-440", at), 40)
    arm.line(outline("50,-290 130,-250 180,-284", at), 36)
    sleeves = arm.done()
    sheet.fill(sleeves, mix(INDIGO, NIGHT, 0.1))
    sheet.stipple(horizontal(700, 940, 0, 190), mix(INDIGO, SAFFRON, 0.5), sleeves)
    skin.ellipse(at(176, -456), 21)
    skin.ellipse(at(190, -290), 21, 17)
    skin.ellipse(at(24, -394), 42, 50)
    skin.polygon(outline("58,-410 76,-386 60,-376", at))
    skin.rectangle(*at(-4, -356), *at(36, -330))
    flesh = skin.done()
    sheet.fill(flesh, _SKIN)
    sheet.stipple(horizontal(740, 830, 0, 190), mix(SAFFRON, SAND, 0.3), flesh)
    hair.polygon(
        outline("-22,-396~-30,-452~26,-450 26,-450~66,-446~62,-418 20,-420 6,-388 -10,-380", at)
    )
    sheet.fill(hair.done(), mix(CINNABAR, INK, 0.3))
    beard = Cut()
    beard.polygon(
        outline("10,-388 34,-374 62,-374 62,-362~56,-320~24,-322 6,-326~2,-360~10,-388", at)
    )
    sheet.fill(beard.done(), mix(PAPER, SAND, 0.3))
    hammer.line([at(150, -420), at(214, -520)], 10)
    hammer.polygon(outline("184,-536 202,-560 268,-516 250,-492", at))
    sheet.fill(hammer.done(), INK)
    shine = Cut()
    shine.line(outline("206,-554 264,-516", at), 5)
    sheet.fill(shine.done(), mix(SAFFRON, PAPER, 0.3))


def _girl(sheet: Sheet) -> None:
    """The apprentice, on the fire's side, engraving a small tray on her knees."""
    at: Place = placed(1270, 1160, 1.02, -1)
    stool, dress, skin, scarf, tray = Cut(), Cut(), Cut(), Cut(), Cut()
    stool.polygon(outline("-80,-50 70,-50 80,60 -90,60", at))
    sheet.fill(stool.done(), mix(INK, _COPPER, 0.12))
    dress.polygon(
        outline(
            "-84,-40 -90,-140~-80,-230~-30,-262 14,-266 60,-250~76,-200~72,-140 "
            "150,-136~196,-110~192,-50 190,70 130,70 126,-20 0,-20",
            at,
        )
    )
    cloth = dress.done()
    sheet.fill(cloth, mix(CINNABAR, INK, 0.22))
    sheet.stipple(horizontal(1240, 1380, 0, 200), mix(SAFFRON, CINNABAR, 0.3), cloth)
    tray.ellipse(at(132, -146), 74, 22)
    sheet.fill(tray.done(), mix(_COPPER, SAFFRON, 0.45))
    rim = Cut()
    rim.line([(x, y) for x, y in curve(at(60, -150), at(132, -176), at(204, -150))], 4)
    sheet.fill(rim.done(), mix(SAFFRON, PAPER, 0.5))
    sleeves = Cut()
    sleeves.line(outline("10,-230 70,-176 116,-182", at), 28)
    sheet.fill(sleeves.done(), mix(CINNABAR, INK, 0.36))
    skin.ellipse(at(122, -186), 16, 13)
    skin.ellipse(at(24, -304), 36, 42)
    skin.polygon(outline("52,-316 68,-296 54,-288", at))
    flesh = skin.done()
    sheet.fill(flesh, _SKIN)
    scarf.polygon(
        outline(
            "-26,-256~-44,-366~22,-360 22,-360~62,-356~56,-324 22,-330 8,-296 22,-262 -10,-236", at
        )
    )
    sheet.fill(scarf.done(), mix(SAFFRON, SAND, 0.25))
    sheet.stipple(horizontal(1230, 1290, 210, 0), mix(SAFFRON, CINNABAR, 0.55), scarf.done())
    tool = Cut()
    tool.line(outline("112,-192 142,-152", at), 6)
    sheet.fill(tool.done(), INK)


def _floor(sheet: Sheet) -> None:
    """Finished bowls and a cat by the warmth."""
    bowls, inside, cat = Cut(), Cut(), Cut()
    for x, y, reach in ((250, 1150, 100), (420, 1200, 72), (120, 1210, 64)):
        bowls.polygon(
            [
                (x - reach, y - 20),
                *curve((x - reach, y - 20), (x - reach * 0.7, y + 66), (x, y + 64)),
                *curve((x, y + 64), (x + reach * 0.7, y + 66), (x + reach, y - 20)),
            ]
        )
        inside.ellipse((x, y - 20), reach, reach * 0.26)
    metal = bowls.done()
    sheet.fill(metal, mix(_COPPER, INK, 0.2))
    sheet.stipple(vertical(1130, 1270, 0, 200), mix(_COPPER, INK, 0.75), metal)
    sheet.fill(inside.done(), mix(_COPPER, INK, 0.55))
    lip = Cut()
    for x, y, reach in ((250, 1150, 100), (420, 1200, 72), (120, 1210, 64)):
        lip.line(
            [
                (x + reach * math.cos(a / 10), y - 20 + reach * 0.26 * math.sin(a / 10))
                for a in range(32)
            ],
            4,
        )
    sheet.fill(lip.done(), mix(SAFFRON, PAPER, 0.3))
    at = placed(1640, 1196)
    cat.polygon(outline("-90,20~-96,-50~-10,-50 -10,-50~80,-50~84,20", at))
    cat.ellipse(at(-84, -6), 34, 28)
    cat.polygon(outline("-112,-22 -112,-52 -92,-34", at))
    cat.polygon(outline("-78,-34 -62,-54 -56,-24", at))
    cat.line(outline("70,14~120,26~40,30 -30,26", at), 15)
    fur = cat.done()
    sheet.fill(fur, INK)
    sheet.stipple(vertical(1140, 1200, 190, 0), mix(CINNABAR, SAFFRON, 0.4), fur)


def _sparks(sheet: Sheet) -> None:
    """Sparks over the fire."""
    sparks = Cut()
    for _ in range(70):
        x = sheet.chance.gauss(1640, 130)
        sparks.ellipse((x, sheet.chance.uniform(560, 880)), sheet.chance.choice((2, 3, 4)))
    sheet.fill(sparks.done(), mix(SAFFRON, PAPER, 0.3))
