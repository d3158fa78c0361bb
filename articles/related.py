"""Which stories stand under one as related: by shared tags first, then near it in its category."""

from collections.abc import Collection, Iterable

from django.db.models import Count, F, Q

from articles.models import Article

SHOWN = 3


def related_to(
    article: Article, *, near: Iterable[Article], without: Collection[int] = ()
) -> list[Article]:
    """Live stories, each once, never the story itself nor those whose ids are in ``without``.

    ``near`` are live stories of its category, the nearest first: they fill what tags leave empty.
    """
    chosen = _by_tags(article, without)
    taken = {article.pk, *without, *(story.pk for story in chosen)}
    return (chosen + [story for story in near if story.pk not in taken])[:SHOWN]


def _by_tags(article: Article, without: Collection[int]) -> list[Article]:
    """Those that share most tags, the newest of them first."""
    tag_ids = [tag.pk for tag in article.tags.all()]
    if not tag_ids:
        return []
    return list(
        Article.objects.live()
        .filter(tagged__tag__in=tag_ids)
        .exclude(pk__in=[article.pk, *without])
        .annotate(shared=Count("tagged", filter=Q(tagged__tag__in=tag_ids)))
        .order_by(F("shared").desc(), F("published_at").desc(), F("id").desc())
        .for_cards()[:SHOWN]
    )
