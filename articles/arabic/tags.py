"""Tags as people type them: Arabic commas, hashtags, quotes.

Sources: the characters that the Unicode Character Database calls comma and semicolon; UAX #31,
"Hashtag Identifiers", for what begins a hashtag.
"""

import re
from collections.abc import Iterator

from articles.arabic.bidi import strip_controls
from articles.arabic.letters import INVISIBLE, normalise

# Latin, Arabic, reversed, full-width, small and ideographic commas and semicolons, and new lines.
# Not ٬: that one stands inside numbers.
_SEPARATORS = r",،⹁，﹐､、;؛⁏⸵；﹔\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_QUOTES = '"“”„'
_PIECE = re.compile(
    rf"[^\S{_SEPARATORS}]*+[{_QUOTES}](?P<quoted>[^{_QUOTES}]*+)[{_QUOTES}]"
    rf"[^\S{_SEPARATORS}]*+(?=[{_SEPARATORS}]|\Z)"
    rf"|(?P<plain>[^{_SEPARATORS}]++)"
)
_HASHES = "#＃﹟"
_HASHTAG = re.compile(rf"\s+(?=[{_HASHES}])")
_AROUND = INVISIBLE + " "


def parse_tags(text: str) -> list[str]:
    """The tag names in what a person typed, in order, the first of equal ones kept.

    Commas and semicolons of either script and new lines separate; double quotes around a name
    keep its commas. A hashtag loses its # and its underscores. Nothing typed is an error.
    """
    names: dict[str, str] = {}
    for piece in _pieces(text):
        name = tag_name(piece)
        key = tag_key(name)
        if key:
            names.setdefault(key, name)
    return list(names.values())


def tag_key(name: str) -> str:
    """Equal for two spellings of one tag: الأمن and الامن, الزِّراعة and #الزراعة."""
    return normalise(tag_name(name))


def _pieces(text: str) -> Iterator[str]:
    for piece in _PIECE.finditer(text):
        if piece["quoted"] is not None:
            yield piece["quoted"]
        elif _is_hashtag(piece["plain"]):
            yield from _HASHTAG.split(piece["plain"])  # "#الأمن #الزراعة" pasted from elsewhere
        else:
            yield piece["plain"]


def tag_name(piece: str) -> str:
    """The name as shown: no #, no direction controls, single spaces."""
    name = _trimmed(strip_controls(piece))
    if _is_hashtag(name):
        name = _trimmed(name.lstrip(_HASHES + _AROUND + "_").replace("_", " "))
    return name


def _is_hashtag(piece: str) -> bool:
    return _trimmed(piece).startswith(tuple(_HASHES))


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(_AROUND)
