"""A summer cinema on a factory's roof: the screen, the beam, and the backs of those who watch."""

import math

from PIL import Image, ImageChops

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

_DUSK: Colour = (70, 52, 96)
_LEFT, _TOP, _RIGHT, _FOOT = 430.0, 210.0, 1330.0, 730.0


def cinema() -> Image.Image:
    """Rows of chairs under lamps on a line; on the screen a rider crosses the dunes."""
    sheet = Sheet(223)
    sheet.sky(
        (0, mix(NIGHT, INK, 0.3)),
        (420, mix(_DUSK, NIGHT, 0.45)),
        (760, mix(_DUSK, CINNABAR, 0.3)),
        (860, mix(CINNABAR, SAFFRON, 0.35)),
    )
    _stars(sheet)
    _city(sheet)
    _chimney(sheet)
    _roof(sheet)
    _lamps(sheet)
    _screen(sheet)
    _film(sheet)
    for row in range(4):
        _row(sheet, row)
    _projector(sheet)
    return sheet.printed()


def _stars(sheet: Sheet) -> None:
    """The first stars, and a thin moon over the chimney."""
    stars, moon = Cut(), Cut()
    for _ in range(170):
        spot = (sheet.chance.uniform(0, WIDTH), sheet.chance.uniform(0, 520))
        stars.ellipse(spot, sheet.chance.choice((1.1, 1.5, 2.2)))
    sheet.wash(vertical(0, 560, 240, 30), PAPER, stars.done())
    moon.ellipse((250, 170), 52)
    moon.ellipse((272, 156), 46, tone=0)
    sheet.stipple(radial((250, 170), 210, 190, 130), mix(SAND, PAPER, 0.3))
    sheet.fill(moon.done(), mix(PAPER, SAFFRON, 0.2))


def _city(sheet: Sheet) -> None:
    """Roofs and towers beyond the wall, with tanks, aerials and lit windows."""
    for level, ink in ((700, mix(_DUSK, NIGHT, 0.35)), (760, mix(_DUSK, NIGHT, 0.7))):
        blocks, panes, lines = Cut(), Cut(), Cut()
        x = -40.0
        while x < WIDTH:
            wide = sheet.chance.uniform(90, 190)
            top = level - sheet.chance.uniform(0, 170)
            blocks.rectangle(x, top, x + wide, 900)
            if sheet.chance.random() < 0.4:
                blocks.rectangle(x + 18, top - 34, x + 60, top)
            if sheet.chance.random() < 0.5:
                lines.line([(x + wide - 24, top), (x + wide - 24, top - 64)], 2)
                lines.line([(x + wide - 44, top - 54), (x + wide - 4, top - 54)], 2)
            for _ in range(6):
                left, up = (
                    sheet.chance.uniform(x + 8, x + wide - 20),
                    sheet.chance.uniform(top + 16, 860),
                )
                panes.rectangle(left, up, left + 10, up + 16)
            x += wide + sheet.chance.uniform(-6, 20)
        sheet.fill(blocks.done(), ink)
        sheet.fill(lines.done(), ink)
        sheet.wash(vertical(0, 1, 190, 190), mix(SAFFRON, PAPER, 0.2), panes.done())


