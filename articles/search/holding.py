"""Which words some live story holds: the only kind of word of which a reader may learn anything."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

from articles.models import Article
from articles.search.conditions import Phrase
from articles.search.engine import engine


def live_stories_with(asked: Mapping[str, Sequence[Phrase]]) -> dict[str, int]:
    """For each word that live stories hold, by any of its choices, one of them.

    One statement for all words. A word that stands in stories under embargo alone is as absent
    from the answer as one that nobody ever wrote.
    """
    asked = {word: choices for word, choices in asked.items() if choices}
    if not asked:
        return {}
    live, live_values = (
        Article.objects.live()
        .filter(pk__in=RawSQL("SELECT article_id FROM hits", ()))
        .order_by()
        .values_list("pk", flat=True)
        .query.sql_with_params()
    )
    parts: list[str] = []
    values: list[Any] = []
    for place, choices in enumerate(asked.values()):
        matching, matched = engine().matching([list(choices)])
        parts.append(f"SELECT {place}, (WITH hits AS MATERIALIZED ({matching}) {live} LIMIT 1)")
        values += [*matched, *live_values]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        found = dict(cursor.fetchall())
    return {word: found[place] for place, word in enumerate(asked) if found[place]}
