"""A state as the panel shows it: a glyph, a word and a wash, so that no colour speaks alone."""

from typing import Any

from django.utils.html import format_html
from django.utils.text import capfirst

# Wash and glyph of the states that do not look as they are called. Broken ring: not sent; ring: in
# the desk's hands; full disc: readers see it; half disc: readers see something older than the desk.
_LOOKS = {
    "in_review": ("review", "review"),
    "published": ("live", "live"),
    "changed": ("live", "changed"),
    "waiting": ("submitted", "submitted"),
    "approved": ("live", "live"),
    "rejected": ("withdrawn", "withdrawn"),
    "spam": ("withdrawn", "withdrawn"),
    "trashed": ("draft", "withdrawn"),
}


def chip(state: str, word: Any, note: Any = "") -> str:
    """The chip of a state of a story, a comment or an advertisement, with a small note in it."""
    wash, glyph = _LOOKS.get(state, (state, state))
    small = format_html("<small>{}</small>", note) if note else ""
    return format_html(
        '<span class="st state {}"><svg class="g" viewBox="0 0 16 16" aria-hidden="true">'
        '<use href="#s-{}"/></svg>{}{}</span>',
        wash, glyph, capfirst(str(word)), small,
    )  # fmt: skip
