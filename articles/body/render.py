"""Draw a body for readers: references become pictures and links, tables get room to scroll.

The only place in the house that marks a body as safe HTML; it is given cleaned bodies only.
"""

import re
from collections.abc import Mapping
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from articles.body.text import EMBED, PICTURE, plain_text

if TYPE_CHECKING:
    from articles.models import Picture

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_CAPTION = re.compile(r"<caption>(.*?)</caption>", re.DOTALL)


def render_body(body: str, pictures: Mapping[int, "Picture"]) -> SafeString:
    """The body as readers get it; ``pictures`` holds those it refers to, others are left out."""

    def picture(match: re.Match[str]) -> str:
        shown = pictures.get(int(match[1]))
        return render_to_string("articles/_figure.html", {"picture": shown}) if shown else ""

    drawn = PICTURE.sub(picture, body)
    drawn = EMBED.sub(_embed, drawn)
    drawn = _TABLE.sub(_scrolling_table, drawn)
    return mark_safe(drawn)  # noqa: S308 - cleaned at save, and joined with our own templates


def render_sponsored(words: str) -> SafeString:
    """The words of an advertisement, each of whose links says that it was paid for."""
    # Cleaned words hold no "<a" but at the start of a link, which then has an address alone.
    marked = words.replace('<a href="', '<a rel="sponsored noopener" href="')
    return mark_safe(marked)  # noqa: S308 - cleaned at save


def _embed(match: re.Match[str]) -> str:
    address = unescape(match[1])
    context = {"address": address, "host": urlsplit(address).hostname}
    return render_to_string("articles/_embed.html", context)


def _scrolling_table(match: re.Match[str]) -> str:
    caption = _CAPTION.search(match[0])
    return render_to_string(
        "articles/_table.html",
        {
            "table": mark_safe(match[0]),  # noqa: S308 - a part of the cleaned body
            "label": plain_text(caption[1]) if caption else "",
        },
    )
