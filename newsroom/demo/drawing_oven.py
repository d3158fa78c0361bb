"""A bakery in the small hours, lit by its oven."""

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
    curve,
    horizontal,
    mix,
    outline,
    placed,
    radial,
    vertical,
)

_SOOT = mix(mix(CINNABAR, INK, 0.78), NIGHT, 0.2)
_MOUTH = (1240.0, 640.0)


def oven() -> Image.Image:
    """Two at work before the fire: one with the long peel, one at the dough."""
    sheet = Sheet(137, _SOOT)
    _bricks(sheet)
    _mouth(sheet)
    _floor(sheet)
    _rack(sheet)
    _table(sheet)
    _baker(sheet)
    sheet.stipple(radial((250, 200), 900, 700, 150), mix(NIGHT, INK, 0.4))
    return sheet.printed()


def _bricks(sheet: Sheet) -> None:
    """The brick front, warm around the mouth and lost in the dark elsewhere."""
    bricks, pale = Cut(), Cut()
    for row in range(24):
        shift = (row % 2) * 44
        for column in range(-1, 23):
            x, y = column * 88 + shift + sheet.chance.uniform(-2, 2), 12 + row * 42
            cut = pale if sheet.chance.random() < 0.22 else bricks
            cut.rectangle(x, y, x + 82, y + 36)
    wall = bricks.done()
    sheet.fill(wall, mix(_SOOT, CINNABAR, 0.2))
    sheet.fill(pale.done(), mix(_SOOT, CINNABAR, 0.34))
    sheet.stipple(radial(_MOUTH, 900, 760, 235), mix(CINNABAR, SAFFRON, 0.22), wall)
    sheet.stipple(radial(_MOUTH, 560, 520, 200), mix(SAFFRON, CINNABAR, 0.35), wall)


def _mouth(sheet: Sheet) -> None:
    """An arch of wedge stones; inside it fire, a glowing floor and loaves."""
    x, y = _MOUTH
    stones, joints, hole = Cut(), Cut(), Cut()
    stones.ellipse((x, y), 430, 400)
    stones.rectangle(x - 430, y, x + 430, y + 190)
    sheet.fill(stones.done(), mix(mix(SAND, CINNABAR, 0.5), INK, 0.34))
    sheet.stipple(radial((x, y + 40), 520, 500, 210), mix(SAFFRON, SAND, 0.3), stones.done())
    for turn in range(0, 181, 12):
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        joints.line([(x + 300 * c, y - 280 * s), (x + 434 * c, y - 404 * s)], 4)
    for level in (60, 125):
        joints.line([(x - 434, y + level), (x - 300, y + level)], 4)
        joints.line([(x + 300, y + level), (x + 434, y + level)], 4)
    sheet.fill(joints.done(), mix(_SOOT, INK, 0.4))
    hole.ellipse((x, y), 310, 285)
    hole.rectangle(x - 310, y, x + 310, y + 150)
    inside = hole.done()
    sheet.fill(inside, mix(CINNABAR, INK, 0.25))
    sheet.stipple(radial((x + 60, y + 20), 430, 330), mix(CINNABAR, SAFFRON, 0.45), inside)
    sheet.wash(radial((x + 110, y + 10), 330, 260, 230), SAFFRON, inside)
    _fire(sheet, inside)
    _loaves(sheet, inside)


def _fire(sheet: Sheet, inside: Image.Image) -> None:
    """Tongues of flame at the back of the oven."""
    x, y = _MOUTH
    for ink, reach, count in (
        (mix(CINNABAR, SAFFRON, 0.3), 210, 15),
        (SAFFRON, 150, 13),
        (mix(SAFFRON, PAPER, 0.6), 84, 9),
    ):
        flames = Cut()
        for i in range(count):
            left = x - 190 + 420 * i / (count - 1)
            tall = reach * sheet.chance.uniform(0.55, 1.1) * (1 - 0.35 * abs(i / (count - 1) - 0.6))
            lean = sheet.chance.uniform(-36, 30)
            tip = (left + lean, y + 62 - tall)
            flames.polygon([
                *curve((left - 34, y + 66), (left - 30, y + 10 - tall * 0.3), tip),
                *curve(tip, (left + 26, y + 20 - tall * 0.2), (left + 34, y + 66)),
            ])  # fmt: skip
        sheet.fill(both(flames.done(), inside), ink)


