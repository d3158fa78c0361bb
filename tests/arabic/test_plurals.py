"""Arabic counts in six forms, and one and two print no digit."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.plurals import Forms, counted, plural_category

CLDR = Locale("ar").plural_form
LARGE = [1_000_000, 1_000_001, 1_000_002, 1_000_003, 1_000_011, 2_147_483_647, 10**18 + 102]


def test_a_number_takes_the_form_cldr_gives_it():
    for n in (*range(1001), *LARGE):
        assert plural_category(n) == plural_category(-n) == CLDR(n), n


# A noun whose six forms all differ.
BOOKS = Forms("لا كتب", "كتاب واحد", "كتابان", "{n} كتب", "{n} كتابًا", "{n} كتاب")


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "لا كتب"), (1, "كتاب واحد"), (2, "كتابان"), (3, "3 كتب"), (10, "10 كتب"),
        (11, "11 كتابًا"), (99, "99 كتابًا"), (100, "100 كتاب"), (101, "101 كتاب"),
        (102, "102 كتاب"), (103, "103 كتب"), (111, "111 كتابًا"), (1000, "1,000 كتاب"),
    ],
)  # fmt: skip
def test_a_noun_is_counted_as_people_say_it(n, said):
    assert counted(n, BOOKS) == said


def test_the_digit_is_of_the_sites_set():
    assert counted(11, BOOKS, digits="arab") == "١١ كتابًا"
    assert counted(1234, BOOKS, digits="arab") == "١٬٢٣٤ كتابًا"


@given(st.integers())
def test_any_whole_number_can_be_counted(n):
    assert "{n}" not in counted(n, BOOKS)
