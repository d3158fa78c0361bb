from django.db import models

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
