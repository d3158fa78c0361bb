"""What the drawn portraits wear below the head, and before the eyes."""

from PIL import Image, ImageChops

from newsroom.demo.drawing_sheet import Point, spline
from newsroom.demo.portraits_face import Face
from newsroom.demo.portraits_hair import lit
from newsroom.demo.portraits_tone import Line, Plate, ellipse, places, shape, soft, strokes


def shoulders(plate: Plate, face: Face, tone: int) -> Image.Image:
    """The mass of what is worn from the neck down."""
    right = _below(face, "44,24 78,46 145,72 196,116 222,280", 1)
    left = _below(face, "222,280 196,116 145,72 78,46 44,24", -1)
    stencil = shape([*spline(right, closed=False), *spline(left, closed=False)])
    plate.lay(stencil, tone)
    lit(plate, stencil, face)
    for side in (-1, 1):
        fold = _below(face, "136,90 122,150 136,262", side)
        plate.shade(soft(strokes((fold, 5, 9)), 4), 46, stencil)
    return stencil


def collar(plate: Plate, face: Face, tone: int) -> None:
    """A shirt's two leaves around an opening, which shows the skin."""
    _skin(plate, face, _below(face, "-46,14 46,14 6,112 -6,112", 1))
    for side in (-1, 1):
        leaf = _below(face, "50,-2 58,26 46,80 3,108 40,30", side)
        plate.lay(shape(leaf), tone if side == face.light else tone + 34)
        plate.shade(strokes((leaf[1:4], 2, 2)), 90)
        plate.shade(strokes(([leaf[0], leaf[4], leaf[3]], 2.4, 2)), 120)


def jacket(plate: Plate, face: Face, tone: int, shirt: int, tie: int | None = None) -> None:
    """A jacket with lapels over a shirt, with a tie or without."""
    shoulders(plate, face, tone)
    _skin(plate, face, _below(face, "-50,10 50,10 0,62", 1))
    front = shape(_below(face, "-54,8 -38,26 0,52 38,26 54,8 12,194 -12,194", 1))
    plate.lay(front, shirt)
    lit(plate, front, face, 44, 0)
    if tie is not None:
        plate.lay(shape(_below(face, "-10,70 10,70 21,204 -21,204", 1)), tie)
        plate.lay(shape(_below(face, "-15,44 15,44 10,70 -10,70", 1)), tie + 20)
        plate.shade(soft(strokes((_below(face, "-12,71 12,71", 1), 3, 3)), 1), 60)
    for side in (-1, 1):
        near = side == face.light
        leaf = _below(face, "50,-2 54,26 40,72 4,50 38,24", side)
        plate.lay(shape(leaf), shirt if near else shirt + 30)
        plate.shade(strokes((leaf[1:], 1.8, 1.8)), 96)
        lapel = _below(face, "52,8 82,30 92,90 70,96 76,112 14,194 8,194", side)
        plate.lay(shape(lapel), tone if tone > 200 else tone + (8 if near else 42))
        seam = strokes((lapel[1:4], 2.6, 2.6), (lapel[4:6], 2.6, 2.6))
        plate.shade(seam, 110 if tone < 170 else -70)


def rollneck(plate: Plate, face: Face, tone: int) -> None:
    """A knitted top whose collar stands round the neck."""
    shoulders(plate, face, tone)
    roll = shape(spline(_below(face, "-52,2 0,16 52,2 60,26 70,54 0,74 -70,54 -60,26", 1)))
    plate.lay(roll, tone + 24)
    lit(plate, roll, face, 50, 20)
    ribs = [
        (_below(face, f"{x * 0.86},2 {x},34 {x * 1.1},72", 1), 2.0, 2.0) for x in range(-54, 55, 12)
    ]
    plate.shade(soft(strokes(*ribs), 0.8), 44, roll)
    plate.shade(soft(strokes((_below(face, "-70,58 0,78 70,58", 1), 4, 4)), 2), 70)


