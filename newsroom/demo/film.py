"""A silent film from a still picture: the view travels over it, as in a documentary.

Pillow writes no films. But a frame of a lossy WebP is a key frame of VP8, bit for bit (RFC 9649),
and a WebM is such frames with their times in EBML boxes (RFC 8794): a real film in every browser,
from what is installed already.
"""

import io
import struct
from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image

SIZE = (640, 360)
# Enough for a slow journey; each frame is whole, so that more would only weigh more.
_FRAMES_A_SECOND, _QUALITY = 8, 30


class View(NamedTuple):
    """A stop of the journey: the middle of what is seen, and its share of the picture's width."""

    across: float
    down: float
    share: float


def film(picture: Image.Image, stops: tuple[View, ...], *, seconds: int) -> bytes:
    """A WebM of the journey over a picture, from the first stop to the last."""
    count = seconds * _FRAMES_A_SECOND
    frames = [_frame(picture, _at(stops, place / (count - 1))) for place in range(count)]
    return b"".join(_webm(frames))


def _at(stops: tuple[View, ...], share: float) -> View:
    """Where the journey is when a share of its time is over; it slows down at each stop."""
    leg, rest = divmod(share * (len(stops) - 1), 1)
    begin, end = stops[int(leg)], stops[min(int(leg) + 1, len(stops) - 1)]
    eased = rest * rest * (3 - 2 * rest)
    return View(*(one + (other - one) * eased for one, other in zip(begin, end, strict=True)))


def _frame(picture: Image.Image, view: View) -> bytes:
    """What is seen, as a key frame of VP8."""
    width = picture.width * view.share
    height = width * SIZE[1] / SIZE[0]
    left = min(max(picture.width * view.across - width / 2, 0), picture.width - width)
    top = min(max(picture.height * view.down - height / 2, 0), picture.height - height)
    box = (left, top, left + width, top + height)
    file = io.BytesIO()
    seen = picture.resize(SIZE, Image.Resampling.BICUBIC, box=box, reducing_gap=2)
    seen.save(file, "WEBP", quality=_QUALITY, method=2)
    written = file.getvalue()
    if written[12:16] != b"VP8 ":
        raise ValueError("not the simple form of WebP")
    return written[20 : 20 + int.from_bytes(written[16:20], "little")]


# EBML


def _webm(frames: list[bytes]) -> Iterator[bytes]:
    """The film: what it is, where its seconds begin, and its seconds."""
    step = 1000 // _FRAMES_A_SECOND
    seconds = [
        _cluster(start * step, frames[start : start + _FRAMES_A_SECOND], step)
        for start in range(0, len(frames), _FRAMES_A_SECOND)
    ]
    info = _box(0x1549A966, [
        _number(0x2AD7B1, 1_000_000),  # times are in milliseconds
        _box(0x4489, [struct.pack(">d", len(frames) * step)]),
        _text(0x4D80, "newsroom"), _text(0x5741, "newsroom"),
    ])  # fmt: skip
    picture = _box(0xE0, [_number(0xB0, SIZE[0]), _number(0xBA, SIZE[1])])
    track = [_number(0xD7, 1), _number(0x73C5, 1), _number(0x83, 1), _text(0x86, "V_VP8"), picture]
    tracks = _box(0x1654AE6B, [_box(0xAE, track)])
    before = len(info) + len(tracks) + len(_cues(seconds, 0))
    yield _box(0x1A45DFA3, [
        _number(0x4286, 1), _number(0x42F7, 1), _number(0x42F2, 4), _number(0x42F3, 8),
        _text(0x4282, "webm"), _number(0x4287, 2), _number(0x4285, 2),
    ])  # fmt: skip
    yield _box(0x18538067, [info, tracks, _cues(seconds, before), *seconds])


def _cluster(time: int, frames: list[bytes], step: int) -> bytes:
    blocks = [
        # Track 1, milliseconds since the cluster began, a key frame.
        _box(0xA3, [struct.pack(">BhB", 0x81, place * step, 0x80), frame])
        for place, frame in enumerate(frames)
    ]
    return _box(0x1F43B675, [_number(0xE7, time), *blocks])


def _cues(seconds: list[bytes], before: int) -> bytes:
    """Where each second begins, so that a reader can jump to it."""
    points = []
    for place, cluster in enumerate(seconds):
        where = _box(0xB7, [_number(0xF7, 1), _number(0xF1, before)])
        points.append(_box(0xBB, [_number(0xB3, place * 1000), where]))
        before += len(cluster)
    return _box(0x1C53BB6B, points)


def _box(kind: int, parts: list[bytes]) -> bytes:
    content = b"".join(parts)
    name = kind.to_bytes((kind.bit_length() + 7) // 8)
    return name + (0x01 << 56 | len(content)).to_bytes(8) + content


def _number(kind: int, value: int) -> bytes:
    return _box(kind, [value.to_bytes(8)])


def _text(kind: int, value: str) -> bytes:
    return _box(kind, [value.encode()])
