"""The index on SQLite: FTS5 over words that we have folded.

Its own tokeniser cuts a word at every haraka, so it is told to take each byte above ASCII for a
letter, and it is given nothing but folded words with a space between them.
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection

from articles.search.conditions import BEGINNING, Condition, Phrase, TooSlow
from articles.search.documents import GAP, Document

# Steps of SQLite's machine between two looks at the clock, some 0.1 ms.
_STEPS = 5_000


def write(documents: Iterable[Document]) -> None:
    rows = [(one.article_id, " ".join([*one.words, GAP, *one.forms])) for one in documents]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT OR REPLACE INTO articles_searchindex (rowid, terms) VALUES (%s, %s)", rows
        )


def erase(article_ids: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "DELETE FROM articles_searchindex WHERE rowid = %s", [(pk,) for pk in article_ids]
        )


def matching(condition: Condition) -> tuple[str, list[str]]:
    # Terms hold letters and digits alone, so nothing in them can end the quotes.
    asked = " AND ".join(f"({' OR '.join(map(_quoted, choices))})" for choices in condition)
    return "SELECT rowid AS article_id FROM articles_searchindex WHERE terms MATCH %s", [asked]


def _quoted(phrase: Phrase) -> str:
    words = " ".join(phrase)
    return f'"{words.removesuffix(BEGINNING)}"*' if words.endswith(BEGINNING) else f'"{words}"'


@contextmanager
def within(milliseconds: int) -> Iterator[None]:
    connection.ensure_connection()
    database = connection.connection
    # This thread's own time: on a machine that is busy with others no search is slow for it.
    deadline = time.thread_time() + milliseconds / 1000
    database.set_progress_handler(lambda: time.thread_time() > deadline, _STEPS)
    try:
        yield
    except OperationalError as error:
        if str(error) != "interrupted":
            raise
        raise TooSlow from error
    finally:
        database.set_progress_handler(None, 0)
