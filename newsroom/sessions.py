"""Sessions belong to the desk: no public page reads, sets or deletes a cookie of theirs."""

from importlib import import_module

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

_ENGINE = import_module(settings.SESSION_ENGINE)


class DeskSessionMiddleware(SessionMiddleware):
    """Django's sessions under the panel's address; elsewhere everybody is a reader."""

    def process_request(self, request: HttpRequest) -> None:
        if is_the_desk(request):
            super().process_request(request)
        else:
            request.session = _ENGINE.SessionStore()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if is_the_desk(request):
            return super().process_response(request, response)
        return response


def is_the_desk(request: HttpRequest) -> bool:
    """Whether a request is for the panel."""
    return request.path_info.startswith(settings.DESK_PATH)
