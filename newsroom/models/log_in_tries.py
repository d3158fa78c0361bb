from django.db import models
from django.utils.translation import gettext_lazy as _


class LogInTries(models.Model):
    """What one door of the log-in has let through; kept here, for a cache may forget it.

    Whose door it is, the key says only to who has our secret: neither account nor network can be
    read from it.
    """

    key = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    opens_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("tries to log in")
        verbose_name_plural = _("tries to log in")

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.failures}"
