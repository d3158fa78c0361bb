"""How long the comments that wait have waited, as bars: whose turn it is, and how far behind."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models import Comment
from newsroom.reading_order import laid

# What readers call at once, soon and late; past four hours the talk has moved on.
_AGES = (
    (_("under 15 min"), timedelta(minutes=15)),
    (_("under an hour"), timedelta(hours=1)),
    (_("under 4 hours"), timedelta(hours=4)),
    (_("older"), None),
)
# Units of the drawing: words, then a bar, then its number.
WIDTH, _BAR, _WORDS, _ROW = 300, 142, 100, 18
_x = partial(laid, within=WIDTH)


@dataclass(frozen=True, slots=True)
class Age:
    """One bar."""

    called: Any
    number: int
    is_late: bool
    word_x: float
    x: float
    y: float
    wide: float
    number_x: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """The queue of comments: how many, since when, and by age."""

    number: int
    oldest: datetime | None
    ages: list[Age]
    width: int = WIDTH
    height: int = len(_AGES) * _ROW


def compose(*, at: datetime | None = None) -> Waiting:
    """The whole queue by one query."""
    now = at or timezone.now()
    found = Comment.objects.filter(state=Comment.State.WAITING).aggregate(
        number=Count("pk"), oldest=Min("submitted_at"),
        **{f"age{place}": Count("pk", filter=_within(place, now)) for place in range(len(_AGES))},
    )  # fmt: skip
    numbers = [found[f"age{place}"] for place in range(len(_AGES))]
    ages = [_age(place, number, max(numbers) or 1) for place, number in enumerate(numbers)]
    return Waiting(found["number"], found["oldest"], ages)


def _within(place: int, now: datetime) -> Q:
    older_than = _AGES[place - 1][1] if place else None
    younger_than = _AGES[place][1]
    age = Q(submitted_at__lte=now - older_than) if older_than else Q()
    return age & Q(submitted_at__gt=now - younger_than) if younger_than else age


def _age(place: int, number: int, most: int) -> Age:
    wide = max(round(number / most * _BAR, 1), 2 if number else 0)
    is_last = place == len(_AGES) - 1
    return Age(
        _AGES[place][0], number, is_last and number > 0, word_x=_x(2), x=_x(_WORDS, wide),
        y=place * _ROW, wide=wide, number_x=_x(_WORDS + wide + 6),
    )  # fmt: skip
