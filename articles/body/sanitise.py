"""Clean a body when it is saved: what comes out holds nothing but BODY_ELEMENTS.

Cleaning twice changes nothing, and no visible word is lost.
"""

import re
import unicodedata

import nh3

from articles.body.elements import ATTRIBUTES, TAGS
from articles.body.links import safe_address

# Their text is code or hidden matter, never the story's words.
_DROPPED_WITH_TEXT = {"script", "style", "noscript", "template", "iframe", "object", "title", "svg"}
# Control characters other than tab and line feed have no business in HTML (PostgreSQL refuses NUL).
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_BLOCK = re.compile(
    r"<(?:p|h[1-6]|ul|ol|li|blockquote|table|figure|div|section|article)\b", re.IGNORECASE
)
_EMPTY = re.compile(
    r"<(p|h2|h3|li|ul|ol|blockquote|strong|em|a)(?: [^>]*)?>(?:\s|&nbsp;|<br>)*</\1>"
)
_FIGURE = re.compile(r"<figure([^>]*)>")
_REFERENCE = re.compile(r' data-(?:picture|embed)="[^"]+"')
_INTEGER = re.compile(r"[1-9][0-9]{0,8}")


def clean_body(html: str) -> str:
    """The same words as semantic HTML, in the one form that the rest of the house relies on.

    Plain lines become paragraphs; a figure is an empty element that names what it shows.
    """
    text = unicodedata.normalize("NFC", _CONTROLS.sub("", html))
    cleaned = _CLEANER.clean(text if _BLOCK.search(text) else _as_paragraphs(text))
    cleaned = _FIGURE.sub(_canonical_figure, cleaned.replace("</figure>", ""))
    while (shorter := _EMPTY.sub("", cleaned)) != cleaned:
        cleaned = shorter
    return cleaned.strip()


def _kept_value(tag: str, name: str, value: str) -> str | None:
    """What an allowed attribute may say; None drops it."""
    match name:
        case "href":
            return safe_address(value)
        case "data-picture" | "colspan" | "rowspan":
            return value if _INTEGER.fullmatch(value) else None
        case "data-embed":
            address = safe_address(value)
            return address if address and address.startswith("https://") else None
    return None


_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=_kept_value,
    clean_content_tags=_DROPPED_WITH_TEXT,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
    strip_comments=True,
)


def _as_paragraphs(text: str) -> str:
    return "".join(f"<p>{line.strip()}</p>" for line in text.splitlines() if line.strip())


def _canonical_figure(match: re.Match[str]) -> str:
    reference = _REFERENCE.search(match[1])
    return f"<figure{reference[0]}></figure>" if reference else ""
