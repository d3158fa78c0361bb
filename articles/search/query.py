"""How a question is read: words, quoted phrases, and what of them a story must hold."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import chain, repeat

from articles.arabic.function_words import FUNCTION_WORDS
from articles.arabic.stems import query_forms
from articles.arabic.terms import bare, terms
from articles.search.conditions import Condition, Phrase
from articles.search.documents import FORM, HEADLINE_FORM, Key, key
from articles.search.ranking import FORM_WORTHS

# A question of 200 characters has some 35 words, three times what people ask with; beyond that
# somebody tests us. Twelve words are more than the longest of 1,395 real questions needs.
LONGEST_QUERY = 200
MOST_TERMS = 12

_QUOTE = re.compile('["“”„«»]')
_QUOTED = re.compile('["“”„«»]([^"“”„«»]*)["“”„«»]')


type Knows = Callable[[Key], bool]
"""Whether the index holds a term at all: what stands nowhere need not be looked for."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Another spelling of the name that a word is part of."""

    phrases: tuple[Phrase, ...]  # the spelling, and what may be written onto one of several words
    form: str = ""  # of one of one word: by which it is found under what is written onto it

    @property
    def choices(self) -> tuple[Phrase, ...]:
        return (*self.phrases, (FORM + self.form,)) if self.form else self.phrases


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was asked for, with all forms by which it is found; none if it was quoted."""

    folded: str
    forms: tuple[str, ...]
    synonyms: tuple[Synonym, ...] = ()
    worths: tuple[tuple[Key, float], ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        worths = zip(self.forms, chain(FORM_WORTHS, repeat(FORM_WORTHS[-1])), strict=False)
        of_forms = ((key(FORM + form), worth) for form, worth in worths)
        object.__setattr__(self, "worths", ((key(self.folded), 1.0), *of_forms))

    @property
    def keys(self) -> tuple[Key, ...]:
        """Its own: of the word as typed, then of its forms."""
        return tuple(key for key, _ in self.worths)

    @property
    def others(self) -> tuple[tuple[Key, ...], ...]:
        """Those of other spellings of a name: a story answers that holds all keys of one."""
        return tuple(
            tuple(map(key, phrase)) for synonym in self.synonyms for phrase in synonym.choices
        )

    @property
    def itself(self) -> tuple[Key, ...]:
        """The word as typed and its likeliest form: how rare they are is what the word tells."""
        return self.keys[:2]

    @property
    def is_function_word(self) -> bool:
        return self.folded in FUNCTION_WORDS

    def choices(self, knows: Knows) -> list[Phrase]:
        """What in a story answers it."""
        own = ((term,) for term in (self.folded, *(FORM + form for form in self.forms)))
        others = chain(*(synonym.choices for synonym in self.synonyms))
        return [phrase for phrase in chain(own, others) if all(knows(key(one)) for one in phrase)]

    def headline_choices(self, knows: Knows) -> list[Phrase]:
        forms = (*self.forms, *(other.form for other in self.synonyms if other.form))
        return [(HEADLINE_FORM + form,) for form in forms if knows(key(FORM + form))]


@dataclass(frozen=True, slots=True)
class Query:
    """A question as it was read: at most 200 characters and 12 words of it."""

    text: str
    words: tuple[Word, ...]  # each once, those of phrases among them
    phrases: tuple[Phrase, ...]
    is_too_long: bool  # what stands behind 200 characters was not read
    is_cut: bool  # of the words that were read, some were left out
    spelled: tuple[str, ...] = ()  # those not quoted, in the order in which they were typed

    @classmethod
    def read(cls, typed: str) -> "Query":
        """Read what somebody typed; nothing in it is an operator but pairs of quotes."""
        text = " ".join(typed.replace("\x00", "").split())
        read = text[:LONGEST_QUERY]
        phrases = [tuple(map(bare, terms(quoted))) for quoted in _QUOTED.findall(read)]
        quoted = dict.fromkeys(chain(*phrases))
        spelled = tuple(terms(_QUOTED.sub(" ", read)))
        loose = dict.fromkeys(spelled)
        words = [Word(word, ()) for word in quoted]
        words += [
            Word(bare(spelled), () if bare(spelled) in FUNCTION_WORDS else query_forms(spelled))
            for spelled in loose
            if bare(spelled) not in quoted
        ]
        kept = _most_telling(words)
        return cls(
            text,
            tuple(kept),
            _whole(phrases, kept),
            is_too_long=len(text) > LONGEST_QUERY,
            is_cut=any(not word.is_function_word for word in set(words) - set(kept)),
            spelled=spelled,
        )

    @property
    def quoted(self) -> str:
        """The same words, to be found only as they were typed and in this order."""
        return f'"{_QUOTE.sub(" ", self.text).strip()}"'

    @property
    def as_asked(self) -> "Query":
        """The same question, its names in no other spelling."""
        return replace(self, words=tuple(replace(word, synonyms=()) for word in self.words))

    @property
    def is_empty(self) -> bool:
        """Nothing to look for: no word, or a single letter."""
        return not self.words or (len(self.words) == 1 and len(self.words[0].folded) == 1)

    @property
    def required(self) -> tuple[Word, ...]:
        """The words, not quoted, that a full answer holds; small ones if there are no others."""
        quoted = set(chain(*self.phrases))
        loose = [word for word in self.words if word.folded not in quoted]
        telling = tuple(word for word in loose if not word.is_function_word)
        return telling if telling or self.phrases else tuple(loose)

    def full(self, knows: Knows) -> Condition | None:
        """Stories that answer it fully; None where a word stands in no story."""
        return self._all([word.choices(knows) for word in self.required], knows)

    def full_in_headline(self, knows: Knows) -> Condition | None:
        """Those that do in their headline."""
        in_headline = [word.headline_choices(knows) for word in self.required if word.forms]
        return self._all(in_headline, knows) if in_headline else None

    def partial(self, words: tuple[Word, ...], knows: Knows) -> Condition | None:
        """Stories that hold any of these words, and all phrases."""
        return self._all([list(chain(*(word.choices(knows) for word in words)))], knows)

    def _all(self, choices: list[list[Phrase]], knows: Knows) -> Condition | None:
        unknown = any(not knows(key(word)) for phrase in self.phrases for word in phrase)
        if unknown or not all(choices):
            return None
        return [*([phrase] for phrase in self.phrases), *choices]


def _most_telling(words: list[Word]) -> list[Word]:
    """The first twelve; of more, small words go before others do."""
    if len(words) <= MOST_TERMS:
        return words
    telling = [word for word in words if not word.is_function_word]
    return telling[:MOST_TERMS] or words[:MOST_TERMS]


def _whole(phrases: list[Phrase], kept: list[Word]) -> tuple[Phrase, ...]:
    """The phrases all of whose words were kept, each once."""
    known = {word.folded for word in kept}
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase and known.issuperset(phrase)))
