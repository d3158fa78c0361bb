"""The four things that a database does for the search, whichever it is.

A search server would be one more module with these functions, chosen here: see decision 8.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Protocol, cast

from django.db import connection

from articles.search import postgresql, sqlite
from articles.search.conditions import Condition
from articles.search.documents import Document


class Engine(Protocol):
    def write(self, documents: Iterable[Document]) -> None:
        """Put the words of stories into the index, in place of what it held of them."""

    def erase(self, article_ids: Iterable[int]) -> None:
        """Take stories out of the index; unknown ones do no harm."""

    def matching(self, condition: Condition) -> tuple[str, list[str]]:
        """A SELECT, with its values, of the ``article_id`` of every story that meets it."""

    def within(self, milliseconds: int) -> AbstractContextManager[None]:
        """A block whose statements are stopped after that time, which raises TooSlow."""


def engine() -> Engine:
    """The one for the database in use."""
    return cast("Engine", postgresql if connection.vendor == "postgresql" else sqlite)
