"""The calendar of the desk: which hour a story has, in the days that somebody looks at.

What readers had already, what waits for its hour, what is wanted of the desk, and what leaves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from articles import permissions, workflow
from articles.arabic.dates import first_weekday
from articles.models import Article
from articles.permissions import Person

State = Article.State


class Kind(StrEnum):
    """What happens at an hour."""

    OUT = "out"  # readers have it since
    SCHEDULED = "scheduled"
    EMBARGO = "embargo"  # scheduled, and forbidden before
    CHANGES = "changes"  # of a live story
    DUE = "due"  # wanted of the desk
    WITHDRAWAL = "withdrawal"


class View(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


# Where a day is cut: by the hour for one, by the desk's shifts for seven. The night stands there
# only when something happens in it.
_BANDS: Final = {
    View.DAY: (0, *range(6, 25)),
    View.WEEK: (0, 6, 9, 12, 16, 20, 24),
    View.MONTH: (0, 24),
}
# A cell of a week names so many and counts the rest; readers of a day see all.
SHOWN: Final = {View.DAY: 60, View.WEEK: 6, View.MONTH: 3}
# Three in a quarter of an hour stand in each other's light on a front page.
_CROWD, _CLOSE = 3, timedelta(minutes=15)
# A paper's readers come back by the evening: so long without news is an empty paper.
_GAP: Final = timedelta(hours=9)
READY_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Hour:
    """A story at a moment, in the clock of whoever looks."""

    story: Article
    moment: datetime
    kind: Kind
    may_move: bool


@dataclass(slots=True)
class Cell:
    """A part of a day: ``begins`` to ``ends`` in whole hours."""

    day: date
    begins: int
    ends: int
    most: int
    is_past: bool
    now: datetime | None = None  # the moment, where it lies within
    out: int = 0  # how many readers had, in a month, where they are counted alone
    hours: list[Hour] = field(default_factory=list)

    @property
    def shown(self) -> list[Hour]:
        return self.hours[: self.most]

    @property
    def more(self) -> int:
        return len(self.hours) - len(self.shown)

    @property
    def crowd(self) -> int:
        """How many come out within a quarter of an hour, from three on; else 0."""
        coming = [h.moment for h in self.hours if h.kind in {Kind.SCHEDULED, Kind.EMBARGO}]
        most = max((sum(m <= n < m + _CLOSE for n in coming) for m in coming), default=0)
        return most if most >= _CROWD else 0


@dataclass(slots=True)
class Calendar:
    """The days that somebody looks at: ``rows`` of cells, with the days (or weeks) they lie in."""

    view: View
    on: date
    first: date
    days: list[date]
    today: date
    now: datetime
    rows: list[list[Cell]] = field(default_factory=list)
    ready: list[Article] = field(default_factory=list)  # and without an hour
    gap: tuple[datetime, datetime] | None = None

    @property
    def last(self) -> date:
        return self.days[-1]

    @property
    def former(self) -> date:
        return _step(self.on, self.view, -1)

    @property
    def next(self) -> date:
        return _step(self.on, self.view, +1)

    @property
    def agenda(self) -> list[Cell]:
        """The days one after another, each as one cell; those in which nothing is are left out."""
        most = SHOWN[View.DAY]
        whole = {day: Cell(day, 0, 24, most, is_past=day < self.today) for day in self.days}
        for row in self.rows:
            for cell in row:
                whole[cell.day].out += cell.out
                whole[cell.day].hours += cell.hours
        return [day for day in whole.values() if day.hours or day.out]

    @property
    def is_empty(self) -> bool:
        return not any(cell.hours or cell.out for row in self.rows for cell in row)


def compose(user: Person, view: View, on: date, *, at: datetime | None = None) -> Calendar:
    """The hours that somebody may see around a day, by three queries (a month: four)."""
    now = timezone.localtime(at or timezone.now())
    days = days_of(view, on)
    calendar = Calendar(view, on, days[0], days, now.date(), now)
    begin, end = _midnight(days[0]), _midnight(days[-1] + timedelta(days=1))
    hours = sorted(_hours(user, view, begin, end, now), key=lambda hour: hour.moment)
    calendar.rows = _rows(calendar, hours)
    if view is View.MONTH:
        _count_out(calendar, user, begin, min(end, now))
    calendar.ready = _ready(user)
    calendar.gap = _gap(user, now)
    return calendar


def days_of(view: View, on: date) -> list[date]:
    """One day, the week around it, or the whole weeks of its month."""
    if view is View.DAY:
        return [on]
    first = on if view is View.WEEK else on.replace(day=1)
    first -= timedelta(days=(first.weekday() - first_weekday(settings.SITE_LOCALE)) % 7)
    number = 7
    while view is View.MONTH and (first + timedelta(days=number)).month == on.month:
        number += 7
    return [first + timedelta(days=day) for day in range(number)]


def _step(on: date, view: View, way: int) -> date:
    if view is not View.MONTH:
        return on + timedelta(days=way * (7 if view is View.WEEK else 1))
    month = on.year * 12 + on.month - 1 + way
    return date(month // 12, month % 12 + 1, 1)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _seen(user: Person, wanted: Q) -> QuerySet[Article]:
    shown = (
        "headline", "short_headline", "state", "published_at", "embargo_until", "withdraw_at",
        "scheduled_for", "due_at", "created_by", "label", "first_published_at",
    )  # fmt: skip
    return permissions.seen_by(user, Article.objects.filter(wanted)).only(*shown)


def _hours(
    user: Person, view: View, begin: datetime, end: datetime, now: datetime
) -> Iterator[Hour]:
    # Of a month what readers had is counted, not listed: an agency has thousands.
    since = max(begin, now) if view is View.MONTH else begin
    public = Q(state=State.PUBLISHED)
    wanted = (
        public & Q(published_at__gte=since, published_at__lt=end)
        | public & Q(scheduled_for__gte=begin, scheduled_for__lt=end)
        | public & Q(withdraw_at__gte=begin, withdraw_at__lt=end)
        | workflow.is_in(*workflow.IN_WORK) & Q(due_at__gte=begin, due_at__lt=end)
    )
    for story in _seen(user, wanted):
        for moment, kind in _of(story, now):
            if begin <= moment < end and not (kind is Kind.OUT and moment < since):
                moves = moment > now and kind is not Kind.EMBARGO
                may_move = moves and may_move_it(user, story, kind)
                yield Hour(story, timezone.localtime(moment), kind, may_move)


def _of(story: Article, now: datetime) -> Iterator[tuple[datetime, Kind]]:
    if story.state != State.PUBLISHED:
        if story.due_at:
            yield story.due_at, Kind.DUE
        return
    if story.published_at and story.published_at <= now:
        yield story.published_at, Kind.OUT
    elif story.published_at:
        yield story.published_at, Kind.EMBARGO if story.embargo_until else Kind.SCHEDULED
    if story.scheduled_for:
        yield story.scheduled_for, Kind.CHANGES
    if story.withdraw_at:
        yield story.withdraw_at, Kind.WITHDRAWAL


def may_move_it(user: Person, story: Article, kind: Kind) -> bool:
    """Whether somebody may give it another hour; its verb asks again."""
    if kind is Kind.DUE:
        return permissions.may_review(user, story)
    if kind is Kind.WITHDRAWAL and not story.is_scheduled:
        return permissions.may_withdraw(user, story)
    return kind is not Kind.OUT and permissions.may_set_time(user, story)


def _rows(calendar: Calendar, hours: list[Hour]) -> list[list[Cell]]:
    """A row for each band of the day; of a month one for each week."""
    bands = list(pairwise(_BANDS[calendar.view]))
    is_quiet = not any(hour.moment.hour < bands[0][1] for hour in hours)
    if is_quiet and calendar.view is not View.MONTH:
        bands = bands[1:]
    rows = [[_cell(calendar, day, *band) for day in calendar.days] for band in bands]
    where = {
        (cell.day, hour): cell
        for row in rows for cell in row for hour in range(cell.begins, cell.ends)
    }  # fmt: skip
    for hour in hours:
        where[hour.moment.date(), hour.moment.hour].hours.append(hour)
    if calendar.view is View.MONTH:
        (cells,) = rows
        rows = [cells[week : week + 7] for week in range(0, len(cells), 7)]
    return rows


def _cell(calendar: Calendar, day: date, begins: int, ends: int) -> Cell:
    now, today = calendar.now, calendar.today
    is_past = day < today or (day == today and ends <= now.hour)
    is_now = day == today and begins <= now.hour < ends and calendar.view is not View.MONTH
    most = SHOWN[calendar.view]
    return Cell(day, begins, ends, most, is_past, now=now if is_now else None)


def _count_out(calendar: Calendar, user: Person, begin: datetime, end: datetime) -> None:
    public = Q(state=State.PUBLISHED, published_at__gte=begin, published_at__lt=end)
    seen = permissions.seen_by(user, Article.objects.filter(public)).order_by()
    by_day = seen.annotate(day=TruncDate("published_at")).values_list("day")
    counted = dict(by_day.annotate(number=Count("pk")))
    for row in calendar.rows:
        for cell in row:
            cell.out = counted.get(cell.day, 0)


def _ready(user: Person) -> list[Article]:
    """What could come out and has no hour yet, the oldest first."""
    ready = workflow.is_in(State.READY) & Q(legal_hold="", embargo_until=None)
    seen = permissions.seen_by(user, Article.objects.filter(ready)).order_by("created_at")
    return list(seen.only("headline", "state", "created_by")[:READY_SHOWN])


def _gap(user: Person, now: datetime) -> tuple[datetime, datetime] | None:
    """The first long time without anything new until tomorrow ends; its end may be that."""
    until = _midnight(now.date() + timedelta(days=2))
    coming = Q(state=State.PUBLISHED, published_at__gt=now, published_at__lt=until)
    hours = permissions.seen_by(user, Article.objects.filter(coming)).order_by("published_at")
    moments = [now, *filter(None, hours.values_list("published_at", flat=True)), until]
    gaps = ((start, end) for start, end in pairwise(moments) if end - start >= _GAP)
    return next(gaps, None)
