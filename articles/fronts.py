"""What editors chose for a front page, as far as it holds at a moment.

Choices end by the clock and stories leave by their own hours: both are looked at when a page is
made, so that no job has to run.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.models import Article, Category, FrontEdition, Picture

# The front page: what opens it, two below, three beside, two more on what opens it.
LEAD, SECONDS, SIDE, ALSO = 0, (1, 2), (3, 4, 5), (6, 7)
PLACES: Final = 8
# A section: what opens it, and the two that follow.
PLACES_OF_A_SECTION: Final = 3


class StripKind(StrEnum):
    """What the strip of urgent news shows."""

    NEWEST = "newest"  # the newest story with the label
    STORY = "story"
    WORDS = "words"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Choice:
    """A story in a place, with what its card says instead of its own headline and picture."""

    story: int
    until: datetime | None = None
    headline: str = ""
    picture: int | None = None

    @classmethod
    def read(cls, stored: dict[str, Any] | None) -> "Choice | None":
        if not stored:
            return None
        until = parse_datetime(stored.get("until") or "")
        return cls(stored["story"], until, stored.get("headline", ""), stored.get("picture"))

    def stored(self) -> dict[str, Any]:
        return {
            "story": self.story, "until": self.until.isoformat() if self.until else "",
            "headline": self.headline, "picture": self.picture,
        }  # fmt: skip

    def holds(self, at: datetime) -> bool:
        return self.until is None or self.until > at


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip of urgent news above the front page."""

    kind: StripKind = StripKind.NEWEST
    story: int | None = None
    words: str = ""
    since: datetime | None = None
    until: datetime | None = None

    @classmethod
    def read(cls, stored: dict[str, Any]) -> "Strip":
        return cls(
            StripKind(stored.get("kind", StripKind.NEWEST)), stored.get("story"),
            stored.get("words", ""), parse_datetime(stored.get("since") or ""),
            parse_datetime(stored.get("until") or ""),
        )  # fmt: skip

    def stored(self) -> dict[str, Any]:
        return {
            "kind": str(self.kind), "story": self.story, "words": self.words,
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
        }  # fmt: skip

    def at(self, moment: datetime) -> "Strip":
        """What it is by then: once its hour is over it shows the newest again."""
        return self if self.until is None or self.until > moment else Strip()


@dataclass(slots=True)
class Chosen:
    """The choices that hold at a moment, of stories that readers have then, by their place."""

    by_place: dict[int, Choice]
    strip: Strip

    @property
    def stories(self) -> set[int]:
        return {choice.story for choice in self.by_place.values()}

    def dress(self, shown: dict[int, Article]) -> None:
        """Let cards say and show what was chosen for them; nothing of it is ever saved."""
        wanted = {c.picture for c in self.by_place.values() if c.picture}
        pictures = Picture.objects.in_bulk(wanted) if wanted else {}
        for choice in self.by_place.values():
            story = shown.get(choice.story)
            if story is None:
                continue
            if choice.headline:
                story.headline = story.short_headline = choice.headline
            if choice.picture in pictures:
                story.lead_picture = pictures[choice.picture]


def launched(section: Category | None = None) -> FrontEdition | None:
    """What readers get; None where nobody has composed anything."""
    return FrontEdition.objects.filter(section=section, launched_at__isnull=False).first()


def number_of_places(section: Category | None) -> int:
    return PLACES if section is None else PLACES_OF_A_SECTION


def chosen(edition: FrontEdition | None, at: datetime | None = None) -> Chosen:
    """Its choices by then, without stories that readers do not have: one query, or none."""
    if edition is None:
        return Chosen({}, Strip())
    moment = at or timezone.now()
    strip = Strip.read(edition.strip).at(moment)
    holding = {
        place: choice
        for place, choice in enumerate(map(Choice.read, edition.places))
        if choice and choice.holds(moment)
    }
    asked = {choice.story for choice in holding.values()}
    asked |= {strip.story} if strip.kind == StripKind.STORY and strip.story else set()
    live = _live(asked, at)
    if strip.kind == StripKind.STORY and strip.story not in live:
        strip = Strip()
    return Chosen({p: c for p, c in holding.items() if c.story in live}, strip)


def stories_of(choices: Chosen) -> dict[int, Article]:
    """The chosen stories as cards that say and show what was chosen for them, by their place."""
    if not choices.by_place:
        return {}
    cards = Article.objects.live().for_cards().with_authors().in_bulk(choices.stories)
    choices.dress(cards)
    places = choices.by_place.items()
    return {place: cards[choice.story] for place, choice in places if choice.story in cards}


def _live(stories: Collection[int], at: datetime | None) -> set[int]:
    if not stories:
        return set()
    found: Iterable[int] = (
        Article.objects.live(at).filter(pk__in=stories).values_list("pk", flat=True)
    )
    return set(found)
