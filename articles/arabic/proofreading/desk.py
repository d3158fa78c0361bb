"""The house-style desk: every mark of a text in one list, and the text with all safe ones mended.

Source: the rules are those of the modules beside this one, each with its own (the Unicode Standard,
CLDR, alreq, Ryding); their order is the order in which marks that overlap give way to each other:
characters before signs, signs before words.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from articles.arabic.digits import Digits
from articles.arabic.proofreading.characters import forms, invisible, tatweel
from articles.arabic.proofreading.endings import suspects
from articles.arabic.proofreading.figures import mixed_digits
from articles.arabic.proofreading.mark import Mark, fixed, in_order
from articles.arabic.proofreading.prose import Prose, read
from articles.arabic.proofreading.quotes import quotes
from articles.arabic.proofreading.signs import (
    doubled_spaces,
    latin_signs,
    missing_spaces,
    spaces_before,
)
from articles.arabic.proofreading.spellings import Glossary, names

_NO_NAMES: Glossary = MappingProxyType({})


def marks(
    text: str, *, digits: Digits | None = None, glossary: Mapping[str, str] = _NO_NAMES
) -> list[Mark]:
    """What a proofreader would mark in a plain text, a line a paragraph, in its order.

    None overlap. ``digits`` are those of the site, wanted where a text mixes two sets; without
    them the majority decides. A mark may hide another until it is mended: ``tidied`` asks again.
    """
    return in_order(_all_marks(read(text), digits, glossary))


def tidied(
    text: str, *, digits: Digits | None = None, glossary: Mapping[str, str] = _NO_NAMES
) -> str:
    """The text with every safe fix, again until none is left: tidying twice is tidying once.

    It ends: each fix takes away a character that its rule looks for, and none puts one there for
    another but a space behind a sign, which no rule takes away.
    """
    while safe := [one for one in marks(text, digits=digits, glossary=glossary) if one.is_safe]:
        text = fixed(text, safe)
    return text


def _all_marks(prose: Prose, digits: Digits | None, glossary: Glossary) -> Iterator[Mark]:
    yield from forms(prose)
    yield from invisible(prose)
    yield from tatweel(prose)
    yield from quotes(prose)
    yield from latin_signs(prose)
    yield from spaces_before(prose)
    yield from missing_spaces(prose)
    yield from doubled_spaces(prose)
    yield from mixed_digits(prose, digits)
    yield from names(prose, glossary)
    yield from suspects(prose)
