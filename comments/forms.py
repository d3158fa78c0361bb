"""What a reader types: trimmed, measured, and given back whole when something is missing."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from articles import house_style, strangers
from articles.models import Article
from comments.models import Comment
from comments.screening import Submission

LONGEST_NAME = 60
LONGEST_BODY = 4000


class CommentForm(forms.Form):
    """The comment form of an article page; field names are those of CONTRACT."""

    name = forms.CharField(
        label=_("Name"),
        error_messages={"required": _("Write the name under which your comment will stand.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        error_messages={
            "required": _("Write your e-mail address; it will not be published."),
            "invalid": _("Write a whole address, such as name@example.org."),
        },
        widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "email"}),
    )
    body = forms.CharField(
        label=_("Comment"),
        error_messages={"required": _("Write your comment first.")},
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 7}),
    )
    remember = forms.BooleanField(
        label=_("Keep my name and address on this device for my next reply"), required=False
    )
    notify = forms.BooleanField(
        label=_("Write to me when somebody answers my comment"), required=False
    )
    parent = forms.Field(required=False, widget=forms.HiddenInput)
    # Programs fill in whatever looks like a field; readers do not see this one.
    website = forms.CharField(required=False, label=_("Leave this field empty"))

    def __init__(self, data: Any = None, *, article: Article, initial: Any = None) -> None:
        super().__init__(data, initial=initial, auto_id="comment-%s")
        self.article = article
        self.fields["website"].widget.attrs = {"autocomplete": "off", "tabindex": "-1"}
        self.fields["email"].widget.attrs["aria-describedby"] = "comment-privacy"

    def clean_name(self) -> str:
        name = strangers.in_one_line(self.cleaned_data["name"])
        return _measured(name, LONGEST_NAME, self.fields["name"])

    def clean_body(self) -> str:
        body = strangers.in_lines(self.cleaned_data["body"])
        return _measured(body, LONGEST_BODY, self.fields["body"])

    def clean_parent(self) -> Comment | None:
        """The comment answered: a public one under the same article, else none at all."""
        given = self.cleaned_data["parent"] or ""
        if not given.isascii() or not given.isdecimal() or len(given) > 18:
            return None
        return Comment.objects.under(self.article).filter(pk=int(given)).first()

    def refuse_closed(self) -> None:
        """Add the error of a story that takes no comments; what was typed stays in the form."""
        closed = _("Comments on this story are closed. Copy your words if you wish to keep them.")
        self.add_error(None, ValidationError(closed, code="closed"))

    def submission(self) -> Submission:
        """What was typed, for the screening; only of a valid form."""
        data = self.cleaned_data
        return Submission(data["name"], data["email"], data["body"], data["website"])


def _measured(text: str, longest: int, field: forms.Field) -> str:
    if not strangers.shows_something(text):
        raise ValidationError(field.error_messages["required"], code="required")
    over = len(text) - longest
    if over > 0:
        raise ValidationError(
            ngettext_lazy(
                "Shorten it by %(shown)s character.",
                "Shorten it by %(shown)s characters.",
                "count",
            ),
            code="too_long",
            params={"count": over, "shown": house_style.number(over)},
        )
    return text
