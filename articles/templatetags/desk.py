"""What the panel's templates ask beyond those of readers."""

from typing import Any, NamedTuple

from django import template
from django.contrib.messages.storage.base import Message

register = template.Library()


class TakeBack(NamedTuple):
    """The act that a message can take back, and for which stories."""

    name: str
    stories: list[str]


@register.filter
def take_back(message: Message) -> TakeBack | None:
    """What stands in the tags of a message of ``articles.admin.bulk``; None in all others."""
    match (message.extra_tags or "").split():
        case ["undo", name, keys]:
            return TakeBack(name, keys.split("."))
    return None


@register.filter
def narrows(parameters: dict[str, Any]) -> bool:
    """Whether a list is narrowed by more than one of its own tabs."""
    return any(value for name, value in parameters.items() if name not in {"tab", "o", "p"})
