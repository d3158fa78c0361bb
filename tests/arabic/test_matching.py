"""A word finds every spelling that readers and keyboards put for it, and no other word."""

import re

import pytest

from articles.arabic.matching import pattern


@pytest.mark.parametrize(
    ("sought", "written"),
    [
        ("احمد", "أحمد"), ("أحمد", "احمد"), ("آمال", "امال"), ("القمح", "القَمْح"),
        ("محمد", "محـــمد"), ("مستشفى", "مستشفي"), ("مدرسه", "مدرسة"), ("إلى", "الى"),
        ("2025", "٢٠٢٥"), ("٢٠٢٥", "2025"), ("bbc", "BBC"), ("كتاب", "کتاب"), ("C++", "لغة C++"),
    ],
)  # fmt: skip
def test_a_word_finds_its_other_spellings(sought, written):
    assert re.search(pattern(sought), written, re.IGNORECASE)


@pytest.mark.parametrize(
    ("sought", "written"), [("قمح", "قمر"), ("a.c", "abc"), ("(", "قمح"), ("علي", "عل")]
)
def test_it_finds_no_other_word(sought, written):
    assert not re.search(pattern(sought), written, re.IGNORECASE)


@pytest.mark.parametrize("nothing", ["", " ", "\u064b", "\u0640"])
def test_what_folds_to_nothing_gives_no_pattern(nothing):
    assert pattern(nothing) == ""
