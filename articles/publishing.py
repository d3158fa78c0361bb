"""The verbs of a story. Each: permission, lock, readiness, change, announcement after commit."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from articles import events, permissions, revisions, workflow
from articles.models import Article, Picture, Revision
from articles.permissions import Person


class NotReady(Exception):
    """A story lacks something without which it cannot go to the public; ``codes`` name it."""

    def __init__(self, *codes: str) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


def start(content: Mapping[str, Any], *, by: Person) -> Article:
    """A new story, a draft of its author; ``content`` holds fields of ``revisions.EDITABLE``."""
    if not permissions.may_write(by):
        raise PermissionDenied
    article = Article(created_by_id=by.pk)
    with transaction.atomic():
        revisions.project(article, content)
        revisions.keep_working_copy(article, content, by=by)
    return article


@transaction.atomic
def save_draft(article: Article, content: Mapping[str, Any], *, by: Person) -> Article:
    """Keep what was typed in the working copy; readers of a published story see none of it."""
    article = _locked(article)
    if not permissions.may_edit(by, article):
        raise PermissionDenied
    if not revisions.would_change(article, content):
        return article
    copy = revisions.keep_working_copy(article, content, by=by)
    if article.state != Article.State.PUBLISHED:
        # Nobody outside sees the row: it follows, so that the desk's lists show today's headline.
        revisions.project(article, copy.content)
    return article


@transaction.atomic
def submit(article: Article, *, by: Person) -> Article:
    """Hand a draft to the desk."""
    article = _locked(article)
    if not permissions.may_submit(by, article):
        raise PermissionDenied
    _require(headline=article.headline, body=article.body)
    return _move(article, Article.State.SUBMITTED, events.article_submitted)


@transaction.atomic
def send_back(article: Article, *, by: Person) -> Article:
    """Return a story to its reporter."""
    article = _locked(article)
    if not permissions.may_send_back(by, article):
        raise PermissionDenied
    return _move(article, Article.State.DRAFT, events.article_sent_back)


@transaction.atomic
def publish(
    article: Article, *, by: Person, at: datetime | None = None, tell_readers: bool = False
) -> Article:
    """Put the working copy before the public, now or at ``at``; a live story keeps its date.

    With ``tell_readers`` a story that was public before shows that it was updated.
    """
    article = _locked(article)
    if not permissions.may_publish(by, article):
        raise PermissionDenied
    copy = revisions.keep_working_copy(article, {}, by=by)
    moment = _whole_second(at or article.published_at or timezone.now())
    _require(
        headline=copy.content["headline"],
        body=copy.content["body"],
        alt_text=_has_alt_text(copy),
        withdraw_at=article.withdraw_at is None or article.withdraw_at > moment,
    )
    workflow.move(article, Article.State.PUBLISHED)
    article.published_at = moment
    if tell_readers and article.first_published_at:
        article.updated_at = _whole_second(timezone.now())
    article.first_published_at = article.first_published_at or moment
    article.live_revision = _keep(copy)
    revisions.project(article, copy.content)
    _announce(events.article_published, article)
    return article


@transaction.atomic
def withdraw(article: Article, *, by: Person) -> Article:
    """Take a story from the public; its address stays and says that it was withdrawn."""
    article = _locked(article)
    if not permissions.may_withdraw(by, article):
        raise PermissionDenied
    return _move(article, Article.State.WITHDRAWN, events.article_withdrawn)


@transaction.atomic
def withdraw_on(article: Article, moment: datetime | None, *, by: Person) -> Article:
    """Set the hour after which the public may read it no more; None: it stays."""
    article = _locked(article)
    if not permissions.may_set_time(by, article):
        raise PermissionDenied
    start = article.published_at or timezone.now()
    _require(withdraw_at=moment is None or moment > start)
    article.withdraw_at = moment
    article.save(update_fields=["withdraw_at"])
    return article


def missing(article: Article) -> list[str]:
    """Codes of what the working copy lacks for publication; empty when it is ready."""
    copy = revisions.working_copy(article)
    needs = {
        "headline": copy.content["headline"],
        "body": copy.content["body"],
        "alt_text": _has_alt_text(copy),
    }
    return [code for code, value in needs.items() if not _is_there(value)]


def _locked(article: Article) -> Article:
    return Article.objects.select_for_update().get(pk=article.pk)


def _require(**needs: object) -> None:
    lacking = [code for code, value in needs.items() if not _is_there(value)]
    if lacking:
        raise NotReady(*lacking)


def _is_there(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _has_alt_text(copy: Revision) -> bool:
    lead = copy.content["lead_picture"]
    return lead is None or Picture.objects.filter(pk=lead).exclude(alt_text="").exists()


def _keep(copy: Revision) -> Revision:
    copy.role = Revision.Role.KEPT
    copy.save(update_fields=["role", "changed_at"])
    return copy


def _move(article: Article, state: str, announcement: Signal) -> Article:
    workflow.move(article, state)
    article.save(update_fields=["state"])
    _announce(announcement, article)
    return article


def _announce(announcement: Signal, article: Article) -> None:
    transaction.on_commit(partial(announcement.send, Article, article=article))


def _whole_second(moment: datetime) -> datetime:
    """Publication has no fractions: the database's clock may be a hair behind ours."""
    return moment.replace(microsecond=0)
