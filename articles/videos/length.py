"""How long a video lasts: typed and shown as 3:07, read out in words, told to machines."""

import re
from functools import reduce

from django.utils.translation import gettext, ngettext

from articles.arabic.digits import Digits, in_digits, to_latin

_TYPED = re.compile(r"(?:(?:([0-9]{1,2}):)?([0-9]{1,3}):)?([0-9]{1,5})")
_A_DAY = 24 * 3600


def seconds_of(typed: str) -> int | None:
    """The seconds of 3:07, 1:02:03 or 187, in either digits; None for anything else."""
    found = _TYPED.fullmatch(to_latin(typed.strip()))
    if not found:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    # Beside a larger part only what a clock shows: 3:75 is a slip, 187 alone is not.
    if (found[2] and seconds > 59) or (found[1] and minutes > 59):
        return None
    total = (hours * 60 + minutes) * 60 + seconds
    return total if 0 < total <= _A_DAY else None


def clock(seconds: int, *, digits: Digits = "latn") -> str:
    """3:07; from an hour on 1:02:03."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    shown = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return in_digits(shown, digits)


def in_words(seconds: int, *, digits: Digits = "latn") -> str:
    """3 minutes and 7 seconds: what 3:07 would not be read out as."""
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    counted = [
        (hours, ngettext("%(shown)s hour", "%(shown)s hours", hours)),
        (minutes, ngettext("%(shown)s minute", "%(shown)s minutes", minutes)),
        (rest, ngettext("%(shown)s second", "%(shown)s seconds", rest)),
    ]
    parts = [form % {"shown": in_digits(f"{count}", digits)} for count, form in counted if count]
    joined = gettext("%(first)s and %(next)s")
    return reduce(lambda first, following: joined % {"first": first, "next": following}, parts)


def iso(seconds: int) -> str:
    """PT3M7S, as ISO 8601 writes a duration."""
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    return "PT" + "".join(f"{count}{unit}" for count, unit in parts if count)
