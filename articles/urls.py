from django.urls import path, re_path
from django.views.decorators.http import require_safe

import articles.addresses  # noqa: F401 - registers the converters
from articles import guest_views, views
from articles.redirects import slashed

app_name = "articles"
urlpatterns = [
    path("a/<code:code>/<word:slug>/", views.article, name="article"),
    path("a/<code:code>", views.to_article, name="short"),
    # Cut off, doubled, without its slash: whatever follows, the code finds the story.
    re_path(r"^a/(?P<code>[0-9a-z]{4,12})/(?P<rest>(?s:.*))$", views.to_article, name="misspelt"),
    path("live/<code:code>/", views.live, name="live"),
    path("shared/<key:key>/", guest_views.shared, name="shared"),
    # As it arrives when a program took the last stroke for a mark of the sentence.
    path("shared/<key:key>", guest_views.shared, name="shared_cut"),
    path("shared/<key:key>/thanks/", guest_views.thanks, name="shared_thanks"),
    path("search/", views.search, name="search"),
    path("search/suggest/", views.suggest, name="suggest"),
    path("category/<word:slug>/", views.category, name="category"),
    path("category/<word:slug>/<year:year>/<month:month>/", views.category, name="category_month"),
    re_path(
        r"^(?P<kind>author|category|series|tag)/(?P<slug>[^/\x00]+)"
        r"(?P<rest>(?:/feed|/[1-8][0-9]{3}/(?:0[1-9]|1[0-2]))?)$",
        require_safe(slashed),
        name="slashed",
    ),
    path("corrections/", views.corrections, name="corrections"),
    path("latest/", views.latest, name="latest"),
    path("latest/<year:year>/<month:month>/", views.latest, name="latest_month"),
    path("tag/<word:slug>/", views.tag, name="tag"),
    path("tag/<word:slug>/<year:year>/<month:month>/", views.tag, name="tag_month"),
    path("series/<word:slug>/", views.series, name="series"),
    path("author/<word:slug>/", views.author, name="author"),
    path("author/<word:slug>/<year:year>/<month:month>/", views.author, name="author_month"),
]
