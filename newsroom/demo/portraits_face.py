"""A face for the drawn portraits: the head turned on its axis, lit from one side."""

import math
from dataclasses import dataclass

from PIL import Image

from newsroom.demo.drawing_sheet import Point, spline
from newsroom.demo.portraits_tone import Line, Plate, ellipse, places, shape, soft, strokes


@dataclass(frozen=True, slots=True)
class Face:
    """The measures by which one face is told from another; sizes in steps of the plate.

    ``turn`` is the angle of the head, left below zero; ``light`` is the side of the light, -1 the
    left; ``jaw``, ``eye``, ``lips`` and ``nose_width`` are shares of the usual, ``age`` is 0 to 1.
    """

    turn: float = 0.3
    light: int = -1
    width: float = 94
    jaw: float = 0.84
    chin: float = 128
    skin: int = 38
    brow: float = 8
    eye: float = 1
    nose: float = 58
    nose_width: float = 1
    lips: float = 1
    smile: float = 4
    age: float = 0
    centre: Point = (320, 262)

    def at(self, across: float, down: float, out: float = 0) -> Point:
        """Where a place of the face falls: across in halves of its width, ``out`` before it."""
        angle = math.asin(max(-1.0, min(1.0, across)))
        x, y = self.centre
        return (
            x + self.width * (math.sin(angle + self.turn) + out * math.sin(self.turn)),
            y + down,
        )

    def on(self, pairs: str, side: int = 1, *, lift: float = 0) -> list[Point]:
        """Places of the face, written "across,down,out" with the last left off where it is 0."""
        spots = ([*map(float, spot.split(",")), 0.0] for spot in pairs.split())
        return [self.at(side * spot[0], spot[1] + lift, spot[2]) for spot in spots]

    def edge(self, across: float, down: float) -> Point:
        """A place by the outline, which does not turn; its lower end follows the chin."""
        x, y = self.centre
        lean = self.width * math.sin(self.turn) * max(0.0, down + 20) / 260
        return (x + self.width * across + lean, y + down)

    def by(self, pairs: str, side: int = 1) -> list[Point]:
        """Places by the outline, written "across,down"."""
        return [self.edge(side * across, down) for across, down in places(pairs)]

    def round(self, pairs: str) -> list[Point]:
        """A line from its right end to the middle, and on to the same end on the left."""
        half = places(pairs)
        other = [(-across, down) for across, down in reversed(half) if across]
        return [self.edge(across, down) for across, down in (*half, *other)]

    def outline(self) -> list[Point]:
        """The face from the hairline to the chin."""
        jaw, chin = self.jaw, self.chin
        low = f"{jaw},{chin * 0.66} {jaw * 0.68},{chin * 0.89} .25,{chin * 0.995}"
        around = self.round(f".45,-126 .86,-96 1,-40 1,10 .97,48 {low} 0,{chin}")
        return spline(around)

    @property
    def mouth(self) -> float:
        """The height of the line between the lips."""
        return self.nose + 29


def draw(plate: Plate, face: Face) -> None:
    """Everything between the hairline and the chin; hair and glasses come after it."""
    skin = shape(face.outline())
    plate.lay(skin, face.skin)
    _form(plate, face, skin)
    _light(plate, face, skin)
    _nose(plate, face, skin)
    for side in (-1, 1):
        _eye(plate, face, side, skin)
        _brow(plate, face, side)
    _mouth(plate, face, skin)
    if face.age:
        _years(plate, face, skin)


def neck(plate: Plate, face: Face, thick: float = 0.62) -> None:
    """The neck, with the shadow of the jaw on it."""
    x, y = face.centre
    wide, low, lean = face.width * thick, face.chin, face.width * math.sin(face.turn) * 0.28
    column = shape(
        spline(
            [
                *((x + lean + side * wide, y + 60) for side in (-1, 1)),
                (x + wide * 1.05, y + low + 46),
                (x + wide * 1.7, y + low + 108),
                (x - wide * 1.7, y + low + 108),
                (x - wide * 1.05, y + low + 46),
            ]
        )
    )
    plate.lay(column, face.skin + 26)
    fallen = [(across + 6, down + 26) for across, down in face.outline()]
    plate.shade(soft(shape(fallen), 9), 105, column)
    far = (x - face.light * wide, y + low + 30)
    plate.shade(soft(shape(ellipse(far, wide * 0.9, 110)), 16), 80, column)


