from typing import NamedTuple

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.addresses import FormerSlug, KeepsFormerSlugs, unused_slug


class Section(NamedTuple):
    """A category of the first level with those below it."""

    category: "Category"
    parts: list["Category"]

    @property
    def ids(self) -> list[int]:
        """The keys of all categories whose stories stand in it."""
        return [self.category.pk, *(part.pk for part in self.parts)]


class CategoryQuerySet(models.QuerySet["Category"]):
    def top_level(self) -> "CategoryQuerySet":
        """The sections of the paper, in the order of its navigation."""
        return self.filter(parent=None)

    def likely_for(self, person: AbstractBaseUser | AnonymousUser) -> "Category | None":
        """The section of the person's last story, or else the first one."""
        own = self.filter(articles__created_by=person.pk)
        return own.order_by("-articles__created_at", "-articles__pk").first() or self.first()

    def sections(self) -> list["Section"]:
        """All of them as the paper is cut: each section with its parts, by one query."""
        everything = list(self)
        return [
            Section(category, [part for part in everything if part.parent_id == category.pk])
            for category in everything
            if category.parent_id is None
        ]


class Category(KeepsFormerSlugs):
    """The one home of an article: a section of the paper, or a part of a section."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        blank=True,
        allow_unicode=True,
        help_text=_("The end of its address; left empty, it is made from the name."),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent category"),
    )
    description = models.TextField(_("description"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_opinion = models.BooleanField(
        _("holds opinion"),
        default=False,
        db_default=False,
        help_text=_("Its stories speak for their authors: set apart by colour, with portraits."),
    )

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")), name="category_is_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.slug:
            self.slug = unused_slug(Category, self.name, fallback="قسم")
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("articles:category", args=[self.slug])

    @property
    def section_id(self) -> int:
        """The section of the paper in which it stands: its parent, or itself."""
        return self.parent_id or self.pk

    def clean(self) -> None:
        if self.parent and (self.parent.parent_id or (self.pk and self.children.exists())):
            said = _("Categories have two levels: this one would make a third.")
            raise ValidationError({"parent": ValidationError(said, code="third_level")})


class FormerCategorySlug(FormerSlug):
    """A slug that a section had."""

    row = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="former_slugs")
