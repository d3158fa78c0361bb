"""What grows on the heads of the drawn portraits, or covers them: hair, beards, scarves."""

from random import Random

from PIL import Image, ImageChops

from newsroom.demo.drawing_sheet import Point, spline
from newsroom.demo.portraits_face import Face
from newsroom.demo.portraits_tone import Line, Plate, ellipse, places, shape, soft, strokes


def lit(plate: Plate, stencil: Image.Image, face: Face, deep: int = 60, pale: int = 26) -> None:
    """Darken a mass on the side away from the light, and lighten it a little on the other."""
    x, y = face.centre
    far, near = (x - face.light * 120, y + 60), (x + face.light * 95, y - 60)
    plate.shade(soft(shape(ellipse(far, 90, 330)), 36), deep, stencil)
    plate.shade(soft(shape(ellipse(near, 60, 200)), 30), -pale, stencil)


def combed(
    plate: Plate,
    stencil: Image.Image,
    first: list[Point],
    last: list[Point],
    *,
    seed: int,
    count: int = 22,
    by: int = 50,
) -> None:
    """Strands from one line of the hair to another, some darker than the mass and some paler."""
    chance = Random(seed)  # noqa: S311 - a drawing, not a secret
    dark: list[Line] = []
    pale: list[Line] = []
    for _ in range(count):
        share, sway = chance.random(), chance.uniform(-3, 3)
        strand = [
            (x + (to_x - x) * share + sway, y + (to_y - y) * share + sway)
            for (x, y), (to_x, to_y) in zip(first, last, strict=True)
        ]
        (dark if chance.random() < 0.55 else pale).append((strand, chance.uniform(1.4, 3.4), 1.0))
    plate.shade(soft(strokes(*dark), 1), by, stencil)
    plate.shade(soft(strokes(*pale), 1), -by, stencil)


def cap(
    plate: Plate, face: Face, tone: int, hairline: str, *, top: float = 154, full: float = 1.1,
    low: float = 6,
) -> Image.Image:  # fmt: skip
    """Hair between the skull and a hairline, which runs over the brow from right to left."""
    skull = face.round(
        f"{full - 0.04},{low} {full},-40 {full * 0.93},-88 {full * 0.72},{-top * 0.81} "
        f"{full * 0.4},{-top * 0.95} 0,{-top}"
    )
    line = spline(face.by(hairline), closed=False)
    stencil = shape([*spline(skull, closed=False), *reversed(line)])
    cast = soft(shape([*line, *face.by("-1,-50 1,-50")]), 5)
    plate.shade(cast, 40, shape(face.outline()))
    plate.lay(stencil, tone)
    lit(plate, stencil, face)
    return stencil


def fall(plate: Plate, face: Face, tone: int, side: str, seed: int) -> None:
    """Long hair behind the neck, by the outline of its right side from the crown down."""
    stencil = shape(spline(face.round(" ".join(reversed(side.split())))))
    plate.lay(stencil, tone)
    lit(plate, stencil, face, 70, 20)
    for turn in (-1, 1):
        inner = face.by(".5,-120 .9,0 .7,100 .8,190", turn)
        outer = face.by(".8,-130 1.4,0 1.36,100 1.4,190", turn)
        combed(plate, stencil, inner, outer, seed=seed + turn)


def knot(plate: Plate, face: Face, tone: int, seed: int) -> None:
    """A knot of hair on the crown, behind the head."""
    x, y = face.edge(-0.12 if face.turn > 0 else 0.12, -164)
    stencil = shape(ellipse((x, y), 42, 33))
    plate.lay(stencil, tone)
    lit(plate, stencil, face, 10, 40)
    first = [(x + across, y + down) for across, down in places("-44,6 -10,-34 30,-20")]
    last = [(x + across, y + down) for across, down in places("-30,30 4,10 42,10")]
    combed(plate, stencil, first, last, seed=seed, count=16, by=70)


