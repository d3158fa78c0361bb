"""A page of answers as the template shows it."""

from dataclasses import dataclass, field

from articles.lists import LAST_PAGE, STORIES_A_PAGE, Page
from articles.models import Article
from articles.search import narrowing
from articles.search.asking import Asking
from articles.search.conditions import TooSlow
from articles.search.finding import MOST_COUNTED, Found, find
from articles.search.marking import Marker, Part
from articles.search.narrowing import Facet
from articles.search.suggesting import suggest

# Of the forms that were met, so many are named: two lines on a telephone.
_FORMS_NAMED = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """A story with what of it answers."""

    article: Article
    headline: list[Part]
    excerpt: list[Part]
    also: list[Part]  # a tag, an author, a section that answers, where neither of these does


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the page says; ``state`` is one of blank, short, long, slow, none, found."""

    state: str
    found: Found = field(default_factory=Found)
    page: Page | None = None
    answers: list[Answer] = field(default_factory=list)
    sections: list[Facet] = field(default_factory=list)
    topics: list[Facet] = field(default_factory=list)
    authors: list[Facet] = field(default_factory=list)
    other_forms: list[str] = field(default_factory=list)
    suggestion: str = ""
    most_counted: int = MOST_COUNTED


def search_page(asking: Asking) -> SearchPage | None:
    """The page that was asked for; None when its number is that of no page."""
    query = asking.query
    if query.is_too_long:
        return SearchPage("long")
    if query.is_empty:
        return SearchPage("short" if query.text else "blank")
    try:
        found = find(query, asking.filters, newest_first=asking.newest_first)
        suggestion = suggest(query) if not found.full else ""
    except TooSlow:
        return SearchPage("slow")
    page = _numbered(asking.page, len(found.ranked))
    if page is None:
        return None
    sections = narrowing.sections(asking, found)
    if not found.ranked:
        return SearchPage("none", found, page, sections=sections, suggestion=suggestion)
    marker = Marker(query)
    answers = _answers(found, page.number, marker)
    forms = marker.other_forms[:_FORMS_NAMED]
    return SearchPage(
        "found",
        found,
        page,
        answers,
        sections=sections,
        topics=narrowing.topics(asking, found),
        authors=narrowing.authors(asking, found),
        other_forms=forms,
        suggestion=suggestion,
    )


def _numbered(asked: str, ranked: int) -> Page | None:
    """The page of that number, as in every list of stories, without the stories themselves."""
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 3):
        return None
    last = min(max(1, -(-ranked // STORIES_A_PAGE)), LAST_PAGE)
    return Page([], int(asked), last) if 1 <= int(asked) <= last else None


def _answers(found: Found, number: int, marker: Marker) -> list[Answer]:
    start = (number - 1) * STORIES_A_PAGE
    ids = [one.article_id for one in found.ranked[start : start + STORIES_A_PAGE]]
    stories = (
        Article.objects.live()
        .select_related("category", "lead_picture", "video")
        .with_authors()
        .prefetch_related("tags")  # type: ignore[misc]  # the stubs do not know taggit
        .defer("body")
        .in_bulk(ids)
    )
    return [_answer(stories[pk], marker) for pk in ids if pk in stories]


def _answer(story: Article, marker: Marker) -> Answer:
    headline, excerpt = marker.whole(story.headline), marker.excerpt(story)
    also: list[Part] = []
    if not any(part.is_marked for part in (*headline, *excerpt)):
        names = (story.kicker, *story.tags.all(), *story.authors.all(), story.category)
        marked = (marker.whole(str(name)) for name in names)
        also = next((parts for parts in marked if any(part.is_marked for part in parts)), [])
    return Answer(story, headline, excerpt, also)
