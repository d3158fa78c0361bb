"""What was tried in vain at the desk, for the audit trail: some of it, and how much was left out.

Nothing is ever taken out of the trail, so nobody may fill it by trying.
"""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from articles import audit
from newsroom.log_in_limits import Steady, left_out
from newsroom.models import User
from newsroom.sessions import is_the_desk

# Of wrong passwords for an account the trail tells at most 34 a day, of all other words together
# 164; of one person's refused acts 164.
_OF_AN_ACCOUNT: Final = Steady(10, timedelta(hours=1))
_OF_NOBODY: Final = Steady(20, timedelta(minutes=10))
_OF_A_PERSON: Final = Steady(20, timedelta(minutes=10))
_LONGEST_ADDRESS: Final = 300
# A script of the story's screen asks these, again and again, and nobody pressed anything.
_UNPRESSED: Final = frozenset({"articles_article_lease", "articles_article_autosave"})


def failed_log_in(account: User | None, typed: str, came_from: dict[str, Any]) -> None:
    """A password that was not right; of a name that no account has, not even the name."""
    of, limit = (f"log-in:{account.pk}", _OF_AN_ACCOUNT) if account else ("log-in", _OF_NOBODY)
    missed = left_out(of, limit)
    if missed is not None:
        called = typed if account else ""
        changes = came_from | _missed(missed)
        audit.record("log_in_failed", account, by=None, changes=changes, called=called)


class RefusedActsMiddleware:
    """Records that somebody sent what they have no right to: who, and where to; not what."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and is_the_desk(request) and _was_refused(request, response):
            _record(request)
        return response


def _was_refused(request: HttpRequest, response: HttpResponse) -> bool:
    match = request.resolver_match
    if match is None or match.url_name in _UNPRESSED or not request.user.is_authenticated:
        return False
    # A form without its token is refused to nobody in particular.
    is_denied = response.status_code == HTTPStatus.FORBIDDEN and getattr(
        request, "csrf_processing_done", False
    )
    return is_denied or getattr(request, "was_denied", False)


def _record(request: HttpRequest) -> None:
    person: Any = request.user
    missed = left_out(f"act:{person.pk}", _OF_A_PERSON)
    if missed is not None:
        changes = {"sent_to": (None, request.path[:_LONGEST_ADDRESS])} | _missed(missed)
        audit.record("refused_act", person, by=person, changes=changes)


def _missed(number: int) -> dict[str, Any]:
    return {"left_out": (None, number)} if number else {}
