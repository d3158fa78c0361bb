"""The map of addresses. Each declares what a cache may keep of it in ``newsroom/caching.py``."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

import articles.addresses  # noqa: F401 - registers the converters
from newsroom import feeds, views

handler403 = "newsroom.refusals.denied"
handler404 = "newsroom.refusals.missing"

urlpatterns = [
    path("", views.front_page, name="front_page"),
    path("page/<word:slug>/", views.page, name="page"),
    path("follow/", views.follow, name="follow"),
    path("feed/", feeds.SiteFeed(), name="feed"),
    path("category/<word:slug>/feed/", feeds.CategoryFeed(), name="category_feed"),
    path("tag/<word:slug>/feed/", feeds.TagFeed(), name="tag_feed"),
    path("author/<word:slug>/feed/", feeds.AuthorFeed(), name="author_feed"),
    path("corrections/feed/", feeds.CorrectionsFeed(), name="corrections_feed"),
    path("", include("articles.urls")),
    path("comments/", include("comments.urls")),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-<int:part>.xml", views.sitemap_part, name="sitemap_part"),
    path("robots.txt", views.robots, name="robots"),
    path("media/<path:name>", views.media, name="media"),
    path("health/live", views.live, name="live"),
    path("health/ready", views.ready, name="ready"),
    path(settings.DESK_PATH.lstrip("/"), admin.site.urls),
]
