"""The panel's screens of the ground floor."""

from articles.admin import (  # noqa: F401
    article,
    audit,
    author,
    category,
    ledger,
    name,
    picture,
    series,
    tag,
    video,
)
