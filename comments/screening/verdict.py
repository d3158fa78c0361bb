"""What a check is given and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass

from comments.models import Comment

# The harder a state is on a comment, the more it weighs.
_WEIGHT = {Comment.State.WAITING: 1, Comment.State.REJECTED: 2, Comment.State.SPAM: 3}


@dataclass(frozen=True, slots=True)
class Submission:
    """A comment before it is stored."""

    name: str
    email: str
    body: str
    bait: str  # the field that no reader sees, and that programs fill in


@dataclass(frozen=True, slots=True)
class Verdict:
    state: Comment.State
    reason: str


type Check = Callable[[Submission], Verdict | None]


def strongest(verdicts: list[Verdict]) -> list[Verdict]:
    return sorted(verdicts, key=lambda verdict: _WEIGHT[verdict.state], reverse=True)
