"""What a cache may keep: every address declares its class here, and nowhere else."""

from collections.abc import Callable, Iterator
from enum import Enum

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver


class CacheClass(Enum):
    """The three promises that an address can make; the value is its ``Cache-Control``."""

    # The same bytes for everybody, kept by anyone, asked about each time (ETag makes that cheap).
    PUBLIC = "public, max-age=0, must-revalidate"
    # The bytes of a file named after its content.
    IMMUTABLE = "public, max-age=31536000, immutable"
    # As PUBLIC, but good for some seconds: a thousand readers who ask each quarter of a minute.
    BRIEF = "public, max-age=5"
    # One person's page: their browser may keep it, nobody between.
    PRIVATE = "private, no-cache"
    # Kept by nobody.
    NO_STORE = "private, no-store"


# By full name of the address, or by namespace ("admin:*").
CACHE_CLASSES: dict[str, CacheClass] = {
    "front_page": CacheClass.PUBLIC,
    "page": CacheClass.PUBLIC,
    "follow": CacheClass.PUBLIC,
    "robots": CacheClass.PUBLIC,
    "feed": CacheClass.PUBLIC,
    "feed_atom": CacheClass.PUBLIC,
    "feed_json": CacheClass.PUBLIC,
    "category_feed": CacheClass.PUBLIC,
    "category_feed_atom": CacheClass.PUBLIC,
    "category_feed_json": CacheClass.PUBLIC,
    "tag_feed": CacheClass.PUBLIC,
    "tag_feed_atom": CacheClass.PUBLIC,
    "tag_feed_json": CacheClass.PUBLIC,
    "author_feed": CacheClass.PUBLIC,
    "author_feed_atom": CacheClass.PUBLIC,
    "author_feed_json": CacheClass.PUBLIC,
    "corrections_feed": CacheClass.PUBLIC,
    "corrections_feed_atom": CacheClass.PUBLIC,
    "corrections_feed_json": CacheClass.PUBLIC,
    "media": CacheClass.IMMUTABLE,
    "articles:article": CacheClass.PUBLIC,
    "articles:short": CacheClass.PUBLIC,
    "articles:misspelt": CacheClass.PUBLIC,
    "articles:live": CacheClass.BRIEF,
    "articles:author": CacheClass.PUBLIC,
    "articles:corrections": CacheClass.PUBLIC,
    "articles:latest": CacheClass.PUBLIC,
    "articles:latest_month": CacheClass.PUBLIC,
    "articles:category": CacheClass.PUBLIC,
    "articles:slashed": CacheClass.PUBLIC,
    "articles:series": CacheClass.PUBLIC,
    "articles:tag": CacheClass.PUBLIC,
    # The same for everybody, but as many as there are questions: no cache fills itself with them.
    "articles:search": CacheClass.PRIVATE,
    "articles:suggest": CacheClass.PRIVATE,
    "articles:shared": CacheClass.NO_STORE,
    "articles:shared_cut": CacheClass.NO_STORE,
    "articles:shared_thanks": CacheClass.NO_STORE,
    "articles:author_month": CacheClass.PUBLIC,
    "articles:category_month": CacheClass.PUBLIC,
    "articles:tag_month": CacheClass.PUBLIC,
    "sitemap": CacheClass.PUBLIC,
    "sitemap_part": CacheClass.PUBLIC,
    "news_sitemap": CacheClass.PUBLIC,
    "comments:leave": CacheClass.NO_STORE,
    "comments:confirm": CacheClass.NO_STORE,
    "comments:received": CacheClass.NO_STORE,
    "comments:stop_notices": CacheClass.NO_STORE,
    "live": CacheClass.NO_STORE,
    "ready": CacheClass.NO_STORE,
    "admin:*": CacheClass.NO_STORE,
}
# Answers that may be kept as their address declares; any other is kept by nobody.
_KEPT = {
    CacheClass.PUBLIC: {200, 301, 304, 404, 410},
    CacheClass.IMMUTABLE: {200, 206, 304},
    CacheClass.BRIEF: {200, 304},
    CacheClass.PRIVATE: {200, 304},
    CacheClass.NO_STORE: set(),
}


def cache_class(view_name: str) -> CacheClass | None:
    """The class that an address declared, or None."""
    namespace = view_name.partition(":")[0]
    return CACHE_CLASSES.get(view_name) or CACHE_CLASSES.get(f"{namespace}:*")


def undeclared(resolver: URLResolver) -> list[str]:
    """Names (or patterns, where there is no name) of all addresses without a class."""
    return [name for name in _names(resolver, "") if cache_class(name) is None]


def _names(resolver: URLResolver, namespace: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name or entry.pattern}"
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _names(entry, inner)


class CacheHeadersMiddleware:
    """Write the class of the address that answered into ``Cache-Control``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        declared = cache_class(match.view_name) if match else CacheClass.PUBLIC
        if declared is None or response.status_code not in _KEPT[declared]:
            declared = CacheClass.NO_STORE
        response.headers["Cache-Control"] = declared.value
        return response
