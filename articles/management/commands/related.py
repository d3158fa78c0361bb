"""What is related to a story: ``manage.py related bbc-17``, one JSON line an id."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.models import Article
from articles.querysets import ArticleQuerySet
from articles.related import keeping
from articles.related.showing import listed


class Command(BaseCommand):
    help = (
        "Print the live stories on the list of each live story, the most like it first; a list that"
        f" is missing is made. A list holds {keeping.KEPT} stories."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source_ids", nargs="*", metavar="SOURCE_ID")
        parser.add_argument("--stdin", action="store_true", help="read ids, one a line")
        parser.add_argument("--limit", type=int, default=10, help="stories a line (10)")

    def handle(self, *args: Any, **options: Any) -> None:
        source_ids, limit = options["source_ids"], options["limit"]
        if bool(source_ids) is options["stdin"]:
            raise CommandError("Give one SOURCE_ID or more, or --stdin.")
        if limit < 1:
            raise CommandError("--limit must be 1 or more.")
        unknown = sum(self._answer(asked, limit) for asked in source_ids or _lines())
        if unknown:
            raise CommandError(f"{unknown} ids are of no live story.", returncode=1)

    def _answer(self, source_id: str, limit: int) -> bool:
        """Print one line; True if no live story has that id."""
        story = _story(source_id)
        hits = [
            {
                "source_id": other.source_id,
                "url": settings.SITE_URL + other.get_absolute_url(),
                "headline": other.headline,
                "score": round(other.score, 4),  # type: ignore[attr-defined]  # annotated
            }
            for other in (_related(story)[:limit] if story else ())
        ]
        self.stdout.write(json.dumps({"query": source_id, "hits": hits}, ensure_ascii=False))
        self.stdout.flush()
        return story is None


def _lines() -> Iterator[str]:
    """Ids as they come; a byte that is no UTF-8 is a sign that stands in no id."""
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", errors="replace").rstrip("\r\n")


def _story(source_id: str) -> Article | None:
    if "\x00" in source_id:  # which PostgreSQL refuses to compare
        return None
    return Article.objects.live().filter(source_id=source_id).only("pk").first()


def _related(story: Article) -> ArticleQuerySet:
    if keeping.missing().filter(pk=story.pk).exists():
        keeping.keep(story.pk)
    return listed(story).only("code", "slug", "headline", "source_id")
