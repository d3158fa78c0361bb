from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ShareLink(models.Model):
    """That somebody without an account may read one draft until its hour, by a key they were given.

    Made, opened and revoked by ``articles.guest_links`` alone. Of the key the row holds the hash:
    who steals the database opens no draft with it.
    """

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="share_links"
    )
    # What the guest reads: a kept revision, or, where there is none, always the working copy. With
    # the revision the link goes: it must never come to show another text than the one chosen.
    revision = models.ForeignKey(
        "articles.Revision", on_delete=models.CASCADE, null=True, related_name="+"
    )
    key_hash = models.CharField(max_length=64, unique=True)
    guest = models.CharField(_("guest"), max_length=100)
    may_note = models.BooleanField(_("may leave a note"), default=False)
    may_approve = models.BooleanField(_("may approve"), default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True)
    times_opened = models.PositiveIntegerField(default=0)
    last_opened_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("link for a guest")
        verbose_name_plural = _("links for guests")
        ordering = ["-made_at", "-id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="share_link_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(guest=""), name="share_link_names_its_guest"),
        ]

    def __str__(self) -> str:
        return self.guest

    def is_open(self, at: datetime | None = None) -> bool:
        """Neither revoked nor over; the story may still refuse."""
        return self.revoked_at is None and (at or timezone.now()) < self.expires_at


class GuestAnswer(models.Model):
    """What a guest said of the text that they read: a note, or that they approve of it."""

    class Kind(models.TextChoices):
        NOTE = "note", _("note")
        APPROVAL = "approval", _("approval")

    link = models.ForeignKey(ShareLink, on_delete=models.CASCADE, related_name="answers")
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=100)
    note = models.TextField(blank=True)
    # The fingerprint of the content that was read: an approval counts for these words alone.
    text_read = models.CharField(max_length=64)
    answered_at = models.DateTimeField()

    class Meta:
        verbose_name = _("answer of a guest")
        verbose_name_plural = _("answers of guests")
        ordering = ["-answered_at", "-id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="approval") | (Q(kind="note") & ~Q(note="")),
                name="guest_answer_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_kind_display()}"
