"""The index on PostgreSQL: a tsvector that we write ourselves, under GIN.

Its parser knows addresses, numbers and hyphens better than we want, so it is never asked: the
vector and the query are given in their text form, in which a quoted word is that word.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, connection, transaction

from articles.search.conditions import BEGINNING, Condition, TooSlow
from articles.search.documents import GAP, Document

_MOST_PLACES = 255  # of one word: the limit of a tsvector
# The planner does not know what it costs to unpack a vector: left to choose, it reads the narrow
# table from end to end and unpacks all of them, 100 ms in 6,000 stories in place of 0.3.
_SET = "SELECT set_config('statement_timeout', %s, true), set_config('enable_seqscan', 'off', true)"
_RESET = "SET LOCAL statement_timeout = DEFAULT; SET LOCAL enable_seqscan = DEFAULT"
_STOPPED = "57014"  # SQLSTATE of a statement that ran out of its time


def write(documents: Iterable[Document]) -> None:
    rows = [(one.article_id, _vector(one)) for one in documents]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO articles_searchindex (article_id, terms) VALUES (%s, %s::tsvector)"
            " ON CONFLICT (article_id) DO UPDATE SET terms = excluded.terms",
            rows,
        )


def erase(article_ids: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM articles_searchindex WHERE article_id = ANY(%s)", [list(article_ids)]
        )


def matching(condition: Condition) -> tuple[str, list[str]]:
    # Terms hold letters and digits alone, so nothing in them can end the quotes.
    asked = " & ".join(
        f"({' | '.join(' <-> '.join(map(_quoted, phrase)) for phrase in choices)})"
        for choices in condition
    )
    return "SELECT article_id FROM articles_searchindex WHERE terms @@ %s::tsquery", [asked]


def _quoted(word: str) -> str:
    return f"'{word.removesuffix(BEGINNING)}':*" if word.endswith(BEGINNING) else f"'{word}'"


@contextmanager
def within(milliseconds: int) -> Iterator[None]:
    """The server stops a statement that takes longer; none begins once all together have."""
    was_inside = connection.in_atomic_block
    left = milliseconds / 1000

    def counted(execute: Any, *statement: Any) -> Any:
        nonlocal left
        if left < 0:
            raise TooSlow
        begun = time.monotonic()
        try:
            return execute(*statement)
        finally:
            left -= time.monotonic() - begun

    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_SET, [str(milliseconds)])
            with connection.execute_wrapper(counted):
                yield
            if was_inside:  # else the transaction ends here, and the settings with it
                cursor.execute(_RESET)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != _STOPPED:
            raise
        raise TooSlow from error


def _vector(one: Document) -> str:
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(one.words, start=1):
        if word != GAP and len(places[word]) < _MOST_PLACES:
            places[word].append(place)
    words = [f"'{word}':{','.join(map(str, places))}" for word, places in places.items()]
    return " ".join([*words, *(f"'{form}'" for form in one.forms)])
