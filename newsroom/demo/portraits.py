"""The writers of the demonstration newspaper, each drawn; no such person exists.

Each function gives the same square picture each time, in half a second.
"""

from PIL import Image

from newsroom.demo import portraits_clothes as clothes
from newsroom.demo import portraits_face as faces
from newsroom.demo import portraits_hair as hair
from newsroom.demo.portraits_face import Face
from newsroom.demo.portraits_tone import Plate


def salma() -> Image.Image:
    """A young woman with wavy hair to her shoulders and an open collar."""
    face = Face(turn=-0.26, light=1, width=90, lips=1.25, brow=6.5, eye=1.12)
    plate = Plate()
    side = "0,-164 .6,-154 1.16,-86 1.3,10 1.22,70 1.44,130 1.5,190 1.2,232 .6,240"
    hair.fall(plate, face, 196, side, 11)
    faces.neck(plate, face, 0.54)
    clothes.shoulders(plate, face, 120)
    clothes.collar(plate, face, 40)
    faces.draw(plate, face)
    line = "1.06,84 .98,0 .84,-56 .3,-98 -.1,-118 -.5,-92 -.9,-50 -.99,0 -1.08,84"
    mass = hair.cap(plate, face, 200, line, top=168, full=1.18, low=90)
    for turn in (-1, 1):
        first = face.by(f"{-0.1 * turn},-118 .6,-92 .98,-20 1.06,84", turn)
        last = face.by(f"{-0.08 * turn},-164 .8,-136 1.18,-30 1.2,90", turn)
        hair.combed(plate, mass, first, last, seed=20 + turn, by=60)
    return plate.printed()


def yazan() -> Image.Image:
    """A man of forty with short hair, a trimmed beard and an open collar."""
    face = Face(turn=0.3, jaw=0.9, brow=9, age=0.35)
    plate = Plate()
    faces.neck(plate, face, 0.68)
    clothes.shoulders(plate, face, 176)
    clothes.collar(plate, face, 30)
    faces.ear(plate, face)
    faces.draw(plate, face)
    hair.beard(plate, face, 168, long=8)
    line = "1.03,24 .98,-30 .84,-66 .6,-92 .1,-100 -.4,-106 -.8,-80 -.95,-40 -1,20"
    mass = hair.cap(plate, face, 214, line, top=156, full=1.07, low=20)
    first, last = "-.9,-60 -.4,-110 .4,-100 .95,-40", "-1,-90 -.3,-150 .6,-140 1.05,-50"
    hair.combed(plate, mass, face.by(first), face.by(last), seed=31)
    return plate.printed()


def rima() -> Image.Image:
    """A woman in a pale headscarf."""
    face = Face(turn=0.28, light=1, width=90, lips=1.1, smile=5, brow=7, eye=1.08)
    plate = Plate()
    clothes.shoulders(plate, face, 150)
    faces.draw(plate, face)
    hair.scarf(plate, face, 74)
    return plate.printed()


def nadir() -> Image.Image:
    """A man with curly hair, round glasses and a jersey."""
    face = Face(turn=-0.3, width=90, jaw=0.8, chin=132, nose=60)
    plate = Plate()
    faces.neck(plate, face, 0.6)
    clothes.round_neck(plate, face, 130)
    faces.ear(plate, face)
    faces.draw(plate, face)
    hair.stubble(plate, face, 34)
    line = "1.02,0 .9,-56 .55,-92 0,-88 -.55,-94 -.9,-56 -1.02,0"
    area = hair.cap(plate, face, 205, line, top=164, full=1.14, low=-4)
    hair.curls(plate, face, 205, area, 51)
    clothes.glasses(plate, face)
    return plate.printed()


def adham() -> Image.Image:
    """A young man with cropped hair, a thin moustache and a track top."""
    face = Face(
        turn=0.24, light=1, width=96, jaw=0.92, brow=9, skin=68, nose_width=1.15, lips=1.2, smile=6
    )
    plate = Plate()
    faces.neck(plate, face, 0.74)
    clothes.track_top(plate, face, 140)
    faces.ear(plate, face)
    faces.draw(plate, face)
    hair.stubble(plate, face, 22)
    hair.moustache(plate, face, 196, 0.5)
    line = "1,6 .99,-40 .93,-70 .78,-90 .4,-101 0,-103 -.4,-101 -.78,-90 -.93,-70 -.99,-40 -1,6"
    hair.cap(plate, face, 190, line, top=142, full=1.03, low=2)
    return plate.printed()


