"""What is due is done before the next page is built, whether a worker runs or not."""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from articles import publishing
from newsroom import log_in_limits

_log = logging.getLogger(__name__)
# What is cleared away is kept for a day: an hour more or less does not matter.
_CLEARING_SECONDS = 3600


class Clearing:
    """Takes out what we keep for a while only: once an hour a process, whoever asks."""

    def __init__(self) -> None:
        self.cleared = -float("inf")

    def look(self) -> None:
        now = time.monotonic()
        if now - self.cleared >= _CLEARING_SECONDS:
            self.cleared = now
            log_in_limits.forget_old()


class ClockMiddleware:
    """Looks once in ``TICK_SECONDS`` a process whether an hour has come; 0: never.

    A story appears and leaves at its hour without this, by the query. What needs a hand (the text
    of waiting changes, the news of a publication) comes by the first request after the hour.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.looked = -float("inf")
        self.clearing = Clearing()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Whether the process lives is answered without the database.
        if not request.path_info.startswith("/health/") and self._is_time():
            self._look()
        return self.get_response(request)

    def _is_time(self) -> bool:
        now = time.monotonic()
        if not settings.TICK_SECONDS or now - self.looked < settings.TICK_SECONDS:
            return False
        self.looked = now
        return True

    def _look(self) -> None:
        try:
            publishing.tick()
            self.clearing.look()
        except DatabaseError:  # the page itself will say so, or be served without the database
            _log.exception("What is due could not be looked up")
