"""How the panel shows a person at a glance: initials in a round, of the same shade each time."""

from zlib import crc32

from django.utils.html import format_html

# The washes of the states are what eyes can tell apart in light and dark; parts.css has six.
_SHADES = 6
_ARTICLE = "ال"
# «الخطيب» is known by its خ; of a shorter word the article is a part.
_LONGER_THAN = 4


def initials(name: str) -> str:
    """The first letters of a name, two at most; a family's article is not its letter."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(_first(word) for word in words[:2])


def avatar(name: str) -> str:
    """The round of a person; the name itself stands beside it, or is told where it does not."""
    shade = crc32(name.encode()) % _SHADES
    return format_html(
        '<span class="av who-{}" title="{}" aria-hidden="true"><bdi>{}</bdi></span>',
        shade, name, initials(name),
    )  # fmt: skip


def _first(word: str) -> str:
    has_article = word.startswith(_ARTICLE) and len(word) > _LONGER_THAN
    return (word.removeprefix(_ARTICLE) if has_article else word)[0].upper()
