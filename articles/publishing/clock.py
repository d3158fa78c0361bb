"""What the hour brings, done once, by whoever comes first."""

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError, transaction
from django.utils import timezone

from articles import audit, events
from articles.models import Article
from articles.publishing import waiting
from articles.publishing.row import announce, keep_findable, locked, was_public

State = Article.State
_log = logging.getLogger(__name__)
_AT_ONCE = 200  # stories of one kind in one call; the next call takes the next ones


def tick(at: datetime | None = None) -> int:
    """Do what is due now, or at a moment; how many stories it touched.

    Readers see a story from its hour and no longer than its hour whether this runs or not: that is
    a query. Here the world is told, changes of live stories that waited go out, and stories whose
    time is over get their state. Safe at any time, in any number of processes: each story is done
    in its own transaction under its lock, and one that fails is logged and delays no other.
    """
    now = timezone.now() if at is None else at
    return sum(_done(act, Article(pk=key), now) for act, keys in _due(now).items() for key in keys)


type _Act = Callable[..., bool]


def _due(now: datetime) -> dict[_Act, list[int]]:
    public = Article.objects.filter(state=State.PUBLISHED)
    found = {
        _leave: public.filter(withdraw_at__isnull=False, withdraw_at__lte=now),
        waiting.let_out: Article.objects.filter(scheduled_for__lte=now, legal_hold=""),
        _go_out: public.filter(announced_at=None, published_at__lte=now),
    }
    return {
        act: list(rows.order_by("pk").values_list("pk", flat=True)[:_AT_ONCE])
        for act, rows in found.items()
    }


def _done(act: _Act, article: Article, now: datetime) -> bool:
    try:
        return act(article, now=now)
    except Article.DoesNotExist:  # deleted since we looked
        return False
    except DatabaseError:
        raise
    except Exception:  # noqa: BLE001 - see the next line
        # One broken story must not keep the others from their readers; the next call tries again.
        _log.exception("What was due of story %s could not be done", article.pk)
        return False


@transaction.atomic
def _go_out(article: Article, *, now: datetime) -> bool:
    """The hour of a scheduled story has come: say so, and let lists of related stories follow."""
    article = locked(article)
    if article.state != State.PUBLISHED or article.announced_at or not was_public(article, now):
        return False
    article.announced_at = now
    Article.objects.filter(pk=article.pk).update(announced_at=now)
    keep_findable(article)
    announce(events.article_published, article)
    return True


@transaction.atomic
def _leave(article: Article, *, now: datetime) -> bool:
    """Its time in public is over."""
    article = locked(article)
    if article.state != State.PUBLISHED or not article.withdraw_at or article.withdraw_at > now:
        return False
    waiting.forget(article)
    article.state = State.WITHDRAWN
    article.save()
    keep_findable(article)
    announce(events.article_withdrawn, article)
    changes = {"state": (State.PUBLISHED, State.WITHDRAWN)}
    audit.record("leave", article, by=None, changes=changes)
    return True
