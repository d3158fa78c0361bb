"""What the board of a front page shows: its places, what stands outside, what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import composing, fronts, lists, permissions, workflow
from articles.admin.columns import chip_of
from articles.admin.rows import for_rows
from articles.arabic.matching import pattern
from articles.embargo import is_under_embargo
from articles.fronts import Choice, Strip
from articles.models import Article, Category, FrontEdition, Picture
from newsroom import front_page

State = Article.State
# A reader who comes back in the evening has seen what stood there at noon.
OLD: Final = timedelta(hours=12)
SOON: Final = timedelta(days=3)
OUTSIDE, HISTORY, _MOST_WORDS = 12, 10, 8


@dataclass(slots=True)
class Place:
    """One place: what the desk chose for it, and what readers would get there."""

    number: int  # from 1
    choice: Choice | None
    story: Article | None
    filler: Article | None = None  # in place of a chosen story that readers do not have
    warnings: list[tuple[str, str]] = field(default_factory=list)  # (icon, sentence)

    @property
    def is_automatic(self) -> bool:
        return self.choice is None


@dataclass(slots=True)
class Board:
    section: Category | None
    draft: FrontEdition
    current: FrontEdition | None
    places: list[Place]
    strip: Strip
    breaking: Article | None
    outside: list[Article]
    history: list[FrontEdition]
    asked: str

    @property
    def changes(self) -> int:
        return composing.changes_of(self.draft, self.current)

    @property
    def is_draft(self) -> bool:
        return self.draft.pk is not None

    @property
    def numbers(self) -> list[int]:
        return [place.number for place in self.places]

    @property
    def former(self) -> FrontEdition | None:
        """What readers had before; one press gives it back."""
        return self.history[1] if len(self.history) > 1 else None


def board_of(user: Any, section: Category | None, asked: str = "") -> Board:
    """The board as it stands for whoever composes, by a fixed number of queries."""
    draft, current = composing.draft_of(section), fronts.launched(section)
    shown, breaking = _shown(section, draft)
    places = list(_places(draft, shown))
    standing = {place.story.pk for place in places if place.story}
    launched = FrontEdition.objects.filter(section=section, launched_at__isnull=False)
    return Board(
        section, draft, current, places, Strip.read(draft.strip).at(timezone.now()), breaking,
        _outside(user, section, standing, asked),
        list(launched.select_related("changed_by")[:HISTORY]), asked,
    )  # fmt: skip


def _shown(
    section: Category | None, draft: FrontEdition
) -> tuple[list[Article | None], Article | None]:
    """What readers would get in each place, and in the strip."""
    if section is None:
        composed = front_page.compose(draft)
        return composed.places, composed.breaking
    stories = list(
        Article.objects.live().in_category(section).for_cards().with_authors().newest_first()
        [: lists.STORIES_A_PAGE]
    )  # fmt: skip
    chosen = fronts.stories_of(fronts.chosen(draft))
    opening = lists.opened_with(chosen, stories, voices=section.is_opinion)
    number = fronts.number_of_places(section)
    return [opening["lead"], *opening["listed"], *[None] * number][:number], None


def _places(draft: FrontEdition, shown: list[Article | None]) -> Iterator[Place]:
    now = timezone.now()
    choices = composing.places_of(draft)
    chosen = Article.objects.for_cards().in_bulk([c.story for c in choices if c])
    for number, (choice, there) in enumerate(zip(choices, shown, strict=True), start=1):
        if choice is None or choice.story not in chosen:
            yield Place(number, None, there)
            continue
        story = chosen[choice.story]
        is_there = there is not None and there.pk == story.pk
        place = Place(number, choice, there if is_there else story)
        place.filler = None if is_there else there
        place.warnings = list(_warnings(story, choice, now, is_there=is_there))
        yield place


def _warnings(
    story: Article, choice: Choice, now: datetime, *, is_there: bool
) -> Iterator[tuple[str, str]]:
    """What somebody who composes should know of a card."""
    if not choice.holds(now):
        yield "clock", _("Its pin has run out: the newest stands here.")
    elif is_under_embargo(story, now):
        yield "lock", _("Under embargo: until its hour the newest stands here.")
    elif story.is_scheduled:
        yield "clock", _("Scheduled: until its hour the newest stands here.")
    elif not is_there:
        yield "stop", _("Readers do not have it: the newest stands here.")
    elif story.lead_picture and _ends_soon(story.lead_picture, now):
        yield "clock", _("The right to its picture ends soon.")
    elif story.published_at and now - story.published_at > OLD:
        yield "alert", _("An old card: put another in its place, or bring it up to date.")


def _ends_soon(picture: Picture, now: datetime) -> bool:
    return picture.is_over(timezone.localdate(now) + SOON)


def _outside(user: Any, section: Category | None, standing: set[int], asked: str) -> list[Article]:
    """Stories that could be put there: those that readers have or soon will, the newest first."""
    stories: Any = permissions.seen_by(user, Article.objects.all())
    if section:
        stories = stories.in_category(section)
    if words := asked.split()[:_MOST_WORDS]:
        stories = _named(stories, words)
    else:
        stories = stories.filter(Q(state=State.PUBLISHED) | workflow.is_in(State.READY))
    found = for_rows(stories.exclude(pk__in=standing).order_by("-created_at", "-pk"))[:OUTSIDE]
    for story in found:
        story.chip = chip_of(story)  # type: ignore[attr-defined]
    return list(found)


def _named(stories: Any, words: list[str]) -> Any:
    for word in words:
        spelled = pattern(word)
        found = Q(code__istartswith=word)
        stories = stories.filter(found | Q(headline__iregex=spelled) if spelled else found)
    return stories
