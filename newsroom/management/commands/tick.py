import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from articles import publishing
from newsroom.clock import Clearing


class Command(BaseCommand):
    help = "Do what is due: tell of publications, let waiting changes out, end what is over."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=float, metavar="SECONDS", help="go on until stopped")

    def handle(self, *args: Any, every: float | None, **options: Any) -> None:
        """Without ``--every`` once. Any number of these may run, on any number of machines."""
        clearing = Clearing()
        while True:
            clearing.look()
            if done := publishing.tick():
                self.stdout.write(f"{done} stories")
            if every is None:
                return
            time.sleep(max(every, 0.2))
