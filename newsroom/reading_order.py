"""Where a figure of a drawing lies for the eyes of its language: from the right in Arabic."""

from django.utils.translation import get_language_bidi


def laid(along: float, wide: float = 0, *, within: float) -> float:
    """The left edge of what begins so far along a drawing ``within`` units wide, to a tenth."""
    return round(within - along - wide if get_language_bidi() else along, 1)
