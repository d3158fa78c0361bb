"""The numbers of one page, by one statement, however many places of it show some.

Whoever shows a number says so before the page is made; the first that reads one asks for all.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db import connections
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

# A count says "999+": past that nobody works by the number, and counting on costs more each day.
MOST = 999

type Rows = QuerySet[Any]


class Counts:
    """Of one request: ``want`` names rows, ``[name]`` is how many there are."""

    def __init__(self) -> None:
        self._wanted: dict[str, tuple[Callable[[], Rows | None], int | None]] = {}
        self._found: dict[str, int] = {}

    def want(self, name: str, rows: Callable[[], Rows | None], *, most: int | None = MOST) -> None:
        """Rows that are asked for when the first number is read; None of them are none.

        Who names them first decides.
        """
        self._wanted.setdefault(name, (rows, most))

    def __getitem__(self, name: str) -> int:
        if name not in self._found:
            self._ask()
        return self._found[name]

    def _ask(self) -> None:
        asked = {
            name: (made, most)
            for name, (rows, most) in self._wanted.items()
            if name not in self._found and (made := rows()) is not None
        }
        self._found |= dict.fromkeys(self._wanted.keys() - self._found.keys(), 0)
        numbers = counted(list(asked.values())) if asked else []
        self._found |= dict(zip(asked, numbers, strict=True))


def of(request: HttpRequest) -> Counts:
    """The numbers of the page that answers this request."""
    counts: Counts = request.__dict__.setdefault("counts", Counts())
    return counts


def counted(asked: Sequence[tuple[Rows, int | None]]) -> list[int]:
    """How many rows each holds, at most so many, by one query however many there are."""
    compiled = [
        (rows.order_by().values("pk")[:most] if most else rows.order_by().values("pk"))
        .query.sql_with_params()
        for rows, most in asked
    ]  # fmt: skip
    statement = " UNION ALL ".join(
        f"SELECT {place}, COUNT(*) FROM ({sql}) AS counted{place}"  # noqa: S608 - SQL of the ORM
        for place, (sql, _params) in enumerate(compiled)
    )
    with connections[asked[0][0].db].cursor() as cursor:
        cursor.execute(statement, [value for _sql, params in compiled for value in params])
        found = dict(cursor.fetchall())
    return [found[place] for place in range(len(compiled))]


class CountedPaginator(Paginator):
    """A list whose length is asked for together with the other numbers of its page."""

    LIST = "list"

    def __init__(self, counts: Counts, rows: Rows, *args: Any, **kwargs: Any) -> None:
        super().__init__(rows, *args, **kwargs)
        self.counts = counts
        # A second paginator of a page, as of a list without its filters, counts its own rows.
        self.name = f"{self.LIST} {id(self)}"
        counts.want(self.name, lambda: rows, most=None)

    @cached_property
    def count(self) -> int:
        return self.counts[self.name]
