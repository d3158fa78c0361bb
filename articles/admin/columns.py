"""What a row of the list of stories shows: dense, short, and each thing once."""

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import house_style
from articles.admin.chip import chip
from articles.admin.rows import acts_of, dressed, for_rows, headline_of
from articles.arabic.bidi import isolate
from articles.arabic.matching import pattern
from articles.models import Article
from articles.people import avatar

State = Article.State
# Longer questions are sentences; the first words narrow the list far enough.
_MOST_WORDS = 8


class StoryColumns:
    """The columns of the list, and its search by words of the headline in any spelling."""

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)  # type: ignore[misc]
        changelist.result_list = dressed(for_rows(changelist.result_list), request.user)
        for story in changelist.result_list:
            story.back = changelist.get_query_string()
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
        return headline_of(article)

    @admin.display(description=_("state"), ordering="state")
    def state_chip(self, article: Article) -> str:
        return chip_of(article, claim_of(article))

    @admin.display(description=_("authors"))
    def signed_by(self, article: Article) -> str:
        names = [byline.author.name for byline in article.bylines.all()]
        rounds = format_html_join("", "{}", ((avatar(name),) for name in names))
        signed = format_html_join(gettext(", "), "<bdi>{}</bdi>", ((name,) for name in names))
        return format_html(
            '<span class="row"><span class="avs">{}</span><span>{}</span></span>', rounds, signed
        )

    @admin.display(description=_("words · minutes"), ordering="word_count")
    def size(self, article: Article) -> str:
        words = house_style.number(article.word_count)
        minutes = house_style.number(article.reading_minutes)
        return gettext("%(words)s · %(minutes)s min") % {"words": words, "minutes": minutes}

    @admin.display(description=_("time"), ordering="published_at")
    def when(self, article: Article) -> str:
        """When readers got it or will; before that, how long ago somebody worked on it."""
        return moment_of(article)

    @admin.display(description=_("acts"))
    def row_acts(self, article: Article) -> str:
        return acts_of(article, getattr(article, "back", ""))


def chip_of(article: Article, note: Any = "") -> str:
    """Where a story stands; that something waits behind a live one is known of ``for_rows``."""
    if article.is_scheduled:
        return chip("scheduled", _("scheduled"), note)
    if article.state == State.PUBLISHED and getattr(article, "changed_at", None):
        return chip("changed", _("published, with unpublished changes"), note)
    return chip(article.state, article.get_state_display(), note or claim_of(article, since=True))


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


def claim_of(article: Article, *, since: bool = False) -> str:
    """Who has it, of a story in the desk's hands, and since when."""
    if article.claimed_by is None or article.claimed_at is None:
        return ""
    ago = house_style.ago(article.claimed_at) if since else ""
    if getattr(article, "is_mine", False):
        return gettext("with you %(since)s") % {"since": ago or ""}
    name = isolate(article.claimed_by.get_short_name() or article.claimed_by.get_username())
    return gettext("with %(name)s %(since)s") % {"name": name, "since": ago or ""}
