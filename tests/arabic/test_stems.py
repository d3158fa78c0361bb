"""Which words of a story a query finds: a table by class, as readers type and newspapers write."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.broken_plurals import other_number
from articles.arabic.function_words import FUNCTION_WORDS
from articles.arabic.letters import normalise
from articles.arabic.protected import OWN_ENDING, OWN_FIRST_LETTER
from articles.arabic.stems import forms, query_forms
from articles.arabic.terms import terms
from tests.arabic.golden import FOUND, KEPT_APART, KNOWN_MEETINGS, KNOWN_MISSES


def finds(query: str, word: str) -> bool:
    """Whether a story with the word is found by the query, exactly or by a form."""
    asked, written = terms(query)[0], terms(word)[0]
    if normalise(asked) == normalise(written):
        return True
    return not set(query_forms(asked)).isdisjoint(forms(written))


def pairs(listed: str) -> list[tuple[str, str]]:
    return [tuple(pair.split()) for pair in listed.replace("\n", " ").split("،")]  # type: ignore[misc]


def table(listed: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(name, *pair) for name, some in listed.items() for pair in pairs(some)]


@pytest.mark.parametrize(("kind", "query", "word"), table(FOUND))
def test_a_reader_finds(kind, query, word):
    assert finds(query, word), (kind, query_forms(terms(query)[0]), forms(terms(word)[0]))


@pytest.mark.parametrize(("kind", "query", "word"), table(KEPT_APART))
def test_a_reader_is_spared(kind, query, word):
    for asked, written in ((query, word), (word, query)):
        assert not finds(asked, written), (asked, set(query_forms(asked)) & set(forms(written)))


@pytest.mark.parametrize(
    ("query", "word"),
    [
        pytest.param(query, word, marks=pytest.mark.xfail(reason=reason, strict=True))
        for reason, query, word in table(KNOWN_MISSES)
    ],
)
def test_a_reader_should_find(query, word):
    assert finds(query, word)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        pytest.param(query, word, marks=pytest.mark.xfail(reason=reason, strict=True))
        for reason, query, word in table(KNOWN_MEETINGS)
    ],
)
def test_a_reader_should_be_spared(query, word):
    assert not finds(query, word)


def test_the_table_is_as_long_as_we_say():
    found, apart = table(FOUND), table(KEPT_APART)
    assert len(found) >= 600
    assert len(apart) >= 70
    assert all(len(pairs(listed)) >= 5 for listed in FOUND.values())
    everything = [(q, w) for t in (found, apart) for _kind, q, w in t]
    assert len(set(everything)) == len(everything)


@given(st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF)) | st.text())
def test_every_word_is_found_by_itself(text):
    for spelled in terms(text):
        written = forms(spelled)
        assert written
        assert all(written)
        asked = query_forms(spelled)
        assert set(asked) <= set(written) | set(asked)
        if normalise(spelled) not in FUNCTION_WORDS:
            assert not set(written).isdisjoint(asked)


@given(st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة"), min_size=3, max_size=12))
def test_an_article_never_hides_the_word_behind_it(word):
    if normalise(word) in FUNCTION_WORDS or re.match("[وفبكل]*لل|[وفبكل]*ال", word):
        return  # what would stand behind the article has one
    for before in ("ال", "وال", "بال", "فبال", "لل", "ولل"):
        assert finds(word, f"{before}{word}"), before
        assert finds(f"{before}{word}", word), before


def test_the_lists_are_written_in_the_folded_form():
    for listed in (FUNCTION_WORDS, OWN_FIRST_LETTER, OWN_ENDING):
        assert {normalise(word) for word in listed} == set(listed)


def test_a_plural_leads_back_to_its_singular():
    for word in ("وزير", "سفير", "جريمه", "قانون", "مشروع", "مدرسه", "كتاب", "ازمه", "حادث"):
        for plural in other_number(word):
            if plural in {"وزراء", "سفراء", "جرايم", "قوانين", "مشاريع", "مدارس", "كتب", "حوادث"}:
                assert word in set(other_number(plural))
