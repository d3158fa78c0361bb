"""The screen on which a picture comes in and gets its words."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles import permissions
from articles.admin.refusals import sentence
from articles.models import Picture
from articles.pictures.decoding import Refused
from articles.pictures.intake import write_file


class PictureForm(forms.ModelForm):
    upload = forms.FileField(
        label=_("file"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
        help_text=_("JPEG, PNG, WebP, AVIF or GIF; place and camera are removed from it."),
    )

    class Meta:
        model = Picture
        fields = ["alt_text", "caption", "credit", "focus_x", "focus_y"]

    def clean_upload(self) -> Any:
        upload = self.cleaned_data["upload"]
        if upload is None:
            if self.instance.pk is None:
                raise ValidationError(_("Choose a file."), code="required")
            return None
        try:
            write_file(self.instance, upload)
        except Refused as refusal:
            raise ValidationError(sentence(refusal), code=refusal.code) from refusal
        return upload


@admin.register(Picture)
class PictureAdmin(admin.ModelAdmin):
    form = PictureForm
    list_display = ["thumbnail", "id", "alt_text", "credit", "uploaded_by", "uploaded_at"]
    list_display_links = ["thumbnail", "alt_text"]
    list_select_related = ["uploaded_by"]
    search_fields = ["alt_text", "caption", "credit"]
    readonly_fields = ["thumbnail", "id"]
    fields = ["thumbnail", "id", "upload", "alt_text", "caption", "credit", "focus_x", "focus_y"]

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
        super().save_model(request, obj, form, change)

    @admin.display(description=_("picture"))
    def thumbnail(self, picture: Picture) -> str:
        if not picture.stored_renditions:
            return "—"
        size = picture.smallest
        return format_html(
            '<img class="thumbnail" src="{}" width="{}" height="{}" alt="" loading="lazy">',
            size.url, size.width, size.height,
        )  # fmt: skip
