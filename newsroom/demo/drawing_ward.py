"""A hospital corridor at night, in one-point perspective."""

from PIL import Image

from newsroom.demo.drawing_sheet import (
    CINNABAR,
    INDIGO,
    INK,
    NIGHT,
    PAPER,
    SAFFRON,
    SAND,
    Cut,
    Point,
    Sheet,
    both,
    horizontal,
    mix,
    outline,
    placed,
    radial,
    vertical,
)

_MINT = (128, 168, 158)
_WALL, _DUSK = mix(_MINT, NIGHT, 0.34), mix(_MINT, NIGHT, 0.72)


def _seen(x: float, height: float, depth: float) -> Point:
    """Where a point of the corridor falls in the picture; depth 1 is the front."""
    return (1080 + x / depth, 560 - height / depth)


def corridor() -> Image.Image:
    """A long ward corridor; one nurse walks it, one door is open, one lamp burns at the end."""
    sheet = Sheet(131, _DUSK)
    _shell(sheet)
    _doors(sheet)
    _lamps(sheet)
    _bed(sheet)
    _nurse(sheet)
    sheet.stipple(radial((1080, 1560), 1500, 620, 190), mix(NIGHT, INK, 0.5))
    return sheet.printed()


def _quad(
    x: tuple[float, float], height: tuple[float, float], depth: tuple[float, float]
) -> list[Point]:
    """A plane of the corridor between two corners."""
    return [
        _seen(x[0], height[0], depth[0]), _seen(x[0], height[1], depth[0]),
        _seen(x[1], height[1], depth[1]), _seen(x[1], height[0], depth[1]),
    ]  # fmt: skip


def _slab(height: float, left: float, right: float, depth: tuple[float, float]) -> list[Point]:
    """A level plane at one height."""
    near, far = depth
    return [
        _seen(left, height, near), _seen(right, height, near),
        _seen(right, height, far), _seen(left, height, far),
    ]  # fmt: skip


def _shell(sheet: Sheet) -> None:
    """Walls with a painted dado, ceiling, floor, the far door."""
    floor, left, right, dado, far = Cut(), Cut(), Cut(), Cut(), Cut()
    floor.polygon(_slab(-700, -700, 700, (0.6, 9)))
    left.polygon(_quad((-700, -700), (-700, 640), (0.5, 9)))
    right.polygon(_quad((700, 700), (-700, 640), (0.5, 9)))
    for side in (-700, 700):
        dado.polygon(_quad((side, side), (-700, -270), (0.5, 9)))
        dado.polygon(_quad((side, side), (-240, -226), (0.5, 9)))
    far.polygon(_quad((-700, 700), (-700, 640), (9, 9)))
    sheet.fill(left.done(), _WALL)
    sheet.fill(right.done(), mix(_WALL, NIGHT, 0.24))
    sheet.stipple(horizontal(1080, -200, 40, 255), mix(_DUSK, NIGHT, 0.4), left.done())
    sheet.stipple(horizontal(1120, 1950, 30, 255), mix(_DUSK, NIGHT, 0.5), right.done())
    sheet.wash(vertical(0, 1, 150, 150), mix(INDIGO, NIGHT, 0.4), dado.done())
    sheet.fill(floor.done(), mix(_MINT, NIGHT, 0.62))
    sheet.stipple(radial((1080, 640), 700, 640, 200), mix(_MINT, PAPER, 0.3), floor.done())
    sheet.fill(far.done(), mix(_MINT, PAPER, 0.55))
    door = Cut()
    door.polygon(_quad((-330, 330), (-700, 330), (9, 9)))
    sheet.fill(door.done(), mix(_MINT, NIGHT, 0.45))
    glass = Cut()
    for x in (-170, 170):
        glass.ellipse(_seen(x, 60, 9), 8, 12)
    sheet.fill(glass.done(), mix(SAFFRON, PAPER, 0.5))


def _doors(sheet: Sheet) -> None:
    """Closed rooms on both sides, and an open one that lays warm light across the floor."""
    frames, leaves, signs = Cut(), Cut(), Cut()
    for side in (-700, 700):
        for depth in (1.25, 1.95, 2.9, 4.2, 6):
            if (side, depth) == (-700, 1.95):
                continue
            frames.polygon(_quad((side, side), (-700, 280), (depth * 0.97, depth * 1.27)))
            leaves.polygon(_quad((side, side), (-700, 250), (depth, depth * 1.23)))
            signs.ellipse(_seen(side, 390, depth * 1.1), 26 / depth, 34 / depth)
    sheet.fill(frames.done(), mix(_WALL, PAPER, 0.22))
    sheet.fill(leaves.done(), mix(_DUSK, INDIGO, 0.3))
    sheet.fill(signs.done(), CINNABAR)
    frame, room, spill = Cut(), Cut(), Cut()
    frame.polygon(_quad((-700, -700), (-700, 290), (1.88, 2.62)))
    sheet.fill(frame.done(), mix(_WALL, PAPER, 0.3))
    room.polygon(_quad((-700, -700), (-700, 255), (1.95, 2.52)))
    sheet.fill(room.done(), mix(SAFFRON, PAPER, 0.35))
    sheet.stipple(vertical(420, 900, 0, 220), mix(SAFFRON, CINNABAR, 0.35), room.done())
    spill.polygon(
        [
            _seen(-700, -700, 1.95),
            _seen(-700, -700, 2.52),
            _seen(560, -700, 2.35),
            _seen(330, -700, 1.45),
        ]
    )
    sheet.stipple(horizontal(690, 1400, 245, 20), mix(SAFFRON, PAPER, 0.25), spill.done())
    sheet.wash(radial((740, 640), 420, 460, 110), mix(SAFFRON, CINNABAR, 0.3))


