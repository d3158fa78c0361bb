"""Make the lists of related stories that are missing: ``manage.py rebuild_related``."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles.models import RelatedList
from articles.related import keeping


class Command(BaseCommand):
    help = (
        "Find the related stories of published ones that have no list, or one by earlier rules."
        " Stopped half-way, it goes on where it was; readers see the former lists meanwhile."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="make every list anew")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"]:
            RelatedList.objects.all().delete()
        waiting = list(keeping.missing().order_by("pk").values_list("pk", flat=True))
        for article_id in self._progress(waiting):
            keeping.keep(article_id)
        self.stdout.write(
            f"{len(waiting)} lists made, {RelatedList.objects.count()} stories have one."
        )

    def _progress(self, waiting: list[int]) -> Iterator[int]:
        """The stories; on a terminal, a bar that fills from its start side."""
        for done, article_id in enumerate(waiting, start=1):
            yield article_id
            if self.stderr.isatty() and (done % 20 == 0 or done == len(waiting)):
                filled = "█" * int(30 * done / len(waiting))
                self.stderr.write(f"\r{filled:<30} {done}/{len(waiting)}", ending="")
        if waiting and self.stderr.isatty():
            self.stderr.write("")
