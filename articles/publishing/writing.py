"""A story is begun and written on, out of readers' sight."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from articles import audit, permissions, revisions
from articles.models import Article
from articles.permissions import Person
from articles.publishing.row import locked

State = Article.State


def start(content: Mapping[str, Any], *, by: Person) -> Article:
    """A new story, a draft of its author; ``content`` holds fields of ``revisions.EDITABLE``."""
    if not permissions.may_write(by):
        raise PermissionDenied
    article = Article(created_by_id=by.pk)
    with transaction.atomic():
        revisions.project(article, content)
        copy = revisions.keep_working_copy(article, content, by=by)
        given = audit.differences({}, copy.content)
        audit.record("start", article, by=by, changes=audit.of_story(given))
    return article


@transaction.atomic
def save_draft(article: Article, content: Mapping[str, Any], *, by: Person) -> Article:
    """Keep what was typed in the working copy; readers of a published story see none of it."""
    article = locked(article)
    if not permissions.may_edit(by, article):
        raise PermissionDenied
    changes = revisions.changes(article, content)
    if not changes:
        return article
    copy = revisions.keep_working_copy(article, content, by=by)
    if article.state not in {State.PUBLISHED, State.WITHDRAWN}:
        # Nobody outside sees the row: it follows, so that the desk's lists show today's headline.
        revisions.project(article, copy.content)
    audit.record("save", article, by=by, changes=audit.of_story(changes))
    return article
