"""What keeps a story from the public: an embargo, the lawyers."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles import audit, permissions, publications
from articles.embargo import is_under_embargo
from articles.models import Article
from articles.permissions import Person
from articles.publishing.refusals import NotReady
from articles.publishing.row import locked, was_public, whole_second

State = Article.State


@transaction.atomic
def set_embargo(article: Article, until: datetime | None, *, by: Person) -> Article:
    """Forbid that readers or guests see the story before an hour; None lifts it.

    A scheduled story waits at least as long. Who may not set hours may forbid, and for longer,
    but not allow. NotReady("embargo_public") where readers have it, "embargo_past" for an hour
    that is over.
    """
    article, now = locked(article), timezone.now()
    until = whole_second(until) if until else None
    if until == article.embargo_until:
        return article
    is_earlier = is_under_embargo(article, now) and (
        until is None or until < (article.embargo_until or until)
    )
    allowed = permissions.may_lift_embargo if is_earlier else permissions.may_embargo
    if not allowed(by, article):
        raise PermissionDenied
    if until is not None and was_public(article, now):
        raise NotReady("embargo_public")
    if until is not None and until <= now:
        raise NotReady("embargo_past")
    before, former = publications.standing(article, now), article.embargo_until
    article.embargo_until = until
    if until and article.state == State.PUBLISHED and article.published_at is not None:
        article.published_at = max(article.published_at, until)
        article.first_published_at = article.published_at
        if article.withdraw_at and article.withdraw_at <= article.published_at:
            raise NotReady("withdraw_at")
    article.save()
    publications.follow(article, before, now)
    audit.record("set_embargo", article, by=by, changes={"embargo_until": (former, until)})
    return article


@transaction.atomic
def hold(article: Article, reason: str, *, by: Person) -> Article:
    """Keep a story, and changes of a live one, from going out until the lawyers have seen it.

    What readers have already they keep: to take it from them is ``withdraw``.
    """
    article = locked(article)
    if not permissions.may_hold(by, article):
        raise PermissionDenied
    if not reason.strip():
        raise NotReady("hold_reason")
    now = timezone.now()
    before, state = publications.standing(article, now), article.state
    article.legal_hold = reason.strip()[:300]
    if article.state == State.PUBLISHED and not was_public(article, now):
        article.state = State.READY
        article.published_at = article.first_published_at = article.withdraw_at = None
    article.save()
    publications.follow(article, before, now)
    changes = {"legal_hold": ("", article.legal_hold)}
    changes |= {"state": (state, article.state)} if state != article.state else {}
    audit.record("hold", article, by=by, changes=changes)
    return article


@transaction.atomic
def lift_hold(article: Article, *, by: Person) -> Article:
    """Say that the lawyers have no objection; nothing goes out by it."""
    article = locked(article)
    if not permissions.may_lift_hold(by, article):
        raise PermissionDenied
    former, article.legal_hold = article.legal_hold, ""
    article.save(update_fields=["legal_hold"])
    audit.record("lift_hold", article, by=by, changes={"legal_hold": (former, "")})
    return article
