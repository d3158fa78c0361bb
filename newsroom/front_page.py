"""Compose the front page: no story twice, and a few queries whatever the number of sections."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from articles.models import Article, Category
from articles.models.category import Section
from comments.models import Comment

ALSO, SECONDS, SIDE, HOURS, IN_A_BLOCK, DISCUSSED = 2, 2, 3, 5, 5, 6
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
    also: list[Article] = field(default_factory=list)
    seconds: list[Article] = field(default_factory=list)
    side: list[Article] = field(default_factory=list)
    hours: list[Article] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    discussed: list[Article] = field(default_factory=list)


def compose() -> FrontPage:
    """The newest story with a picture leads; the others follow by time, then section by section."""
    front = FrontPage(Category.objects.all().sections())
    recent = list(
        Article.objects.live().newest_first().select_related("category")
        .only("pk", "label", "lead_picture", "category__is_opinion")[:_RECENT]
    )  # fmt: skip
    window = _Window(recent)
    busiest = Comment.objects.most_discussed([story.pk for story in recent], DISCUSSED)
    places = _block_places(front.sections, window.taken)
    shown = _cards({*window.taken, *places, *busiest})
    window.fill(front, shown)
    front.blocks = _blocks(front.sections, places, shown)
    if len(busiest) >= _FEWEST_DISCUSSED:
        front.discussed = [shown[pk] for pk in busiest if pk in shown]
    return front


class _Window:
    """Which of the recent stories stand in which place above the sections, by their keys."""

    def __init__(self, recent: list[Article]) -> None:
        # Opinion has its own row; where there is nothing else, it opens the paper.
        news = [story for story in recent if not story.is_opinion] or recent
        present = news[:_PRESENT]
        self._left = news
        # A sentence that has just come in stands in the strip, not over the paper, if it can.
        longer = (s for s in present if s.label != Article.Label.BREAKING)
        pictured = next((s for s in present if s.lead_picture_id), None)
        self.lead = self._take(pictured, next(longer, None), *news[:1])
        free = (story for story in present if story.pk not in self.lead)
        self.breaking = self._take(*(s for s in free if s.label == Article.Label.BREAKING))
        self.also = self._also()
        pictured = next((story for story in self._left if story.lead_picture_id), None)
        self.side = self._take(pictured)
        self.seconds = self._next(SECONDS)
        self.side += self._next(SIDE - len(self.side))
        self.hours = self._next(HOURS)

    @property
    def taken(self) -> list[int]:
        places = (self.lead, self.breaking, self.also, self.seconds, self.side, self.hours)
        return [pk for place in places for pk in place]

    def fill(self, front: FrontPage, shown: dict[int, Article]) -> None:
        """Put the stories in their places; one that vanished meanwhile leaves its place empty."""
        front.lead = next(iter(_found(self.lead, shown)), None)
        front.breaking = next(iter(_found(self.breaking, shown)), None)
        front.also = _found(self.also, shown)
        front.seconds = _found(self.seconds, shown)
        front.side = _found(self.side, shown)
        front.hours = _found(self.hours, shown)

    def _take(self, *wanted: Article | None) -> list[int]:
        """The first of these that is there, and no longer free for another place."""
        chosen = next((story for story in wanted if story is not None), None)
        if chosen is None:
            return []
        self._left = [story for story in self._left if story.pk != chosen.pk]
        return [chosen.pk]

    def _next(self, count: int) -> list[int]:
        chosen, self._left = self._left[:count], self._left[count:]
        return [story.pk for story in chosen]

    def _also(self) -> list[int]:
        """Live stories on the topics of the lead."""
        if not self.lead:
            return []
        on_topic = Article.objects.live().sharing_tags_with(Article(pk=self.lead[0]))
        free = on_topic.exclude(pk__in=self.breaking).newest_first()
        chosen = list(free.values_list("pk", flat=True)[:ALSO])
        self._left = [story for story in self._left if story.pk not in chosen]
        return chosen


def _found(keys: Iterable[int], shown: dict[int, Article]) -> list[Article]:
    return [shown[pk] for pk in keys if pk in shown]


def _cards(keys: set[int]) -> dict[int, Article]:
    stories = Article.objects.live().filter(pk__in=keys).for_cards().with_authors().newest_first()
    return {story.pk: story for story in stories}


def _block_places(sections: list[Section], taken: list[int]) -> dict[int, int]:
    candidates = Article.objects.live().exclude(pk__in=taken)
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
