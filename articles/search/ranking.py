"""In which order stories are shown: one function, the same to the last bit on every database.

BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", 2004)
with its usual constants, and three things that a newspaper adds: a word found as it was typed
counts more than its forms, a headline that answers the whole question comes first, and of two
equal stories the newer one.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from articles.search.documents import Key, seen

_K1, _B = 1.2, 0.75
# A headline says a story in eight words, its body in two hundred: measured, and flat from 3 to 10.
_HEADLINE, _ABOUT, _BODY = 5, 2, 1
# في and من say nothing in a search, yet they are better than chance.
_FUNCTION_WORD = 0.1
# The share of the score that a story loses with the words that it lacks.
_COVERAGE = 0.4
# A tenth between today's story and an old one, half of it gone in a month: enough to part equals,
# too little to bring up what answers worse.
_FRESHNESS, _FRESH_DAYS = 0.1, 30

# What a form of the word is worth beside the word itself: the likeliest first, flat around this.
FORM_WORTHS = (0.6, 0.5, 0.4, 0.3)

# …and what another spelling of a name is worth: enough to be ranked among its like, never before
# the spelling that was asked for.
_SPELLING = 0.5

type Strength = tuple[float, float, float]
"""How often headline, surroundings and body hold a word, a form counting less than the word."""


class Candidate(NamedTuple):
    """What ranking knows of a story."""

    article_id: int
    published_at: datetime
    words: int
    profile: bytes


@dataclass(frozen=True, slots=True)
class Ranked:
    article_id: int
    score: float
    coverage: float  # the share of the question that it answers in any form, 0 to 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A word of the question: its keys with what finding each is worth.

    ``holding``: how many stories hold the word ``itself``; None: those ranked are all that do.
    ``others``: the keys of other spellings, all of one to be held.
    """

    worths: tuple[tuple[Key, float], ...]
    itself: tuple[Key, ...]
    is_function_word: bool
    holding: int | None
    others: tuple[tuple[Key, ...], ...] = ()


def ranked(
    candidates: Sequence[Candidate], asked: Sequence[Asked], *, stories: int, mean_words: float
) -> list[Ranked]:
    """The candidates, best first.

    Age is counted from the newest of them, not from now, so that a page of results is the same
    page tomorrow if nothing was published.
    """
    newest = max((one.published_at for one in candidates), default=None)
    columns = [[_strength(one.profile, each) for one in candidates] for each in asked]
    tells = [
        _tells(each, column, candidates, stories)
        for each, column in zip(asked, columns, strict=True)
    ]
    found = []
    for one, strengths in zip(candidates, zip(*columns, strict=True), strict=True):
        score, coverage = _answer(strengths, tells, one.words / (mean_words or 1))
        age = (newest - one.published_at).total_seconds() / 86_400 if newest else 0
        score *= 1 + _FRESHNESS / (1 + age / _FRESH_DAYS)
        found.append((score, one.published_at, one.article_id, coverage))
    if any(each.others for each in asked):
        found = _as_asked_first(found, candidates, asked)
    found.sort(reverse=True)
    return [Ranked(article_id, score, coverage) for score, _, article_id, coverage in found]


type _Row = tuple[float, datetime, int, float]


def _as_asked_first(
    found: Sequence[_Row], candidates: Sequence[Candidate], asked: Sequence[Asked]
) -> list[_Row]:
    """The rows, scored so that full answers with every name as it was spelled stand first."""
    telling = [each for each in asked if not each.is_function_word]
    as_asked = {
        one.article_id
        for one in candidates
        if all(any(_own_strength(one.profile, each.worths)) for each in telling)
    }
    best = max((score for score, _, pk, _ in found if pk not in as_asked), default=0.0)
    return [
        (score + best if pk in as_asked else score, moment, pk, coverage)
        for score, moment, pk, coverage in found
    ]


def _tells(
    each: Asked, column: Sequence[Strength], candidates: Sequence[Candidate], stories: int
) -> float:
    """What finding a word tells: more, the fewer stories hold it; nothing if none does."""
    holding = each.holding
    if holding is None:
        if not any(map(any, column)):
            return 0.0
        holding = (
            sum(map(any, column))
            if each.others
            else max(sum(1 for one in candidates if seen(one.profile, key)) for key in each.itself)
        )
    rarity = math.log(1 + (max(stories - holding, 0) + 0.5) / (holding + 0.5))
    return rarity * (_FUNCTION_WORD if each.is_function_word else 1)


def _answer(
    strengths: Sequence[Strength], tells: Sequence[float], length: float
) -> tuple[float, float]:
    """How well a story of that length answers, and how much of the question."""
    norm = 1 - _B + _B * length
    score = answered = well_answered = in_headline = 0.0
    for (headline, about, body), tell in zip(strengths, tells, strict=True):
        held = _HEADLINE * headline + _ABOUT * about + _BODY * body / norm
        if held:
            score += tell * held / (_K1 + held) * (1 + _K1)
            answered += tell
            well_answered += tell * min(1, max(headline, about, body))
            in_headline += tell * min(1, headline)
    total = sum(tells) or 1.0
    score *= 1 - _COVERAGE + _COVERAGE * well_answered / total
    return score + in_headline * in_headline / total, answered / total


def _strength(profile: bytes, each: Asked) -> Strength:
    """How strongly a story holds a word, or a name in any spelling."""
    own = _own_strength(profile, each.worths)
    for keys in each.others:
        # A profile does not know which words stand together: the index saw to that.
        found = [seen(profile, key) for key in keys]
        if all(found):
            weakest = (_SPELLING * min(zone) for zone in zip(*found, strict=True))
            own = tuple(map(max, own, weakest))
    return own


def _own_strength(profile: bytes, worths: Sequence[tuple[Key, float]]) -> Strength:
    headline = about = body = 0.0
    for key, worth in worths:
        found = seen(profile, key)
        if found:
            headline = max(headline, worth * found[0])
            about = max(about, worth * found[1])
            body = max(body, worth * found[2])
    return headline, about, body
