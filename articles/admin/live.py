"""The live desk of a story: one field, one button, the newest on top."""

from secrets import token_hex
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles import live_coverage, permissions
from articles.admin.refusals import sentence
from articles.body.text import plain_text
from articles.models import Article, LiveEntry
from articles.publishing import NotReady


class EntryForm(forms.Form):
    """What happened; a headline for what matters."""

    headline = forms.CharField(
        label=gettext_lazy("Headline of the entry"), required=False, max_length=200,
        widget=forms.TextInput({"dir": "auto", "class": "in-t"}),
    )  # fmt: skip
    body = forms.CharField(
        label=gettext_lazy("What happened"), max_length=live_coverage.LONGEST,
        widget=forms.Textarea({"rows": 4, "dir": "auto", "class": "in-t"}),
        error_messages={"required": gettext_lazy("Write what happened.")},
    )  # fmt: skip
    key = forms.BooleanField(label=gettext_lazy("A key moment"), required=False)
    told = forms.CharField(
        label=gettext_lazy("What was wrong, if readers should know"), required=False,
        max_length=500, widget=forms.TextInput({"dir": "auto", "class": "in-t"}),
    )  # fmt: skip
    press = forms.CharField(max_length=32, required=False, widget=forms.HiddenInput)


class LiveDesk:
    """The screen, and what its buttons do."""

    admin_site: Any
    get_queryset: Any
    message_user: Any

    def get_urls(self) -> list[Any]:
        view = require_http_methods(["GET", "POST"])(self.admin_site.admin_view(self.live_view))
        own = path("<int:pk>/live/", view, name="articles_article_live")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def live_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the entries; or do what was pressed, and come back."""
        story = get_object_or_404(self.get_queryset(request), pk=pk)
        if not permissions.may_cover_live(request.user, story):
            raise PermissionDenied
        if request.method != "POST":
            return self._live_screen(request, story)
        act = request.POST.get("act", "")
        try:
            if act in {"add", "reword"}:
                return self._written(request, story, act)
            if act not in _PRESSES:
                raise Http404
            _PRESSES[act](request, story)
        except NotReady as refusal:
            self.message_user(request, sentence(refusal), messages.ERROR)
        return _back(story)

    def _written(self, request: HttpRequest, story: Article, act: str) -> HttpResponse:
        """An entry as it was typed; with an error it comes back as it was typed."""
        form = EntryForm(request.POST)
        entry = _entry(request, story) if act == "reword" else None
        if not form.is_valid():
            return self._live_screen(request, story, form, entry, status=422)
        sent = form.cleaned_data
        try:
            if entry is None:
                live_coverage.add(
                    story, sent["body"], by=request.user, press=sent["press"] or token_hex(16),
                    headline=sent["headline"], key=sent["key"],
                )  # fmt: skip
            else:
                live_coverage.reword(
                    entry, sent["body"], by=request.user, headline=sent["headline"],
                    told=sent["told"],
                )  # fmt: skip
        except NotReady as refusal:
            form.add_error(None, sentence(refusal))
            return self._live_screen(request, story, form, entry, status=422)
        return _back(story)

    def _live_screen(
        self,
        request: HttpRequest,
        story: Article,
        form: EntryForm | None = None,
        changed: LiveEntry | None = None,
        status: int = 200,
    ) -> HttpResponse:
        new = EntryForm(initial={"press": token_hex(16)})
        entries = list(live_coverage.shown(story).select_related("written_by")[:100])
        context = {
            **self.admin_site.each_context(request),
            "title": _("Live coverage"),
            "opts": Article._meta,
            "story": story,
            "is_public": Article.objects.live().filter(pk=story.pk).exists(),
            "form": form if form and changed is None else new,
            "entries": [(entry, _form_of(entry, form, changed)) for entry in entries],
            "newest": max((entry.pk for entry in entries), default=0),
        }
        template = "admin/articles/article/live.html"
        return TemplateResponse(request, template, context, status=status)


def _form_of(entry: LiveEntry, typed: EntryForm | None, changed: LiveEntry | None) -> EntryForm:
    if typed is not None and changed is not None and changed.pk == entry.pk:
        return typed
    words = plain_text(entry.body.replace("</p>", "</p>\n"))
    return EntryForm(
        initial={"headline": entry.headline, "body": words}, auto_id=f"id_{entry.pk}_%s"
    )


def _entry(request: HttpRequest, story: Article) -> LiveEntry:
    key = request.POST.get("entry", "")
    shown = live_coverage.shown(story)
    is_key = key.isascii() and key.isdecimal() and len(key) < 16
    return get_object_or_404(shown, pk=int(key) if is_key else 0)


_PRESSES: Final = {
    "begin": lambda request, story: live_coverage.begin(story, by=request.user),
    "end": lambda request, story: live_coverage.end(story, by=request.user),
    "pin": lambda request, story: live_coverage.pin(_entry(request, story), by=request.user),
    "mark": lambda request, story: live_coverage.mark_key(_entry(request, story), by=request.user),
    "back": lambda request, story: live_coverage.take_back(_entry(request, story), by=request.user),
}


def _back(story: Article) -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:articles_article_live", args=[story.pk]))
