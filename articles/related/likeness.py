"""How like two stories are: by the words of headline and body, never by their section.

TF-IDF over words and stems (Salton and Buckley, "Term-weighting approaches in automatic text
retrieval", 1988), read from the profiles that the search keeps. A first look, in one statement,
asks the index which stories hold the heaviest words; the best of those are compared word for word.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

from articles.arabic.function_words import FUNCTION_WORDS
from articles.arabic.stems import forms
from articles.arabic.terms import terms
from articles.models import Article, SearchDocument, SearchTerm
from articles.search import documents
from articles.search.documents import FORM, counts, key, number
from articles.search.engine import engine
from articles.search.index import STORIES

VERSION = 2
"""Raised with every change of what makes stories alike: their lists are then made anew."""

# The first look: that many heaviest words, as far as together they stand in so many places, so
# that an archive of any size costs the same; and how many stories are then compared.
_FIRST_WORDS, _FIRST_PLACES, _COMPARED = 40, 8_000, 150
# After commit no reader waits; beyond this something is wrong, and the fallback serves.
_MILLISECONDS = 5_000
# A word of the headline counts as one of the body does: measured on three outlets, 2 and 3 times
# are worse for the shortest texts and no better for the others.
_HEADLINE = 1
# Each of the two stories brings the root of a word's rarity, so that it counts once, as in BM25,
# and not twice, as in a cosine: measured on three outlets, better by .003 to .008 than .7, and flat
# from .3 to .5. A name that two stories share by chance would outweigh what both are about.
_RARITY = 0.5
# Two stories of which one shares more of its words than this are one story told twice: measured,
# half of the known copies share all, most 0.65 and more; stories of one matter end at 0.60.
_COPY = 0.6
# A flash is no copy of the long read that holds all its words.
_COPY_LENGTH = 3
# Below this they share a few common words, and the stories of the section serve readers better.
LEAST = 0.02

_FUNCTION_KEYS = frozenset(number(key(word)) for word in FUNCTION_WORDS)


class Near(NamedTuple):
    article_id: int
    score: float  # the same whichever of the two is asked for


@dataclass(frozen=True, slots=True)
class _Story:
    """A story's words: how heavy each is, and which of them can be looked for."""

    article_id: int
    weights: dict[int, float]  # by key; the word's rarity is in them twice, for us and the other
    size: int  # how many words and forms it holds
    look_for: dict[str, int]  # marked forms, the heaviest first, and how heavy


def nearest(article_id: int) -> list[Near] | None:
    """The stories most like one, published but live or not; None if the search does not know it.

    Neither itself nor copies of it; of equally near ones the later entered stands first.
    """
    row = SearchDocument.objects.filter(pk=article_id, version=documents.VERSION).first()
    if row is None:
        return None
    story = _read(article_id, bytes(row.profile))
    with engine().within(_MILLISECONDS):
        profiles = _profiles(_first_look(story))
    compared = (_compared(story, pk, profile) for pk, profile in profiles.items())
    return sorted(
        (one for one in compared if one and one.score >= LEAST),
        key=lambda one: (-one.score, -one.article_id),
    )


def shared(article_id: int, other_ids: Sequence[int]) -> dict[int, list[int]]:
    """The words and forms that each of some stories shares with one, as numbers, heaviest first.

    Nothing for a story that the search does not know.
    """
    profiles = _profiles([article_id, *other_ids])
    profile = profiles.pop(article_id, None)
    if profile is None:
        return {}
    weights = _read(article_id, profile).weights

    def held(other: bytes) -> list[int]:
        heavy = {word: weights[word] * _often(n) for word, n in _words(other) if word in weights}
        return sorted(heavy, key=lambda word: (-heavy[word], word))

    return {pk: held(other) for pk, other in profiles.items()}


def _read(article_id: int, profile: bytes) -> _Story:
    counted = dict(_words(profile))
    held = SearchTerm.objects.filter(pk__in=[STORIES, *counted], documents__gt=1)
    holding = dict(held.values_list("pk", "documents"))
    stories = holding.pop(STORIES, 0)
    weights = {
        word: _often(counted[word]) * math.pow(_rarity(many, stories), 2)
        for word, many in holding.items()
    }
    size = sum(1 for _, headline, _, body in counts(profile) if headline or body)
    return _Story(article_id, weights, size, look_for=_look_for(article_id, weights, holding))


def _look_for(
    article_id: int, weights: Mapping[int, float], holding: Mapping[int, int]
) -> dict[str, int]:
    text = "\n".join(Article.objects.values_list("headline", "plain_text").get(pk=article_id))
    marked = {FORM + form for word in set(terms(text)) for form in forms(word)}
    known = {number(key(form)): form for form in marked}
    chosen: dict[str, int] = {}
    room = _FIRST_PLACES
    for word in sorted(weights.keys() & known.keys(), key=lambda word: (-weights[word], word)):
        if holding[word] <= room and len(chosen) < _FIRST_WORDS:
            room -= holding[word]
            chosen[known[word]] = round(1_000 * weights[word])  # whole: sums are equal everywhere
    return chosen


def _first_look(story: _Story) -> list[int]:
    """The stories that hold most of the heaviest words, an equal one entered later first."""
    if not story.look_for:
        return []
    parts: list[str] = []
    values: list[Any] = []
    for form, weight in story.look_for.items():
        asked, with_values = engine().matching([[(form,)]])
        parts.append(f"SELECT article_id, {weight} AS weight FROM ({asked}) AS found")  # noqa: S608
        values += with_values
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT article_id FROM ({' UNION ALL '.join(parts)}) AS words"  # noqa: S608 - ours
            " WHERE article_id <> %s GROUP BY article_id"
            " ORDER BY sum(weight) DESC, article_id DESC LIMIT %s",
            [*values, story.article_id, _COMPARED],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _profiles(article_ids: Sequence[int]) -> dict[int, bytes]:
    rows = SearchDocument.objects.filter(pk__in=article_ids, version=documents.VERSION)
    return {pk: bytes(profile) for pk, profile in rows.values_list("pk", "profile")}


def _compared(story: _Story, article_id: int, profile: bytes) -> Near | None:
    """How near another story is; None for a copy.

    A whole cosine divides by the length of both vectors, which needs the rarity of every word of
    every story; the square root of how many words it holds does as well: measured, within .004.
    """
    weights = story.weights
    score, size, shared = 0.0, 0, 0
    # Not by ``_words``: some hundred thousand words for one list are too many for a generator.
    for word, headline, _, body in counts(profile):
        if times := _HEADLINE * headline + body:
            size += 1
            if word in weights:
                score += weights[word] * _OFTEN[times]
                shared += 1
    short, long = sorted((size, story.size))
    if shared > _COPY * short and long < _COPY_LENGTH * short:
        return None
    return Near(article_id, score / math.sqrt(size * story.size) if size else 0.0)


def _words(profile: bytes) -> Iterator[tuple[int, int]]:
    """The words and forms of headline and body with how often they stand there.

    What stands about a story (its section, tags, authors) does not count, nor do small words.
    """
    for word, headline, _, body in counts(profile):
        if (headline or body) and word not in _FUNCTION_KEYS:
            yield word, _HEADLINE * headline + body


def _often(times: int) -> float:
    """A word that stands there ten times tells three times what it tells once, not ten."""
    return _OFTEN[times]


_OFTEN = [0.0, *(1 + math.log(times) for times in range(1, 256 * (_HEADLINE + 1)))]


def _rarity(holding: int, stories: int) -> float:
    return math.pow(math.log(1 + (max(stories - holding, 0) + 0.5) / (holding + 0.5)), _RARITY)
