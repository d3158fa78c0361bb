"""Browsers that have logged into an account before: a stranger's failures do not close their door.

The scheme of OWASP's "Device Cookies". The cookie opens nothing: it only says which door to try.
"""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import get_random_string

from newsroom.log_in_limits import account_key

# A season: who has not come for so long is met as a stranger, and still gets in.
_KEPT: Final = timedelta(days=90)
_SALT: Final = "newsroom.device"


def device_of(request: HttpRequest | None, account: str) -> str:
    """Which known device of an account asks; empty: none, or one that we never named."""
    if request is None:
        return ""
    found = request.get_signed_cookie(_name(account), default="", salt=_SALT, max_age=_KEPT)
    return str(found or "")


def remember(response: HttpResponse, account: str) -> None:
    """Let this browser be known for the account; several people may share it."""
    response.set_signed_cookie(
        _name(account), get_random_string(22), salt=_SALT,
        max_age=_KEPT, path=reverse("admin:login"), secure=settings.SESSION_COOKIE_SECURE,
        httponly=True, samesite="Lax",
    )  # fmt: skip


def _name(account: str) -> str:
    """Django's signature holds the name too: what is said of one account is of no other."""
    return f"device-{account_key(account)[:16]}"
