"""What a guest of a draft types: their name, a note, or that they approve."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles import strangers
from articles.guest_links import NotAnswered
from articles.models import GuestAnswer, ShareLink

LONGEST_NAME = 100
# Some 600 words: remarks on a story, not a story.
LONGEST_NOTE = 4000

_REFUSED = {
    "closed": _("The link was closed while you wrote. Copy your words and send them by mail."),
    "not_asked": _("This link takes no such answer."),
    "changed": _(
        "The text changed after you opened it, and an approval counts for what was read."
        " Read it as it is now, then approve."
    ),
    "many": _("Many answers came by this link. Write to whoever sent it to you."),
}


class AnswerForm(forms.Form):
    """Its two buttons are named ``kind``; ``read`` says which text stood above it."""

    name = forms.CharField(
        label=_("Your name"),
        error_messages={"required": _("Write your name: the desk should know who answers.")},
    )
    note = forms.CharField(label=_("Your note"), required=False, strip=False)
    kind = forms.ChoiceField(
        choices=GuestAnswer.Kind, error_messages={"required": _("Press one of the buttons.")}
    )
    read = forms.CharField(required=False, max_length=64)

    def __init__(self, data: Any = None, *, link: ShareLink) -> None:
        super().__init__(data, auto_id="guest-%s")
        self.link = link

    def unjudged(self) -> "AnswerForm":
        """The same words in a form that finds no fault with them yet."""
        typed = AnswerForm(link=self.link)
        typed.initial = {name: self.data.get(name, "") for name in ("name", "note")}
        return typed

    def clean_name(self) -> str:
        name = strangers.in_one_line(self.cleaned_data["name"])
        if not strangers.shows_something(name):
            raise ValidationError(self.fields["name"].error_messages["required"], code="required")
        if len(name) > LONGEST_NAME:
            raise ValidationError(_("A name is a few words; this one is too long."), "too_long")
        return name

    def clean_note(self) -> str:
        note = strangers.in_lines(self.cleaned_data["note"])
        is_note = self.data.get("kind") == GuestAnswer.Kind.NOTE
        if is_note and not strangers.shows_something(note):
            raise ValidationError(_("Write your note first."), code="required")
        if len(note) > LONGEST_NOTE:
            raise ValidationError(_("The note is too long: send it in parts."), code="too_long")
        return note

    def refuse(self, refusal: NotAnswered) -> None:
        """Say why the desk did not get it; what was typed stays in the form."""
        self.add_error(None, ValidationError(_REFUSED[refusal.code], code=refusal.code))

    def answer(self) -> dict[str, Any]:
        """What was said, for the verb; only of a valid form."""
        data = self.cleaned_data
        kind = GuestAnswer.Kind(data["kind"])
        return {"kind": kind, "name": data["name"], "note": data["note"], "text_read": data["read"]}
