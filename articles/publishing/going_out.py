"""A story comes before the public and is taken from it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles import audit, events, ledger, permissions, publications, revisions, workflow
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
    choices: Mapping[str, Choice] | None = None,
) -> Article:
    """Put the working copy before the public, now or at ``at``; a live story keeps its date.

    Without ``at`` an hour to come counts that the working copy names, or an embargo. Changes of a
    live story with an hour to come wait for it beside the text that readers see. What the copy says
    that readers shall be told, a story that was public before tells them. Where changes wait and
    this publication touches the same words, Collides is raised as in ``correct``. Where that would
    change nothing, as a second press of the button does, nothing is announced and nothing recorded.
    """
    article = locked(article)
    if not permissions.may_publish(by, article):
        raise PermissionDenied
    now = timezone.now()
    if _is_out(article, at, now):
        return article
    copy = revisions.keep_working_copy(article, {}, by=by)
    again = was_public(article, now)
    wanted = at or _planned(copy, now)
    if article.state == State.PUBLISHED and again and wanted and wanted > now:
        refuse(*lacking(copy), *held(article))
        hour = whole_second(wanted)
        return waiting.put_off(article, copy, hour, by=by)
    moment = whole_second(wanted or article.published_at or article.embargo_until or now)
    refuse(
        *lacking(copy),
        *held(article),
        *(["publish_at"] if again and moment > now else []),
        *(["embargo"] if is_under_embargo(article, moment) else []),
        *(["withdraw_at"] if is_over(article, max(moment, now)) else []),
    )
    before, changes = publications.standing(article, now), _changes(article, copy, moment)
    workflow.move(article, State.PUBLISHED)
    waiting.carry_over(article, copy.content, choices or {})
    article.published_at = moment
    article.first_published_at = article.first_published_at if again else moment
    told = ledger.told_of(copy.content) if again else ledger.Told()
    if told.kind:
        article.updated_at = whole_second(now)
    article.live_revision = _keep(copy)
    article.announced_at = now if moment <= now else None
    release(article)
    revisions.project(article, copy.content)
    publications.follow(article, before, now)
    ledger.enter(
        article, told, at=whole_second(now), by=by, fields=changes, revision=article.live_revision
    )
    keep_findable(article)
    announce(events.article_published if moment <= now else events.article_scheduled, article)
    audit.record("publish", article, by=by, changes=changes | told.in_trail())
    return article


@transaction.atomic
def withdraw(article: Article, *, by: Person, why: str = "") -> Article:
    """Take a story from the public; its address stays and says that it was withdrawn, and why.

    One whose hour has not come was never public: it is ready again, without a time. Changes that
    waited for their hour stay among its revisions.
    """
    article = locked(article)
    if not permissions.may_withdraw(by, article):
        raise PermissionDenied
    now, former = timezone.now(), article.state
    before = publications.standing(article, now)
    workflow.move(article, State.WITHDRAWN)
    waiting.forget(article)
    told = ledger.Told(ledger.Kind.RETRACTION if why.strip() else "", " ".join(why.split()))
    if was_public(article, now):
        refuse(*(["why_long"] if len(told.text) > ledger.LONGEST else []))
        ledger.enter(article, told, at=whole_second(now), by=by, revision=article.live_revision)
    else:
        article.state = State.READY
        article.published_at = article.first_published_at = article.withdraw_at = None
    article.save()
    publications.follow(article, before, now)
    keep_findable(article)
    announce(events.article_withdrawn, article)
    changes: dict[str, Sequence[Any]] = {"state": (former, article.state)}
    audit.record("withdraw", article, by=by, changes=changes | told.in_trail())
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
    before, former = publications.standing(article, now), article.withdraw_at
    article.withdraw_at = moment
    article.save(update_fields=["withdraw_at"])
    publications.follow(article, before, now)
    audit.record("withdraw_on", article, by=by, changes={"withdraw_at": (former, moment)})
    return article


def _planned(copy: Revision, now: datetime) -> datetime | None:
    """The hour to come that the working copy names."""
    named = parse_datetime(copy.content.get("publish_at") or "")
    return named if named and named > now else None


def _is_out(article: Article, at: datetime | None, now: datetime) -> bool:
    """Whether readers get, or will, exactly what publishing would give them."""
    same_hour = at is None or whole_second(at) == article.published_at
    is_published = article.state == State.PUBLISHED and article.live_revision_id is not None
    if not (is_published and same_hour) or is_over(article, now):
        return False
    return revisions.waiting_copy(article) is None


def _changes(article: Article, copy: Revision, moment: datetime) -> dict[str, Sequence[Any]]:
    """What the audit trail says of it: a revision by its key, the body by its digest."""
    changes: dict[str, Sequence[Any]] = {}
    if article.state != State.PUBLISHED:
        changes["state"] = (article.state, State.PUBLISHED)
    if article.published_at != moment:
        changes["published_at"] = (article.published_at, moment)
    changes["revision"] = (article.live_revision_id, copy.pk)
    return changes | audit.of_story(revisions.row_changes(article, copy.content))


def _keep(copy: Revision) -> Revision:
    copy.role = Revision.Role.KEPT
    copy.save(update_fields=["role", "changed_at"])
    return copy
