"""Which stories stand under one: pinned, then those of its list, else by shared tags; then near."""

from collections.abc import Collection, Iterable

from django.db.models import Count, F, Q, QuerySet

from articles.models import Article, RelatedStory
from articles.querysets import ArticleQuerySet

SHOWN = 5


def related_to(
    article: Article, *, near: Iterable[Article], without: Collection[int] = ()
) -> list[Article]:
    """Live stories, each once: not the story itself, none banned, none whose id is in ``without``.

    One query for a full list. Where ``for_page`` saw that it has none, those that share its tags
    stand in its place. ``near`` are live stories of its category, the nearest first: they fill what
    is left empty, and are not asked for where nothing is.
    """
    taken = {article.pk, *without}
    if getattr(article, "has_related", True):
        chosen = list(listed(article).exclude(pk__in=taken).for_cards()[:SHOWN])
    else:
        chosen = []
    if len(chosen) == SHOWN:
        return chosen
    if getattr(article, "has_banned", True):
        taken.update(_banned(article))
    chosen = chosen or _by_tags(article, taken)
    taken.update(story.pk for story in chosen)
    return (chosen + [story for story in near if story.pk not in taken])[:SHOWN]


def pinned_to(article: Article, *, without: Collection[int] = ()) -> list[Article]:
    """The live stories that an editor pinned, in their order; no query if ``for_page`` saw none.

    What a piece of opinion is followed by: its writer and other voices say what else to read.
    """
    if not getattr(article, "has_pinned", True):
        return []
    chosen = listed(article).exclude(related_from__pinned_place=None).exclude(pk__in=without)
    return list(chosen.for_cards()[:SHOWN])


def listed(article: Article) -> ArticleQuerySet:
    """The live stories on its list, each with its ``score``: pinned ones in their order, then the
    most like it first.

    Newer is not better by itself: time parts those alone that are equally near.
    """
    return (
        Article.objects.live()
        .filter(related_from__article=article, related_from__is_banned=False)
        .annotate(score=F("related_from__score"))
        .order_by(
            F("related_from__pinned_place").asc(nulls_last=True),
            F("score").desc(),
            F("published_at").desc(),
            F("id").desc(),
        )
    )


def _banned(article: Article) -> QuerySet[RelatedStory, int]:
    rows = RelatedStory.objects.filter(article=article, is_banned=True)
    return rows.values_list("other", flat=True)


def _by_tags(article: Article, without: Collection[int]) -> list[Article]:
    """Those that share most tags, the newest of them first."""
    tag_ids = [tag.pk for tag in article.tags.all()]
    if not tag_ids:
        return []
    return list(
        Article.objects.live()
        .filter(tagged__tag__in=tag_ids)
        .exclude(pk__in=without)
        .annotate(shared=Count("tagged", filter=Q(tagged__tag__in=tag_ids)))
        .order_by(F("shared").desc(), F("published_at").desc(), F("id").desc())
        .for_cards()[:SHOWN]
    )
