"""People in the panel: ``{{ author.name|avatar }}``."""

from typing import Any

from django import template

from articles import people

register = template.Library()


@register.filter
def avatar(name: Any) -> str:
    """The round with somebody's initials; an account goes by its own name."""
    return people.avatar(str(name)) if name else ""
