from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import FormerSlug, KeepsFormerSlugs, unused_slug


class Series(KeepsFormerSlugs):
    """Stories that are read in an order: part two of five."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        blank=True,
        allow_unicode=True,
        help_text=_("The end of its address; left empty, it is made from the name."),
    )
    description = models.TextField(_("description"), max_length=600, blank=True)
    planned = models.PositiveSmallIntegerField(
        _("parts planned"),
        null=True,
        blank=True,
        help_text=_("Left empty, readers are told of as many as there are."),
    )

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series (several)")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or unused_slug(Series, self.name, fallback="سلسلة")
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.planned == 0:
            said = _("A series has a part at least.")
            raise ValidationError({"planned": ValidationError(said, code="none")})

    def get_absolute_url(self) -> str:
        return reverse("articles:series", args=[self.slug])


class FormerSeriesSlug(FormerSlug):
    """A slug that a series had."""

    row = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="former_slugs")
