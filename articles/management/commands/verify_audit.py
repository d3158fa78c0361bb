"""Prove that the audit trail is whole, and export it: ``manage.py verify_audit --export FILE``."""

import json
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.audit_verification import Broken, Entry, verified

_PROGRESS_EACH = 10_000
# What ends a line for some reader of lines, or turns the order of letters: as JSON's \uXXXX.
_ESCAPED = {
    code: f"\\u{code:04x}"
    for code in (
        0x7F, 0x85, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029,
        *range(0x202A, 0x202F), *range(0x2066, 0x206A),
    )
}  # fmt: skip


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
    written = json.dumps(
        entry.content.as_dict() | {"previous_hash": entry.previous_hash, "hash": entry.hash},
        ensure_ascii=False,
    )
    return written.translate(_ESCAPED)
