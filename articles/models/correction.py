from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def public(self, at: datetime | None = None) -> Self:
        """What readers may read now: of live stories what was put right, of withdrawn ones why."""
        retraction = Q(kind=Correction.Kind.RETRACTION)
        live, withdrawn = Article.objects.live(at), Article.objects.withdrawn(at)
        return self.filter(
            (Q(article__in=live.values("pk")) & ~retraction)
            | (Q(article__in=withdrawn.values("pk")) & retraction)
        )

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class Correction(models.Model):
    """What readers were told of a change: an entry of the ledger, tied to the text that it made."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("correction")
        CLARIFICATION = "clarification", _("clarification")
        UPDATE = "update", _("update")
        RETRACTION = "retraction", _("retraction")

    article = models.ForeignKey(
        Article,
        on_delete=models.CASCADE,
        related_name="corrections",
        verbose_name=_("story"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    text = models.TextField(_("what readers are told"), max_length=600)
    # The names of what it changed, as a revision keeps them.
    fields = models.JSONField(_("changed"), default=list, editable=False)
    revision = models.ForeignKey(
        "articles.Revision",
        on_delete=models.RESTRICT,  # it goes with its story, and with nothing less
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("revision"),
    )
    at = models.DateTimeField(_("time"), editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("by"),
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["at", "pk"]
        default_permissions = ("view", "change")
        indexes = [models.Index(fields=["-at", "-id"], name="correction_newest_first")]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="correction_says_something"),
            models.CheckConstraint(
                condition=Q(kind__in=["correction", "clarification", "update", "retraction"]),
                name="correction_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text}"

    def get_absolute_url(self) -> str:
        return f"{reverse('articles:corrections')}#correction-{self.pk}"

    @property
    def address(self) -> str:
        """Where the story stands; of a retracted one an address that says none of its words."""
        if self.kind == self.Kind.RETRACTION:
            return self.article.short_url
        return f"{self.article.get_absolute_url()}#correction-{self.pk}"
