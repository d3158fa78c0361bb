"""Why a verb did nothing: expected refusals, each with its codes."""

from articles.merging.contents import Conflict
from articles.models import Revision


class NotReady(Exception):
    """A story lacks something without which it cannot go on; ``codes`` name it."""

    def __init__(self, *codes: str) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


class Collides(Exception):
    """A correction and the rewrite that waits changed the same words; ``conflicts`` hold both."""

    def __init__(self, *conflicts: Conflict) -> None:
        super().__init__(", ".join(conflict.key for conflict in conflicts))
        self.conflicts = conflicts


class Stale(Exception):
    """Somebody saved the story since; ``copy`` is what is stored now, and ``version`` its number.

    The copy of a published story that nobody has changed since equals the row.
    """

    def __init__(self, copy: Revision, version: int) -> None:
        super().__init__(str(version))
        self.copy = copy
        self.version = version
