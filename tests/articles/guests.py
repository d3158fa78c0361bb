"""A draft that is shared, and its guest at the door."""

from typing import Any

from django.urls import reverse

from articles import guest_links
from articles.models import Article, ShareLink
from newsroom.models import User

GUEST = "المحامية ريم"
CANARY = "زغطبشقنمه"  # a word of no language, in every part of the shared draft


def share(article: Article, by: User, **options: Any) -> tuple[ShareLink, str]:
    """A link and its key; the guest may answer in every way unless told otherwise."""
    options = {"guest": GUEST, "may_note": True, "may_approve": True} | options
    return guest_links.make(article, by=by, **options)


def door(key: str) -> str:
    return reverse("articles:shared", args=[key])
