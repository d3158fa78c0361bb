"""A race up a stair of the old town: runners in the morning light, neighbours at every window."""

import math
from itertools import pairwise

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

_SKY: Colour = mix(INDIGO, PAPER, 0.72)
_ROSE: Colour = mix(SAND, CINNABAR, 0.36)
_SEA_GREEN: Colour = (96, 140, 132)
_FOOT, _TOP = HEIGHT + 40, 430.0


def stairs() -> Image.Image:
    """The stair climbs between two rows of houses to an arch; five runners are on it."""
    sheet = Sheet(233)
    sheet.sky((0, mix(_SKY, PAPER, 0.2)), (520, mix(PAPER, SAFFRON, 0.16)))
    sheet.stipple(radial((1180, 120), 900, 520, 170), mix(PAPER, SAFFRON, 0.25))
    _town(sheet)
    _arch(sheet)
    _stair(sheet)
    for side in (-1, 1):
        for house in range(4, -1, -1):
            _house(sheet, side, house)
    _vines(sheet)
    _lines(sheet)
    _shade(sheet)
    _crowd(sheet)
    for runner in range(5):
        _runner(sheet, runner)
    _ribbon(sheet)
    return sheet.printed()


def _edge(down: float) -> tuple[float, float]:
    """The two sides of the stair at one height; it narrows upwards and bends a little."""
    share = (down - _TOP) / (_FOOT - _TOP)
    middle = 1010 - 90 * share + 26 * math.sin(share * 3)
    half = 96 + 600 * share**1.25
    return (middle - half, middle + half)


def _town(sheet: Sheet) -> None:
    """What stands above: pale houses, a dome, a tower."""
    walls, sides, holes, dome = Cut(), Cut(), Cut(), Cut()
    for _ in range(46):
        x, y = sheet.chance.uniform(480, 1560), sheet.chance.uniform(250, 470)
        wide, tall = sheet.chance.uniform(50, 100), sheet.chance.uniform(50, 110)
        walls.rectangle(x, y - tall, x + wide, 480)
        sides.rectangle(x + wide * 0.62, y - tall, x + wide, 480)
        holes.rectangle(x + 12, y - tall + 14, x + 20, y - tall + 28)
        holes.rectangle(x + 30, y - tall + 14, x + 38, y - tall + 28)
    dome.ellipse((1130, 210), 92, 86)
    dome.rectangle(1038, 210, 1222, 300)
    dome.polygon([(1126, 130), (1134, 130), (1131, 96), (1129, 96)])
    dome.rectangle(820, 60, 856, 330)
    dome.polygon([(812, 66), (864, 66), (838, 8)])
    sheet.fill(dome.done(), mix(_SEA_GREEN, PAPER, 0.42))
    sheet.stipple(horizontal(1120, 1240, 0, 170), mix(_SEA_GREEN, INDIGO, 0.4), dome.done())
    sheet.fill(walls.done(), mix(PAPER, SAND, 0.55))
    sheet.wash(vertical(0, 1, 120, 120), mix(INDIGO, SAND, 0.4), sides.done())
    sheet.fill(holes.done(), mix(INDIGO, SAND, 0.45))


def _arch(sheet: Sheet) -> None:
    """The arch at the top, where the finish is."""
    wall, hole, stones = Cut(), Cut(), Cut()
    wall.rectangle(850, 236, 1190, 470)
    hole.rectangle(930, 330, 1100, 470)
    hole.ellipse((1015, 334), 85)
    shape = wall.done()
    sheet.fill(shape, mix(SAND, PAPER, 0.3))
    for level in range(10):
        stones.line([(850, 240 + level * 24), (1190, 240 + level * 24)], 1.6)
        for place in range(7):
            x = 850 + place * 56 + (level % 2) * 28
            stones.line([(x, 240 + level * 24), (x, 264 + level * 24)], 1.4)
    sheet.wash(vertical(0, 1, 90, 90), mix(CINNABAR, INK, 0.4), both(stones.done(), shape))
    sheet.stipple(horizontal(1060, 1200, 0, 180), mix(INDIGO, SAND, 0.4), shape)
    sheet.fill(hole.done(), mix(PAPER, SAFFRON, 0.3))


