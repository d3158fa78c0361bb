"""A story comes before the public and is taken from it."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles import events, permissions, revisions, workflow
from articles.embargo import is_under_embargo
from articles.merging.contents import Choice
from articles.models import Article, Revision
from articles.permissions import Person
from articles.publishing import waiting
from articles.publishing.readiness import held, lacking, refuse
from articles.publishing.refusals import NotReady
from articles.publishing.row import (
    announce,
    is_over,
    keep_findable,
    locked,
    release,
    was_public,
    whole_second,
)

State = Article.State


@transaction.atomic
def publish(
    article: Article,
    *,
    by: Person,
    at: datetime | None = None,
    tell_readers: bool = False,
    choices: Mapping[str, Choice] | None = None,
) -> Article:
    """Put the working copy before the public, now or at ``at``; a live story keeps its date.

    Without ``at`` an hour to come counts that the working copy names, or an embargo. Changes of a
    live story with an hour to come wait for it beside the text that readers see. With
    ``tell_readers`` a story that was public before shows that it was updated. Where changes wait
    and this publication touches the same words, Collides is raised as in ``correct``.
    """
    article = locked(article)
    if not permissions.may_publish(by, article):
        raise PermissionDenied
    copy = revisions.keep_working_copy(article, {}, by=by)
    now = timezone.now()
    again = was_public(article, now)
    wanted = at or _planned(copy, now)
    if article.state == State.PUBLISHED and again and wanted and wanted > now:
        refuse(*lacking(copy), *held(article))
        return waiting.put_off(article, copy, whole_second(wanted), tell_readers=tell_readers)
    moment = whole_second(wanted or article.published_at or article.embargo_until or now)
    refuse(
        *lacking(copy),
        *held(article),
        *(["publish_at"] if again and moment > now else []),
        *(["embargo"] if is_under_embargo(article, moment) else []),
        *(["withdraw_at"] if is_over(article, max(moment, now)) else []),
    )
    workflow.move(article, State.PUBLISHED)
    waiting.carry_over(article, copy.content, choices or {})
    article.published_at = moment
    article.first_published_at = article.first_published_at if again else moment
    if tell_readers and again:
        article.updated_at = whole_second(now)
    article.live_revision = _keep(copy)
    article.announced_at = now if moment <= now else None
    release(article)
    revisions.project(article, copy.content)
    keep_findable(article)
    announce(events.article_published if moment <= now else events.article_scheduled, article)
    return article


@transaction.atomic
def withdraw(article: Article, *, by: Person) -> Article:
    """Take a story from the public; its address stays and says that it was withdrawn.

    One whose hour has not come was never public: it is ready again, without a time. Changes that
    waited for their hour stay among its revisions.
    """
    article = locked(article)
    if not permissions.may_withdraw(by, article):
        raise PermissionDenied
    workflow.move(article, State.WITHDRAWN)
    waiting.forget(article)
    if not was_public(article, timezone.now()):
        article.state = State.READY
        article.published_at = article.first_published_at = article.withdraw_at = None
    article.save()
    keep_findable(article)
    announce(events.article_withdrawn, article)
    return article


@transaction.atomic
def withdraw_on(article: Article, moment: datetime | None, *, by: Person) -> Article:
    """Set the hour after which the public may read it no more; None: it stays."""
    article = locked(article)
    now = timezone.now()
    allowed = permissions.may_set_time(by, article)
    if article.state == State.PUBLISHED and was_public(article, now):
        # An hour is a withdrawal too: who may not withdraw cannot do it by the clock.
        allowed = permissions.may_withdraw(by, article)
    if not allowed:
        raise PermissionDenied
    if moment is not None and moment <= max(article.published_at or now, now):
        raise NotReady("withdraw_at")
    article.withdraw_at = moment
    article.save(update_fields=["withdraw_at"])
    return article


def _planned(copy: Revision, now: datetime) -> datetime | None:
    """The hour to come that the working copy names."""
    named = parse_datetime(copy.content.get("publish_at") or "")
    return named if named and named > now else None


def _keep(copy: Revision) -> Revision:
    copy.role = Revision.Role.KEPT
    copy.save(update_fields=["role", "changed_at"])
    return copy
