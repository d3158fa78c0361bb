"""The edition line says which day it is, as the country writes it."""

from datetime import date

import pytest

from newsroom import edition

THURSDAY = date(2025, 12, 4)


def test_a_day_has_its_weekday_and_its_date():
    shown = edition.of(THURSDAY)
    assert (shown.weekday, shown.day, shown.hijri) == ("الخميس", "4 ديسمبر 2025", "")
    assert shown.iso == "2025-12-04"


def test_the_hijri_date_stands_beside_it_where_the_site_wants_it(settings):
    settings.SITE_CALENDAR = "gregory+umalqura"
    assert edition.of(THURSDAY).hijri == "13 جمادى الآخرة 1447 هـ"


def test_country_and_figures_are_the_sites(settings):
    settings.SITE_LOCALE, settings.SITE_DIGITS = "ar-LB", "arab"
    settings.SITE_CALENDAR = "gregory+umalqura"
    shown = edition.of(THURSDAY)
    assert shown.day == "٤ كانون الأول ٢٠٢٥"
    assert shown.hijri.startswith("١٣ ")
    assert shown.iso == "2025-12-04"


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2090, 1, 1)])
def test_a_day_beyond_the_published_tables_has_no_hijri_date(settings, day):
    settings.SITE_CALENDAR = "gregory+umalqura"
    assert edition.of(day).hijri == ""


def test_every_page_carries_it_once(reader):
    page = reader.get("/").text
    assert page.count(edition.today().day) == 1
