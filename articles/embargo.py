"""Whether an embargo holds a story back: then nobody outside the newsroom reads a word of it."""

from datetime import datetime

from django.utils import timezone

from articles.models import Article


def is_under_embargo(article: Article, at: datetime | None = None) -> bool:
    """Whether the hour of its embargo is still to come, now or at a moment."""
    until = article.embargo_until
    return until is not None and (at or timezone.now()) < until
