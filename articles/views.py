"""The public pages of the ground floor: find, decide, render."""

from typing import Any, NamedTuple, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext, pgettext
from django.views.decorators.http import require_safe

from articles import fronts, house_style, ledger, lists, live_coverage, months
from articles.arabic.digits import Digits, number
from articles.body.render import render_body
from articles.body.text import picture_ids
from articles.models import Article, Author, Category, Correction, Picture, Series, Tag
from articles.months import Month
from articles.querysets import ArticleQuerySet
from articles.redirects import follows_slugs, permanently
from articles.related.showing import SHOWN as RELATED_SHOWN
from articles.related.showing import pinned_to, related_to
from articles.search.asking import Asking
from articles.search.completing import completions
from articles.search.page import search_page
from articles.series import Parts

LATEST_SHOWN = 5
# Of related stories; the others stand below as headlines.
_IN_A_ROW = 3


class _Neighbours(NamedTuple):
    """The stories before and after one, by time, in its category."""

    older: Article | None
    newer: Article | None

    @classmethod
    def of(cls, story: Article) -> "_Neighbours":
        here = (story.published_at, story.pk)
        beside = list(Article.objects.live().next_to(story).for_cards())
        older = next((one for one in beside if (one.published_at, one.pk) < here), None)
        newer = next((one for one in beside if (one.published_at, one.pk) > here), None)
        return cls(older, newer)

    @property
    def ids(self) -> set[int]:
        return {story.pk for story in self if story}


