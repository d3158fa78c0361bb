"""Which stories a video opens."""

from django.db.models import Q

from articles.models import Article, Revision, Video
from articles.querysets import ArticleQuerySet


def stories(video: Video) -> ArticleQuerySet:
    """Those that it opens, or will when their working copy is published."""
    waiting = Revision.objects.filter(role=Revision.Role.WORKING, content__video=video.pk)
    return Article.objects.filter(Q(video=video) | Q(pk__in=waiting.values("article")))


def is_used(video: Video) -> bool:
    """Whether any story shows it, or any working copy will."""
    return stories(video).exists()


def is_published(video: Video) -> bool:
    """Whether a published story shows it, now or at an hour to come."""
    return Article.objects.filter(video=video, state=Article.State.PUBLISHED).exists()
