"""The day line of the desk: what went out today, what is to come, and where now is.

All of it is drawn on the server, in the figures of an SVG: the panel's policy lets no style
attribute in. Time runs as the panel's language is read, so from the right in Arabic.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles import house_style, permissions, workflow
from articles.arabic import dates
from articles.arabic.bidi import isolate
from articles.arabic.excerpts import excerpt
from articles.arabic.letters import strip_marks
from articles.models import Article
from newsroom.reading_order import laid

State = Article.State
# A paper of 200 stories a day is a large agency; what is older than the last 200 is not drawn.
MOST = 200
# Units of the drawing, which fills its sheet: about one pixel each at 1280.
WIDTH, _EDGE, _TOP, _LANE, _BLOCK, _FOOT = 1180, 26, 24, 30, 24, 26
_LANES = 5
# A letter of the panel's face at 11.5 px is 6 px wide on average and 7 in a wide face; a
# headline of 26 letters reads.
_LETTER, _SPACE, _SHOWN = 7.0, 16, 26
# An empty line begins where the morning does, and is marked every second hour.
_MORNING, _EVERY = 6, 2
_x = partial(laid, within=WIDTH)
_WORDS = {"embargo": _("embargo"), "until": _("embargo ends"), "changes": _("changes")}


@dataclass(slots=True)
class Block:
    """A story at its hour; without a place of its own it is a mark at the foot of the line."""

    story: Article
    moment: datetime
    kind: str  # past, scheduled, embargo, until, changes
    begins: float
    label: str
    x: float = 0
    y: float = 0
    text_x: float = 0
    width: float = 0

    @property
    def word(self) -> Any:
        """What the hour is of, where it is not simply the story's."""
        return _WORDS.get(self.kind, "")

    @property
    def address(self) -> str:
        return reverse("admin:articles_article_change", args=[self.story.pk])


@dataclass(slots=True)
class DayLine:
    """One day; ``past`` and ``coming`` hold all its hours in order, for who reads a list."""

    now: datetime
    past: list[Block]
    coming: list[Block]
    hours: list[tuple[float, str]] = field(default_factory=list)
    placed: list[Block] = field(default_factory=list)
    marks: list[Block] = field(default_factory=list)
    now_x: float = 0
    now_text_x: float = 0
    now_anchor: str = "start"
    height: float = 0
    width: int = WIDTH

    @property
    def zone(self) -> str:
        """+03:00, the newsroom's."""
        return f"{self.now:%:z}"

    @property
    def weekday(self) -> str:
        return dates.weekday(self.now) if house_style.is_arabic() else date_format(self.now, "l")

    @property
    def foot(self) -> float:
        return self.height - 8


def compose(user: Any, *, at: datetime | None = None) -> DayLine:
    """The day of a moment, of the stories that somebody may see, by one query."""
    now = timezone.localtime(at or timezone.now())
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    blocks = sorted(_blocks(user, now, midnight), key=lambda block: block.moment)
    line = DayLine(
        now,
        past=[block for block in blocks if block.kind == "past"],
        coming=[block for block in blocks if block.kind != "past"],
    )
    _draw(line, midnight)
    return line


def _blocks(user: Any, now: datetime, midnight: datetime) -> Iterator[Block]:
    for story in _stories(user, now, midnight):
        for moment, kind in _hours(story, now):
            local = timezone.localtime(moment)
            if midnight <= local < midnight + timedelta(days=1):
                told = isolate(excerpt(story.card_headline, _SHOWN))
                clock, word = house_style.clock(local), _WORDS.get(kind)
                label = f"{clock} {word}: {told}" if word else f"{clock} {told}"
                yield Block(story, local, kind, _hour(local), label)


def _stories(user: Any, now: datetime, midnight: datetime) -> Any:
    end = midnight + timedelta(days=1)
    out = Q(state=State.PUBLISHED, published_at__gte=midnight, published_at__lt=end)
    changes = Q(state=State.PUBLISHED, scheduled_for__gt=now, scheduled_for__lt=end)
    kept = workflow.is_in(*workflow.IN_WORK) & Q(embargo_until__gt=now, embargo_until__lt=end)
    seen = permissions.seen_by(user, Article.objects.filter(out | changes | kept))
    shown = ("headline", "short_headline", "state", "published_at", "embargo_until")
    newest = F("published_at").desc(nulls_first=True)
    return seen.only(*shown, "scheduled_for").order_by(newest, "-pk")[:MOST]


def _hours(story: Article, now: datetime) -> Iterator[tuple[datetime, str]]:
    """The hours of a story that a day may show, and what each is."""
    if story.state != State.PUBLISHED:
        if story.embargo_until:
            yield story.embargo_until, "until"
        return
    if story.published_at and story.published_at <= now:
        yield story.published_at, "past"
    elif story.published_at:
        yield story.published_at, "embargo" if story.embargo_until else "scheduled"
    if story.scheduled_for and story.scheduled_for > now:
        yield story.scheduled_for, "changes"


def _hour(moment: datetime) -> float:
    return moment.hour + moment.minute / 60


def _draw(line: DayLine, midnight: datetime) -> None:
    """Give everything its figures: what is to come takes its room first, then the newest."""
    first = min([_MORNING, _hour(line.now), *(block.begins for block in line.past)])
    begin = int(first) // _EVERY * _EVERY
    step = (WIDTH - 2 * _EDGE) / (24 - begin)
    lanes: list[list[tuple[float, float]]] = [[] for _lane in range(_LANES)]
    for block in [*line.coming, *reversed(line.past)]:
        _place(block, _EDGE + (block.begins - begin) * step, lanes)
        (line.placed if block.y else line.marks).append(block)
    used = max(1, sum(bool(lane) for lane in lanes))
    line.height = _TOP + used * _LANE + _FOOT
    for hour in range(begin, 25, _EVERY):
        shown = house_style.clock(midnight + timedelta(hours=hour))
        line.hours.append((_x(_EDGE + (hour - begin) * step), shown))
    along = _EDGE + (_hour(line.now) - begin) * step
    is_late = along > WIDTH * 0.85  # no room for its word behind it
    line.now_x, line.now_anchor = _x(along), "end" if is_late else "start"
    line.now_text_x = _x(along + (-6 if is_late else 6))


def _place(block: Block, begins: float, lanes: list[list[tuple[float, float]]]) -> None:
    """In the first lane with room for its words; else only its hour is marked."""
    wide = round(len(strip_marks(block.label)) * _LETTER + _SPACE)
    start = min(begins, WIDTH - wide)
    block.x, block.width = _x(begins, 3), 3
    for number, lane in enumerate(lanes):
        if all(start >= ends + 4 or start + wide + 4 <= starts for starts, ends in lane):
            lane.append((start, start + wide))
            block.x, block.width, block.y = _x(start, wide), wide, _TOP + number * _LANE
            block.text_x = _x(start + _SPACE / 2)
            return
