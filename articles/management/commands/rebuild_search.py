"""Bring the search index up to date: ``manage.py rebuild_search``; ``--all`` writes it anew."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles.models import SearchDocument
from articles.search import index


class Command(BaseCommand):
    help = (
        "Index published stories that the search lacks or has in an earlier form, and take out what"
        " is not published. Stopped half-way, it goes on where it was; readers search meanwhile."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="write every story anew")

    def handle(self, *args: Any, **options: Any) -> None:
        must_recount = options["all"] or index.has_other_versions()
        if options["all"]:
            SearchDocument.objects.update(is_stale=True)
        surplus = index.surplus()
        for some in index.batches(surplus):
            index.forget(some)
        waiting = list(index.missing().order_by("pk").values_list("pk", flat=True))
        for some in self._progress(waiting):
            index.index(some)
        if must_recount:
            index.recount()
        self.stdout.write(
            f"{len(waiting)} stories indexed, {len(surplus)} taken out, "
            f"{SearchDocument.objects.count()} in the index."
        )

    def _progress(self, waiting: list[int]) -> Iterator[tuple[int, ...]]:
        """The batches; on a terminal, a bar that fills from its start side."""
        done = 0
        for some in index.batches(waiting):
            yield some
            done += len(some)
            if self.stderr.isatty():
                filled = "█" * int(30 * done / len(waiting))
                self.stderr.write(f"\r{filled:<30} {done}/{len(waiting)}", ending="")
        if waiting and self.stderr.isatty():
            self.stderr.write("")