def curls(plate: Plate, face: Face, tone: int, area: Image.Image, seed: int) -> None:
    """Rings of hair all over an area, each with its light or its shade."""
    chance = Random(seed)  # noqa: S311 - a drawing, not a secret
    left, top, right, bottom = area.getbbox() or (0, 0, 1, 1)
    discs: list[list[Point]] = []
    lights: list[Line] = []
    darks: list[Line] = []
    for _ in range(520):
        x, y = chance.uniform(left, right - 1), chance.uniform(top, bottom - 1)
        r = chance.uniform(9, 15)
        if area.getpixel((int(x), int(y))):
            discs.append(ellipse((x, y), r))
            arc = [(x - r * 0.7, y - r * 0.2), (x, y - r * 0.7), (x + r * 0.7, y - r * 0.1)]
            (lights if chance.random() < 0.5 else darks).append((arc, 2.6, 1.2))
    mass = shape(*discs)
    plate.lay(mass, tone)
    lit(plate, mass, face)
    plate.shade(soft(strokes(*lights), 1), -52, mass)
    plate.shade(soft(strokes(*darks), 1), 60, mass)


def dome(plate: Plate, face: Face) -> None:
    """A bald head above the brow."""
    stencil = shape(spline(face.round("1,10 1.04,-46 .97,-90 .76,-124 .42,-144 0,-150")))
    plate.lay(stencil, face.skin)
    lit(plate, stencil, face, 96, 10)
    x, y = face.centre
    plate.shade(soft(shape(ellipse((x + face.light * 34, y - 116), 34, 18)), 10), -34, stencil)


def temples(plate: Plate, face: Face, tone: int) -> None:
    """What is left of the hair above the ears."""
    for side in (-1, 1):
        patch = face.by(".96,20 1.08,4 1.14,-40 1.06,-84 .96,-78 .9,-44 .93,-10", side)
        stencil = soft(shape(spline(patch)), 1.6)
        plate.tone.paste(tone if side == face.light else tone + 60, mask=stencil)
        first = face.by(".94,-74 .92,-30 .97,14", side)
        last = face.by("1.05,-80 1.13,-36 1.06,10", side)
        combed(plate, stencil, first, last, seed=7 + side, count=16, by=56)


