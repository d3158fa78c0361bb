"""Where a picture is shown: as the lead of a story, or within its text by reference."""

from django.db.models import ManyToOneRel, Q

from articles.models import Article, Picture, Revision


def stories_with(picture: Picture) -> list[Article]:
    """The stories that show it, as readers have them or as their working copies are."""
    waiting = Revision.objects.filter(
        Q(content__lead_picture=picture.pk) | _named_in("content__body", picture),
        role=Revision.Role.WORKING,
    )
    shown = Article.objects.filter(_shows(picture) | Q(pk__in=waiting.values("article")))
    return list(shown.only("headline", "state", "published_at").order_by("-pk")[:50])


def is_published(picture: Picture) -> bool:
    """Whether a published story shows it, now or at an hour to come, or a floor above does."""
    published = Article.objects.filter(_shows(picture), state=Article.State.PUBLISHED)
    return published.exists() or _is_held_above(picture)


def is_used(picture: Picture) -> bool:
    """Whether any story shows it, or any working copy will."""
    waiting = Revision.objects.filter(
        Q(content__lead_picture=picture.pk) | _named_in("content__body", picture),
        role=Revision.Role.WORKING,
    )
    return Article.objects.filter(_shows(picture)).exists() or waiting.exists()


def _shows(picture: Picture) -> Q:
    return Q(lead_picture=picture) | _named_in("body", picture)


def _named_in(body: str, picture: Picture) -> Q:
    """Whose text in that field, a column or a key of JSON, names it: alone or in a gallery."""
    alone = Q(**{f"{body}__icontains": f'data-picture="{picture.pk}"'})
    # The plain question first: SQLite asks the pattern of each row by a call to Python.
    galleries = Q(**{f"{body}__icontains": 'data-gallery="'})
    one_of_it = Q(**{f"{body}__regex": rf'data-gallery="([0-9]+,)*{picture.pk}(,[0-9]+)*"'})
    return alone | galleries & one_of_it


def _is_held_above(picture: Picture) -> bool:
    """Whether a row of another app names it, as a logo or an advertisement: it need not say."""
    naming = [
        relation.field
        for relation in Picture._meta.get_fields(include_hidden=True)
        if isinstance(relation, ManyToOneRel)
    ]
    return any(
        field.model._base_manager.filter(**{field.name: picture}).exists()
        for field in naming
        if field.model._meta.app_label != Picture._meta.app_label
    )
