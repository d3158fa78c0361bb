"""Arabic counts in six forms, and one and two print no digit."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.plurals import COMMENTS, MINUTES, counted, plural_category

CLDR = Locale("ar").plural_form
LARGE = [1_000_000, 1_000_001, 1_000_002, 1_000_003, 1_000_011, 2_147_483_647, 10**18 + 102]


def test_a_number_takes_the_form_cldr_gives_it():
    for n in (*range(1001), *LARGE):
        assert plural_category(n) == plural_category(-n) == CLDR(n), n


@pytest.mark.parametrize(
    ("n", "minutes", "comments"),
    [
        (1, "دقيقة واحدة", "تعليق واحد"),
        (2, "دقيقتان", "تعليقان"),
        (3, "3 دقائق", "3 تعليقات"),
        (10, "10 دقائق", "10 تعليقات"),
        (11, "11 دقيقة", "11 تعليقًا"),
        (99, "99 دقيقة", "99 تعليقًا"),
        (100, "100 دقيقة", "100 تعليق"),
        (102, "102 دقيقة", "102 تعليق"),
        (103, "103 دقائق", "103 تعليقات"),
        (1000, "1,000 دقيقة", "1,000 تعليق"),
    ],
)
def test_minutes_and_comments_are_counted_as_people_say_them(n, minutes, comments):
    assert counted(n, MINUTES) == minutes
    assert counted(n, COMMENTS) == comments


def test_no_comments_is_said_in_words():
    assert counted(0, COMMENTS) == "لا تعليقات"


def test_the_digit_is_of_the_sites_set():
    assert counted(11, COMMENTS, digits="arab") == "١١ تعليقًا"
    assert counted(1234, COMMENTS, digits="arab") == "١٬٢٣٤ تعليقًا"


@pytest.mark.parametrize("forms", [MINUTES, COMMENTS])
def test_only_larger_numbers_print_a_digit(forms):
    assert ["{n}" in form for form in forms] == [False, False, False, True, True, True]


@given(st.integers())
def test_any_whole_number_can_be_counted(n):
    assert "{n}" not in counted(n, COMMENTS)
