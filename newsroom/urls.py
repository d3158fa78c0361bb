"""The map of addresses. Each declares what a cache may keep of it in ``newsroom/caching.py``."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, include, path

import articles.addresses  # noqa: F401 - registers the converters
from newsroom import feeds, views
from newsroom.feed_formats import FORMATS

handler403 = "newsroom.refusals.denied"
handler404 = "newsroom.refusals.missing"


def _feeds(route: str, feed: type[feeds.SiteFeed], name: str) -> list[URLPattern]:
    """A feed in each format: feed/, feed/atom/, feed/json/."""
    return [
        path(f"{route}{ending}", feed(ending), name=f"{name}_{ending[:-1]}" if ending else name)
        for ending in FORMATS
    ]


urlpatterns = [
    path("", views.front_page, name="front_page"),
    path("page/<word:slug>/", views.page, name="page"),
    path("follow/", views.follow, name="follow"),
    *_feeds("feed/", feeds.SiteFeed, "feed"),
    *_feeds("category/<word:slug>/feed/", feeds.CategoryFeed, "category_feed"),
    *_feeds("tag/<word:slug>/feed/", feeds.TagFeed, "tag_feed"),
    *_feeds("author/<word:slug>/feed/", feeds.AuthorFeed, "author_feed"),
    *_feeds("corrections/feed/", feeds.CorrectionsFeed, "corrections_feed"),
    path("", include("articles.urls")),
    path("comments/", include("comments.urls")),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-<int:part>.xml", views.sitemap_part, name="sitemap_part"),
    path("news-sitemap.xml", views.news_sitemap, name="news_sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("media/<path:name>", views.media, name="media"),
    path("health/live", views.live, name="live"),
    path("health/ready", views.ready, name="ready"),
    path(settings.DESK_PATH.lstrip("/"), admin.site.urls),
]
