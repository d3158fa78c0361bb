"""The tables of the ground floor, imported from here: ``from articles.models import Article``."""

from articles.models.article import Article, Byline
from articles.models.author import Author
from articles.models.category import Category
from articles.models.lease import EditLease
from articles.models.name import Name, NameSpelling
from articles.models.picture import Picture
from articles.models.related import RelatedList, RelatedStory
from articles.models.revision import Revision
from articles.models.search import SearchDocument, SearchTerm
from articles.models.tag import Tag, TaggedArticle
from articles.models.video import Video

__all__ = [
    "Article",
    "Author",
    "Byline",
    "Category",
    "EditLease",
    "Name",
    "NameSpelling",
    "Picture",
    "RelatedList",
    "RelatedStory",
    "Revision",
    "SearchDocument",
    "SearchTerm",
    "Tag",
    "TaggedArticle",
    "Video",
]
