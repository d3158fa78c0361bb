"""Did one of our own pages send this? The answer needs neither cookie nor token in the page.

Browsers say where a request comes from (``Sec-Fetch-Site``, ``Origin``); a forged form in another
site cannot change what they say. The article page may so be the same bytes for everybody, for days.
"""

from enum import Enum
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


class Sender(Enum):
    OURS = "ours"
    FOREIGN = "foreign"
    # Neither header: an old browser or a program. It gets a page that asks to press again.
    UNKNOWN = "unknown"


def sender_of(request: HttpRequest, *, hides_origin: bool = False) -> Sender:
    """Who sent a POST, judged by what the browser says of it.

    With ``hides_origin`` the form stands in a page under ``no-referrer``, from which browsers send
    ``Origin: null`` (Fetch, "append a request Origin header"): it says nothing there, either way.
    """
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if hides_origin and origin == "null":
        origin = None
    if site is None and origin is None:
        return Sender.UNKNOWN
    if site not in {None, "same-origin"}:
        return Sender.FOREIGN
    if origin is not None and (_origin(origin) or "") not in _own_origins(request):
        return Sender.FOREIGN
    return Sender.OURS


def _own_origins(request: HttpRequest) -> set[str | None]:
    """The site's own origin, and the host of this request, which ALLOWED_HOSTS has let through."""
    return {_origin(settings.SITE_URL), _origin(f"{request.scheme}://{request.get_host()}")}


def _origin(address: str) -> str | None:
    """Scheme, host and port in one spelling; None for ``null`` and for what is no origin."""
    try:
        parts = urlsplit(address)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.hostname}:{port}" if parts.hostname else None
