from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DeskSession(models.Model):
    """A browser in which somebody is logged in, as its owner sees it in the list of theirs.

    Beside Django's own row of the session, which alone opens the panel: without that one this one
    says nothing. It holds no network address.
    """

    session_key = models.CharField(max_length=40, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="desk_sessions"
    )
    browser = models.CharField(max_length=40, blank=True, default="")
    system = models.CharField(max_length=40, blank=True, default="")
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name = _("session of the desk")
        verbose_name_plural = _("sessions of the desk")
        default_permissions = ()
        ordering = ["-seen_at", "-id"]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.browser} ({self.began_at:%Y-%m-%d})"
