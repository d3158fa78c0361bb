"""Every screen of the panel leaves its trace in the audit trail, by this one base class.

What a screen's form changed is recorded where Django itself notes it: ``log_addition``,
``log_change`` and ``log_deletions``, within the transaction of the change.
"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.actions import delete_selected
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse

from articles import audit
from articles.models import Article


class _Told(list[Any]):
    """Django's message of what a form changed, with the fields before and after beside it."""

    def __init__(self, message: Iterable[Any], changes: audit.Changes) -> None:
        super().__init__(message)
        self.changes = changes


class Audited(admin.ModelAdmin):
    # Whether verbs do what this screen's form says, and record it themselves.
    verbs_record = False

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        message = super().construct_change_message(request, form, formsets, add)
        return _Told(message, _changes(form, add=add))

    def log_addition(self, request: HttpRequest, obj: models.Model, message: Any) -> Any:
        if not self.verbs_record:
            self._record("add", request, obj, getattr(message, "changes", {}))
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: models.Model, message: Any) -> Any:
        changes = getattr(message, "changes", {})
        if changes and not self.verbs_record:
            self._record("change", request, obj, changes)
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: Iterable[models.Model]) -> Any:
        """Deletions have no verb: every screen records them here."""
        for obj in queryset:
            self._record("delete", request, obj, _last_words(obj))
        return super().log_deletions(request, queryset)  # type: ignore[arg-type]

    def response_action(self, request: HttpRequest, *args: Any, **kw: Any) -> HttpResponse | None:
        """What the list deletes is deleted and recorded together; its other acts are verbs."""
        if request.POST.get("action") != delete_selected.__name__:
            return super().response_action(request, *args, **kw)
        with transaction.atomic():
            return super().response_action(request, *args, **kw)

    def _record(
        self, verb: str, request: HttpRequest, obj: models.Model, changes: audit.Changes
    ) -> None:
        audit.record(verb, obj, by=request.user, changes=changes)


def _changes(form: forms.BaseForm, *, add: bool) -> audit.Changes:
    """The fields of a saved form that are otherwise now: {name: (before, after)}."""
    changes = {name: _sides(form, name, add=add) for name in form.changed_data}
    return {
        name: sides
        for name, sides in changes.items()
        if sides is audit.UNSEEN
        or (audit.plain(sides[0]) or None) != (audit.plain(sides[1]) or None)
    }


def _sides(form: forms.BaseForm, name: str, *, add: bool) -> tuple[Any, Any]:
    """Before and after; of a password neither, whether or not the form has a field of that name."""
    field = form.fields.get(name)
    if field is None or "password" in name or isinstance(field.widget, forms.PasswordInput):
        return audit.UNSEEN
    before = None if add else form.get_initial_for_field(field, name)
    return before, form.cleaned_data.get(name)


def _last_words(obj: models.Model) -> audit.Changes:
    """The columns of a row that goes, so that it can be told what it was."""
    columns = [field for field in obj._meta.concrete_fields if field.editable or field.unique]
    words = {
        field.name: (value, None)
        for field in columns
        if (value := getattr(obj, field.attname)) not in (None, "") and "password" not in field.name
    }
    return audit.of_story(words) if isinstance(obj, Article) else words
