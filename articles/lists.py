"""A list of stories, page by page."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple, TypedDict

from django.db.models import QuerySet
from django.utils import timezone

from articles.models import Article, Author

STORIES_A_PAGE = 20
# Beyond this readers search or go by month; a page number then stands for other stories each day.
LAST_PAGE = 50
# A picture may lift a story to the top of its section over so many newer ones, not more.
LEAD_AMONG = 5
VOICES = 4
# Writers are looked for among so many pieces: some ten write for a section, once a week each.
COLUMNS_READ = 60


@dataclass(frozen=True, slots=True)
class Page:
    stories: list[Any]
    number: int
    last: int
    total: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether ``total`` counts all there is: beyond the last page nothing is counted."""
        return 0 < self.total < LAST_PAGE * STORIES_A_PAGE

    @property
    def numbers(self) -> list[int | None]:
        """The numbers to show: the ends and the neighbours of this page; None stands for a gap."""
        near = {1, self.last, self.number - 1, self.number, self.number + 1}
        shown = sorted(number for number in near if 1 <= number <= self.last)
        listed: list[int | None] = []
        for number in shown:
            if listed and listed[-1] is not None and number > listed[-1] + 1:
                listed.append(None)
            listed.append(number)
        return listed

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.last else None


class Day(NamedTuple):
    """A day of the newsroom's clock and its stories, in the order in which they came."""

    date: date
    stories: list[Article]


class Opening(TypedDict):
    """How a list opens: a large story, the voices beside it, and what follows as a list."""

    lead: Article | None
    voices: list[Article]
    listed: list[Article]


class Columnists(TypedDict):
    """Who is read around a piece of opinion; ``writer`` is nobody where it is unsigned."""

    writer: Author | None
    latest: list[Article]
    voices: list[Article]


def by_day(stories: list[Article]) -> list[Day]:
    """Published stories cut where the day changes."""
    days = groupby(stories, key=lambda story: timezone.localdate(story.published_at))
    return [Day(day, list(group)) for day, group in days]


def opened(stories: list[Article], *, voices: bool) -> Opening:
    """The newest of these with a picture leads a section; opinion is led by the newest of all."""
    near = stories[:1] if voices else stories[:LEAD_AMONG]
    lead = next((story for story in near if story.lead_picture_id), next(iter(near), None))
    others = [story for story in stories if story is not lead]
    heard = VOICES if voices else 0
    return Opening(lead=lead, voices=others[:heard], listed=others[heard:])


def opened_with(chosen: dict[int, Article], stories: list[Article], *, voices: bool) -> Opening:
    """The same, with the stories that the desk chose in their places: what leads, what follows."""
    rest = [story for story in stories if story not in chosen.values()]
    opening = opened(rest, voices=voices)
    if 0 in chosen and opening["lead"] is not None:
        opening = Opening(lead=None, voices=rest[: VOICES if voices else 0], listed=[])
        opening["listed"] = rest[len(opening["voices"]) :]
    opening["lead"] = chosen.get(0, opening["lead"])
    for place in sorted(place for place in chosen if place > 0):
        opening["listed"].insert(place - 1, chosen[place])
    return opening


def columnists(
    pieces: Iterable[Article], writers: Iterable[Author], *, without: Collection[int]
) -> Columnists:
    """Who is read around a piece of these writers, among the newest pieces of its section.

    More by the first of them, without those whose ids are in ``without``; and of each of four
    others the newest. ``pieces`` come with their authors, the newest first.
    """
    writer = next(iter(writers), None)
    own: list[Article] = []
    others: dict[int, Article] = {}
    for piece in pieces:
        signing = list(piece.authors.all())
        if writer in signing:
            own += [piece] if piece.pk not in without else []
        elif signing:
            others.setdefault(signing[0].pk, piece)
    return Columnists(writer=writer, latest=own[:VOICES], voices=list(others.values())[:VOICES])


def page_of(stories: "QuerySet[Any]", asked: str) -> Page | None:
    """The page of that number; None when there is none (an empty list has a first page)."""
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 3):
        return None
    number = int(asked)
    counted = stories.order_by()[: LAST_PAGE * STORIES_A_PAGE].count()
    last = max(1, -(-counted // STORIES_A_PAGE))
    if not 1 <= number <= last:
        return None
    start = (number - 1) * STORIES_A_PAGE
    return Page(list(stories[start : start + STORIES_A_PAGE]), number, last, counted)
