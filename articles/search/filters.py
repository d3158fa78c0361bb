"""What a reader narrows a search to: a section, a topic, an author, days."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from articles.models import Author, Category, Tag
from articles.querysets import ArticleQuerySet


@dataclass(frozen=True, slots=True)
class Filters:
    """All optional; the days are the newsroom's own, both included."""

    category: Category | None = None
    tag: Tag | None = None
    author: Author | None = None
    since: date | None = None
    until: date | None = None

    def within(self, stories: ArticleQuerySet, *, any_category: bool = False) -> ArticleQuerySet:
        """The stories that pass."""
        if self.category and not any_category:
            stories = stories.in_category(self.category)
        if self.tag:
            stories = stories.tagged(self.tag)
        if self.author:
            stories = stories.by_author(self.author)
        if self.since:
            stories = stories.filter(published_at__gte=_midnight(self.since))
        if self.until:
            stories = stories.filter(published_at__lt=_midnight(self.until + timedelta(days=1)))
        return stories


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001 - made aware
