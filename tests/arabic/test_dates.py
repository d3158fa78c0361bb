"""A date reads as the newspapers of its country write it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from babel import Locale, localedata
from babel.dates import format_date, format_time
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.dates import (
    DUAL,
    MONTHS,
    clock,
    counts_to_24,
    day,
    day_and_clock,
    first_weekday,
    weekday,
    with_both_names,
)

ARAB = sorted(name for name in localedata.locale_identifiers() if name.split("_")[0] == "ar")
AFTERNOON = datetime(2025, 12, 4, 15, 7, tzinfo=UTC)


def test_there_is_an_oracle():
    assert len(ARAB) > 25


@pytest.mark.parametrize("name", ARAB)
def test_a_day_is_written_as_in_its_country(name):
    for month in range(1, 13):
        moment = date(2025, month, 4)
        assert day(moment, locale=name) == format_date(moment, "long", locale=name)


@pytest.mark.parametrize("name", ARAB)
def test_an_hour_is_written_as_in_its_country(name):
    for hour in range(24):
        assert clock(time(hour, 7), locale=name) == format_time(time(hour, 7), "short", locale=name)


@pytest.mark.parametrize("name", ARAB)
def test_a_week_starts_as_in_its_country(name):
    assert first_weekday(name) == Locale.parse(name).first_week_day


@pytest.mark.parametrize("name", ARAB)
def test_weekdays_have_one_name_everywhere(name):
    for days in range(7):
        moment = date(2025, 12, 1) + timedelta(days=days)
        assert weekday(moment) == format_date(moment, "EEEE", locale=name)


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("ar", "4 ديسمبر 2025، 3:07 م"),
        ("ar-LB", "4 كانون الأول 2025، 3:07 م"),
        ("AR-lb", "4 كانون الأول 2025، 3:07 م"),
        ("ar_Arab_LB", "4 كانون الأول 2025، 3:07 م"),
        ("ar-MA", "4 دجنبر 2025، 15:07"),
        ("ar-MR", "4 دجمبر 2025، 3:07 م"),
        (DUAL, "4 ديسمبر/ كانون الأول 2025، 3:07 م"),
        ("ar-MA-x-dual", "4 ديسمبر/ كانون الأول 2025، 15:07"),
        ("ar-XX", "4 ديسمبر 2025، 3:07 م"),
        ("ar-u-nu-ly", "4 ديسمبر 2025، 3:07 م"),
        ("en", "4 ديسمبر 2025، 3:07 م"),
        ("", "4 ديسمبر 2025، 3:07 م"),
    ],
)
def test_the_site_chooses_its_country(locale, shown):
    assert day_and_clock(AFTERNOON, locale=locale) == shown


@pytest.mark.parametrize("name", ARAB)
def test_a_country_counts_to_twelve_or_to_24(name):
    assert counts_to_24(name) == ("م" not in format_time(time(15, 7), "short", locale=name))


@pytest.mark.parametrize(
    ("locale", "both"),
    [("ar", DUAL), (DUAL, DUAL), ("ar-EG", "ar-EG-x-dual"), ("ar-MA-x-dual", "ar-MA-x-dual")],
)
def test_both_names_are_asked_for_once(locale, both):
    assert with_both_names(locale) == both
    assert day(AFTERNOON, locale=both) == "4 ديسمبر/ كانون الأول 2025"


def test_the_country_names_june():
    june = date(2025, 6, 1)
    names = {"LB": "حزيران", "SY": "حزيران", "JO": "حزيران", "IQ": "حزيران", "PS": "حزيران",
             "MA": "يونيو", "DZ": "جوان", "TN": "جوان", "MR": "يونيو", "EG": "يونيو"}  # fmt: skip
    for country, name in names.items():
        assert day(june, locale=f"ar-{country}") == f"1 {name} 2025"


def test_the_site_chooses_its_digits():
    assert day_and_clock(AFTERNOON, digits="arab") == "٤ ديسمبر ٢٠٢٥، ٣:٠٧ م"
    assert day(AFTERNOON, locale="ar-IQ", digits="arab") == "٤ كانون الأول ٢٠٢٥"
    assert clock(time(9, 5), locale="ar-MA", digits="arab") == "٠٩:٠٥"


@pytest.mark.parametrize(
    ("hour", "shown"), [(0, "12:07 ص"), (11, "11:07 ص"), (12, "12:07 م"), (23, "11:07 م")]
)
def test_midnight_and_noon_are_twelve(hour, shown):
    assert clock(time(hour, 7)) == shown


def test_a_date_alone_has_its_weekday():
    assert weekday(date(2025, 12, 4)) == "الخميس"


def test_every_country_has_twelve_months():
    assert all(len(set(names)) == 12 for names in MONTHS.values())


@given(st.text())
def test_a_mistyped_locale_falls_back_and_never_fails(locale):
    assert day_and_clock(AFTERNOON, locale=locale).startswith("4 ")
    assert 0 <= first_weekday(locale) <= 6


@pytest.mark.shared
def test_no_string_is_too_odd_a_locale(naughty):
    for text in naughty:
        day_and_clock(AFTERNOON, locale=text)
