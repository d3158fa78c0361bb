from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from taggit.admin import TagAdmin as _PackageScreen  # noqa: F401 - registers itself, see below
from taggit.models import Tag as PackageTag

from articles.admin.desk import printed
from articles.admin.renaming import FoundByNameAdmin
from articles.models import Tag

# The tagging package's own table stays empty: ours has the folded key. Its screen is imported
# above, for it would register itself after us.
admin.site.unregister(PackageTag)


@admin.register(Tag)
class TagAdmin(FoundByNameAdmin):
    list_display = ["name", "slug", "stories"]
    search_fields = ["name", "key"]
    fields = ["name", "slug", "description", "lead"]
    autocomplete_fields = ["lead"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        return super().get_queryset(request).annotate(carried=Count("tagged"))

    @admin.display(description=_("stories"), ordering="carried")
    def stories(self, tag: Tag) -> str:
        return printed(tag.carried)
