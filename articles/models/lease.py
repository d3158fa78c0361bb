from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class EditLease(models.Model):
    """Which tab of which person may save a story now; the verbs are in ``articles.leases``.

    The row stays when the tab lets go: ``fence`` only ever grows, so that a number given once is
    never given again.
    """

    article = models.OneToOneField(
        "articles.Article", on_delete=models.CASCADE, related_name="lease", primary_key=True
    )
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("editing"),
    )
    tab = models.CharField(max_length=32, blank=True, default="")
    fence = models.PositiveIntegerField(default=0)
    taken_at = models.DateTimeField(null=True)
    beaten_at = models.DateTimeField(null=True)
    last_typed_at = models.DateTimeField(null=True)
    # Who would like to have it, for the holder to see.
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("edit lease")
        verbose_name_plural = _("edit leases")

    def __str__(self) -> str:
        return f"{self.article_id}: {self.holder or '—'} ({self.fence})"
