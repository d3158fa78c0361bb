"""Which addresses a body may point to; checked by us too, since parsers can be talked round."""

import re
from urllib.parse import urlsplit

_SCHEMES = {"http", "https", "mailto"}
# Browsers drop tabs and line ends inside an address and spaces and controls around it.
_IGNORED_BY_BROWSERS = re.compile(
    r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
_LONGEST = 2000  # what browsers and servers agree to carry
# Would end an attribute or a tag in the hands of a careless reader of our feeds.
_QUOTED = str.maketrans({'"': "%22", "<": "%3C", ">": "%3E", "`": "%60"})


def safe_address(address: str) -> str | None:
    """The address in the form in which it is stored, or None when no reader should follow it.

    Kept: http, https, mailto, a path of this site (``/a/…``) and a place on this page (``#…``).
    """
    compact = _IGNORED_BY_BROWSERS.sub("", address).translate(_QUOTED)
    if not compact or len(compact) > _LONGEST or "\\" in compact:
        return None
    if compact.startswith("//"):
        compact = f"https:{compact}"
    if compact.startswith(("/", "#")):
        return compact
    try:
        parts = urlsplit(compact)
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES:
        return None
    return compact if parts.hostname or parts.scheme == "mailto" else None
