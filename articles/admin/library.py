"""The library of pictures as a grid: found in any spelling, with what each lacks."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from django.contrib import admin
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles import counting, house_style
from articles.arabic.matching import pattern
from articles.models import Article, Author, Picture

# A fortnight is what it takes to ask an agency and to hear from it.
SOON: Final = timedelta(days=14)
_MOST_WORDS: Final = 8
_FIELDS: Final = ("alt_text", "caption", "credit", "holder")


def _today() -> date:
    return timezone.localdate()


LACKS: Final[dict[str, tuple[Any, Any]]] = {
    "alt": (gettext_lazy("No alternative text"), lambda: Q(alt_text="", is_decorative=False)),
    "credit": (gettext_lazy("No credit"), lambda: Q(credit="")),
    "soon": (
        gettext_lazy("Right ends soon"),
        lambda: Q(expires_on__gte=_today(), expires_on__lte=_today() + SOON),
    ),
    "over": (gettext_lazy("Right is over"), lambda: Q(expires_on__lt=_today())),
}


class Lacking(admin.SimpleListFilter):
    """``?lacks=alt``: what somebody should see to, each with its number."""

    title = gettext_lazy("what is missing")
    parameter_name = "lacks"
    template = "admin/articles/picture/lacking.html"

    def __init__(self, request: HttpRequest, *args: Any) -> None:
        super().__init__(request, *args)
        self.counts = counting.of(request)
        for name, (_called, condition) in LACKS.items():
            rows = Picture.objects.filter(condition())
            self.counts.want(f"pictures {name}", rows.all)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(name, called) for name, (called, _condition) in LACKS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Picture]) -> QuerySet[Picture]:
        chosen = self.value()
        return queryset.filter(LACKS[chosen][1]()) if chosen in LACKS else queryset

    def choices(self, changelist: Any) -> Iterator[Any]:
        every, *others = super().choices(changelist)
        yield every
        for choice, name in zip(others, LACKS, strict=True):
            yield choice | {"count": self.counts[f"pictures {name}"]}


class Library:
    """What the grid shows of each picture, by the list's own query."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Picture]:
        led = Article.objects.filter(lead_picture=OuterRef("pk")).order_by().values("lead_picture")
        faces = Author.objects.filter(picture=OuterRef("pk")).order_by().values("picture")
        pictures: QuerySet[Picture] = super().get_queryset(request)  # type: ignore[misc]
        return pictures.annotate(
            leads=Coalesce(Subquery(led.annotate(n=Count("pk")).values("n")), 0),
            portrays=Coalesce(Subquery(faces.annotate(n=Count("pk")).values("n")), 0),
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Picture], search_term: str
    ) -> tuple[QuerySet[Picture], bool]:
        """Every word stands in its words, its credit or its holder, however it is spelled."""
        for word in search_term.split()[:_MOST_WORDS]:
            found = Q()
            if spelled := pattern(word):
                for name in _FIELDS:
                    found |= Q(**{f"{name}__iregex": spelled})
            if word.isascii() and word.isdecimal() and len(word) < 10:
                found |= Q(pk=int(word))
            queryset = queryset.filter(found) if found else queryset.none()
        return queryset, False

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)  # type: ignore[misc]
        for picture in changelist.result_list:
            picture.states = list(_states(picture))
        return changelist


def _states(picture: Any) -> Iterator[tuple[str, str, str]]:
    """(wash, icon, words) of what should be known of it at a glance."""
    today = _today()
    if picture.is_over(today):
        yield "stopc", "stop", _("Right is over")
    elif picture.expires_on and picture.expires_on <= today + SOON:
        days = (picture.expires_on - today).days + 1
        shown = {"shown": house_style.number(days)}
        yield (
            "warn",
            "clock",
            ngettext("%(shown)s day of right", "%(shown)s days of right", days) % shown,
        )
    if not picture.says_what_it_shows:
        yield "stopc", "alert", _("No alternative text")
    if not picture.credit:
        yield "stopc", "alert", _("No credit")
    if picture.leads:
        shown = {"shown": house_style.number(picture.leads)}
        yield (
            "live",
            "check",
            ngettext("leads %(shown)s story", "leads %(shown)s stories", picture.leads) % shown,
        )
    elif picture.portrays:
        yield "live", "people", _("a portrait")
