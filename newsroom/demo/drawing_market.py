"""A covered market seen from its roof."""

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
    Colour,
    Cut,
    Point,
    Sheet,
    mix,
    radial,
    vertical,
)

_TURN = math.radians(-13)
_LEAF: Colour = (86, 112, 70)
_STONE = mix(mix(SAND, CINNABAR, 0.16), INK, 0.16)
_BAY = (300.0, 210.0)
_INKS = (CINNABAR, INDIGO, SAFFRON, _LEAF, mix(CINNABAR, INK, 0.35))


def _on_floor(x: float, y: float) -> Point:
    """A place of the hall's floor on the turned picture."""
    c, s = math.cos(_TURN), math.sin(_TURN)
    return (960 + x * c - y * s, 640 + x * s + y * c)


def _box(x: float, y: float, wide: float, deep: float) -> list[Point]:
    """A rectangle of the floor, by its middle."""
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return [_on_floor(x + a * wide / 2, y + b * deep / 2) for a, b in corners]


def market() -> Image.Image:
    """Striped awnings and heaps of colour in rows; people in the lanes; sun through the roof."""
    sheet = Sheet(163, _STONE)
    _paving(sheet)
    stalls = [
        (
            column * _BAY[0] + 40,
            row * _BAY[1] + 20,
            sheet.chance.randrange(len(_INKS)),
            sheet.chance.random() < 0.56,
        )
        for row in range(-5, 6)
        for column in range(-5, 6)
        if column != 0
    ]
    _shadows(sheet, stalls)
    _tables(sheet, stalls)
    _awnings(sheet, stalls)
    _people(sheet)
    _light(sheet)
    return sheet.printed()


def _paving(sheet: Sheet) -> None:
    """Flagstones, and a worn gutter down the middle lane."""
    joints, gutter = Cut(), Cut()
    for i in range(-24, 25):
        joints.line([_on_floor(i * 52, -1300), _on_floor(i * 52, 1300)], 1.5)
        joints.line([_on_floor(-1300, i * 52), _on_floor(1300, i * 52)], 1.5)
    sheet.wash(vertical(0, 1, 90, 90), INK, joints.done())
    gutter.polygon(_box(40, 0, 10, 2700))
    sheet.fill(gutter.done(), mix(_STONE, INK, 0.3))


def _shadows(sheet: Sheet, stalls: list[tuple[float, float, int, bool]]) -> None:
    """Each stall throws its shade to one side."""
    shade = Cut()
    for x, y, _ink, covered in stalls:
        reach = 34 if covered else 12
        shade.polygon(_box(x + reach, y + reach, 232, 128))
    sheet.wash(vertical(0, 1, 150, 150), mix(INK, NIGHT, 0.5), shade.done())


