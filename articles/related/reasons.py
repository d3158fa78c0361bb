"""Why stories stand on a list, for those who edit it: shared words as written, tags, age."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F

from articles import permissions
from articles.addresses import CodeConverter
from articles.arabic.stems import forms
from articles.arabic.terms import bare, placed_terms
from articles.models import Article, RelatedStory
from articles.permissions import Person
from articles.related.likeness import shared
from articles.search import names
from articles.search.conditions import TooSlow
from articles.search.documents import FORM, key, number
from articles.search.finding import find

_CODE = re.compile(CodeConverter.regex)
# Four words say what two stories share; the fifth is seldom of their matter.
_WORDS_NAMED = 4
_FOUND = 10


@dataclass(frozen=True, slots=True)
class Listed:
    """A story on a list, with what put it there."""

    story: Article
    is_live: bool
    is_pinned: bool
    is_banned: bool
    words: list[str]  # shared, the heaviest first, as the story itself writes them
    tags: list[str]
    is_newer: bool  # published after the story whose list it is


def listed_for(article: Article, user: Person) -> list[Listed]:
    """Its whole list, as a reader would meet it, then those banned from it.

    A story that is not live stands in it for those alone who may see it.
    """
    rows = list(
        RelatedStory.objects.filter(article=article)
        .select_related("other__category")
        .prefetch_related("other__tags")  # type: ignore[misc]  # the stubs do not know taggit
        .defer("other__body", "other__plain_text")
        .order_by("is_banned", F("pinned_place").asc(nulls_last=True), "-score", "-other")
    )
    ids = [row.other_id for row in rows]
    live = set(Article.objects.live().filter(pk__in=ids).values_list("pk", flat=True))
    words = _shared_words(article, ids)
    tags = {tag.pk for tag in article.tags.all()}
    return [
        Listed(
            row.other,
            is_live=row.other_id in live,
            is_pinned=row.pinned_place is not None,
            is_banned=row.is_banned,
            words=words.get(row.other_id, []),
            tags=[tag.name for tag in row.other.tags.all() if tag.pk in tags],
            is_newer=_is_newer(row.other, article),
        )
        for row in rows
        if row.other_id in live or permissions.may_see(user, row.other)
    ]


def found_for(article: Article, typed: str, user: Person) -> list[Article]:
    """What may be pinned to it: the story of a code or an address, else live ones by words."""
    others = Article.objects.exclude(pk=article.pk).select_related("category")
    codes = [part for part in typed.strip().split("/") if _CODE.fullmatch(part)]
    named = list(permissions.seen_by(user, others.filter(code__in=codes)))
    named = named or list(others.live().filter(code__in=codes))
    if named:
        return named
    try:
        found = find(names.read(typed))
    except TooSlow:
        return []
    hits = [one.article_id for one in found.ranked[: _FOUND + 1]]
    known = others.live().in_bulk(hits)
    return [known[pk] for pk in hits if pk in known][:_FOUND]


def _is_newer(other: Article, article: Article) -> bool:
    moments = (other.published_at, article.published_at)
    return None not in moments and moments[0] > moments[1]  # type: ignore[operator]


def _shared_words(article: Article, other_ids: Sequence[int]) -> dict[int, list[str]]:
    keys = shared(article.pk, other_ids)
    written = _written(article) if keys else {}
    return {
        pk: _named([written[one] for one in held if one in written]) for pk, held in keys.items()
    }


def _written(article: Article) -> dict[int, str]:
    """Each word and form of a story, as a number, in the spelling that it uses most."""
    text = "\n".join(Article.objects.values_list("headline", "plain_text").get(pk=article.pk))
    spellings: dict[int, Counter[str]] = defaultdict(Counter)
    for term in placed_terms(text):
        spelled = term.written_in(text)
        for name in (bare(term.spelled), *(FORM + form for form in forms(term.spelled))):
            spellings[number(key(name))][spelled] += 1
    return {one: counted.most_common(1)[0][0] for one, counted in spellings.items()}


def _named(words: Sequence[str]) -> list[str]:
    """The first few, those left out that are another form of one named before."""
    named: list[str] = []
    taken: set[str] = set()
    for word in words:
        known = {form for term in placed_terms(word) for form in forms(term.spelled)}
        if known.isdisjoint(taken) and not word.isdecimal():  # numbers tell an editor nothing
            named.append(word)
        taken |= known
        if len(named) == _WORDS_NAMED:
            break
    return named
