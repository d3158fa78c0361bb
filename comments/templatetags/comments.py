"""How an article page shows its readers' words: ``{% comment_thread article %}``."""

from typing import Any

from django import template

from articles.models import Article
from comments.defaults import CommentDefaults, mode_of, takes_comments
from comments.forms import CommentForm
from comments.models import Comment
from comments.threads import threads

register = template.Library()


@register.inclusion_tag("comments/_thread.html")
def comment_thread(article: Article, defaults: CommentDefaults | None = None) -> dict[str, Any]:
    """The approved comments of a live story and the form for the next; one query for them all."""
    mode = mode_of(article, defaults=defaults)
    if mode == Article.CommentMode.HIDDEN:
        return {"hidden": True}
    shown = list(Comment.objects.under(article))
    return {
        "article": article,
        "count": len(shown),
        "threads": threads(shown),
        "form": CommentForm(article=article) if takes_comments(mode) else None,
    }
