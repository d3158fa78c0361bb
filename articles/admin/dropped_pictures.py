"""Pictures that somebody drops on the text, or pastes into it: taken in like any other."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils.translation import gettext as _

from articles.admin.proofreading import refused
from articles.admin.refusals import sentence
from articles.models import Picture
from articles.pictures.decoding import Refused
from articles.pictures.intake import store

_WORDS = ("alt_text", "caption", "credit")


class DroppedPictures:
    """The screen hands a file on and gets its number in the library, or why it was refused."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.picture_view)  # type: ignore[attr-defined]
        own = path("picture/", view, name="articles_article_picture")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def picture_view(self, request: HttpRequest) -> HttpResponse:
        """One picture with its words into the library; refusals are sentences to be shown."""
        if refusal := refused(request):
            return refusal
        if not request.user.has_perm("articles.add_picture"):
            return JsonResponse({"refused": _("Your account may not add pictures.")}, status=403)
        file: Any = request.FILES.get("file")
        if file is None:
            return JsonResponse({"refused": _("Choose a file.")}, status=400)
        words = {name: _fitting(name, request.POST.get(name, "")) for name in _WORDS}
        try:
            picture = store(file, by=request.user, **words)
        except Refused as refusal_of_file:
            return JsonResponse({"refused": sentence(refusal_of_file)}, status=400)
        return JsonResponse({"picture": picture.pk})


def _fitting(name: str, words: str) -> str:
    longest: int = Picture._meta.get_field(name).max_length  # type: ignore[union-attr, assignment]
    return " ".join(words.replace("\x00", "").split())[:longest]
