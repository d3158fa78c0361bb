"""The parts of an address that the articles know, and what may stand in them.

Importing it registers the converters ``code``, ``key`` and ``word`` of all URL lists.
"""

from django.urls import register_converter


class CodeConverter:
    """A story's permanent code: short and ASCII."""

    regex = "[0-9a-z]{4,12}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class SlugConverter(CodeConverter):
    """A readable end in any script; without NUL, which PostgreSQL refuses to compare with."""

    regex = r"[^/\x00]+"


class YearConverter(CodeConverter):
    """A year of the archive: from the first newspapers to the end of four digits."""

    regex = "1[6-9][0-9]{2}|[2-8][0-9]{3}"

    def to_python(self, value: str) -> int:  # type: ignore[override]
        return int(value)


class MonthConverter(YearConverter):
    """A month in two digits."""

    regex = "0[1-9]|1[0-2]"

    def to_url(self, value: int | str) -> str:
        return f"{int(value):02}"


class KeyConverter(CodeConverter):
    """A key that opens something by itself: 256 bits, as ``secrets.token_urlsafe`` writes them."""

    regex = "[A-Za-z0-9_-]{43}"


register_converter(KeyConverter, "key")
register_converter(YearConverter, "year")
register_converter(MonthConverter, "month")
register_converter(CodeConverter, "code")
register_converter(SlugConverter, "word")
