"""The calendar of the desk: what comes out when, and another hour for it by mouse, keys or form."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from articles import house_style, planning, publishing, workflow
from articles.admin.quick import hour_widget
from articles.admin.refusals import sentence
from articles.arabic.bidi import isolate
from articles.models import Article
from articles.planning import Kind, View

# What a calendar may move, by what it is of; a story that is ready gets its first hour.
_READY: Final = "ready"
_VERBS: Final[dict[str, Callable[..., Article]]] = {
    Kind.SCHEDULED: publishing.move_publication,
    Kind.CHANGES: publishing.move_changes,
    Kind.WITHDRAWAL: publishing.withdraw_on,
    Kind.DUE: publishing.set_due,
    _READY: lambda story, moment, by: publishing.publish(story, by=by, at=moment),
}
_FIELDS: Final[dict[str, str]] = {
    Kind.SCHEDULED: "published_at", Kind.CHANGES: "scheduled_for",
    Kind.WITHDRAWAL: "withdraw_at", Kind.DUE: "due_at",
}  # fmt: skip
_CALLED: Final[dict[str, Any]] = {
    Kind.SCHEDULED: gettext_lazy("Comes out"),
    Kind.CHANGES: gettext_lazy("Its changes come out"),
    Kind.WITHDRAWAL: gettext_lazy("Leaves the paper"),
    Kind.DUE: gettext_lazy("Wanted of the desk"),
    _READY: gettext_lazy("Comes out"),
}
_REFUSALS = (publishing.NotReady, workflow.WrongState, publishing.Collides)


class MoveForm(forms.Form):
    """Another hour for one thing of a story."""

    moment = forms.SplitDateTimeField(label=gettext_lazy("New hour"), widget=hour_widget())
    kind = forms.ChoiceField(choices=[(kind, kind) for kind in _VERBS], widget=forms.HiddenInput)


class Calendar:
    """The screen, and what moves on it."""

    admin_site: Any
    get_queryset: Any
    message_user: Any

    def get_urls(self) -> list[Any]:
        shown = require_safe(self.admin_site.admin_view(self.calendar_view))
        moved = require_http_methods(["GET", "POST"])(self.admin_site.admin_view(self.move_view))
        own = [
            path("calendar/", shown, name="articles_article_calendar"),
            path("<int:pk>/move/", moved, name="articles_article_move"),
        ]
        return [*own, *super().get_urls()]  # type: ignore[misc]

    def calendar_view(self, request: HttpRequest) -> HttpResponse:
        """``?view=week&on=2026-12-01``; whatever else is asked for is the week of today."""
        if not self.has_view_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        view, on = _asked(request)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Calendar"),
            "opts": Article._meta,
            "calendar": planning.compose(request.user, view, on),
            "undo": self._to_undo(request),
            "zone": f"{timezone.localtime():%:z}",
            "back": urlencode({"view": view, "on": on}),
        }
        return TemplateResponse(request, "admin/articles/article/calendar.html", context)

    def move_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the hour, or set it by its verb and go back to the days that were looked at."""
        story = get_object_or_404(self.get_queryset(request), pk=pk)
        kind = (request.POST or request.GET).get("kind", Kind.DUE)
        if kind not in _VERBS or not _may_move(request.user, story, kind):
            raise PermissionDenied
        former = getattr(story, _FIELDS[kind]) if kind in _FIELDS else None
        form = MoveForm(request.POST or None, initial={"moment": former, "kind": kind})
        if request.method != "POST":
            return self._move_screen(request, story, form, kind, former)
        if not form.is_valid():
            return self._move_screen(request, story, form, kind, former, status=422)
        moment = form.cleaned_data["moment"]
        try:
            _VERBS[kind](story, moment, by=request.user)
        except _REFUSALS as refusal:
            self.message_user(request, sentence(refusal), messages.ERROR)
            return self._move_screen(request, story, form, kind, former, status=409)
        self.message_user(request, _what_happened(story, moment), messages.SUCCESS)
        undo = {"undo": f"{pk}.{kind}.{former.isoformat()}"} if former else {}
        view, _on = _asked(request)
        to = {"view": view, "on": _shown_day(request, moment), **undo}
        address = reverse("admin:articles_article_calendar")
        return HttpResponseRedirect(f"{address}?{urlencode(to)}#hour-{pk}-{kind}")

    def _move_screen(
        self,
        request: HttpRequest,
        story: Article,
        form: MoveForm,
        kind: str,
        former: datetime | None,
        status: int = 200,
    ) -> HttpResponse:
        view, on = _asked(request)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Another hour"),
            "opts": Article._meta,
            "story": story,
            "form": form,
            "called": _CALLED[kind],
            "former": former,
            "zone": f"{timezone.localtime():%:z}",
            "back": urlencode({"view": view, "on": on}),
        }
        template = "admin/articles/article/move.html"
        return TemplateResponse(request, template, context, status=status)

    def _to_undo(self, request: HttpRequest) -> dict[str, Any] | None:
        """What one button takes back: the story, what of it, and its former hour."""
        pk, _dot, rest = request.GET.get("undo", "").partition(".")
        kind, _dot, hour = rest.partition(".")
        former = _parsed(parse_datetime, hour)
        if not pk.isdecimal() or kind not in _FIELDS or former is None or timezone.is_naive(former):
            return None
        story = self.get_queryset(request).filter(pk=int(pk)).first()
        if story is None or not _may_move(request.user, story, kind):
            return None
        return {"story": story, "kind": kind, "former": timezone.localtime(former)}


def _may_move(user: Any, story: Article, kind: str) -> bool:
    return planning.may_move_it(user, story, Kind.SCHEDULED if kind == _READY else Kind(kind))


def _asked(request: HttpRequest) -> tuple[View, date]:
    """The view and the day of an address; what cannot be read is this week."""
    wanted = request.GET.get("view", "")
    view = View(wanted) if wanted in set(View) else View.WEEK
    on = _parsed(parse_date, request.GET.get("on", ""))
    # Years that a calendar can step out of in both directions.
    return view, on if on and 1970 <= on.year <= 2200 else timezone.localdate()


def _shown_day(request: HttpRequest, moment: datetime) -> date:
    """The days that were looked at, as long as what moved stands among them."""
    view, on = _asked(request)
    day = timezone.localdate(moment)
    return on if day in planning.days_of(view, on) else day


def _parsed[T](parse: Callable[[str], T | None], text: str) -> T | None:
    """What the text says; None for one that looks like it and is none (2026-02-30)."""
    try:
        return parse(text)
    except ValueError:
        return None


def _what_happened(story: Article, moment: datetime) -> str:
    headline = isolate(story.card_headline)
    hour = house_style.day_and_clock(moment)
    return _("“%(headline)s” stands at %(hour)s.") % {"headline": headline, "hour": hour}
