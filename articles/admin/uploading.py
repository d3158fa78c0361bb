"""Many pictures at once: each is taken in or refused in words; the very same is not taken twice."""

from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles import house_style
from articles.admin.refusals import sentence
from articles.pictures.decoding import Refused
from articles.pictures.intake import TakenIn, take_in

# One press; a browser with our script sends them one by one anyway.
MOST: Final = 50


class Uploading:
    """``upload/``: a form of several files, or one file for a script, which is answered in JSON."""

    admin_site: Any
    message_user: Any

    def get_urls(self) -> list[Any]:
        view = require_POST(self.admin_site.admin_view(self.upload_view))
        own = path("upload/", view, name="articles_picture_upload")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def upload_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        files = request.FILES.getlist("files")[:MOST]
        is_script = request.headers.get("Accept") == "application/json"
        if is_script and len(files) == 1:
            return self._answered(request, files[0])
        new = 0
        for file in files:
            try:
                taken = take_in(file, by=request.user)
            except Refused as refusal:
                said = f"{file.name}: {sentence(refusal)}"
                self.message_user(request, said, messages.ERROR)
                continue
            new += taken.is_new
            if told := _told(taken):
                self.message_user(request, f"{file.name}: {told}", messages.WARNING)
        if new:
            said = _("Taken in: %(shown)s. Write what each shows, and whose it is.")
            number = {"shown": house_style.number(new)}
            self.message_user(request, said % number, messages.SUCCESS)
        elif not files:
            self.message_user(request, _("Choose a file."), messages.ERROR)
        return HttpResponseRedirect(reverse("admin:articles_picture_changelist"))

    def _answered(self, request: HttpRequest, file: Any) -> JsonResponse:
        try:
            taken = take_in(file, by=request.user)
        except Refused as refusal:
            return JsonResponse({"refused": sentence(refusal)}, status=422)
        size = taken.picture.crop("card").smallest
        other = taken.alike or (None if taken.is_new else taken.picture)
        return JsonResponse({
            "address": _screen(taken.picture.pk), "image": size.url, "said": _told(taken),
            "other": _screen(other.pk) if other else "",
        })  # fmt: skip


def _told(taken: TakenIn) -> str:
    if not taken.is_new:
        return _("This very picture is in the library; it was not taken in again.")
    return _("It looks like one that is in the library.") if taken.alike else ""


def _screen(key: int) -> str:
    return reverse("admin:articles_picture_change", args=[key])