def _loaves(sheet: Sheet, inside: Image.Image) -> None:
    """The hearth with rounds of bread, dark below and gilded on top."""
    x, y = _MOUTH
    hearth, under, crust = Cut(), Cut(), Cut()
    hearth.polygon([(x - 320, y + 152), (x - 240, y + 62), (x + 250, y + 62), (x + 320, y + 152)])
    sheet.fill(both(hearth.done(), inside), mix(SAFFRON, CINNABAR, 0.55))
    for row, count in ((78, 5), (104, 4), (134, 4)):
        for i in range(count):
            wide = 34 + (row - 78) * 0.22
            cx = x - 190 + i * (400 / count) + (row % 3) * 14
            under.ellipse((cx, y + row + 5), wide, wide * 0.34)
            crust.ellipse((cx, y + row - 3), wide * 0.96, wide * 0.36)
    sheet.fill(both(under.done(), inside), mix(CINNABAR, INK, 0.5))
    sheet.fill(both(crust.done(), inside), mix(SAND, SAFFRON, 0.6))


def _floor(sheet: Sheet) -> None:
    """Flagstones with the light of the fire spilled on them."""
    floor, seams, spill = Cut(), Cut(), Cut()
    floor.rectangle(0, 1000, WIDTH, HEIGHT)
    floor.rectangle(780, 820, 1720, 1000)
    ground = floor.done()
    sheet.fill(ground, mix(_SOOT, INK, 0.35))
    ledge = Cut()
    ledge.rectangle(760, 800, 1740, 834)
    sheet.fill(ledge.done(), mix(mix(SAND, CINNABAR, 0.35), INK, 0.12))
    spill.polygon([(930, 834), (1550, 834), (1980, 1290), (330, 1290)])
    sheet.stipple(
        vertical(820, 1330, 240, 30), mix(CINNABAR, SAFFRON, 0.5), both(spill.done(), ground)
    )
    for i in range(-12, 13):
        seams.line([(1240 + i * 120, 1000), (1240 + i * 260, HEIGHT)], 3)
    for y in (1000, 1052, 1128, 1230):
        seams.line([(0, y), (WIDTH, y)], 3)
    sheet.wash(vertical(0, 1, 150, 150), INK, seams.done())


def _rack(sheet: Sheet) -> None:
    """Shelves with baked rounds at the far right, catching the light from their left."""
    frame, bread = Cut(), Cut()
    for x in (1742, 1916):
        frame.rectangle(x - 8, 300, x + 8, 1130)
    for level in range(7):
        y = 380 + level * 108
        frame.rectangle(1734, y, 1930, y + 9)
        for place in range(3):
            bread.ellipse((1778 + place * 54, y - 16), 34, 17)
            bread.ellipse((1800 + place * 54, y - 34), 32, 14)
    loaves = bread.done()
    sheet.fill(loaves, mix(mix(SAND, SAFFRON, 0.4), INK, 0.42))
    sheet.stipple(horizontal(1720, 1900, 255, 60), mix(SAFFRON, SAND, 0.3), loaves)
    sheet.fill(frame.done(), INK)


def _table(sheet: Sheet) -> None:
    """The woman at the trough, her dough and the jar that she guards."""
    at = placed(330, 1010)
    body, apron, skin, scarf = Cut(), Cut(), Cut(), Cut()
    body.polygon(outline("-120,190 -128,-120 -96,-232 -30,-262 40,-246 84,-176 96,-60 104,190", at))
    shape = body.done()
    sheet.fill(shape, mix(INDIGO, INK, 0.45))
    apron.polygon(outline("20,-200 74,-166 96,-40 100,190 -10,190 0,-60", at))
    sheet.fill(apron.done(), mix(SAND, INK, 0.28))
    light = horizontal(300, 440, 0, 230)
    sheet.stipple(light, mix(SAFFRON, CINNABAR, 0.3), apron.done())
    sheet.stipple(horizontal(330, 470, 0, 160), mix(CINNABAR, SAFFRON, 0.4), shape)
    skin.ellipse(at(46, -316), 44, 54)
    skin.polygon(outline("76,-322 98,-300 80,-290", at))
    for line in ("60,-196 132,-120 196,-34", "-60,-190 60,-96 148,-30"):
        skin.line(outline(line, at), 42)
    flesh = skin.done()
    sheet.fill(flesh, mix(mix(SAND, CINNABAR, 0.5), INK, 0.3))
    sheet.stipple(horizontal(330, 520, 0, 235), mix(SAFFRON, SAND, 0.5), flesh)
    scarf.polygon(
        [
            *curve(at(84, -352), at(20, -420), at(-30, -340)),
            *curve(at(-40, -270), at(-60, -230), at(-30, -210)),
            at(40, -246),
            at(16, -300),
            at(50, -352),
        ]
    )
    sheet.fill(scarf.done(), CINNABAR)
    sheet.stipple(horizontal(250, 430, 0, 150), SAFFRON, scarf.done())
    _trough(sheet)


