"""The tabs of the list of stories: filters that everybody needs, each with what waits behind it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib import admin
from django.db import connections
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import permissions, workflow
from articles.models import Article, Revision
from articles.permissions import Person

State = Article.State
# A tab says "999+": past that nobody works by the number.
MOST = 999
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

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(name, called) for name, (called, _condition) in TABS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if (chosen := self.value()) in TABS:
            return queryset.filter(TABS[chosen][1](request.user))
        return queryset

    def choices(self, changelist: Any) -> Iterator[Any]:
        """Each tab with its number of stories, whatever else the list is narrowed by."""
        seen = permissions.seen_by(self.user, Article.objects.order_by())
        counts = counted([*(seen.filter(TABS[name][1](self.user)) for name in TABS), seen])
        every, *tabs = super().choices(changelist)
        named = [*tabs, every | {"display": _("Archive"), "query_string": "?"}]
        bare = changelist.get_query_string(remove=[*changelist.params])
        for tab, name, count in zip(named, [*TABS, None], counts, strict=True):
            address = f"{bare}{self.parameter_name}={name}" if name else bare
            yield tab | {"query_string": address, "count": count, "is_capped": count >= MOST}


def counted(querysets: Sequence[QuerySet[Article]]) -> list[int]:
    """How many rows each holds, at most ``MOST``, by one query however many there are."""
    compiled = [rows.values("pk")[:MOST].query.sql_with_params() for rows in querysets]
    statement = " UNION ALL ".join(
        f"SELECT {place}, COUNT(*) FROM ({sql}) AS tab{place}"  # noqa: S608 - SQL of the ORM
        for place, (sql, _params) in enumerate(compiled)
    )
    with connections[querysets[0].db].cursor() as cursor:
        cursor.execute(statement, [value for _sql, params in compiled for value in params])
        found = dict(cursor.fetchall())
    return [found[place] for place in range(len(compiled))]
