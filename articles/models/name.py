from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Name(models.Model):
    """A proper name as the house writes it; its spellings, that one among them, are rows below."""

    house = models.CharField(
        _("house spelling"),
        max_length=60,
        help_text=_("The one spelling that the newsroom prints: بوتين"),
    )

    class Meta:
        verbose_name = _("proper name")
        verbose_name_plural = _("proper names")
        ordering = ["house", "id"]

    def __str__(self) -> str:
        return self.house


class NameSpelling(models.Model):
    """One way in which a name is written; however it is vocalised, it belongs to one name alone."""

    name = models.ForeignKey(Name, on_delete=models.CASCADE, related_name="spellings")
    written = models.CharField(max_length=60)
    key = models.CharField(max_length=120, unique=True)  # articles.names.name_key(written)
    place = models.PositiveSmallIntegerField(default=0)  # 0 is that of the house

    class Meta:
        verbose_name = _("spelling of a name")
        verbose_name_plural = _("spellings of names")
        default_permissions = ()
        ordering = ["place", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(key=""), name="name_spelling_has_a_word"),
        ]

    def __str__(self) -> str:
        return self.written
