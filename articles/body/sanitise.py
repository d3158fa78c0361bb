"""Clean a body when it is saved: what comes out holds nothing but BODY_ELEMENTS.

Cleaning twice changes nothing, no visible word is lost, and none is joined to the next.
"""

import re
import unicodedata

import nh3

from articles.body.blocks import as_blocks
from articles.body.elements import ATTRIBUTES, BOXES, PLACES, TAGS
from articles.body.links import safe_address

# Their text is code or hidden matter, never the story's words.
_DROPPED_WITH_TEXT = {"script", "style", "noscript", "template", "iframe", "object", "title", "svg"}
# Control characters other than tab and line feed have no business in HTML (PostgreSQL refuses NUL).
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SOME_BLOCK = re.compile(
    r"<(?:p|h[1-6]|ul|ol|li|blockquote|table|figure|aside|div|dl|pre)\b", re.IGNORECASE
)
# Elements of other editors, by the names that ours have.
_OTHER_BLOCKS = (
    "address", "article", "center", "details", "div", "fieldset", "figcaption", "form", "header",
    "hr", "legend", "main", "nav", "pre", "section", "summary",
)  # fmt: skip
_OURS = dict.fromkeys(_OTHER_BLOCKS, "p") | {
    "b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3",
}  # fmt: skip
_TAG_NAME = re.compile(rf"<(/?)({'|'.join(_OURS)})(?=[\s>/])", re.IGNORECASE)
_INTEGER = re.compile(r"[1-9][0-9]{0,8}")
_SCOPES = {"col", "row", "colgroup", "rowgroup"}


def clean_body(html: str) -> str:
    """The same words as semantic HTML, in the one form that the rest of the house relies on.

    Plain lines become paragraphs; bare text stands in one; a table holds no table; a figure is an
    empty element that names what it shows; a box stands between blocks and holds what boxes hold.
    """
    text = unicodedata.normalize("NFC", _CONTROLS.sub("", html))
    if not _SOME_BLOCK.search(text):
        text = "".join(f"<p>{line.strip()}</p>" for line in text.splitlines() if line.strip())
    return as_blocks(_CLEANER.clean(_TAG_NAME.sub(_our_name, text)))


def _our_name(match: re.Match[str]) -> str:
    return f"<{match[1]}{_OURS[match[2].lower()]}"


def _kept_value(tag: str, name: str, value: str) -> str | None:
    """What an allowed attribute may say; None drops it."""
    match name:
        case "href":
            return safe_address(value)
        case "data-picture" | "colspan" | "rowspan":
            return value if _INTEGER.fullmatch(value) else None
        case "data-gallery":
            numbers = (number.strip() for number in value.split(","))
            return ",".join(dict.fromkeys(filter(_INTEGER.fullmatch, numbers))) or None
        case "data-place":
            return value if value in PLACES else None
        case "data-box":
            return value if value in BOXES else None
        case "scope":
            return value if value in _SCOPES else None
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
