from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.fields import BodyField


class LiveEntry(models.Model):
    """One thing that happened, as a live story tells it; ``articles.live_coverage`` acts."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="live_entries"
    )
    at = models.DateTimeField(_("hour"))
    headline = models.CharField(_("headline"), max_length=200, blank=True, default="")
    body = BodyField(_("body"))
    is_key = models.BooleanField(_("key moment"), default=False)
    is_pinned = models.BooleanField(_("pinned"), default=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # Of the form that sent it: a second press of it is the same entry.
    press = models.CharField(max_length=32)
    corrected_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("entry of a live story")
        verbose_name_plural = _("entries of live stories")
        default_permissions = ()
        ordering = ["-id"]
        indexes = [models.Index("article", models.F("id").desc(), name="live_entry_of_a_story")]
        constraints = [
            models.UniqueConstraint(fields=["article", "press"], name="live_entry_is_sent_once"),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(is_pinned=True, taken_back_at=None),
                name="live_entry_pinned_is_one",
            ),
        ]

    def __str__(self) -> str:
        return self.headline or f"{self.at:%H:%M}"
