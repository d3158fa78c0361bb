from django.contrib import admin

from articles.admin.renaming import FoundByNameAdmin
from articles.models import Category


@admin.register(Category)
class CategoryAdmin(FoundByNameAdmin):
    list_display = ["name", "parent", "slug", "order"]
    list_select_related = ["parent"]
    search_fields = ["name", "slug"]
    fields = ["name", "parent", "slug", "order", "description"]
