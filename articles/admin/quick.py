"""Quick edit: the small form of a row of the list, in a window of it or on a page of its own."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles import leases, permissions, publishing, revisions
from articles.admin.article_form import Wrapping
from articles.admin.columns import chip_of
from articles.admin.pasted_letters import InOrdinaryLetters
from articles.admin.refusals import sentence
from articles.admin.rows import back_to_list
from articles.models import Article, Category
from articles.publishing import Stale

_DATE: dict[str, Any] = {"type": "date", "aria-label": gettext_lazy("Date:")}
_CLOCK: dict[str, Any] = {"type": "time", "aria-label": gettext_lazy("Time:")}


def hour_widget() -> forms.SplitDateTimeWidget:
    """The browser's own calendar and clock."""
    return forms.SplitDateTimeWidget(
        date_attrs=_DATE, time_attrs=_CLOCK, date_format="%Y-%m-%d", time_format="%H:%M"
    )


class QuickForm(InOrdinaryLetters, forms.Form):  # type: ignore[misc]
    """What a list shows of a story; the hour only for who may set it."""

    headline = forms.CharField(
        label=gettext_lazy("headline"),
        max_length=Article._meta.get_field("headline").max_length,
        widget=Wrapping({"rows": 2, "dir": "auto", "class": "in-t", "autofocus": True}),
    )
    category = forms.ModelChoiceField(
        label=gettext_lazy("category"), queryset=Category.objects.all(), empty_label=None
    )
    label = forms.ChoiceField(
        label=gettext_lazy("label"), required=False,
        choices=Article.Label.choices,
    )  # fmt: skip
    due_at = forms.SplitDateTimeField(
        label=gettext_lazy("due"), required=False, widget=hour_widget()
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, story: Article, user: Any, data: Any = None) -> None:
        content = revisions.working_copy(story).content
        shown = {name: content.get(name) for name in ("headline", "category", "label")}
        version = revisions.version_of(story)
        super().__init__(data, initial={**shown, "due_at": story.due_at, "version": version})
        if not permissions.may_review(user, story):
            del self.fields["due_at"]

    def content(self) -> dict[str, Any]:
        """The fields as a working copy keeps them."""
        data = self.cleaned_data
        words = {"headline": data["headline"], "label": data["label"]}
        return {**words, "category": data["category"].pk}

    def hour(self) -> dict[str, Any]:
        """The hour by which it is wanted; empty where this person was not asked."""
        return {"due_at": self.cleaned_data["due_at"]} if "due_at" in self.fields else {}


class QuickEdits:
    """The form, and what its button does."""

    admin_site: Any
    get_queryset: Any
    tell_of_letters: Any
    message_user: Any

    def get_urls(self) -> list[Any]:
        view = require_http_methods(["GET", "POST"])(self.admin_site.admin_view(self.quick_view))
        own = path("<int:pk>/quick/", view, name="articles_article_quick")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def quick_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show it, or save by the verb and go back to the list; refusals are said above it."""
        story = get_object_or_404(self.get_queryset(request), pk=pk)
        if not permissions.may_edit(request.user, story):
            raise PermissionDenied
        form = QuickForm(story, request.user, request.POST or None)
        if request.method != "POST":
            return self._quick_screen(request, story, form)
        if not form.is_valid():
            return self._quick_screen(request, story, form, status=422)
        version = form.cleaned_data["version"]
        try:
            publishing.quick_edit(
                story, form.content(), by=request.user, version=version, **form.hour()
            )
        except (Stale, leases.Held) as refusal:
            self.message_user(request, sentence(refusal), messages.ERROR)
            return self._quick_screen(request, story, form, status=409)
        self.tell_of_letters(request, form)
        self.message_user(request, _said(story), messages.SUCCESS)
        plain = HttpResponseRedirect(reverse("admin:articles_article_changelist"))
        return back_to_list(request, pk) or plain

    def _quick_screen(
        self, request: HttpRequest, story: Article, form: QuickForm, status: int = 200
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Quick edit"),
            "opts": Article._meta,
            "story": story,
            "chip": chip_of(story),
            "form": form,
        }
        template = "admin/articles/article/quick.html"
        return TemplateResponse(request, template, context, status=status)


def _said(story: Article) -> str:
    if story.state == Article.State.PUBLISHED:
        return _("Saved in the working copy; readers see it once it is published.")
    return _("Saved.")
