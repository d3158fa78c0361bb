"""How long ago is said as people say it, and one and two are said without a digit."""

from datetime import timedelta

import pytest
from babel.dates import format_timedelta
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.ago import DAYS, HOURS, MINUTES, ago
from articles.arabic.plurals import counted

COUNTS = (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111)


@pytest.mark.parametrize(
    ("unit", "forms"),
    [("minute", MINUTES), ("hour", HOURS), ("day", DAYS)],
    ids=lambda x: str(x)[:6],
)
@pytest.mark.parametrize("n", COUNTS[1:])
def test_each_count_takes_the_form_that_cldr_gives_it(unit, forms, n):
    past = timedelta(**{f"{unit}s": -n})
    oracle = format_timedelta(past, unit, threshold=1e9, add_direction=True, locale="ar")
    assert counted(n, forms) == oracle


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (timedelta(seconds=-30), "الآن"),
        (timedelta(0), "الآن"),
        (timedelta(seconds=59), "الآن"),
        (timedelta(seconds=60), "قبل دقيقة واحدة"),
        (timedelta(minutes=2, seconds=59), "قبل دقيقتين"),
        (timedelta(minutes=59), "قبل 59 دقيقة"),
        (timedelta(hours=1), "قبل ساعة واحدة"),
        (timedelta(hours=2), "قبل ساعتين"),
        (timedelta(hours=23, minutes=59), "قبل 23 ساعة"),
        (timedelta(days=1), "قبل يوم واحد"),
        (timedelta(days=2), "قبل يومين"),
        (timedelta(days=6, hours=23), "قبل 6 أيام"),
        (timedelta(days=7), ""),
    ],
)
def test_the_largest_whole_unit_is_said_and_from_a_week_on_nothing(since, said):
    assert ago(since) == said


def test_the_digit_is_of_the_sites_set():
    assert ago(timedelta(minutes=11), digits="arab") == "قبل ١١ دقيقة"


@pytest.mark.parametrize("forms", [MINUTES, HOURS, DAYS])
def test_only_from_three_on_a_digit_is_printed(forms):
    assert ["{n}" in form for form in forms] == [False, False, False, True, True, True]


@given(st.timedeltas())
def test_no_span_of_time_is_too_odd(since):
    assert "{n}" not in ago(since)
