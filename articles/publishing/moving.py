"""What waits for an hour gets another one; not a word of it changes."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles import audit, events, permissions, publications
from articles.embargo import is_under_embargo
from articles.models import Article
from articles.permissions import Person
from articles.publishing.readiness import held, refuse
from articles.publishing.row import announce, is_over, locked, was_public, whole_second

State = Article.State


@transaction.atomic
def move_publication(article: Article, moment: datetime, *, by: Person) -> Article:
    """Let a scheduled story come out at another hour, with the words that were scheduled.

    NotReady("hour_past") for an hour that is over, "not_waiting" where readers have the story by
    now or it has no hour, "embargo" before that of an embargo, "withdraw_at" where its time in
    public would end before it begins.
    """
    article, now, moment = locked(article), timezone.now(), whole_second(moment)
    if not permissions.may_set_time(by, article):
        raise PermissionDenied
    is_waiting = article.state == State.PUBLISHED and not was_public(article, now)
    refuse(
        *([] if is_waiting else ["not_waiting"]),
        *(["hour_past"] if moment <= now else []),
        *held(article),
        *(["embargo"] if is_under_embargo(article, moment) else []),
        *(["withdraw_at"] if is_over(article, moment) else []),
    )
    before, former = publications.standing(article, now), article.published_at
    if moment == former:
        return article
    article.published_at = article.first_published_at = moment
    article.announced_at = None
    article.save(update_fields=["published_at", "first_published_at", "announced_at"])
    publications.follow(article, before, now)
    announce(events.article_scheduled, article)
    audit.record("move", article, by=by, changes={"published_at": (former, moment)})
    return article


@transaction.atomic
def move_changes(article: Article, moment: datetime, *, by: Person) -> Article:
    """Let changes of a live story that wait come out at another hour.

    NotReady("not_scheduled") where none wait any more, "hour_past" for an hour that is over.
    """
    article, now, moment = locked(article), timezone.now(), whole_second(moment)
    if not permissions.may_set_time(by, article):
        raise PermissionDenied
    former = article.scheduled_for
    refuse(
        *([] if former else ["not_scheduled"]),
        *(["hour_past"] if moment <= now else []),
    )
    if moment == former:
        return article
    article.scheduled_for = moment
    article.save(update_fields=["scheduled_for"])
    announce(events.article_scheduled, article)
    audit.record("move", article, by=by, changes={"scheduled_for": (former, moment)})
    return article
