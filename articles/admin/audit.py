"""The audit trail on its screen: read, narrowed, exported, and never touched."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles import house_style
from articles.admin import spreadsheet
from articles.admin.desk import HouseStyleAdmin
from articles.audit_reading import ACTS, act_called, changes_of, field_called, kind_called
from articles.models import AuditEntry

_COLUMNS: Final = (
    "number", "at", "verb", "who", "who_name", "kind", "thing", "thing_name", "field", "before",
    "after", "hash",
)  # fmt: skip


class ActFilter(admin.SimpleListFilter):
    title, parameter_name = _("act"), "act"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(ACTS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[AuditEntry]) -> Any:
        return queryset.filter(verb=self.value()) if self.value() else queryset


class PersonFilter(admin.SimpleListFilter):
    """Accounts that there are; who has none any more is found by name."""

    title, parameter_name = _("by"), "person"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        accounts = get_user_model()._default_manager.filter(is_staff=True).order_by("username")
        return [(str(account.pk), str(account)) for account in accounts]

    def queryset(self, request: HttpRequest, queryset: QuerySet[AuditEntry]) -> Any:
        asked = self.value() or ""
        if not (asked.isascii() and asked.isdecimal()):
            return queryset
        return queryset.filter(who=int(asked[:18]))


class KindFilter(admin.SimpleListFilter):
    title, parameter_name = _("kind"), "of"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        kinds = [model._meta.label_lower for model in model_admin.admin_site._registry]
        own = AuditEntry._meta.label_lower
        return [(kind, kind_called(kind)) for kind in kinds if kind != own]

    def queryset(self, request: HttpRequest, queryset: QuerySet[AuditEntry]) -> Any:
        return queryset.filter(kind=self.value()) if self.value() else queryset


@admin.register(AuditEntry)
class AuditAdmin(HouseStyleAdmin):
    change_list_template = "admin/articles/auditentry/change_list.html"
    list_display = ["shown_number", "at", "act", "person", "about", "fields_changed"]
    list_filter = [ActFilter, PersonFilter, KindFilter, ("at", admin.DateFieldListFilter)]
    date_hierarchy = "at"
    search_fields = ["who_name", "thing_name"]
    search_help_text = _("A person's name, or the name of a story or another thing")
    list_per_page = 50
    show_full_result_count = False
    ordering = ["-number"]
    fields = ["shown_number", "at", "act", "person", "about", "shown_changes", "hash"]
    readonly_fields = ["shown_number", "act", "person", "about", "shown_changes"]

    class Media:
        css = {"all": ["css/panel/audit.css"]}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: AuditEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AuditEntry | None = None) -> bool:
        return False

    @admin.display(description=_("number"), ordering="number")
    def shown_number(self, entry: AuditEntry) -> str:
        return house_style.number(entry.number)

    @admin.display(description=_("act"), ordering="verb")
    def act(self, entry: AuditEntry) -> str:
        return act_called(entry.verb)

    @admin.display(description=_("by"), ordering="who_name")
    def person(self, entry: AuditEntry) -> str:
        return format_html("<bdi>{}</bdi>", entry.who_name) if entry.who_name else "—"

    @admin.display(description=_("thing"))
    def about(self, entry: AuditEntry) -> str:
        """Its kind and its name then; a link to its screen, which may say that it is gone."""
        if not entry.kind:
            return format_html("<bdi>{}</bdi>", entry.thing_name) if entry.thing_name else "—"
        kind, name = kind_called(entry.kind), entry.thing_name or str(entry.thing or "—")
        try:
            screen = reverse(f"admin:{entry.kind.replace('.', '_')}_change", args=[entry.thing])
        except NoReverseMatch:
            return format_html("{}: <bdi>{}</bdi>", kind, name)
        return format_html('{}: <a href="{}"><bdi>{}</bdi></a>', kind, screen, name)

    @admin.display(description=_("changes"))
    def fields_changed(self, entry: AuditEntry) -> str:
        return gettext(", ").join(field_called(entry.kind, name) for name in entry.changes) or "—"

    @admin.display(description=_("changes"))
    def shown_changes(self, entry: AuditEntry) -> str:
        changes = changes_of(entry)
        if not changes:
            return "—"
        return render_to_string("admin/articles/auditentry/_changes.html", {"changes": changes})

    # What the list shows, as a table for other programs

    def get_urls(self) -> list[URLPattern]:
        export = require_safe(self.admin_site.admin_view(self.export))
        own = path("export.csv", export, name="articles_auditentry_export")
        return [own, *super().get_urls()]

    def export(self, request: HttpRequest) -> HttpResponseBase:
        """The entries of the list as it is narrowed, one row a changed field."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        entries = self.get_changelist_instance(request).get_queryset(request)
        return spreadsheet.sent("audit.csv", _COLUMNS, _table(entries))


def _table(entries: QuerySet[AuditEntry]) -> Iterator[tuple[Any, ...]]:
    for entry in entries.iterator(2000):
        head = (
            entry.number, house_style.iso(entry.at), entry.verb, entry.who, entry.who_name,
            entry.kind, entry.thing, entry.thing_name,
        )  # fmt: skip
        for field, (before, after) in (entry.changes or {"": ("", "")}).items():
            yield (*head, field, before, after, entry.hash)
