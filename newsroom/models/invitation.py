from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Invitation(models.Model):
    """Somebody who may make an account of a role by a link, once; ``newsroom.invitations`` acts."""

    email = models.EmailField(_("email address"))
    name = models.CharField(_("name"), max_length=150, blank=True, default="")
    role = models.CharField(_("role"), max_length=40)  # a name of newsroom.roles.RIGHTS
    # The link holds the key; here stands only what tells it from others.
    key_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        default_permissions = ()
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("made_at")), name="invitation_lasts"
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None) | Q(accepted_at=None),
                name="invitation_ends_one_way",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email
