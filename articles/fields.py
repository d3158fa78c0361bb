"""The field of a story's text: cleaned whenever it is saved, edited with the body editor."""

from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django_prose_editor.widgets import AdminProseEditorWidget

from articles.body.elements import BODY_ELEMENTS, WORDS_ALONE, editor_config
from articles.body.sanitise import clean_body


class BodyEditor(AdminProseEditorWidget):
    """The only place that knows which editor package we use."""

    elements = BODY_ELEMENTS

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            attrs={"dir": "auto", **(attrs or {})},
            config={"extensions": editor_config(self.elements)},
            preset="configurable",
        )

    @property
    def media(self) -> forms.Media:
        # With the base rules that the editor injects as a style element, which our CSP forbids.
        return super().media + forms.Media(css={"all": ["css/body-editor.css"]})


class WordsEditor(BodyEditor):
    """The same without headings, tables, pictures and embeds."""

    elements = WORDS_ALONE


class BodyFormField(forms.CharField):
    """Cleans what was typed, so that the page after an error shows what will be stored."""

    def clean(self, value: Any) -> str:
        return clean_body(super().clean(value) or "")


class BodyField(models.TextField):
    """HTML of BODY_ELEMENTS and nothing else, whichever way it came in."""

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        if issubclass(kwargs.get("widget", AdminTextareaWidget), AdminTextareaWidget):
            kwargs["widget"] = BodyEditor
        return super().formfield(**{"form_class": BodyFormField, "max_length": None, **kwargs})

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        cleaned = clean_body(super().pre_save(model_instance, add) or "")
        setattr(model_instance, self.attname, cleaned)
        return cleaned

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs
