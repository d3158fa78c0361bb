"""What all screens of the panel do: print in the house style, keep words in ordinary letters."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.http import HttpRequest

from articles import counting, house_style
from articles.admin.audited import Audited
from articles.admin.pasted_letters import InOrdinaryLetters
from articles.counting import CountedPaginator


class HouseStyleAdmin(Audited):
    """Dates and numbers that are read, not typed, stand as they do on the readers' pages."""

    # How long a list is without its filters nobody asks; it costs a count of the whole table.
    show_full_result_count = False

    def get_paginator(
        self, request: HttpRequest, queryset: Any, per_page: int, *args: Any, **kwargs: Any
    ) -> CountedPaginator:
        counts = counting.of(request)
        return CountedPaginator(counts, queryset, per_page, *args, **kwargs)

    def get_list_display(self, request: HttpRequest) -> Any:
        return [_column(self.model, name) for name in super().get_list_display(request)]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (
                name,
                {**options, "fields": [_column(self.model, field) for field in options["fields"]]},
            )
            for name, options in fieldsets
        ]


class DeskAdmin(HouseStyleAdmin):
    """And a form that keeps no drawn letters, and says so when it changed some."""

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (InOrdinaryLetters, form), {})

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        self.tell_of_letters(request, form)
        return super().save_form(request, form, change)

    def tell_of_letters(self, request: HttpRequest, form: InOrdinaryLetters) -> None:
        """Nothing of a person's words is changed in silence."""
        if said := form.what_was_respelled():
            self.message_user(request, said, messages.WARNING)


def printed(value: Any) -> str:
    """A date or a number as the house prints it; nothing for what is not there yet."""
    match value:
        case None:
            return "—"
        case datetime():
            return house_style.day_and_clock(value)
        case date():
            return house_style.day(value)
    return house_style.number(value)


def _column(model: type[models.Model], name: Any) -> Any:
    """The column as it is, or, of a date or a number of the row, one that prints it."""
    try:
        field = model._meta.get_field(name) if isinstance(name, str) else None
    except FieldDoesNotExist:
        return name
    is_plain = field is not None and not field.is_relation and not getattr(field, "choices", None)
    if is_plain and isinstance(field, (models.DateField, models.IntegerField)):
        return _printing(field)
    return name


@cache  # one function for one column: Django asks by identity which columns may be sorted
def _printing(field: Any) -> Callable[[models.Model], str]:
    @admin.display(description=field.verbose_name, ordering=field.name)
    def column(row: models.Model) -> str:
        return printed(getattr(row, field.name))

    column.__name__ = field.name
    return column
