"""What is pasted into the screen of a story is cleaned here, by the rules that store it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from articles.admin.proofreading import refused
from articles.body.pasting import pasted

# A book; what is longer is kept as it comes, and cleaned when it is saved.
_LONGEST = 1_000_000


class Pasting:
    """The screen's question about its clipboard."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.paste_view)  # type: ignore[attr-defined]
        own = path("paste/", view, name="articles_article_paste")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def paste_view(self, request: HttpRequest) -> HttpResponse:
        """A clean body of what was pasted; nothing is kept."""
        if refusal := refused(request):
            return refusal
        html, text = request.POST.get("html", ""), request.POST.get("text", "")
        if len(html) + len(text) > _LONGEST:
            return JsonResponse({}, status=413)
        return JsonResponse({"body": pasted(html, text)})
