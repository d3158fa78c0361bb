from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _


class RevisionQuerySet(models.QuerySet["Revision"]):
    """Revisions; a named one goes only with its whole story."""

    def delete(self) -> tuple[int, dict[str, int]]:
        named: set[models.Model] = {*self.exclude(name="")}
        if named:
            raise models.ProtectedError("Named revisions are kept.", named)
        return super().delete()

    # A reminder to Django's templates and to related managers, as Django's own has it.
    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class Revision(models.Model):
    """A state of an article's editable fields, kept as JSON.

    At most one revision of an article is its **working copy**: what the panel edits. When it is
    published it becomes a kept one, the article's ``live_revision``, and is never changed again.
    Neither that one nor one that somebody named can be deleted while the story is there.
    A **branch** holds what somebody typed when the working copy was no longer theirs to save.
    """

    LONGEST_NAME = 80

    class Role(models.TextChoices):
        WORKING = "working", _("working copy")
        KEPT = "kept", _("kept")
        BRANCH = "branch", _("branch")

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="revisions"
    )
    number = models.PositiveIntegerField(_("number"))
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.WORKING)
    # Empty, or the words of somebody who wants to find this state again.
    name = models.CharField(
        _("name"), max_length=LONGEST_NAME, blank=True, default="", db_default=""
    )
    # The fields named in articles.revisions.EDITABLE; times as ISO 8601, rows by primary key.
    content = models.JSONField(_("content"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    # Which state of the story this is: every write of a working copy has a higher one. Of a branch,
    # the state that it was written on.
    version = models.PositiveIntegerField(_("version"), default=1, db_default=1)
    # Of a branch: what its screen was opened on, where that is known; a merge begins there.
    base = models.JSONField(null=True, blank=True, editable=False)
    # The tab that wrote it last, and the version from which on only this tab wrote.
    tab = models.CharField(max_length=32, blank=True, default="", db_default="")
    tab_since = models.PositiveIntegerField(default=0, db_default=0)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(role="working"),
                name="one_working_copy_an_article",
            ),
            models.CheckConstraint(
                condition=Q(role__in=["working", "kept", "branch"]), name="revision_role_is_known"
            ),
            # A tab that sends its words twice has one branch.
            models.UniqueConstraint(
                fields=["article", "by", "tab"],
                condition=Q(role="branch"),
                name="one_branch_a_tab",
            ),
            models.CheckConstraint(
                condition=Q(name="") | ~Q(role="working"), name="working_copy_has_no_name"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("name"), 80), name="revision_name_is_short"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.content.get('headline', '')} ({self.number})"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if self.name:
            raise models.ProtectedError("Named revisions are kept.", {self})
        return super().delete(*args, **kwargs)
