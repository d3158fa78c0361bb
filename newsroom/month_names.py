"""The country's months wherever Django prints one, and in the panel's calendar.

Django has one Arabic catalogue for all countries, with إبريل in it. Its table of month names is the
only place that all its dates ask (django.utils.dates.MONTHS, read by the format letter F): the
names are put there once, at start. Another language of the panel keeps its own.
"""

from django.utils.dates import MONTHS
from django.utils.functional import lazy
from django.utils.translation import gettext

from articles import house_style
from articles.arabic import dates

ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def name(number: int) -> str:
    """The name of a month, 1 to 12, in the language of the page that is being made."""
    if house_style.is_arabic():
        return dates.month_names(house_style.country())[number - 1]
    return gettext(ENGLISH[number - 1])


def put_in_place() -> None:
    """Let every date of Django's say the months of the house."""
    MONTHS.update({number: lazy(name, str)(number) for number in range(1, 13)})
