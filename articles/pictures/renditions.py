"""Make and find the files of a picture: every slot in its widths, each as AVIF and as JPEG.

A name holds all that decides the pixels: the hash of the master, the slot, the focus point, the
width. It is written once and then cached for a year by whoever asks, so no file is ever changed:
another focus point makes other files, and pages that are cached keep theirs.
"""

import io
import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from articles.keeping import keep
from articles.models import Picture
from articles.pictures.cropping import Box, Size, crop, sizes
from articles.pictures.decoding import Refused
from articles.pictures.slots import SLOTS

# Measured on the demo's pictures, 1,120 px wide: AVIF at 50 takes half the bytes of JPEG at 75 and
# 95 ms a megapixel at speed 9; speed 8 saves 4 % of the bytes and takes three times as long. At 50
# a lead of 1,120 px, what a phone fetches, has 76 KB in the mean of drawings full of grain. JPEG is
# for those without AVIF: baseline, because progressive saves 6 % and takes twice as long.
ENCODINGS: dict[str, dict[str, Any]] = {
    ".avif": {"format": "AVIF", "quality": 50, "speed": 9, "max_threads": 1},
    ".jpg": {"format": "JPEG", "quality": 80, "optimize": True},
}
# A third quicker than LANCZOS, which draws halos along hard edges besides.
FILTER = Image.Resampling.BICUBIC
# Pillow lets others run while it scales and encodes AVIF. More threads would hold more memory,
# about 40 MB each, and an upload is not the only work of a server.
_THREADS = min(4, os.process_cpu_count() or 1)

_MASTER_NAME = re.compile(r"pictures/[0-9a-f]{2}/[0-9a-f]{64}\.jpg")

# As the row keeps it: {"card": {"stem": "pictures/…-card-500-500", "sizes": [[320, 213], …]}, …}.
type Stored = dict[str, dict[str, Any]]


class _Job(NamedTuple):
    """What a slot lacks: the names for each of its sizes, the widest first."""

    box: Box
    names: dict[Size, list[str]]

    @property
    def widest(self) -> Size:
        return next(iter(self.names))


def planned(picture: Picture) -> Stored:
    """What its row should keep: for each slot, how its names begin, and its sizes."""
    return {
        name: {
            "stem": _stem(picture, name),
            "sizes": [list(size) for size in sizes(_box(picture, name), slot.widths)],
        }
        for name, slot in SLOTS.items()
    }


def is_complete(picture: Picture) -> bool:
    """Whether the row names all that it should, and all of it is stored."""
    plan = planned(picture)
    return picture.stored_slots == plan and not any(_lacking(picture, plan))


def make(picture: Picture, master: Image.Image | None = None) -> None:
    """Store the files that its slots need and lack, and name them in memory; the caller saves.

    Cut off half-way it can be called again: what is stored is not made twice. Raises ``Refused``
    where the master must be read and cannot.
    """
    plan = planned(picture)
    jobs = list(_lacking(picture, plan))
    if jobs:
        encode = partial(_encoded, master or _read_master(picture))
        # The largest first, so that no thread is left alone with one at the end.
        jobs.sort(key=lambda job: job.widest[0] * job.widest[1], reverse=True)
        with ThreadPoolExecutor(_THREADS) as pool:
            for files in pool.map(encode, jobs):
                for name, content in files:
                    keep(name, ContentFile(content))
    picture.stored_slots = plan
    # Read by the release before the slots, which may still be serving.
    whole = plan["whole"]
    picture.stored_renditions = [
        [width, height, f"{whole['stem']}-{width}.jpg"] for width, height in whole["sizes"]
    ]


def master_name(content_hash: str) -> str:
    """Where the master of that content is stored."""
    return f"pictures/{content_hash[:2]}/{content_hash}.jpg"


def is_master(name: str) -> bool:
    """Whether that is the name of a master, which no page shows: whoever asks for it is nobody."""
    return bool(_MASTER_NAME.fullmatch(name))


def names_of(content_hash: str) -> list[str]:
    """Every stored file of that content: the master, and all sizes for every focus it ever had."""
    folder = PurePosixPath(master_name(content_hash)).parent
    try:
        _folders, names = default_storage.listdir(str(folder))
    except FileNotFoundError:
        return []
    return [f"{folder}/{name}" for name in names if name.startswith(content_hash)]


def encode(pixels: Image.Image, **options: Any) -> bytes:
    """The bytes of a picture in a format; nothing but its pixels goes in."""
    file = io.BytesIO()
    pixels.save(file, **options)
    return file.getvalue()


def _focus(picture: Picture) -> tuple[int, int]:
    """In thousandths: finer than an eye sees, and short in a name."""
    return round(picture.focus_x * 1000), round(picture.focus_y * 1000)


def _box(picture: Picture, slot: str) -> Box:
    across, down = _focus(picture)
    focus = (across / 1000, down / 1000)
    return crop((picture.width, picture.height), SLOTS[slot].ratio, focus)


def _stem(picture: Picture, slot: str) -> str:
    stem = master_name(picture.content_hash).removesuffix(".jpg")
    if SLOTS[slot].ratio is None:
        return stem  # the names that pictures had before there were slots
    across, down = _focus(picture)
    return f"{stem}-{slot}-{across}-{down}"


def _lacking(picture: Picture, plan: Stored) -> Iterator[_Job]:
    for slot, stored in plan.items():
        names: dict[Size, list[str]] = {}
        for width, height in reversed(stored["sizes"]):
            all_names = (f"{stored['stem']}-{width}{suffix}" for suffix in ENCODINGS)
            names[width, height] = [name for name in all_names if not default_storage.exists(name)]
        if any(names.values()):
            yield _Job(_box(picture, slot), names)


def _encoded(master: Image.Image, job: _Job) -> list[tuple[str, bytes]]:
    widest = master.resize(job.widest, FILTER, box=job.box)
    files = []
    for size, names in job.names.items():
        # From the widest, not from the master: the eye sees no difference, the clock does.
        sized = widest.resize(size, FILTER)
        files += [(name, encode(sized, **ENCODINGS[PurePosixPath(name).suffix])) for name in names]
    return files


def _read_master(picture: Picture) -> Image.Image:
    try:
        with (
            default_storage.open(str(picture.file)) as file,
            Image.open(file, formats=["JPEG"]) as master,
        ):
            return master.convert("RGB")
    except (OSError, ValueError) as error:
        raise Refused("lost") from error
