"""Digits of numbers that we print, in the set the site has chosen.

For generated numbers only: an author's digits stay as written. Data: CLDR, numbering systems
``latn`` and ``arab``.
"""

import re
from decimal import Decimal
from typing import Literal

type Digits = Literal["latn", "arab"]

_TO_LATIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_TO_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_SIGNS_TO_LATIN = str.maketrans("٫٬٪", ".,%")
_SIGNS_TO_ARABIC = str.maketrans(".,%", "٫٬٪")

_ARABIC_RUN = re.compile(r"[٠-٩۰-۹]+(?:[٫٬][٠-٩۰-۹]+)*٪?")
_LATIN_RUN = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?")
# 12.12.2025, 1.2.3 and 1,2 hold digits but no number: their points and commas are not separators.
_NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?%?")


def to_latin(text: str) -> str:
    """The text with ٠–٩ and ۰–۹ as 0–9, and ٫ ٬ ٪ of a number as . , %."""
    return _ARABIC_RUN.sub(lambda run: run[0].translate(_TO_LATIN).translate(_SIGNS_TO_LATIN), text)


def to_arabic(text: str) -> str:
    """The text with 0–9 as ٠–٩; the separators and percent sign of a number become ٫ ٬ ٪.

    Dates, versions and times keep their points, commas and colons: 4.12.2025 is ٤.١٢.٢٠٢٥.
    """
    return _LATIN_RUN.sub(_arabic_run, text)


def in_digits(text: str, digits: Digits) -> str:
    """Generated text with its Latin digits, brought to the site's set."""
    return to_arabic(text) if digits == "arab" else text


def number(value: int | float | Decimal, *, digits: Digits = "latn") -> str:
    """A number as readers see it: 1,234.5 or ١٬٢٣٤٫٥, all its decimals kept.

    The sign is a plain hyphen in front; in an Arabic line a signed number needs isolating.
    """
    if isinstance(value, float):
        value = int(value) if value.is_integer() else Decimal(repr(value))
    shown = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
    return in_digits(shown, digits)


def _arabic_run(run: re.Match[str]) -> str:
    arabic = run[0].translate(_TO_ARABIC)
    if _NUMBER.fullmatch(run[0]):
        return arabic.translate(_SIGNS_TO_ARABIC)
    return arabic
