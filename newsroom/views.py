"""The pages of the top floor: front page, standing pages, files, what machines ask."""

import mimetypes
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import SuspiciousFileOperation
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils._os import safe_join
from django.views.decorators.http import require_safe

from articles.body.render import render_body
from articles.body.text import picture_ids
from articles.models import Picture
from articles.pictures.renditions import is_master
from newsroom import front_page as front
from newsroom import models, offered_feeds, ranges, sitemaps

# What we store ourselves; what a machine's own table says of an ending is its own affair.
_MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt; charset=utf-8",
}


@require_safe
def front_page(request: HttpRequest) -> HttpResponse:
    """The paper's shop window."""
    return shown_front(request, front.compose())


def shown_front(request: HttpRequest, composed: front.FrontPage) -> HttpResponse:
    """A composed front page, as readers get it."""
    context = {"front": composed, "sections": [section.category for section in composed.sections]}
    return render(request, "newsroom/front_page.html", context)


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """A standing page."""
    shown = get_object_or_404(models.Page, slug=slug)
    body = render_body(shown.body, Picture.objects.in_bulk(picture_ids(shown.body)))
    return render(request, "newsroom/page.html", {"page": shown, "body": body})


@require_safe
def follow(request: HttpRequest) -> HttpResponse:
    """How to follow the paper: its feeds, explained, and its accounts elsewhere."""
    feeds = [offered_feeds.of_all_stories(), *offered_feeds.by_section()]
    return render(request, "newsroom/follow.html", {"feeds": feeds})


@require_safe
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """A stored file. Its name is the hash of its content, so a year in every cache is safe.

    The original of a picture is the newsroom's own: pages show crops of it, and nobody gets it.
    """
    if is_master(name):
        raise Http404
    try:
        path = Path(safe_join(settings.MEDIA_ROOT, name))
        guessed = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        media_type = _MEDIA_TYPES.get(path.suffix, guessed)
        return ranges.answer(request, path, media_type=media_type, etag=_etag(path))
    except (OSError, ValueError, SuspiciousFileOperation):
        raise Http404 from None


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may fetch."""
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The index of the sitemaps, for search engines."""
    return _xml(request, "sitemap_index.xml", {"parts": range(1, sitemaps.part_count() + 1)})


@require_safe
def sitemap_part(request: HttpRequest, part: int) -> HttpResponse:
    """One sitemap: its part of the stories; the first names sections and pages too."""
    entries = sitemaps.entries(part)
    if entries is None:
        raise Http404
    return _xml(request, "sitemap.xml", {"entries": entries})


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """The stories of the last two days, for news search engines."""
    return _xml(request, "news_sitemap.xml", {"stories": sitemaps.news()})


@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Whether everything that we depend on answers; 503 names what does not."""
    found = {"database": _database_answers(), "cache": _cache_answers()}
    status = 200 if all(found.values()) else 503
    named = {name: "ok" if answers else "failing" for name, answers in found.items()}
    return JsonResponse({"status": "ok" if status == 200 else "failing", **named}, status=status)


def _etag(path: Path) -> str:
    """The name holds the hash of the content; quoted, since an old file may have any letters."""
    return f'"{quote(path.name)}"'


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _cache_answers() -> bool:
    try:
        cache.set("newsroom.ready", "yes", 10)
        return cache.get("newsroom.ready") == "yes"
    except Exception:  # noqa: BLE001 - each client library has its own errors; all mean the same
        return False


def _xml(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return render(
        request, f"newsroom/{template}", context, content_type="application/xml; charset=utf-8"
    )
