"""Names as the house spells them, by the glossary that a caller hands over.

Source: the words and their key are those of the search (UAX #29, ``articles.arabic.terms``), so
that a name is met in any vocalisation, with or without hamza; the letters written onto a word are
Ryding, A Reference Grammar of Modern Standard Arabic (2005), ch. 16.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from articles.arabic.function_words import FUNCTION_WORDS
from articles.arabic.letters import strip_marks
from articles.arabic.proofreading.mark import Kind, Mark
from articles.arabic.proofreading.prose import Prose
from articles.arabic.terms import Term, bare, placed_terms

type Glossary = Mapping[str, str]
"""Every known spelling as ``" ".join(map(bare, terms(spelling)))``, with that of the house."""

_BETWEEN = re.compile(r"[ \u00a0-]")
_WRITTEN_ONTO = ("و", "ف", "ب", "ل", "ك")
_LEAST_LEFT = 3  # what a clitic leaves of a word of three letters is no name


def names(prose: Prose, glossary: Glossary) -> Iterator[Mark]:
    """Names spelled otherwise than the house does; the longest that begins at a word counts.

    Mended unseen where editors listed the very spelling, or where the name has several words.
    A single word that differs by hamza, ة or ى alone (علي, على) may be no name at all, and so may
    what a clitic leaves; a name with its harakat is the name.
    """
    if not glossary:
        return
    most = max(key.count(" ") for key in glossary) + 1
    first_words = {key.partition(" ")[0] for key in glossary}
    words = [word for word in placed_terms(prose.text) if prose.is_prose(word.start)]
    at = 0
    while at < len(words):
        mark, taken = _name_at(prose, words[at : at + most], glossary, first_words)
        if mark:
            yield mark
        at += taken


def _name_at(
    prose: Prose, words: Sequence[Term], glossary: Glossary, first_words: set[str]
) -> tuple[Mark | None, int]:
    """The mark of a name that begins here, if it needs one, and how many words it has."""
    whole = bare(words[0].spelled)
    for clitic in ("", *_WRITTEN_ONTO):
        first = whole.removeprefix(clitic) if clitic else whole
        if (clitic and first == whole) or first not in first_words:
            continue
        if clitic and len(first) < _LEAST_LEFT:
            continue
        for many in range(_unbroken(prose.text, words), 0, -1):
            key = " ".join((first, *(bare(word.spelled) for word in words[1:many])))
            if key in glossary:
                return _respelled(prose, words[:many], key, glossary[key], clitic), many
    return None, 1


def _unbroken(text: str, words: Sequence[Term]) -> int:
    """How many of the words follow each other without a sign between them."""
    many = 1
    while many < len(words) and _BETWEEN.fullmatch(text, words[many - 1].end, words[many].start):
        many += 1
    return many


def _respelled(
    prose: Prose, words: Sequence[Term], key: str, house: str, clitic: str
) -> Mark | None:
    start, end = words[0].start, words[-1].end
    if clitic:
        start += 1
        if prose.text[start - 1] != clitic or bare(prose.text[start : words[0].end]) == "":
            return None
    found = prose.text[start:end]
    if strip_marks(found) == strip_marks(house) or key in FUNCTION_WORDS:
        return None
    is_listed = bare(house) != key and not clitic
    return Mark(start, end, Kind.NAME, found, house, is_safe=is_listed or " " in key)
