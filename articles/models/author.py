from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.arabic.letters import normalise
from articles.models.addresses import FormerSlug, KeepsFormerSlugs, unused_slug

# A letter may fold to several (ﷺ to four words), and no name is so long.
_LONGEST_KEY = 240


class Author(KeepsFormerSlugs):
    """Who is credited: a person, with or without an account, or an agency."""

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        AGENCY = "agency", _("agency")

    name = models.CharField(_("name"), max_length=120)
    # The folded name, by which it is found as it is typed.
    key = models.CharField(
        max_length=_LONGEST_KEY, db_index=True, default="", db_default="", editable=False
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PERSON)
    slug = models.SlugField(
        _("slug"), max_length=120, unique=True, blank=True, allow_unicode=True,
        help_text=_("The end of its address; left empty, it is made from the name."),
    )  # fmt: skip
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    biography = models.TextField(_("biography"), blank=True)
    picture = models.ForeignKey(
        "articles.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("account"),
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["person", "agency"]), name="author_kind_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = unused_slug(Author, self.name, fallback="كاتب")
        self.key = normalise(self.name)[:_LONGEST_KEY]
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "key"}
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("articles:author", args=[self.slug])

    @property
    def is_agency(self) -> bool:
        return self.kind == self.Kind.AGENCY


class FormerAuthorSlug(FormerSlug):
    """A slug that an author had."""

    row = models.ForeignKey(Author, on_delete=models.CASCADE, related_name="former_slugs")
