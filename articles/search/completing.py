"""What a reader may be about to ask: live headlines, topics and authors that begin as was typed."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from articles.arabic.function_words import FUNCTION_WORDS
from articles.arabic.letters import normalise
from articles.arabic.stems import forms, query_forms
from articles.arabic.terms import bare, terms
from articles.models import Article, Author, Tag
from articles.search.conditions import BEGINNING, Condition, Phrase, TooSlow
from articles.search.documents import HEADLINE_FORM
from articles.search.engine import engine
from articles.search.filters import Filters
from articles.search.hits import live_hits

# A list that a telephone shows above its keyboard.
_STORIES, _TAGS, _AUTHORS = 5, 3, 2
# One letter begins a tenth of all words, and says nothing.
_SHORTEST = 2
# Whoever types more has a question and not the beginning of one.
LONGEST, _MOST_WORDS = 60, 6
_ARTICLE = "ال"
# Less than a reader needs for the next letter.
_MILLISECONDS = 150


@dataclass(frozen=True, slots=True)
class Completion:
    """A line of the list; ``kind`` is story, tag or author."""

    kind: str
    text: str
    url: str


def completions(typed: str) -> list[Completion]:
    """At most ten, topics and authors before stories, the newest of those first.

    A story is there if its headline holds all words but the last in any form, and one that begins
    as the last. Every line comes through ``Article.objects.live()``.
    """
    typed = " ".join(typed.replace("\x00", "").split())
    if len(normalise(typed)) < _SHORTEST or len(typed) > LONGEST:
        return []
    return [*_tags(typed), *_authors(typed), *_stories(typed)]


def _tags(typed: str) -> list[Completion]:
    carried = Article.objects.live().filter(tagged__tag=OuterRef("pk"))
    found = Tag.objects.filter(_begins(typed), Exists(carried)).order_by("name")[:_TAGS]
    return [Completion("tag", tag.name, tag.get_absolute_url()) for tag in found]


def _authors(typed: str) -> list[Completion]:
    signed = Article.objects.live().filter(bylines__author=OuterRef("pk"))
    found = Author.objects.filter(_begins(typed), Exists(signed)).order_by("name", "pk")[:_AUTHORS]
    return [Completion("author", author.name, author.get_absolute_url()) for author in found]


def _begins(typed: str) -> Q:
    """A folded name that begins so, or a later word of it, with or without the article."""
    key = normalise(typed)
    first = Q(key__startswith=key) | Q(key__startswith=f"{_ARTICLE}{key}")
    return first | Q(key__contains=f" {key}") | Q(key__contains=f" {_ARTICLE}{key}")


def _stories(typed: str) -> list[Completion]:
    condition = _condition(terms(typed))
    if not condition:
        return []
    try:
        with engine().within(_MILLISECONDS):
            hits = live_hits(condition, Filters(), most=_STORIES)
    except TooSlow:
        return []
    rows = Article.objects.live().only("code", "slug", "headline")
    stories = rows.in_bulk([hit.article_id for hit in hits])
    return [
        Completion(
            "story", stories[hit.article_id].headline, stories[hit.article_id].get_absolute_url()
        )
        for hit in hits
        if hit.article_id in stories
    ]


def _condition(spelled: list[str]) -> Condition:
    """What a headline must hold; nothing where that would be half of all headlines."""
    if not spelled or len(spelled) > _MOST_WORDS:
        return []
    *whole, last = spelled
    told = [word for word in whole if bare(word) not in FUNCTION_WORDS]
    condition: Condition = [
        [(HEADLINE_FORM + form,) for form in query_forms(word)] for word in told
    ]
    begun: list[Phrase] = [(HEADLINE_FORM + word + BEGINNING,) for word in _beginnings(last)]
    return [*condition, begun] if begun else condition


def _beginnings(spelled: str) -> list[str]:
    """The begun word, and what of it stands behind an article or a clitic; nothing of too little.

    In the index a word with the article stands without it: القم begins as قمح does, الق as half
    of all words.
    """
    folded = bare(spelled)
    if folded.startswith(_ARTICLE) and len(folded) < len(_ARTICLE) + _SHORTEST:
        return []
    cut = (form for form in forms(spelled) if folded.endswith(form))
    return [one for one in dict.fromkeys([folded, *cut]) if len(one) >= _SHORTEST]
