"""Which stories stand under one as related: by shared tags first, then near it in its category."""

from collections.abc import Collection

from django.db.models import Count, F, Q

from articles.models import Article

SHOWN = 3


def related_to(
    article: Article, *, without: Collection[int] = (), count: int = SHOWN
) -> list[Article]:
    """Live stories, each once, never the story itself nor those whose ids are in ``without``."""
    shown = Article.objects.live().exclude(pk__in=[article.pk, *without]).for_cards()
    tag_ids = [tag.pk for tag in article.tags.all()]
    chosen: list[Article] = []
    if tag_ids:
        chosen = list(
            shown.filter(tagged__tag__in=tag_ids)
            .annotate(shared=Count("tagged", filter=Q(tagged__tag__in=tag_ids)))
            .order_by(F("shared").desc(), F("published_at").desc(), F("id").desc())[:count]
        )
    if len(chosen) < count:
        near = shown.before(article).exclude(pk__in=[story.pk for story in chosen])
        chosen += near[: count - len(chosen)]
    return chosen