@require_safe
def article(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Show one live story with its neighbours; one taken back says so."""
    story = Article.objects.live().for_page().filter(code=code).first()
    if story is None:
        return _gone(request, code)
    if slug != story.slug:
        return permanently(request, story.get_absolute_url())
    context = {
        "article": story,
        "current_section": story.category.section_id,
        "corrections": ledger.shown_on(story),
        "parts": Parts.of(story.series, story) if story.series else None,
        "translations": _translations(story),
        "live": live_coverage.coverage(story, before=_earlier(request)),
        "body": render_body(
            story.body,
            Picture.objects.in_bulk(picture_ids(story.body)),
            dateline=story.dateline,
        ),
    }
    context |= _opinions_around(story) if story.is_opinion else _stories_around(story)
    return render(request, "articles/article.html", context)


def _earlier(request: HttpRequest) -> int | None:
    """Before which entry of a live story an earlier page begins; None for the newest."""
    asked = request.GET.get("before", "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 16 else None


@require_safe
def live(request: HttpRequest, code: str) -> JsonResponse:
    """What came to a live story after an entry (``?after=``), by two queries at most."""
    story = get_object_or_404(Article.objects.live().filter(live_since__isnull=False), code=code)
    asked = request.GET.get("after", "")
    after = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 16 else 0
    entries = live_coverage.since(story, after)
    number = house_style.number(len(entries))
    said = ngettext("%(shown)s new entry", "%(shown)s new entries", len(entries))
    return JsonResponse({
        "newest": max((entry.pk for entry in entries), default=after),
        "number": len(entries),
        "said": said % {"shown": number} if entries else "",
        "html": "".join(
            render_to_string("articles/_live_entry.html", {"entry": entry}) for entry in entries
        ),
        "over": story.live_until is not None,
    })  # fmt: skip


def _translations(story: Article) -> list[Article]:
    """The same story in other languages; asked for where there is one, public or not."""
    if not (story.translation_of_id or story.is_translated):  # type: ignore[attr-defined]
        return []
    return list(Article.objects.live().translations_of(story))


def _stories_around(story: Article) -> dict[str, Any]:
    """What stands below a story, none twice: its neighbours, those related, the latest."""
    cards = Article.objects.live().for_cards()
    around = _Neighbours.of(story)
    near = cards.before(story)[: 1 + RELATED_SHOWN]
    related = related_to(story, near=near, without=around.ids)
    shown = {story.pk, *around.ids, *(other.pk for other in related)}
    section = story.category.parent or story.category
    latest = cards.in_category(section).newest_first()[: LATEST_SHOWN + len(shown)]
    return {
        **around._asdict(),
        **_in_rows(related),
        "section": section,
        "latest": [other for other in latest if other.pk not in shown][:LATEST_SHOWN],
    }


def _opinions_around(story: Article) -> dict[str, Any]:
    """What stands below an opinion: its neighbours, what was pinned, its writer, other voices."""
    cards = Article.objects.live().for_cards()
    around = _Neighbours.of(story)
    shown = {story.pk, *around.ids}
    newest = cards.in_category(story.category).with_authors().newest_first()
    columnists = lists.columnists(newest[: lists.COLUMNS_READ], story.authors.all(), without=shown)
    return {**around._asdict(), **_in_rows(pinned_to(story, without=shown)), **columnists}


def _in_rows(related: list[Article]) -> dict[str, Any]:
    """Related stories as the page lays them out: a row of cards, the others as headlines.

    A row in which some have a picture and some have none looks broken: two or three that have one
    stand in it, or else the first three without.
    """
    pictured = [story for story in related if story.lead_picture_id][:_IN_A_ROW]
    in_a_row = pictured if len(pictured) > 1 else related[:_IN_A_ROW]
    return {
        "related": in_a_row,
        "are_pictured": in_a_row is pictured,
        "related_further": [story for story in related if story not in in_a_row],
    }


@require_safe
def to_article(request: HttpRequest, code: str, rest: str = "") -> HttpResponse:
    """The short address and every misspelt one: a single step to the right one."""
    story = Article.objects.live().only("code", "slug").filter(code=code).first()
    if story is None:
        return _gone(request, code)
    return permanently(request, story.get_absolute_url())


@require_safe
@follows_slugs(Category)
def category(request: HttpRequest, slug: str, **when: int) -> HttpResponse:
    """A section: its newest story large, the others as a list; or one month of it.

    One of opinion shows its voices: the writers' portraits with their newest pieces.
    """
    shown = get_object_or_404(
        Category.objects.select_related("parent").prefetch_related("children"), slug=slug
    )
    stories = Article.objects.live().in_category(shown).with_authors()
    context = _list(request, stories, when, shown.get_absolute_url(), may_be_empty=True)
    if context["page"].number == 1 and not when:
        choices = fronts.chosen(fronts.launched(shown))
        chosen = fronts.stories_of(choices)
        stories = context["page"].stories
        context |= lists.opened_with(chosen, stories, voices=shown.is_opinion)
    context |= {"category": shown, "shown": shown, "current_section": shown.section_id}
    return render(request, "articles/category.html", context)


@require_safe
def latest(request: HttpRequest, **when: int) -> HttpResponse:
    """Everything by the hour, the newest first; or one month of it."""
    stories = Article.objects.live()
    context = _list(request, stories, when, reverse("articles:latest"), may_be_empty=True)
    context["days"] = lists.by_day(context["page"].stories)
    return render(request, "articles/latest.html", context)


@require_safe
@follows_slugs(Tag)
def tag(request: HttpRequest, slug: str, **when: int) -> HttpResponse:
    """All stories of a topic; one that only unpublished stories carry is nobody's business yet."""
    shown = get_object_or_404(Tag, slug=slug)
    stories = Article.objects.live().tagged(shown).with_authors()
    context = _list(request, stories, when, shown.get_absolute_url())
    if context["page"].number == 1 and not when:
        context |= _opened_by(shown.lead_id, context["page"].stories)
    return render(request, "articles/tag.html", context | {"tag": shown, "shown": shown})


def _opened_by(lead: int | None, stories: list[Article]) -> dict[str, Any]:
    """The list led by the desk's choice while readers have it, else by the newest."""
    chosen = (
        Article.objects.live().for_cards().with_authors().filter(pk=lead).first() if lead else None
    )
    others = [story for story in stories if story.pk != lead]
    opening = lists.opened(others if chosen else stories, voices=False)
    return {**opening, "lead": chosen, "listed": others} if chosen else {**opening}


@require_safe
@follows_slugs(Series)
def series(request: HttpRequest, slug: str) -> HttpResponse:
    """The parts of a series in their order; one that only drafts belong to is nobody's yet."""
    parts = Parts.of(get_object_or_404(Series, slug=slug))
    if not parts.parts:
        raise Http404
    return render(request, "articles/series.html", {"series": parts.series, "parts": parts})


@require_safe
@follows_slugs(Author)
def author(request: HttpRequest, slug: str, **when: int) -> HttpResponse:
    """All stories that somebody signed; nobody's page before readers know them by a story."""
    shown = get_object_or_404(Author.objects.select_related("picture"), slug=slug)
    stories = Article.objects.live().by_author(shown)
    context = _list(request, stories, when, shown.get_absolute_url())
    context |= {"author": shown, "shown": shown}
    context["in_opinion"] = all(story.is_opinion for story in context["page"].stories)
    return render(request, "articles/author.html", context)


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """The ledger: every error that readers were told of, the newest first."""
    entries = Correction.objects.public().select_related("article").newest_first()
    page = lists.page_of(entries, request.GET.get("page", "1"))
    if page is None:
        raise Http404
    return render(request, "articles/corrections.html", {"page": page})


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What readers find by words, in all live stories."""
    asking = Asking.read(request.GET)
    answer = search_page(asking)
    if answer is None:
        raise Http404
    return render(request, "articles/search.html", {"asking": asking, "answer": answer})


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """What a reader may be about to ask, for the script of the search page."""
    found = completions(request.GET.get("q", ""))
    called = {"tag": gettext("tag"), "author": pgettext("one of several", "author")}
    lines = [{"kind": called.get(one.kind, ""), "text": one.text, "url": one.url} for one in found]
    many = len(lines)
    said = ngettext("%(n)s suggestion", "%(n)s suggestions", many) % {
        "n": number(many, digits=cast("Digits", settings.SITE_DIGITS))
    }
    return JsonResponse(
        {"lines": lines, "said": said},
        json_dumps_params={"ensure_ascii": False},
        headers={"X-Robots-Tag": "noindex"},
    )


def _list(
    request: HttpRequest,
    stories: ArticleQuerySet,
    when: dict[str, int],
    address: str,
    *,
    may_be_empty: bool = False,
) -> dict[str, Any]:
    """What a list at an address shows: a page of all stories, or of a month with those around."""
    month = Month(**when) if when else None
    listed = months.within(stories, month) if month else stories
    page = lists.page_of(listed.for_cards().newest_first(), request.GET.get("page", "1"))
    if page is None or not (page.stories or (may_be_empty and not month)):
        raise Http404
    if month:
        around = {"earlier": months.before(stories, month), "later": months.after(stories, month)}
        return {"page": page, "address": address, "month": month, **around}
    oldest = page.stories[-1].published_at if page.stories else None
    archive = Month.of(oldest) if oldest else None
    if archive == Month.of(timezone.now()):
        archive = None  # of one month alone
    return {"page": page, "address": address, "archive": archive}


def _gone(request: HttpRequest, code: str) -> HttpResponse:
    story = Article.objects.withdrawn().filter(code=code).only("pk").first()
    if story is None:
        raise Http404
    return render(request, "410.html", {"why": ledger.why_withdrawn(story)}, status=410)
