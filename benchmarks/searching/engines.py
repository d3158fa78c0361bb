"""Ourselves, and what a newsroom has without us: substrings, and the database's own search."""

from collections.abc import Callable

from django.db import connection
from django.db.models import Q

from articles.arabic.words import tokens
from articles.models import Article
from articles.search import names
from articles.search.finding import find

type Engine = Callable[[str], list[int]]
"""The ids of the best ten answers to a question."""

_PG_VECTOR = (
    "setweight(to_tsvector('arabic', headline), 'A')"
    " || setweight(to_tsvector('arabic', standfirst), 'B') || to_tsvector('arabic', plain_text)"
)


def ours(question: str) -> list[int]:
    return [one.article_id for one in find(names.read(question)).ranked[:10]]


def substring(question: str) -> list[int]:
    """All words anywhere, newest first: what most home-made searches do."""
    stories = Article.objects.live()
    for word in question.split():
        stories = stories.filter(
            Q(headline__icontains=word)
            | Q(standfirst__icontains=word)
            | Q(plain_text__icontains=word)
        )
    return list(stories.newest_first().values_list("pk", flat=True)[:10])


def build_default() -> None:
    """The database's own index over the text as it is, with the settings that it comes with."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "DROP TABLE IF EXISTS bench_default;"  # noqa: S608 - our own words
                " CREATE TABLE bench_default AS"
                f" SELECT id, {_PG_VECTOR} AS terms FROM articles_article;"
                " CREATE INDEX ON bench_default USING gin (terms); ANALYZE bench_default"
            )
        else:
            cursor.execute("DROP TABLE IF EXISTS bench_default")
            cursor.execute(
                "CREATE VIRTUAL TABLE bench_default USING fts5(headline, standfirst, plain_text)"
            )
            cursor.execute(
                "INSERT INTO bench_default (rowid, headline, standfirst, plain_text)"
                " SELECT id, headline, standfirst, plain_text FROM articles_article"
            )


def default(question: str, *, any_word: bool = False) -> list[int]:
    """FTS5 by bm25 with the headline five times as heavy; PostgreSQL's Arabic by its ts_rank."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            words = " | ".join(tokens(question)) if any_word else question
            ask = "to_tsquery" if any_word else "plainto_tsquery"
            cursor.execute(
                f"SELECT id FROM bench_default, {ask}('arabic', %s) AS asked WHERE terms @@ asked"  # noqa: S608
                " ORDER BY ts_rank(terms, asked, 1) DESC, id DESC LIMIT 10",
                [words],
            )
        else:
            words = [f'"{word}"' for word in question.replace('"', " ").split()]
            cursor.execute(
                "SELECT rowid FROM bench_default WHERE bench_default MATCH %s"
                " ORDER BY bm25(bench_default, 5, 2, 1), rowid DESC LIMIT 10",
                [(" OR " if any_word else " ").join(words)],
            )
        return [pk for (pk,) in cursor.fetchall()]


def default_any(question: str) -> list[int]:
    return default(question, any_word=True)
