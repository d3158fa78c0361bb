"""Tell an MP4 or WebM from anything else by its bytes, reading headers alone.

Formats: ISO/IEC 14496-12 (boxes, brands) and RFC 8794 with the WebM container guidelines (EBML).
Nothing is decoded: no decoder of ours ever meets a stranger's pictures.
"""

import io
from collections.abc import Iterator
from typing import BinaryIO, Literal, NamedTuple

from articles.videos.refusal import VideoRefused

type Container = Literal["mp4", "webm"]

MOST_BYTES = 500 * 1024 * 1024
# Real ones hold 20 to 60 bytes; what is longer hides something.
_LONGEST_HEADER = 1024
# A day in fragments of two seconds has 86,400 boxes; more would only keep us walking.
_MOST_BOXES = 100_000

# Brands of files that browsers play. (Not `qt  `: what a phone calls .mov plays in some alone.)
_PLAYED = {b"avc1", b"dash", b"f4v ", b"M4V ", b"M4VH", b"M4VP", b"mp41", b"mp42", b"mp71", b"MSNV"}
_PLAYED |= {b"isom", *(b"iso%c" % number for number in b"23456789abc")}
# Pictures and sound in the same boxes, some of which claim a brand of films beside their own.
_NO_FILM = {
    b"avif", b"avis", b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"M4A ", b"M4B ", b"M4P ",
}  # fmt: skip

# H.265 and Dolby Vision: what phones film by default, and Safari alone plays everywhere. They are
# named in the first sample entry of a track (14496-12, 8.5.2), at this path of boxes.
_NOT_PLAYED = {b"hvc1", b"hev1", b"dvh1", b"dvhe"}
_TO_SAMPLES = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd")
_BEFORE_ENTRY = 12  # of stsd: version and flags, how many entries, how long the first is

# What phones write beside the film: where it was taken, with what, by whom.
_PRIVATE = {b"udta", b"meta", b"uuid"}
_MOST_PRIVATE = 1000  # a film has a few, and each is looked for in each piece of it

_EBML, _DOC_TYPE = 0x1A45DFA3, 0x4282
_SEGMENT, _TRACKS, _CLUSTER = 0x18538067, 0x1654AE6B, 0x1F43B675
_LONGEST_ID, _LONGEST_SIZE = 4, 8


def container_of(file: BinaryIO) -> Container:
    """What the file is; VideoRefused for what no browser plays, is cut off or too large."""
    size = file.seek(0, io.SEEK_END)
    if size == 0:
        raise VideoRefused("empty")
    if size > MOST_BYTES:
        raise VideoRefused("too_heavy")
    file.seek(0)
    head = file.read(8)
    if head[4:] == b"ftyp":
        _check_mp4(file, size)
        return "mp4"
    if head.startswith(_EBML.to_bytes(4)):
        _check_webm(file, size)
        return "webm"
    raise VideoRefused("not_a_video")


# MP4: boxes one after another, each saying how long it is


class _Box(NamedTuple):
    kind: bytes
    place: int  # where it begins; its kind stands four bytes further
    content: int
    end: int


