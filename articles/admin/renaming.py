"""Sections, topics and authors whose stories are found by their name."""

from functools import partial
from typing import Any

from django.db import transaction
from django.http import HttpRequest

from articles.admin.desk import DeskAdmin
from articles.search import index as search_index


class FoundByNameAdmin(DeskAdmin):
    """After a new name, the stories are found by it."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "name" in form.changed_data:
            renamed = partial(search_index.renamed, search_index.stories_named(obj))
            transaction.on_commit(renamed, robust=True)
