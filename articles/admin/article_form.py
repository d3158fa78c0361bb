"""What an editor types on the screen of a story."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminSplitDateTime, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from articles.arabic.slugs import slug as make_slug
from articles.arabic.tags import parse_tags
from articles.ledger import LONGEST, OF_A_CHANGE
from articles.models import Article, Author, Revision, Tag
from articles.revisions import EDITABLE, Content, working_copy
from articles.saving import sealed
from articles.tags import line

_LONGEST_TAG = Tag._meta.get_field("name").max_length or 100


class _SigningOrder(AutocompleteSelectMultiple):
    """Shows the chosen authors in the order in which they sign."""

    def optgroups(self, name: str, value: Sequence[str], attrs: Any = None) -> Any:
        groups = super().optgroups(name, value, attrs)
        place = {chosen: number for number, chosen in enumerate(value)}
        options = groups[0][1]
        options.sort(key=lambda option: place.get(str(option["value"]), len(place)))
        return groups


class _AuthorsField(forms.ModelMultipleChoiceField):
    """Authors in the order in which they were chosen."""

    def clean(self, value: Any) -> Any:
        chosen = {str(author.pk): author for author in super().clean(value)}
        return [chosen[key] for key in dict.fromkeys(map(str, value or [])) if key in chosen]


class Wrapping(forms.Textarea):
    """A line of text that is shown whole however long it is: what is sent has no line breaks."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        value = super().value_from_datadict(data, files, name)
        return " ".join(value.split()) if isinstance(value, str) else value


def _quiet(kind: str, called: Any) -> dict[str, Any]:
    """A field of the manuscript: no frame, its name only where nothing is typed yet."""
    return {"class": f"quiet {kind}", "rows": 1, "placeholder": called}


class ArticleForm(forms.ModelForm):
    """The working copy of a story, and when it goes out."""

    signing_authors = _AuthorsField(
        label=_("authors"),
        queryset=Author.objects.all(),
        required=False,
        widget=_SigningOrder(Article._meta.get_field("authors"), admin.site),
        help_text=_("In the order in which they sign."),
    )
    tags = forms.CharField(
        label=_("tags"), required=False, help_text=_("Parted by a comma: الأمن، أسعار الغذاء")
    )
    publish_at = forms.SplitDateTimeField(
        label=_("publish at"),
        required=False,
        widget=AdminSplitDateTime,
        help_text=_(
            "Left empty: at once. An hour to come keeps the story from readers until then."
        ),
    )
    told = forms.ChoiceField(
        label=_("what readers are told of the change"),
        required=False,
        choices=[("", _("nothing: a small mend")), *((k.value, k.label) for k in OF_A_CHANGE)],
    )
    told_text = forms.CharField(
        label=_("in these words"),
        required=False,
        max_length=LONGEST,
        widget=Wrapping({"rows": 2, "dir": "auto"}),
        help_text=_("What was wrong and what is right. It stands on the story and in the ledger."),
    )

    # What the screen was opened on, signed, so that saving merges what others saved meanwhile.
    based_on = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = [
            "kicker", "headline", "short_headline", "slug", "standfirst", "body", "dateline",
            "source_line", "label", "category", "lead_picture", "video", "series",
            "series_place", "language", "translation_of", "comment_mode",
            "withdraw_at", "embargo_until", "due_at",
        ]  # fmt: skip
        widgets = {
            "kicker": Wrapping(_quiet("kick", _("kicker"))),
            "headline": Wrapping(_quiet("head", _("headline"))),
            "standfirst": forms.Textarea(_quiet("stand", _("standfirst"))),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        story = self.instance
        if story.pk:
            content = self._copy().content
            self.initial["tags"] = line(content["tags"])
            self.initial["signing_authors"] = content["authors"]
            named = parse_datetime(content.get("publish_at") or "")
            self.initial["publish_at"] = named or story.published_at
            self.initial["based_on"] = sealed(story, content)
            self.initial.update({name: content.get(name, "") for name in ("told", "told_text")})
        for name in ("kicker", "headline", "short_headline", "standfirst"):
            if name in self.fields:  # somebody without the right to edit gets none of them
                self.fields[name].widget.attrs["dir"] = "auto"
        if not story.pk and "headline" in self.fields:
            self.fields["headline"].widget.attrs["autofocus"] = True

    def _copy(self) -> Revision:
        """The working copy that the screen was opened with."""
        return getattr(self.instance, "working", None) or working_copy(self.instance)

    def clean_translation_of(self) -> Article | None:
        """The story that was written first; one of its translations stands for it."""
        chosen: Article | None = self.cleaned_data["translation_of"]
        first = (chosen.translation_of or chosen) if chosen else None
        if first and first.pk == self.instance.pk:
            raise ValidationError(_("A story is no translation of itself."), code="itself")
        return first

    def clean(self) -> dict[str, Any] | None:
        """A translation is written in another language than its story."""
        data = super().clean() or self.cleaned_data
        first, language = data.get("translation_of"), data.get("language", "")
        if first and Article(language=language).written_in == first.written_in:
            said = _("Choose the language of the translation: its story is written in this one.")
            self.add_error("language", ValidationError(said, code="same"))
        return data

    def clean_slug(self) -> str:
        """Left empty, it follows the headline; a story is never without one."""
        return self.cleaned_data["slug"] or make_slug(self.cleaned_data.get("headline", ""))

    def clean_tags(self) -> list[str]:
        names = parse_tags(self.cleaned_data["tags"])
        if any(len(name) > _LONGEST_TAG for name in names):
            raise ValidationError(_("A tag is a few words; this one is too long."), code="too_long")
        return names

    def content(self) -> Content:
        """The editable fields as typed; only of a valid form."""
        data = self.cleaned_data
        content: Content = {name: data[name] for name in EDITABLE if name in data}
        for name in ("category", "lead_picture", "video", "series", "translation_of"):
            if name in self.fields:
                content[name] = data[name].pk if data[name] else None
        content.pop("publish_at", None)
        if "publish_at" in self.fields and not self._is_missing("publish_at"):
            planned = data.get("publish_at")
            is_new = planned is not None and planned != self.instance.published_at
            content["publish_at"] = planned.isoformat() if planned and is_new else None
        content["tags"] = data["tags"]
        content["authors"] = [author.pk for author in data["signing_authors"]]
        return content

    def _is_missing(self, name: str) -> bool:
        """Not on the screen that was sent: whoever may not set an hour takes none away."""
        widget = self.fields[name].widget
        return widget.value_omitted_from_data(self.data, self.files, name)