def private_boxes(file: BinaryIO) -> list[int]:
    """Where the kinds of the boxes stand that tell of place, camera and maker; none in a WebM.

    Written over with ``free``, they are skipped by every reader, and nothing else moves.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(4)
    found = list(_private(file, 0, size, b"moov")) if file.read(4) == b"ftyp" else []
    if len(found) > _MOST_PRIVATE:
        raise VideoRefused("damaged")
    return found


def _private(file: BinaryIO, start: int, end: int, within: bytes) -> Iterator[int]:
    for box in _boxes(file, start, end):
        if box.kind in _PRIVATE:
            yield box.place + 4
        elif box.kind == within:  # of a film its tracks, of a track nothing more
            yield from _private(file, box.content, box.end, b"trak" if within == b"moov" else b"")


def _check_mp4(file: BinaryIO, size: int) -> None:
    kinds: set[bytes] = set()
    for box in _boxes(file, 0, size):
        if not kinds:
            _check_brands(file, box.content, box.end)
        kinds.add(box.kind)
    if not {b"moov", b"mdat"} <= kinds:
        raise VideoRefused("damaged")
    private_boxes(file)
    if not _NOT_PLAYED.isdisjoint(_encodings(file, 0, size, _TO_SAMPLES)):
        raise VideoRefused("not_for_browsers")


def _encodings(file: BinaryIO, start: int, end: int, path: tuple[bytes, ...]) -> Iterator[bytes]:
    """How each track is encoded, as its first sample entry says."""
    for box in _boxes(file, start, end):
        if box.kind == path[0] and path[1:]:
            yield from _encodings(file, box.content, box.end, path[1:])
        elif box.kind == path[0]:
            file.seek(box.content + _BEFORE_ENTRY)
            yield file.read(4)


def _boxes(file: BinaryIO, place: int, limit: int) -> Iterator[_Box]:
    """The boxes of a file, or of a box; together they fill its room exactly."""
    for _number in range(_MOST_BOXES):
        if place == limit:
            return
        file.seek(place)
        head = file.read(16)
        length, content = int.from_bytes(head[:4]), place + 8
        if length == 1:
            length, content = int.from_bytes(head[8:]), place + 16
        elif length == 0:  # the last box may leave it open
            length = limit - place
        end = place + length
        if len(head) < 8 or end < content or end > limit:
            raise VideoRefused("damaged")
        yield _Box(head[4:8], place, content, end)
        place = end
    raise VideoRefused("damaged")


def _check_brands(file: BinaryIO, start: int, end: int) -> None:
    if end - start > _LONGEST_HEADER:
        raise VideoRefused("damaged")
    file.seek(start)
    listed = file.read(end - start)
    brands = {listed[place : place + 4] for place in (0, *range(8, len(listed), 4))}
    if listed[:4] in _NO_FILM or not brands & _PLAYED:
        raise VideoRefused("not_for_browsers")


# WebM: elements within elements, each with an id and a size of varying length


def _check_webm(file: BinaryIO, size: int) -> None:
    _kind, start, end = _element(file, 0, size)
    if end is None or end - start > _LONGEST_HEADER:
        raise VideoRefused("damaged")
    if _doc_type(file, start, end) != b"webm":
        raise VideoRefused("not_for_browsers")
    kind, start, end = _element(file, end, size)
    # Open-ended where it was recorded live; else it reaches to the end, and no word more.
    if kind != _SEGMENT or end not in {None, size}:
        raise VideoRefused("damaged")
    if not _has_tracks_and_a_cluster(file, start, size):
        raise VideoRefused("damaged")


def _doc_type(file: BinaryIO, start: int, end: int) -> bytes:
    for kind, content, after in _elements(file, start, end):
        if kind == _DOC_TYPE and after is not None:
            file.seek(content)
            return file.read(after - content).rstrip(b"\0")
    return b""


def _has_tracks_and_a_cluster(file: BinaryIO, start: int, size: int) -> bool:
    tracks = False
    for kind, _content, _end in _elements(file, start, size):
        if kind == _CLUSTER:
            return tracks
        tracks = tracks or kind == _TRACKS
    return False


def _elements(file: BinaryIO, place: int, limit: int) -> Iterator[tuple[int, int, int | None]]:
    """Id, start and end of each element up to a place; one without an end is the last."""
    for _number in range(_MOST_BOXES):
        if place >= limit:
            return
        kind, start, end = _element(file, place, limit)
        yield kind, start, end
        if end is None:
            return
        place = end


def _element(file: BinaryIO, place: int, limit: int) -> tuple[int, int, int | None]:
    file.seek(place)
    head = file.read(_LONGEST_ID + _LONGEST_SIZE)
    kind, id_length = _number_at(head, 0, _LONGEST_ID)
    marked, size_length = _number_at(head, id_length, _LONGEST_SIZE)
    bits = 7 * size_length
    length = marked & ((1 << bits) - 1)
    start = place + id_length + size_length
    if length == (1 << bits) - 1:  # all ones: its length was not known
        return kind, start, None
    if start + length > limit:
        raise VideoRefused("damaged")
    return kind, start, start + length


def _number_at(head: bytes, place: int, longest: int) -> tuple[int, int]:
    """A number with its mark of length, and how many bytes it takes."""
    first = head[place] if place < len(head) else 0
    length = 9 - first.bit_length()
    if length > longest or place + length > len(head):
        raise VideoRefused("damaged")
    return int.from_bytes(head[place : place + length]), length
