"""The tabs of the list of stories: filters that everybody needs, each with what waits behind it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import counting, permissions, workflow
from articles.counting import MOST
from articles.models import Article, Revision
from articles.permissions import Person

State = Article.State
# The day's work reaches back to midnight, and in the small hours into the evening before.
_AT_LEAST = timedelta(hours=12)


def _waiting() -> Exists:
    return Exists(Revision.objects.filter(article=OuterRef("pk"), role=Revision.Role.WORKING))


def _begin(now: datetime) -> datetime:
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return min(midnight, now - _AT_LEAST)


def _today(user: Person) -> Q:
    begin = _begin(timezone.now())
    in_hand = workflow.is_in(*workflow.WITH_THE_DESK)
    return in_hand | Q(created_at__gte=begin) | Q(published_at__gte=begin)


def _ready(user: Person) -> Q:
    return workflow.is_in(State.READY) | Q(state=State.PUBLISHED, published_at__gt=timezone.now())


TABS: dict[str, tuple[Any, Callable[[Person], Any]]] = {
    "today": (_("Today's work"), _today),
    "mine": (_("Mine"), lambda user: Q(created_by=user.pk)),
    "review": (
        _("Awaiting review"),
        lambda _user: workflow.is_in(State.SUBMITTED, State.IN_REVIEW),
    ),
    "ready": (_("Ready and scheduled"), _ready),
    "changed": (_("Live with changes"), lambda _user: Q(_waiting(), state=State.PUBLISHED)),
    "drafts": (_("Drafts"), lambda _user: workflow.is_in(State.DRAFT)),
    "withdrawn": (_("Withdrawn ones"), lambda _user: workflow.is_in(State.WITHDRAWN)),
}


class Tabs(admin.SimpleListFilter):
    """``?tab=review``; without it the list holds all stories, the archive."""

    title = _("saved filters")
    parameter_name = "tab"
    template = "admin/articles/article/tabs.html"

    def __init__(self, request: HttpRequest, *args: Any) -> None:
        super().__init__(request, *args)
        self.user = request.user
        self.counts = counting.of(request)
        seen = permissions.seen_by(request.user, Article.objects.all())
        for name, (_called, condition) in TABS.items():
            self.counts.want(f"tab {name}", partial(seen.filter, condition(request.user)))
        self.counts.want(f"tab {None}", lambda: seen)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(name, called) for name, (called, _condition) in TABS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if (chosen := self.value()) in TABS:
            return queryset.filter(TABS[chosen][1](request.user))
        return queryset

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Each tab with its number of stories, whatever else the list is narrowed by."""
        every, *tabs = super().choices(changelist)
        named = [*tabs, every | {"display": _("Archive"), "query_string": "?"}]
        bare = changelist.get_query_string(remove=[*changelist.params])
        for tab, name in zip(named, [*TABS, None], strict=True):
            count = self.counts[f"tab {name}"]
            address = f"{bare}{self.parameter_name}={name}" if name else bare
            shown = {"query_string": address, "count": count, "is_capped": count >= MOST}
            # Whoever looks through a filter of their own stands on that tab alone.
            yield tab | shown | ({"selected": False} if changelist.kept_here else {})
        yield from self._own(changelist)

    def _own(self, changelist: Any) -> Iterator[Any]:
        """The filters that this person keeps, without a count: each may ask anything."""
        for kept in changelist.kept:
            is_here = kept.name == changelist.kept_here
            address = f"?{kept.query}"
            yield {"query_string": address, "display": kept.name, "kept": 1, "selected": is_here}
