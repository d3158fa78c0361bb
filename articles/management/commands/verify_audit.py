"""Prove that the audit trail is whole, and export it: ``manage.py verify_audit --export FILE``."""

import json
import re
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.audit_verification import Broken, Entry, verified

_PROGRESS_EACH = 10_000
# What ends a line for some reader of lines, or turns the order of letters: as JSON's \uXXXX.
_UNSAFE = re.compile("[\x7f\x85\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_JSON = json.JSONEncoder(ensure_ascii=False)


class Command(BaseCommand):
    help = "Verify the audit trail's chain of hashes; names the first broken entry, exit status 1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--export", type=Path, metavar="FILE.jsonl", help="write every sound entry as a line"
        )

    def handle(self, *args: Any, export: Path | None, **options: Any) -> None:
        count, last = 0, ""
        try:
            with export.open("w", encoding="utf-8") if export else nullcontext() as file:
                for entry in self._with_progress(verified()):
                    count, last = entry.content.number, entry.hash
                    if file:
                        file.write(f"{line(entry)}\n")
        except Broken as broken:
            raise CommandError(f"The trail is broken at entry {broken}.", returncode=1) from broken
        except OSError as error:
            raise CommandError(f"{export}: {error.strerror}") from error
        self.stdout.write(f"{count} entries, whole. The last hash: {last or 'none'}")

    def _with_progress(self, entries: Iterator[Entry]) -> Iterator[Entry]:
        for entry in entries:
            yield entry
            if entry.content.number % _PROGRESS_EACH == 0:
                self.stderr.write(f"{entry.content.number} entries")


def line(entry: Entry) -> str:
    """One entry as one line of JSON, however its values try to break it."""
    hashes = {"previous_hash": entry.previous_hash, "hash": entry.hash}
    written = _JSON.encode(entry.content.as_dict() | hashes)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
