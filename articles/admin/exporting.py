"""The list of stories as a table for other programs, narrowed as it is on the screen."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import path
from django.views.decorators.http import require_safe

from articles import audit, house_style
from articles.admin import spreadsheet
from articles.models import Article

_COLUMNS: Final = (
    "code", "state", "label", "kicker", "headline", "section", "authors", "published_at",
    "first_published_at", "updated_at", "created_at", "due_at", "words", "minutes", "address",
)  # fmt: skip
# Rows of one question to the database, with their authors by one more.
_AT_ONCE: Final = 1000


class Exporting:
    """``export.csv`` beside the list, with the list's own narrowing."""

    admin_site: Any

    def get_urls(self) -> list[Any]:
        view = require_safe(self.admin_site.admin_view(self.export_view))
        own = path("export.csv", view, name="articles_article_export")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def export_view(self, request: HttpRequest) -> HttpResponseBase:
        """Every story of the narrowed list that the person may see; the trail says who took it."""
        if not self.has_view_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        listed = ModelAdmin.get_changelist_instance(self, request)  # type: ignore[arg-type]
        stories = listed.get_queryset(request)
        changes = {"list": (None, request.GET.urlencode()), "rows": (None, stories.count())}
        audit.record("export", None, by=request.user, changes=changes, called="")
        return spreadsheet.sent("stories.csv", _COLUMNS, _rows(request, stories))


def _rows(request: HttpRequest, stories: QuerySet[Article]) -> Iterator[list[Any]]:
    stories = stories.select_related("category").prefetch_related("bylines__author")
    for story in stories.defer("body", "plain_text").iterator(_AT_ONCE):
        names = [byline.author.name for byline in story.bylines.all()]
        hours = (
            story.published_at, story.first_published_at, story.updated_at, story.created_at,
            story.due_at,
        )  # fmt: skip
        yield [
            story.code, story.state, story.label, story.kicker, story.headline,
            story.category.name, "، ".join(names),
            *(house_style.iso(hour) if hour else "" for hour in hours),
            story.word_count, story.reading_minutes,
            request.build_absolute_uri(story.get_absolute_url()),
        ]  # fmt: skip
