"""Headings of a body: their places for links, their levels, and when a story lists them."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.arabic.slugs import slug
from articles.arabic.words import count_words
from articles.body.text import plain_text

# Begins no other id of a page (comment-1, content, tags…), whatever the words of a heading.
PREFIX = "part-"
# A list of contents pays when finding one's way is work: from about six minutes at 170 words a
# minute, where the BBC begins to speak of a long read, and with three sections or more; of two,
# one is on the screen.
_LONG, _SECTIONS = 1000, 3


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a story that can be linked to."""

    anchor: str
    heading: str


class Names:
    """Gives each thing of a page a name that no other has: the second gets a 2."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}  # each name and the last number that stood behind it

    def unique(self, name: str, *, between: str) -> str:
        """The name itself, or with the first number that makes it another."""
        tried = name
        while tried in self._given:
            self._given[name] += 1
            tried = f"{name}{between}{self._given[name]}"
        self._given[tried] = 1
        return tried

    def anchor(self, heading: str) -> str:
        """The id of a heading, in its own words."""
        return self.unique(f"{PREFIX}{slug(heading, fallback='فقرة')}", between="-")


def contents(sections: Sequence[Section], body: str) -> tuple[Section, ...]:
    """The sections that a list at the head of the story names; none for a short one."""
    if len(sections) < _SECTIONS or count_words(plain_text(body)) < _LONG:
        return ()
    return tuple(sections)
