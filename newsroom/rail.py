"""The rail of the panel: where somebody may go, and how much waits for them there.

Composed on the top floor, which knows stories and comments; the screens of the lower floors get it
with every page of the panel. Only who may decide about something is told, and asked, its count.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles import counting, people, permissions, workflow
from articles.counting import MOST
from articles.models import Article, Picture
from comments.models import Comment
from comments.permissions import may_moderate
from newsroom.permissions import may_manage_people
from newsroom.roles import TITLES

# The places of their own, their icon and the key after G (panel.md, section 5).
_PLACES = {Article: ("article", "KeyA"), Picture: ("image", ""), Comment: ("comment", "KeyC")}
# Lists open with the day's work and with what waits, not with everything.
_OPENS: dict[type, str] = {Article: "?tab=today", Comment: "?state__exact=waiting"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the panel."""

    called: str
    address: str
    icon: str = ""
    key: str = ""
    waiting: int = 0
    is_current: bool = False

    @property
    def is_capped(self) -> bool:
        return self.waiting >= MOST

    @property
    def letter(self) -> str:
        return self.key.removeprefix("Key")


class Rail:
    """Where the person of a request may go; the database is asked when a page shows it."""

    def __init__(self, request: HttpRequest, apps: list[dict[str, Any]]) -> None:
        self.user: Any = request.user
        expect_counts(request)
        self.counts = counting.of(request)
        self.path = request.path
        self.models = [model for app in apps for model in app["models"] if model["admin_url"]]

    @cached_property
    def entries(self) -> list[Entry]:
        """The desk, then stories, pictures and comments, as far as the person may see them."""
        home = reverse("admin:index")
        desk = Entry(_("Desk"), home, "desk", "KeyD", is_current=self.path == home)
        return [desk, *self._places(), *self._people()]

    @cached_property
    def more(self) -> list[Entry]:
        """All that has no place of its own."""
        others = (model for model in self.models if model["model"] not in _PLACES)
        return [self._entry(model) for model in others]

    @property
    def is_more_current(self) -> bool:
        return any(entry.is_current for entry in self.more)

    @cached_property
    def search(self) -> str:
        """Where the bar's search asks; nothing for who sees no list of stories."""
        return next((m["admin_url"] for m in self.models if m["model"] is Article), "")

    @cached_property
    def add(self) -> str:
        may_write = permissions.may_write(self.user)
        return reverse("admin:articles_article_add") if may_write else ""

    @cached_property
    def breaking(self) -> str:
        may_write = permissions.may_write(self.user)
        return reverse("admin:articles_article_breaking") if may_write else ""

    @cached_property
    def titles(self) -> list[str]:
        """What the person is in this newsroom."""
        return titles_of(self.user)

    @property
    def initials(self) -> str:
        """The first letters of the name, two at most."""
        return people.initials(self.user.get_full_name() or self.user.get_username())

    def _places(self) -> Iterator[Entry]:
        known = {model["model"]: model for model in self.models}
        for model, (icon, key) in _PLACES.items():
            if model in known:
                yield self._entry(known[model], icon, key)
            if model is Article and model in known:
                address = reverse("admin:articles_article_calendar")
                is_here = self._is_the_calendar
                yield Entry(_("Calendar"), address, "cal", "KeyP", is_current=is_here)
                yield from self._front()

    def _people(self) -> Iterator[Entry]:
        if may_manage_people(self.user):
            address = reverse("admin:people")
            yield Entry(_("Team"), address, "people", is_current=self.path.startswith(address))

    def _front(self) -> Iterator[Entry]:
        if permissions.may_compose(self.user):
            address = reverse("admin:front")
            is_here = self.path.startswith(address)
            yield Entry(_("Front"), address, "front", "KeyF", is_current=is_here)

    def _entry(self, model: dict[str, Any], icon: str = "", key: str = "") -> Entry:
        address = model["admin_url"]
        return Entry(
            str(model["name"]), address + _OPENS.get(model["model"], ""), icon, key,
            waiting=self.counts[_name(model["model"])] if model["model"] in _PLACES else 0,
            is_current=self.path.startswith(address) and not self._is_the_calendar,
        )  # fmt: skip

    @property
    def _is_the_calendar(self) -> bool:
        return self.path == reverse("admin:articles_article_calendar")


def expect_counts(request: HttpRequest) -> None:
    """Let what waits be counted together with the other numbers of the page."""
    counts = counting.of(request)
    for model in _PLACES:
        counts.want(_name(model), partial(_waiting, request, model))


def _name(model: type) -> str:
    return f"rail {model.__name__}"


def _waiting(request: HttpRequest, model: type) -> QuerySet[Any] | None:
    """What waits for this person's decision; None where they have none to make."""
    user: Any = request.user
    if model is Article and permissions.may_review(user, Article()):
        return Article.objects.filter(workflow.is_in(Article.State.SUBMITTED))
    if model is Comment and may_moderate(user):
        return Comment.objects.filter(state=Comment.State.WAITING)
    return None


def titles_of(user: Any) -> list[str]:
    """The person's roles in the words of the desk."""
    if user.is_superuser:
        return [_("administrator")]
    names = set(user.role_names)
    return [str(title) for name, title in TITLES.items() if name in names]
