"""The words of people without an account, as they may be kept: plain text that stays in its place.

They are never HTML here; whoever shows them escapes them, and puts a name in ``<bdi>``.
"""

import re
import unicodedata

from articles.arabic.letters import INVISIBLE

# Line breaks of any kind would reach mail headers and lists; control characters reach nobody.
_LINE_BREAKS = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))


def in_one_line(text: str) -> str:
    """A name: in one line, without what could turn the line that it stands in."""
    text = _CONTROLS.sub("", _LINE_BREAKS.sub(" ", text))
    return unicodedata.normalize("NFC", " ".join(text.split()))


def in_lines(text: str) -> str:
    """A longer text: its line breaks kept, each the same sign."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text)).strip()


def shows_something(text: str) -> bool:
    """Whether there is anything to read: a text of characters that show nothing is no text."""
    return bool(text.translate(_INVISIBLE).strip())
