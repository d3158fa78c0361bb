"""Proper names and how they are written: one house spelling, and the variants that people use.

Editors' words alone: nothing of a story gets in here. The search takes them as synonyms, see
``articles/search/names.py``; the house style asks ``house_spellings`` and ``glossary``.
"""

from collections.abc import Iterable, Sequence
from itertools import batched

from django.db import IntegrityError, transaction

from articles.arabic.function_words import FUNCTION_WORDS
from articles.arabic.tags import parse_tags
from articles.arabic.terms import bare, terms
from articles.models import Name, NameSpelling

# A name of five words is a title; a dozen spellings of one is twice what the richest have, and
# what one question may cost.
MOST_WORDS, MOST_SPELLINGS = 4, 12
_LONGEST = 60


class WrongName(Exception):
    """A spelling that cannot be one; ``code`` is one of empty, small, long, many, taken."""

    def __init__(self, code: str, spelling: str = "", house: str = "") -> None:
        super().__init__(code)
        self.code, self.spelling, self.house = code, spelling, house


def name_key(written: str) -> str:
    """Equal for two spellings that differ in harakat, hamza, tatweel or ة and ى alone."""
    return " ".join(map(bare, terms(written)))


def spellings(typed: str) -> list[str]:
    """The variants in what somebody typed, parted by commas of either script or new lines."""
    return parse_tags(typed)


@transaction.atomic
def keep(name: Name, variants: Sequence[str]) -> Name:
    """Save a name with all its spellings, or WrongName; those equal when folded count once."""
    known = judged(name, variants)
    try:
        with transaction.atomic():
            name.save()
            name.spellings.all().delete()
            NameSpelling.objects.bulk_create(
                NameSpelling(name=name, written=written, key=key, place=place)
                for place, (key, written) in enumerate(known.items())
            )
    except IntegrityError:  # somebody gave a spelling to another name in this very moment
        judged(name, variants)
        raise
    return name


def judged(name: Name, variants: Sequence[str]) -> dict[str, str]:
    """The spellings by their key, that of the house first; WrongName if one cannot stand."""
    known: dict[str, str] = {}
    for written in (name.house, *variants):
        known.setdefault(_key_of(written), written)
    if len(known) > MOST_SPELLINGS:
        raise WrongName("many")
    others = NameSpelling.objects.filter(key__in=known).select_related("name")
    for taken in others.exclude(name=name.pk):
        raise WrongName("taken", known[taken.key], taken.name.house)
    return known


def house_spellings(written: Iterable[str]) -> dict[str, str]:
    """For each of these spellings that belongs to a name, in any vocalisation, that of the house.

    One query for a thousand of them; what is written as the house writes it maps to itself.
    """
    keys = {one: name_key(one) for one in written}
    house: dict[str, str] = {}
    for some in batched(set(keys.values()), 1_000, strict=False):
        rows = NameSpelling.objects.filter(key__in=some)
        house |= dict(rows.values_list("key", "name__house"))
    return {one: house[key] for one, key in keys.items() if key in house}


def glossary() -> dict[str, str]:
    """The house spelling by the key of every known one, for the marks of the desk; one query."""
    return dict(NameSpelling.objects.values_list("key", "name__house"))


def _key_of(written: str) -> str:
    key = name_key(written)
    words = key.split()
    if not any(letter.isalpha() for letter in key):
        raise WrongName("empty", written)
    if len(written) > _LONGEST or len(words) > MOST_WORDS:
        raise WrongName("long", written)
    # One letter is no name, and whoever asks for a small word must not be given a name for it.
    if len(key) < 2 or all(word in FUNCTION_WORDS for word in words):
        raise WrongName("small", written)
    return key
