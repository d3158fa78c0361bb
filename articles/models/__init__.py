"""The tables of the ground floor, imported from here: ``from articles.models import Article``."""

from articles.models.article import Article, Byline
from articles.models.audit import AuditEntry, AuditHead
from articles.models.author import Author
from articles.models.category import Category
from articles.models.correction import Correction
from articles.models.front_edition import FrontEdition
from articles.models.lease import EditLease
from articles.models.live_entry import LiveEntry
from articles.models.name import Name, NameSpelling
from articles.models.note import Note
from articles.models.picture import FormerFile, Picture
from articles.models.publication import Publication
from articles.models.related import RelatedList, RelatedStory
from articles.models.revision import Revision
from articles.models.saved_filter import SavedFilter
from articles.models.search import SearchDocument, SearchTerm
from articles.models.series import FormerSeriesSlug, Series
from articles.models.share_link import GuestAnswer, ShareLink
from articles.models.tag import Tag, TaggedArticle
from articles.models.video import Video

__all__ = [
    "Article",
    "AuditEntry",
    "AuditHead",
    "Author",
    "Byline",
    "Category",
    "Correction",
    "EditLease",
    "FormerFile",
    "FormerSeriesSlug",
    "FrontEdition",
    "GuestAnswer",
    "LiveEntry",
    "Name",
    "NameSpelling",
    "Note",
    "Picture",
    "Publication",
    "RelatedList",
    "RelatedStory",
    "Revision",
    "SavedFilter",
    "SearchDocument",
    "SearchTerm",
    "Series",
    "ShareLink",
    "Tag",
    "TaggedArticle",
    "Video",
]
