"""A story goes from hand to hand inside the newsroom."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from articles import audit, events, permissions, workflow
from articles.models import Article
from articles.permissions import Person
from articles.publishing.readiness import missing, refuse
from articles.publishing.row import announce, locked, release

State = Article.State
# What the audit trail calls each step.
VERBS: Final[dict[str, str]] = {
    State.SUBMITTED: "submit", State.IN_REVIEW: "take_up", State.READY: "call_ready",
    State.DRAFT: "send_back",
}  # fmt: skip


@transaction.atomic
def submit(article: Article, *, by: Person) -> Article:
    """Hand a draft to the desk."""
    article = _passed(
        article, State.SUBMITTED, by, permissions.may_submit, events.article_submitted,
        needs=("headline", "body"),
    )  # fmt: skip
    article.sent_back_note = ""
    article.save(update_fields=["state", "sent_back_note"])
    return article


@transaction.atomic
def take_up(article: Article, *, by: Person) -> Article:
    """Begin to check a submitted story: from now on the desk sees who has it."""
    article = _passed(article, State.IN_REVIEW, by, permissions.may_review)
    return _claimed(article, by)


@transaction.atomic
def claim(article: Article, *, by: Person) -> Article:
    """Say "I have it", also of a story that a colleague had; its state stays."""
    article = locked(article)
    if not permissions.may_review(by, article):
        raise PermissionDenied
    former = article.claimed_by_id
    article = _claimed(article, by)
    audit.record("claim", article, by=by, changes={"claimed_by": (former, by.pk)})
    return article


@transaction.atomic
def let_go(article: Article, *, by: Person) -> Article:
    """Say that nobody has it any more."""
    article = locked(article)
    if not permissions.may_review(by, article):
        raise PermissionDenied
    former = article.claimed_by_id
    article.claimed_by = article.claimed_at = None
    article.save(update_fields=["claimed_by", "claimed_at"])
    audit.record("let_go", article, by=by, changes={"claimed_by": (former, None)})
    return article


@transaction.atomic
def call_ready(article: Article, *, by: Person) -> Article:
    """Say that nothing is left to do but to publish."""
    article = _passed(article, State.READY, by, permissions.may_review, needs=("headline", "body"))
    article.save(update_fields=["state"])
    return article


@transaction.atomic
def send_back(article: Article, *, by: Person, note: str = "") -> Article:
    """Return a story to its reporter, who reads in ``note`` what is to be done."""
    article = _passed(article, State.DRAFT, by, permissions.may_review, events.article_sent_back)
    release(article)
    article.sent_back_note = note.strip()[:1000]
    article.save()
    return article


@transaction.atomic
def set_due(article: Article, moment: datetime | None, *, by: Person) -> Article:
    """Say when the desk wants it; None: no hour."""
    article = locked(article)
    if not permissions.may_review(by, article):
        raise PermissionDenied
    former, article.due_at = article.due_at, moment
    article.save(update_fields=["due_at"])
    audit.record("set_due", article, by=by, changes={"due_at": (former, moment)})
    return article


def _claimed(article: Article, by: Person) -> Article:
    article.claimed_by_id, article.claimed_at = by.pk, timezone.now()
    article.save(update_fields=["state", "claimed_by", "claimed_at"])
    return article


def _passed(
    article: Article,
    state: str,
    by: Person,
    allowed: Callable[[Person, Article], bool],
    announcement: Signal | None = None,
    *,
    needs: tuple[str, ...] = (),
) -> Article:
    """The story, locked and in its new state, which the caller saves."""
    article = locked(article)
    before = article.state
    if not allowed(by, article):
        raise PermissionDenied
    refuse(*(code for code in missing(article) if code in needs))
    workflow.move(article, state)
    if announcement:
        announce(announcement, article)
    audit.record(VERBS[state], article, by=by, changes={"state": (before, state)})
    return article
