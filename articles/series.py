"""The parts of a series in their order, as readers count them."""

from dataclasses import dataclass
from typing import Self

from django.db.models import F

from articles.models import Article, Series


@dataclass(frozen=True, slots=True)
class Part:
    """A live story and the number that readers know it by."""

    story: Article
    number: int


@dataclass(frozen=True, slots=True)
class Parts:
    """What readers have of a series; ``here`` is the part of the page, if it is one's."""

    series: Series
    parts: tuple[Part, ...]
    here: Part | None = None

    @classmethod
    def of(cls, series: Series, story: Article | None = None) -> Self:
        """By one query; a number that the desk gave counts before the hour of publication."""
        listed = Article.objects.live().filter(series=series).for_cards().with_authors()
        in_order = listed.order_by(F("series_place").asc(nulls_last=True), "published_at", "pk")
        parts = _numbered(list(in_order))
        here = next((part for part in parts if story and part.story.pk == story.pk), None)
        return cls(series, parts, here)

    @property
    def count(self) -> int:
        """Of how many: those that the desk has promised, never fewer than there are."""
        highest = max((part.number for part in self.parts), default=0)
        return max(self.series.planned or 0, highest)

    @property
    def previous(self) -> Part | None:
        return self._beside(-1)

    @property
    def next(self) -> Part | None:
        return self._beside(1)

    def _beside(self, step: int) -> Part | None:
        if self.here is None:
            return None
        place = self.parts.index(self.here) + step
        return self.parts[place] if 0 <= place < len(self.parts) else None


def _numbered(stories: list[Article]) -> tuple[Part, ...]:
    """Each with its own number, or the next one after the part before it."""
    parts: list[Part] = []
    for story in stories:
        before = parts[-1].number if parts else 0
        parts.append(Part(story, story.series_place or before + 1))
    return tuple(parts)