def _trough(sheet: Sheet) -> None:
    """The table in front of her: rounds of dough, flour, the locked jar."""
    board, dough, jar, dust = Cut(), Cut(), Cut(), Cut()
    board.polygon([(-10, 1000), (720, 1000), (760, 1056), (-10, 1056)])
    board.rectangle(-10, 1056, 748, 1090)
    board.rectangle(650, 1080, 700, HEIGHT)
    wood = board.done()
    sheet.fill(wood, mix(mix(SAND, CINNABAR, 0.5), INK, 0.55))
    sheet.stipple(horizontal(100, 760, 0, 240), mix(SAFFRON, CINNABAR, 0.35), wood)
    dough.ellipse((510, 990), 118, 52)
    for i in range(5):
        dough.ellipse((60 + i * 66, 1022), 36, 17)
    for i in range(2):
        dough.ellipse((664, 1024 - i * 4), 34, 17)
    mass = dough.done()
    sheet.fill(mass, mix(mix(SAND, PAPER, 0.3), INK, 0.22))
    sheet.stipple(
        both(horizontal(20, 640, 20, 255), vertical(930, 1040, 255, 0)),
        mix(PAPER, SAFFRON, 0.35),
        mass,
    )
    jar.polygon(
        outline("-46,0 -62,-50 -48,-110 -34,-120 34,-120 48,-110 62,-50 46,0", placed(120, 1012))
    )
    jar.rectangle(80, 878, 160, 896)
    pot = jar.done()
    sheet.fill(pot, mix(CINNABAR, INK, 0.5))
    sheet.stipple(horizontal(110, 190, 0, 210), mix(SAFFRON, CINNABAR, 0.5), pot)
    for _ in range(90):
        dust.ellipse(
            (sheet.chance.gauss(480, 150), sheet.chance.gauss(1036, 12)),
            sheet.chance.uniform(1, 5),
            1.6,
        )
    sheet.fill(dust.done(), mix(PAPER, SAFFRON, 0.2))


def _baker(sheet: Sheet) -> None:
    """He stands dark against the fire and feeds it with the long peel."""
    at = placed(800, 1180)
    peel = Cut()
    peel.line([at(-150, -360), at(400, -432)], 11)
    peel.polygon(outline("380,-446 560,-462 580,-452 566,-434 384,-416", at))
    man = Cut()
    man.polygon(outline("-92,-560 -40,-604 34,-600 78,-552 92,-430 86,-270 -84,-270 -104,-430", at))
    man.polygon(
        outline(
            "-84,-290 86,-290 96,-150 84,0 20,0 10,-150 -4,-210 -30,-140 -50,0 -116,0 -104,-160", at
        )
    )
    man.polygon(outline("70,-6 118,0 120,18 18,18 20,-6", at))
    man.polygon(outline("-66,-6 -20,0 -16,18 -118,18 -116,-6", at))
    man.ellipse(at(14, -666), 46, 54)
    man.polygon(outline("54,-676 76,-650 54,-640", at))
    man.line(outline("66,-548 150,-470 236,-408", at), 40)
    man.line(outline("-74,-548 -90,-440 20,-382", at), 42)
    cap = Cut()
    cap.polygon(outline("-38,-690 -30,-728 14,-738 58,-716 62,-690", at))
    sheet.fill(peel.done(), mix(mix(SAND, CINNABAR, 0.4), INK, 0.4))
    shape = man.done()
    sheet.fill(shape, mix(INK, _SOOT, 0.35))
    sheet.fill(cap.done(), mix(SAND, INK, 0.4))
    rim = horizontal(810, 920, 0, 235)
    sheet.stipple(both(rim, vertical(430, 1200, 255, 60)), mix(SAFFRON, CINNABAR, 0.4), shape)
    sheet.stipple(rim, SAFFRON, cap.done())
    apron = Cut()
    apron.polygon(outline("40,-500 88,-440 92,-180 60,-170 30,-300", at))
    sheet.stipple(horizontal(820, 900, 60, 230), mix(SAND, SAFFRON, 0.4), apron.done())
    bread = Cut()
    for spot in (426, 488, 540):
        bread.ellipse(at(spot, -462), 30, 10)
    sheet.fill(bread.done(), mix(SAND, SAFFRON, 0.35))
