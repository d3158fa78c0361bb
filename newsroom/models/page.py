from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.fields import BodyField
from articles.models.addresses import unused_slug


class Page(models.Model):
    """A standing page of the paper: about us, privacy, contact, how we correct."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        blank=True,
        allow_unicode=True,
        help_text=_("The end of its address; left empty, it is made from the title."),
    )
    body = BodyField(_("body"), blank=True)
    in_footer = models.BooleanField(_("linked at the foot of each page"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.slug:
            self.slug = unused_slug(Page, self.title, fallback="صفحة")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("page", args=[self.slug])
