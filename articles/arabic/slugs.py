"""The readable end of an address, in the headline's own letters.

Sources: RFC 3987, by which an address may hold Arabic letters and should hold normalised ones;
UAX #15 for NFKC, in which drawn letters and full-width digits are the ordinary ones.
"""

import re
import unicodedata

from articles.arabic.digits import to_latin
from articles.arabic.letters import COMBINING, strip_marks

_ZWNJ = "\u200c"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{COMBINING}])*+")


def slug(text: str, *, limit: int = 60, fallback: str = "خبر") -> str:
    """Whole words joined by hyphens, at most ``limit`` letters, never empty.

    Letters stay as spelled (أ is أ), in NFKC; marks, tatweel and invisible characters go, ZWNJ
    ends a word, digits and case are Latin and lower. Only a first word longer than the limit
    is cut, between letters. Slugging a slug changes nothing.

    WordPress cuts at 200 bytes of percent-encoding, some 33 Arabic letters, often inside a word;
    60 letters hold a whole headline of the usual length.
    """
    limit = max(limit, 1)
    return _joined(text, limit) or _joined(fallback, limit) or _joined("خبر", limit)


def _joined(text: str, limit: int) -> str:
    words = _WORD.findall(_plain(text))
    kept = _cut(words[0], limit) if words else ""
    for word in words[1:]:
        if len(kept) + 1 + len(word) > limit:
            break
        kept = f"{kept}-{word}"
    return kept


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text.replace(_ZWNJ, " "))
    # Lower-casing can undo the composition (İ), so compose again.
    return unicodedata.normalize("NFKC", to_latin(strip_marks(composed)).lower())


def _cut(word: str, limit: int) -> str:
    """The first letters of a word, the last one with all its combining marks or left out."""
    end = min(limit, len(word))
    while end < len(word) and end > 1 and word[end] in COMBINING:
        end -= 1
    return word[:end]
