"""The verbs of a moderator, one comment each."""

from functools import partial
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles import audit
from articles.permissions import Person
from comments import events
from comments.models import Comment
from comments.notices import tell_the_answered
from comments.permissions import may_moderate

State = Comment.State
# Where a comment may go from where it is; to stay where it is, is no decision.
FOLLOWS: Final[dict[str, frozenset[str]]] = {
    State.WAITING: frozenset({State.APPROVED, State.REJECTED, State.SPAM, State.TRASHED}),
    State.APPROVED: frozenset({State.WAITING, State.REJECTED, State.SPAM, State.TRASHED}),
    State.REJECTED: frozenset({State.WAITING, State.APPROVED, State.SPAM, State.TRASHED}),
    State.SPAM: frozenset({State.WAITING, State.APPROVED, State.REJECTED, State.TRASHED}),
    State.TRASHED: frozenset({State.WAITING}),
}
# What the audit trail calls each decision.
VERBS: Final[dict[str, str]] = {
    State.APPROVED: "approve", State.REJECTED: "reject", State.SPAM: "mark_spam",
    State.TRASHED: "trash", State.WAITING: "restore",
}  # fmt: skip


def approve(comment: Comment, *, by: Person) -> Comment:
    """Show it under its article."""
    return _decide(comment, State.APPROVED, by=by)


def reject(comment: Comment, *, by: Person) -> Comment:
    """Do not show it; it broke the house's rules."""
    return _decide(comment, State.REJECTED, by=by)


def mark_spam(comment: Comment, *, by: Person) -> Comment:
    """Do not show it; it is nobody's honest word."""
    return _decide(comment, State.SPAM, by=by)


def trash(comment: Comment, *, by: Person) -> Comment:
    """Put it into the bin."""
    return _decide(comment, State.TRASHED, by=by)


def restore(comment: Comment, *, by: Person) -> Comment:
    """Let it wait again, whatever was decided."""
    return _decide(comment, State.WAITING, by=by)


@transaction.atomic
def _decide(comment: Comment, state: str, *, by: Person) -> Comment:
    if not may_moderate(by):
        raise PermissionDenied
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    if state not in FOLLOWS[comment.state]:
        return comment
    former, comment.state = comment.state, state
    comment.decided_at, comment.decided_by_id = timezone.now(), by.pk
    comment.save(update_fields=["state", "decided_at", "decided_by"])
    transaction.on_commit(partial(events.comment_decided.send, Comment, comment=comment))
    if state == State.APPROVED:
        # A mail server out of order must not make a decision look failed: robust logs it.
        transaction.on_commit(partial(tell_the_answered, comment), robust=True)
    # The reader's name and words stay out of a trail from which nothing can be taken back.
    audit.record(VERBS[state], comment, by=by, changes={"state": (former, state)}, called="")
    return comment
