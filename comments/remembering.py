"""A reader's name and address on their own device, when they asked for it.

The cookie goes to the comment addresses alone: article pages never see it and stay the same bytes
for everybody.
"""

from django.core import signing
from django.http import HttpRequest, HttpResponse

_COOKIE, _SALT = "commenter", "comments.remembering"
_PATH = "/comments/"
_KEPT = 180 * 24 * 3600


def recall(request: HttpRequest) -> dict[str, object]:
    """Initial values of the form: what this device was asked to keep, or nothing."""
    try:
        kept: dict[str, object] = signing.loads(request.COOKIES.get(_COOKIE, ""), salt=_SALT)
    except signing.BadSignature:
        return {}
    return {"name": kept["name"], "email": kept["email"], "remember": True}


def keep(request: HttpRequest, response: HttpResponse, *, name: str, email: str) -> None:
    """Set the cookie, as its reader asked."""
    response.set_cookie(
        _COOKIE, signing.dumps({"name": name, "email": email}, salt=_SALT),
        max_age=_KEPT, path=_PATH, httponly=True, samesite="Lax", secure=request.is_secure(),
    )  # fmt: skip


def forget(request: HttpRequest, response: HttpResponse) -> None:
    """Take the cookie away."""
    if _COOKIE in request.COOKIES:
        response.delete_cookie(_COOKIE, path=_PATH, samesite="Lax")
