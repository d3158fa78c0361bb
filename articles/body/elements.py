"""What a body may hold: one declaration for the editor and for the sanitiser.

Pictures and embeds stand in the text by reference (``<figure data-picture="17">``,
``<figure data-gallery="3,7">``, ``<figure data-embed="https://…">``) and are resolved when the
text is drawn, so that a new credit or crop needs no rewriting of stories. What stands beside the
text is a box: ``<aside data-box="quote">`` holds words lifted from the story and who said them
(``footer``), ``<aside data-box="facts">`` a heading with paragraphs, lists or pairs (``dl``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.templatetags.static import static
from django.utils.functional import lazy


@dataclass(frozen=True)
class Element:
    """One thing that an editor can put into a body."""

    extension: str  # the editor's name of it
    tags: frozenset[str]
    attributes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    options: object = True  # what the editor is told about it


def _element(extension: str, *tags: str, options: object = True, **attributes: str) -> Element:
    allowed = {tag: frozenset(names.split()) for tag, names in attributes.items()}
    return Element(extension, frozenset(tags), allowed, options)


BODY_ELEMENTS: tuple[Element, ...] = (
    _element("Paragraph", "p"),
    _element("HardBreak", "br"),
    # A story has one h1, its headline; the body divides into sections (h2) and their parts (h3).
    _element("Heading", "h2", "h3", options={"levels": [2, 3]}),
    _element("Bold", "strong"),
    _element("Italic", "em"),
    _element(
        "Link",
        "a",
        a="href",
        options={"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    ),
    _element("BulletList", "ul"),
    _element("OrderedList", "ol"),
    _element("ListItem", "li"),
    _element("Blockquote", "blockquote"),
    _element("Table", "table", "caption", "thead", "tbody"),
    _element("TableRow", "tr"),
    _element("TableHeader", "th", th="colspan rowspan scope"),
    _element("TableCell", "td", td="colspan rowspan"),
    _element("PictureReference", "figure", figure="data-picture data-place"),
    _element("GalleryReference", "figure", figure="data-gallery"),
    _element("EmbedReference", "figure", figure="data-embed"),
    _element("PullQuote", "aside", "footer", aside="data-box"),
    _element("FactBox", "aside", "dl", "dt", "dd", aside="data-box"),
)

# Where a picture stands: across text and rail, in the rail, or in the rail and cut upright.
PLACES = frozenset({"broad", "out", "upright"})
BOXES = frozenset({"quote", "facts"})

TAGS: set[str] = set().union(*(element.tags for element in BODY_ELEMENTS))
ATTRIBUTES: dict[str, set[str]] = {}
for _declared in BODY_ELEMENTS:
    for _tag, _names in _declared.attributes.items():
        ATTRIBUTES.setdefault(_tag, set()).update(_names)

# Tags whose end parts two words ("<p>أ</p><p>ب</p>" is two words, "<strong>أ</strong>ب" is one).
BLOCKS = TAGS - {"strong", "em", "a"}

# What words alone need: for a text that may not divide into sections or show anything.
_PLAIN = {
    "Paragraph",
    "HardBreak",
    "Bold",
    "Italic",
    "Link",
    "BulletList",
    "OrderedList",
    "ListItem",
}
WORDS_ALONE = tuple(element for element in BODY_ELEMENTS if element.extension in _PLAIN)


def editor_config(elements: tuple[Element, ...] = BODY_ELEMENTS) -> dict[str, object]:
    """The editor's own configuration, from the same list."""
    return {element.extension: element.options for element in elements} | {"HTML": False}


def _no_rule(config: object, shared_config: object) -> None:
    """The editor package would derive a sanitiser; ours reads BODY_ELEMENTS itself."""


def _ours(script: str, *extensions: str) -> dict[str, object]:
    return {"js": [lazy(static, str)(script)], "extensions": dict.fromkeys(extensions, _no_rule)}


# In the shape of the setting DJANGO_PROSE_EDITOR_EXTENSIONS; the last puts ours in the place of
# the package's table, which drops captions.
EDITOR_EXTENSIONS: list[dict[str, object]] = [
    _ours("js/body-references.js", "PictureReference", "GalleryReference", "EmbedReference"),
    _ours("js/body-boxes.js", "PullQuote", "FactBox"),
    _ours("js/body-tables.js", "Table", "TableHeader"),
]
