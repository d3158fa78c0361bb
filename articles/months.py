"""The archive by month: how readers reach what stands behind the last page of a list."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from django.utils import timezone

from articles.querysets import ArticleQuerySet


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the newsroom's own clock."""

    year: int
    month: int

    @classmethod
    def of(cls, moment: datetime) -> Self:
        local = timezone.localtime(moment)
        return cls(local.year, local.month)

    @property
    def start(self) -> datetime:
        return timezone.make_aware(datetime(self.year, self.month, 1))  # noqa: DTZ001 - made aware

    @property
    def end(self) -> datetime:
        """The first moment of the next month."""
        return Month.of(self.start + timedelta(days=32)).start

    @property
    def path(self) -> str:
        """As it stands in an address: 2025/12/."""
        return f"{self.year}/{self.month:02}/"


def within(stories: ArticleQuerySet, month: Month) -> ArticleQuerySet:
    """Those published in a month."""
    return stories.filter(published_at__gte=month.start, published_at__lt=month.end)


def before(stories: ArticleQuerySet, month: Month) -> Month | None:
    """The nearest earlier month with stories."""
    return _month_of_first(stories.filter(published_at__lt=month.start).newest_first())


def after(stories: ArticleQuerySet, month: Month) -> Month | None:
    """The nearest later month with stories."""
    later = stories.filter(published_at__gte=month.end).order_by("published_at", "id")
    return _month_of_first(later)


def _month_of_first(stories: ArticleQuerySet) -> Month | None:
    moment = stories.values_list("published_at", flat=True).first()
    return Month.of(moment) if moment else None
