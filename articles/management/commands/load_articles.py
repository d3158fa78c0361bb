"""Load articles from JSON Lines: ``manage.py load_articles bbc.jsonl skynews.jsonl``."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles import audit
from articles.loading import BadLine, Loader


class Command(BaseCommand):
    help = "Load articles from JSON Lines, published; loading again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE.jsonl")
        parser.add_argument(
            "--categories", type=Path, help="a JSON file {code: name} for the codes of categories"
        )

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        with Loader(names=_names(options["categories"])) as loader:
            bad = sum(self._load(loader, file) for file in files)
        if (
            loader.added or loader.changed
        ):  # one entry a run: a hundred thousand would bury the desk's
            counts = {"added": (None, loader.added), "changed": (None, loader.changed)}
            called = "، ".join(file.name for file in files)
            audit.record("load_articles", None, by=None, changes=counts, called=called)
        self.stdout.write(
            f"{loader.added} added, {loader.changed} changed, {loader.unchanged} unchanged,"
            f" {loader.left_alone} left as the desk has them, {bad} bad lines."
        )
        if loader.respelled:
            self.stdout.write(
                f"{loader.respelled} held letters in drawn forms (as PDF files do); they are kept"
                " in ordinary letters."
            )
        if bad:
            raise CommandError(f"{bad} lines were skipped.", returncode=1)

    def _load(self, loader: Loader, file: Path) -> int:
        """Load a file; the number of its bad lines."""
        bad = 0
        for number, line in self._progress(file):
            try:
                loader.load(line)
            except BadLine as error:
                bad += 1
                self.stderr.write(f"{file.name}:{number}: {error}")
        return bad

    def _progress(self, file: Path) -> Iterator[tuple[int, str]]:
        """The lines with their numbers; on a terminal, a bar that fills from its start side."""
        try:
            size, done = file.stat().st_size or 1, 0
            with file.open("rb") as lines:
                for number, raw in enumerate(lines, start=1):
                    done += len(raw)
                    if self.stderr.isatty() and (number % 50 == 0 or done == size):
                        filled = "█" * int(30 * done / size)
                        self.stderr.write(f"\r{file.name} {filled:<30} {number}", ending="")
                    start = 3 if number == 1 and raw.startswith(BOM_UTF8) else 0
                    yield number, raw[start:].decode("utf-8", errors="surrogateescape")
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        if self.stderr.isatty():
            self.stderr.write("")


def _names(file: Path | None) -> dict[str, str]:
    """The names that a newsroom gives to codes of categories."""
    if file is None:
        return {}
    try:
        names = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"{file}: {error}") from error
    if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
        raise CommandError(f"{file}: must be an object of code and name.")
    return names
