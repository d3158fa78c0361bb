"""A narrowing of the list of stories under a name of one's own, as a tab beside the others."""

from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.models import SavedFilter

# A row of tabs that can still be read.
MOST: Final = 12
# Where one stands in a list is none of its narrowing.
_PASSING: Final = ("p", "all", "e", "_changelist_filters")


class SavedFilters:
    """Keep one, forget one; the tabs show them (``articles.admin.tabs``)."""

    admin_site: Any
    message_user: Any

    def get_urls(self) -> list[Any]:
        keep = require_POST(self.admin_site.admin_view(self.keep_filter))
        forget = require_POST(self.admin_site.admin_view(self.forget_filter))
        own = [
            path("filters/keep/", keep, name="articles_article_keep_filter"),
            path("filters/forget/", forget, name="articles_article_forget_filter"),
        ]
        return [*own, *super().get_urls()]  # type: ignore[misc]

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list with the filters of whoever looks, and the name of the one they look through."""
        changelist = super().get_changelist_instance(request)  # type: ignore[misc]
        changelist.kept = list(SavedFilter.objects.filter(owner=request.user.pk))
        here = narrowing(changelist.get_query_string())
        changelist.kept_here = next((one.name for one in changelist.kept if one.query == here), "")
        return changelist

    def keep_filter(self, request: HttpRequest) -> HttpResponse:
        """Under the name that was typed; the same narrowing again gets the new name."""
        if not self.has_view_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        query = narrowing(request.POST.get("query", ""))
        name = " ".join(request.POST.get("name", "").replace("\x00", "").split())
        own = SavedFilter.objects.filter(owner=request.user.pk)
        longest = SavedFilter._meta.get_field("query").max_length or 0
        if not name or not query or len(query) > longest:
            self.message_user(request, _("Narrow the list, and give it a name."), messages.ERROR)
        elif own.exclude(query=query).count() >= MOST:
            said = _("You keep twelve filters: forget one before you keep another.")
            self.message_user(request, said, messages.ERROR)
        else:
            SavedFilter.objects.update_or_create(
                owner_id=request.user.pk, query=query, defaults={"name": name[:40]}
            )
        return _back(query)

    def forget_filter(self, request: HttpRequest) -> HttpResponse:
        """One's own alone; the list stays narrowed as it was."""
        if not self.has_view_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        query = narrowing(request.POST.get("query", ""))
        SavedFilter.objects.filter(owner=request.user.pk, query=query).delete()
        return _back(query)


def narrowing(query: str) -> str:
    """The part of an address that narrows a list, in one order, so that the same is the same."""
    asked = QueryDict(query.removeprefix("?"), mutable=True)
    for name in _PASSING:
        asked.pop(name, None)
    ordered = QueryDict(mutable=True)
    for name in sorted(asked):
        values = [value for value in asked.getlist(name) if value]
        if values:
            ordered.setlist(name, values)
    return ordered.urlencode()


def _back(query: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('admin:articles_article_changelist')}?{query}")
