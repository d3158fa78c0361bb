"""What a question finds, and in which order. Every row comes through ``Article.objects.live()``."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.db import connection

from articles.search.conditions import Condition
from articles.search.documents import NO_PROFILE, VERSION
from articles.search.engine import engine
from articles.search.filters import Filters
from articles.search.hits import Hit, live_hits
from articles.search.holding import live_stories_with
from articles.search.query import Query, Word
from articles.search.ranking import Asked, Candidate, Ranked, ranked
from articles.search.vocabulary import Vocabulary

DATABASE_MILLISECONDS = 500
# Counted exactly up to here; whoever gets more will not read them, but narrow the search.
MOST_COUNTED = 1_000
# Of the hits so many are ranked: of a search with more, half are the newest that answer in their
# headline, half the newest of all. Whoever asks for one common word wants today's news of it.
MOST_RANKED = 1_000
# Fewer full answers than a first look shows are followed by partial ones.
_FEW = 10
# A partial answer holds this share of what the question tells, or it is left out.
_LEAST_COVERAGE = 0.3
# Partial answers come from the rarest words: as many as together have so many stories. Measured:
# 1,000 find what 2,000 find, in half the time.
_MOST_PARTIAL = 1_000


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a question."""

    ranked: tuple[Ranked, ...] = ()  # in the order to be shown
    total: int = 0  # exact up to MOST_COUNTED
    is_more: bool = False  # than MOST_COUNTED
    full: int = 0  # how many answer the whole question, as exact as the total
    # (category, stories), most first; None where not every story was seen.
    sections: tuple[tuple[int, int | None], ...] = ()

    @property
    def is_widened(self) -> bool:
        """Stories are among them that answer a part of the question alone."""
        return self.full < self.total


def find(query: Query, filters: Filters | None = None, *, newest_first: bool = False) -> Found:
    """The live stories that answer a question; TooSlow when the database takes too long.

    Full answers alone if there are ten, else partial ones with them, ranked by one measure.
    """
    filters = filters or Filters()
    if query.is_empty:
        return Found()
    with engine().within(DATABASE_MILLISECONDS):
        vocabulary = Vocabulary.of(query.words)
        condition = query.full(vocabulary.knows)
        everywhere, hits = _narrowed(condition, filters) if condition else ([], [])
        if len(hits) < _FEW and len(query.required) > 1 and not (newest_first and hits):
            return _partial(query, filters, vocabulary, len(hits), newest_first=newest_first)
        if newest_first:
            best = [Ranked(hit.article_id, 0, 1) for hit in hits]
        else:
            chosen = hits
            if len(hits) > MOST_RANKED:
                chosen = _with_headlines(hits, query, filters, vocabulary)
            best = _by_answer(query, chosen, vocabulary)
        return _counted(best, everywhere, full=len(hits), total=len(hits))


def _partial(
    query: Query, filters: Filters, vocabulary: Vocabulary, full: int, *, newest_first: bool
) -> Found:
    """Stories that hold the rarer words of the question, those that hold all among them."""
    choices = {word.folded: word.choices(vocabulary.knows) for word in query.words}
    held = live_stories_with(choices).keys()
    words = _rarest([word for word in query.required if word.folded in held], vocabulary)
    condition = query.partial(words, vocabulary.knows) if words else None
    everywhere, hits = _narrowed(condition, filters) if condition else ([], [])
    are_all = len(everywhere) <= MOST_RANKED
    unheld = {word for word in query.words if word.folded not in held}
    counted = unheld.union(words if are_all else ())
    listed = _by_answer(query, everywhere if are_all else hits, vocabulary, counted)
    answering = {one.article_id for one in listed if one.coverage >= _LEAST_COVERAGE}
    narrowed = answering & {hit.article_id for hit in hits}
    best = [one for one in listed if one.article_id in narrowed]
    if newest_first:
        order = {hit.article_id: place for place, hit in enumerate(hits)}
        best.sort(key=lambda one: order[one.article_id])
    answering_hits = [hit for hit in everywhere if hit.article_id in answering]
    return _counted(best, answering_hits, full=full, total=len(best))


