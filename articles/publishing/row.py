"""What the verbs share: the locked row, its times, and the news of it after commit."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.dispatch import Signal

from articles.models import Article
from articles.related import keeping as related_lists
from articles.search import index as search_index


def locked(article: Article) -> Article:
    """The story as it is now, its row locked until the transaction ends."""
    return Article.objects.select_for_update().get(pk=article.pk)


def was_public(article: Article, now: datetime) -> bool:
    """Whether readers have seen it by ``now``; a scheduled story was never public."""
    return article.first_published_at is not None and article.first_published_at <= now


def is_over(article: Article, moment: datetime) -> bool:
    """Whether its time in public ends by ``moment``."""
    return article.withdraw_at is not None and article.withdraw_at <= moment


def release(article: Article) -> None:
    """Nobody has it in hand and nothing is due any more, in memory."""
    article.claimed_by = article.claimed_at = article.due_at = None
    article.sent_back_note = ""


def keep_findable(article: Article) -> None:
    """The search follows after commit, and then the lists of related stories, which read it.

    Should one fail, the story is published all the same.
    """
    transaction.on_commit(partial(search_index.index, [article.pk]), robust=True)
    transaction.on_commit(partial(related_lists.keep, article.pk), robust=True)


def announce(announcement: Signal, article: Article) -> None:
    """Send the news of it after commit; ``announcement`` is one of ``articles.events``."""
    transaction.on_commit(partial(announcement.send, Article, article=article))


def whole_second(moment: datetime) -> datetime:
    """Publication has no fractions: the database's clock may be a hair behind ours."""
    return moment.replace(microsecond=0)
