"""Readers' pages and the panel write a date in one way, whichever Arabic Django speaks."""

import importlib
from datetime import UTC, date, datetime

import pytest
from django.utils import formats, translation
from django.utils.dates import MONTHS

from articles import house_style
from newsroom.formats.ar import formats as arabic

AFTERNOON = datetime(2025, 12, 4, 12, 7, tzinfo=UTC)  # 15:07 in Riyadh
ARABIC = ("ar", "ar-lb", "ar-ma", "ar-eg", "ar-dz")


@pytest.fixture
def country(settings):
    """Start as in a country: formats are read once, by the process that starts."""

    def started(locale: str, **values: str) -> None:
        settings.SITE_LOCALE = locale
        for name, value in values.items():
            setattr(settings, name, value)
        importlib.reload(arabic)
        formats.reset_format_cache()

    yield started
    settings.SITE_LOCALE = "ar"
    importlib.reload(arabic)
    formats.reset_format_cache()


@pytest.mark.parametrize("language", ARABIC)
def test_a_moment_is_written_day_first_with_an_arabic_comma(language):
    with translation.override(language):
        shown = formats.date_format(house_style.timezone.localtime(AFTERNOON), "DATETIME_FORMAT")
        assert shown == house_style.day_and_clock(AFTERNOON) == "4 ديسمبر 2025، 3:07 م"
        assert formats.date_format(date(2025, 4, 4)) == "4 أبريل 2025"
        assert "," not in shown


@pytest.mark.parametrize("language", ARABIC)
def test_a_short_date_is_no_american_one(language):
    with translation.override(language):
        assert formats.date_format(date(2025, 12, 4), "SHORT_DATE_FORMAT") == "2025/12/04"
        local = house_style.timezone.localtime(AFTERNOON)
        assert formats.date_format(local, "SHORT_DATETIME_FORMAT") == "2025/12/04، 3:07 م"


@pytest.mark.parametrize("language", ARABIC)
def test_a_number_has_a_decimal_point_and_thousands(language):
    with translation.override(language):
        assert formats.number_format(1234567.5, force_grouping=True) == "1,234,567.5"


@pytest.mark.parametrize("language", ARABIC)
def test_what_is_typed_is_read_day_before_month(language):
    with translation.override(language):
        read = formats.get_format("DATE_INPUT_FORMATS")
        assert datetime.strptime("04/12/2025", read[2]).date() == date(2025, 12, 4)  # noqa: DTZ007
        assert not any(form.startswith("%m") for form in read)
        assert formats.localize_input(date(2025, 12, 4)) == "2025-12-04"


@pytest.mark.parametrize(
    ("locale", "shown", "june", "first"),
    [
        ("ar", "4 ديسمبر 2025، 3:07 م", "يونيو", 1),
        ("ar-LB", "4 كانون الأول 2025، 3:07 م", "حزيران", 1),
        ("ar-SY", "4 كانون الأول 2025، 3:07 م", "حزيران", 6),
        ("ar-MA", "4 دجنبر 2025، 15:07", "يونيو", 1),
        ("ar-DZ", "4 ديسمبر 2025، 3:07 م", "جوان", 6),
        ("ar-EG", "4 ديسمبر 2025، 3:07 م", "يونيو", 6),
        ("ar-SA", "4 ديسمبر 2025، 3:07 م", "يونيو", 0),
        ("ar-x-dual", "4 ديسمبر/ كانون الأول 2025، 3:07 م", "يونيو/ حزيران", 1),
    ],
)
def test_panel_and_readers_agree_on_month_clock_and_week(country, locale, shown, june, first):
    country(locale)
    local = house_style.timezone.localtime(AFTERNOON)
    for language in ARABIC:
        with translation.override(language):
            assert formats.date_format(local, "DATETIME_FORMAT") == shown
            assert house_style.day_and_clock(AFTERNOON) == shown
            assert str(MONTHS[6]) == june
            assert formats.get_format("FIRST_DAY_OF_WEEK") == first


def test_a_site_may_print_both_names_of_a_month(country):
    country("ar-EG", SITE_MONTHS="dual")
    assert house_style.day(AFTERNOON) == "4 ديسمبر/ كانون الأول 2025"
    assert formats.date_format(date(2025, 12, 4)) == "4 ديسمبر/ كانون الأول 2025"


def test_an_english_panel_has_english_months_and_latin_figures(country):
    country("ar-LB", SITE_DIGITS="arab")
    with translation.override("en"):
        assert house_style.day_and_clock(AFTERNOON) == "4 December 2025, 15:07"
        assert house_style.day(AFTERNOON) == "4 December 2025"
        assert house_style.number(1234) == "1234"
        assert house_style.printed("3 of 12") == "3 of 12"


def test_machines_get_an_offset_and_ascii_whatever_readers_get(country):
    country("ar-MA", SITE_DIGITS="arab", SITE_MONTHS="dual")
    assert house_style.iso(AFTERNOON) == "2025-12-04T15:07:00+03:00"


def test_from_a_week_on_the_date_says_it_alone():
    at = datetime(2025, 12, 11, 12, 6, tzinfo=UTC)
    assert house_style.ago(AFTERNOON, at=at) == "قبل 6 أيام"
    assert house_style.ago(AFTERNOON, at=at.replace(minute=7)) == ""
