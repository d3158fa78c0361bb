"""Which comments."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Self

from django.db import models

from articles.models import Article

if TYPE_CHECKING:
    from comments.models import Comment  # noqa: F401 - the model of the queryset, by name


class CommentQuerySet(models.QuerySet["Comment"]):
    def public(self) -> Self:
        """Those that any reader may see: approved, under a story that is live."""
        return self.filter(state="approved", article__in=Article.objects.live())

    def most_discussed(self, among: Collection[int], count: int) -> list[int]:
        """The keys of those of these articles that readers wrote most about, the busiest first."""
        counted = self.filter(state="approved", article__in=among).exclude(
            article__comment_mode=Article.CommentMode.HIDDEN
        )
        ranked = counted.values("article").annotate(said=models.Count("id"))
        return list(ranked.order_by("-said", "-article").values_list("article", flat=True)[:count])

    def under(self, article: Article) -> Self:
        """The approved ones of a story in the order in which they came; its caller knows that the
        story is live. Without the address: no public page has a use for it.
        """
        return (
            self.filter(state="approved", article=article)
            .order_by("submitted_at", "id")
            .defer("email", "author_key", "text_key")
        )
