"""Dates and clock times as Arab countries write them.

Source: CLDR as carried by Babel 2.18, which is the oracle of our tests: names of months and days,
the day before the month, the clock of 12 or 24 hours and the Arabic comma before it, first day of
the week. The two names of a month side by side are BBC Arabic's habit (moment/ar.js of
bbc/simorgh). Moments come in already local; nothing here reads a clock.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from types import MappingProxyType

from articles.arabic.digits import Digits, in_digits

DUAL = "ar-x-dual"
"""The locale that prints both names of a month; after a country too: ``ar-EG-x-dual``."""


def _names(listed: str) -> tuple[str, ...]:
    return tuple(listed.split("، "))


_COMMON = _names(
    "يناير، فبراير، مارس، أبريل، مايو، يونيو، يوليو، أغسطس، سبتمبر، أكتوبر، نوفمبر، ديسمبر"
)
_LEVANTINE = _names(
    "كانون الثاني، شباط، آذار، نيسان، أيار، حزيران، تموز، آب، أيلول، "
    "تشرين الأول، تشرين الثاني، كانون الأول"
)
_FROM_FRENCH = _names(
    "جانفي، فيفري، مارس، أفريل، ماي، جوان، جويلية، أوت، سبتمبر، أكتوبر، نوفمبر، ديسمبر"
)
_MOROCCAN = _names(
    "يناير، فبراير، مارس، أبريل، ماي، يونيو، يوليوز، غشت، شتنبر، أكتوبر، نونبر، دجنبر"
)
_MAURITANIAN = _names(
    "يناير، فبراير، مارس، إبريل، مايو، يونيو، يوليو، أغشت، شتمبر، أكتوبر، نوفمبر، دجمبر"
)

MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ar": _COMMON,
        **dict.fromkeys(("ar-IQ", "ar-JO", "ar-LB", "ar-PS", "ar-SY"), _LEVANTINE),
        **dict.fromkeys(("ar-DZ", "ar-TN"), _FROM_FRENCH),
        "ar-MA": _MOROCCAN,
        "ar-MR": _MAURITANIAN,
        DUAL: tuple(map("{}/ {}".format, _COMMON, _LEVANTINE)),
    }
)
"""January to December by locale; a country not named here writes as ``ar``."""

WEEKDAYS = _names("الاثنين، الثلاثاء، الأربعاء، الخميس، الجمعة، السبت، الأحد")

_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6
_FIRST_WEEKDAY = {
    **dict.fromkeys(
        ("BH", "DJ", "DZ", "EG", "IQ", "JO", "KW", "LY", "OM", "QA", "SD", "SY"), _SATURDAY
    ),
    **dict.fromkeys(("IL", "SA", "YE"), _SUNDAY),
}
_DAY_LONG_CLOCK = {"MA": "{:02}:{:02}", "KM": "{:02}:{:02}", "IL": "{}:{:02}"}


def with_both_names(locale: str) -> str:
    """The locale of the same country that prints both names of a month: ar-EG-x-dual."""
    return locale if _is_dual(locale) else f"{locale}-x-dual"


def month_names(locale: str) -> tuple[str, ...]:
    """January to December as a country writes them, or in both names."""
    return MONTHS[DUAL] if _is_dual(locale) else MONTHS.get(f"ar-{_country(locale)}", MONTHS["ar"])


def day(moment: date, *, locale: str = "ar", digits: Digits = "latn") -> str:
    """4 ديسمبر 2025."""
    month = month_names(locale)[moment.month - 1]
    return in_digits(f"{moment.day} {month} {moment.year}", digits)


def day_and_month(moment: date, *, locale: str = "ar", digits: Digits = "latn") -> str:
    """4 ديسمبر."""
    return in_digits(f"{moment.day} {month_names(locale)[moment.month - 1]}", digits)


def month_and_year(moment: date, *, locale: str = "ar", digits: Digits = "latn") -> str:
    """ديسمبر 2025."""
    return in_digits(f"{month_names(locale)[moment.month - 1]} {moment.year}", digits)


def clock(moment: datetime | time, *, locale: str = "ar", digits: Digits = "latn") -> str:
    """3:07 م; in the countries that count to 24, 15:07."""
    day_long = _DAY_LONG_CLOCK.get(_country(locale))
    if day_long:
        return in_digits(day_long.format(moment.hour, moment.minute), digits)
    half = "ص" if moment.hour < 12 else "م"
    return in_digits(f"{moment.hour % 12 or 12}:{moment.minute:02} {half}", digits)


def day_and_clock(moment: datetime, *, locale: str = "ar", digits: Digits = "latn") -> str:
    """4 ديسمبر 2025، 3:07 م."""
    shown_day = day(moment, locale=locale, digits=digits)
    return f"{shown_day}، {clock(moment, locale=locale, digits=digits)}"


def counts_to_24(locale: str) -> bool:
    """Whether a country writes 15:07, as Morocco does, and not 3:07 م."""
    return _country(locale) in _DAY_LONG_CLOCK


def weekday(moment: date) -> str:
    """الخميس. All Arab countries agree on these names."""
    return WEEKDAYS[moment.weekday()]


def first_weekday(locale: str) -> int:
    """The day a week starts with in a country, 0 for Monday as in the calendar module."""
    return _FIRST_WEEKDAY.get(_country(locale), _MONDAY)


def _is_dual(locale: str) -> bool:
    return locale.casefold().endswith("-x-dual")


def _country(locale: str) -> str:
    """The country of a BCP 47 tag in capitals (``ar-Arab-LB``, ``ar_lb`` → LB), or nothing."""
    for subtag in locale.replace("_", "-").split("-")[1:]:
        if len(subtag) == 1:  # extensions and private use follow
            break
        if len(subtag) == 2:
            return subtag.upper()
    return ""
