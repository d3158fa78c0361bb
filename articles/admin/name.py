"""The glossary of proper names: one house spelling each, and the variants that people use."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from articles import names
from articles.admin.desk import DeskAdmin
from articles.admin.refusals import sentence
from articles.models import Name


class NameForm(forms.ModelForm):
    """A name and its other spellings, as an editor types them."""

    variants = forms.CharField(
        label=_("other spellings"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_(
            "Parted by a comma: بوتن، پوتين. Whoever searches for one of them finds all."
            " Harakat and hamza need no spelling of their own."
        ),
    )

    class Meta:
        model = Name
        fields = ["house"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            others = self.instance.spellings.filter(place__gt=0)
            self.initial["variants"] = "، ".join(others.values_list("written", flat=True))
        if "house" in self.fields:
            self.fields["house"].widget.attrs["dir"] = "auto"

    def clean_variants(self) -> list[str]:
        return names.spellings(self.cleaned_data["variants"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "house" not in data or "variants" not in data:
            return data
        try:
            names.judged(Name(pk=self.instance.pk, house=data["house"]), data["variants"])
        except names.WrongName as refusal:
            field = "house" if refusal.spelling == data["house"] else "variants"
            self.add_error(field, ValidationError(sentence(refusal), code=refusal.code))
        return data


@admin.register(Name)
class NameAdmin(DeskAdmin):
    form = NameForm
    list_display = ["house", "other_spellings"]
    search_fields = ["house"]
    search_help_text = _("Any spelling")
    show_full_result_count = False

    def get_fields(self, request: HttpRequest, obj: Name | None = None) -> Any:
        """Who may only look sees the spellings as they stand, not a field to type them in."""
        if obj and not self.has_change_permission(request, obj):
            return ["house", "other_spellings"]
        return ["house", "variants"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Name]:
        return super().get_queryset(request).prefetch_related("spellings")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Name], search_term: str
    ) -> tuple[QuerySet[Name], bool]:
        """Any spelling finds the name, as far as it is typed and however it is vocalised."""
        key = names.name_key(search_term)
        return (queryset.filter(spellings__key__contains=key) if key else queryset), True

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Should another editor have taken a spelling meanwhile, the form itself says so."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except names.WrongName:
            return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Name, form: Any, change: bool) -> None:
        names.keep(obj, form.cleaned_data["variants"])

    @admin.display(description=_("other spellings"))
    def other_spellings(self, name: Name) -> str:
        others = ((one.written,) for one in name.spellings.all() if one.place)
        return format_html_join("، ", "<bdi>{}</bdi>", others)
