"""The shape of one demonstration story."""

from dataclasses import dataclass
from typing import Literal

type Label = Literal["", "breaking", "exclusive", "opinion", "analysis", "video"]
type State = Literal["published", "draft", "submitted", "in_review", "scheduled", "withdrawn"]


@dataclass(frozen=True, slots=True)
class DemoStory:
    """One story; names its category, authors, picture and film by key ("" for none).

    ``minutes_ago`` counts back from the moment of loading; below zero it lies ahead.
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


def flowing(text: str) -> str:
    """The HTML with one block a line: line ends inside a block become single spaces."""
    return "\n".join(" ".join(block.split()) for block in text.strip().split("\n\n"))
