"""The shape of one demonstration story."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

type Label = Literal["", "breaking", "exclusive", "opinion", "analysis", "video"]
type State = Literal["published", "draft", "submitted", "in_review", "scheduled", "withdrawn"]


class Mended(NamedTuple):
    """What was wrong when the story came out, what is right, and what readers are told of it."""

    wrong: str
    right: str
    told: str
    hours_later: int


@dataclass(frozen=True, slots=True)
class DemoStory:
    """One story; names its category, authors, picture and film by key ("" for none).

    ``minutes_ago`` counts the desk's minutes back from the moment of loading, as ``at_the_desk``
    does; below zero it lies ahead.
    """

    key: str
    category: str
    kicker: str
    headline: str
    short_headline: str
    standfirst: str
    body: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    label: Label
    picture: str
    dateline: str
    source_line: str
    minutes_ago: int
    state: State
    film: str = ""
    mended: Mended | None = None


def flowing(text: str) -> str:
    """The HTML with one block a line: line ends inside a block become single spaces."""
    return "\n".join(" ".join(block.split()) for block in text.strip().split("\n\n"))


# Nothing is published from one to six at night: whenever the demo is loaded, its stories keep their
# order and have the hours of a newsroom.
_CLOSES, _OPENS = 1, 6


def at_the_desk(now: datetime, minutes_ago: int) -> datetime:
    """The moment so many minutes before ``now``, a local time, with the nights left out."""
    moment, left = now, timedelta(minutes=minutes_ago)
    if minutes_ago < 0:
        return now - left
    while True:
        opened = moment.replace(hour=_OPENS, minute=0, second=0, microsecond=0)
        if moment < opened:
            moment = min(moment, opened.replace(hour=_CLOSES))
            opened -= timedelta(days=1)
        if left <= moment - opened:
            return moment - left
        left -= moment - opened
        moment = opened.replace(hour=_CLOSES)
