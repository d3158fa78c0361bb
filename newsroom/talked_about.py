"""What readers write most about now, with the hours of its comments as a line."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment
from newsroom.reading_order import laid

# A shift and a half: who comes in the morning sees the evening.
HOURS: Final = 12
MOST: Final = 5
# Units of the line.
WIDTH, HEIGHT, _EDGE = 72, 20, 2
_STATES = (Comment.State.APPROVED, Comment.State.WAITING)


@dataclass(frozen=True, slots=True)
class Talk:
    """A story, how many comments came in these hours, and when."""

    headline: str
    address: str
    number: int
    points: str
    width: int = WIDTH
    height: int = HEIGHT


def compose(*, at: datetime | None = None) -> list[Talk]:
    """The busiest first, by two queries; comments that were refused count for nothing."""
    now = at or timezone.now()
    fresh = Comment.objects.filter(submitted_at__gt=now - timedelta(hours=HOURS), state__in=_STATES)
    told = ("article", "article__headline", "article__short_headline")
    busiest = list(
        fresh.order_by().values(*told).annotate(number=Count("pk")).order_by("-number", "-article")
        [:MOST]
    )  # fmt: skip
    hours: dict[int, Counter[int]] = {row["article"]: Counter() for row in busiest}
    if busiest:
        written = fresh.filter(article__in=hours).order_by().values_list("article", "submitted_at")
        for article, moment in written:
            hours[article][int((now - moment) / timedelta(hours=1))] += 1
    return [_talk(row, hours[row["article"]]) for row in busiest]


def _talk(row: dict[str, Any], hours: Counter[int]) -> Talk:
    most = max(hours.values(), default=1)
    step = (WIDTH - 2 * _EDGE) / (HOURS - 1)
    points = []
    for ago in range(HOURS - 1, -1, -1):
        x = laid(_EDGE + (HOURS - 1 - ago) * step, within=WIDTH)
        y = round(HEIGHT - _EDGE - hours[ago] / most * (HEIGHT - 2 * _EDGE), 1)
        points.append(f"{x},{y}")
    return Talk(
        row["article__short_headline"] or row["article__headline"],
        reverse("admin:articles_article_change", args=[row["article"]]),
        row["number"], " ".join(points),
    )  # fmt: skip
