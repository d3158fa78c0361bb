"""A mountain path at dawn: mules that carry the ballot boxes to the last villages."""

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
    ridge,
    spline,
    vertical,
)

_ROCK: Colour = mix(mix(SAND, CINNABAR, 0.4), INDIGO, 0.34)
_SKIN = mix(mix(SAND, CINNABAR, 0.45), INK, 0.22)


def mules() -> Image.Image:
    """Three mules in a line with a white box each, and three who walk with them."""
    sheet = Sheet(263)
    sheet.sky(
        (0, mix(INDIGO, PAPER, 0.34)),
        (360, mix(PAPER, CINNABAR, 0.16)),
        (600, mix(SAFFRON, PAPER, 0.4)),
    )
    _sun(sheet)
    _ranges(sheet)
    _village(sheet)
    _slope(sheet)
    _path(sheet)
    _mule(sheet, placed(1500, _ground(1500), 0.86), mix(_ROCK, INK, 0.62))
    _mule(sheet, placed(1080, _ground(1080), 0.98), mix(mix(SAND, INK, 0.5), CINNABAR, 0.12))
    _mule(sheet, placed(600, _ground(600), 1.1), mix(INK, CINNABAR, 0.14))
    _people(sheet)
    _near(sheet)
    return sheet.printed()


def _ground(x: float) -> float:
    """The height of the path over one place: it climbs to the left."""
    return 890 + 0.1 * (x - 300) + 14 * math.sin(x / 230)


def _sun(sheet: Sheet) -> None:
    """A low sun, its rays between the peaks, three thin clouds."""
    rays, disc, clouds = Cut(), Cut(), Cut()
    x, y = 1420.0, 470.0
    for step in range(13):
        lie = math.pi + step * math.pi / 12
        rays.polygon(
            [
                (x, y),
                (x + 1500 * math.cos(lie - 0.035), y + 1500 * math.sin(lie - 0.035)),
                (x + 1500 * math.cos(lie + 0.035), y + 1500 * math.sin(lie + 0.035)),
            ]
        )
    sheet.stipple(radial((x, y), 900, 640, 120), mix(PAPER, SAFFRON, 0.3), rays.done())
    sheet.stipple(radial((x, y), 430, 330, 220), mix(PAPER, SAFFRON, 0.4))
    disc.ellipse((x, y), 96)
    sheet.fill(disc.done(), mix(SAFFRON, PAPER, 0.3))
    for cx, cy, half in ((420, 170, 300), (900, 110, 220), (1750, 230, 240)):
        clouds.polygon(
            [
                *curve((cx - half, cy), (cx, cy - 26), (cx + half, cy)),
                *curve((cx + half, cy), (cx, cy + 16), (cx - half, cy)),
            ]
        )
    sheet.wash(vertical(0, 1, 170, 170), mix(PAPER, CINNABAR, 0.12), clouds.done())


def _ranges(sheet: Sheet) -> None:
    """Four ranges, each darker; the mist lies between them."""
    for level, (base, swing, share) in enumerate(
        ((500, 150, 0.2), (590, 130, 0.42), (690, 100, 0.64), (800, 70, 0.84))
    ):
        hills = Cut()
        points = ridge(sheet.chance, base, swing)
        broken = [
            (x, y + sheet.chance.uniform(-9, 9) if 0 < i < len(points) - 1 else y)
            for i, (x, y) in enumerate(points)
        ]
        hills.polygon(broken)
        shape = hills.done()
        sheet.fill(shape, mix(mix(INDIGO, PAPER, 0.62), mix(_ROCK, INDIGO, 0.4), share))
        sheet.stipple(
            vertical(base, base + 230, 0, 210),
            mix(PAPER, mix(SAND, CINNABAR, 0.2), 0.2 + level * 0.1),
            shape,
        )
        sheet.stipple(
            both(horizontal(800, 1500, 0, 150), vertical(base - 150, base + 60, 200, 0)),
            mix(SAFFRON, SAND, 0.3),
            shape,
        )


