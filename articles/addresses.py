"""The parts of an address that the articles know, and what may stand in them.

Importing it registers the converters ``code`` and ``word`` of all URL lists.
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


register_converter(CodeConverter, "code")
register_converter(SlugConverter, "word")
