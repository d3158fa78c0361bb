"""The private link under which a sender sees what became of a comment."""

from datetime import timedelta

from django.core import signing
from django.urls import reverse

from articles.models import Article
from comments.defaults import mode_of
from comments.models import Comment

_SALT = "comments.receipt"
_GOOD_FOR = timedelta(days=7)


def address_of(comment: Comment) -> str:
    """The path of the receipt; nobody can guess another's."""
    return reverse("comments:received", args=[signing.dumps(comment.pk, salt=_SALT)])


def outcome_of(comment: Comment) -> str:
    """What became of it, for its sender: published, refused or waiting.

    Spam is told nothing: it waits, for ever.
    """
    if comment.state == Comment.State.APPROVED:
        is_shown = mode_of(comment.article) != Article.CommentMode.HIDDEN
        is_public = Comment.objects.public().filter(pk=comment.pk).exists()
        return "published" if is_shown and is_public else "waiting"
    refused = {Comment.State.REJECTED, Comment.State.TRASHED}
    return "refused" if comment.state in refused else "waiting"


def comment_of(token: str) -> Comment | None:
    """The comment of a receipt; None when the link is forged or older than a week."""
    try:
        key = signing.loads(token, salt=_SALT, max_age=_GOOD_FOR)
    except signing.BadSignature:
        return None
    return Comment.objects.select_related("article").defer("email").filter(pk=key).first()
