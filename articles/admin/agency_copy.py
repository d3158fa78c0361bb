"""One box for the whole copy of an agency: what it holds is shown, then fills the form."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from articles.admin.proofreading import refused
from articles.agency_copy import take_apart
from articles.models import Article

# Ten times the longest that agencies send.
_LONGEST = 200_000
_FILLED = ("headline", "standfirst", "dateline", "source_line", "body")


class AgencyCopies:
    """The screen's question about what an agency sent."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.agency_view)  # type: ignore[attr-defined]
        own = path("agency/", view, name="articles_article_agency")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def agency_view(self, request: HttpRequest) -> HttpResponse:
        """The parts of the copy; nothing is kept. A browser without script gets them as a page."""
        if refusal := refused(request):
            return refusal
        found = asdict(take_apart(request.POST.get("copy", "")[:_LONGEST]))
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse(found)
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "title": _("What the copy holds"),
            "opts": Article._meta,
            "left_out": found["left_out"],
            "parts": [(name, _label(name), found[name]) for name in _FILLED],
        }
        return TemplateResponse(request, "admin/articles/article/agency.html", context)


def _label(name: str) -> Any:
    return Article._meta.get_field(name).verbose_name  # type: ignore[union-attr]