def _village(sheet: Sheet) -> None:
    """The last village on its shoulder, with a thread of smoke and a flag on the school."""
    walls, sides, holes, smoke, flag = Cut(), Cut(), Cut(), Cut(), Cut()
    shoulder = Cut()
    shoulder.polygon(
        [(-20, 800), *curve((-20, 590), (180, 540), (380, 640)), (600, 830), (-20, 900)]
    )
    shape = shoulder.done()
    sheet.fill(shape, mix(_ROCK, INDIGO, 0.2))
    sheet.stipple(vertical(560, 840, 190, 20), mix(SAND, SAFFRON, 0.3), shape)
    for x, y, wide, tall in (
        (40, 600, 80, 70),
        (126, 588, 66, 90),
        (200, 600, 84, 66),
        (296, 630, 70, 74),
        (84, 640, 90, 60),
        (230, 660, 70, 56),
    ):
        walls.rectangle(x, y - tall, x + wide, y)
        sides.rectangle(x, y - tall, x + wide * 0.36, y)
        for place in (0.48, 0.74):
            holes.rectangle(x + wide * place, y - tall + 18, x + wide * place + 11, y - tall + 36)
    flag.line([(160, 498), (160, 430)], 4)
    flag.polygon([(160, 432), (206, 444), (160, 458)])
    smoke.polygon(
        [
            *curve((330, 552), (300, 470), (352, 400)),
            *curve((352, 400), (380, 330), (330, 270)),
            *curve((322, 274), (360, 340), (336, 400)),
            *curve((336, 400), (280, 470), (318, 552)),
        ]
    )
    sheet.wash(vertical(260, 560, 60, 200), PAPER, smoke.done())
    sheet.fill(walls.done(), mix(PAPER, SAND, 0.5))
    sheet.fill(sides.done(), mix(SAND, INDIGO, 0.42))
    sheet.fill(holes.done(), mix(NIGHT, CINNABAR, 0.2))
    sheet.fill(flag.done(), CINNABAR)


def _slope(sheet: Sheet) -> None:
    """Our own hillside below and above the path, with terraces and thorn."""
    slope, walls, bushes = Cut(), Cut(), Cut()
    brow = [(float(x), _ground(x) - 16) for x in range(-20, WIDTH + 40, 20)]
    slope.polygon([(-20, HEIGHT + 10), *brow, (WIDTH + 20, HEIGHT + 10)])
    shape = slope.done()
    sheet.fill(shape, mix(_ROCK, SAND, 0.16))
    sheet.stipple(vertical(880, HEIGHT, 0, 230), mix(_ROCK, NIGHT, 0.6), shape)
    sheet.stipple(horizontal(300, WIDTH, 0, 150), mix(SAFFRON, SAND, 0.4), shape)
    for level in range(4):
        lift = 110 + level * 76
        line = [(x, y + lift + 10 * math.sin(x / 90 + level * 2)) for x, y in brow]
        walls.line(line, 5)
        for x, y in line[::2]:
            walls.ellipse(
                (x + sheet.chance.uniform(-8, 8), y + 10),
                sheet.chance.uniform(9, 18),
                sheet.chance.uniform(6, 11),
            )
    sheet.wash(vertical(0, 1, 150, 150), mix(_ROCK, NIGHT, 0.7), both(walls.done(), shape))
    for _ in range(90):
        x = sheet.chance.uniform(0, WIDTH)
        y = _ground(x) + sheet.chance.uniform(70, 400)
        for _ in range(4):
            bushes.ellipse(
                (x + sheet.chance.uniform(-16, 16), y + sheet.chance.uniform(-9, 9)),
                sheet.chance.uniform(6, 16),
                sheet.chance.uniform(5, 11),
            )
    sheet.fill(bushes.done(), mix((92, 100, 66), NIGHT, 0.42))


def _path(sheet: Sheet) -> None:
    """A trodden ledge, with the long shadows of those who walk on it."""
    path, shadows, stones = Cut(), Cut(), Cut()
    over = [(x, _ground(x) - 20) for x in range(-20, WIDTH + 40, 20)]
    under = [(x, _ground(x) + 44) for x in range(WIDTH + 20, -40, -20)]
    path.polygon([*over, *under])
    shape = path.done()
    sheet.fill(shape, mix(SAND, PAPER, 0.3))
    sheet.stipple(vertical(880, 1100, 60, 170), mix(_ROCK, SAND, 0.4), shape)
    for x, wide in ((1500.0, 150), (1080, 150), (600, 150), (840, 60), (1290, 60), (350, 60)):
        y = _ground(x)
        shadows.polygon(
            [
                (x + wide, y + 2),
                (x - wide * 1.9, y + 12),
                (x - wide * 1.8, y + 30),
                (x + wide * 0.7, y + 22),
            ]
        )
    sheet.wash(vertical(0, 1, 120, 120), NIGHT, both(shadows.done(), shape))
    for _ in range(70):
        x = sheet.chance.uniform(0, WIDTH)
        stones.ellipse(
            (x, _ground(x) + sheet.chance.uniform(26, 52)),
            sheet.chance.uniform(7, 20),
            sheet.chance.uniform(5, 11),
        )
    sheet.fill(stones.done(), mix(_ROCK, NIGHT, 0.4))


