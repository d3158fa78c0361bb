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

from articles import permissions, publishing, revisions
from articles.merging.contents import Choice, Merged, Undecided, merge, resolve
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
) -> Article:
    """Save ``mine``, typed on a screen that was opened on ``base``.

    Is the working copy still the base, this is ``publishing.save_draft``. Else both changes are
    merged. Without ``choices`` Overtaken is raised, so that a person sees the result; with them,
    an empty mapping too, what does not collide is merged and saved, and Overtaken is raised where a
    conflict has no choice or a choice no conflict. What the working copy said is kept as a
    revision.
    """
    article = locked(article)
    if not permissions.may_edit(by, article):
        raise PermissionDenied
    theirs = revisions.working_copy(article)
    if not is_overtaken(base, theirs.content):
        return publishing.save_draft(article, mine, by=by)
    merged = merge(base, mine, theirs.content)
    if choices is None:
        raise Overtaken(merged, mine, theirs)
    try:
        content = resolve(merged, choices if merged.conflicts else {})
    except Undecided as refusal:
        raise Overtaken(merged, mine, theirs) from refusal
    if revisions.changes(article, content):
        revisions.end_sitting(article)
    return publishing.save_draft(article, content, by=by)


@transaction.atomic
def correct(
    article: Article,
    mine: Mapping[str, Any],
    *,
    base: Mapping[str, Any],
    by: Person,
    choices: Mapping[str, Choice] | None = None,
    tell_readers: bool = False,
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
    return publishing.correct(
        article, correction, by=by, choices=choices, tell_readers=tell_readers
    )


def _said(content: Mapping[str, Any], field: str) -> Any:
    value = content.get(field) or None
    return sorted(value) if field == "tags" and value else value
