"""Ask the search as the page does: ``manage.py search "أسعار القمح"``, one JSON line a question."""

import json
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.models import Article
from articles.search import names
from articles.search.conditions import TooSlow
from articles.search.finding import MOST_COUNTED, Found, find


class Command(BaseCommand):
    help = "Find live stories; prints one JSON line a question, the best answer first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("query", nargs="?", metavar="QUERY")
        parser.add_argument("--stdin", action="store_true", help="read questions, one a line")
        parser.add_argument("--limit", type=int, default=10, help="hits a question (10)")

    def handle(self, *args: Any, **options: Any) -> None:
        query, limit = options["query"], options["limit"]
        if (query is None) is not options["stdin"]:
            raise CommandError("Give one QUERY, or --stdin.")
        if not 1 <= limit <= MOST_COUNTED:
            raise CommandError(f"--limit must be between 1 and {MOST_COUNTED}.")
        lines = [query] if query is not None else _lines()
        for line in lines:
            self.stdout.write(json.dumps(_answer(line, limit), ensure_ascii=False))
            self.stdout.flush()


def _lines() -> Any:
    """Questions as they come; a byte that is no UTF-8 is a sign that nobody searches for."""
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", errors="replace").rstrip("\r\n")


def _answer(line: str, limit: int) -> dict[str, Any]:
    """The question as it came and its hits; one that the database had no time for has none."""
    try:
        found = find(names.read(line))
    except TooSlow:
        found = Found()
    best = found.ranked[:limit]
    stories = (
        Article.objects.live()
        .only("code", "slug", "headline", "source_id")
        .in_bulk([one.article_id for one in best])
    )
    return {
        "query": line,
        "hits": [
            {
                "source_id": stories[one.article_id].source_id,
                "url": settings.SITE_URL + stories[one.article_id].get_absolute_url(),
                "headline": stories[one.article_id].headline,
                "score": round(one.score, 4),
            }
            for one in best
            if one.article_id in stories
        ],
    }
