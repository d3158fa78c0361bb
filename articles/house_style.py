"""How this paper prints dates, numbers and counts: the one place that asks the site's settings.

Readers' pages and the panel print by these functions, so that they agree. What machines read (ISO
dates, addresses, form values, JSON) never comes from here, but for ``iso``. In a panel that is not
Arabic Django's own dates stand, with Latin figures: its formats are in ``newsroom/formats``.
"""

from datetime import date, datetime
from typing import cast

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format, localize
from django.utils.translation import get_language

from articles.arabic import ago as arabic_ago
from articles.arabic import dates
from articles.arabic.digits import Digits, in_digits
from articles.arabic.digits import number as arabic_number


def country() -> str:
    """The country and, where the site wants both, the two names of its months: ar-EG-x-dual."""
    locale: str = settings.SITE_LOCALE
    return dates.with_both_names(locale) if settings.SITE_MONTHS == "dual" else locale


def figures() -> Digits:
    """The set of digits of what we print; author's words keep their own."""
    return cast("Digits", settings.SITE_DIGITS) if is_arabic() else "latn"


def is_arabic() -> bool:
    """Whether the page that is being made speaks Arabic: every reader's page does."""
    return (get_language() or "ar").partition("-")[0] == "ar"


def day(moment: date) -> str:
    """4 ديسمبر 2025."""
    if not is_arabic():
        return date_format(_local(moment), "DATE_FORMAT")
    return dates.day(_local(moment), locale=country(), digits=figures())


def day_and_month(moment: date) -> str:
    """4 ديسمبر."""
    if not is_arabic():
        return date_format(_local(moment), "MONTH_DAY_FORMAT")
    return dates.day_and_month(_local(moment), locale=country(), digits=figures())


def month_and_year(moment: date) -> str:
    """ديسمبر 2025."""
    if not is_arabic():
        return date_format(_local(moment), "YEAR_MONTH_FORMAT")
    return dates.month_and_year(_local(moment), locale=country(), digits=figures())


def clock(moment: datetime) -> str:
    """3:07 م; 15:07 in the countries that count so."""
    if not is_arabic():
        return date_format(timezone.localtime(moment), "TIME_FORMAT")
    return dates.clock(timezone.localtime(moment), locale=country(), digits=figures())


def day_and_clock(moment: datetime) -> str:
    """4 ديسمبر 2025، 3:07 م."""
    if not is_arabic():
        return date_format(timezone.localtime(moment), "DATETIME_FORMAT")
    return dates.day_and_clock(timezone.localtime(moment), locale=country(), digits=figures())


def ago(moment: datetime, *, at: datetime | None = None) -> str:
    """قبل دقيقتين; nothing from a week on, and nothing in another language.

    Beside the date, and on pages that nobody keeps alone: it is false a minute later.
    """
    since = (at or timezone.now()) - moment
    return arabic_ago.ago(since, digits=figures()) if is_arabic() else ""


def iso(moment: datetime) -> str:
    """2025-12-04T15:07:00+03:00, for machines."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


def number(value: int | float) -> str:
    """1,234 or ١٬٢٣٤."""
    return arabic_number(value, digits=figures()) if is_arabic() else str(localize(value))


def printed(text: str) -> str:
    """A text that we made, with its numbers in the site's figures; never an author's."""
    return in_digits(text, figures())


def _local(moment: date) -> date:
    """A moment as the newsroom's clock shows it; a day is one everywhere."""
    return timezone.localtime(moment) if isinstance(moment, datetime) else moment
