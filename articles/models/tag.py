from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import _TaggableManager
from taggit.models import ItemBase, TagBase

from articles.arabic.slugs import slug as make_slug
from articles.arabic.tags import tag_key, tag_name
from articles.models.addresses import FormerSlug, KeepsFormerSlugs


class Tag(KeepsFormerSlugs, TagBase):  # type: ignore[django-manager-missing]
    """A topic across categories; الأمن and الامن are one, told apart by ``key`` alone."""

    description = models.TextField(_("description"), max_length=600, blank=True, default="")
    lead = models.ForeignKey(
        "articles.Article",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("leading story"),
        help_text=_("Opens the page of the topic while readers have it; else the newest does."),
    )
    key = models.CharField(_("key"), max_length=100, unique=True, editable=False)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = tag_key(self.name)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        key = tag_key(self.name)
        twin = Tag.objects.filter(key=key).exclude(pk=self.pk).first()
        if twin:
            said = _("This tag is there already, written %(name)s.")
            error = ValidationError(said, code="twin", params={"name": twin.name})
            raise ValidationError({"name": error})
        if not key:
            said = _("A tag needs a letter or a digit.")
            raise ValidationError({"name": ValidationError(said, code="empty")})

    def get_absolute_url(self) -> str:
        return reverse("articles:tag", args=[self.slug])

    def slugify(self, tag: str, i: int | None = None) -> str:
        slug = make_slug(tag, fallback="وسم")
        return f"{slug}-{i}" if i else slug


class FormerTagSlug(FormerSlug):
    """A slug that a topic had."""

    row = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="former_slugs")


class TaggedArticle(ItemBase):
    """That an article carries a tag."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="tagged")
    content_object = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="tagged"
    )

    class Meta:
        verbose_name = _("tagged article")
        verbose_name_plural = _("tagged articles")
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="tag_once_an_article"),
        ]


class FoldedTags(_TaggableManager):
    """Finds tags by their folded key, so that form, code, import and panel agree on one row."""

    def _to_tag_model_instances(
        self, tags: Iterable[str | Tag], tag_kwargs: dict[str, Any]
    ) -> list[Tag]:
        wanted = list(tags)
        names = {tag_key(name): tag_name(name) for name in wanted if isinstance(name, str)}
        names.pop("", None)
        known = {tag.key: tag for tag in Tag.objects.filter(key__in=names)}
        for key, name in names.items():
            if key not in known:
                known[key] = Tag.objects.get_or_create(key=key, defaults={"name": name})[0]
        found = (tag if isinstance(tag, Tag) else known.get(tag_key(tag)) for tag in wanted)
        return list(dict.fromkeys(tag for tag in found if tag is not None))
