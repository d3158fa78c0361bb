"""Every folded letter knows the letters of the original that it stands for."""

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.arabic.folding import fold, folded_text
from articles.arabic.letters import normalise, normalise_but_hamza
from articles.arabic.terms import LONGEST_TERM, placed_terms, terms

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF))
ANY = st.text() | ARABIC
VOCALISED = "قَمْحُ المُتَوَسِّطِ"


@given(ANY)
@example("é\u0301\u0654")
@example("ﷺ ﷲ")
@example("\u064e\u064e ـ \u200f")
@example("ﬃ \u1100\u1161\u11a8 \u0f71\u0f72")
def test_places_always_lead_back(text):
    folded = fold(text)
    assert folded.text == folded_text(text) == normalise_but_hamza(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(
        0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True)
    )
    assert folded.starts == sorted(folded.starts)
    assert folded.ends == sorted(folded.ends)


@given(ANY)
def test_what_a_place_names_folds_to_the_word(text):
    folded = fold(text)
    for term in placed_terms(text):
        found = normalise_but_hamza(text[term.start : term.end])
        assert term.spelled[:LONGEST_TERM] in found
    assert [term.spelled for term in placed_terms(text)] == terms(text)
    assert normalise(folded.text) == normalise(text)


@given(ANY)
def test_folding_twice_changes_nothing(text):
    assert normalise_but_hamza(normalise_but_hamza(text)) == normalise_but_hamza(text)


def test_every_character_that_folds_does_so_the_same_way_in_company():
    strange = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if normalise_but_hamza(chr(code)) != chr(code)
        if fold(text := f"ا{chr(code)}e\u0301\u0654").text != normalise_but_hamza(text)
        or normalise(normalise_but_hamza(text)) != normalise(text)
    ]
    assert strange == []


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        (VOCALISED, "قمح", "قَمْحُ"),
        (VOCALISED, "المتوسط", "المُتَوَسِّطِ"),
        ("أســـعار القمح", "أسعار", "أســـعار"),
        ("(القمح)", "القمح", "القمح"),
        ("في كتاب\u200cها اليوم", "كتابها", "كتاب\u200cها"),
        ("قال \u202bالوزير\u202c أمس", "الوزير", "الوزير\u202c"),
        ("مؤ\u064eتمر", "مؤتمر", "مؤ\u064eتمر"),
        ("و\u0654حدها", "ؤحدها", "و\u0654حدها"),
        ("ﷺ", "صلي", "ﷺ"),
        ("١٢ قتيلًا", "12", "١٢"),
        ("قتيلًا", "قتيلا", "قتيلًا"),
        ("Café", "café", "Café"),
    ],
)
def test_a_word_is_shown_with_all_its_marks(text, word, original):
    place = next(term for term in placed_terms(text) if term.spelled == word)
    assert text[place.start : place.end] == original


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("كوفيد-19 و F-16", ["كوفيد", "19", "و", "f", "16"]),
        ("#أزمة_القمح", ["أزمه", "القمح"]),
        ("٥٢٫٣٧ بالمئة", ["52", "37", "بالمئه"]),
        ("«عاجل»: قتلى، وجرحى؛ وأسرى؟", ["عاجل", "قتلي", "وجرحي", "وأسري"]),
        ("هندی हिन्दी", ["هندي", "हिन्दी"]),
        ("… — !؟", []),
        ("", []),
        ("م" * 100, ["م" * LONGEST_TERM]),
    ],
)
def test_words_part_where_a_reader_parts_them(text, words):
    assert terms(text) == words


def test_a_megabyte_of_marks_costs_no_more_than_prose():
    assert terms("ا" + "\u064e" * 1_000_000) == ["ا"]
    assert next(placed_terms("ا" + "\u064e" * 100_000)).end == 100_001


@pytest.mark.shared
def test_real_articles_fold_whole(news):
    for article in news:
        folded = fold(article["body"])
        assert folded.text == normalise_but_hamza(article["body"])
        assert [term.spelled for term in placed_terms(article["body"])] == terms(article["body"])


@pytest.mark.shared
def test_naughty_strings_fold(naughty):
    for text in naughty:
        assert fold(text).text == normalise_but_hamza(text)