def _counted(best: Sequence[Ranked], everywhere: Sequence[Hit], *, full: int, total: int) -> Found:
    """The answer with its numbers; sections have theirs where every story was seen."""
    sections = Counter(hit.section_id for hit in everywhere).most_common()
    is_whole = len(everywhere) <= MOST_COUNTED
    return Found(
        ranked=tuple(best[:MOST_COUNTED]),
        total=min(total, MOST_COUNTED),
        is_more=total > MOST_COUNTED,
        full=min(full, MOST_COUNTED),
        sections=tuple((section, held if is_whole else None) for section, held in sections),
    )


def _rarest(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[Word, ...]:
    """The words to look for where a story need not hold all: of those that live stories hold."""
    chosen: list[Word] = []
    room = _MOST_PARTIAL
    for word in sorted(words, key=vocabulary.at_most):
        room -= vocabulary.at_most(word)
        if room < 0 and chosen:
            break
        chosen.append(word)
    return tuple(chosen)


def _narrowed(condition: Condition, filters: Filters) -> tuple[list[Hit], list[Hit]]:
    """The hits whichever section is chosen, and those in the chosen one; the newest first."""
    everywhere = live_hits(condition, replace(filters, category=None))
    if not filters.category:
        return everywhere, everywhere
    if len(everywhere) > MOST_RANKED:
        return everywhere, live_hits(condition, filters)
    wanted = filters.category.pk
    return everywhere, [hit for hit in everywhere if wanted in (hit.category_id, hit.section_id)]


def _with_headlines(
    newest: list[Hit], query: Query, filters: Filters, vocabulary: Vocabulary
) -> list[Hit]:
    """As many as are ranked: those that answer in their headline, then the newest of all.

    Before them, where names answer in other spellings too, those that hold the spelling asked for.
    """
    condition = query.full_in_headline(vocabulary.knows)
    told = live_hits(condition, filters, most=MOST_RANKED // 2) if condition else []
    as_asked: list[Hit] = []
    if any(word.synonyms for word in query.words):
        spelled = query.as_asked.full(vocabulary.knows)
        as_asked = live_hits(spelled, filters, most=MOST_RANKED // 2) if spelled else []
    chosen = {hit.article_id: hit for hit in (*as_asked, *told, *newest)}
    return list(chosen.values())[:MOST_RANKED]


def _candidates(hits: Sequence[Hit]) -> list[Candidate]:
    """What ranking needs to know of the hits."""
    if not hits:
        return []
    # By hand: the ORM takes as long to write a thousand numbers as the database to find the rows.
    marks = ", ".join(["%s"] * len(hits))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT article_id, words, version, profile FROM articles_searchdocument"  # noqa: S608
            f" WHERE article_id IN ({marks})",
            [hit.article_id for hit in hits],
        )
        known = {
            pk: (words, bytes(profile) if version == VERSION else NO_PROFILE)
            for pk, words, version, profile in cursor.fetchall()
        }
    return [
        Candidate(hit.article_id, _moment(hit.published_at), *known[hit.article_id])
        for hit in hits
        if hit.article_id in known
    ]


def _moment(stored: datetime | str) -> datetime:
    """A time as the database gives it without the ORM: SQLite keeps text, in UTC."""
    if isinstance(stored, datetime):
        return stored
    return datetime.fromisoformat(stored).replace(tzinfo=UTC)


def _by_answer(
    query: Query, hits: Sequence[Hit], vocabulary: Vocabulary, counted: Collection[Word] = ()
) -> list[Ranked]:
    """The hits in order; for the words ``counted`` they are all the stories that hold them.

    For those words the hits are counted, not the vocabulary, and so they are for names that answer
    in another spelling: a word that stands in stories under embargo alone must weigh what a word
    weighs that nobody ever wrote, nothing.
    """
    asked = [
        Asked(
            tuple((key, worth) for key, worth in word.worths if vocabulary.knows(key)),
            word.itself,
            word.is_function_word,
            None if word in counted or word.synonyms else vocabulary.at_least(word),
            tuple(keys for keys in word.others if all(map(vocabulary.knows, keys))),
        )
        for word in query.words
    ]
    return ranked(
        _candidates(hits), asked, stories=vocabulary.stories, mean_words=vocabulary.mean_words
    )
