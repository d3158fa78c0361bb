"""Sections, topics and authors whose stories are found by their name."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest

from articles.querysets import ArticleQuerySet
from articles.search import index as search_index


class FoundByNameAdmin(admin.ModelAdmin):
    """After a new name, the stories are found by it."""

    def stories_of(self, row: Any) -> ArticleQuerySet:
        """Those whose words hold the name."""
        raise NotImplementedError

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "name" in form.changed_data:
            renamed = partial(search_index.renamed, self.stories_of(obj))
            transaction.on_commit(renamed, robust=True)
