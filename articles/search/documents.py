"""What of a story the index holds: its words in order, their forms, and a profile for ranking."""

import struct
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from articles.arabic.function_words import FUNCTION_WORDS
from articles.arabic.letters import TATWEEL
from articles.arabic.stems import forms
from articles.arabic.terms import bare, terms
from articles.models import Article

VERSION = 2
"""Raised with every change of what is written here or of the Arabic rules below it."""

# Folding drops tatweel, so no word of any text begins with it: what does is ours.
FORM = TATWEEL
HEADLINE_FORM = TATWEEL * 2
GAP = TATWEEL  # alone, between two fields or paragraphs, so that no phrase reaches across

# PostgreSQL numbers no word beyond 16,383, and its tsvector ends at a megabyte: 16,000 words are
# five times the longest of 5,935 real stories, and 400 KB hold them with all their forms.
MOST_WORDS = 16_000
MOST_BYTES = 400_000

# A profile: a directory of 64 shelves, then one entry a term, sorted: its key, and how often the
# headline, what stands about it and the body hold it. A term is looked for on its shelf alone, six
# entries on average; in the whole profile, one search would read two megabytes of them.
_KEY, _ZONES, _SHELVES = 4, 3, 64
_ENTRY = _KEY + _ZONES
_DIRECTORY = struct.Struct(f">{_SHELVES + 1}H")  # where each shelf begins, counted in entries
_NUMBERS = struct.Struct(f">I{_ZONES}x")
_COUNTS = struct.Struct(f">I{_ZONES}B")
_MOST_ENTRIES = 65_535
NO_PROFILE = bytes(_DIRECTORY.size)
"""That of a story without a word: what is known of one that an earlier version wrote."""


@dataclass(frozen=True, slots=True)
class Document:
    """A story as the index holds it."""

    article_id: int
    words: list[str]  # headline, what stands about it, body, with a GAP between two parts
    forms: list[str]  # with their mark FORM or HEADLINE_FORM, each once
    body_words: int
    profile: bytes


type Key = bytes
"""The checksum by which profiles know a word or a marked form; as a number, ``SearchTerm`` does."""


def key(term: str) -> Key:
    """The key of a folded word, or of a form with its mark."""
    return zlib.crc32(term.encode()).to_bytes(_KEY)


def number(term: Key) -> int:
    """The key as ``SearchTerm`` has it."""
    return int.from_bytes(term)


def document(article: Article) -> Document:
    """What the index holds of a story; reads its category, tags and authors."""
    headline = terms(article.headline)
    about = [terms(part) for part in said_about(article)]
    body = [terms(paragraph) for paragraph in article.plain_text.split("\n")]
    zones = (headline, list(chain(*about)), list(chain(*body))[:MOST_WORDS])
    counts = [_counted(zone) for zone in zones]
    marked = dict.fromkeys(f"{TATWEEL}{term}" for term in counts[0] if term.startswith(FORM))
    marked |= dict.fromkeys(term for zone in counts for term in zone if term.startswith(FORM))
    return Document(
        article_id=article.pk,
        words=list(_within(MOST_BYTES, islice(_laid_out((headline, *about, *body)), MOST_WORDS))),
        forms=list(_within(MOST_BYTES, marked)),
        body_words=len(zones[2]),
        profile=_packed(counts),
    )


def said_about(article: Article) -> Iterator[str]:
    """What stands about a story: neither its headline nor its body."""
    yield from (article.kicker, article.standfirst, article.category.name)
    yield from (tag.name for tag in article.tags.all())
    yield from (author.name for author in article.authors.all())


def seen(profile: bytes, term: Key) -> bytes:
    """How often a story holds a term: in headline, about it, in its body; empty when it does not.

    Called thousands of times for one search: what it returns are three numbers up to 255.
    """
    place = term[0] >> 2 << 1
    start = _DIRECTORY.size + _ENTRY * (profile[place] << 8 | profile[place + 1])
    end = _DIRECTORY.size + _ENTRY * (profile[place + 2] << 8 | profile[place + 3])
    at = profile.find(term, start, end)
    while at >= 0:
        if (at - start) % _ENTRY == 0:
            return profile[at + _KEY : at + _ENTRY]
        at = profile.find(term, at + 1, end)  # the end of one entry and the start of the next
    return b""


def numbers(profile: bytes) -> Iterator[int]:
    """The keys of all words and forms of a story as numbers, each once."""
    return (entry[0] for entry in _NUMBERS.iter_unpack(profile[_DIRECTORY.size :]))


def counts(profile: bytes) -> Iterator[tuple[int, int, int, int]]:
    """All words and forms of a story as numbers, with how often headline, surroundings and body
    hold them."""
    return _COUNTS.iter_unpack(profile[_DIRECTORY.size :])


def _counted(zone: Iterable[str]) -> Counter[str]:
    """How often each folded word and each marked form stands in a part of the story."""
    counted: Counter[str] = Counter()
    for spelled, times in Counter(zone).items():
        word = bare(spelled)
        counted[word] += times
        if word not in FUNCTION_WORDS:
            for form in forms(spelled):
                counted[FORM + form] += times
    return counted


def _laid_out(parts: Iterable[list[str]]) -> Iterator[str]:
    """The folded words of all parts in order, a GAP behind each part."""
    return chain.from_iterable([*map(bare, part), GAP] for part in parts)


def _within(room: int, listed: Iterable[str]) -> Iterator[str]:
    for term in listed:
        room -= len(term.encode())
        if room < 0:
            return
        yield term


def _packed(counts: list[Counter[str]]) -> bytes:
    """The profile. Two terms of one story with one checksum share an entry: 1 story of 40,000."""
    entries: dict[Key, list[int]] = {}
    for zone, counted in enumerate(counts):
        for term, times in counted.items():
            entry = entries.setdefault(key(term), [0] * _ZONES)
            entry[zone] = min(entry[zone] + times, 255)
    terms_in_order = sorted(entries)[:_MOST_ENTRIES]
    begins = (bisect_left(terms_in_order, bytes([shelf << 2])) for shelf in range(_SHELVES))
    directory = _DIRECTORY.pack(*begins, len(terms_in_order))
    return directory + b"".join(term + bytes(entries[term]) for term in terms_in_order)
