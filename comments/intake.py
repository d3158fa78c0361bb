"""Take a reader's comment in: screen it, store it once, announce it."""

import hashlib
import unicodedata
from functools import partial

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from articles.arabic.letters import normalise
from articles.models import Article
from comments import events
from comments.models import Comment
from comments.notices import tell_the_answered
from comments.screening import Submission, screen


def receive(
    article: Article,
    submission: Submission,
    *,
    mode: str,
    parent: Comment | None = None,
    notify: bool = False,
) -> Comment:
    """The stored comment; the same words of the same reader under the same story are one comment.

    ``mode`` is open or hold (``defaults.mode_of``). Without a verdict a held comment waits for a
    person, an open one is shown.
    """
    verdicts = screen(submission)
    shown = mode == Article.CommentMode.OPEN
    comment = Comment(
        article=article,
        parent=parent,
        name=submission.name,
        email=submission.email,
        body=submission.body,
        notify=notify,
        author_key=author_key(submission.email),
        text_key=text_key(submission.body),
        state=verdicts[0].state
        if verdicts
        else (Comment.State.APPROVED if shown else Comment.State.WAITING),
        reasons=[verdict.reason for verdict in verdicts],
    )
    return _stored_once(comment)


def author_key(email: str) -> str:
    """One reader's key: the same for every spelling of an address, useless without our secret."""
    local, _, domain = unicodedata.normalize("NFKC", email).strip().lower().rpartition("@")
    canonical = f"{local.partition('+')[0]}@{domain}"
    return salted_hmac("comments.author_key", canonical, algorithm="sha256").hexdigest()


def text_key(body: str) -> str:
    """The same for words that differ only in marks, letter forms and spaces."""
    # Words without a letter left after folding (one emoji, say) are told apart as they are.
    folded = normalise(body) or body
    return hashlib.sha256(folded.encode()).hexdigest()


def _stored_once(comment: Comment) -> Comment:
    try:
        with transaction.atomic():
            comment.save()
            transaction.on_commit(partial(events.comment_received.send, Comment, comment=comment))
            if comment.state == Comment.State.APPROVED:
                transaction.on_commit(partial(tell_the_answered, comment), robust=True)
    except IntegrityError:
        # Sent twice: a second press, a retry after a broken line, two at the same moment.
        twin = Comment.objects.filter(
            article=comment.article_id,
            author_key=comment.author_key,
            text_key=comment.text_key,
        ).first()
        if twin is None:
            raise
        return twin
    return comment
