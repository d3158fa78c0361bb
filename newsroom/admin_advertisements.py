"""The panel's screen of advertising: what stands where, from when until when."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import house_style
from articles.admin.chip import chip
from articles.admin.desk import DeskAdmin
from articles.arabic.bidi import isolate
from articles.fields import WordsEditor
from newsroom.models import Advertisement
from newsroom.models.advertisement import ROOMS

# The panel's chips of states (articles/admin/chip.py), by what they mean there.
_COLOURS = {
    Advertisement.State.OFF: "draft",
    Advertisement.State.WAITING: "scheduled",
    Advertisement.State.RUNNING: "published",
    Advertisement.State.ENDED: "withdrawn",
}


class AdvertisementForm(ModelForm):
    class Meta:
        model = Advertisement
        fields = "__all__"  # noqa: DJ007 - the screen names them below
        widgets = {"words": WordsEditor}


@admin.register(Advertisement)
class AdvertisementAdmin(DeskAdmin):
    form = AdvertisementForm
    list_display = ["title", "place", "state", "advertiser", "starts_at", "ends_at"]
    list_filter = ["place", "is_on"]
    search_fields = ["title", "advertiser"]
    autocomplete_fields = ["picture"]
    readonly_fields = ["preview"]

    class Media:
        css = {"all": ["css/reader/advertisement.css"]}

    def get_fieldsets(self, request: HttpRequest, obj: Advertisement | None = None) -> Any:
        when = {"fields": ["is_on", "starts_at", "ends_at"]}
        shown = {"fields": ["advertiser", "picture", "link", "alt_text", "words"]}
        return [
            (None, {"fields": ["title", "place"], "description": _sizes()}),
            (_("When it is shown"), when),
            (_("What readers see"), shown),
            *([(_("Preview"), {"fields": ["preview"]})] if obj else []),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Advertisement]:
        return Advertisement.objects.with_rivals()

    @admin.display(description=_("state"))
    def state(self, advertisement: Advertisement) -> str:
        state = advertisement.state()
        covered = state == Advertisement.State.RUNNING and advertisement.is_covered  # type: ignore[attr-defined]
        note = _("covered by a newer one") if covered else ""
        return chip(_COLOURS[state], state.label, note)

    @admin.display(description=_("Preview"))
    def preview(self, advertisement: Advertisement) -> str:
        """What is saved, as its page draws it at the width of this window."""
        return render_to_string("_advertisement.html", {"advertisement": advertisement})


def _printed(room: object) -> str:
    return isolate(house_style.printed(str(room)))


def _sizes() -> str:
    """The room of each place, so that a picture is ordered in its measure."""
    first = gettext(
        "Width and height of a picture in each place, in pixels; others are shown whole, smaller."
    )
    rooms = [
        gettext("%(place)s: %(phone)s on phones, %(desktop)s on wide screens.")
        % {"place": place.label, "phone": _printed(phone), "desktop": _printed(desktop)}
        for place, (phone, desktop) in zip(Advertisement.Place, ROOMS.values(), strict=True)
    ]
    return format_html_join("", "<p>{}</p>", ([line] for line in (first, *rooms)))
