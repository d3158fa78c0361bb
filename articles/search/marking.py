"""What of a story is shown as the answer, with the words that answer marked where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.arabic.excerpts import widened
from articles.arabic.letters import strip_marks
from articles.arabic.runs import pieces
from articles.arabic.stems import forms
from articles.arabic.terms import Term, bare, placed_terms
from articles.body.render import RUN
from articles.models import Article
from articles.search.query import Query

_MARK = "<mark>{}</mark>"
# Two lines of a card.
_EXCERPT_WORDS = 32
# Words before the first one that answers, so that the reader sees what it belongs to.
_LEAD_IN = 7
# Of a body: whoever is found by a word further down is shown how the story begins.
_MOST_READ = 1_500


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the original; letters are never parted from their marks."""

    text: str
    is_marked: bool


def marked(parts: Sequence[Part]) -> SafeString:
    """The parts, escaped, as one line of HTML: answers in ``mark``, and what an Arabic line would
    tear apart (C++, +1.5%) kept together as everywhere, marks inside."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html(RUN, _html(piece)) if is_run else _html(piece),)
            for piece, is_run in _in_runs(parts)
        ),
    )


class Marker:
    """Marks the answers to one question; remembers in which other forms it met its words."""

    def __init__(self, query: Query) -> None:
        telling = [word for word in query.words if not word.is_function_word] or query.words
        synonyms = {other for word in telling for other in word.synonyms}
        spellings = {phrase for other in synonyms for phrase in other.phrases}
        self._words = frozenset(word.folded for word in telling)
        forms_of_names = (other.form for other in synonyms if other.form)
        self._other_forms = frozenset(chain(forms_of_names, *(word.forms for word in telling)))
        self._runs = frozenset(phrase for phrase in spellings if len(phrase) > 1)
        self._met: dict[str, str] = {}

    @property
    def other_forms(self) -> list[str]:
        """Words that answered and were not typed, each in one of its spellings, without marks."""
        return list(self._met.values())

    def whole(self, text: str) -> list[Part]:
        """A line with its answers marked."""
        return _parts(text, self._answers(text, list(placed_terms(text))), 0, len(text))

    def excerpt(self, story: Article) -> list[Part]:
        """The standfirst where it answers, else what of the body answers most, else a beginning."""
        standfirst = story.shown_standfirst
        answers = self._answers(standfirst, list(placed_terms(standfirst)))
        if answers:
            return _parts(standfirst, answers, 0, len(standfirst))
        read = list(islice(placed_terms(story.plain_text), _MOST_READ))
        answers = self._answers(story.plain_text, read)
        if not answers and standfirst:
            return _parts(standfirst, [], 0, len(standfirst))
        return _window(story.plain_text, read, answers)

    def _answers(self, text: str, read: Sequence[Term]) -> list[Term]:
        answers = []
        in_runs = self._in_runs(text, read) if self._runs else frozenset()
        for term in read:
            folded = bare(term.spelled)
            if folded not in self._words and term not in in_runs:
                if self._other_forms.isdisjoint(forms(term.spelled)):
                    continue
                self._met.setdefault(folded, term.written_in(text))
            answers.append(term)
        return answers

    def _in_runs(self, text: str, read: Sequence[Term]) -> frozenset[Term]:
        """The words that stand together as another spelling of a name."""
        folded = [bare(term.spelled) for term in read]
        found: set[Term] = set()
        for length in {len(run) for run in self._runs}:
            for start in range(len(read) - length + 1):
                run = tuple(folded[start : start + length])
                if run in self._runs:
                    found.update(read[start : start + length])
                    written = text[read[start].start : read[start + length - 1].end]
                    self._met.setdefault(" ".join(run), strip_marks(written))
        return frozenset(found)


def _window(text: str, read: Sequence[Term], answers: Sequence[Term]) -> list[Part]:
    """Some thirty words with as many different answers as there are together."""
    if not read:
        return []
    places = {term: place for place, term in enumerate(read)}
    starts = [max(places[answer] - _LEAD_IN, 0) for answer in answers] or [0]

    def different(start: int) -> int:
        inside = (a for a in answers if start <= places[a] < start + _EXCERPT_WORDS)
        return len({answer.spelled for answer in inside})

    start = max(starts, key=lambda start: (different(start), -start))
    last = min(start + _EXCERPT_WORDS, len(read)) - 1
    begin = 0 if start == 0 else read[start].start
    end = len(text) if last == len(read) - 1 and len(read) < _MOST_READ else read[last].end
    begin, end = widened(text, begin, end)
    inside = [answer for answer in answers if begin <= answer.start and answer.end <= end]
    parts = _parts(text, inside, begin, end)
    before = [Part("…", is_marked=False)] if begin else []
    after = [Part("…", is_marked=False)] if end < len(text) else []
    return [*before, *parts, *after]


def _in_runs(parts: Sequence[Part]) -> Iterator[tuple[list[Part], bool]]:
    """The same parts, cut where a run from left to right begins and ends."""
    at = 0
    for piece, is_run in pieces("".join(part.text for part in parts)):
        yield _between(parts, at, at + len(piece)), is_run
        at += len(piece)


def _between(parts: Sequence[Part], begin: int, end: int) -> list[Part]:
    cut = []
    at = 0
    for part in parts:
        text = part.text[max(begin - at, 0) : max(end - at, 0)]
        at += len(part.text)
        if text:
            cut.append(Part(text, part.is_marked))
    return cut


def _html(parts: Sequence[Part]) -> SafeString:
    return format_html_join(
        "", "{}", ((format_html(_MARK, p.text) if p.is_marked else p.text,) for p in parts)
    )


def _parts(text: str, answers: Sequence[Term], begin: int, end: int) -> list[Part]:
    parts = []
    done = begin
    for answer in answers:
        if answer.start < done:  # two words folded from one letter (ﷺ)
            continue
        parts.append(Part(text[done : answer.start], is_marked=False))
        parts.append(Part(text[answer.start : answer.end], is_marked=True))
        done = answer.end
    parts.append(Part(text[done:end], is_marked=False))
    return [part for part in parts if part.text]
