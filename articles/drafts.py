"""A story as readers would get it with another content than the row's: nothing is stored."""

from collections.abc import Sequence

from django.db.models import Model

from articles import revisions
from articles.body.render import DrawnBody, render_body
from articles.body.text import picture_ids
from articles.models import Article, Author, Category, Picture, Tag, Video


def as_read(article: Article, content: revisions.Content) -> Article:
    """The article in memory under the content, for the readers' template; it must not be saved.

    It has no times: when a draft is to be published is nobody's business outside. What the content
    names and somebody threw away since is left out.
    """
    category = article.category
    revisions.show_on(article, content)
    sections = Category.objects.select_related("parent")
    article.category = sections.filter(pk=article.category_id).first() or category
    article.lead_picture = Picture.objects.filter(pk=article.lead_picture_id or 0).first()
    article.video = Video.objects.filter(pk=article.video_id or 0).first()
    article.published_at = article.updated_at = article.first_published_at = None
    article.derive()
    known = Author.objects.select_related("picture").in_bulk(content.get("authors", []))
    signing = [known[pk] for pk in content.get("authors", []) if pk in known]
    _lay(article, authors=signing, tags=[Tag(name=name) for name in content.get("tags", [])])
    return article


def drawn(article: Article) -> DrawnBody:
    """Its body as readers' pages draw it, with the pictures as they are today."""
    pictures = Picture.objects.in_bulk(picture_ids(article.body))
    return render_body(article.body, pictures, dateline=article.dateline)


def _lay(article: Article, **rows: Sequence[Model]) -> None:
    """As prefetched: templates ask ``article.authors.all`` and get these, stored or not."""
    article._prefetched_objects_cache = rows  # type: ignore[attr-defined]
