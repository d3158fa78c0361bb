"""A story's comments as a tree for reading."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from comments.models import Comment

# Deeper answers stand beside the third level: on a phone a fourth would be a column of letters.
DEEPEST = 3


@dataclass(slots=True)
class Thread:
    comment: Comment
    depth: int = 1
    replies: list["Thread"] = field(default_factory=list)


def threads(comments: Iterable[Comment]) -> list[Thread]:
    """Roots in order, each with its replies; a reply to a comment not shown is a root itself.

    ``comments`` come oldest first, so that a parent is always met before its answers.
    """
    roots: list[Thread] = []
    met: dict[int, Thread] = {}
    for comment in comments:
        above = met.get(comment.parent_id) if comment.parent_id else None
        if above is None:
            place, here = roots, Thread(comment)
        elif above.depth < DEEPEST:
            place, here = above.replies, Thread(comment, above.depth + 1)
        else:
            place, here = above.replies, Thread(comment, DEEPEST)
        place.append(here)
        # An answer to one at the deepest level goes into the list in which that one stands.
        met[comment.pk] = here if here.depth < DEEPEST else Thread(comment, DEEPEST, place)
    return roots