def _stair(sheet: Sheet) -> None:
    """Forty treads, light on top and blue in front."""
    bed = Cut()
    downs = [_TOP + (_FOOT - _TOP) * (i / 40) ** 1.35 for i in range(41)]
    bed.polygon([*[(_edge(y)[0], y) for y in downs], *[(_edge(y)[1], y) for y in reversed(downs)]])
    shape = bed.done()
    sheet.fill(shape, mix(SAND, PAPER, 0.5))
    risers, worn = Cut(), Cut()
    for high, low in pairwise(downs):
        (left, right), deep = _edge(high), (low - high) * 0.42
        risers.polygon(
            [(left, low - deep), (right, low - deep), (_edge(low)[1], low), (_edge(low)[0], low)]
        )
        middle = (left + right) / 2
        worn.ellipse(
            (middle, high + (low - high) * 0.3), (right - left) * 0.22, (low - high) * 0.24
        )
    front = risers.done()
    sheet.fill(front, mix(mix(SAND, INDIGO, 0.34), CINNABAR, 0.1))
    sheet.stipple(vertical(500, _FOOT, 30, 150), mix(INDIGO, SAND, 0.3), front)
    sheet.stipple(vertical(0, 1, 120, 120), PAPER, worn.done())


_WALLS = (
    (
        mix(SAND, PAPER, 0.4),
        mix(_ROSE, PAPER, 0.15),
        mix(_SEA_GREEN, PAPER, 0.3),
        mix(SAFFRON, PAPER, 0.4),
        mix(_SKY, PAPER, 0.1),
    ),
    (
        mix(SAFFRON, SAND, 0.4),
        mix(_SKY, PAPER, 0.1),
        mix(PAPER, SAND, 0.3),
        mix(_ROSE, SAFFRON, 0.2),
        mix(_SEA_GREEN, PAPER, 0.4),
    ),
)
_CUTS = (_FOOT, 1090.0, 860.0, 690.0, 560.0, 450.0)


def _house(sheet: Sheet, side: int, house: int) -> None:
    """One front in steep perspective: a door on the stair, windows with shutters."""
    near, far = _CUTS[house], _CUTS[house + 1]
    index = 0 if side < 0 else 1
    x_near, x_far = _edge(near)[index], _edge(far)[index]
    tall_near = 1400 - house * 200
    tall_far = tall_near - 200 + sheet.chance.uniform(-10, 40)
    wall, frames, glass, shutters = Cut(), Cut(), Cut(), Cut()
    wall.polygon(
        [
            (x_near, near),
            (x_far, far),
            (x_far, far - tall_far),
            (x_near + side * 60, near - tall_near - 40),
            (x_near + side * 900, near - tall_near),
            (x_near + side * 900, near + 90),
            (x_near, near + 20),
        ]
    )
    shape = wall.done()
    ink = _WALLS[index][house]
    sheet.fill(shape, ink)
    dark = side > 0
    sheet.stipple(
        vertical(near - tall_near, near, 60, 190) if dark else vertical(near - 300, near, 0, 120),
        mix(ink, INDIGO, 0.5),
        shape,
    )

    def at(along: float, up: float) -> Point:
        tall = tall_near + (tall_far - tall_near) * along
        return (x_near + (x_far - x_near) * along, near + (far - near) * along - tall * up)

    for along, up, wide, high in (
        (0.18, 0.0, 0.2, 0.2),
        (0.56, 0.28, 0.18, 0.14),
        (0.18, 0.36, 0.18, 0.15),
        (0.56, 0.54, 0.18, 0.13),
        (0.18, 0.62, 0.18, 0.14),
    ):
        box = [
            at(along, up + 0.02),
            at(along + wide, up + 0.02),
            at(along + wide, up + high),
            at(along, up + high),
        ]
        glass.polygon(box)
        frames.line([*box, box[0]], 5 - house * 0.7)
        if up:
            corners = ((-0.11, 0.02), (-0.01, 0.02), (-0.01, high), (-0.11, high))
            shutters.polygon([at(along + across, up + lift) for across, lift in corners])
    painted = mix(_SEA_GREEN, INDIGO, 0.3) if (house + index) % 2 else mix(CINNABAR, INK, 0.12)
    sheet.fill(shutters.done(), painted)
    sheet.fill(glass.done(), mix(NIGHT, INDIGO, 0.4))
    sheet.fill(frames.done(), mix(PAPER, SAND, 0.2))
    edge = Cut()
    edge.line([(x_far, far), (x_far, far - tall_far)], 3)
    sheet.wash(vertical(0, 1, 150, 150), mix(INDIGO, INK, 0.4), edge.done())
    _neighbours(sheet, outline("0.28,0.4 0.65,0.32 0.28,0.66", at), 1 - house * 0.17)


