"""Numbers that we print come in the set the site has chosen."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.digits import in_digits, number, to_arabic, to_latin


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("2025", "٢٠٢٥"),
        ("1,234.5", "١٬٢٣٤٫٥"),
        ("12.5%", "١٢٫٥٪"),
        ("12,345,678", "١٢٬٣٤٥٬٦٧٨"),
        ("15:30", "١٥:٣٠"),
        ("4.12.2025", "٤.١٢.٢٠٢٥"),
        ("1,2", "١,٢"),
        ("بلغ 3.5, ثم 4.", "بلغ ٣٫٥, ثم ٤."),
        ("نسبة % بلا رقم، ونقطة.", "نسبة % بلا رقم، ونقطة."),
    ],
)
def test_a_number_changes_set_with_its_separators(latin, arabic):
    assert to_arabic(latin) == arabic
    assert to_latin(arabic) == latin


def test_persian_digits_become_latin_too():
    assert to_latin("۱۲٫۵ و۷۸٪") == "12.5 و78%"


def test_separators_outside_a_number_are_left_alone():
    assert to_latin("أ٫ب ٪ ٬") == "أ٫ب ٪ ٬"


@given(st.text(st.sampled_from("0123456789.,%: أب")))
def test_there_and_back_again(text):
    assert to_latin(to_arabic(text)) == text


@pytest.mark.parametrize(
    ("value", "latin", "arabic"),
    [
        (0, "0", "٠"),
        (999, "999", "٩٩٩"),
        (1234.5, "1,234.5", "١٬٢٣٤٫٥"),
        (1234.0, "1,234", "١٬٢٣٤"),
        (-1234, "-1,234", "-١٬٢٣٤"),
        (0.1, "0.1", "٠٫١"),
        (1e21, "1,000,000,000,000,000,000,000", "١٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠٬٠٠٠"),
        (1e-7, "0.0000001", "٠٫٠٠٠٠٠٠١"),
        (Decimal("1234.50"), "1,234.50", "١٬٢٣٤٫٥٠"),
        (Decimal("1E+4"), "10,000", "١٠٬٠٠٠"),
    ],
)
def test_a_number_is_grouped_by_thousands(value, latin, arabic):
    assert number(value) == latin
    assert number(value, digits="arab") == arabic


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers_are_grouped_as_cldr_says(value):
    assert number(value) == format_decimal(value, locale="ar")
    separated = format_decimal(value, locale="ar_EG", numbering_system="arab")
    assert number(value, digits="arab") == to_arabic(separated)


def test_a_measure_that_is_no_number_does_not_stop_the_page():
    assert number(float("nan")) == "NaN"
    assert number(float("-inf")) == "-Infinity"


def test_the_site_chooses():
    assert in_digits("3:07", "latn") == "3:07"
    assert in_digits("3:07", "arab") == "٣:٠٧"


@pytest.mark.shared
def test_no_string_upsets_the_digits(naughty):
    for text in naughty:
        assert to_latin(to_latin(text)) == to_latin(text)
        to_arabic(text)
