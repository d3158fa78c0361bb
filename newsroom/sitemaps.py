"""What search engines are told: every live story, every section and page, and when it changed."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Category
from newsroom.feed_formats import without_controls
from newsroom.models import Page

# The protocol's limit is 50,000 addresses a file; half of it keeps a file below 10 MB.
STORIES_A_PART = 25_000
# Google's limits for a news sitemap.
NEWS_LASTS, NEWS_MOST = timedelta(days=2), 1000


class Entry(NamedTuple):
    path: str
    changed: datetime | None


def part_count() -> int:
    return max(1, -(-Article.objects.live().count() // STORIES_A_PART))


def entries(part: int) -> list[Entry] | None:
    """The addresses of a part, oldest stories first so that parts keep; None: no such part."""
    if not 1 <= part <= part_count():
        return None
    start = (part - 1) * STORIES_A_PART
    stories = (
        Article.objects.live()
        .only("code", "slug", "published_at", "updated_at")
        .order_by("first_published_at", "id")[start : start + STORIES_A_PART]
    )
    listed = [Entry(story.get_absolute_url(), _changed(story)) for story in stories]
    return [*_sections(), *listed] if part == 1 else listed


def news(at: datetime | None = None) -> list[Article]:
    """What news search engines take: stories of the last two days, a thousand at most."""
    moment = at or timezone.now()
    fresh = Article.objects.live(at).filter(published_at__gt=moment - NEWS_LASTS).newest_first()
    shown = ("code", "slug", "headline", "published_at", "language")
    stories = list(fresh.only(*shown)[:NEWS_MOST])
    for story in stories:
        story.headline = without_controls(story.headline)
    return stories


def _changed(story: Article) -> datetime | None:
    return story.updated_at or story.published_at


def _sections() -> Iterator[Entry]:
    yield Entry(reverse("front_page"), None)
    yield Entry(reverse("follow"), None)
    for category in Category.objects.all():
        yield Entry(category.get_absolute_url(), None)
    for page in Page.objects.all():
        yield Entry(page.get_absolute_url(), None)
