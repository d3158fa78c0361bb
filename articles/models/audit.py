from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _


class AppendOnly(Exception):
    """An audit entry was to be changed or thrown away: nobody may."""


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    """Entries are read; ``articles.audit.record`` writes them, one at a time."""

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly

    update = delete = bulk_update = bulk_create = _refuse
    update_or_create = get_or_create = create = _refuse
    aupdate = adelete = abulk_update = abulk_create = _refuse


class AuditEntry(models.Model):
    """Who did what to which thing, and how it was before and after; written once, for good.

    It stands alone: no row points to it and it points to none, so that accounts and stories may go
    and the entry stays whole, without an UPDATE that the database may refuse us.
    """

    number = models.PositiveBigIntegerField(_("number"), primary_key=True)  # 1, 2, 3, no gap
    at = models.DateTimeField(_("time"), db_index=True)
    verb = models.CharField(_("act"), max_length=40, db_index=True)
    # The account's primary key and name at that time; None and '' for a command on the server.
    who = models.BigIntegerField(_("account number"), null=True, db_index=True)
    who_name = models.CharField(_("by"), max_length=320, blank=True)
    # What it was done to: 'articles.article', its primary key, its name at that time.
    kind = models.CharField(_("kind"), max_length=100, blank=True)
    thing = models.BigIntegerField(_("number of the thing"), null=True)
    thing_name = models.CharField(_("thing"), max_length=320, blank=True)
    # By field, what was there before and what after.
    changes = models.JSONField(_("changes"), default=dict)
    previous_hash = models.CharField(max_length=64, blank=True)  # '' in the first
    hash = models.CharField(_("hash"), max_length=64)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit trail")
        ordering = ["-number"]
        default_permissions = ["view"]
        indexes = [models.Index("kind", "thing", name="audit_by_thing")]

    def __str__(self) -> str:
        return f"{self.number} {self.thing_name}".strip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly
        super().save(force_insert=True, using=kwargs.get("using"))

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly


class AuditHead(models.Model):
    """The end of the chain, one row: locked, it gives the entries their one order."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="audit_has_one_head"),
        ]

    def __str__(self) -> str:
        return str(self.number)
