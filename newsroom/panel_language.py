"""Language and hours of the panel are the person's; those of the readers' pages the paper's."""

from collections.abc import Callable
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from newsroom.sessions import is_the_desk


class DeskLanguageMiddleware:
    """Under the panel's address all speaks as the account asks; elsewhere nothing changes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_the_desk(request):
            return self.get_response(request)
        with translation.override(language_of(request)), timezone.override(zone_of(request)):
            return self.get_response(request)


def language_of(request: HttpRequest) -> str:
    """What the account chose, if we still speak it; before anybody logs in, the paper's own."""
    chosen: str = getattr(request.user, "language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def zone_of(request: HttpRequest) -> ZoneInfo:
    """The time zone that the account chose, if the system knows it; else the newsroom's."""
    chosen: str = getattr(request.user, "time_zone", "")
    return ZoneInfo(chosen if chosen in available_timezones() else settings.TIME_ZONE)
