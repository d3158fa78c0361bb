from django.contrib import admin

from articles.admin.renaming import FoundByNameAdmin
from articles.models import Article, Category
from articles.querysets import ArticleQuerySet


@admin.register(Category)
class CategoryAdmin(FoundByNameAdmin):
    list_display = ["name", "parent", "slug", "order"]
    list_select_related = ["parent"]
    search_fields = ["name", "slug"]
    fields = ["name", "parent", "slug", "order", "description"]

    def stories_of(self, row: Category) -> ArticleQuerySet:
        return Article.objects.filter(category=row)