def ear(plate: Plate, face: Face) -> None:
    """The one ear that a turned head shows."""
    side = -1 if face.turn > 0 else 1
    x, y = face.edge(side, 12)
    rim = places("-6,-30 10,-40 20,-26 17,0 9,28 -4,34")
    stencil = shape(spline([(x + side * across, y + down) for across, down in rim]))
    plate.lay(stencil, face.skin + (18 if side == face.light else 96))
    hollow = [(x + side * across, y + down) for across, down in places("5,-26 12,-18 8,4")]
    plate.shade(soft(strokes((hollow, 4, 3)), 1.4), 100, stencil)


def _form(plate: Plate, face: Face, skin: Image.Image) -> None:
    """The large shade on the side away from the light, a small one on the other."""
    far = -face.light
    front = face.on(".6,-130 .72,-60 .56,-22 .74,14 .6,58 .44,96 .3,140", far)
    beyond = face.by("1.5,140 1.5,-130", far)
    plate.shade(soft(shape([*front, *beyond]), 13), 92, skin)
    deeper = [(x + far * 26, y) for x, y in front]
    plate.shade(soft(shape([*deeper, *beyond]), 16), 46, skin)
    rim = face.by(f".93,-90 .9,20 {face.jaw * 0.9},80 .4,118 1.5,118 1.5,-90", -far)
    plate.shade(soft(shape(rim), 12), 34, skin)


def _light(plate: Plate, face: Face, skin: Image.Image) -> None:
    """The sockets in shade; the brow, the near cheek and the chin in light."""
    for side in (-1, 1):
        plate.shade(soft(shape(ellipse(face.at(side * 0.4, -6), 25, 17)), 8), 42, skin)
    cheek, brow = face.at(face.light * 0.52, 44), face.at(face.light * 0.2, -78)
    plate.shade(soft(shape(ellipse(cheek, 22, 18)), 12), -22, skin)
    plate.shade(soft(shape(ellipse(brow, 44, 26)), 16), -24, skin)
    x, y = face.at(0, face.chin - 16)
    plate.shade(soft(shape(ellipse((x + face.light * 5, y), 17, 12)), 7), -16, skin)


def _nose(plate: Plate, face: Face, skin: Image.Image) -> None:
    """Its wall away from the light, its ridge in it, the wings, and the shade below."""
    far, low, wide = -face.light, face.nose, 0.2 * face.nose_width
    wall = face.on(
        f".1,-20 .05,4,.1 .05,{low - 18},.26 .04,{low},.25 {wide},{low + 2},.04 "
        f"{wide + 0.02},{low - 12} .17,{low - 34} .2,-6",
        far,
    )
    plate.shade(soft(shape(spline(wall)), 4), 78, skin)
    ridge = face.on(f".03,-14,.06 .03,{low - 30},.18 .02,{low - 12},.26", -far)
    plate.shade(soft(strokes((ridge, 5, 8)), 4), -26, skin)
    x, y = face.at(0, low + 3, 0.24)
    plate.shade(soft(shape(ellipse((x, y), 18 * face.nose_width, 5)), 3), 80, skin)
    for side in (-1, 1):
        hole = face.on(f".06,{low + 2},.2 {wide * 0.8},{low + 1},.1", side)
        plate.shade(soft(strokes((hole, 3.2, 2.2)), 1.2), 110, skin)
        wing = face.on(
            f"{wide * 0.9},{low - 14},.06 {wide + 0.05},{low - 5},.05 {wide * 0.9},{low + 3},.06",
            side,
        )
        plate.shade(soft(strokes((wing, 2, 1.6)), 1.4), 62, skin)


