from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Video(models.Model):
    """A moving picture: a file of ours, with its captions, or an address at a service.

    Files are judged and stored by ``articles.videos.intake``, under the hash of their content.
    The poster is the lead picture of the story that shows it.
    """

    class Language(models.TextChoices):
        """Named as its readers name it: whoever looks for their language reads that one alone."""

        ARABIC = "ar", "العربية"
        ENGLISH = "en", "English"
        FRENCH = "fr", "Français"
        SPANISH = "es", "Español"
        GERMAN = "de", "Deutsch"
        TURKISH = "tr", "Türkçe"
        PERSIAN = "fa", "فارسی"
        URDU = "ur", "اردو"
        KURDISH = "ckb", "کوردی"

    title = models.CharField(
        _("title"),
        max_length=200,
        help_text=_("For the desk, to find it by; readers do not see it."),
    )
    file = models.FileField(_("file"), max_length=200, blank=True, editable=False)
    address = models.URLField(
        _("address at a service"),
        max_length=500,
        blank=True,
        help_text=_("Instead of a file: its page at YouTube or elsewhere, beginning with https://"),
    )
    captions = models.FileField(_("captions"), max_length=200, blank=True, editable=False)
    captions_language = models.CharField(
        _("language of the captions"), max_length=8, choices=Language, default=Language.ARABIC
    )
    credit = models.CharField(
        _("video credit"), max_length=200, blank=True, help_text=_("Who made it and who owns it.")
    )
    duration = models.PositiveIntegerField(_("duration"), null=True, blank=True)
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
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering = ["-uploaded_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=(~Q(file="") & Q(address=""))
                | Q(file="", address__startswith="https://"),
                name="video_is_a_file_or_an_address",
            ),
            models.CheckConstraint(
                condition=Q(captions="") | ~Q(file=""), name="video_captions_belong_to_a_file"
            ),
            models.CheckConstraint(
                condition=Q(duration=None) | Q(duration__gt=0), name="video_has_a_length"
            ),
            models.CheckConstraint(
                condition=Q(
                    captions_language__in=[
                        "ar", "en", "fr", "es", "de", "tr", "fa", "ur", "ckb",
                    ]
                ),
                name="video_language_is_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def media_type(self) -> str:
        """What a browser is told before it asks for the file."""
        return "video/webm" if str(self.file).endswith(".webm") else "video/mp4"
