"""Keeping the index true: what goes in, what comes out, what awaits rebuild_search.

A published story is in it, also under embargo: whoever asks joins ``Article.objects.live()``, so an
hour that comes needs no job. The verbs call these functions after commit; a failure here is logged
and takes nothing back, since ``rebuild_search`` finds every story that is missing.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import batched

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Prefetch

from articles.models import Article, Author, Category, SearchDocument, SearchTerm, Tag
from articles.querysets import ArticleQuerySet
from articles.search.documents import VERSION, Document, document, numbers
from articles.search.engine import engine

# Two counts among those of the terms; no checksum is negative.
STORIES, WORDS = -1, -2

BATCH = 200
"""So many stories at a time are quick (their words are counted together) and small (a megabyte)."""


@transaction.atomic
def index(article_ids: Collection[int]) -> None:
    """Make the index hold these stories as they are now, or not at all if not published."""
    stories = list(
        # Locked, so that two publications of one story do not both count its words.
        Article.objects.select_for_update(of=("self",))
        .filter(pk__in=article_ids, state=Article.State.PUBLISHED)
        .order_by("pk")
        .select_related("category")
        .prefetch_related(  # type: ignore[misc]  # the stubs do not know taggit's manager
            "tags", Prefetch("authors", Author.objects.order_by("bylines__position", "pk"))
        )
    )
    documents = [document(story) for story in stories]
    change = _taken_out(article_ids, kept={story.pk for story in stories})
    for one in documents:
        change.update(numbers(one.profile))
        change.update({STORIES: 1, WORDS: one.body_words})
    engine().write(documents)
    SearchDocument.objects.bulk_create(
        [_row(one) for one in documents],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["version", "is_stale", "words", "profile"],
    )
    _count(change)


@transaction.atomic
def forget(article_ids: Collection[int]) -> None:
    """Take stories out of the index; unknown ones do no harm."""
    _count(_taken_out(article_ids, kept=set()))


def stories_named(row: Author | Category | Tag) -> ArticleQuerySet:
    """Those whose words in the index hold the name."""
    match row:
        case Author():
            return Article.objects.by_author(row)
        case Category():
            return Article.objects.filter(category=row)
        case Tag():
            return Article.objects.tagged(row)


def renamed(stories: ArticleQuerySet) -> None:
    """The section, topic or author of these stories has another name now.

    The newest follow at once, as many as a request has time for; ``rebuild_search`` does the rest.
    """
    SearchDocument.objects.filter(article__in=stories.order_by()).update(is_stale=True)
    index(
        list(
            missing()
            .filter(pk__in=stories.order_by())
            .newest_first()
            .values_list("pk", flat=True)[:BATCH]
        )
    )


def missing() -> ArticleQuerySet:
    """Published stories that the index lacks, or holds as an earlier version wrote them."""
    current = SearchDocument.objects.filter(article=OuterRef("pk"), version=VERSION, is_stale=False)
    return Article.objects.filter(~Exists(current), state=Article.State.PUBLISHED)


def surplus() -> list[int]:
    """Ids in the index of stories that are no longer published."""
    published = Article.objects.filter(state=Article.State.PUBLISHED)
    return list(SearchDocument.objects.exclude(article__in=published).values_list("pk", flat=True))


def has_other_versions() -> bool:
    """Some stories stand in it as an earlier version wrote them: nobody can count their terms."""
    return SearchDocument.objects.exclude(version=VERSION).exists()


@transaction.atomic
def recount() -> None:
    """Count all terms anew from the profiles, whatever has become of the counts."""
    change: Counter[int] = Counter()
    rows = (
        SearchDocument.objects.filter(version=VERSION)
        .order_by("pk")
        .values_list("words", "profile")
    )
    for words, profile in rows.iterator(chunk_size=1_000):
        change.update(numbers(bytes(profile)))
        change.update({STORIES: 1, WORDS: words})
    SearchTerm.objects.all().delete()
    _count(change)


def _taken_out(article_ids: Collection[int], *, kept: set[int]) -> Counter[int]:
    """Take out what is not kept; what the counts lose by that, and by writing the kept anew."""
    change: Counter[int] = Counter()
    rows = SearchDocument.objects.filter(pk__in=article_ids, version=VERSION)
    for words, profile in rows.values_list("words", "profile"):
        change.subtract(numbers(bytes(profile)))
        change.subtract({STORIES: 1, WORDS: words})
    gone = [pk for pk in article_ids if pk not in kept]
    if gone:
        engine().erase(gone)
        SearchDocument.objects.filter(pk__in=gone).delete()
    return change


def _row(one: Document) -> SearchDocument:
    return SearchDocument(
        article_id=one.article_id, version=VERSION, words=one.body_words, profile=one.profile
    )


def _count(change: Counter[int]) -> None:
    """Add to the counts. In one order, so that two publications never wait for each other."""
    moved = sorted((term, by) for term, by in change.items() if by)
    with connection.cursor() as cursor:
        for rows in batched(moved, 500, strict=False):
            cursor.execute(
                "INSERT INTO articles_searchterm (key, documents) VALUES "  # noqa: S608 - signs alone
                + ", ".join(["(%s, %s)"] * len(rows))
                + " ON CONFLICT (key) DO UPDATE"
                " SET documents = articles_searchterm.documents + excluded.documents",
                [value for row in rows for value in row],
            )


def batches(article_ids: Collection[int]) -> Iterator[tuple[int, ...]]:
    """The ids, as many at a time as ``index`` takes well."""
    yield from batched(article_ids, BATCH, strict=False)
