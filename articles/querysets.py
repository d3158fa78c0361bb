"""Which stories, in words that read aloud: ``Article.objects.live().before(story)``."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import connections, models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import Now

if TYPE_CHECKING:
    from articles.models import Article, Author, Category, Tag


class ArticleQuerySet(models.QuerySet["Article"]):
    def live(self, at: datetime | None = None) -> Self:
        """Articles the public may read now by the database's clock, or at a moment."""
        moment = Now() if at is None else at
        return self.filter(
            Q(withdraw_at=None) | Q(withdraw_at__gt=moment),
            state="published",
            published_at__lte=moment,
        )

    def withdrawn(self, at: datetime | None = None) -> Self:
        """Articles that the public could read once and may no more: their address says so."""
        moment = Now() if at is None else at
        return self.filter(
            Q(state="withdrawn", published_at__lte=moment)
            | Q(state="published", withdraw_at__lte=moment)
        )

    def newest_first(self) -> Self:
        """The natural order: by (published_at, id), since many stories share their second."""
        return self.order_by(F("published_at").desc(), F("id").desc())

    def before(self, article: "Article") -> Self:
        """Older ones in the same category, the nearest first."""
        return self._beside(article).filter(
            Q(published_at__lt=article.published_at) | Q(id__lt=article.pk),
            published_at__lte=article.published_at,
        ).newest_first()  # fmt: skip

    def after(self, article: "Article") -> Self:
        """Newer ones in the same category, the nearest first."""
        return self._beside(article).filter(
            Q(published_at__gt=article.published_at) | Q(id__gt=article.pk),
            published_at__gte=article.published_at,
        ).order_by("published_at", "id")  # fmt: skip

    def next_to(self, article: "Article") -> Self:
        """The older and the newer one in the same category, two at most, by one query."""
        older, newer = (
            models.Subquery(side.values("pk")[:1])
            for side in (self.before(article), self.after(article))
        )
        return self.filter(Q(pk=older) | Q(pk=newer))

    def _beside(self, article: "Article") -> Self:
        return self.filter(category=article.category_id).exclude(pk=article.pk)

    def in_category(self, category: "Category") -> Self:
        """Those of a category and of the categories below it."""
        return self.filter(Q(category=category) | Q(category__parent=category))

    def tagged(self, tag: "Tag") -> Self:
        return self.filter(tagged__tag=tag)

    def sharing_tags_with(self, article: "Article") -> Self:
        """Those that carry a tag of it, each once; the story itself is not among them."""
        from articles.models import TaggedArticle

        tags = TaggedArticle.objects.filter(content_object=article).values("tag")
        others = TaggedArticle.objects.filter(tag__in=tags).exclude(content_object=article)
        return self.filter(pk__in=others.values("content_object"))

    def by_author(self, author: "Author") -> Self:
        return self.filter(bylines__author=author)

    def for_page(self) -> Self:
        """Everything an article page shows of the article itself, and whether others are listed."""
        from articles.models import RelatedStory

        rows = RelatedStory.objects.filter(article=models.OuterRef("pk"))
        others = self.model.objects.filter(translation_of=models.OuterRef("pk"))
        with_parent = self.select_related("category__parent", "lead_picture", "video", "series")
        shown = with_parent.with_authors().prefetch_related("tags")
        return shown.annotate(
            has_related=models.Exists(rows.filter(is_banned=False)),
            has_banned=models.Exists(rows.filter(is_banned=True)),
            has_pinned=models.Exists(rows.exclude(pinned_place=None)),
            is_translated=models.Exists(others),
        )

    def for_cards(self) -> Self:
        """What a card shows: headline, category, time, picture and video, without the text."""
        return self.select_related("category", "lead_picture", "video").defer("body", "plain_text")

    def translations_of(self, article: "Article") -> Self:
        """The same story in other languages, by their codes."""
        first = article.translation_of_id or article.pk
        same = self.filter(Q(pk=first) | Q(translation_of=first))
        return same.exclude(pk=article.pk).order_by("language", "pk")

    def with_authors(self) -> Self:
        """With those who signed, in their order, and their portraits."""
        from articles.models import Author

        signing = Author.objects.order_by("bylines__position").select_related("picture")
        return self.prefetch_related(Prefetch("authors", signing))

    def newest_of_each(self, groups: Sequence[Iterable[int]], count: int) -> dict[int, int]:
        """The newest ``count`` of each group of category ids, as {article id: place of the group}.

        One query however many groups there are: each is a short walk along an index. (SQLite takes
        LIMIT inside UNION only in a subquery, which ``union()`` does not write.)
        """
        compiled = [
            self.filter(category__in=list(group)).newest_first()
            .values_list("pk", models.Value(place))[:count].query.sql_with_params()
            for place, group in enumerate(groups)
        ]  # fmt: skip
        if not compiled:
            return {}
        statement = " UNION ALL ".join(
            f"SELECT * FROM ({sql}) AS block{place}"  # noqa: S608 - SQL that the ORM compiled
            for place, (sql, _) in enumerate(compiled)
        )
        with connections[self.db].cursor() as cursor:
            cursor.execute(statement, [value for _, values in compiled for value in values])
            return dict(cursor.fetchall())
