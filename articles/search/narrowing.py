"""To what the answers can be narrowed: sections, topics, authors, each with how many hold it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.expressions import RawSQL

from articles.models import Byline, Category, TaggedArticle
from articles.search.asking import Asking
from articles.search.finding import Found

# A line or two on a telephone; the rest is reached by narrowing further.
_TAGS, _AUTHORS = 8, 5


@dataclass(frozen=True, slots=True)
class Facet:
    """A section, topic or author to which the answers can be narrowed."""

    name: str
    slug: str
    count: int | None  # None where nobody counted: beyond a thousand answers
    is_current: bool = False


def sections(asking: Asking, found: Found) -> list[Facet]:
    """The sections that hold answers, the richest first; nothing to choose among fewer than two."""
    counts = dict(found.sections)
    chosen = asking.filters.category
    known = Category.objects.in_bulk(counts)
    listed = [known[pk] for pk in counts if pk in known]
    if chosen and chosen.pk not in counts:
        listed.append(chosen)
    if chosen and counts.get(chosen.pk) is None and not found.is_more:
        counts[chosen.pk] = found.total
    if len(listed) < 2 and not chosen:
        return []
    return [
        Facet(section.name, section.slug, counts.get(section.pk), section == chosen)
        for section in listed
    ]


def topics(asking: Asking, found: Found) -> list[Facet]:
    """The tags that part of the answers carry, the commonest first; none once one is chosen."""
    if asking.filters.tag or not _can_be_narrowed(found):
        return []
    carried = TaggedArticle.objects.filter(content_object__in=_ids(found))
    return _facets(found, carried, "tag", _TAGS)


def authors(asking: Asking, found: Found) -> list[Facet]:
    """Those who signed part of the answers, the busiest first; none once one is chosen."""
    if asking.filters.author or not _can_be_narrowed(found):
        return []
    signed = Byline.objects.filter(article__in=_ids(found)).order_by()
    return _facets(found, signed, "author", _AUTHORS)


def _facets(found: Found, held_by: QuerySet[Any], row: str, most: int) -> list[Facet]:
    """The commonest names and slugs, without those that all answers hold: they part nothing."""
    name, slug = f"{row}__name", f"{row}__slug"
    rows = held_by.values_list(name, slug).annotate(held=Count("pk")).order_by("-held", name, slug)
    if not found.is_more:
        rows = rows.filter(held__lt=found.total)
    return [Facet(name, slug, None if found.is_more else held) for name, slug, held in rows[:most]]


def _can_be_narrowed(found: Found) -> bool:
    return len(found.ranked) > 1


def _ids(found: Found) -> RawSQL:
    """All answers where they are counted exactly; of more, the best thousand tell what there is.

    By hand: the ORM takes three times as long to write a thousand numbers as the database to
    count what stands behind them.
    """
    return RawSQL(",".join(str(int(one.article_id)) for one in found.ranked), ())  # noqa: S611
