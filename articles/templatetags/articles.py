"""Dates, numbers and counts as the newsroom's country writes them."""

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from articles import house_style, metadata, sharing
from articles.arabic import bidi, dates, excerpts, letters
from articles.body.embeds import Embed, embed_of
from articles.body.render import render_entry, render_words
from articles.languages import NAMES
from articles.live_coverage import Coverage
from articles.models import Article, Correction, Picture
from articles.models.picture import Crop
from articles.months import Month
from articles.search import marking
from articles.search.marking import Part
from articles.videos import length

register = template.Library()

NO_BREAK = "\u00a0"

# What would end a script element or confuse its reader; everything else stays readable Arabic.
_SCRIPT_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


@register.filter
def day(moment: datetime) -> str:
    """4 ديسمبر 2025."""
    return house_style.day(moment)


@register.filter
def full_day(date: date) -> str:
    """الخميس 4 ديسمبر 2025."""
    return f"{dates.weekday(date)} {house_style.day(date).replace(' ', NO_BREAK, 1)}"


@register.filter
def brief_day(moment: datetime) -> str:
    """4 ديسمبر in the year that readers live in; of another year, 4 ديسمبر 2025."""
    this_year = timezone.localtime(moment).year == timezone.localtime().year
    return house_style.day_and_month(moment) if this_year else house_style.day(moment)


@register.filter
def brief_moment(moment: datetime) -> str:
    """3:07 م today, 4 ديسمبر before; a page that shows it ends with the day."""
    is_today = timezone.localdate(moment) == timezone.localdate()
    return clock(moment) if is_today else brief_day(moment)


@register.filter
def month(shown: Month) -> str:
    """ديسمبر 2025."""
    return house_style.month_and_year(shown.start)


@register.filter
def clock(moment: datetime) -> str:
    """3:07 م."""
    return house_style.clock(moment)


@register.filter
def day_and_clock(moment: datetime) -> str:
    """4 ديسمبر 2025، 3:07 م."""
    return house_style.day_and_clock(moment)


@register.filter
def ago(moment: datetime) -> str:
    """قبل دقيقتين, on pages that nobody keeps."""
    return house_style.ago(moment)


@register.filter
def iso(moment: datetime) -> str:
    """2025-12-04T15:07:00+03:00, for machines."""
    return house_style.iso(moment)


@register.filter
def number(value: int) -> str:
    """1,234 or ١٬٢٣٤, by the site's setting."""
    return house_style.number(value)


@register.filter
def printed(text: str) -> str:
    """A text that we made, with its numbers in the site's figures."""
    return house_style.printed(str(text))


@register.filter
def entry_body(words: str) -> SafeString:
    """The words of a live entry, drawn."""
    return render_entry(words)


@register.filter
def clock_length(seconds: int) -> str:
    """3:07, how long a video lasts."""
    return length.clock(seconds, digits=house_style.figures())


@register.filter
def length_in_words(seconds: int) -> str:
    """3 دقائق و7 ثوانٍ, for who hears the page."""
    return length.in_words(seconds, digits=house_style.figures())


@register.filter
def excerpt(text: str, longest: int) -> str:
    """The text in one line, or its beginning and "…", cut where a reader would cut it."""
    return excerpts.excerpt(" ".join(str(text).split()), longest)


@register.filter
def isolated(text: str) -> str:
    """For plain text such as a page's title: its direction stays within it."""
    return bidi.isolate(text)


@register.filter
def in_order(text: str) -> SafeString:
    """The text, escaped, with what a line would tear apart (+1.5%, C++, @name) kept together."""
    return render_words(text)


@register.filter
def marked(parts: Sequence[Part]) -> SafeString:
    """What of a story answers a search, its answers marked, in order as ``in_order`` has it."""
    return marking.marked(parts)


@register.filter
def direction(text: str) -> str:
    """For ``dir``: rtl in a paper of that direction for any text with a letter of it, else auto.

    A headline that begins with the name of a company is an Arabic headline.
    """
    return "rtl" if get_language_bidi() and letters.has_right_to_left(text) else "auto"


@register.filter
def is_vocalised(text: str) -> bool:
    """The line needs room for its harakat."""
    return letters.is_vocalised(text)


@register.filter
def embed(address: str) -> Embed:
    """What a page shows of an address at another site."""
    return embed_of(address)


@register.simple_tag
def crop(picture: Picture, slot: str = "") -> Crop:
    """A picture as a slot shows it; whole, where a template names none."""
    return picture.crop(slot or "whole")


@register.simple_tag
def share_links(article: Article) -> list[sharing.Share]:
    """The ways to pass a story on."""
    return sharing.shares(article)


@register.simple_tag
def article_description(article: Article) -> str:
    """The story in a sentence or two, for the cards of others."""
    return metadata.description(article)


@register.simple_tag
def part_of(number: int, count: int) -> str:
    """Which part of how many; of one that stands alone, its number."""
    shown = {"n": house_style.number(number), "of": house_style.number(count)}
    return (_("Part %(n)s of %(of)s") if count > 1 else _("Part %(n)s")) % shown


@register.filter
def language_called(code: str) -> str:
    """A language by the name that its readers give it."""
    return NAMES.get(code, code)


@register.simple_tag
def article_json_ld(
    article: Article,
    site_name: str,
    publisher: str = "",
    corrections: Collection[Correction] = (),
    live: Coverage | None = None,
) -> SafeString:
    """The story for search engines, as the content of a script element that nothing can end."""
    data = metadata.news_article(
        article, site_name=site_name, publisher=publisher, corrections=corrections, live=live
    )
    text = json.dumps(data, ensure_ascii=False).translate(_SCRIPT_ESCAPES)
    return mark_safe(text)  # noqa: S308 - every character that HTML knows is escaped above
