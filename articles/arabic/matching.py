"""A word as a regular expression that finds every spelling which folds to the same letters.

For lists without a folded column of their own: أحمد finds احمد, and the other way round. Source:
the folding of ``articles.arabic.letters`` read backwards (Unicode's Arabic block, U+0600 to
U+06FF); the marks that may stand between letters are those that it drops. Only what the regular
expressions of Python and PostgreSQL have in common is used.
"""

import re
from functools import cache

from articles.arabic.letters import normalise

# Tashkeel, Quranic marks, tatweel, joiners and marks of direction; as ranges, which are short.
_BETWEEN = (
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)


def pattern(word: str) -> str:
    """What matches the word in any spelling; nothing for what folds to nothing."""
    return "".join(f"{_any(letter)}{_BETWEEN}*" for letter in normalise(word) if letter != " ")


def _any(folded: str) -> str:
    spellings = _spellings().get(folded, "")
    return f"[{spellings}]" if len(spellings) > 1 else re.escape(folded)


@cache
def _spellings() -> dict[str, str]:
    """Every folded letter with all those of the block that fold to it."""
    found: dict[str, str] = {}
    for letter in map(chr, range(0x0600, 0x0700)):
        folded = normalise(letter)
        if len(folded) == 1:
            found[folded] = found.get(folded, folded) + letter * (letter != folded)
    return found
