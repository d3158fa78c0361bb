"""Feeds: the newest stories of the site, a section, a topic or an author; RSS, Atom or JSON."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext

from articles.arabic.bidi import isolate
from articles.arabic.excerpts import excerpt
from articles.body.text import opening
from articles.models import Article, Author, Category, Correction, Tag
from articles.querysets import ArticleQuerySet
from articles.redirects import follows_slugs
from newsroom.feed_formats import FORMATS, without_controls
from newsroom.models import SiteSettings

NEWEST = 30
# Three or four sentences: a long first paragraph is for the page.
LONGEST_SUMMARY = 400


class SiteFeed(Feed):
    """All stories. Addresses are the site's own, whatever host was asked."""

    language = settings.SITE_LOCALE
    item_guid_is_permalink = False

    def __init__(self, ending: str = "") -> None:
        """``ending`` of its address says in which format it speaks."""
        self.ending = ending
        self.feed_type = FORMATS[ending]

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return None

    def stories(self, obj: Any) -> ArticleQuerySet:
        return Article.objects.live()

    def path(self, obj: Any) -> str:
        return reverse("front_page")

    def title(self, obj: Any) -> str:
        name = SiteSettings.current().name
        return without_controls(f"{isolate(str(obj))} - {isolate(name)}" if obj else isolate(name))

    def description(self, obj: Any) -> str:
        about = getattr(obj, "description", "") or getattr(obj, "biography", "")
        about = about or SiteSettings.current().description
        return without_controls(isolate(about) if about else self.title(obj))

    def link(self, obj: Any) -> str:
        return f"{settings.SITE_URL}{self.path(obj)}"

    def feed_url(self, obj: Any) -> str:
        return f"{self.link(obj)}feed/{self.ending}"

    def subtitle(self, obj: Any) -> str | None:
        """What Atom calls the description; the others are not asked."""
        return self.description(obj) if self.ending == "atom/" else None

    def items(self, obj: Any) -> list[Article]:
        found = list(self.stories(obj).for_page().newest_first()[:NEWEST])
        if obj is not None and not found and not isinstance(obj, Category):
            raise Http404  # as its page: known by no story yet
        return found

    def item_title(self, item: Article) -> str:
        return without_controls(isolate(item.headline))

    def item_description(self, item: Article) -> str:
        return without_controls(
            isolate(excerpt(item.standfirst or opening(item.body), LONGEST_SUMMARY))
        )

    def item_link(self, item: Article) -> str:
        return f"{settings.SITE_URL}{item.get_absolute_url()}"

    def item_guid(self, item: Article) -> str:
        """The short address: it stays when the headline and its slug change."""
        return f"{settings.SITE_URL}{item.short_url}"

    def item_pubdate(self, item: Article) -> datetime | None:
        return item.published_at

    def item_updateddate(self, item: Article) -> datetime | None:
        return item.updated_at or item.published_at

    def item_author_name(self, item: Article) -> str:
        return without_controls("، ".join(isolate(author.name) for author in item.authors.all()))

    def item_categories(self, item: Article) -> list[str]:
        return [
            without_controls(item.category.name),
            *(without_controls(tag.name) for tag in item.tags.all()),
        ]


class CorrectionsFeed(SiteFeed):
    """What we put right, as the page of corrections has it."""

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return gettext("Corrections")

    def path(self, obj: Any) -> str:
        return reverse("articles:corrections")

    def items(self, obj: Any) -> list[Any]:
        entries = Correction.objects.public().select_related("article")
        return list(entries.newest_first()[:NEWEST])

    def item_title(self, item: Any) -> str:
        if item.kind == Correction.Kind.RETRACTION:
            return without_controls(gettext("This story was withdrawn"))
        return without_controls(f"{item.get_kind_display()}: {isolate(item.article.headline)}")

    def item_description(self, item: Any) -> str:
        return without_controls(isolate(item.text))

    def item_link(self, item: Any) -> str:
        return f"{settings.SITE_URL}{item.address}"

    def item_guid(self, item: Any) -> str:
        return f"{settings.SITE_URL}{item.get_absolute_url()}"

    def item_pubdate(self, item: Any) -> datetime:
        moment: datetime = item.at
        return moment

    item_updateddate = item_pubdate

    def item_author_name(self, item: Any) -> str:
        return ""

    def item_categories(self, item: Any) -> list[str]:
        return [without_controls(item.get_kind_display())]


class _ListFeed(SiteFeed):
    """The feed of a list that has a page: its address is the page's with feed/ behind it."""

    model: type[Category | Tag | Author]

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return follows_slugs(self.model)(super().__call__)(request, *args, **kwargs)

    def get_object(self, request: HttpRequest, slug: str, **kwargs: Any) -> Any:
        return get_object_or_404(self.model, slug=slug)

    def path(self, obj: Any) -> str:
        address: str = obj.get_absolute_url()
        return address


class CategoryFeed(_ListFeed):
    """A section with its parts."""

    model = Category

    def stories(self, obj: Category) -> ArticleQuerySet:
        return Article.objects.live().in_category(obj)


class TagFeed(_ListFeed):
    """A topic."""

    model = Tag

    def stories(self, obj: Tag) -> ArticleQuerySet:
        return Article.objects.live().tagged(obj)


class AuthorFeed(_ListFeed):
    """What somebody signed."""

    model = Author

    def stories(self, obj: Author) -> ArticleQuerySet:
        return Article.objects.live().by_author(obj)