def _eye(plate: Plate, face: Face, side: int, skin: Image.Image) -> None:
    """One eye: the white, the iris with its light, the lids, the crease above, the bag below."""
    e = face.eye
    upper = face.on(f".225,3 .31,{-5.4 * e} .4,{-7.6 * e} .5,{-5.4 * e} .575,.5", side)
    lower = face.on(f".575,.5 .49,{5.2 * e} .4,{6.4 * e} .3,{5.6 * e} .225,3", side)
    almond = shape([*spline(upper, closed=False), *spline(lower, closed=False)])
    plate.lay(almond, 26 if side == face.light else 54)
    x, y = face.at(side * 0.4 - 0.02 * math.copysign(1, face.turn), -0.5)
    plate.shade(shape(ellipse((x, y), 8.4 * e, 8.8 * e)), 140, almond)
    plate.shade(shape(ellipse((x, y), 4.4 * e)), 120, almond)
    lid = [(across, down + 3) for across, down in upper]
    plate.shade(soft(strokes((lid, 4, 4)), 2), 60, almond)
    plate.lay(shape(ellipse((x + face.light * 3, y - 3.4), 2.3)), 10)
    plate.shade(strokes((upper, 1.8, 3.6)), 190)
    plate.shade(soft(strokes((lower, 1.4, 1.0)), 0.8), 80)
    crease = [(across + side, down - 6.5) for across, down in upper[1:]]
    plate.shade(soft(strokes((crease, 1.4, 1.8)), 1), 74, skin)
    bag = [(across, down + 7) for across, down in lower[1:]]
    plate.shade(soft(strokes((bag, 2, 2)), 2), 26 + round(44 * face.age), skin)


def _brow(plate: Plate, face: Face, side: int) -> None:
    """A brow that thins outwards, and pales with the years."""
    thick = face.brow
    under = face.on(".17,-17 .34,-21 .54,-22 .7,-13", side)
    over = face.on(f".16,{-18 - thick} .34,{-22 - thick} .56,{-23 - thick * 0.6}", side)
    hair = shape([*spline(under, closed=False), *reversed(spline(over, closed=False))])
    plate.shade(soft(hair, 1.6), 158 - round(60 * face.age))


def _mouth(plate: Plate, face: Face, skin: Image.Image) -> None:
    """Lips: the upper one in shade, the lower in light, a line between."""
    level, full = face.mouth, face.lips
    corner = f"{level - face.smile}"
    parting = face.on(
        f"-.29,{corner} -.12,{level},.1 0,{level + 1.5},.14 .12,{level},.1 .29,{corner}"
    )
    top, dip, side = level - 10 * full, level - 7.5 * full, level - 7 * full
    bow = face.on(
        f".29,{corner} .15,{side},.08 .05,{top},.14 0,{dip},.14 -.05,{top},.14 -.15,{side},.08 "
        f"-.29,{corner}"
    )
    foot, bulge = level + 12 * full, level + 9 * full
    below = face.on(f".29,{corner} .15,{bulge},.08 0,{foot},.12 -.15,{bulge},.08 -.29,{corner}")
    line = spline(parting, closed=False)
    plate.shade(soft(shape([*line, *spline(bow, closed=False)]), 1.2), 92, skin)
    lower = shape([*line, *spline(below, closed=False)])
    plate.shade(soft(lower, 1.6), 56, skin)
    wet = face.at(face.light * 0.06, level + 6 * full, 0.14)
    plate.shade(soft(shape(ellipse(wet, 9, 2.6)), 2.4), -26, lower)
    plate.shade(soft(strokes((parting, 2.2, 2.2)), 0.8), 150, skin)
    plate.shade(soft(shape(ellipse(face.at(0, foot + 6, 0.08), 19, 4)), 4), 56, skin)


def _years(plate: Plate, face: Face, skin: Image.Image) -> None:
    """What time draws: folds beside the mouth, lines on the brow and by the eyes."""
    low = face.nose
    lines: list[Line] = []
    for side in (-1, 1):
        lines += [
            (face.on(f".26,{low - 8} .38,{low + 10} .4,{low + 30}", side), 2.6, 1.4),
            (face.on(".64,-2 .74,-7", side), 1.6, 1),
            (face.on(".64,4 .74,6", side), 1.6, 1),
        ]
    lines += [(face.on("-.4,3 0,0 .4,3", lift=height), 1.6, 1.6) for height in (-62, -76)]
    plate.shade(soft(strokes(*lines), 1.6), round(86 * face.age), skin)