def _neighbours(sheet: Sheet, spots: list[Point], size: float) -> None:
    """Heads and waving arms at some of the windows."""
    skin, cloth, hair = Cut(), Cut(), Cut()
    for x, y in spots:
        if sheet.chance.random() < 0.7:
            at = placed(x, y, 1.3 * size)
            cloth.polygon(outline("-32,26 -26,-12 26,-12 32,26", at))
            skin.ellipse(at(0, -32), 17 * size * 1.3, 20 * size * 1.3)
            hair.polygon(outline("-22,-30~-22,-66~6,-62 22,-44 0,-46", at))
            skin.line([at(24, -2), at(46, -42)], 9 * size)
    sheet.fill(cloth.done(), sheet.chance.choice((CINNABAR, PAPER, SAFFRON, INDIGO)))
    sheet.fill(skin.done(), mix(mix(SAND, CINNABAR, 0.45), INK, 0.2))
    sheet.fill(hair.done(), INK)


def _vines(sheet: Sheet) -> None:
    """Bougainvillea over the two nearest walls, and its petals on the ground."""
    leaves, petals, light = Cut(), Cut(), Cut()
    for x, y, across, down in (
        (70, 90, 210, 250),
        (40, 330, 90, 170),
        (1850, 150, 190, 300),
        (1900, 420, 80, 170),
    ):
        for _ in range(230):
            turn, reach = sheet.chance.uniform(0, math.tau), sheet.chance.random() ** 0.6
            spot = (x + across * reach * math.cos(turn), y + down * reach * math.sin(turn))
            cut = sheet.chance.choice((leaves, leaves, petals, petals, light))
            cut.ellipse(spot, sheet.chance.uniform(7, 17), sheet.chance.uniform(6, 13))
    for _ in range(60):
        petals.ellipse((sheet.chance.gauss(0, 120) % WIDTH, sheet.chance.uniform(1130, 1270)), 5, 3)
    sheet.fill(leaves.done(), mix((70, 104, 66), NIGHT, 0.25))
    sheet.fill(petals.done(), mix(CINNABAR, INDIGO, 0.22))
    sheet.fill(light.done(), mix(CINNABAR, PAPER, 0.45))


def _lines(sheet: Sheet) -> None:
    """Three clothes-lines across the lane and pennants for the feast."""
    cord = Cut()
    inks = (CINNABAR, PAPER, SAFFRON, INDIGO, _SEA_GREEN)
    cloths = {ink: Cut() for ink in inks}
    for row, (left, right, sag, size) in enumerate(
        (
            ((560, 300), (1480, 250), 90, 1.0),
            ((690, 395), (1340, 370), 60, 0.6),
            ((300, 60), (1760, 30), 120, 1.5),
        )
    ):
        bend = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2 + sag)
        line = curve(left, bend, right)
        cord.line(line, 3 * size)
        for place, (x, y) in enumerate(line[1:-1]):
            ink = inks[(place * 2 + row) % 5]
            if row == 0:
                near, far = y + sheet.chance.uniform(40, 72), y + sheet.chance.uniform(40, 72)
                cloths[ink].polygon([(x - 22, y), (x + 20, y), (x + 18, near), (x - 20, far)])
            else:
                cloths[ink].polygon([(x - 20 * size, y), (x + 20 * size, y), (x, y + 44 * size)])
    for ink, cut in cloths.items():
        shape = cut.done()
        sheet.fill(shape, ink)
        sheet.stipple(vertical(0, 460, 0, 120), mix(ink, INK, 0.5), shape)
    sheet.fill(cord.done(), mix(INK, INDIGO, 0.2))


def _shade(sheet: Sheet) -> None:
    """The morning shade of the right-hand houses across the stair."""
    shade = Cut()
    shade.polygon(
        [
            (_edge(500)[1], 470),
            (_edge(560)[0] + 150, 610),
            (_edge(840)[0] + 420, 840),
            (_edge(1060)[0] + 560, 1040),
            (_edge(1200)[0] + 900, 1290),
            (WIDTH, 1300),
            (_edge(1200)[1], 1200),
        ]
    )
    shape = shade.done()
    sheet.wash(vertical(0, 1, 66, 66), INDIGO, shape)


