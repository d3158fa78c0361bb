"""An address reads like the headline it belongs to."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.letters import INVISIBLE, MARKS, TATWEEL
from articles.arabic.slugs import slug

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(" -"))
LIMITS = st.integers(1, 80)


@pytest.mark.parametrize(
    ("headline", "address"),
    [
        ("المصرف المركزي: بيان عاجل!", "المصرف-المركزي-بيان-عاجل"),
        ("أزمة إسكان في آسيا", "أزمة-إسكان-في-آسيا"),
        ("مُحَمَّدٌ والســـلام", "محمد-والسلام"),
        ("مقتل ١٢٪ من الـF-16 في ۲۰۲۵", "مقتل-12-من-الf-16-في-2025"),
        ("كتاب\u200cها", "كتاب-ها"),
        ("\u200fخبر\u202c", "خبر"),
        ("BBC News عربي", "bbc-news-عربي"),
        ("ﻻ ﷲ", "لا-الله"),
        ("هل… — حقًّا؟؟", "هل-حقا"),
        ("حرية_الصحافة", "حرية-الصحافة"),
        ("İstanbul हिन्दी", "i̇stanbul-हिन्दी"),
        ("😀 !!", "خبر"),
        ("", "خبر"),
    ],
)
def test_a_headline_becomes_a_readable_address(headline, address):
    assert slug(headline) == address


def test_a_long_headline_ends_at_a_word():
    headline = "رئيس الوزراء يعلن خطة طويلة الأمد لإصلاح قطاع الطاقة والكهرباء في البلاد"
    assert slug(headline) == "رئيس-الوزراء-يعلن-خطة-طويلة-الأمد-لإصلاح-قطاع-الطاقة"
    assert slug(headline, limit=12) == "رئيس-الوزراء"
    assert slug(headline, limit=11) == "رئيس"


def test_a_single_word_too_long_is_cut_between_letters():
    assert slug("أفاستسقيناكموها غدا", limit=5) == "أفاست"
    assert slug("हिन्दी", limit=5) == "हिन्"


def test_an_empty_headline_takes_the_given_name():
    assert slug("؟", fallback="Story 7") == "story-7"
    assert slug("؟", fallback="!") == "خبر"


@given(st.text() | ARABIC, LIMITS)
def test_a_slug_is_never_empty_never_too_long_and_settled(text, limit):
    address = slug(text, limit=limit)
    assert 0 < len(address) <= limit
    assert slug(address, limit=limit) == address
    assert unicodedata.is_normalized("NFC", address)
    assert not set(address) & set(MARKS + INVISIBLE + TATWEEL + " _/?#%.")
    assert "--" not in address
    assert not address.startswith("-")
    assert not address.endswith("-")


@given(st.lists(st.text(st.sampled_from("ابتثجحخ"), min_size=1), min_size=1), LIMITS)
def test_words_are_kept_whole(words, limit):
    kept = slug(" ".join(words), limit=limit).split("-")
    if len(words[0]) <= limit:
        assert kept == words[: len(kept)]


@pytest.mark.shared
def test_every_real_headline_gets_its_own_words(news):
    for article in news:
        address = slug(article["title"])
        assert len(address) <= 60
        assert slug(address) == address
        assert address != "خبر"


@pytest.mark.shared
def test_vocalised_lines_get_bare_addresses(vocalised):
    for line in vocalised:
        assert not set(slug(line)) & set(MARKS)


@pytest.mark.shared
def test_no_string_upsets_an_address(naughty):
    for text in naughty:
        assert slug(slug(text)) == slug(text)
