"""The browsers in which people of the desk are logged in: written down, shown, ended."""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles import audit
from newsroom.browsers import browser_of
from newsroom.models import DeskSession, User
from newsroom.sessions import is_the_desk

# "Seen five minutes ago" is as exact as somebody needs who looks for a stranger's browser.
SEEN_EVERY: Final = timedelta(minutes=5)


class DeskSessionsMiddleware:
    """Note when a browser of the desk was last seen; no reader's page comes by here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_the_desk(request) and request.session.session_key and request.user.is_authenticated:
            note(request, request.user)
        return response


def note(request: HttpRequest, user: Any) -> None:
    """Write the browser of a request down, or that it was seen: once in five minutes at most."""
    key = request.session.session_key or ""
    if not cache.add(_mark(key), True, SEEN_EVERY.total_seconds()):
        return
    browser, system = browser_of(request.headers.get("User-Agent", ""))
    now = timezone.now()
    DeskSession.objects.update_or_create(
        session_key=key,
        defaults={"user_id": user.pk, "browser": browser, "system": system, "seen_at": now},
        create_defaults={
            "user_id": user.pk, "browser": browser, "system": system, "seen_at": now,
            "began_at": now,
        },
    )  # fmt: skip


def began(request: HttpRequest, user: Any) -> None:
    """Somebody logged in: their browser is written down, those that are over go."""
    DeskSession.objects.filter(user=user).exclude(session_key__in=_alive()).delete()
    note(request, user)


def of(user: User) -> QuerySet[DeskSession]:
    """Those in which somebody is still logged in, the last seen first."""
    return DeskSession.objects.filter(user=user, session_key__in=_alive())


def _alive() -> QuerySet[Any, Any]:
    return Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")


@transaction.atomic
def end(sessions: QuerySet[DeskSession], *, of: User, by: Any) -> int:
    """Log these browsers of somebody out: at their next press they stand before the door."""
    keys = list(sessions.filter(user=of).values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    DeskSession.objects.filter(session_key__in=keys).delete()
    for key in keys:
        cache.delete(_mark(key))
    if keys:
        audit.record("end_sessions", of, by=by, changes={"sessions": (len(keys), 0)})
    return len(keys)


def _mark(key: str) -> str:
    return f"desk-session:{sha256(key.encode()).hexdigest()}"
