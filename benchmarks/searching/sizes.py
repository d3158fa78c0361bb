"""How large the search's own tables are beside the articles themselves."""

from django.db import connection

# Each with all that belongs to it: indexes on PostgreSQL, the shadow tables of FTS5 on SQLite.
TABLES = (
    "articles_article", "articles_searchindex", "articles_searchdocument", "articles_searchterm",
    "articles_relatedstory", "articles_relatedlist",
)  # fmt: skip


def told() -> str:
    """One line: megabytes on disk, and what share of the articles' own that is."""
    sizes = {table: _bytes(table) for table in TABLES}
    articles = sizes.pop("articles_article") or 1
    parts = (
        f"{table.removeprefix('articles_')} {size / 1e6:.0f} MB ({size / articles:.0%})"
        for table, size in sizes.items()
    )
    return f"On disk: articles {articles / 1e6:.0f} MB; of that " + ", ".join(parts)


def _bytes(table: str) -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_total_relation_size(%s::regclass)", [table])
        else:
            shadows = f"{table}_%" if table == "articles_searchindex" else table
            cursor.execute(
                "SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name IN"
                " (SELECT name FROM sqlite_master WHERE tbl_name = %s OR tbl_name LIKE %s)",
                [table, shadows],
            )
        return cursor.fetchone()[0]
