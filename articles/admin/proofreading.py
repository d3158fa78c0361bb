"""The house-style desk on the screen of a story: marks while it is typed, all mended on demand."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from articles import permissions, proofreading
from articles.body.sanitise import clean_body
from articles.comparing.contents import BodyChange, compare
from articles.comparing.lines import folded
from articles.models import Article


class HouseStyle:
    """What the screen of a story asks of the proofreader."""

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(css={"all": ["css/panel/writing.css"]})  # type: ignore[misc]

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.proofread_view)  # type: ignore[attr-defined]
        own = path("proofread/", view, name="articles_article_proofread")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def proofread_view(self, request: HttpRequest) -> HttpResponse:
        """The marks and the counts of what is typed; it reads nothing of any story."""
        if refusal := refused(request):
            return refusal
        typed = {name: request.POST.get(name, "") for name in (*proofreading.FIELDS, "body")}
        pictured = bool(request.POST.get("lead_picture"))
        return JsonResponse(proofreading.proofread(typed, pictures=pictured))

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The screen; the button that mends all marks shows first what it would change."""
        if request.method == "POST" and "_tidy" in request.POST:
            return self._tidy(request, object_id)
        return super().changeform_view(request, object_id, *args, **kwargs)  # type: ignore[misc]

    def _tidy(self, request: HttpRequest, object_id: str | None) -> HttpResponse:
        story = self._writable(request, object_id)
        names = (*proofreading.FIELDS, "body")
        typed = {name: request.POST[name] for name in names if name in request.POST}
        mended = proofreading.tidied(typed)
        before = typed | {"body": clean_body(typed.get("body", ""))}
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "title": _("What the house style would change"),
            "opts": Article._meta,
            "original": story if story.pk else None,
            "changes": [_shown(change) for change in compare(before, before | mended)],
            "kept": _kept(request.POST, mended),
            "as_typed": _kept(request.POST, {}),
            "back": reverse("admin:articles_article_change", args=[story.pk])
            if story.pk
            else reverse("admin:articles_article_add"),
        }
        return TemplateResponse(request, "admin/articles/article/tidy.html", context)

    def _writable(self, request: HttpRequest, object_id: str | None) -> Article:
        """The story that the screen shows, or a new one; refused to who may not edit it."""
        if object_id is None:
            if not permissions.may_write(request.user):
                raise PermissionDenied
            return Article()
        story: Article | None = self.get_object(request, object_id)  # type: ignore[attr-defined]
        if story is None or not permissions.may_see(request.user, story):
            raise Http404
        if not permissions.may_edit(request.user, story):
            raise PermissionDenied
        return story


def refused(request: HttpRequest) -> HttpResponse | None:
    """The answer to a script that asks by GET or for somebody who may not write; else nothing."""
    if request.method != "POST":
        return JsonResponse({}, status=405, headers={"Allow": "POST"})
    if not permissions.may_write(request.user):
        raise PermissionDenied
    return None


def _shown(change: Any) -> dict[str, Any]:
    label = Article._meta.get_field(change.field).verbose_name  # type: ignore[union-attr]
    if isinstance(change, BodyChange):
        lines = [getattr(line, "runs", None) for line in folded(change.lines, around=0)]
    else:
        lines = [change.runs]
    return {"label": label, "lines": lines}


def _kept(posted: QueryDict, mended: dict[str, Any]) -> list[tuple[str, str]]:
    """Everything that the screen sent, so that nothing typed is lost on the way, mended or not."""
    gone = {"_tidy", "csrfmiddlewaretoken"}
    return [
        (name, mended.get(name, value))
        for name, values in posted.lists()
        if name not in gone
        for value in values
    ]