def _lamps(sheet: Sheet) -> None:
    """Panels of light in the ceiling, most of them out, and what the floor gives back."""
    off, lit = Cut(), Cut()
    for step in range(12):
        depth = 0.8 * 1.24**step
        panel = _slab(640, -150, 150, (depth, depth * 1.12))
        (lit if step in (4, 8, 9, 11) else off).polygon(panel)
    sheet.fill(off.done(), mix(_DUSK, PAPER, 0.2))
    sheet.stipple(radial(_seen(0, 640, 2.0), 560, 300, 150), mix(_MINT, PAPER, 0.5))
    sheet.fill(lit.done(), PAPER)
    for depth in (1.9, 4.6):
        glow = radial(_seen(0, -700, depth), 420 / depth, 300 / depth, 190)
        sheet.stipple(glow, mix(PAPER, _MINT, 0.3))


def _bed(sheet: Sheet) -> None:
    """An empty bed on wheels against the right wall, with its drip."""
    frame, sheetcloth, pillow, bag = Cut(), Cut(), Cut(), Cut()
    for depth in (1.5, 2.16):
        for x in (330, 640):
            frame.line([_seen(x, -320, depth), _seen(x, -660, depth)], 16 / depth)
            frame.ellipse(_seen(x, -670, depth), 26 / depth)
        frame.line([_seen(330, -190, depth), _seen(640, -190, depth)], 16 / depth)
        frame.line([_seen(330, -190, depth), _seen(330, -330, depth)], 14 / depth)
        frame.line([_seen(640, -190, depth), _seen(640, -330, depth)], 14 / depth)
    frame.polygon(_slab(-390, 320, 650, (1.5, 2.16)))
    frame.line([_seen(330, -480, 1.5), _seen(330, -480, 2.16)], 9)
    frame.line([_seen(650, -660, 2.2), _seen(650, 190, 2.2)], 7)
    frame.line([_seen(590, 185, 2.2), _seen(710, 185, 2.2)], 6)
    sheet.fill(frame.done(), INK)
    sheetcloth.polygon(_slab(-330, 322, 648, (1.5, 2.14)))
    sheetcloth.polygon(
        [_seen(322, -330, 1.5), _seen(648, -330, 1.5), _seen(648, -420, 1.5), _seen(322, -420, 1.5)]
    )
    sheetcloth.polygon(
        [
            _seen(322, -330, 1.5),
            _seen(322, -330, 2.14),
            _seen(322, -430, 2.0),
            _seen(322, -470, 1.5),
        ]
    )
    cloth = sheetcloth.done()
    sheet.fill(cloth, mix(PAPER, _MINT, 0.35))
    sheet.stipple(
        both(horizontal(1290, 1520, 60, 230), vertical(690, 860, 120, 255)),
        mix(INDIGO, _MINT, 0.3),
        cloth,
    )
    pillow.ellipse(_seen(490, -300, 2.05), 58, 17)
    sheet.fill(pillow.done(), PAPER)
    bag.polygon(outline("-14,0 14,0 12,44 0,54 -12,44", placed(*_seen(600, 170, 2.2))))
    sheet.fill(bag.done(), mix(PAPER, CINNABAR, 0.25))


def _nurse(sheet: Sheet) -> None:
    """She walks away from us with a folder under her arm; her shadow comes towards us."""
    x, y = _seen(-120, -700, 1.62)
    at = placed(x, y, 1.0)
    shadow = Cut()
    shadow.polygon(outline("-34,-6 30,-6 96,300 -20,300", at))
    sheet.stipple(vertical(y, y + 290, 220, 30), mix(NIGHT, INK, 0.4), shadow.done())
    legs, coat, arms, skin, cap = Cut(), Cut(), Cut(), Cut(), Cut()
    legs.polygon(outline("-34,-150 -4,-150 -8,-14 2,0 -34,0 -30,-20", at))
    legs.polygon(outline("4,-150 36,-150 30,-40 34,-26 6,-22 10,-44", at))
    sheet.fill(legs.done(), mix(INDIGO, NIGHT, 0.3))
    coat.polygon(outline("-46,-330 -20,-348 20,-348 46,-330 52,-240 48,-120 -48,-120 -54,-240", at))
    shape = coat.done()
    sheet.fill(shape, PAPER)
    sheet.stipple(horizontal(x - 50, x + 60, 0, 230), mix(INDIGO, _MINT, 0.35), shape)
    sheet.stipple(horizontal(x - 70, x + 10, 170, 0), mix(SAFFRON, PAPER, 0.2), shape)
    arms.polygon(outline("-46,-330 -66,-250 -60,-170 -44,-170 -42,-250", at))
    arms.polygon(outline("46,-330 70,-262 44,-214 30,-226 46,-258", at))
    sheet.fill(arms.done(), mix(PAPER, _MINT, 0.4))
    cap.polygon(outline("18,-262 70,-250 62,-190 12,-202", at))
    sheet.fill(cap.done(), CINNABAR)
    skin.ellipse(at(-53, -162), 9, 13)
    skin.polygon(outline("-11,-362 11,-362 12,-344 -12,-344", at))
    sheet.fill(skin.done(), mix(SAND, CINNABAR, 0.35))
    hair = Cut()
    hair.ellipse(at(0, -384), 27, 31)
    hair.ellipse(at(0, -410), 17, 14)
    sheet.fill(hair.done(), INK)
