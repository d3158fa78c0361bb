"""Dates and numbers that Django itself prints in Arabic, in the house style.

Its own module for ``ar`` has no date with a time (English and month first stands in), an American
short date with a time, a comma inside dates, no grouping, a decimal comma for every country, and no
first day of the week; it serves ar-LB, ar-EG and the others as well, and ours stands before all of
them. Names of months: ``newsroom.month_names``. What a form takes is ISO or day before month.
"""

from django.conf import settings

from articles.arabic.dates import counts_to_24, first_weekday

_CLOCK = "H:i" if counts_to_24(settings.SITE_LOCALE) else "g:i A"

DATE_FORMAT = "j F Y"
TIME_FORMAT = _CLOCK
DATETIME_FORMAT = f"j F Y، {_CLOCK}"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = "Y/m/d"
SHORT_DATETIME_FORMAT = f"Y/m/d، {_CLOCK}"
FIRST_DAY_OF_WEEK = (first_weekday(settings.SITE_LOCALE) + 1) % 7  # Django's 0 is Sunday
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%Y/%m/%d", "%d/%m/%Y"]
TIME_INPUT_FORMATS = ["%H:%M:%S", "%H:%M"]
DATETIME_INPUT_FORMATS = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M"]
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
