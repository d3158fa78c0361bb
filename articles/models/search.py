from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchDocument(models.Model):
    """That an article is in the search index, and what ranking knows of it.

    Its words stand in ``articles_searchindex``, a table without a model: of FTS5 on SQLite, a
    tsvector with its GIN index on PostgreSQL. Both are written by ``articles.search.index`` alone.
    """

    article = models.OneToOneField(
        "articles.Article", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    # articles.search.documents.VERSION when it was written: a row of another one, or a stale one,
    # awaits rebuild_search.
    version = models.PositiveIntegerField()
    is_stale = models.BooleanField(default=False)
    words = models.PositiveIntegerField()  # of the body
    profile = models.BinaryField()

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.pk}"


class SearchTerm(models.Model):
    """In how many indexed articles a term stands; it is known by the checksum of its letters.

    Articles under embargo count here too, so nothing is shown to the public because of this table
    alone: ``articles.search.suggesting`` asks for a live article first.
    """

    key = models.BigIntegerField(primary_key=True)
    documents = models.BigIntegerField()

    class Meta:
        verbose_name = _("search term")
        verbose_name_plural = _("search terms")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.key}"
