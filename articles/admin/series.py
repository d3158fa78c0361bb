from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin, printed
from articles.models import Series


@admin.register(Series)
class SeriesAdmin(DeskAdmin):
    list_display = ["name", "slug", "planned", "stories"]
    search_fields = ["name", "slug"]
    fields = ["name", "slug", "description", "planned"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Series]:
        rows: QuerySet[Series] = super().get_queryset(request)
        return rows.annotate(holding=Count("articles"))

    @admin.display(description=_("stories"), ordering="holding")
    def stories(self, series: Series) -> str:
        return printed(series.holding)  # type: ignore[attr-defined]