def _crowd(sheet: Sheet) -> None:
    """People along both sides of the stair, an arm in the air."""
    for side in (-1, 1):
        for place in range(9):
            y = 560 + place * 62 + place * place * 3.2
            size = 0.34 + place * 0.105
            edge = _edge(y)[0 if side < 0 else 1]
            x = edge - side * (30 + 26 * size) + sheet.chance.uniform(-10, 10)
            if sheet.chance.random() < 0.2:
                continue
            at = placed(x, y, size, -side)
            cloth, skin, hair = Cut(), Cut(), Cut()
            cloth.polygon(outline("-34,0 -38,-90 -30,-136 30,-136 38,-90 34,0", at))
            skin.ellipse(at(2, -162), 18 * size, 21 * size)
            skin.line(outline("28,-126 58,-160 62,-190", at), 11 * size)
            if (place + side) % 3:
                hair.polygon(outline("-20,-156~-24,-194~6,-190 22,-174 0,-174", at))
            else:
                hair.polygon(
                    outline("-30,-126~-34,-196~2,-194 2,-194~26,-190~22,-168 -2,-168 6,-134", at)
                )
            shape = cloth.done()
            ink = sheet.chance.choice(
                (INDIGO, mix(CINNABAR, INK, 0.2), mix(SAFFRON, SAND, 0.2), _SEA_GREEN, PAPER, NIGHT)
            )
            sheet.fill(shape, ink)
            sheet.stipple(vertical(y - 140 * size, y, 0, 130), mix(ink, INK, 0.55), shape)
            sheet.fill(skin.done(), mix(mix(SAND, CINNABAR, 0.45), INK, 0.22))
            sheet.fill(hair.done(), mix(INK, INDIGO, 0.15))


_RUNNERS = (
    (1016, 560, 0.5, INDIGO),
    (1096, 660, 0.68, SAFFRON),
    (900, 760, 0.86, PAPER),
    (1120, 930, 1.25, _SEA_GREEN),
    (860, 1130, 1.72, CINNABAR),
)


def _runner(sheet: Sheet, place: int) -> None:
    """A runner from behind, in mid step: one knee high, the other leg long."""
    x, y, size, ink = _RUNNERS[place]
    at = placed(x, y, size, 1 if place % 2 else -1)
    shade, skin, shirt, shorts, shoes, hair = Cut(), Cut(), Cut(), Cut(), Cut(), Cut()
    shade.polygon(outline("-40,6 30,-4 190,40 120,70", at))
    sheet.wash(vertical(0, 1, 110, 110), NIGHT, shade.done())
    skin.polygon(outline("-30,-96 -4,-98 -10,-44 -20,-4 -36,-4 -34,-48", at))
    skin.polygon(outline("4,-104 32,-108 46,-84 40,-36 24,-36 26,-72 8,-80", at))
    skin.line(outline("-36,-196 -72,-158 -46,-128", at), 17 * size)
    skin.line(outline("36,-196 76,-178 70,-226", at), 17 * size)
    skin.ellipse(at(0, -212), 11 * size, 16 * size)
    skin.ellipse(at(0, -240), 21 * size, 25 * size)
    shirt.polygon(
        outline(
            "-34,-206 -14,-214 14,-214 34,-206 44,-188 30,-172 30,-116 -30,-116 -30,-172 -46,-186",
            at,
        )
    )
    shorts.polygon(outline("-32,-122 32,-122 38,-80 6,-72 0,-96 -6,-76 -36,-80", at))
    shoes.polygon(outline("-40,-8 -16,-8 -12,6 -42,6", at))
    shoes.polygon(outline("20,-40 44,-42 50,-22 22,-22", at))
    if place == 4:
        hair.polygon(
            outline(
                "-23,-234~-22,-272~2,-268 2,-268~26,-268~22,-232 10,-226 16,-170 4,-196 -12,-226",
                at,
            )
        )
    else:
        hair.polygon(outline("-22,-232~-24,-272~0,-268 0,-268~24,-272~22,-232 0,-224", at))
    sheet.fill(skin.done(), mix(mix(SAND, CINNABAR, 0.45), INK, 0.18))
    sheet.fill(shorts.done(), mix(INK, NIGHT, 0.4))
    cloth = shirt.done()
    sheet.fill(cloth, ink)
    sheet.stipple(horizontal(x - 6 * size, x + 44 * size, 0, 170), mix(ink, INK, 0.5), cloth)
    sheet.fill(shoes.done(), PAPER if ink != PAPER else CINNABAR)
    sheet.fill(hair.done(), INK)
    badge = Cut()
    badge.polygon(outline("0,-186 20,-160 0,-134 -20,-160", at))
    sheet.fill(both(badge.done(), cloth), PAPER if ink != PAPER else INDIGO)


def _ribbon(sheet: Sheet) -> None:
    """The red ribbon that waits under the arch."""
    ribbon = Cut()
    ribbon.polygon([(930, 402), (1100, 402), (1100, 414), (930, 414)])
    sheet.fill(ribbon.done(), CINNABAR)
