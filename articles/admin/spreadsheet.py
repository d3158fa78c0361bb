"""Tables for other programs: CSV line by line, of which no spreadsheet runs a cell."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from django.http import StreamingHttpResponse

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection); the broad forms
# are those that it folds to the others.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Line:
    """What the writer of CSV writes to: hands each line back."""

    def write(self, line: str) -> str:
        return line


def sent(name: str, columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> StreamingHttpResponse:
    """The table as a file of that name, sent while it is read; kept by nobody."""
    lines = _lines(columns, rows)
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


def _lines(columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    writer = csv.writer(_Line())
    # Without the mark Excel takes Arabic for another alphabet.
    yield "\ufeff" + writer.writerow(columns)
    for row in rows:
        yield writer.writerow([harmless(value) for value in row])


def harmless(value: Any) -> str:
    """A cell that no spreadsheet runs; an apostrophe is what they hide themselves."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" \u00a0\u200e\u200f\u061c").startswith(_FORMULA) else text
