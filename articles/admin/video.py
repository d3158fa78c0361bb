"""The screen on which a video comes in: a file with its captions, or an address."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import house_style, permissions
from articles.admin.desk import DeskAdmin
from articles.admin.refusals import sentence
from articles.models import Video
from articles.videos import intake, length, usage
from articles.videos.captions import check_captions, read_captions
from articles.videos.containers import container_of
from articles.videos.refusal import VideoRefused


class _LengthField(forms.CharField):
    """Seconds, typed and shown as 3:07."""

    def __init__(self) -> None:
        super().__init__(
            label=_("duration"),
            required=False,
            widget=forms.TextInput(attrs={"dir": "ltr", "size": 8}),
            help_text=_("Minutes and seconds: 3:07"),
        )

    def prepare_value(self, value: Any) -> Any:
        return length.clock(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> int | None:
        typed = super().clean(value)
        seconds = length.seconds_of(typed)
        if typed and seconds is None:
            said = _("Write minutes and seconds, as 3:07, or hours before them, as 1:02:03.")
            raise ValidationError(said, code="length")
        return seconds


class VideoForm(forms.ModelForm):
    upload = forms.FileField(
        label=_("file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "video/mp4,video/webm"}),
        help_text=_(
            "MP4 (H.264) or WebM, up to 500 megabytes; what a phone writes of its place is removed."
        ),
    )
    captions_upload = forms.FileField(
        label=_("captions"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".vtt,text/vtt"}),
        help_text=_("What is said, for who does not hear it: a WebVTT file in UTF-8."),
    )
    duration = _LengthField()

    class Meta:
        model = Video
        fields = ["title", "address", "captions_language", "credit", "duration"]
        widgets = {"address": forms.URLInput(attrs={"dir": "ltr", "class": "vURLField"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["captions_upload"] = self.instance.captions
        for name in ("title", "credit"):
            if name in self.fields:  # somebody without the right to edit gets none of them
                self.fields[name].widget.attrs["dir"] = "auto"

    def clean_upload(self) -> Any:
        """Judged here, stored with the row: half a gigabyte is not left behind by a slip."""
        upload = self.cleaned_data["upload"]
        return _judged(container_of, upload) if upload else None

    def clean_captions_upload(self) -> Any:
        upload = self.cleaned_data["captions_upload"]
        if "captions_upload" in self.files and upload:
            _judged(lambda file: check_captions(read_captions(file)), upload)
        return upload

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        parts = urlsplit(address)
        if address and (parts.scheme != "https" or "@" in parts.netloc):
            raise ValidationError(_("The address must begin with https://"), code="https")
        return address

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        there = bool(data.get("upload") or self.instance.file)
        if there and data.get("address"):
            said = _("A video is a file or an address at a service, not both.")
            self.add_error("address", ValidationError(said, code="both"))
        elif not (there or data.get("address") or {"upload", "address"} & self.errors.keys()):
            said = _("Choose a file, or write the address of the video at a service.")
            self.add_error("upload", ValidationError(said, code="neither"))
        if data.get("captions_upload") and not there and "upload" not in self.errors:
            said = _("Captions go with a file; at a service they are uploaded there.")
            self.add_error("captions_upload", ValidationError(said, code="captions"))
        return data


def _judged(judge: Any, upload: Any) -> Any:
    try:
        judge(upload)
    except VideoRefused as refusal:
        raise ValidationError(sentence(refusal), code=refusal.code) from refusal
    return upload


@admin.register(Video)
class VideoAdmin(DeskAdmin):
    form = VideoForm
    list_display = [
        "shown_title",
        "where",
        "shown_length",
        "captioned",
        "uploaded_by",
        "uploaded_at",
    ]
    list_select_related = ["uploaded_by"]
    search_fields = ["title", "credit", "address"]
    readonly_fields = ["where", "stories"]
    fieldsets = [
        (None, {"fields": ["title", "where", "upload", "address", "duration", "credit"]}),
        (_("Captions"), {"fields": ["captions_upload", "captions_language"]}),
        (_("Stories"), {"fields": ["stories"]}),
    ]

    def has_change_permission(self, request: HttpRequest, obj: Video | None = None) -> bool:
        if obj is None:
            return super().has_change_permission(request)
        return permissions.may_edit_video(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Video | None = None) -> bool:
        # The list's "delete chosen" asks about no video in particular: there is no such act.
        return obj is not None and super().has_delete_permission(request, obj)

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Video | None:
        video = super().get_object(request, object_id, from_field)
        if video is not None:
            # Of stories that nobody has read yet only those that this person may see.
            seen = permissions.seen_by(request.user, usage.stories(video))
            video.shown_in = list(seen.only("headline"))
        return video

    def save_model(self, request: HttpRequest, obj: Video, form: Any, change: bool) -> None:
        if not change:
            obj.uploaded_by_id = request.user.pk
        if upload := form.cleaned_data["upload"]:
            intake.write_file(obj, upload)
        if "captions_upload" in form.changed_data:
            if captions := form.cleaned_data["captions_upload"]:
                intake.write_captions(obj, captions)
            else:
                obj.captions = ""
        super().save_model(request, obj, form, change)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """A video in use stays, and its screen says which stories show it."""
        video = self.get_object(request, object_id)
        if video and self.has_delete_permission(request, video) and usage.is_used(video):
            said = _(
                "A story shows this video: take it out of the story first. Nothing was deleted."
            )
            self.message_user(request, said, messages.ERROR)
            return HttpResponseRedirect(reverse("admin:articles_video_change", args=[video.pk]))
        return super().delete_view(request, object_id, extra_context)

    def delete_model(self, request: HttpRequest, obj: Video) -> None:
        intake.discard(obj)

    @admin.display(description=_("title"), ordering="title")
    def shown_title(self, video: Video) -> str:
        return format_html('<bdi class="story-name">{}</bdi>', video.title)

    @admin.display(description=_("lies at"))
    def where(self, video: Video) -> str:
        if video.pk and video.file:
            called = video.media_type.removeprefix("video/").upper()
            return format_html(
                '<a href="{}">{} <bdi>{}</bdi></a>', video.file.url, _("file"), called
            )
        if video.pk and video.address:
            host = urlsplit(video.address).hostname
            return format_html('<a href="{}" rel="noopener"><bdi>{}</bdi></a>', video.address, host)
        return "—"

    @admin.display(description=_("duration"), ordering="duration")
    def shown_length(self, video: Video) -> str:
        return length.clock(video.duration, digits=house_style.figures()) if video.duration else "—"

    @admin.display(description=_("captions"), boolean=True)
    def captioned(self, video: Video) -> bool:
        return bool(video.captions)

    @admin.display(description=_("shown in"))
    def stories(self, video: Video) -> str:
        links = (
            (reverse("admin:articles_article_change", args=[story.pk]), story.headline)
            for story in getattr(video, "shown_in", [])
        )
        return format_html_join(gettext(", "), '<a href="{}"><bdi>{}</bdi></a>', links) or "—"
