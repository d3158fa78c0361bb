"""A story goes from hand to hand inside the newsroom."""

from collections.abc import Callable
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import Signal

from articles import audit, events, permissions, workflow
from articles.models import Article
from articles.permissions import Person
from articles.publishing.readiness import missing, refuse
from articles.publishing.row import announce, locked

State = Article.State
# What the audit trail calls each step.
VERBS: Final[dict[str, str]] = {
    State.SUBMITTED: "submit", State.IN_REVIEW: "take_up", State.READY: "call_ready",
    State.DRAFT: "send_back",
}  # fmt: skip


def submit(article: Article, *, by: Person) -> Article:
    """Hand a draft to the desk."""
    return _pass(
        article, State.SUBMITTED, by, permissions.may_submit, events.article_submitted,
        needs=("headline", "body"),
    )  # fmt: skip


def take_up(article: Article, *, by: Person) -> Article:
    """Begin to check a submitted story."""
    return _pass(article, State.IN_REVIEW, by, permissions.may_review)


def call_ready(article: Article, *, by: Person) -> Article:
    """Say that nothing is left to do but to publish."""
    return _pass(article, State.READY, by, permissions.may_review, needs=("headline", "body"))


def send_back(article: Article, *, by: Person) -> Article:
    """Return a story to its reporter."""
    return _pass(article, State.DRAFT, by, permissions.may_review, events.article_sent_back)


@transaction.atomic
def _pass(
    article: Article,
    state: str,
    by: Person,
    allowed: Callable[[Person, Article], bool],
    announcement: Signal | None = None,
    *,
    needs: tuple[str, ...] = (),
) -> Article:
    """Move a story on inside the newsroom."""
    article = locked(article)
    before = article.state
    if not allowed(by, article):
        raise PermissionDenied
    refuse(*(code for code in missing(article) if code in needs))
    workflow.move(article, state)
    article.save(update_fields=["state"])
    if announcement:
        announce(announcement, article)
    audit.record(VERBS[state], article, by=by, changes={"state": (before, state)})
    return article
