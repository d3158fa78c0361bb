"""A story is begun and written on, out of readers' sight."""

import secrets
from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction

from articles import audit, leases, permissions, revisions
from articles.models import Article, Revision
from articles.permissions import Person
from articles.publishing.refusals import Stale
from articles.publishing.row import locked
from articles.revisions import Content

State = Article.State


@transaction.atomic
def start(content: Mapping[str, Any], *, by: Person, tab: str = "") -> Article:
    """A new story, a draft of its author; ``content`` holds fields of ``revisions.EDITABLE``.

    A ``tab`` has one new story: words that it sends again, as the answer never came, go into that.
    """
    if not permissions.may_write(by):
        raise PermissionDenied
    if tab and (begun := begun_in(tab, by)):
        return save_draft(begun, content, by=by, tab=tab)
    article = Article(created_by_id=by.pk)
    revisions.project(article, content)
    copy = revisions.keep_working_copy(article, content, by=by, tab=tab)
    given = audit.differences({}, copy.content)
    audit.record("start", article, by=by, changes=audit.of_story(given))
    return article


def begun_in(tab: str, by: Person) -> Article | None:
    """The story that a tab began; one tab of a person after the other is asked."""
    accounts: Any = get_user_model()
    accounts.objects.select_for_update().get(pk=by.pk)
    return Article.objects.filter(created_by=by.pk, revisions__tab=tab).first()


@transaction.atomic
def save_draft(
    article: Article,
    content: Mapping[str, Any],
    *,
    by: Person,
    version: int | None = None,
    fence: int | None = None,
    tab: str = "",
    keep: bool = False,
) -> Article:
    """Keep what was typed in the working copy; readers of a published story see none of it.

    ``version`` is the state that the words were written on: another one raises Stale, unless only
    ``tab`` has written since, whose answer was lost on the way. A ``fence`` that is not the last
    one given raises Overtaken. What says nothing new is no write and is never stale.

    The state before stays among the revisions where a sitting begins, or with ``keep``.
    """
    article = locked(article)
    if not permissions.may_edit(by, article):
        raise PermissionDenied
    if fence is not None:
        leases.check(article, by=by, fence=fence)
    changes = revisions.changes(article, content)
    if not changes:
        return article
    copy = revisions.working_copy(article)
    if version is not None:
        _compare(copy, version, tab)
    if copy.pk is None:
        revisions.keep_imported(article)
    elif keep:
        revisions.begin_sitting(article, by=by)
    is_first = not tab or copy.tab != tab
    copy = revisions.keep_working_copy(article, content, by=by, tab=tab)
    if article.state not in {State.PUBLISHED, State.WITHDRAWN}:
        # Nobody outside sees the row: it follows, so that the desk's lists show today's headline.
        revisions.project(article, copy.content)
    if fence is None or is_first:
        # Of what a tab saves by itself the trail tells the first; the revisions hold the rest.
        audit.record("save", article, by=by, changes=audit.of_story(changes))
    return article


@transaction.atomic
def keep_branch(
    article: Article,
    content: Mapping[str, Any],
    *,
    by: Person,
    version: int,
    tab: str = "",
    base: Content | None = None,
) -> Revision:
    """Keep words beside the working copy, which is somebody else's by now; nothing is overwritten.

    Whoever may see the story may: a reporter's last words arrive after the desk has taken it up.
    A tab that sends again writes its own branch anew. ``base`` is what they were typed on.
    """
    article = locked(article)
    if not permissions.may_see(by, article):
        raise PermissionDenied
    tab = tab or secrets.token_hex(16)
    branch, is_new = revisions.keep_branch(
        article, content, by=by, tab=tab, version=version, base=base
    )
    if is_new:
        audit.record("keep_branch", article, by=by, changes={"branch": (None, branch.number)})
    return branch


def _compare(copy: Revision, version: int, tab: str) -> None:
    stored = revisions.version_of(copy.article)
    own = bool(tab) and copy.tab == tab and copy.tab_since <= version <= stored
    if version != stored and not own:
        raise Stale(copy, stored)
