"""The panel's screens of the ground floor."""

from articles.admin import article, audit, author, category, name, picture, tag, video  # noqa: F401