def _chimney(sheet: Sheet) -> None:
    """The mill's old brick chimney with its name-band, and a stork's nest on it."""
    brick, bands, joints, nest = Cut(), Cut(), Cut(), Cut()
    brick.polygon([(1584, 900), (1612, 290), (1716, 290), (1746, 900)])
    brick.polygon([(1600, 290), (1728, 290), (1736, 258), (1592, 258)])
    shape = brick.done()
    sheet.fill(shape, mix(CINNABAR, NIGHT, 0.48))
    for level in range(38):
        top = 262 + level * 17
        joints.line([(1560, top), (1770, top)], 1.3)
        for place in range(8):
            left = 1574 + place * 26 + (level % 2) * 13
            joints.line([(left, top), (left, top + 17)], 1.1)
    sheet.wash(vertical(0, 1, 110, 110), INK, both(joints.done(), shape))
    sheet.stipple(horizontal(1560, 1690, 210, 0), mix(CINNABAR, SAFFRON, 0.45), shape)
    sheet.stipple(horizontal(1660, 1750, 0, 220), mix(NIGHT, INK, 0.3), shape)
    bands.rectangle(1560, 372, 1780, 404)
    bands.rectangle(1560, 422, 1780, 432)
    sheet.wash(vertical(0, 1, 210, 210), mix(PAPER, SAND, 0.4), both(bands.done(), shape))
    for _ in range(44):
        x, lean = sheet.chance.gauss(1664, 40), sheet.chance.uniform(-26, 26)
        nest.line([(x, 260), (x + lean, 230)], 3)
    at = placed(1660, 236, 1.2)
    nest.line(outline("-6,0 -4,-60", at), 3)
    nest.line(outline("6,0 4,-60", at), 3)
    sheet.fill(nest.done(), INK)
    stork, bill = Cut(), Cut()
    stork.polygon(
        outline("-44,-66~-20,-98~24,-84 30,-120 40,-122 38,-74 30,-62~-10,-46~-44,-66", at)
    )
    stork.ellipse(at(35, -124), 9)
    bill.polygon(outline("42,-128 84,-118 42,-120", at))
    sheet.fill(stork.done(), mix(PAPER, INDIGO, 0.16))
    sheet.fill(bill.done(), CINNABAR)


def _roof(sheet: Sheet) -> None:
    """The flat roof in perspective: tiles, and a parapet behind the screen."""
    floor, joints, wall = Cut(), Cut(), Cut()
    wall.rectangle(-10, 796, WIDTH + 10, 872)
    sheet.fill(wall.done(), mix(NIGHT, _DUSK, 0.3))
    sheet.stipple(radial((880, 820), 760, 90, 190), mix(SAND, INDIGO, 0.3), wall.done())
    floor.rectangle(-10, 866, WIDTH + 10, HEIGHT + 10)
    shape = floor.done()
    sheet.fill(shape, mix(NIGHT, _DUSK, 0.18))
    sheet.stipple(radial((880, 880), 900, 330, 220), mix(SAND, INDIGO, 0.25), shape)
    for level in range(9):
        y = 866 + 7 * level * (level + 1) * 0.9
        joints.line([(0, y), (WIDTH, y)], 1.6)
    for place in range(-12, 13):
        joints.line([(880 + place * 90, 866), (880 + place * 360, HEIGHT)], 1.4)
    sheet.wash(vertical(860, HEIGHT, 90, 150), INK, both(joints.done(), shape))


def _screen(sheet: Sheet) -> None:
    """White cloth on a frame of poles with guy ropes, light all round it."""
    glow, cloth, poles, hem = Cut(), Cut(), Cut(), Cut()
    sheet.stipple(radial((880, 470), 820, 560, 190), mix(PAPER, SAND, 0.4))
    for x in (_LEFT - 16, _RIGHT + 16):
        poles.line([(x, _TOP - 34), (x, 880)], 12)
        side = -1 if x < 880 else 1
        poles.line([(x, _TOP - 26), (x + side * 210, 872)], 3)
    poles.line([(_LEFT - 16, _TOP - 20), (_RIGHT + 16, _TOP - 20)], 10)
    sheet.fill(poles.done(), INK)
    hem.rectangle(_LEFT - 8, _TOP - 8, _RIGHT + 8, _FOOT + 8)
    sheet.fill(hem.done(), mix(INK, NIGHT, 0.4))
    cloth.rectangle(_LEFT, _TOP, _RIGHT, _FOOT)
    sheet.fill(cloth.done(), mix(PAPER, SAND, 0.14))
    glow.rectangle(_LEFT, _FOOT + 8, _RIGHT, 872)
    sheet.stipple(vertical(_FOOT, 880, 130, 30), mix(PAPER, SAND, 0.3), glow.done())


