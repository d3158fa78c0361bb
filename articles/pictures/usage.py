"""Where a picture is shown: as the lead of a story, or within its text by reference."""

from django.db.models import ManyToOneRel, Q

from articles.models import Article, Picture, Revision


def is_published(picture: Picture) -> bool:
    """Whether a published story shows it, now or at an hour to come, or a floor above does."""
    published = Article.objects.filter(_shows(picture), state=Article.State.PUBLISHED)
    return published.exists() or _is_held_above(picture)


def is_used(picture: Picture) -> bool:
    """Whether any story shows it, or any working copy will."""
    waiting = Revision.objects.filter(
        Q(content__lead_picture=picture.pk) | Q(content__body__icontains=_reference(picture)),
        role=Revision.Role.WORKING,
    )
    return Article.objects.filter(_shows(picture)).exists() or waiting.exists()


def _shows(picture: Picture) -> Q:
    return Q(lead_picture=picture) | Q(body__contains=_reference(picture))


def _reference(picture: Picture) -> str:
    return f'data-picture="{picture.pk}"'


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
