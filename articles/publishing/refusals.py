"""Why a verb did nothing: expected refusals, each with its codes."""

from articles.merging.contents import Conflict


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