def _film(sheet: Sheet) -> None:
    """The picture on the cloth: a low sun, three dunes, a rider with a long shadow."""
    frame, sun, rider, shadow = Cut(), Cut(), Cut(), Cut()
    frame.rectangle(_LEFT, _TOP, _RIGHT, _FOOT)
    inside = frame.done()
    sheet.wash(vertical(_TOP, 560, 120, 0), mix(INDIGO, PAPER, 0.4), inside)
    sun.ellipse((700, 450), 84)
    sheet.fill(sun.done(), mix(CINNABAR, SAFFRON, 0.3))
    for base, swing, ink in (
        (480, 36, mix(SAND, INDIGO, 0.2)),
        (560, 50, mix(SAND, INDIGO, 0.42)),
        (640, 36, mix(INDIGO, NIGHT, 0.15)),
    ):
        dune = Cut()
        crest = [
            (x, base + swing * math.sin(x / 190 + base) + (x - 880) * 0.05)
            for x in range(420, 1345, 15)
        ]
        dune.polygon([(420, 740), *crest, (1345, 740)])
        shape = both(dune.done(), inside)
        sheet.fill(shape, ink)
        sheet.stipple(vertical(base - 40, base + 130, 150, 0), mix(ink, PAPER, 0.55), shape)
    at = placed(1010, 574, 1.16)
    shadow.polygon(outline("-60,10 60,10 330,62 200,66", at))
    sheet.wash(vertical(0, 1, 120, 120), NIGHT, both(shadow.done(), inside))
    rider.polygon(
        outline(
            "-66,-70 -104,-112 -122,-100 -128,-114 -104,-134 -90,-136 -60,-96~0,-76~46,-84 "
            "62,-80~86,-60~92,-10 84,-30 62,-56 56,8 44,8 38,-40 -30,-36 -46,8 -58,8 "
            "-60,-50",
            at,
        )
    )
    rider.polygon(outline("-26,-70 -30,-130 -16,-160 12,-160 24,-128 30,-70", at))
    rider.ellipse(at(-3, -176), 15, 17)
    rider.polygon(outline("-20,-182 14,-192 60,-150 20,-160", at))
    sheet.fill(both(rider.done(), inside), INK)


def _lamps(sheet: Sheet) -> None:
    """Two strings of bulbs from the chimney's side to posts on the left."""
    cord, bulbs, red = Cut(), Cut(), Cut()
    spots = []
    for start, bend, end in (
        ((1636, 470), (900, 190), (150, 90)),
        ((1690, 480), (1820, 500), (1960, 330)),
    ):
        line = curve(start, bend, end)
        cord.line(line, 2.6)
        spots += line[1::2]
    cord.line([(150, 80), (150, 880)], 9)
    sheet.fill(cord.done(), INK)
    for place, (x, y) in enumerate(spots):
        (red if place % 4 == 2 else bulbs).ellipse((x, y + 12), 9, 11)
        sheet.stipple(radial((x, y + 12), 46, 46, 170), mix(SAFFRON, PAPER, 0.2))
    sheet.fill(bulbs.done(), mix(SAFFRON, PAPER, 0.5))
    sheet.fill(red.done(), mix(CINNABAR, SAFFRON, 0.2))


