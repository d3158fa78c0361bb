"""What holds for every text that anybody can type or paste, found by trying to break it."""

import unicodedata
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic import (
    ago,
    bidi,
    broken_plurals,
    dates,
    digits,
    excerpts,
    folding,
    graphemes,
    letters,
    presentation,
    runs,
    slugs,
    stems,
    tags,
    terms,
    words,
)
from articles.reading_time import reading_minutes

# Arabic of every block, marks in any place, joiners, isolates, digits of three scripts, emoji; then
# any text at all, lone surrogates too: a file that is no Unicode can bring them.
ARABIC = st.text(
    st.characters(min_codepoint=0x0600, max_codepoint=0x06FF)
    | st.characters(min_codepoint=0xFB50, max_codepoint=0xFDFF)
    | st.characters(min_codepoint=0xFE70, max_codepoint=0xFEFF)
    | st.sampled_from(
        " \n،؛.#_-+%$@/:aZ0۰٠\u00a0\u200c\u200d\u200f\u2066\u2067\u2068\u2069\u202b\ufe0f"
    )
    | st.sampled_from("👨🏽❤🇱🇧\u0301\u0338é\u1112\u1161")
)
ANYTHING = (
    ARABIC | st.text() | st.text(st.characters(codec=None, exclude_categories=()), max_size=20)
)


@given(ANYTHING)
def test_folding_twice_is_folding_once(text):
    once = folding.fold(text).text
    assert folding.fold(once).text == once
    assert folding.folded_text(once) == once
    assert letters.normalise(letters.normalise(text)) == letters.normalise(text)
    assert letters.normalise(once) == letters.normalise(text)


@given(ANYTHING)
def test_every_place_leads_back_into_the_original_and_in_order(text):
    folded = folding.fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)
    assert folded.starts == sorted(folded.starts)
    assert folded.ends == sorted(folded.ends)


@given(ANYTHING)
def test_a_place_never_parts_a_letter_from_its_marks(text):
    for end in folding.fold(text).ends:
        is_mark = unicodedata.category(text[end : end + 1] or "a").startswith("M")
        assert not is_mark or text[end - 1].isspace()  # a mark on a space has no letter


@given(ANYTHING)
def test_a_placed_word_is_the_word_of_its_place(text):
    placed = list(terms.placed_terms(text))
    assert [term.spelled for term in placed] == terms.terms(text)
    for term in placed:
        assert term.spelled in folding.fold(text[term.start : term.end]).text


EVERY: list[Callable[[str], object]] = [
    folding.fold,
    folding.folded_text,
    letters.normalise,
    letters.normalise_but_hamza,
    letters.strip_marks,
    letters.is_vocalised,
    letters.first_strong_direction,
    letters.has_right_to_left,
    terms.terms,
    lambda text: list(terms.placed_terms(text)),
    terms.bare,
    stems.forms,
    stems.query_forms,
    lambda text: [stems.query_forms(term) for term in terms.terms(text)],
    lambda text: list(broken_plurals.other_number(text)),
    runs.left_to_right_runs,
    lambda text: list(runs.pieces(text)),
    bidi.isolate,
    bidi.strip_controls,
    digits.to_latin,
    digits.to_arabic,
    slugs.slug,
    tags.parse_tags,
    tags.tag_key,
    words.tokens,
    words.count_words,
    lambda text: words.opens_with(text, text),
    lambda text: list(graphemes.letters(text)),
    lambda text: excerpts.excerpt(text, 7),
    presentation.ordinary,
    lambda text: list(presentation.respelled(text)),
    dates.month_names,
    dates.first_weekday,
]


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: getattr(rule, "__name__", "") or "rule")
@given(text=ANYTHING)
def test_no_text_is_too_odd(rule, text):
    rule(text)


@given(ANYTHING)
def test_the_pieces_of_a_line_are_the_line(text):
    assert "".join(piece for piece, _is_run in runs.pieces(text)) == text
    assert "".join(graphemes.letters(text)) == text


@given(ANYTHING)
def test_runs_stand_apart_and_in_order(text):
    places = [place for run in runs.left_to_right_runs(text) for place in run]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(ARABIC, st.integers(1, 30))
def test_an_address_of_an_address_is_itself(text, limit):
    made = slugs.slug(text, limit=limit)
    assert slugs.slug(made, limit=limit) == made
    assert 0 < len(made) <= limit
    assert not any(char.isspace() for char in made)


@given(ANYTHING)
def test_tags_typed_again_are_the_same_tags(text):
    names = tags.parse_tags(text)
    assert len({tags.tag_key(name) for name in names}) == len(names)
    assert all(tags.tag_key(name) for name in names)


# Every second letter bears a mark or a stroke: a page of scripture, or a banner of tatweel.
MARKED = st.lists(st.sampled_from(letters.MARKS + letters.TATWEEL), min_size=1, max_size=60)
STORY = st.lists(
    st.sampled_from(["قال", "الوزير", "إن", "أسعار", "القمح", "12.5", "AFP", "كوفيد-19", "—"]),
    max_size=600,
).map(" ".join)


@given(STORY, MARKED)
def test_a_story_takes_no_longer_to_read_with_tashkeel_and_tatweel(story, marks):
    dressed = "".join(
        char + (marks[place % len(marks)] if char.isalpha() else "")
        for place, char in enumerate(story)
    )
    bare = words.count_words(story)
    assert words.count_words(dressed) == bare
    assert reading_minutes(words.count_words(dressed)) == reading_minutes(bare)


@given(st.timedeltas(), st.sampled_from(["latn", "arab"]))
def test_how_long_ago_is_always_a_sentence_or_nothing(since, figures):
    said = ago.ago(since, digits=figures)
    assert bool(said) == (since < timedelta(days=7))


@given(st.integers(), st.sampled_from(["latn", "arab"]))
def test_a_number_in_either_figures_is_the_same_number(value, figures):
    shown = digits.number(value, digits=figures)
    assert int(digits.to_latin(shown).replace(",", "")) == value
