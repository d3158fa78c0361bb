"""عاجل from a phone: one sentence, one section, one button; the rest comes later."""

from datetime import timedelta
from hashlib import sha256
from secrets import token_hex
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles import permissions, publishing
from articles.admin.article_form import Wrapping
from articles.admin.columns import chip_of
from articles.admin.pasted_letters import InOrdinaryLetters
from articles.admin.rows import for_rows
from articles.models import Article, Category

# Whoever is about to send the same news sees that a colleague has.
_SHOWN: Final = 3
_RECENT: Final = timedelta(hours=6)
# An opinion is no news: it stands in no strip.
SECTIONS: Final = Category.objects.filter(is_opinion=False)


class BreakingForm(InOrdinaryLetters, forms.Form):  # type: ignore[misc]
    """The sentence and its section."""

    headline = forms.CharField(
        label=gettext_lazy("Breaking headline"),
        max_length=Article._meta.get_field("headline").max_length,
        widget=Wrapping({"rows": 3, "dir": "auto", "autofocus": True, "enterkeyhint": "done"}),
        error_messages={
            "required": gettext_lazy("Write the news in one sentence: it is all that goes out.")
        },
    )
    category = forms.ModelChoiceField(
        label=gettext_lazy("category"),
        queryset=SECTIONS,
        empty_label=None,
        error_messages={"required": gettext_lazy("Choose the section of the news.")},
    )
    press = forms.CharField(widget=forms.HiddenInput, required=False)

    def tab(self) -> str:
        """The same for each press of one screen with the same sentence, and for no other."""
        said = f"{self.cleaned_data['press']} {self.cleaned_data['headline']}"
        return sha256(said.encode()).hexdigest()[:32]


class Breaking:
    """The screen, and what its button does."""

    admin_site: Any
    tell_of_letters: Any

    def get_urls(self) -> list[Any]:
        view = require_http_methods(["GET", "POST"])(self.admin_site.admin_view(self.breaking_view))
        own = path("breaking/", view, name="articles_article_breaking")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def breaking_view(self, request: HttpRequest) -> HttpResponse:
        """Ask for the sentence; then let it out, and lead on to the story that it begins."""
        if not permissions.may_write(request.user):
            raise PermissionDenied
        if request.method != "POST":
            section = SECTIONS.likely_for(request.user)
            return self._breaking_screen(
                request, BreakingForm(initial={"category": section, "press": token_hex(16)})
            )
        form = BreakingForm(request.POST)
        if not form.is_valid():
            return self._breaking_screen(request, form, status=422)
        sent = form.cleaned_data
        story = publishing.break_news(
            sent["headline"], sent["category"], by=request.user, tab=form.tab()
        )
        self.tell_of_letters(request, form)
        messages.success(request, _what_happened(story))
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[story.pk]))

    def _breaking_screen(
        self, request: HttpRequest, form: BreakingForm, status: int = 200
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Breaking news"),
            "opts": Article._meta,
            "form": form,
            "goes_out": permissions.may_publish(request.user, Article()),
            "others": _others(request.user),
        }
        template = "admin/articles/article/breaking.html"
        return TemplateResponse(request, template, context, status=status)


def _others(user: Any) -> list[Article]:
    """The last breaking news that this person may see, each with its ``chip``."""
    since = timezone.now() - _RECENT
    fresh = Article.objects.filter(label=Article.Label.BREAKING, created_at__gte=since)
    stories = for_rows(permissions.seen_by(user, fresh).order_by("-created_at"))[:_SHOWN]
    for story in stories:
        story.chip = chip_of(story)  # type: ignore[attr-defined]
    return list(stories)


def _what_happened(story: Article) -> str:
    if story.state == Article.State.PUBLISHED:
        return _("The breaking news is out. Go on writing: the story keeps this address.")
    return _("The breaking news is with the desk. You may go on once it comes back to you.")
