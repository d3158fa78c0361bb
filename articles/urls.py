from django.urls import path, re_path

import articles.addresses  # noqa: F401 - registers the converters
from articles import views

app_name = "articles"
urlpatterns = [
    path("a/<code:code>/<word:slug>/", views.article, name="article"),
    path("a/<code:code>", views.to_article, name="short"),
    # Cut off, doubled, without its slash: whatever follows, the code finds the story.
    re_path(r"^a/(?P<code>[0-9a-z]{4,12})/(?P<rest>(?s:.*))$", views.to_article, name="misspelt"),
    path("search/", views.search, name="search"),
    path("search/suggest/", views.suggest, name="suggest"),
    path("category/<word:slug>/", views.category, name="category"),
    path("category/<word:slug>/<year:year>/<month:month>/", views.category, name="category_month"),
    path("latest/", views.latest, name="latest"),
    path("latest/<year:year>/<month:month>/", views.latest, name="latest_month"),
    path("tag/<word:slug>/", views.tag, name="tag"),
    path("tag/<word:slug>/<year:year>/<month:month>/", views.tag, name="tag_month"),
    path("author/<word:slug>/", views.author, name="author"),
    path("author/<word:slug>/<year:year>/<month:month>/", views.author, name="author_month"),
]