def hind() -> Image.Image:
    """A woman of fifty with a grey bob, an earring and a jacket."""
    face = Face(turn=0.3, width=92, lips=1.05, brow=6.5, age=0.6, eye=1.04)
    plate = Plate()
    side = "0,-158 .6,-148 1.2,-80 1.36,0 1.38,70 1.2,112 .6,110"
    hair.fall(plate, face, 120, side, 61)
    faces.neck(plate, face, 0.56)
    clothes.jacket(plate, face, 214, 40)
    faces.draw(plate, face)
    line = "1.08,96 1,10 .86,-50 .7,-84 .62,-104 .2,-86 -.5,-64 -.92,-20 -1.08,96"
    mass = hair.cap(plate, face, 104, line, top=166, full=1.24, low=100)
    first, last = (
        ".62,-106 0,-78 -.7,-52 -1.02,0 -1.1,96",
        ".6,-156 -.2,-160 -1,-110 -1.26,-10 -1.26,100",
    )
    hair.combed(plate, mass, face.by(first), face.by(last), seed=62, count=40, by=70)
    first, last = ".64,-106 .84,-60 1.02,0 1.1,96", ".66,-150 1,-100 1.24,0 1.26,100"
    hair.combed(plate, mass, face.by(first), face.by(last), seed=63, count=20, by=70)
    clothes.pearl(plate, face)
    return plate.printed()


def munir() -> Image.Image:
    """A man near seventy: bald, a short white beard, spectacles, a jacket and a tie."""
    face = Face(
        turn=-0.28, light=1, width=95, jaw=0.88, brow=9, age=1, chin=126, nose=62, nose_width=1.15,
        lips=0.85,
    )  # fmt: skip
    plate = Plate()
    faces.neck(plate, face, 0.66)
    clothes.jacket(plate, face, 222, 20, 150)
    hair.dome(plate, face)
    faces.draw(plate, face)
    faces.ear(plate, face)
    hair.beard(plate, face, 76, long=10)
    hair.temples(plate, face, 84)
    clothes.glasses(plate, face, wide=32, tall=22, square=0.94, rim=2.4)
    return plate.printed()


def asma() -> Image.Image:
    """A woman of sixty in a dark headscarf, with glasses."""
    face = Face(turn=-0.24, jaw=0.9, lips=0.9, smile=6, brow=6, age=0.9, chin=122)
    plate = Plate()
    clothes.shoulders(plate, face, 90)
    faces.draw(plate, face)
    hair.scarf(plate, face, 190, brow=76)
    clothes.glasses(plate, face, wide=33, tall=25, square=0.83, rim=2.6)
    return plate.printed()


def butros() -> Image.Image:
    """A man near sixty: grey hair brushed back, a broad moustache, a jacket."""
    face = Face(
        turn=0.32, light=1, width=95, jaw=0.9, brow=10, age=0.85, nose=62, nose_width=1.2, chin=130
    )
    plate = Plate()
    faces.neck(plate, face, 0.7)
    clothes.jacket(plate, face, 120, 60)
    faces.ear(plate, face)
    faces.draw(plate, face)
    hair.moustache(plate, face, 170, 1.3)
    line = "1.02,20 .95,-34 .84,-70 .7,-96 .3,-108 -.2,-110 -.62,-100 -.84,-70 -.95,-34 -1.02,20"
    mass = hair.cap(plate, face, 140, line, top=166, full=1.12, low=16)
    for turn in (-1, 1):
        first = face.by("0,-108 0,-130 .04,-164", turn)
        last = face.by(".9,-50 1,-76 1.02,-90", turn)
        hair.combed(plate, mass, first, last, seed=81 + turn, count=26, by=76)
    return plate.printed()


def dima() -> Image.Image:
    """A young woman with her hair in a knot, large glasses and a rolled collar."""
    face = Face(turn=-0.3, width=88, jaw=0.8, lips=1.2, smile=5, eye=1.14, chin=124)
    plate = Plate()
    hair.knot(plate, face, 218, 91)
    faces.neck(plate, face, 0.52)
    clothes.rollneck(plate, face, 60)
    faces.ear(plate, face)
    faces.draw(plate, face)
    line = "1,14 .94,-34 .8,-74 .4,-96 0,-100 -.4,-96 -.8,-74 -.94,-34 -1,14"
    mass = hair.cap(plate, face, 222, line, top=150, full=1.06, low=10)
    first, last = face.by("-.94,-40 -.6,-100 -.3,-150"), face.by(".94,-40 .6,-100 .1,-150")
    hair.combed(plate, mass, first, last, seed=92, count=34, by=60)
    clothes.glasses(plate, face, wide=35, tall=32, square=0.79, rim=3.4)
    return plate.printed()


def ghaylan() -> Image.Image:
    """A man of fifty with a full dark beard and a receding hairline, in a white coat."""
    face = Face(turn=0.26, width=98, jaw=0.94, brow=10, age=0.6, skin=56, nose_width=1.15, smile=5)
    plate = Plate()
    faces.neck(plate, face, 0.74)
    clothes.jacket(plate, face, 26, 130)
    faces.ear(plate, face)
    faces.draw(plate, face)
    hair.beard(plate, face, 200, high=40, long=24)
    line = (
        "1.02,20 .96,-34 .88,-72 .74,-106 .46,-118 .05,-106 -.36,-118 -.72,-106 -.88,-72 "
        "-.96,-34 -1.02,20"
    )
    mass = hair.cap(plate, face, 186, line, top=154, full=1.08, low=16)
    first, last = "-.9,-80 -.4,-122 0,-110 .6,-118", "-.9,-120 -.4,-150 .1,-154 .8,-126"
    hair.combed(plate, mass, face.by(first), face.by(last), seed=96, by=60)
    return plate.printed()
