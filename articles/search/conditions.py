"""What a database is asked: which stories, in terms of the index."""

type Phrase = tuple[str, ...]
"""One word or marked form; or several words that must follow one another.

A word alone may end with ``BEGINNING``: any that begins so answers."""

BEGINNING = "*"
"""No term holds it: those are letters, digits and the mark of a form."""

type Condition = list[list[Phrase]]
"""Stories that hold, of every inner list, at least one. No list is empty."""


class TooSlow(Exception):
    """The database was given its time and did not answer."""
