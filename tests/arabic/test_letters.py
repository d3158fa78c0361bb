"""One form for comparing and searching; the author's letters for showing."""

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.arabic.letters import (
    COMBINING,
    INVISIBLE,
    MARKS,
    TATWEEL,
    first_strong_direction,
    is_vocalised,
    normalise,
    strip_marks,
)

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF))


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("أحمد", "احمد"),
        ("إيران", "ايران"),
        ("آسيا", "اسيا"),
        ("ٱلله", "الله"),
        ("مستشفى", "مستشفي"),
        ("غزة", "غزه"),
        ("مسؤول", "مسوول"),
        ("مسئول", "مسيول"),
        ("کابل", "كابل"),
        ("تهرانی", "تهراني"),
        ("الزِّراعة", "الزراعه"),
        ("الســـلام", "السلام"),
        ("بِسْمِ ٱللَّهِ ۝", "بسم الله"),
        ("ٱلرَّحْمَٰنِ", "الرحمن"),
        ("ﷲ", "الله"),
        ("ﻻ", "لا"),
        ("كتاب\u200cها", "كتابها"),
        ("\ufeff\u202bخبر\u202c", "خبر"),
        ("تعا\u00adون", "تعاون"),
        ("١٢٫٥ و۱۲", "12٫5 و12"),
        ("Ｆ-１６ BBC", "f-16 bbc"),
        ("Straße", "strasse"),
        ("  خبر\u00a0\n عاجل ", "خبر عاجل"),
    ],
)
def test_a_reader_finds_a_word_however_it_was_typed(written, searched):
    assert normalise(written) == searched


@pytest.mark.parametrize("letter", ["أ", "إ", "آ", "ؤ", "ئ"])
def test_a_hamza_encoded_apart_is_found_like_one_encoded_together(letter):
    assert normalise(unicodedata.normalize("NFD", letter)) == normalise(letter)


def test_letters_that_differ_in_meaning_stay_apart():
    assert len({normalise(word) for word in ("سأل", "سعل", "صال", "زال", "گال", "پال")}) == 6


@given(st.text() | ARABIC)
@example("e\u064e\u0301")
@example("\u1fb3\u0345\u0301")
@example("\u0627\u0640\u0653\u0654")
def test_folding_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


def test_every_character_there_is_folds_to_something_settled():
    changing = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if normalise(folded := normalise(f"ا{chr(code)}e")) != folded
    ]
    assert changing == []


@given(st.text() | ARABIC)
def test_nothing_invisible_survives_the_fold(text):
    assert not set(normalise(text)) & set(MARKS + INVISIBLE + TATWEEL)


@given(st.text() | ARABIC)
def test_a_search_does_not_see_marks_or_tatweel(text):
    assert normalise(strip_marks(text)) == normalise(text)


def test_marks_go_and_letters_stay_as_spelled():
    assert strip_marks("الرَّئيسُ أكَّـــد\u200f أنَّ") == "الرئيس أكد أن"
    assert strip_marks(unicodedata.normalize("NFD", "أُؤيِّد")) == "أؤيد"
    assert strip_marks("café हिन्दी") == "café हिन्दी"


@given(st.text() | ARABIC)
def test_stripping_twice_changes_nothing(text):
    assert strip_marks(strip_marks(text)) == strip_marks(text)


def test_marks_of_other_scripts_are_known_and_none_of_ours():
    assert "\u093f" in COMBINING
    assert not set(COMBINING) & set(MARKS + INVISIBLE)


@pytest.mark.parametrize("line", ["مُحَمَّدٌ", "قِفا نَبكِ", "ٱلرَّحْمَٰنِ"])
def test_a_vocalised_line_asks_for_more_height(line):
    assert is_vocalised(line)


@pytest.mark.parametrize("line", ["", "محمد", "شكرًا جدًّا", "كُتب", "Café 2025"])
def test_everyday_spelling_does_not(line):
    assert not is_vocalised(line)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("خبر BBC", "rtl"),
        ("BBC خبر", "ltr"),
        ("(123) «خبر»", "rtl"),
        ("שלום", "rtl"),
        ("+966 50", None),
        ("١٢٪ 😀", None),
        ("", None),
        ("\u2068BBC\u2069: خبر", "rtl"),
        ("\u2067خبر", None),
        ("\u2069BBC", "ltr"),
        ("123\nخبر", "rtl"),
        ("\u2066BBC\nخبر", "rtl"),
    ],
)
def test_a_text_runs_the_way_its_first_strong_letter_does(text, direction):
    assert first_strong_direction(text) == direction


@pytest.mark.shared
def test_direction_agrees_with_the_unicode_conformance_test(bidi_cases):
    assert bidi_cases
    for case in bidi_cases:
        text = "".join(chr(int(code, 16)) for code in case["codepoints"].split())
        is_rtl = first_strong_direction(text) == "rtl"
        assert is_rtl == bool(case["resolved_paragraph_level"]), case["id"]


@pytest.mark.shared
def test_classical_prose_is_recognised_and_bared(vocalised):
    assert all(map(is_vocalised, vocalised))
    assert not any(map(is_vocalised, map(strip_marks, vocalised)))


@pytest.mark.shared
def test_headlines_of_the_day_are_not_taken_for_verse(news):
    assert sum(is_vocalised(article["title"]) for article in news) / len(news) < 0.01


@pytest.mark.shared
def test_no_string_upsets_the_letters(naughty):
    for text in naughty:
        assert normalise(normalise(text)) == normalise(text)
        strip_marks(text)
        is_vocalised(text)
        first_strong_direction(text)
