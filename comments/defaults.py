"""What holds for comments where an article says nothing of its own.

The site's settings live a floor above; the setting ``COMMENT_DEFAULTS`` names a callable that
returns them.
"""

from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from articles.models import Article


class CommentDefaults(Protocol):
    comment_mode: str  # one of Article.CommentMode, never "inherit"


def mode_of(article: Article, *, defaults: CommentDefaults | None = None) -> str:
    """Open, hold, closed or hidden: what the article says, or else the site.

    Who holds the site's defaults already hands them over and saves a query.
    """
    if article.comment_mode != Article.CommentMode.INHERIT:
        return article.comment_mode
    site: CommentDefaults = defaults or import_string(settings.COMMENT_DEFAULTS)()
    return site.comment_mode


def takes_comments(mode: str) -> bool:
    return mode in {Article.CommentMode.OPEN, Article.CommentMode.HOLD}
