"""«What did readers see at 14:03?»: a screen beside the history of a story."""

from copy import copy
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles import permissions, publications
from articles.drafts import as_read, drawn
from articles.models import Article


class MomentForm(forms.Form):
    """A moment by the newsroom's clock, to the second."""

    moment = forms.DateTimeField(
        label=_("Date and time"),
        widget=forms.DateTimeInput(
            format="%Y-%m-%dT%H:%M:%S", attrs={"type": "datetime-local", "step": 1}
        ),
    )

    def clean_moment(self) -> datetime:
        """What readers will see is not known: the story may be corrected before."""
        moment: datetime = self.cleaned_data["moment"]
        if moment > timezone.now():
            raise forms.ValidationError(_("This moment is still to come."), code="to_come")
        return moment


class SeenByReaders(admin.ModelAdmin):
    """What the screen of a story's history asks, and the page that answers."""

    def get_urls(self) -> list[URLPattern]:
        seen = require_safe(self.admin_site.admin_view(self.seen))
        return [path("<int:pk>/seen/", seen, name="articles_article_seen"), *super().get_urls()]

    def seen(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The text that readers got at the moment of the query, or that they got none."""
        article = Article.objects.filter(pk=pk).first()
        if article is None or not permissions.may_see(request.user, article):
            raise Http404
        form = MomentForm(request.GET or None)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("What readers saw"),
            "original": article,
            "seen_form": form,
        }
        if form.is_valid():
            context |= _answer(article, form.cleaned_data["moment"])
        return TemplateResponse(request, "admin/articles/article/seen.html", context)


def _answer(article: Article, moment: datetime) -> dict[str, Any]:
    revision = publications.seen_at(article, moment)
    answer = {"moment": moment, "span": publications.span_at(article, moment)}
    if revision is None:
        return answer
    story = as_read(copy(article), revision.content)
    return answer | {"revision": revision, "story": story, "body": drawn(story)}
