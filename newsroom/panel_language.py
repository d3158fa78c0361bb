"""The language of the panel is the person's; that of the readers' pages is the paper's, always."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from newsroom.sessions import is_the_desk


class DeskLanguageMiddleware:
    """Under the panel's address all speaks as the account asks; elsewhere nothing changes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_the_desk(request):
            return self.get_response(request)
        with translation.override(language_of(request)):
            return self.get_response(request)


def language_of(request: HttpRequest) -> str:
    """What the account chose, if we still speak it; before anybody logs in, the paper's own."""
    chosen: str = getattr(request.user, "language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
