from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag as PackageTag

from articles.admin.desk import printed
from articles.admin.renaming import FoundByNameAdmin
from articles.models import Tag

# The tagging package's own table stays empty: ours has the folded key.
if admin.site.is_registered(PackageTag):
    admin.site.unregister(PackageTag)


@admin.register(Tag)
class TagAdmin(FoundByNameAdmin):
    list_display = ["name", "slug", "stories"]
    search_fields = ["name", "key"]
    fields = ["name", "slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        return super().get_queryset(request).annotate(carried=Count("tagged"))

    @admin.display(description=_("stories"), ordering="carried")
    def stories(self, tag: Tag) -> str:
        return printed(tag.carried)
