"""Give out a stored file whole or in part (RFC 9110, 14).

Safari plays a film only from a server that answers ranges, and only when it gets all that it asked
for. Django's own file response knows none; WhiteNoise's slicing is used, its reading of the header
not: it refuses a range of one byte.
"""

import re
from collections.abc import Callable
from pathlib import Path
from threading import BoundedSemaphore
from typing import BinaryIO, NamedTuple

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from whitenoise.responders import SlicedFile

# One range; several at once no player asks for, and a server may answer them with the whole.
_ONE_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE)
# Whoever watches keeps a thread for minutes. Half of the eight that docs/operations.md gives a
# process stay with the news: sixteen viewers would else have closed the paper to everybody.
FILMS_AT_ONCE = 4
_films = BoundedSemaphore(FILMS_AT_ONCE)
# What the socket takes at once keeps nobody waiting.
_LARGE = 1024 * 1024


class Span(NamedTuple):
    """The first and the last byte of a part."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class _Part(SlicedFile):
    """A part of a file that is read while it is sent; tells when that is over."""

    def __init__(self, file: BinaryIO, span: Span, over: Callable[[], None] | None) -> None:
        super().__init__(file, *span)
        self._over = over

    def close(self) -> None:
        super().close()
        over, self._over = self._over, None
        if over:
            over()


class _StoredFile(FileResponse):
    block_size = 64 * 1024  # Django's own has text in mind


def answer(request: HttpRequest, path: Path, *, media_type: str, etag: str) -> HttpResponseBase:
    """The file, or the part asked for; raises OSError when it cannot be opened.

    503 while as many films are under way as this process gives out at once.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    # Before the file is opened: a response put in another's place is closed by nobody.
    known = get_conditional_response(request, etag=etag)
    response = known or _whole_or_part(request, path, media_type, _asked_for(request, etag))
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["ETag"] = etag
    return response


def _whole_or_part(
    request: HttpRequest, path: Path, media_type: str, asked: str | None
) -> HttpResponseBase:
    size = path.stat().st_size
    span = _span(asked, size) if asked else None
    if span is None:
        return _sent(request, path, Span(0, size - 1), media_type)
    if span.length < 1:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = _sent(request, path, span, media_type)
    if response.status_code == 200:
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {span.first}-{span.last}/{size}"
    return response


def _sent(request: HttpRequest, path: Path, span: Span, media_type: str) -> HttpResponseBase:
    file = path.open("rb")
    over = None
    if span.length > _LARGE and request.method == "GET":
        if not _films.acquire(blocking=False):
            file.close()
            return HttpResponse(status=503, headers={"Retry-After": "10"})
        over = _films.release
    response = _StoredFile(_Part(file, span, over), content_type=media_type)
    response.headers["Content-Length"] = str(span.length)
    return response


def _asked_for(request: HttpRequest, etag: str) -> str | None:
    """The range that was asked for, unless it is meant for another state of the file."""
    condition = request.headers.get("If-Range", etag)
    return request.headers.get("Range") if request.method == "GET" and condition == etag else None


def _span(asked: str, size: int) -> Span | None:
    """The part of the file; one of no length if there is none; None for what is no range."""
    found = _ONE_RANGE.fullmatch(asked.strip())
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:  # the last so many bytes
        return Span(max(0, size - int(found[2])), size - 1)
    first = int(found[1])
    if found[2] and int(found[2]) < first:
        return None
    return Span(first, min(int(found[2] or size), size - 1))
