"""Decode a stranger's file in a process of its own, which may take so much memory and time.

A decoder that runs wild, or into a hole of its library, takes that process with it and no other:
whoever reads or writes meanwhile feels nothing. Run as a program it is that process.
"""

import resource
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO, Final

from PIL import Image

from articles.pictures import decoding
from articles.pictures.decoding import MOST_BYTES, Refused, decode

# Fifty megapixels with transparency and one copy are 400 MB; the interpreter takes 100 besides.
MEMORY: Final = 1024 * 1024 * 1024
# Decoding takes two at most on a slow machine; of the wall's time a busy one needs more.
CPU_SECONDS: Final = 10
WAIT_SECONDS: Final = 30
_ROOT: Final = Path(__file__).resolve().parents[2]
_REFUSED: Final = 3  # the exit status with which it says why, on its standard error
_CODES: Final = {"too_heavy", "too_many_pixels", "too_small", "not_a_picture"}


def decode_apart(
    file: BinaryIO, *, memory: int = MEMORY, wait: float = WAIT_SECONDS
) -> Image.Image:
    """As ``articles.pictures.decoding.decode``; Refused("too_hard") for what broke the limits."""
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Refused("too_heavy")
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "articles.pictures.apart", str(memory)],
            input=data, capture_output=True, cwd=_ROOT, timeout=wait, check=False,
            env={"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Refused("too_hard") from error
    if done.returncode == _REFUSED:
        code = done.stderr.decode("ascii", "replace").strip().rpartition("\n")[2]
        raise Refused(code if code in _CODES else "not_a_picture")
    head, _line, pixels = done.stdout.partition(b"\n")
    if done.returncode != 0 or not pixels:
        raise Refused("too_hard")
    width, height = map(int, head.split())
    return Image.frombytes("RGB", (width, height), pixels)


def main() -> int:
    """Read a file on standard input; write its size and its pixels, or why it is refused."""
    memory = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no file
    try:
        picture = decode(sys.stdin.buffer)
    except decoding.Refused as refusal:
        sys.stderr.write(f"\n{refusal.code}")
        return _REFUSED
    sys.stdout.buffer.write(f"{picture.width} {picture.height}\n".encode())
    sys.stdout.buffer.write(picture.tobytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
