"""Draw a body for readers: references become pictures and players, headings get their places.

The only place in the house that marks a body as safe HTML; it is given cleaned bodies only.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.arabic.letters import is_vocalised
from articles.arabic.runs import left_to_right_runs, pieces
from articles.body import tables
from articles.body.embeds import embed_of
from articles.body.sections import Names, Section, contents
from articles.body.text import plain_text

if TYPE_CHECKING:
    from articles.models import Picture

# Everything that is not shown as it is stored. Tables hold no tables and boxes no boxes.
_DRAWN = re.compile(
    r'<figure data-picture="(?P<picture>\d+)"(?: data-place="(?P<place>\w+)")?></figure>'
    r'|<figure data-gallery="(?P<gallery>[\d,]+)"></figure>'
    r'|<figure data-embed="(?P<embed>[^"]+)"></figure>'
    r'|<aside data-box="quote">(?P<quote>.*?)</aside>'
    r'|<aside data-box="facts">(?P<facts>.*?)</aside>'
    r"|(?P<table><table>.*?</table>)"
    r"|<h(?P<level>[23])>(?P<heading>.*?)</h[23]>",
    re.DOTALL,
)
RUN = '<bdi dir="ltr">{}</bdi>'
_TAG_OR_TEXT = re.compile(r'<(?:[^"<>]|"[^"]*")*>|(?P<text>[^<]+)')
_FIRST_PARAGRAPH = re.compile(r"<p(?: class=\"end\")?>")
_SPEAKER = re.compile(r"<footer>(.*?)</footer>", re.DOTALL)
_BOX_HEADING = re.compile(r"<h3>(.*?)</h3>", re.DOTALL)
# The last paragraph, which nothing follows but what stands beside the text.
_LAST_PARAGRAPH = re.compile(
    r"<p>(?P<rest>(?:(?!</?p>).)*</p>"
    r"(?:<figure [^>]*></figure>|<aside (?:(?!</aside>).)*</aside>)*)\Z",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class DrawnBody:
    """A body as readers get it, and the sections that a long one lists at its head."""

    html: SafeString
    contents: tuple[Section, ...]


def render_entry(words: str) -> SafeString:
    """The words of a live entry: paragraphs alone, with what an Arabic line would tear together."""
    return _safe(_TAG_OR_TEXT.sub(_in_order, words))


def render_sponsored(words: str) -> SafeString:
    """The words of an advertisement, each of whose links says that it was paid for."""
    # Cleaned words hold no "<a" but at the start of a link, which then has an address alone.
    marked = words.replace('<a href="', '<a rel="sponsored noopener" href="')
    return mark_safe(marked)  # noqa: S308 - cleaned at save


def render_words(text: str) -> SafeString:
    """Plain text, escaped, with what an Arabic line would tear apart kept together."""
    return format_html_join(
        "",
        "{}",
        ((format_html(RUN, piece) if is_run else piece,) for piece, is_run in pieces(text)),
    )


def render_body(body: str, pictures: Mapping[int, "Picture"], *, dateline: str = "") -> DrawnBody:
    """A clean body drawn; ``pictures`` holds those it refers to, others are left out.

    The dateline opens the first paragraph; a body that begins otherwise has it in a line above.
    """
    drawing = _Drawing(pictures)
    ordered = _TAG_OR_TEXT.sub(_in_order, body)
    html = _DRAWN.sub(drawing.piece, _LAST_PARAGRAPH.sub(r'<p class="end">\g<rest>', ordered))
    return DrawnBody(_dated(_safe(html), dateline), contents(drawing.sections, body))


def _dated(html: SafeString, dateline: str) -> SafeString:
    if not dateline:
        return html
    place = format_html('<b class="dateline">{}</b>', render_words(dateline))
    opening = _FIRST_PARAGRAPH.match(html)
    if opening is None:
        return format_html("<p>{}</p>{}", place, html)
    return _safe(f"{opening[0]}{place} \u2013 {html[opening.end() :]}")


def _in_order(match: re.Match[str]) -> str:
    """Text between two tags with its runs kept together; a tag, and text without them, as it is."""
    words = unescape(match["text"] or "")
    return render_words(words) if left_to_right_runs(words) else match[0]


class _Drawing:
    """Draws the pieces of one body in their order, since names and levels follow from it."""

    def __init__(self, pictures: Mapping[int, "Picture"]) -> None:
        self.pictures = pictures
        self.sections: list[Section] = []
        self.anchors, self.labels = Names(), Names()

    def piece(self, match: re.Match[str]) -> str:
        kinds: dict[str, Callable[[re.Match[str]], str]] = {
            "picture": self._picture,
            "gallery": self._gallery,
            "embed": self._embed,
            "quote": self._quote,
            "facts": self._facts,
            "table": self._table,
            "heading": self._heading,
        }
        return next(draw(match) for kind, draw in kinds.items() if match[kind] is not None)

    def _picture(self, match: re.Match[str]) -> str:
        shown = self.pictures.get(int(match["picture"]))
        context = {"picture": shown, "place": match["place"]}
        return render_to_string("articles/_figure.html", context) if shown else ""

    def _gallery(self, match: re.Match[str]) -> str:
        numbers = map(int, match["gallery"].split(","))
        shown = [self.pictures[number] for number in numbers if number in self.pictures]
        return render_to_string("articles/_gallery.html", {"pictures": shown}) if shown else ""

    def _embed(self, match: re.Match[str]) -> str:
        embed = embed_of(unescape(match["embed"]))
        title = ""
        if embed.player:
            title = self._label(_("From %(service)s") % {"service": embed.player.service})
        return render_to_string("articles/_embed.html", {"embed": embed, "title": title})

    def _quote(self, match: re.Match[str]) -> str:
        speakers = " ".join(_SPEAKER.findall(match["quote"]))
        words = _SPEAKER.sub("", match["quote"])
        context = {"words": _safe(words or f"<p>{speakers}</p>"), "speaker": ""}
        if words:
            context["speaker"] = _safe(speakers)
        return render_to_string("articles/_quote.html", context)

    def _facts(self, match: re.Match[str]) -> str:
        heading = _BOX_HEADING.search(match["facts"])
        rest = _BOX_HEADING.sub("", match["facts"], count=1)
        level = 3 if self.sections else 2  # right under the headline, or under a section
        context = {
            "level": level,
            "heading": _safe(heading[1]) if heading else "",
            "facts": _safe(_BOX_HEADING.sub(rf"<h{level}>\1</h{level}>", rest)),
        }
        if heading:
            context["anchor"] = self.anchors.anchor(plain_text(heading[1]))
        else:
            context["label"] = self._label(_("Fact box"))
        return render_to_string("articles/_facts.html", context)

    def _table(self, match: re.Match[str]) -> str:
        inside = tables.headed(match["table"])[len("<table>") : -len("</table>")]
        table = f"<table>{_DRAWN.sub(self.piece, inside)}</table>"
        label = plain_text(tables.caption(table)) or _("Table")
        context = {"table": _safe(table), "label": self._label(label)}
        return render_to_string("articles/_table.html", context)

    def _heading(self, match: re.Match[str]) -> str:
        """With an id; one that would skip a level is drawn a level higher."""
        words = " ".join(plain_text(match["heading"]).split())
        level = match["level"] if self.sections else "2"
        anchor = self.anchors.anchor(words)
        if level == "2":
            self.sections.append(Section(anchor, words))
        kind = ' class="vocalised"' if is_vocalised(words) else ""
        return f'<h{level} id="{anchor}"{kind}>{match["heading"]}</h{level}>'

    def _label(self, words: str) -> str:
        """Two regions or frames of one name could not be told apart by ear."""
        return self.labels.unique(words, between=" ")


def _safe(markup: str) -> SafeString:
    """A part of the cleaned body, joined with nothing but our own templates."""
    return mark_safe(markup)  # noqa: S308 - cleaned at save
