"""Words beside a story, under the name of whoever typed them, until somebody has decided on them.

A branch that was decided on becomes an ordinary revision: nothing that was typed is taken away.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from articles import publishing, revisions
from articles.models import Article, Revision
from articles.permissions import Person
from articles.revisions import Content


def find(article: Article, number: int) -> Revision | None:
    """The branch of that number that nobody has decided on yet."""
    branches = article.revisions.filter(role=Revision.Role.BRANCH).select_related("by", "article")
    return branches.filter(number=number).first()


def base_of(branch: Revision) -> Content:
    """What it was typed on, or what comes near it; over an empty one all is a question."""
    if branch.base is not None:
        return branch.base
    grown_from = revisions.grown_from(branch)
    return grown_from.content if grown_from else {}


def keep_typed(
    article: Article, mine: Mapping[str, Any], *, base: Mapping[str, Any], by: Person
) -> Revision:
    """Keep what a screen sent that was opened on ``base``; sent again, it is the same branch."""
    version = revisions.version_of(article) if base else 0
    return publishing.keep_branch(
        article, mine, by=by, version=version, tab=_tab_of(mine, base), base=dict(base)
    )


def close_typed(
    article: Article, mine: Mapping[str, Any], *, base: Mapping[str, Any], by: Person
) -> None:
    """What ``keep_typed`` kept has been decided on; the row is locked."""
    branches = article.revisions.filter(role=Revision.Role.BRANCH, by=by.pk)
    for branch in branches.filter(tab=_tab_of(mine, base)):
        close(branch)


def close(branch: Revision) -> None:
    """It was decided on: its words stay among the revisions, as no state that the panel showed."""
    branch.role, branch.version, branch.tab = Revision.Role.KEPT, 0, ""
    branch.save(update_fields=["role", "version", "tab"])


def keep_theirs(article: Article, theirs: Revision, *, base: Mapping[str, Any]) -> None:
    """Words of a working copy that were not taken, under the name of who wrote them."""
    revisions.keep_branch(
        article, theirs.content, by=theirs.by, tab=_tab_of(theirs.content, base),
        version=revisions.version_of(article), base=dict(base),
    )  # fmt: skip


def _tab_of(words: Mapping[str, Any], base: Mapping[str, Any]) -> str:
    """A form that is sent without a script has no tab: its words and where they began name it."""
    said = json.dumps([words, base], sort_keys=True, default=str)
    return f"form-{hashlib.sha256(said.encode()).hexdigest()[:24]}"