def _row(sheet: Sheet, row: int) -> None:
    """One row of backs and chairs, larger towards us, with the light of the screen on them."""
    size = 0.62 + row * 0.3
    foot = 956 + row * 104 + row * row * 6
    gap = 118 * size
    chairs, coats, heads, rims = Cut(), Cut(), Cut(), Cut()
    x = 880 - gap * (8 - row) + sheet.chance.uniform(-20, 20)
    while x < 880 + gap * (8 - row) + 40:
        if sheet.chance.random() < 0.86 and not (row == 3 and 1380 < x < 1720):
            lean = sheet.chance.uniform(-14, 14)
            at = placed(x, foot, size)
            coats.polygon(
                [
                    at(-44, 60),
                    at(-42, -20),
                    *curve(at(-42, -40), at(-20 + lean, -66), at(lean, -66)),
                    *curve(at(lean, -66), at(26 + lean, -64), at(42, -38)),
                    at(44, 60),
                ]
            )
            heads.ellipse(at(lean, -96), 24 * size, 28 * size)
            if sheet.chance.random() < 0.4:
                heads.polygon(
                    [
                        *curve(at(lean - 27, -60), at(lean - 34, -130), at(lean, -130)),
                        *curve(at(lean, -130), at(lean + 34, -130), at(lean + 27, -60)),
                    ]
                )
            rims.arc(at(lean, -96), 25 * size, (200, 340), 4 * size)
            rims.line([at(-40, -36), at(-18 + lean, -62)], 3 * size)
            rims.line([at(18 + lean, -62), at(40, -36)], 3 * size)
            chairs.polygon(outline("-50,70 -50,-2 50,-2 50,70", at))
            chairs.rectangle(*at(-50, 70), *at(-42, 130))
            chairs.rectangle(*at(42, 70), *at(50, 130))
        x += gap
    shade = mix(mix(NIGHT, INK, 0.45), _DUSK, 0.25 - row * 0.06)
    sheet.fill(coats.done(), shade)
    sheet.fill(heads.done(), mix(shade, INK, 0.3))
    sheet.wash(vertical(0, 1, 230 - row * 30, 230 - row * 30), mix(PAPER, SAND, 0.4), rims.done())
    seats = chairs.done()
    sheet.fill(seats, mix(CINNABAR, NIGHT, 0.5 + row * 0.06))
    sheet.stipple(vertical(foot - 20, foot + 60 * size, 150, 0), mix(CINNABAR, SAND, 0.4), seats)


def _projector(sheet: Sheet) -> None:
    """The machine at our right with its reels, the man who minds it, and the beam."""
    beam, body, reels, man, glow = Cut(), Cut(), Cut(), Cut(), Cut()
    lens = (1468.0, 1010.0)
    beam.polygon([lens, (_LEFT, _TOP), (_RIGHT, _TOP), (_RIGHT, _FOOT)])
    screen = Cut()
    screen.rectangle(_LEFT - 8, _TOP - 8, _RIGHT + 8, _FOOT + 8)
    shaft = ImageChops.subtract(beam.done(), screen.done())
    sheet.stipple(horizontal(400, 1480, 46, 150), mix(PAPER, SAND, 0.3), shaft)
    at = placed(1560, 1060)
    body.polygon(outline("-60,-70 70,-70 84,-40 84,40 -60,40", at))
    body.polygon(outline("-92,-62 -58,-58 -58,-24 -92,-28", at))
    body.polygon(outline("-40,40 50,40 96,260 76,260 10,80 -44,260 -64,260", at))
    reels.ellipse(at(-14, -128), 62)
    reels.ellipse(at(84, -108), 50)
    sheet.fill(reels.done(), INK)
    sheet.fill(body.done(), mix(INK, NIGHT, 0.4))
    holes = Cut()
    for centre, reach in ((at(-14, -128), 34), (at(84, -108), 27)):
        for spoke in range(5):
            turn = spoke * math.tau / 5
            holes.ellipse(
                (centre[0] + reach * math.cos(turn), centre[1] + reach * math.sin(turn)),
                reach * 0.4,
            )
    sheet.fill(holes.done(), mix(_DUSK, NIGHT, 0.3))
    glow.ellipse(lens, 13)
    sheet.stipple(radial(lens, 120, 110, 240), mix(PAPER, SAFFRON, 0.2))
    sheet.fill(glow.done(), mix(PAPER, SAFFRON, 0.1))
    stand = placed(1740, 1200)
    man.polygon(
        outline("-70,100 -66,-60 -58,-150 -50,-176~0,-196~44,-176 64,-130 74,0 78,100", stand)
    )
    man.line(outline("-48,-150 -96,-112 -122,-150", stand), 24)
    man.ellipse(stand(-6, -222), 33, 38)
    man.polygon(outline("-44,-232~-10,-282~34,-236 -56,-226", stand))
    shape = man.done()
    sheet.fill(shape, mix(INK, NIGHT, 0.5))
    sheet.stipple(horizontal(1660, 1740, 220, 0), mix(SAFFRON, SAND, 0.3), shape)