def _mule(sheet: Sheet, at: Place, coat: Colour) -> None:
    """A mule in profile, its head to the left, loaded: blanket, box, cords."""
    x, y = at(0, 0)
    far, body, mane, tack = Cut(), Cut(), Cut(), Cut()
    for pairs in (
        "-96,-150 -66,-150 -74,-70 -66,-6 -84,-6 -94,-70",
        "96,-150 130,-160 128,-84 142,-6 122,-6 112,-76",
    ):
        far.polygon(outline(pairs, at))
    sheet.fill(far.done(), mix(coat, INK, 0.45))
    trunk = spline(
        outline(
            "-150,-236 -96,-244 0,-238 96,-252 150,-236 166,-190 "
            "150,-140 60,-124 -60,-122 -130,-140 -164,-190",
            at,
        )
    )
    body.polygon(trunk)
    body.polygon(
        spline(
            outline(
                "-120,-244 -170,-290 -206,-356 -236,-372 -262,-330 -310,-262 -318,-240 -300,-228 "
                "-276,-236 -226,-262 -190,-214 -150,-170",
                at,
            )
        )
    )
    for pairs in (
        "-214,-366 -206,-440 -192,-446 -190,-362",
        "-232,-370 -236,-442 -222,-450 -212,-366",
        "-134,-160 -96,-150 -108,-84 -112,-6 -134,-6 -130,-84",
        "132,-190 166,-190 160,-120 150,-80 164,-6 140,-6 126,-84 118,-140",
    ):
        body.polygon(outline(pairs, at))
    body.line(outline("160,-216 186,-180 182,-110", at), 10)
    shape = body.done()
    sheet.fill(shape, coat)
    sheet.stipple(horizontal(x - 60, x + 190, 0, 190), mix(coat, SAFFRON, 0.5), shape)
    sheet.stipple(vertical(y - 190, y - 110, 0, 170), mix(coat, INK, 0.6), shape)
    mane.polygon(outline("-208,-372 -190,-364 -122,-262 -134,-242 -170,-290", at))
    mane.polygon(outline("-318,-240 -300,-228 -282,-236 -292,-256 -312,-256", at))
    for hoof in (-124, 152, -76, 132):
        mane.rectangle(*at(hoof - 12, -14), *at(hoof + 12, 2))
    mane.ellipse(at(-254, -318), 5)
    sheet.fill(mane.done(), mix(INK, coat, 0.15))
    tack.line(outline("-296,-276 -268,-262", at), 5)
    tack.line(outline("-246,-362 -226,-288 -276,-250", at), 5)
    sheet.fill(tack.done(), CINNABAR)
    _load(sheet, at)


def _load(sheet: Sheet, at: Place) -> None:
    """A striped blanket and the sealed box, its slot and its red seal."""
    blanket, stripes, box, lid, cords, seal = Cut(), Cut(), Cut(), Cut(), Cut(), Cut()
    blanket.polygon(outline("-78,-250 88,-256 98,-150 -84,-146", at))
    cloth = blanket.done()
    sheet.fill(cloth, INDIGO)
    for place in (-60, -34, 44, 70):
        stripes.line(outline(f"{place},-256 {place + 2},-146", at), 9)
    sheet.fill(both(stripes.done(), cloth), SAFFRON)
    box.polygon(outline("-66,-300 74,-300 70,-176 -62,-176", at))
    lid.polygon(outline("-74,-322 82,-322 78,-296 -70,-296", at))
    white = box.done()
    sheet.fill(white, PAPER)
    x, _y = at(0, 0)
    sheet.stipple(horizontal(x - 90, x + 30, 190, 0), mix(INDIGO, SAND, 0.4), white)
    sheet.fill(lid.done(), mix(PAPER, (255, 255, 255), 0.6))
    cords.line(outline("-64,-262 72,-262", at), 4)
    cords.line(outline("-44,-322 -40,-150", at), 4)
    cords.line(outline("52,-322 48,-150", at), 4)
    cords.line(outline("-16,-311 26,-311", at), 6)
    sheet.fill(cords.done(), INK)
    seal.polygon(outline("4,-254 24,-230 4,-206 -16,-230", at))
    sheet.fill(seal.done(), CINNABAR)


