"""The first screen of the desk: what waits for this person, the most urgent of it on top."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import permissions, publishing, workflow
from articles.admin.columns import chip_of
from articles.admin.rows import dressed, for_rows
from articles.admin.tabs import TABS
from articles.counting import MOST, counted
from articles.models import Article
from comments.permissions import may_moderate
from newsroom import alerts, comment_ages, day_line, talked_about
from newsroom.alerts import Alert
from newsroom.comment_ages import Waiting
from newsroom.day_line import DayLine
from newsroom.talked_about import Talk

State = Article.State
# Rows of one section; what is more stands in the list to which its head leads.
ROWS = 6
_COMING = timedelta(hours=24)
# Breaking news waits for nobody.
_URGENT = Case(When(label=Article.Label.BREAKING, then=Value(0)), default=Value(1))


@dataclass(slots=True)
class Section:
    """Stories under one head, and the list that holds all of them."""

    called: str
    stories: list[Article]
    address: str
    number: int = 0
    is_changed: bool = False  # a row leads to what the change is

    def leave_out(self, told: "Next | None") -> None:
        """The story that stands on top of the screen stands there alone."""
        self.stories = [one for one in self.stories if told is None or one.pk != told.story.pk]


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
    talk: list[Talk] = field(default_factory=list)
    day: DayLine | None = None
    alerts: list[Alert] = field(default_factory=list)


def compose(user: Any) -> Home:
    """All that the screen shows, by some queries however long the lists are."""
    home = Home(may_write=permissions.may_write(user))
    if home.may_write or permissions.may_review(user, Article()):
        home.day = day_line.compose(user)
    if permissions.may_review(user, Article()):
        home.sections = _sections(user)
        home.next = _to_review(home.sections[0].stories)
        home.sections[0].leave_out(home.next)
        home.alerts = alerts.compose(user)
    if home.may_write:
        drafts = _rows(user, Q(created_by=user.pk) & workflow.is_in(State.DRAFT), "-created_at")
        home.mine = Section(_("My drafts"), drafts, _listed("mine"))
        if home.next is None and drafts:
            home.next = Next(drafts[0], _("Go on writing"))
    if may_moderate(user):
        home.comments = comment_ages.compose()
    if permissions.may_review(user, Article()):
        home.talk = talked_about.compose()
    return home


def _to_review(waiting: list[Article]) -> Next | None:
    """The first that waits; nobody has taken it up, or it is half checked."""
    story = next((one for one in waiting if one.state == State.SUBMITTED), None)
    if story:
        return Next(story, _("Begin the review"), "take_up")
    return Next(waiting[0], _("Go on with the review")) if waiting else None


def _sections(user: Any) -> list[Section]:
    """What waits, what comes out, what was changed; how many of each, by one query."""
    now = timezone.now()
    told: list[tuple[str, str, Any, tuple[Any, ...]]] = [
        (
            _("Waiting for review"), "review",
            workflow.is_in(State.SUBMITTED, State.IN_REVIEW), (_URGENT, "created_at"),
        ),
        (
            _("Coming out in 24 hours"), "ready",
            Q(state=State.PUBLISHED, published_at__gt=now, published_at__lte=now + _COMING),
            ("published_at",),
        ),
        (
            _("Live, with changes not published"), "changed",
            TABS["changed"][1](user), ("-published_at",),
        ),
    ]  # fmt: skip
    seen = permissions.seen_by(user, Article.objects.order_by())
    asked = [(seen.filter(condition), MOST) for _called, _tab, condition, _order in told]
    numbers = counted(asked)
    return [
        Section(called, _rows(user, condition, *order), _listed(tab), number, tab == "changed")
        for (called, tab, condition, order), number in zip(told, numbers, strict=True)
    ]


def _rows(user: Any, condition: Q, *order: Any) -> list[Article]:
    seen = permissions.seen_by(user, Article.objects.filter(condition))
    rows = dressed(for_rows(seen.order_by(*order, "pk"))[:ROWS], user)
    for story in rows:
        story.chip = chip_of(story)  # type: ignore[attr-defined]
    return rows


def _listed(tab: str) -> str:
    return f"{reverse('admin:articles_article_changelist')}?tab={tab}"
