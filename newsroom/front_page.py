"""Compose the front page: no story twice, and a few queries whatever the number of sections.

What editors chose stands in its place; the newest fill what they left free.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from articles import fronts
from articles.fronts import ALSO, LEAD, SECONDS, SIDE, Chosen, StripKind
from articles.models import Article, Category, FrontEdition
from articles.models.category import Section
from comments.models import Comment

HOURS, IN_A_BLOCK, DISCUSSED = 5, 5, 6
# How far back the window looks for its stories, and the list of the most discussed for its own.
_RECENT = 100
# Of so many stories the newest with a picture leads, and a breaking one stands in the strip.
_PRESENT = 12
# Fewer make no list.
_FEWEST_DISCUSSED = 3


class Rhythm(StrEnum):
    """How a section is laid out; no two neighbours are alike."""

    VIEWS = "views"  # portraits and light headlines
    FEATURE = "feature"  # one large picture, headlines beside it
    COLUMNS = "columns"  # three columns, one with a picture
    PANORAMA = "panorama"  # a broad picture over three stories
    THREE = "three"  # three pictures
    PLAIN = "plain"  # headlines alone


@dataclass(slots=True)
class Block:
    """A section on the front page: its newest stories, the first of them large."""

    section: Section
    stories: list[Article] = field(default_factory=list)
    rhythm: Rhythm = Rhythm.PLAIN

    @property
    def category(self) -> Category:
        return self.section.category

    @property
    def first(self) -> Article:
        return self.stories[0]

    @property
    def others(self) -> list[Article]:
        return self.stories[1:]

    @property
    def pictured_first(self) -> list[Article]:
        """Those with a picture before the others, the newest first in both."""
        return sorted(self.stories, key=lambda story: story.lead_picture_id is None)


@dataclass(slots=True)
class FrontPage:
    """What stands on it; ``breaking`` and ``lead`` may be nobody, every list may be empty."""

    sections: list[Section]
    lead: Article | None = None
    breaking: Article | None = None
    words: str = ""  # of the strip, in place of a story
    words_since: datetime | None = None
    also: list[Article] = field(default_factory=list)
    seconds: list[Article] = field(default_factory=list)
    side: list[Article] = field(default_factory=list)
    hours: list[Article] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    discussed: list[Article] = field(default_factory=list)
    # What stands in each place that editors may choose for (articles.fronts), empty ones too.
    places: list[Article | None] = field(default_factory=list)


def compose(edition: FrontEdition | None = None, *, at: datetime | None = None) -> FrontPage:
    """The paper as readers get it, or with an edition of the desk, now or at a moment.

    Where nothing was chosen the newest story with a picture leads; the others follow by time, then
    section by section.
    """
    front = FrontPage(Category.objects.all().sections())
    recent = list(
        Article.objects.live(at).newest_first().select_related("category")
        .only("pk", "label", "lead_picture", "category__is_opinion")[:_RECENT]
    )  # fmt: skip
    chosen = fronts.chosen(edition or fronts.launched(), at)
    window = _Window(recent, chosen, at)
    busiest = Comment.objects.most_discussed([story.pk for story in recent], DISCUSSED)
    places = _block_places(front.sections, window.taken, at)
    shown = _cards({*window.taken, *places, *busiest}, at)
    chosen.dress(shown)
    window.fill(front, shown)
    front.blocks = _blocks(front.sections, places, shown)
    if len(busiest) >= _FEWEST_DISCUSSED:
        front.discussed = [shown[pk] for pk in busiest if pk in shown]
    return front


class _Window:
    """Which stories stand in which place above the sections, by their keys."""

    def __init__(self, recent: list[Article], chosen: Chosen, at: datetime | None) -> None:
        self._at = at
        self._place = {place: choice.story for place, choice in chosen.by_place.items()}
        # Opinion has its own row; where there is nothing else, it opens the paper.
        news = [story for story in recent if not story.is_opinion] or recent
        reserved = {*self._place.values(), chosen.strip.story}
        self._left = [story for story in news if story.pk not in reserved]
        present = self._left[:_PRESENT]
        if LEAD not in self._place:
            self._fill(LEAD, self._to_lead(present))
        self.strip = chosen.strip
        self.breaking = self._breaking(present)
        self._add_more_on_the_lead()
        if SIDE[0] not in self._place:
            self._fill(SIDE[0], next((s for s in self._left if s.lead_picture_id), None))
        for place in (*SECONDS, *SIDE):
            if place not in self._place:
                self._fill(place, next(iter(self._left), None))
        self.hours = [story.pk for story in self._left[:HOURS]]

    @property
    def taken(self) -> list[int]:
        return [*self._place.values(), *self.breaking, *self.hours]

    def fill(self, front: FrontPage, shown: dict[int, Article]) -> None:
        """Put the stories in their places; one that vanished meanwhile leaves its place empty."""
        places = [shown.get(self._place.get(place, 0)) for place in range(fronts.PLACES)]
        front.places, front.lead = places, places[LEAD]
        front.seconds, front.side, front.also = (
            [story for place in row if (story := places[place])] for row in (SECONDS, SIDE, ALSO)
        )
        front.breaking = next(iter(_found(self.breaking, shown)), None)
        if self.strip.kind == StripKind.WORDS:
            front.words, front.words_since = self.strip.words, self.strip.since
        front.hours = _found(self.hours, shown)

    def _to_lead(self, present: list[Article]) -> Article | None:
        # A sentence that has just come in stands in the strip, not over the paper, if it can.
        longer = (s for s in present if s.label != Article.Label.BREAKING)
        pictured = next((s for s in present if s.lead_picture_id), None)
        return pictured or next(longer, None) or next(iter(present), None)

    def _breaking(self, present: list[Article]) -> list[int]:
        """What stands in the strip, and nowhere else."""
        if self.strip.kind == StripKind.STORY and self.strip.story:
            return [self.strip.story] if self.strip.story not in self._place.values() else []
        if self.strip.kind != StripKind.NEWEST:
            return []
        free = (story for story in present if story.pk not in self._place.values())
        newest = next((s for s in free if s.label == Article.Label.BREAKING), None)
        if newest is None:
            return []
        self._left.remove(newest)
        return [newest.pk]

    def _add_more_on_the_lead(self) -> None:
        """Live stories on its topics, in the places for them that nobody chose for."""
        free = [place for place in ALSO if place not in self._place]
        if not free or LEAD not in self._place:
            return
        on_topic = Article.objects.live(self._at).sharing_tags_with(Article(pk=self._place[LEAD]))
        others = on_topic.exclude(pk__in=[*self._place.values(), *self.breaking]).newest_first()
        keys = others.values_list("pk", flat=True)[: len(free)]
        self._place |= dict(zip(free, keys, strict=False))
        self._left = [story for story in self._left if story.pk not in self._place.values()]

    def _fill(self, place: int, story: Article | None) -> None:
        if story is not None:
            self._place[place] = story.pk
            self._left = [other for other in self._left if other.pk != story.pk]


def _found(keys: Iterable[int], shown: dict[int, Article]) -> list[Article]:
    return [shown[pk] for pk in keys if pk in shown]


def _cards(keys: set[int], at: datetime | None) -> dict[int, Article]:
    stories = Article.objects.live(at).filter(pk__in=keys).for_cards().with_authors().newest_first()
    return {story.pk: story for story in stories}


def _block_places(sections: list[Section], taken: list[int], at: datetime | None) -> dict[int, int]:
    candidates = Article.objects.live(at).exclude(pk__in=taken)
    return candidates.newest_of_each([section.ids for section in sections], IN_A_BLOCK)


def _blocks(
    sections: list[Section], places: dict[int, int], shown: dict[int, Article]
) -> list[Block]:
    blocks = [Block(section) for section in sections]
    for story in shown.values():  # the newest first
        if story.pk in places:
            blocks[places[story.pk]].stories.append(story)
    blocks = [block for block in blocks if block.stories]
    former = _TURNS[-1]
    for block in blocks:
        # The newest with a picture opens its section, as it opens the page.
        opening = next((story for story in block.stories if story.lead_picture_id), block.first)
        block.stories.remove(opening)
        block.stories.insert(0, opening)
        block.rhythm = _rhythm(block, former)
        former = block.rhythm if block.rhythm in _TURNS else former
    return _with_opinion_early(blocks)


def _with_opinion_early(blocks: list[Block]) -> list[Block]:
    """News by the editors' order, and the voices behind the second of its sections."""
    voices = [block for block in blocks if block.rhythm is Rhythm.VIEWS]
    news = [block for block in blocks if block.rhythm is not Rhythm.VIEWS]
    return [*news[:_BEFORE_OPINION], *voices, *news[_BEFORE_OPINION:]]


_PICTURES_OF_THREE = 3
_TURNS = (Rhythm.FEATURE, Rhythm.COLUMNS, Rhythm.THREE, Rhythm.PANORAMA)
_BEFORE_OPINION = 2


def _rhythm(block: Block, former: Rhythm) -> Rhythm:
    """The next in turn for which the section has the matter."""
    if block.category.is_opinion:
        return Rhythm.VIEWS
    if block.first.lead_picture_id is None or len(block.stories) < 3:
        return Rhythm.PLAIN
    pictures = sum(story.lead_picture_id is not None for story in block.stories)
    start = _TURNS.index(former) + 1
    turns = (*_TURNS[start:], *_TURNS[:start])
    return next(
        turn for turn in turns if turn is not Rhythm.THREE or pictures >= _PICTURES_OF_THREE
    )
