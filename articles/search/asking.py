"""What a reader asks by an address: ``/search/?q=…&category=…&from=2025-12-01&sort=new``."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Model, QuerySet
from django.http import Http404, QueryDict

from articles.arabic.digits import to_latin
from articles.models import Article, Author, Category, Tag
from articles.search import names
from articles.search.filters import Filters
from articles.search.query import Query

# Nobody's archive is older, and later days than these are no days of a newspaper.
_FIRST_YEAR, _LAST_YEAR = 1800, 2200


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with its filters, and the page of its answers."""

    query: Query
    filters: Filters
    newest_first: bool
    page: str
    typed_days: dict[str, str]
    wrong_days: tuple[str, ...]  # typed as days, and none

    @classmethod
    def read(cls, given: QueryDict) -> "Asking":
        """Read an address; Http404 for a section, topic or author that readers do not know."""
        values = {name: given.get(name, "").replace("\x00", "").strip() for name in _NAMES}
        days = {name: _day(values[name]) for name in ("from", "to")}
        return cls(
            query=names.read(values["q"]),
            filters=Filters(
                category=_known(Category.objects.select_related("parent"), values["category"]),
                tag=_known(Tag.objects.filter(tagged__content_object__in=_live()), values["tag"]),
                author=_known(
                    Author.objects.filter(bylines__article__in=_live()), values["author"]
                ),
                since=days["from"],
                until=days["to"],
            ),
            newest_first=values["sort"] == "new",
            page=given.get("page", "1"),
            typed_days={name: values[name] for name in days},
            wrong_days=tuple(
                values[name] for name, day in days.items() if values[name] and not day
            ),
        )


_NAMES = ("q", "category", "tag", "author", "from", "to", "sort")


def _live() -> QuerySet[Article]:
    return Article.objects.live()


def _known[Row: Model](rows: QuerySet[Row], slug: str) -> Row | None:
    """The row of a slug, or else the one that had it before.

    One that stands under unpublished stories alone is as unknown as one that is not.
    """
    if not slug:
        return None
    row = rows.filter(slug=slug).first() or rows.filter(former_slugs__slug=slug).first()
    if row is None:
        raise Http404
    return row


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(to_latin(typed))
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None
