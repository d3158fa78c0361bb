"""The story's form as a draft that is not finished: nothing is required, and no word is refused."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from articles.admin.article_form import ArticleForm
from articles.arabic.bidi import isolate
from articles.arabic.tags import parse_tags
from articles.revisions import Content

# Of the act that a form asks for, not of the text; ``based_on`` is checked by number instead.
_OF_THE_ACT = ("withdraw_at", "based_on")
_CALLED_IN_CONTENT = {"signing_authors": "authors"}
# What a story cannot be without: left empty, it stays as it was.
_NEVER_EMPTY = ("category", "comment_mode")


class Draft(ArticleForm):
    """What is valid is the draft's content; what is not stays on the screen and is named."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in _OF_THE_ACT:
            self.fields.pop(name, None)
        for field in self.fields.values():
            field.required = False

    def _post_clean(self) -> None:
        """No check of a whole story: this is none yet."""

    def clean_slug(self) -> str:
        """Left empty it stays so, and follows the headline while that is being written."""
        slug: str = self.cleaned_data["slug"]
        return slug

    def content(self) -> Content:
        """The fields that could be read."""
        kept = {
            name for name in self.fields if name not in self.errors and not self._is_missing(name)
        }
        self.cleaned_data = {"tags": [], "signing_authors": [], **self.cleaned_data}
        content = super().content()
        named = {_CALLED_IN_CONTENT.get(name, name) for name in kept}
        return {
            name: value
            for name, value in content.items()
            if name in named and (value or name not in _NEVER_EMPTY)
        }

    def all_words(self) -> Content:
        """The content, with what could not be read as it was typed: for a branch."""
        words = self.content()
        for name in self.errors:
            typed = self.data.get(name)
            if name == "tags" and typed:
                words["tags"] = parse_tags(typed)
            elif typed and isinstance(self.fields[name], forms.CharField):
                words[name] = typed.replace("\x00", "")
        return words

    def what_was_refused(self) -> str:
        """A sentence for the writer; empty where everything was kept."""
        if not self.errors:
            return ""
        named = [f"«{isolate(str(self.fields[name].label))}»" for name in self.errors]
        said = " ".join(str(said) for list_ in self.errors.values() for said in list_)
        return _("Not saved: %(fields)s. %(why)s") % {"fields": _(", ").join(named), "why": said}


def as_draft(form: type[ArticleForm]) -> Any:
    """A form class of the panel, as a draft: with the fields that this one shows, and no other."""
    draft: Any = type("Draft", (Draft, form), {})
    for name in draft.base_fields.keys() - form.base_fields.keys():
        del draft.base_fields[name]
    return draft
