"""Addresses that are keys in themselves: no line of our log holds one that opens anything."""

import logging
import re
from typing import Final

# A guest's draft, the receipt of a comment, the end of its notices; an invitation to the desk, a
# new password.
_KEYS: Final = re.compile(
    r"(/(?:shared|comments/received|comments/stop|admin/invitation|admin/forgotten/[^/\s]+)/)"
    r"[^/\s?#'\"]+"
)


def without_keys(text: str) -> str:
    """The text with a dot in the place of every such key."""
    return _KEYS.sub(r"\1…", text)


class WithoutKeys(logging.Filter):
    """Of a handler or a logger: what it writes, ours or Django's own, names no key."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        if _KEYS.search(said):
            record.msg, record.args = without_keys(said), ()
        return True
