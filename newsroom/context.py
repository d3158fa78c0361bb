"""What every page shows besides its own matter; the database is asked only for what is used."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.encoding import escape_uri_path
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import mark_safe

from articles import house_style
from articles.models import Category
from newsroom import edition
from newsroom.models import Advertisement, Page, SiteSettings


def site(request: HttpRequest) -> dict[str, Any]:
    """Settings, sections for navigation, standing pages, and what each place advertises."""
    styles = settings.READER_STYLES
    return {
        "site": SimpleLazyObject(SiteSettings.current),
        "sections": SimpleLazyObject(lambda: list(Category.objects.top_level())),
        "footer_pages": SimpleLazyObject(lambda: list(Page.objects.filter(in_footer=True))),
        # One query for all places of a page, and none where it has no place.
        "advertisements": SimpleLazyObject(Advertisement.objects.by_place),
        "figures": house_style.figures(),
        "edition": SimpleLazyObject(edition.today),
        "site_url": settings.SITE_URL,
        # Our own files, read at start; their hashes stand in the policy.
        "styles": {kind: mark_safe(text) for kind, text in styles.sheets.items()},  # noqa: S308
        "font": styles.font,
        "copy_link": settings.COPY_LINK,
        "suggest": settings.SUGGEST,
        "live_script": settings.LIVE,
        "canonical": f"{settings.SITE_URL}{escape_uri_path(request.path)}",
    }
