"""Whether a browser will show what a captions file says (WebVTT, W3C).

Browsers drop a cue that they cannot read without a word. Here it is refused, with its line, while
the person who can put it right is looking.
"""

import re
from typing import BinaryIO

from articles.videos.refusal import VideoRefused

# Two hours of talk are about 150 KB.
MOST_BYTES = 1024 * 1024

_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_TIME = r"(?:([0-9]{2,}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_ARROW = "-->"
_NO_CUE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")

type _Line = tuple[int, str]


def read_captions(file: BinaryIO) -> bytes:
    """The file's bytes; of a larger one no more than shows that it is."""
    file.seek(0)
    return file.read(MOST_BYTES + 1)


def check_captions(data: bytes) -> None:
    """Pass WebVTT of which every cue can be shown; VideoRefused names the line that cannot."""
    if len(data) > MOST_BYTES:
        raise VideoRefused("captions_too_heavy")
    lines = _LINE_ENDS.split(_text(data))
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        raise VideoRefused("captions_header", 1)
    header, *blocks = _blocks(lines)
    for number, line in header:
        if _ARROW in line:
            raise VideoRefused("captions_blank_line", number)
    if not [block for block in blocks if _check_block(block)]:
        raise VideoRefused("captions_without_cue", len(lines))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sound = error.object[: error.start].decode()
        line = 1 + len(_LINE_ENDS.findall(sound))
        raise VideoRefused("captions_not_utf8", line) from error


def _blocks(lines: list[str]) -> list[list[_Line]]:
    """The lines with their numbers, parted where a line is empty."""
    blocks: list[list[_Line]] = [[]]
    for number, line in enumerate(lines, start=1):
        if line:
            blocks[-1].append((number, line))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _check_block(block: list[_Line]) -> bool:
    """Whether it is a cue; refused when it is neither one nor a note, a style or a region."""
    number, first = block[0]
    if _NO_CUE.fullmatch(first):
        _refuse_arrow(block[1:])
        return False
    # A cue may have a name, a line of its own above its times.
    times = 0 if _ARROW in first or len(block) == 1 else 1
    number, line = block[times]
    if _ARROW not in line:
        raise VideoRefused("captions_without_time", block[0][0])
    _check_times(number, line)
    _refuse_arrow(block[times + 1 :])
    return True


def _check_times(number: int, line: str) -> None:
    found = _TIMES.fullmatch(line)
    if not found:
        raise VideoRefused("captions_time", number)
    parts = [int(part or 0) for part in found.groups()]
    if parts[:4] >= parts[4:]:
        raise VideoRefused("captions_backwards", number)


def _refuse_arrow(lines: list[_Line]) -> None:
    """An arrow within a text begins the next cue: an empty line was forgotten above it."""
    for number, line in lines:
        if _ARROW in line:
            raise VideoRefused("captions_blank_line", number)
