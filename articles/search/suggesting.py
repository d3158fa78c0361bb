"""Did you mean: another spelling for words that no live story holds."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from articles.arabic.terms import bare, placed_terms
from articles.models import Article, SearchTerm
from articles.search.documents import key, number, said_about
from articles.search.engine import engine
from articles.search.finding import DATABASE_MILLISECONDS
from articles.search.holding import live_stories_with
from articles.search.query import LONGEST_QUERY, Query

# One letter away from a word of three letters stand dozens of others, and each means something.
# A word of twenty has 1,300 spellings one letter away, and twelve such words are asked at once.
_SHORTEST, _LONGEST = 4, 20
# Of all spellings that stories hold, so many are asked about, the commonest first.
_MOST_ASKED = 5

_ARABIC, _LATIN = "ابتثجحخدذرزسشصضطظعغفقكلمنهويء", "abcdefghijklmnopqrstuvwxyz"
_ALPHABETS = ((re.compile(f"[{_ARABIC}]+"), _ARABIC), (re.compile(f"[{_LATIN}]+"), _LATIN))


def suggest(query: Query) -> str:
    """The question with each word that no live story holds spelled as one that some do.

    Nothing if there is no such word or no such spelling. A word in quotes is left as it is.
    """
    quoted = {word for phrase in query.phrases for word in phrase}
    asked = {
        word.folded: word.choices(lambda _: True)
        for word in query.words
        if word.folded not in quoted and not word.is_function_word
    }
    with engine().within(DATABASE_MILLISECONDS):
        known = live_stories_with(asked)
        spellings = _spellings([word for word in asked if word not in known])
        candidates = {other for others in spellings.values() for other in others}
        live = live_stories_with({other: [(other,)] for other in candidates})
        chosen = {
            word: next((other for other in others if other in live), "")
            for word, others in spellings.items()
        }
        written = _as_written({other: live[other] for other in chosen.values() if other})
    better = {word: written[other] for word, other in chosen.items() if other}
    return _respelled(query.text[:LONGEST_QUERY], better)


def _spellings(words: Sequence[str]) -> dict[str, list[str]]:
    """For each word those of the index one letter away, the commonest first."""
    near = {word: {number(key(other)): other for other in _one_letter_away(word)} for word in words}
    rows = SearchTerm.objects.filter(pk__in=set().union(*near.values()), documents__gt=0)
    found = list(rows.order_by("-documents", "pk").values_list("pk", flat=True))
    return {
        word: [others[pk] for pk in found if pk in others][:_MOST_ASKED]
        for word, others in near.items()
    }


def _as_written(found_in: Mapping[str, int]) -> dict[str, str]:
    """Folded words as the story that holds each writes them, most often.

    Folding makes زراعه of زراعة: nobody should be offered that.
    """
    stories = (
        Article.objects.filter(pk__in=found_in.values())
        .select_related("category")
        .prefetch_related("tags", "authors")  # type: ignore[misc]  # unknown to the stubs
        .defer("body")
    )
    texts = {
        story.pk: "\n".join((story.headline, *said_about(story), story.plain_text))
        for story in stories
    }
    return {word: _spelled_in(texts[pk], word) for word, pk in found_in.items() if pk in texts}


def _spelled_in(text: str, folded: str) -> str:
    places = (term for term in placed_terms(text) if bare(term.spelled) == folded)
    written = Counter(place.written_in(text) for place in places)
    return written.most_common(1)[0][0] if written else folded


def _one_letter_away(word: str) -> Iterator[str]:
    """Every spelling with one letter more, less, other, or two of them exchanged."""
    alphabet = next((letters for shape, letters in _ALPHABETS if shape.fullmatch(word)), "")
    if not (_SHORTEST <= len(word) <= _LONGEST and alphabet):
        return
    yield from _edits(word, alphabet)


def _edits(word: str, alphabet: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (f"{before}{letter}{after}" for letter in alphabet)
        if after:
            yield f"{before}{after[1:]}"
            yield from (f"{before}{letter}{after[1:]}" for letter in alphabet if letter != after[0])
        if len(after) > 1:
            yield f"{before}{after[1]}{after[0]}{after[2:]}"


def _respelled(text: str, better: dict[str, str]) -> str:
    """The text with some of its words replaced, everything else as it was typed."""
    if not better:
        return ""
    pieces: list[str] = []
    done = 0
    for term in placed_terms(text):
        other = better.get(bare(term.spelled))
        if other:
            pieces += [text[done : term.start], other]
            done = term.end
    return "".join([*pieces, text[done:]])
