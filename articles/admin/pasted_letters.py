"""What is typed or pasted into the panel is kept in ordinary letters, and the editor is told."""

from collections.abc import Mapping
from html import unescape
from itertools import chain
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.arabic.bidi import isolate
from articles.arabic.presentation import has_forms, ordinary, respelled
from articles.body.sanitise import clean_body
from articles.body.text import in_ordinary_letters, plain_text
from articles.fields import BodyFormField

# Fields in which machines read: their letters are what they are.
_FOR_MACHINES = (forms.HiddenInput, forms.PasswordInput, forms.URLInput, forms.EmailInput)
# Examples named to the editor.
_MOST_NAMED = 3


class InOrdinaryLetters(forms.BaseForm):
    """A form that reads what was typed in ordinary letters, and knows what it changed.

    Before anything else reads it: lengths are measured and addresses made of what will be kept.
    """

    base_fields: Mapping[str, forms.Field]

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        self.respelled: dict[str, list[tuple[str, str]]] = {}
        super().__init__(self._in_ordinary_letters(data) if data else data, *args, **kwargs)

    def _in_ordinary_letters(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        kept = data.copy() if isinstance(data, QueryDict) else dict(data)
        for name, field in self.base_fields.items():
            typed = data.get(name)
            if not (isinstance(typed, str) and _holds_words(field)):
                continue
            if isinstance(field, BodyFormField):
                self._fold_body(kept, name, typed)
            elif has_forms(typed):
                self.respelled[name] = list(respelled(typed))
                kept[name] = ordinary(typed)
        return kept

    def _fold_body(self, kept: Any, name: str, typed: str) -> None:
        if has_forms(unescape(typed)):  # cleaning decodes entities, too
            body = clean_body(typed)
            self.respelled[name] = list(respelled(plain_text(body)))
            kept[name] = in_ordinary_letters(body)

    def what_was_respelled(self) -> str:
        """A sentence for the editor; empty where nothing was changed."""
        changed = {name: words for name, words in self.respelled.items() if words}
        if not changed:
            return ""
        # As they are kept: drawn and ordinary letters look alike.
        words = dict.fromkeys(kept for _was, kept in chain(*changed.values()))
        examples = [isolate(word) for word in list(words)[:_MOST_NAMED]]
        said = ngettext(
            "A word in drawn letters, as PDF files hold them, was kept in ordinary ones"
            " so that readers can find it: %(words)s. Look at: %(fields)s. Nothing else changed.",
            "Words in drawn letters, as PDF files hold them, were kept in ordinary ones"
            " so that readers can find them: %(words)s. Look at: %(fields)s. Nothing else changed.",
            len(words),
        )
        named = [f"«{self.fields[name].label}»" for name in changed]
        return said % {"words": _(", ").join(examples), "fields": _(", ").join(named)}


def _holds_words(field: forms.Field) -> bool:
    """Words of a person: no subclass that means an address, a slug or a pattern."""
    return type(field) in {forms.CharField, BodyFormField} and not isinstance(
        field.widget, _FOR_MACHINES
    )
