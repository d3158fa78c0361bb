"""What the index knows of a question's terms before a single story is read."""

from dataclasses import dataclass
from itertools import chain

from articles.models import SearchTerm
from articles.search.documents import Key, number
from articles.search.index import STORIES, WORDS
from articles.search.query import Word


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How many stories there are, how long they are, how many hold each term.

    Stories under embargo count here. Nothing may depend on it that a reader can tell from a word
    that nobody ever wrote: it saves looking for what stands nowhere, and weighs common words.
    """

    stories: int
    mean_words: float  # of a body
    holding: dict[Key, int]

    @classmethod
    def of(cls, words: tuple[Word, ...]) -> "Vocabulary":
        asked = (key for word in words for key in chain(word.keys, *word.others))
        keys = {number(key): key for key in asked}
        rows = SearchTerm.objects.filter(pk__in=[STORIES, WORDS, *keys], documents__gt=0)
        found = dict(rows.values_list("pk", "documents"))
        stories, bodies = found.pop(STORIES, 0), found.pop(WORDS, 0)
        return cls(
            stories, bodies / max(stories, 1), {keys[pk]: held for pk, held in found.items()}
        )

    def knows(self, key: Key) -> bool:
        return key in self.holding

    def at_least(self, word: Word) -> int:
        """How many stories hold the word as typed, or its likeliest form."""
        return max(self.holding.get(key, 0) for key in word.itself)

    def at_most(self, word: Word) -> int:
        """How many hold it in any form or spelling, were they all different stories."""
        others = (min(self.holding.get(key, 0) for key in keys) for keys in word.others)
        return sum(self.holding.get(key, 0) for key in word.keys) + sum(others)
