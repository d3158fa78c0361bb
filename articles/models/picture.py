from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.pictures.slots import SLOTS


class Rendition(NamedTuple):
    """One stored size of a picture."""

    width: int
    height: int
    name: str

    @property
    def url(self) -> str:
        return default_storage.url(self.name)


class Crop(NamedTuple):
    """A picture as a slot shows it: its sizes in each format, narrowest first."""

    jpeg: list[Rendition]  # never empty
    avif: list[Rendition]  # empty for a picture from before there were slots

    @property
    def smallest(self) -> Rendition:
        return self.jpeg[0]

    @property
    def largest(self) -> Rendition:
        return self.jpeg[-1]

    @property
    def jpeg_srcset(self) -> str:
        return _srcset(self.jpeg)

    @property
    def avif_srcset(self) -> str:
        return _srcset(self.avif)


def _srcset(sizes: list[Rendition]) -> str:
    return ", ".join(f"{size.url} {size.width}w" for size in sizes)


class Picture(models.Model):
    """A photograph or drawing with what we owe its reader and its maker.

    Rows are made by ``articles.pictures.intake.store``: the file is decoded, freed of metadata and
    written under the hash of its content, with its renditions, before the row exists.
    """

    class Licence(models.TextChoices):
        UNKNOWN = "", _("not said")
        OWN = "own", _("the paper's own")
        AGENCY = "agency", _("an agency's")
        FREE = "free", _("free licence")
        GIVEN = "given", _("given for this use")

    file = models.FileField(_("file"), max_length=200, editable=False)
    alt_text = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What a reader who cannot see the picture should know of it."),
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made it and who owns it.")
    )
    is_decorative = models.BooleanField(
        _("decorative"), default=False, db_default=False,
        help_text=_("It says nothing that the text does not: who listens is not told of it."),
    )  # fmt: skip
    holder = models.CharField(
        _("holder of the right"), max_length=200, blank=True, default="", db_default=""
    )
    licence = models.CharField(
        _("licence"), max_length=12, choices=Licence, blank=True, default="", db_default=""
    )
    allowed_uses = models.CharField(
        _("allowed uses"), max_length=200, blank=True, default="", db_default="",
        help_text=_("Left empty, all uses: once, without cutting, not on covers…"),
    )  # fmt: skip
    expires_on = models.DateField(
        _("right until"), null=True, blank=True,
        help_text=_("The last day on which a story may go out with it."),
    )  # fmt: skip
    # How it looks, in 64 bits as 16 hexadecimal digits (articles.pictures.likeness).
    look = models.CharField(max_length=16, blank=True, default="", db_default="", editable=False)
    focus_x = models.FloatField(_("focus point, across"), default=0.5)
    focus_y = models.FloatField(_("focus point, down"), default=0.5)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)
    content_hash = models.CharField(max_length=64, editable=False, db_index=True)
    # What ``articles.pictures.renditions.planned`` says; empty for a picture from before the slots.
    stored_slots = models.JSONField(default=dict, db_default={}, editable=False)
    # [[width, height, name], …], narrowest first: all that such a picture has, uncropped JPEG.
    stored_renditions = models.JSONField(default=list, editable=False)
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("uploaded by"),
    )

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-uploaded_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(focus_x__range=(0, 1), focus_y__range=(0, 1)),
                name="picture_focus_is_inside",
            ),
            models.CheckConstraint(
                condition=Q(licence__in=["", "own", "agency", "free", "given"]),
                name="picture_licence_is_known",
            ),
            models.CheckConstraint(
                condition=Q(width__gt=0, height__gt=0), name="picture_has_a_size"
            ),
        ]

    def __str__(self) -> str:
        return self.alt_text or self.caption or f"{self.pk}"

    @property
    def says_what_it_shows(self) -> bool:
        """It has words for who cannot see it, or needs none."""
        return bool(self.alt_text) or self.is_decorative

    def is_over(self, on: date) -> bool:
        """Whether the right to it has run out by that day."""
        return self.expires_on is not None and self.expires_on < on

    def crop(self, slot: str) -> Crop:
        """It as a slot of ``articles.pictures.slots`` shows it; uncropped, if it is not cut yet."""
        if slot not in SLOTS:
            raise KeyError(slot)
        stored = self.stored_slots.get(slot)
        if stored is None:
            return Crop([Rendition(*kept) for kept in self.stored_renditions], [])
        stem, sizes = stored["stem"], stored["sizes"]
        return Crop(
            jpeg=[Rendition(width, height, f"{stem}-{width}.jpg") for width, height in sizes],
            avif=[Rendition(width, height, f"{stem}-{width}.avif") for width, height in sizes],
        )

    @property
    def renditions(self) -> list[Rendition]:
        """Its uncropped sizes as JPEG, narrowest first; never empty."""
        return self.crop("whole").jpeg

    @property
    def largest(self) -> Rendition:
        return self.renditions[-1]

    @property
    def smallest(self) -> Rendition:
        return self.renditions[0]

    @property
    def poster(self) -> Rendition:
        """The size that stands for a video, where browsers choose none: no wider than 1,120."""
        sizes = self.crop("wide").jpeg
        return next((size for size in reversed(sizes) if size.width <= 1120), sizes[0])


class FormerFile(models.Model):
    """A file that a picture had before another took its place: it is kept, and can go back."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="former_files")
    content_hash = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    focus_x = models.FloatField()
    focus_y = models.FloatField()
    replaced_at = models.DateTimeField(auto_now_add=True)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("former file of a picture")
        verbose_name_plural = _("former files of pictures")
        default_permissions = ()
        ordering = ["-replaced_at", "-id"]

    def __str__(self) -> str:
        return f"{self.picture_id}: {self.content_hash[:8]}"
