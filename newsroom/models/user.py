from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An account of the newsroom; who is credited under a story is an Author."""

    class Language(models.TextChoices):
        """Those of the setting LANGUAGES, each by its own name."""

        ARABIC = "ar", "العربية"
        ENGLISH = "en", "English"

    language = models.CharField(
        _("language of the panel"),
        max_length=7,
        choices=Language,
        blank=True,
        default="",
        db_default="",
        help_text=_("Left empty, the panel speaks Arabic. Readers' pages are the same for all."),
    )

    time_zone = models.CharField(
        _("time zone"), max_length=64, blank=True, default="", db_default="",
        help_text=_("Left empty, the panel's hours are the newsroom's."),
    )  # fmt: skip

    # What newsroom.rights brings with the account that a request comes from; else asked for.
    known_rights: set[str] | None = None
    known_roles: list[str] | None = None

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")  # type: ignore[assignment]
        verbose_name_plural = _("accounts")  # type: ignore[assignment]
        permissions = [("manage_people", _("Can invite people and change their roles"))]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @property
    def role_names(self) -> list[str]:
        """The names of its groups (``newsroom.roles``)."""
        if self.known_roles is None:
            self.known_roles = sorted(self.groups.values_list("name", flat=True))
        return self.known_roles
