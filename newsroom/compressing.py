"""Fewer bytes over a slow line: what is the same for everybody is sent in Brotli or in gzip.

Nobody's own page is squeezed: beside a secret, the length of what somebody else typed would tell of
it (BREACH), and whatever is kept by nobody may hold one.
"""

import gzip
from collections.abc import Callable, Iterator

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from newsroom.caching import CacheClass

_WITHOUT_SECRETS = {
    CacheClass.PUBLIC.value, CacheClass.BRIEF.value, CacheClass.PRIVATE.value,
}  # fmt: skip
_WORDS = ("text/", "application/xml", "application/json", "application/rss+xml",
          "application/atom+xml", "application/feed+json")  # fmt: skip
# Under one packet nothing is won.
_FEWEST = 1_000
# Of a front page of 93 KB, 5 makes 17 KB in 1.2 ms, gzip 18; 9 saves 4 % and takes 12 ms.
_BROTLI, _GZIP = 5, 6


class CompressingMiddleware:
    """Stands outside of ``CacheHeadersMiddleware``, whose word it goes by."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.headers.get("Cache-Control") in _WITHOUT_SECRETS and not response.streaming:
            patch_vary_headers(response, ["Accept-Encoding"])
            _weaken(response)
            if _is_worth_it(response):
                _squeeze(response, wanted(request.headers.get("Accept-Encoding", "")))
        return response


def _weaken(response: HttpResponse) -> None:
    """The mark of a page is that of each of its encodings: the same page, not the same bytes."""
    if etag := response.headers.get("ETag"):
        response.headers["ETag"] = f"W/{etag.removeprefix('W/')}"


def _squeeze(response: HttpResponse, encoding: str) -> None:
    if encoding:
        response.content = _squeezed[encoding](response.content)
        response.headers["Content-Encoding"] = encoding
        response.headers["Content-Length"] = str(len(response.content))


_squeezed: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, mode=brotli.MODE_TEXT, quality=_BROTLI),
    "gzip": lambda content: gzip.compress(content, _GZIP, mtime=0),
}


def wanted(accepted: str) -> str:
    """The best of our encodings that an ``Accept-Encoding`` allows; empty for none."""
    allowed = dict(_allowed(accepted))
    return next((one for one in _squeezed if allowed.get(one, allowed.get("*", False))), "")


def _allowed(accepted: str) -> Iterator[tuple[str, bool]]:
    for asked in accepted.lower().split(","):
        name, _mark, weight = asked.partition(";")
        yield name.strip(), weight.replace(" ", "").rstrip("0.") != "q="


def _is_worth_it(response: HttpResponse) -> bool:
    return (
        len(response.content) >= _FEWEST
        and response.headers.get("Content-Type", "").startswith(_WORDS)
        and not response.has_header("Content-Encoding")
    )
