"""The first screen of the desk: what waits for this person, the most urgent of it on top."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions, publishing
from articles.admin.columns import chip_of
from articles.admin.rows import dressed, for_rows
from articles.admin.tabs import TABS
from articles.models import Article
from comments.permissions import may_moderate
from newsroom import comment_ages, day_line
from newsroom.comment_ages import Waiting
from newsroom.day_line import DayLine

State = Article.State
# Rows of one section; what is more stands in the list to which its head leads.
ROWS = 6
_COMING = timedelta(hours=24)
# Breaking news waits for nobody.
_URGENT = Case(When(label=Article.Label.BREAKING, then=Value(0)), default=Value(1))


@dataclass(frozen=True, slots=True)
class Section:
    """Stories under one head, and the list that holds all of them."""

    called: str
    stories: list[Article]
    address: str


@dataclass(frozen=True, slots=True)
class Next:
    """The story that waits for the person: the word of its one act, and where that is sent."""

    story: Article
    called: str
    verb: str = ""

    @property
    def missing(self) -> int:
        """How many things it lacks before it can go out."""
        return len(publishing.missing(self.story))


@dataclass(slots=True)
class Home:
    next: Next | None = None
    sections: list[Section] = field(default_factory=list)
    mine: Section | None = None
    may_write: bool = False
    comments: Waiting | None = None
    day: DayLine | None = None


def compose(user: Any) -> Home:
    """All that the screen shows, by some queries however long the lists are."""
    home = Home(may_write=permissions.may_write(user))
    if home.may_write or permissions.may_review(user, Article()):
        home.day = day_line.compose(user)
    if permissions.may_review(user, Article()):
        handed_in = Q(state__in=[State.SUBMITTED, State.IN_REVIEW])
        waiting = _rows(user, handed_in, _URGENT, "created_at")
        home.next = _to_review(waiting)
        rest = [story for story in waiting if home.next and story.pk != home.next.story.pk]
        home.sections = [
            Section(_("Waiting for review"), rest, _listed("review")),
            Section(_("Coming out in 24 hours"), _coming(user), _listed("ready")),
            Section(_("Live, with changes not published"), _changed(user), _listed("changed")),
        ]
    if home.may_write:
        drafts = _rows(user, Q(state=State.DRAFT, created_by=user.pk), "-created_at")
        home.mine = Section(_("My drafts"), drafts, _listed("mine"))
        if home.next is None and drafts:
            home.next = Next(drafts[0], _("Go on writing"))
    if may_moderate(user):
        home.comments = comment_ages.compose()
    return home


def _to_review(waiting: list[Article]) -> Next | None:
    """The first that waits; nobody has taken it up, or it is half checked."""
    story = next((one for one in waiting if one.state == State.SUBMITTED), None)
    if story:
        return Next(story, _("Begin the review"), "take_up")
    return Next(waiting[0], _("Go on with the review")) if waiting else None


def _coming(user: Any) -> list[Article]:
    now = timezone.now()
    hours = Q(state=State.PUBLISHED, published_at__gt=now, published_at__lte=now + _COMING)
    return _rows(user, hours, "published_at")


def _changed(user: Any) -> list[Article]:
    return _rows(user, TABS["changed"][1](user), "-published_at")


def _rows(user: Any, condition: Q, *order: Any) -> list[Article]:
    seen = permissions.seen_by(user, Article.objects.filter(condition))
    rows = dressed(for_rows(seen.order_by(*order, "pk"))[:ROWS], user)
    for story in rows:
        story.chip = chip_of(story)  # type: ignore[attr-defined]
    return rows


def _listed(tab: str) -> str:
    return f"{reverse('admin:articles_article_changelist')}?tab={tab}"
