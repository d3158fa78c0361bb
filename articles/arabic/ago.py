"""How long ago, as people say it: قبل دقيقتين, قبل 3 ساعات, قبل يوم واحد.

Source: CLDR's relative times of ``ar`` in the past, the oracle of our tests by way of Babel; «الآن»
is its word for now. The noun stands in the genitive after قبل, so these are no counts of the
catalogue. One and two print no digit: the noun says them.
"""

from datetime import timedelta

from articles.arabic.digits import Digits
from articles.arabic.plurals import Forms, counted

NOW = "الآن"
MINUTES = Forms(
    zero=NOW,
    one="قبل دقيقة واحدة",
    two="قبل دقيقتين",
    few="قبل {n} دقائق",
    many="قبل {n} دقيقة",
    other="قبل {n} دقيقة",
)
HOURS = Forms(
    zero="قبل أقل من ساعة",
    one="قبل ساعة واحدة",
    two="قبل ساعتين",
    few="قبل {n} ساعات",
    many="قبل {n} ساعة",
    other="قبل {n} ساعة",
)
DAYS = Forms(
    zero="اليوم",
    one="قبل يوم واحد",
    two="قبل يومين",
    few="قبل {n} أيام",
    many="قبل {n} يومًا",
    other="قبل {n} يوم",
)
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_A_WEEK = timedelta(days=7)


def ago(since: timedelta, *, digits: Digits = "latn") -> str:
    """The whole minutes, hours or days that have passed; nothing from a week on.

    Less than a minute is now, and so is a moment to come: clocks of two machines differ.
    """
    if since >= _A_WEEK:
        return ""
    seconds = max(int(since.total_seconds()), 0)
    if seconds < _HOUR:
        return counted(seconds // _MINUTE, MINUTES, digits=digits)
    if seconds < _DAY:
        return counted(seconds // _HOUR, HOURS, digits=digits)
    return counted(seconds // _DAY, DAYS, digits=digits)
