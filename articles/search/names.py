"""A question with its proper names in every spelling: who asks for جوجل finds غوغل too.

One statement for a question. Which names there are is no secret: editors wrote them, no story did.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from articles.arabic.stems import forms
from articles.arabic.terms import bare, terms
from articles.models import NameSpelling
from articles.names import MOST_WORDS
from articles.search.query import Query, Synonym, Word

# What one question may cost: of a question with more names, the first four are widened.
_MOST_NAMES = 4
# What is written onto a name of several words (ومحمد صلاح); of one word its forms know it.
_CLITICS = "وبلفك"


def read(typed: str) -> Query:
    """Read what somebody typed, with the other spellings of the names in it."""
    query = Query.read(typed)
    quoted = set(chain(*query.phrases))
    loose = {word.folded for word in query.words if word.folded not in quoted}
    runs = dict(_runs(query.spelled, loose))
    if not runs:
        return query
    rows = NameSpelling.objects.filter(name__spellings__key__in=runs).distinct()
    names: dict[int, dict[str, str]] = defaultdict(dict)
    for name, key, written in rows.values_list("name", "key", "written").order_by("name", "place"):
        names[name][key] = written
    return replace(query, words=_widened(query.words, runs, list(names.values())[:_MOST_NAMES]))


def _runs(spelled: Sequence[str], loose: set[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Every run of words that may be a name, as its key, with the folded words of the question.

    The first word is tried without what may be written onto it as well: وبوتين.
    """
    for start in range(len(spelled)):
        for end in range(start + 1, min(start + MOST_WORDS, len(spelled)) + 1):
            run = spelled[start:end]
            folded = [bare(word) for word in run]
            if not loose.issuperset(folded):
                break
            for first in _without_clitics(run[0]):
                yield " ".join([first, *folded[1:]]), frozenset(folded)


def _without_clitics(spelled: str) -> list[str]:
    folded = bare(spelled)
    cut = (form for form in forms(spelled) if folded.endswith(form))
    return list(dict.fromkeys([folded, *cut]))


def _widened(
    words: Sequence[Word], runs: dict[str, frozenset[str]], names: Sequence[dict[str, str]]
) -> tuple[Word, ...]:
    """Each word with what may stand in its place: other spellings of the names it is part of."""
    found: dict[str, list[Synonym]] = defaultdict(list)
    for name in names:
        asked = [key for key in name if key in runs]
        others = [_synonym(written) for key, written in name.items() if key not in asked]
        for word in chain(*(runs[key] for key in asked)):
            found[word] += [other for other in others if other not in found[word]]
    return tuple(replace(word, synonyms=tuple(found[word.folded])) for word in words)


def _synonym(written: str) -> Synonym:
    words = terms(written)
    folded = tuple(map(bare, words))
    if len(words) == 1:
        return Synonym((folded,), form=forms(words[0])[0])
    clitics = tuple((f"{letter}{folded[0]}", *folded[1:]) for letter in _CLITICS)
    return Synonym((folded, *clitics))
