from typing import Any

from django.db import models, transaction

from articles.arabic.letters import normalise
from articles.arabic.slugs import slug as make_slug


def unused_slug(model: type[models.Model], name: str, *, fallback: str) -> str:
    """The end of an address made from a name: two rows may share a name, never an address."""
    wanted = make_slug(name, fallback=fallback)
    rows = model._default_manager.filter(slug__startswith=wanted)
    taken = set(rows.values_list("slug", flat=True))
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


class FormerSlug(models.Model):
    """A slug that a row had: it leads to the row, wherever that stands now, never to an address.

    A row that has the slug now comes first, so nothing here needs to be deleted when it is taken.
    """

    slug = models.CharField(max_length=200, unique=True)
    key = models.CharField(max_length=400, db_index=True)  # folded: one spelling for another

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return self.slug


class KeepsFormerSlugs(models.Model):
    """A row whose slug may change: ``former_slugs`` are those that it had before."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        fields = kwargs.get("update_fields")
        may_move = self.pk is not None and (fields is None or "slug" in fields)
        with transaction.atomic():
            # Asked anew, not remembered from loading: somebody else may have renamed it since.
            rows: Any = type(self)._base_manager
            stored = rows.filter(pk=self.pk).values_list("slug", flat=True) if may_move else ()
            former = next(iter(stored), "")
            super().save(*args, **kwargs)
            if former and former != self.slug:  # type: ignore[attr-defined]
                kept = {"row": self, "key": normalise(former)}
                rows.model.former_slugs.rel.related_model.objects.update_or_create(
                    slug=former, defaults=kept
                )
