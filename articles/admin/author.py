from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import printed
from articles.admin.renaming import FoundByNameAdmin
from articles.models import Author


@admin.register(Author)
class AuthorAdmin(FoundByNameAdmin):
    list_display = ["name", "kind", "job_title", "stories"]
    list_filter = ["kind"]
    search_fields = ["name", "slug"]
    autocomplete_fields = ["picture"]
    raw_id_fields = ["user"]
    fields = ["name", "kind", "job_title", "biography", "picture", "slug", "user"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return super().get_queryset(request).annotate(signed=Count("bylines"))

    @admin.display(description=_("stories"), ordering="signed")
    def stories(self, author: Author) -> str:
        return printed(author.signed)  # type: ignore[attr-defined]
