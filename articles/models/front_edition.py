from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class FrontEdition(models.Model):
    """How the front page, or that of a section, was composed: a draft, or one that was launched.

    What readers get is the last one launched; ``articles.fronts`` reads it, ``articles.composing``
    changes it. A place that names nothing is filled by the newest.
    """

    # None is the front page of the paper.
    section = models.ForeignKey(
        "articles.Category", on_delete=models.CASCADE, null=True, related_name="+"
    )
    # One entry a place, null for the newest: articles.fronts.Choice.stored() says what is in it.
    places = models.JSONField(default=list)
    # articles.fronts.Strip.stored(); a section has none.
    strip = models.JSONField(default=dict)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)
    launched_at = models.DateTimeField(null=True)  # a draft has none
    # The launched one that this one was changed from: whether somebody launched in between.
    based_on = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("composed front page")
        verbose_name_plural = _("composed front pages")
        default_permissions = ()
        permissions = [("compose_front", _("Can compose front pages"))]
        ordering = ["-launched_at", "-id"]
        indexes = [
            models.Index(
                "section", F("launched_at").desc(), condition=Q(launched_at__isnull=False),
                name="front_edition_launched",
            ),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(
                Coalesce("section", 0),
                condition=Q(launched_at=None),
                name="front_edition_has_one_draft",
            )
        ]

    def __str__(self) -> str:
        return self.section.name if self.section else gettext("Front page")

    @property
    def content(self) -> dict[str, Any]:
        """What readers would get of it."""
        return {"places": self.places, "strip": self.strip}
