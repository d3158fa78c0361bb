"""Cut and encode some of the demo's pictures for every slot, and take them in as an upload.

Prints for each slot and format the processor's time as a multiple of decoding the upload, the bytes
as a share of the master's, and what taking a picture in costs altogether. No database is touched.
"""

import io
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

import django  # noqa: E402

django.setup()

from django.test import override_settings  # noqa: E402
from PIL import Image  # noqa: E402

from articles.models import Picture  # noqa: E402
from articles.pictures import cropping, decoding, intake, renditions  # noqa: E402
from articles.pictures.slots import SLOTS  # noqa: E402
from newsroom.demo.pictures import PICTURES  # noqa: E402

# A sunset, a map of thin lines, a crowd of colours, a night.
DRAWN = ("oasis", "gulf", "market", "corridor")


def timed[T](work: Callable[[], T]) -> tuple[T, float, float]:
    """What it gave, seconds of the processor, seconds of the clock."""
    clock, processor = time.monotonic(), time.process_time()
    result = work()
    return result, time.process_time() - processor, time.monotonic() - clock


def main() -> int:
    spent: dict[tuple[str, str], float] = defaultdict(float)
    stored: dict[tuple[str, str], int] = defaultdict(int)
    decoding_time = master_bytes = intake_processor = intake_clock = 0.0
    for key in DRAWN:
        upload = renditions.encode(PICTURES[key].draw(), format="JPEG", quality=97)
        pixels, processor, _clock = timed(lambda: decoding.decode(io.BytesIO(upload)))  # noqa: B023
        decoding_time += processor
        focus = PICTURES[key].focus
        measure_slots(pixels, focus, spent, stored)
        size, processor, clock = take_in(upload, focus)
        master_bytes += size
        intake_processor += processor
        intake_clock += clock
    print(f"{'slot':<10} {'widths':<24} {'cut':>6}", end="")
    for suffix in renditions.ENCODINGS:
        print(f" {suffix[1:] + ' time':>10} {suffix[1:] + ' bytes':>10}", end="")
    print()
    for name, slot in SLOTS.items():
        print(f"{name:<10} {slot.widths!s:<24} {spent[name, 'cut'] / decoding_time:>5.1f}x", end="")
        for suffix in renditions.ENCODINGS:
            share = stored[name, suffix] / master_bytes
            print(f" {spent[name, suffix] / decoding_time:>9.1f}x {share:>9.0%}", end="")
        print()
    print(
        f"\nTaking a picture in: {intake_processor / decoding_time:.0f}x its decoding by processor,"
        f" {intake_clock / decoding_time:.0f}x by the clock on {os.process_cpu_count()} processors;"
        f" {sum(stored.values()) / master_bytes:.1f}x the master's bytes beside it."
    )
    return 0


def measure_slots(
    pixels: Image.Image, focus: tuple[float, float], spent: dict[Any, float], stored: dict[Any, int]
) -> None:
    for name, slot in SLOTS.items():
        box = cropping.crop(pixels.size, slot.ratio, focus)
        for size in cropping.sizes(box, slot.widths):
            cut, processor, _clock = timed(
                lambda: pixels.resize(size, renditions.FILTER, box=box)  # noqa: B023
            )
            spent[name, "cut"] += processor
            for suffix, options in renditions.ENCODINGS.items():
                content, processor, _clock = timed(
                    lambda: renditions.encode(cut, **options)  # noqa: B023
                )
                spent[name, suffix] += processor
                stored[name, suffix] += len(content)


def take_in(upload: bytes, focus: tuple[float, float]) -> tuple[int, float, float]:
    """Bytes of the master, seconds of the processor and of the clock, files written as well."""
    picture = Picture(focus_x=focus[0], focus_y=focus[1])
    with tempfile.TemporaryDirectory() as folder, override_settings(MEDIA_ROOT=folder):
        _none, processor, clock = timed(
            lambda: intake.write_pixels(picture, decoding.decode(io.BytesIO(upload)))
        )
        return picture.file.size, processor, clock


if __name__ == "__main__":
    sys.exit(main())
