"""Keeping the lists true: made when a story is published, offered to older stories, made anew.

A list holds more than readers are shown, embargoed and scheduled stories among them: whoever
shows it joins ``Article.objects.live()``, so an hour that comes needs no job and one that passes
leaves no hole. What editors pinned or banned stands on the same lists and is never taken off here;
it takes no place of the ten. A failure takes nothing back: ``rebuild_related`` finds what is
missing.
"""

import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, Min, OuterRef, QuerySet

from articles.models import Article, RelatedList, RelatedStory, SearchDocument
from articles.querysets import ArticleQuerySet
from articles.related.likeness import VERSION, Near, nearest
from articles.search import documents
from articles.search.conditions import TooSlow

logger = logging.getLogger(__name__)

# Twice what a page shows: of ten, five may be withdrawn, embargoed or shown elsewhere on the page
# before readers see the fallback.
KEPT = 10


def keep(article_id: int) -> None:
    """Make a story's list, and put it on the lists of those that are nearer to it than to others.

    A story that is not published loses its list and its places; one that the search does not know
    waits until it does.
    """
    if not Article.objects.filter(pk=article_id, state=Article.State.PUBLISHED).exists():
        forget(article_id)
        return
    try:
        near = nearest(article_id)
    except TooSlow:
        logger.warning("The stories related to %s took too long to find.", article_id)
        return
    if near is None:
        return
    with transaction.atomic():
        forget(article_id)
        RelatedList.objects.create(article_id=article_id, version=VERSION)
        chosen = set(_chosen(article=article_id).values_list("other", flat=True))
        found = [one for one in near if one.article_id not in chosen]
        _write(
            RelatedStory(article_id=article_id, other_id=one.article_id, score=one.score)
            for one in [*found[:KEPT], *(one for one in near if one.article_id in chosen)]
        )
        _offer(article_id, near)


@transaction.atomic
def forget(article_id: int) -> None:
    """Take a story's list away, and the story from the lists of others; editors' choices stay."""
    RelatedList.objects.filter(pk=article_id).delete()
    for side in ({"article": article_id}, {"other": article_id}):
        _found(**side).delete()
        _chosen(**side).update(score=0)


def outdate(article_ids: Collection[int]) -> None:
    """The text of these stories has changed: their lists await ``rebuild_related``."""
    RelatedList.objects.filter(pk__in=article_ids).delete()


def missing() -> ArticleQuerySet:
    """Stories that the search knows, without a list or with one of an earlier version."""
    kept = RelatedList.objects.filter(article=OuterRef("pk"), version=VERSION)
    known = SearchDocument.objects.filter(article=OuterRef("pk"), version=documents.VERSION)
    return Article.objects.filter(~Exists(kept), Exists(known), state=Article.State.PUBLISHED)


def _offer(article_id: int, near: Sequence[Near]) -> None:
    """Put the story on every list that has room for it, or whose weakest it beats.

    Those that were compared are asked, a hundred and fifty at most: whoever is nearer than that to
    nobody stands on nobody's list.
    """
    made = RelatedList.objects.filter(pk__in=[one.article_id for one in near])
    lists = set(made.values_list("pk", flat=True))
    chosen = set(_chosen(other=article_id).values_list("article", flat=True))
    weakest = {
        row["article"]: row["least"]
        for row in _found(article__in=lists)
        .values("article")
        .annotate(length=Count("pk"), least=Min("score"))
        .filter(length__gte=KEPT)
    }
    _write(
        RelatedStory(article_id=one.article_id, other_id=article_id, score=one.score)
        for one in sorted(near)
        if one.article_id in chosen
        or (one.article_id in lists and one.score > weakest.get(one.article_id, 0))
    )
    _shorten(weakest)


def _found(**wanted: Any) -> QuerySet[RelatedStory]:
    """Rows that likeness wrote."""
    return RelatedStory.objects.filter(pinned_place=None, is_banned=False, **wanted)


def _chosen(**wanted: Any) -> QuerySet[RelatedStory]:
    """Rows that an editor pinned or banned."""
    return RelatedStory.objects.exclude(pinned_place=None, is_banned=False).filter(**wanted)


def _write(rows: Iterable[RelatedStory]) -> None:
    """Put rows on lists; of one that stands there the score alone changes."""
    RelatedStory.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["article", "other"],
        update_fields=["score"],
    )


def _shorten(article_ids: Collection[int]) -> None:
    """Leave the best of each list, of equal ones the later entered."""
    lists = defaultdict(list)
    rows = _found(article__in=article_ids).order_by("-score", "-other")
    for pk, article in rows.values_list("pk", "article"):
        lists[article].append(pk)
    surplus = [pk for kept in lists.values() for pk in kept[KEPT:]]
    if surplus:
        RelatedStory.objects.filter(pk__in=surplus).delete()
