"""What a row of the list of stories shows: dense, short, and each thing once."""

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import house_style
from articles.admin.chip import chip
from articles.arabic.bidi import isolate
from articles.arabic.matching import pattern
from articles.embargo import is_under_embargo
from articles.models import Article, Revision

State = Article.State
# Longer questions are sentences; the first words narrow the list far enough.
_MOST_WORDS = 8


class StoryColumns:
    """The columns of the list, and its search by words of the headline in any spelling."""

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)  # type: ignore[misc]
        changelist.result_list = for_rows(changelist.result_list)
        return changelist

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        """Every word stands in the headline, however it is spelled, or begins the code."""
        for word in search_term.split()[:_MOST_WORDS]:
            found = Q(code__istartswith=word)
            if spelled := pattern(word):
                found |= Q(headline__iregex=spelled)
            queryset = queryset.filter(found)
        return queryset, False

    @admin.display(description=_("headline"), ordering="headline")
    def shown_headline(self, article: Article) -> str:
        name = format_html(
            '<bdi class="story-name">{}</bdi>{}', article.headline, _held_by(article)
        )
        if not article.label:
            return name
        is_breaking = article.label == Article.Label.BREAKING
        look = "tag full stopc" if is_breaking else "tag"
        return format_html('<span class="{}">{}</span> {}', look, article.get_label_display(), name)

    @admin.display(description=_("state"), ordering="state")
    def state_chip(self, article: Article) -> str:
        return chip_of(article)

    @admin.display(description=_("authors"))
    def signed_by(self, article: Article) -> str:
        names = ((byline.author.name,) for byline in article.bylines.all())
        return format_html_join("، ", "<bdi>{}</bdi>", names)

    @admin.display(description=_("words · minutes"), ordering="word_count")
    def size(self, article: Article) -> str:
        words = house_style.number(article.word_count)
        minutes = house_style.number(article.reading_minutes)
        return gettext("%(words)s · %(minutes)s min") % {"words": words, "minutes": minutes}

    @admin.display(description=_("time"), ordering="published_at")
    def when(self, article: Article) -> str:
        """When readers got it or will; before that, how long ago somebody worked on it."""
        return moment_of(article)


def for_rows(stories: QuerySet[Article]) -> QuerySet[Article]:
    """With all that a row shows, and when its working copy was changed (``changed_at``)."""
    waiting = Revision.objects.filter(article=OuterRef("pk"), role=Revision.Role.WORKING)
    return (
        stories.select_related("category", "claimed_by")
        .prefetch_related("bylines__author")
        .defer("body", "plain_text")
        .annotate(changed_at=Subquery(waiting.values("changed_at")[:1]))
    )


def chip_of(article: Article, note: Any = "") -> str:
    """Where a story stands; that something waits behind a live one is known of ``for_rows``."""
    if article.is_scheduled:
        return chip("scheduled", _("scheduled"), note)
    if article.state == State.PUBLISHED and getattr(article, "changed_at", None):
        return chip("changed", _("published, with unpublished changes"), note)
    return chip(article.state, article.get_state_display(), note or _claim(article))


def moment_of(article: Article) -> str:
    """The time element of a row."""
    moment = article.published_at
    if moment is None and article.due_at:
        wanted = gettext("due %(moment)s") % {"moment": brief(article.due_at)}
        return format_html('<b class="c-warn">{}</b>', wanted)
    if moment is None:
        moment = getattr(article, "changed_at", None) or article.created_at
        shown = house_style.ago(moment) or brief(moment)
    else:
        shown = brief(moment)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        house_style.iso(moment), house_style.day_and_clock(moment), shown,
    )  # fmt: skip


def brief(moment: datetime) -> str:
    """The clock today, the day of other days; of what is to come both."""
    if timezone.localdate(moment) == timezone.localdate():
        return house_style.clock(moment)
    this_year = timezone.localtime(moment).year == timezone.localtime().year
    day = house_style.day_and_month(moment) if this_year else house_style.day(moment)
    return f"{house_style.clock(moment)}، {day}" if moment > timezone.now() else day


def _claim(article: Article) -> str:
    """Who has it and since when, of a story in the desk's hands."""
    if article.claimed_by is None or article.claimed_at is None:
        return ""
    name = isolate(article.claimed_by.get_short_name() or article.claimed_by.get_username())
    since = house_style.ago(article.claimed_at)
    return gettext("with %(name)s %(since)s") % {"name": name, "since": since or ""}


def _held_by(article: Article) -> str:
    """Marks of what keeps it from going out: the lawyers, an embargo."""
    marks = [
        *([("shield", gettext("Legal hold"))] if article.legal_hold else []),
        *([("lock", gettext("Embargo"))] if is_under_embargo(article) else []),
    ]
    return format_html_join(
        "",
        ' <span class="tag warn"><svg class="i sm" aria-hidden="true"><use href="#{}"/></svg>'
        "{}</span>",
        marks,
    )
