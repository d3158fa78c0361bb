"""Where a picture is shown: as the lead of a story, or within its text by reference."""

from django.db.models import Q

from articles.models import Article, Picture, Revision


def is_published(picture: Picture) -> bool:
    """Whether a published story shows it, now or at an hour to come."""
    return Article.objects.filter(_shows(picture), state=Article.State.PUBLISHED).exists()


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
