"""What the search answers, in words that a test can compare."""

from articles.models import Article
from articles.search.filters import Filters
from articles.search.finding import Found, find
from articles.search.query import Query


def asked(question: str, filters: Filters | None = None, **options) -> Found:
    return find(Query.read(question), filters, **options)


def headlines(question: str, filters: Filters | None = None, **options) -> list[str]:
    """What a reader is shown, in its order."""
    ids = [one.article_id for one in asked(question, filters, **options).ranked]
    stories = Article.objects.in_bulk(ids)
    return [stories[pk].headline for pk in ids]
