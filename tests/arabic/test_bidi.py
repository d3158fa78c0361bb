"""A name or headline keeps its direction to itself, even in a mail subject."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.bidi import CONTROLS, isolate, strip_controls

HOSTILE = st.text(st.sampled_from(CONTROLS + "aأ1 ")) | st.text()


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        ("+966 50 123 4567", "\u2068\u2066+966 50 123 4567\u2069\u2069"),
        ("خبر", "\u2068خبر\u2069"),
        ("a\u202eb", "\u2068ab\u2069"),
        ("a\u2067b", "\u2068ab\u2069"),
        ("a\u2069b", "\u2068ab\u2069"),
        ("a\u2066b\u2069c", "\u2068a\u2066b\u2069c\u2069"),
        ("C++\u200e", "\u2068\u2066C++\u2069\u200e\u2069"),
        ("می\u200cخواهم", "\u2068می\u200cخواهم\u2069"),
        ("", ""),
        ("\u202e\u2069", ""),
    ],
)
def test_a_wrapped_text_cannot_turn_its_neighbours_round(text, wrapped):
    assert isolate(text) == wrapped


@given(HOSTILE)
def test_isolates_always_close(text):
    depth = 0
    for char in isolate(text):
        bidi_class = unicodedata.bidirectional(char)
        depth += (bidi_class in {"LRI", "RLI", "FSI"}) - (bidi_class == "PDI")
        assert depth >= 0
        assert bidi_class not in {"LRE", "RLE", "LRO", "RLO", "PDF"}
    assert depth == 0


@given(HOSTILE)
def test_an_isolated_text_may_be_isolated_within_a_longer_one(text):
    inner = isolate(text)
    assert isolate(f"خبر: {inner}") == f"\u2068خبر: {inner}\u2069"


@given(HOSTILE)
def test_without_controls_the_letters_remain(text):
    assert strip_controls(text) == "".join(char for char in text if char not in CONTROLS)


def test_joiners_are_letters_business():
    assert strip_controls("\u202eمی\u200cخواهم\u200d\u200f") == "می\u200cخواهم\u200d"


@pytest.mark.shared
def test_no_string_upsets_the_direction(naughty):
    for text in naughty:
        isolate(text)
        assert not set(strip_controls(text)) & set(CONTROLS)
