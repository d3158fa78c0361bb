"""Tags as people type them: one line, parted by ``،``."""

from collections.abc import Iterable

from articles.models import Tag


def joined(tags: Iterable[Tag]) -> str:
    """The line of some tags; what the setting TAGGIT_STRING_FROM_TAGS names."""
    return line(tag.name for tag in tags)


def line(names: Iterable[str]) -> str:
    """The line that ``parse_tags`` takes apart into the same names."""
    return "، ".join(
        f'"{name}"' if any(mark in name for mark in ",،;؛") else name for name in names
    )