def _tables(sheet: Sheet, stalls: list[tuple[float, float, int, bool]]) -> None:
    """Open tables with crates: every crate one colour of fruit, grain or spice."""
    wood, crates = Cut(), Cut()
    goods = {ink: Cut() for ink in (*_INKS[:4], SAND)}
    for x, y, _ink, covered in stalls:
        if covered:
            continue
        wood.polygon(_box(x, y, 232, 128))
        for place in range(8):
            cx, cy = x - 84 + (place % 4) * 56, y - 30 + (place // 4) * 60
            crates.polygon(_box(cx, cy, 50, 54))
            kind = sheet.chance.choice(list(goods))
            for _ in range(15):
                spot = _on_floor(
                    cx + sheet.chance.uniform(-19, 19), cy + sheet.chance.uniform(-21, 21)
                )
                goods[kind].ellipse(spot, sheet.chance.uniform(5, 8))
    sheet.fill(wood.done(), mix(mix(SAND, CINNABAR, 0.4), INK, 0.4))
    sheet.fill(crates.done(), mix(mix(SAND, CINNABAR, 0.3), INK, 0.66))
    for ink, cut in goods.items():
        heap = cut.done()
        sheet.fill(heap, mix(ink, PAPER, 0.08))


def _awnings(sheet: Sheet, stalls: list[tuple[float, float, int, bool]]) -> None:
    """Striped cloths with scalloped edges, darker on the side away from the light."""
    cloth, fold, stripes = Cut(), Cut(), [Cut() for _ in _INKS]
    for x, y, kind, covered in stalls:
        if not covered:
            continue
        cloth.polygon(_box(x, y, 244, 144))
        for stripe in range(7):
            along = x - 105 + stripe * 35
            if stripe % 2 == 0:
                stripes[kind].polygon(_box(along, y, 35, 144))
            for side in (-1, 1):
                (stripes[kind] if stripe % 2 == 0 else cloth).ellipse(
                    _on_floor(along, y + side * 72), 17.5, 11
                )
        fold.polygon(_box(x, y + 38, 244, 70))
        fold.polygon(_box(x, y, 244, 5))
    sheet.fill(cloth.done(), mix(PAPER, SAND, 0.3))
    for ink, cut in zip(_INKS, stripes, strict=True):
        sheet.fill(cut.done(), ink)
    sheet.stipple(vertical(0, 1, 84, 84), INK, fold.done())


def _people(sheet: Sheet) -> None:
    """Shoppers from above: shoulders, heads, baskets, long shadows."""
    shade, heads = Cut(), Cut()
    coats = {ink: Cut() for ink in (INK, INDIGO, CINNABAR, PAPER)}
    baskets = Cut()
    for _ in range(64):
        lane = sheet.chance.random()
        if lane < 0.46:
            x, y = sheet.chance.uniform(-66, 146), sheet.chance.uniform(-800, 800)
        else:
            row = sheet.chance.randrange(-4, 5)
            x, y = (
                sheet.chance.uniform(-1150, 1150),
                row * _BAY[1] + 125 + sheet.chance.uniform(-14, 14),
            )
        spot = _on_floor(x, y)
        turn = sheet.chance.uniform(0, 3.1)
        c, s = math.cos(turn), math.sin(turn)
        ink = sheet.chance.choice(list(coats))
        body = [
            (
                spot[0] + 27 * math.cos(a) * c - 15 * math.sin(a) * s,
                spot[1] + 27 * math.cos(a) * s + 15 * math.sin(a) * c,
            )
            for a in (math.tau * i / 24 for i in range(24))
        ]
        coats[ink].polygon(body)
        shade.polygon(
            [
                (spot[0] - 18, spot[1] + 8),
                (spot[0] + 18, spot[1] - 8),
                (spot[0] + 78, spot[1] + 62),
                (spot[0] + 46, spot[1] + 82),
            ]
        )
        shade.ellipse((spot[0] + 62, spot[1] + 72), 20)
        heads.ellipse((spot[0] + 4 * s, spot[1] - 4 * c), 13)
        if sheet.chance.random() < 0.4:
            baskets.ellipse((spot[0] + 32 * c, spot[1] + 32 * s), 13, 11)
    sheet.wash(vertical(0, 1, 130, 130), mix(INK, NIGHT, 0.5), shade.done())
    for ink, cut in coats.items():
        sheet.fill(cut.done(), ink)
    sheet.fill(baskets.done(), mix(SAND, SAFFRON, 0.6))
    sheet.fill(heads.done(), mix(INK, CINNABAR, 0.22))


def _light(sheet: Sheet) -> None:
    """Shafts from the skylights; the rest of the hall lies in cool shade."""
    shafts = Cut()
    for i in range(-3, 4):
        shafts.polygon(
            [
                _on_floor(i * 420 - 90, -1000),
                _on_floor(i * 420 + 100, -1000),
                _on_floor(i * 420 + 340, 1000),
                _on_floor(i * 420 + 150, 1000),
            ]
        )
    lit = shafts.done()
    dim = lit.point([255 - value for value in range(256)])
    sheet.wash(vertical(0, 1, 92, 92), mix(NIGHT, INDIGO, 0.3), dim)
    sheet.stipple(vertical(0, 1280, 70, 36), mix(SAFFRON, PAPER, 0.5), lit)
    sheet.stipple(radial((980, 620), 760, 560, 50), PAPER, lit)
    hang = Cut()
    for y in (-420, 0, 420):
        hang.line([_on_floor(-1300, y + 78), _on_floor(1300, y + 78)], 5)
        for x in range(-1200, 1300, 300):
            hang.ellipse(_on_floor(x + 190, y + 78), 15)
    sheet.fill(hang.done(), INK)
    bulbs = Cut()
    for y in (-420, 0, 420):
        for x in range(-1200, 1300, 300):
            bulbs.ellipse(_on_floor(x + 190, y + 78), 8)
    sheet.fill(bulbs.done(), mix(SAFFRON, PAPER, 0.4))
