"""Whether two pictures look alike: the difference hash, whatever their size or format.

The picture is drawn 9 by 8 in grey, and each bit says whether a point is brighter than the one
before it (dHash, Neal Krawetz 2013). Of what was saved again, smaller or in another format, few
bits differ; of two different photographs about half.
"""

from itertools import pairwise
from typing import Final

from PIL import Image

_WIDE, _HIGH = 9, 8
# Of 64. The demo's 45 drawings saved again (a fifth as large, brighter, JPEG at 30, WebP at 40)
# differ from themselves in 8 at most, 95 of 100 in 5; from each other in 6 or more, but for two
# portraits by one hand (4). It is an offer, and whoever uploads decides.
ALIKE: Final = 5


def look_of(picture: Image.Image) -> str:
    """Sixteen hexadecimal digits; of a picture without any difference they are zeros."""
    small = picture.convert("L").resize((_WIDE, _HIGH), Image.Resampling.LANCZOS)
    points = small.tobytes()
    bits = 0
    for row in range(_HIGH):
        line = points[row * _WIDE : (row + 1) * _WIDE]
        for before, after in pairwise(line):
            bits = bits << 1 | (after > before)
    return f"{bits:016x}"


def distance(one: str, other: str) -> int:
    """In how many of 64 bits two looks differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def are_alike(one: str, other: str) -> bool:
    """Whether somebody would take them for the same; what says nothing is like nothing."""
    return bool(one and other and int(one, 16) and int(other, 16)) and (
        distance(one, other) <= ALIKE
    )
