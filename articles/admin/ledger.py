"""The panel's list of what readers were told; its words may be put right, and the trail knows."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin
from articles.models import Correction


@admin.register(Correction)
class CorrectionAdmin(DeskAdmin):
    list_display = ["text", "kind", "story", "at", "by"]
    list_filter = ["kind"]
    search_fields = ["text"]
    search_help_text = _("Words that readers were told")
    fields = ["kind", "text", "story", "at", "by"]
    readonly_fields = ["kind", "story", "at", "by"]
    ordering = ["-at", "-pk"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # they are made by the act that they tell of

    def has_delete_permission(self, request: HttpRequest, obj: Correction | None = None) -> bool:
        return False  # what readers were told stands

    def get_queryset(self, request: HttpRequest) -> QuerySet[Correction]:
        rows: QuerySet[Correction] = super().get_queryset(request)
        return rows.select_related("article", "by")

    @admin.display(description=_("story"), ordering="article__headline")
    def story(self, entry: Correction) -> Any:
        screen = reverse("admin:articles_article_change", args=[entry.article_id])
        return format_html('<a href="{}"><bdi>{}</bdi></a>', screen, entry.article.headline)
