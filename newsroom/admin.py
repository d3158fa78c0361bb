"""The panel's screens of the top floor: accounts, site settings, standing pages."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin, HouseStyleAdmin
from newsroom.admin_advertisements import AdvertisementAdmin
from newsroom.models import Page, SiteSettings, User
from newsroom.roles import TITLES

__all__ = ["AccountAdmin", "AdvertisementAdmin", "PageAdmin", "SiteSettingsAdmin"]

# Roles are kept by newsroom.roles; a group edited here would be undone by the next migrate.
admin.site.unregister(Group)


@admin.register(User)
class AccountAdmin(HouseStyleAdmin, UserAdmin):
    list_display = ["username", "first_name", "last_name", "is_active", "last_login"]
    list_filter = ["is_active"]
    fieldsets = (*(UserAdmin.fieldsets or ()), (_("The panel"), {"fields": ["language"]}))

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups" and field:
            # The form field's own way of naming a choice, replaced for this field alone.
            field.label_from_instance = lambda obj: str(TITLES.get(obj.name, obj.name))  # type: ignore[method-assign]
        return field


@admin.register(SiteSettings)
class SiteSettingsAdmin(DeskAdmin):
    autocomplete_fields = ["logo"]
    fields = ["name", "description", "publisher", "wordmark", "logo", "accounts", "comment_mode"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: SiteSettings | None = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: object = None) -> HttpResponse:
        """There is one row: go to it, and make it where nobody has yet."""
        if not self.has_view_or_change_permission(request):
            return super().changelist_view(request)
        if not SiteSettings.objects.filter(pk=1).exists():
            SiteSettings.current().save()
        return HttpResponseRedirect(reverse("admin:newsroom_sitesettings_change", args=[1]))


@admin.register(Page)
class PageAdmin(DeskAdmin):
    list_display = ["title", "slug", "in_footer", "order"]
    search_fields = ["title"]
    fields = ["title", "body", "slug", "in_footer", "order"]
