"""Who is asking, when a proxy of ours stands in front: ``TRUSTED_PROXIES`` decides."""

from collections.abc import Callable
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse

# The only headers that name the reader; from anybody but our own proxy they are a stranger's claim.
_CLAIMS = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST")


class ForwardedMiddleware:
    """Take scheme and reader's address from a trusted proxy; drop every such claim of others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.trusted = [ip_network(entry, strict=False) for entry in settings.TRUSTED_PROXIES]

    def __call__(self, request: WSGIRequest) -> HttpResponse:
        meta = request.META
        if self._is_ours(meta.get("REMOTE_ADDR", "")):
            if meta.get("HTTP_X_FORWARDED_PROTO", "") in {"http", "https"}:
                # Read by HttpRequest.scheme of WSGI requests.
                request.environ["wsgi.url_scheme"] = meta["HTTP_X_FORWARDED_PROTO"]
            meta["REMOTE_ADDR"] = self._reader(meta)
        for claim in _CLAIMS:
            meta.pop(claim, None)
        return self.get_response(request)

    def _reader(self, meta: dict[str, str]) -> str:
        """The nearest address of the chain that is not one of our proxies."""
        chain = [hop.strip() for hop in meta.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        for hop in reversed([hop for hop in chain if hop]):
            if not self._is_ours(hop):
                return hop if _is_address(hop) else meta["REMOTE_ADDR"]
        return meta["REMOTE_ADDR"]

    def _is_ours(self, text: str) -> bool:
        if not self.trusted or not _is_address(text):
            return False
        return any(ip_address(text) in network for network in self.trusted)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
