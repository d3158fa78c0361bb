"""Which state follows which: a table, without database."""

from typing import Final

from django.db.models import Q

from articles.models import Article

State = Article.State

# A live story is edited through its working copy: PUBLISHED leads only out of readers' sight.
FOLLOWS: Final[dict[str, frozenset[str]]] = {
    State.DRAFT: frozenset({State.SUBMITTED, State.PUBLISHED}),
    State.SUBMITTED: frozenset({State.DRAFT, State.IN_REVIEW, State.READY, State.PUBLISHED}),
    State.IN_REVIEW: frozenset({State.DRAFT, State.READY, State.PUBLISHED}),
    State.READY: frozenset({State.DRAFT, State.IN_REVIEW, State.PUBLISHED}),
    State.PUBLISHED: frozenset({State.PUBLISHED, State.WITHDRAWN}),
    State.WITHDRAWN: frozenset({State.PUBLISHED}),
}
# The states in which a story is still its reporter's.
WITH_THE_REPORTER: Final = frozenset({State.DRAFT})
# Those in which somebody of the desk may have it in hand.
WITH_THE_DESK: Final = frozenset({State.SUBMITTED, State.IN_REVIEW, State.READY})
# Written or handed in, and not yet before the public.
IN_WORK: Final = WITH_THE_REPORTER | WITH_THE_DESK


def is_in(*states: str) -> Q:
    """Stories in some of the states in which readers do not have them, by their own index."""
    return Q(state__in=states) & ~Q(state=State.PUBLISHED)


class WrongState(Exception):
    """A story cannot go from where it is to where somebody wants it."""

    def __init__(self, current: str, wanted: str) -> None:
        super().__init__(f"{current} → {wanted}")
        self.current, self.wanted = current, wanted


def may_follow(current: str, wanted: str) -> bool:
    return wanted in FOLLOWS[current]


def move(article: Article, state: str) -> None:
    """Set the state in memory, or raise WrongState; the verb saves."""
    if not may_follow(article.state, state):
        raise WrongState(article.state, state)
    article.state = state