def _people(sheet: Sheet) -> None:
    """A man who leads the first, a woman with the register, a boy with the lamp."""
    for x, coat, kind in (
        (226, mix(SAND, INK, 0.36), 0),
        (846, mix(CINNABAR, INK, 0.14), 1),
        (1296, mix(INDIGO, NIGHT, 0.2), 2),
    ):
        at = placed(x, _ground(x) + 4, 1.12)
        cloth, skin, hair, things = Cut(), Cut(), Cut(), Cut()
        legs = "-34,0 -26,-90 -30,-112 30,-112 40,-60 54,0 32,0 10,-70 -12,0"
        things.polygon(outline(legs, at))
        sheet.fill(things.done(), mix(INK, coat, 0.2))
        robe = (
            "-40,-60 -40,-150 -30,-196 -14,-206 18,-206 32,-192 42,-140 42,-60"
            if kind != 1
            else "-50,-16 -42,-150 -30,-196 -14,-206 18,-206 32,-192 44,-140 54,-16"
        )
        cloth.polygon(outline(robe, at))
        cloth.line(
            outline("-22,-184 -56,-140 -84,-166" if kind != 0 else "24,-186 60,-142 92,-150", at),
            20,
        )
        shape = cloth.done()
        sheet.fill(shape, coat)
        left = at(0, 0)[0]
        sheet.stipple(horizontal(left - 10, left + 60, 0, 190), mix(coat, SAFFRON, 0.55), shape)
        skin.ellipse(at(0, -236), 24, 28)
        skin.polygon(outline("-22,-240 -32,-228 -20,-222", at))
        skin.ellipse(at(-86, -168) if kind != 0 else at(94, -150), 11)
        sheet.fill(skin.done(), _SKIN)
        props = Cut()
        if kind == 0:
            hair.polygon(
                outline(
                    "-30,-244~-16,-286~14,-274 14,-274~34,-262~26,-226 34,-190 10,-206 14,-242", at
                )
            )
            props.line(outline("94,-150 200,-196", at), 4)
            props.line(outline("-40,-130 -66,4", at), 7)
            sheet.fill(hair.done(), PAPER)
        elif kind == 1:
            hair.polygon(
                outline(
                    "-24,-244~-22,-280~8,-272 8,-272~40,-258~30,-200 38,-180 -8,-196 8,-236", at
                )
            )
            props.polygon(outline("-112,-196 -66,-186 -70,-132 -116,-142", at))
            sheet.fill(hair.done(), mix(SAFFRON, SAND, 0.3))
        else:
            hair.polygon(outline("-26,-246~-20,-276~6,-270 6,-270~30,-262~24,-228 8,-244", at))
            sheet.fill(hair.done(), INK)
            lamp = at(-88, -128)
            sheet.stipple(radial(lamp, 110, 110, 220), mix(SAFFRON, PAPER, 0.4))
            props.line([at(-86, -164), (lamp[0], lamp[1] - 16)], 3)
            props.rectangle(lamp[0] - 11, lamp[1] - 18, lamp[0] + 11, lamp[1] - 12)
        sheet.fill(props.done(), mix(INK, CINNABAR, 0.3) if kind != 1 else NIGHT)
        if kind == 2:
            glass = Cut()
            glass.ellipse((lamp[0], lamp[1]), 11, 14)
            sheet.fill(glass.done(), mix(SAFFRON, PAPER, 0.6))


def _near(sheet: Sheet) -> None:
    """Rocks and thistles close to us, out of the light."""
    rocks, stems, heads = Cut(), Cut(), Cut()
    rocks.polygon(outline("-20,1300 -20,1180 90,1150 200,1190 330,1300", placed(0, 0)))
    rocks.polygon(
        outline("1500,1300 1600,1210 1720,1190 1800,1226 1940,1170 1940,1300", placed(0, 0))
    )
    shape = rocks.done()
    sheet.fill(shape, mix(NIGHT, _ROCK, 0.3))
    sheet.stipple(vertical(1150, 1260, 120, 0), mix(_ROCK, SAND, 0.3), shape)
    for _ in range(20):
        x = sheet.chance.choice((sheet.chance.uniform(20, 360), sheet.chance.uniform(1480, 1900)))
        tall, lean = sheet.chance.uniform(90, 210), sheet.chance.uniform(-30, 30)
        top: Point = (x + lean, 1290 - tall)
        stems.line(curve((x, 1300), (x, 1290 - tall / 2), top), 4)
        for spike in range(7):
            lie = math.pi + spike * math.pi / 6
            stems.line([top, (top[0] + 22 * math.cos(lie), top[1] + 22 * math.sin(lie))], 2.4)
        heads.ellipse((top[0], top[1] + 2), 9, 11)
    sheet.fill(stems.done(), mix(NIGHT, (92, 100, 66), 0.3))
    sheet.fill(heads.done(), mix(CINNABAR, INDIGO, 0.35))
