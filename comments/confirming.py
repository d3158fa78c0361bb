"""Proof that the confirm page was ours: a nonce in a cookie and, signed, in the page's form.

Another site can make a browser send a form here; it can neither read the cookie nor sign. The page
is for browsers that send neither Origin nor Sec-Fetch-Site, so Django's own check, which over https
asks for a Referer, would refuse the very readers it was made for.
"""

import secrets

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

_COOKIE, _SALT, _PATH = "confirm", "comments.confirming", "/comments/"
_GOOD_FOR = 3600


def new_nonce() -> str:
    return secrets.token_urlsafe(16)


def proof_of(nonce: str) -> str:
    """What the form carries for a nonce."""
    return signing.dumps(nonce, salt=_SALT)


def give(response: HttpResponse, nonce: str, *, secure: bool) -> None:
    """Put the nonce on the reader's device, for the comment addresses and for an hour."""
    response.set_cookie(
        _COOKIE, nonce, max_age=_GOOD_FOR, path=_PATH,
        httponly=True, samesite="Strict", secure=secure,
    )  # fmt: skip


def is_ours(request: HttpRequest) -> bool:
    """Whether a POST comes from a confirm page that we gave to this very browser."""
    try:
        signed = signing.loads(request.POST.get("proof", ""), salt=_SALT, max_age=_GOOD_FOR)
    except signing.BadSignature:
        return False
    return constant_time_compare(signed, request.COOKIES.get(_COOKIE, ""))
