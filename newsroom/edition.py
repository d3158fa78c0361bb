"""The line under the name of the paper: which day's edition this is."""

from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone
from hijridate import Gregorian

from articles import house_style
from articles.arabic import dates


class Edition(NamedTuple):
    weekday: str
    day: str
    hijri: str  # empty where the site does not print it, or its calendar does not reach
    iso: str


def today() -> Edition:
    """The edition of the newsroom's present day."""
    return of(timezone.localdate())


def of(day: date) -> Edition:
    """The edition of a day, in the country's month names and the site's figures."""
    return Edition(
        weekday=dates.weekday(day),
        day=house_style.day(day),
        hijri=_hijri(day) if settings.SITE_CALENDAR == "gregory+umalqura" else "",
        iso=day.isoformat(),
    )


def _hijri(day: date) -> str:
    """13 جمادى الآخرة 1447 هـ, by the calendar of Umm al-Qura."""
    try:
        found = Gregorian.fromdate(day).to_hijri()
    except OverflowError:  # the published tables end with 1500
        return ""
    return house_style.printed(f"{found.day} {found.month_name('ar')} {found.year} هـ")
