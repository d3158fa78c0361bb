"""What a reader asks by an address: ``/search/?q=…&category=…&from=2025-12-01&sort=new``."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Manager, Model, QuerySet
from django.http import Http404, QueryDict

from articles.arabic.digits import to_latin
from articles.models import Article, Author, Category, Tag
from articles.querysets import ArticleQuerySet
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
        live = Article.objects.live()
        values = {name: given.get(name, "").replace("\x00", "").strip() for name in _NAMES}
        days = {name: _day(values[name]) for name in ("from", "to")}
        return cls(
            query=names.read(values["q"]),
            filters=Filters(
                category=_known(Category.objects.select_related("parent"), values["category"]),
                tag=_with_stories(_known(Tag.objects, values["tag"]), live.tagged),
                author=_with_stories(_known(Author.objects, values["author"]), live.by_author),
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


def _known[Row: Model](rows: Manager[Row] | QuerySet[Row], slug: str) -> Row | None:
    """The row of a slug, or else the one that had it before; Http404 where there is neither."""
    if not slug:
        return None
    row = rows.filter(slug=slug).first() or rows.filter(former_slugs__slug=slug).first()
    if row is None:
        raise Http404
    return row


def _with_stories[Row: Model](row: Row | None, of: Callable[[Row], ArticleQuerySet]) -> Row | None:
    """The row; one that stands under unpublished stories alone is as unknown as one that is not."""
    if row is not None and not of(row).exists():
        raise Http404
    return row


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(to_latin(typed))
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None
