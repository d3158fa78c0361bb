"""A reading time is worth as much as its word count."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.letters import MARKS, TATWEEL, strip_marks
from articles.arabic.words import count_words, opens_with, tokens


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("ًٌٍَُ", 0),
        ("ـــ", 0),
        ("الســـلام", 1),
        ("مُحَمَّدٌ", 1),
        ("ل\u200d W3C", 2),
        ("كتاب\u200cها", 1),
        ("وبالمدرسة", 1),
        ("خبر\u00a0عاجل", 2),
        ("2025", 1),
        ("12.5", 1),
        ("١٢٪", 1),
        ("١٬٢٣٤٫٥", 1),
        ("15:30", 1),
        ("2021-2022", 1),
        ("F-16", 1),
        ("AT&T", 1),
        ("l’été", 1),
        ("C++", 1),
        ("- — « » \" ' …", 0),
        ("قال - مساء اليوم - إن", 4),
        ("العاجل،ثم التفاصيل", 3),
        ("«القدس» (أ ف ب)", 4),
        ("أخبار...عاجلة", 2),
        ("desk@example.com", 1),
        ("https://example.com/a/b?c=1&d=%D8%AE#e", 1),
        ("HTTPS://example.com/?q=خبر، ثم", 2),
        ("example.com/a?b=c", 1),
        ("www.example.com", 1),
        ("@user_name #COVID-19 #حرية_الصحافة", 3),
        ("😀 👨‍👩‍👧 ❤️", 0),
        ("हिन्दी भाषा", 2),
        ("cafe\u0301 שָׁלוֹם", 2),
        ("أ ب", 2),
    ],
)
def test_a_word_is_what_a_reader_would_call_one(text, count):
    assert count_words(text) == count
    assert len(tokens(text)) == count


def test_words_come_in_order_and_bare():
    assert tokens("قالَ: «الســلام» على W3C.") == ["قال", "السلام", "على", "W3C"]


@given(st.text(), st.data())
def test_vocalising_a_text_does_not_lengthen_it(text, data):
    place = data.draw(st.integers(0, len(text)))
    mark = data.draw(st.sampled_from(MARKS + TATWEEL))
    assert count_words(text[:place] + mark + text[place:]) == count_words(text)


@given(st.text())
def test_counting_bare_or_vocalised_is_the_same(text):
    assert count_words(strip_marks(text)) == count_words(text)


@pytest.mark.parametrize(
    "unit", ["a-", "a.", "a@a.", "http://", "a/", "َ", "ـ", "a_", "1,", " ", "www.", "a.b", "é-"]
)
def test_a_hostile_megabyte_costs_no_more_than_prose(unit):
    hostile = (unit * (1_000_000 // len(unit)))[:1_000_000]
    began = time.process_time()
    count_words(hostile)
    # 0.3 s at worst where this was written; a pattern that backtracks takes minutes.
    assert time.process_time() - began < 5


@pytest.mark.shared
def test_classical_prose_counts_the_same_bare(vocalised):
    for line in vocalised:
        assert count_words(strip_marks(line)) == count_words(line)


@pytest.mark.shared
def test_news_counts_within_two_in_a_hundred_of_its_spaces(news):
    spaced = sum(len(article["body"].split()) for article in news)
    counted = sum(count_words(article["body"]) for article in news)
    assert counted == pytest.approx(spaced, rel=0.02)


@pytest.mark.shared
def test_no_string_upsets_the_count(naughty):
    for text in naughty:
        assert count_words(text) == len(tokens(text))


@pytest.mark.parametrize(
    ("text", "opening", "opens"),
    [
        ("قال الوزير إن الأسعار ستنخفض.\nوأضاف", "قال الوزير إن الأسعار ستنخفض", True),
        ("قَالَ الوزيرُ: إنّ الاسعار ستنخفض", "قال الوزير إن الأسعار ستنخفض...", True),
        ("قال الوزير إن الأسعار ستنخفض", "قال الوزير إن الأسعار سترتفع", False),
        ("قال الوزير", "قال الوزير إن الأسعار ستنخفض", False),
        ("قال الوزير", "", False),
        ("", "قال الوزير", False),
        ("«...»", "—", False),
    ],
)
def test_an_opening_is_known_by_its_words_alone(text, opening, opens):
    assert opens_with(text, opening) is opens
