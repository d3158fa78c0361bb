"""The screen on which a picture comes in and gets its words."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles import permissions
from articles.admin.columns import chip_of
from articles.admin.desk import DeskAdmin
from articles.admin.library import Lacking, Library
from articles.admin.refusals import sentence
from articles.admin.uploading import Uploading
from articles.models import FormerFile, Picture
from articles.pictures import usage
from articles.pictures.apart import decode_apart
from articles.pictures.decoding import Refused
from articles.pictures.intake import give_back, keep_former, refocus, write_pixels
from articles.pictures.slots import SLOTS

# Those of a page's own layout; the others follow the same point.
_SHOWN = ("card", "wide", "square", "upright")


def _share(label: Any, help_text: Any) -> forms.FloatField:
    widget = forms.NumberInput(attrs={"step": "0.01"})
    return forms.FloatField(
        label=label, min_value=0, max_value=1, initial=0.5, widget=widget, help_text=help_text
    )


class PictureForm(forms.ModelForm):
    upload = forms.FileField(
        label=_("file"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
        help_text=_("JPEG, PNG, WebP, AVIF or GIF; place and camera are removed from it."),
    )
    focus_x = _share(
        _("focus point, across"), _("0 is the left edge of the picture, 1 its right edge.")
    )
    focus_y = _share(_("focus point, down"), _("0 is the top of the picture, 1 its bottom."))

    class Meta:
        model = Picture
        fields = [
            "alt_text", "is_decorative", "caption", "credit", "holder", "licence", "allowed_uses",
            "expires_on", "focus_x", "focus_y",
        ]  # fmt: skip

    def clean_upload(self) -> Any:
        """What was uploaded, decoded; None keeps the file that is there."""
        upload = self.cleaned_data["upload"]
        if upload is None:
            if self.instance.pk is None:
                raise ValidationError(_("Choose a file."), code="required")
            return None
        try:
            return decode_apart(upload)
        except Refused as refusal:
            raise ValidationError(sentence(refusal), code=refusal.code) from refusal

    def clean(self) -> dict[str, Any]:
        """Store and cut once all is right, so that what is sent back leaves no file behind."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        picture = self.instance
        picture.focus_x, picture.focus_y = cleaned["focus_x"], cleaned["focus_y"]
        try:
            if cleaned["upload"]:
                write_pixels(picture, cleaned["upload"])
            elif {"focus_x", "focus_y"} & set(self.changed_data):
                refocus(picture)
        except Refused as refusal:
            self.add_error("upload", ValidationError(sentence(refusal), code=refusal.code))
        return cleaned


@admin.register(Picture)
class PictureAdmin(Uploading, Library, DeskAdmin):
    form = PictureForm
    change_list_template = "admin/articles/picture/change_list.html"
    change_form_template = "admin/articles/picture/change_form.html"
    list_display = ["thumbnail"]
    list_per_page = 40
    list_filter = [Lacking, "licence"]
    search_fields = ["alt_text", "caption", "credit", "holder"]
    search_help_text = _("Words, credit or holder, in any spelling")
    actions = None
    readonly_fields = ["library_number", "crops", "uses"]
    fieldsets = [
        (None, {"fields": ["upload", "alt_text", "is_decorative", "caption", "credit"]}),
        (_("Rights"), {"fields": ["holder", "licence", "allowed_uses", "expires_on"]}),
        (_("Focus point"), {"fields": [("focus_x", "focus_y"), "crops"]}),
        (_("In the library"), {"fields": ["library_number", "uses"]}),
    ]

    def has_change_permission(self, request: HttpRequest, obj: Picture | None = None) -> bool:
        if obj is None:
            return super().has_change_permission(request)
        return permissions.may_edit_picture(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Picture | None = None) -> bool:
        # The list's "delete chosen" asks about no picture in particular: there is no such act.
        return obj is not None and permissions.may_delete_picture(request.user, obj)

    def save_model(self, request: HttpRequest, obj: Picture, form: Any, change: bool) -> None:
        if not change:
            obj.uploaded_by_id = request.user.pk
        else:
            keep_former(obj, by=request.user)
        super().save_model(request, obj, form, change)

    def get_urls(self) -> list[Any]:
        view = require_POST(self.admin_site.admin_view(self.give_back_view))
        own = path("<int:pk>/former/<int:former>/", view, name="articles_picture_former")
        return [own, *super().get_urls()]

    def give_back_view(self, request: HttpRequest, pk: int, former: int) -> HttpResponse:
        """A file that the picture had takes its place again."""
        picture = get_object_or_404(Picture, pk=pk)
        if not permissions.may_edit_picture(request.user, picture):
            raise PermissionDenied
        found = get_object_or_404(FormerFile, pk=former, picture=picture)
        try:
            give_back(found, by=request.user)
        except Refused as refusal:
            self.message_user(request, sentence(refusal), messages.ERROR)
        return HttpResponseRedirect(reverse("admin:articles_picture_change", args=[pk]))

    @admin.display(description=_("picture"))
    def thumbnail(self, picture: Picture) -> str:
        if picture.pk is None:
            return "—"
        size = picture.smallest
        return format_html(
            '<img class="thumbnail" src="{}" width="{}" height="{}" alt="" loading="lazy">',
            size.url, size.width, size.height,
        )  # fmt: skip

    @admin.display(description=_("number in the library"), ordering="id")
    def library_number(self, picture: Picture) -> str:
        """By which the body editor takes it into a text."""
        return str(picture.pk or "—")

    @admin.display(description=_("shown in"))
    def uses(self, picture: Picture) -> str:
        """The stories that show it, each with its state."""
        stories = usage.stories_with(picture) if picture.pk else []
        rows = (
            (reverse("admin:articles_article_change", args=[one.pk]), one.headline, chip_of(one))
            for one in stories
        )
        return format_html_join("", '<p><a href="{}"><bdi>{}</bdi></a> {}</p>', rows) or "—"

    @admin.display(description=_("crops"))
    def crops(self, picture: Picture) -> str:
        """What pages show of it around the focus point that is saved."""
        if picture.pk is None:
            return "—"
        shown = [(picture.crop(slot).smallest, SLOTS[slot].label) for slot in _SHOWN]
        figures = format_html_join(
            "",
            '<figure data-slot="{}"><img src="{}" width="{}" height="{}" alt="">'
            "<figcaption>{}</figcaption></figure>",
            (
                (size.width / size.height, size.url, size.width, size.height, label)
                for size, label in shown
            ),
        )
        return format_html('<div class="crops">{}</div>', figures)