def beard(plate: Plate, face: Face, tone: int, *, high: float = 46, long: float = 12) -> None:
    """A full beard from ear to ear, with the lips left free."""
    level, chin, jaw = face.mouth, face.chin, face.jaw
    outer = face.round(
        f"1.02,{high - 34} 1.02,{high} {jaw + 0.04},{chin * 0.68} "
        f"{jaw * 0.7},{chin * 0.96 + long * 0.6} .2,{chin + long}"
    )
    half = f".9,{high - 30} .74,{high + 12} .5,{level - 12} .36,{level - 20} .1,{level - 17}"
    inner = [*face.on(half), *reversed(face.on(half, -1))]
    rim = [*spline(outer, closed=False), *reversed(spline(inner, closed=False))]
    lips = shape(
        spline(
            face.on(
                f".27,{level - 3} 0,{level - 8} -.27,{level - 3} -.16,{level + 9} 0,{level + 11} "
                f".16,{level + 9}"
            )
        )
    )
    mass = ImageChops.subtract(soft(shape(rim), 2.2), soft(lips, 1.6))
    plate.tone.paste(tone, mask=mass)
    plate.shade(lips, tone // 4)
    lit(plate, mass, face, 60, 24)
    for side in (-1, 1):
        first = face.on(f".86,{high} .7,{chin * 0.6} .5,{chin + long}", side)
        last = face.on(f".34,{level - 14} .3,{level + 20} .08,{chin + long}", side)
        combed(plate, mass, first, last, seed=5 + side, count=20, by=30)


def stubble(plate: Plate, face: Face, by: int) -> None:
    """The shade of a beard shaved yesterday."""
    level, chin = face.mouth, face.chin
    low = face.round(f".96,50 {face.jaw},{chin * 0.7} .3,{chin} 0,{chin}")
    half = f".8,60 .5,{level - 8} .3,{level - 20} .1,{level - 16}"
    high = [*face.on(half), *reversed(face.on(half, -1))]
    area = shape([*spline(low, closed=False), *reversed(spline(high, closed=False))])
    lips = shape(spline(face.on(f".3,{level} 0,{level - 10} -.3,{level} 0,{level + 14}")))
    plate.shade(ImageChops.subtract(soft(area, 7), soft(lips, 3)), by, shape(face.outline()))


def moustache(plate: Plate, face: Face, tone: int, thick: float = 1) -> None:
    """Two wings from below the nose to the corners of the mouth."""
    level = face.mouth
    for side in (-1, 1):
        wing = face.on(
            f"0,{level - 22},.14 .16,{level - 20 - 4 * thick},.1 .34,{level - 12},.06 "
            f".46,{level + 4 * thick},.03 .3,{level - 2 + thick},.06 .12,{level - 6},.1 "
            f"0,{level - 8},.14",
            side,
        )
        mass = soft(shape(spline(wing)), 1.4)
        plate.tone.paste(tone, mask=mass)
        lit(plate, mass, face, 40, 30)
        first = face.on(f".04,{level - 20},.14 .24,{level - 18} .44,{level + 3}", side)
        last = face.on(f".04,{level - 9},.14 .2,{level - 7} .38,{level + 3}", side)
        combed(plate, mass, first, last, seed=3 + side, count=9, by=60)


def scarf(plate: Plate, face: Face, tone: int, brow: float = 84) -> None:
    """A headscarf: round the face, under the chin, and over the shoulders."""
    chin, jaw = face.chin, face.jaw * 0.92
    opening = face.round(
        f"0,{-brow} .62,{14 - brow} .9,-30 .93,30 {jaw},{chin * 0.66} .42,{chin + 1} 0,{chin + 6}"
    )
    hole = shape(spline(opening))
    around = face.round("0,-156 .7,-136 1.16,-70 1.28,10 1.24,80 1.4,140 1.9,190 2.2,330 0,330")
    cloth = ImageChops.subtract(shape(spline(around)), hole)
    plate.lay(cloth, tone)
    lit(plate, cloth, face, 76, 30)
    plate.shade(soft(strokes(([*opening, opening[0]], 10, 10)), 5), 54, hole)
    dark, pale = _folds(face)
    plate.shade(soft(strokes(*dark), 3), 64, cloth)
    plate.shade(soft(strokes(*pale), 3), -40, cloth)


def _folds(face: Face) -> tuple[list[Line], list[Line]]:
    """The cloth's ridges, dark and pale: along the face, in swags below the chin, and its end."""
    dark: list[Line] = []
    pale: list[Line] = []
    for step in range(4):
        r = 1.0 + 0.09 * step
        for side in (-1, 1):
            ridge = face.by(
                f"{0.5 * r},{-118 - 9 * step} {r},-40 {r * 1.04},40 {r * 0.9},{100 + 6 * step}",
                side,
            )
            (dark if (step + side) % 2 else pale).append((ridge, 2.2, 4))
    lean = 1 if face.turn > 0 else -1
    for step in range(5):
        depth, up = face.chin + 16 + 21 * step, 20 * step
        swag = face.by(
            f"{-1.02 - 0.1 * step},{84 + up} -.5,{depth} .3,{depth + 6} "
            f"{1.1 + 0.12 * step},{64 + up}",
            lean,
        )
        dark.append((swag, 5, 7))
        pale.append(([(x, y + 10) for x, y in swag], 4, 4))
    dark.append((face.by(".9,110 .5,190 .55,300", lean), 6, 9))
    return dark, pale