def round_neck(plate: Plate, face: Face, tone: int) -> None:
    """A knitted top with a round opening and its border."""
    body = shoulders(plate, face, tone)
    ring = _below(face, "-62,28 -40,62 0,78 40,62 62,28", 1)
    _skin(plate, face, [*spline(ring, closed=False), *_below(face, "40,4 -40,4", 1)])
    border = ImageChops.multiply(strokes((ring, 12, 12)), body)
    plate.lay(border, tone + 44)
    lit(plate, border, face, 40, 10)
    plate.shade(strokes(([(x, y + 13) for x, y in ring], 1.6, 1.6)), 80, body)


def track_top(plate: Plate, face: Face, tone: int) -> None:
    """A zipped top with a standing collar and two stripes along each sleeve."""
    body = shoulders(plate, face, tone)
    _skin(plate, face, _below(face, "-56,12 56,12 30,66 0,86 -30,66", 1))
    for side in (-1, 1):
        leaf = _below(face, "58,-2 70,42 2,116 2,82 38,50", side)
        plate.lay(shape(leaf), tone + (30 if side == face.light else 70))
        plate.shade(strokes(([leaf[0], leaf[4], leaf[3]], 2.4, 2.4)), -70)
        for stripe in ("78,36 130,78 186,170", "88,32 142,70 200,170"):
            cut = strokes((_below(face, stripe, side), 7, 7))
            plate.lay(ImageChops.multiply(cut, body), 30)
    plate.shade(strokes((_below(face, "0,82 0,150 0,280", 1), 3, 3)), 110)


def glasses(
    plate: Plate, face: Face, *, wide: float = 31, tall: float = 27, square: float = 0.72,
    rim: float = 3,
) -> None:  # fmt: skip
    """Two lenses, a bridge, an arm to the near ear; ``square`` is 0.72 for round, to 0.95."""
    near, lines, inner = -1 if face.turn > 0 else 1, list[Line](), list[float]()
    for side in (-1, 1):
        x, y = face.at(side * 0.4, 2, 0.1)
        a, b = wide * (1.0 if side == near else 0.82), tall
        corner, glint = square, places(".1,-.7 .5,-.5 -.1,.4 -.45,.2")
        ring = [
            (x + a * across, y + b * down)
            for across, down in (
                (1, 0), (corner, corner), (0, 1), (-corner, corner), (-1, 0), (-corner, -corner),
                (0, -1), (corner, -corner), (1, 0), (corner, corner),
            )
        ]  # fmt: skip
        lens = shape(spline(ring[:8]))
        plate.shade(lens, 10)
        shine = shape([(x + a * across, y + b * down) for across, down in glint])
        plate.shade(soft(shine, 3), -26, lens)
        lines.append((ring, rim, rim))
        inner.append(x - side * a)
        if side == near:
            lines.append(([(x + side * a, y - 4), face.edge(side * 0.98, -2)], rim, rim))
    left, right, level = inner[0], inner[1], face.centre[1]
    bridge = [(left, level - 2), ((left + right) / 2, level - 7), (right, level - 2)]
    plate.shade(strokes(*lines, (bridge, rim, rim)), 200)


def pearl(plate: Plate, face: Face) -> None:
    """An earring at the near ear."""
    side = -1 if face.turn > 0 else 1
    x, y = face.edge(side * 0.98, 62)
    bead = shape(ellipse((x, y), 7.5))
    plate.lay(bead, 8)
    plate.shade(soft(shape(ellipse((x + 2, y + 3), 4)), 2), 90, bead)


def _below(face: Face, pairs: str, side: int) -> list[Point]:
    """Places on the chest, from the middle of the chin; -1 is the other side."""
    x, y = face.centre
    return [(x + side * across, y + face.chin + down) for across, down in places(pairs)]


def _skin(plate: Plate, face: Face, opening: list[Point]) -> None:
    """The throat that an opening shows, in the shade of the chin."""
    stencil = shape(opening)
    plate.lay(stencil, face.skin + 40)
    x, y = face.centre
    shadow = ellipse((x - face.light * 12, y + face.chin + 16), 62, 36)
    plate.shade(soft(shape(shadow), 11), 84, stencil)
