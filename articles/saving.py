"""Saving from a screen that may be stale: what somebody else saved meanwhile is merged, never lost.

A screen carries the content that it was opened on, signed. A stored revision could not give it
back: within one sitting the working copy is overwritten, by the same person's other tab too. The
signature is there so that nobody need check what comes back, not to keep a secret: whoever has it
was shown the text.
"""

from collections.abc import Mapping
from typing import Any

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction

from articles import audit, branches, history, permissions, publishing, revisions
from articles.merging.contents import Choice, Merged, Side, Undecided, merge, resolve
from articles.models import Article, Revision
from articles.permissions import Person
from articles.publishing.row import locked
from articles.revisions import EDITABLE, Content

_SALT = "articles.saving"


class Overtaken(Exception):
    """The working copy is another than the screen was opened on; nothing has happened.

    ``merged`` brings both together; its conflicts are a person's to decide, mine against
    ``theirs``, which is the working copy as it stands.
    """

    def __init__(self, merged: Merged, mine: Mapping[str, Any], theirs: Revision) -> None:
        super().__init__(", ".join(conflict.key for conflict in merged.conflicts))
        self.merged, self.mine, self.theirs = merged, mine, theirs

    @property
    def conflicts(self) -> tuple[Any, ...]:
        return self.merged.conflicts


def sealed(article: Article, content: Mapping[str, Any]) -> str:
    """The content that a screen is opened on, for the screen to bring back."""
    return signing.dumps([article.pk, dict(content)], salt=_SALT, compress=True)


def opened_on(article: Article, seal: str) -> Content:
    """The content in a seal of this story; empty where there is none, or it cannot be read.

    Over an empty base all that differs is a conflict: nothing is taken for unchanged.
    """
    try:
        pk, content = signing.loads(seal, salt=_SALT)
    except signing.BadSignature:
        return {}
    return content if pk == article.pk else {}


def is_overtaken(base: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Whether a working copy is another than the base; the order of tags is nobody's."""
    return any(_said(base, field) != _said(theirs, field) for field in EDITABLE)


@transaction.atomic
def save(
    article: Article,
    mine: Mapping[str, Any],
    *,
    base: Mapping[str, Any],
    by: Person,
    choices: Mapping[str, Choice] | None = None,
    keep_both: bool = False,
) -> Article:
    """Save ``mine``, typed on a screen that was opened on ``base``.

    Is the working copy still the base, this is ``publishing.save_draft``. Else both changes are
    merged. Without ``choices`` Overtaken is raised, so that a person sees the result; with them,
    an empty mapping too, what does not collide is merged and saved, and Overtaken is raised where a
    conflict has no choice or a choice no conflict. What the working copy said is kept as a
    revision. With ``keep_both`` what no choice took stays beside as a branch of whoever wrote it.
    """
    article = locked(article)
    if not permissions.may_edit(by, article):
        raise PermissionDenied
    theirs = revisions.working_copy(article)
    if not is_overtaken(base, theirs.content):
        branches.close_typed(article, mine, base=base, by=by)
        return publishing.save_draft(article, mine, by=by)
    merged = merge(base, mine, theirs.content)
    if choices is None:
        raise Overtaken(merged, mine, theirs)
    try:
        content = resolve(merged, choices if merged.conflicts else {})
    except Undecided as refusal:
        raise Overtaken(merged, mine, theirs) from refusal
    left = left_by(merged, choices) if keep_both else set()
    if Side.THEIRS in left:
        branches.keep_theirs(article, theirs, base=base)
    if Side.MINE in left:
        branches.keep_typed(article, mine, base=base, by=by)
    else:
        branches.close_typed(article, mine, base=base, by=by)
    if revisions.changes(article, content):
        revisions.end_sitting(article)
    return publishing.save_draft(article, content, by=by)


def left_by(merged: Merged, choices: Mapping[str, Choice]) -> set[Side]:
    """Whose words were not taken in some conflict."""
    taken = {(conflict.key, choices.get(conflict.key)) for conflict in merged.conflicts}
    return {
        side for side in (Side.MINE, Side.THEIRS) if any(choice != side for _key, choice in taken)
    }


def merging(article: Article, branch: Revision) -> Overtaken:
    """A branch and the working copy in one, as a screen asks about it."""
    mine, _gone = history.restorable(article, history.state_of(article, branch))
    theirs = revisions.working_copy(article)
    return Overtaken(merge(branches.base_of(branch), mine, theirs.content), mine, theirs)


@transaction.atomic
def merge_branch(
    article: Article,
    number: int,
    *,
    by: Person,
    choices: Mapping[str, Choice],
    keep_both: bool = False,
) -> history.Restored:
    """Bring the words of a branch into the working copy; Overtaken where ``choices`` fall short.

    NoSuchState where it is none, or somebody has decided on it. What the working copy said is kept:
    restoring that undoes this. The branch is decided on then; with ``keep_both`` what no choice
    took of either stays beside as a branch.
    """
    article = locked(article)
    if not permissions.may_edit(by, article):
        raise PermissionDenied
    branch = branches.find(article, number)
    if branch is None:
        raise history.NoSuchState(str(number))
    asked = merging(article, branch)
    try:
        content = resolve(asked.merged, choices)
    except Undecided as refusal:
        raise asked from refusal
    left = left_by(asked.merged, choices) if keep_both else set()
    if Side.THEIRS in left:
        branches.keep_theirs(article, asked.theirs, base=branches.base_of(branch))
    if Side.MINE not in left:
        branches.close(branch)
    if not revisions.changes(article, content):
        return history.Restored(article, "", ())
    before = history.kept_before(article)
    article = publishing.save_draft(article, content, by=by)
    audit.record("merge_branch", article, by=by, changes={"branch": (None, branch.number)})
    return history.Restored(article, str(before.number), ())


@transaction.atomic
def correct(
    article: Article,
    mine: Mapping[str, Any],
    *,
    base: Mapping[str, Any],
    by: Person,
    choices: Mapping[str, Choice] | None = None,
) -> Article:
    """Correct what readers see by ``mine``, typed on a screen that showed them ``base``.

    Fields that nobody touched are none of the correction. Was the live text corrected meanwhile,
    Overtaken asks about it as ``save`` does, with the live text as theirs; then
    ``publishing.correct`` decides about the rewrite that waits. ``choices`` answer both.
    """
    article = locked(article)
    if not permissions.may_correct(by, article):
        raise PermissionDenied
    choices = choices or {}
    live = revisions.content_of(article)
    base = base or live
    if is_overtaken(base, live):
        merged = merge(base, {**base, **mine}, live)
        asked = {conflict.key for conflict in merged.conflicts}
        try:
            mine = resolve(merged, {key: choices[key] for key in choices if key in asked})
        except Undecided as refusal:
            theirs = article.live_revision or Revision(article=article, content=live)
            raise Overtaken(merged, mine, theirs) from refusal
        choices = {key: choices[key] for key in choices if key not in asked}
        base = live
    correction = {field: said for field, said in mine.items() if said != base.get(field)}
    return publishing.correct(article, correction, by=by, choices=choices)


def _said(content: Mapping[str, Any], field: str) -> Any:
    value = content.get(field) or None
    return sorted(value) if field == "tags" and value else value
