"""What editors read of a proofreader's marks, and a whole story proofread for its screen."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, cast

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles import house_style
from articles.arabic.digits import Digits
from articles.arabic.proofreading import desk
from articles.arabic.proofreading.mark import Kind, Mark
from articles.body import proofreading as body_desk
from articles.body.sanitise import clean_body
from articles.models import Article
from articles.names import glossary

WRONG: Mapping[Kind, Promise] = MappingProxyType(
    {
        Kind.FORMS: _("Letters as a PDF file draws them; the search does not know them"),
        Kind.INVISIBLE: _("An invisible character"),
        Kind.TATWEEL: _("A word stretched by tatweel"),
        Kind.QUOTE: _("A straight quotation mark"),
        Kind.QUOTE_ALONE: _("A quotation mark without its partner in the paragraph"),
        Kind.LATIN_SIGN: _("A Latin punctuation mark in an Arabic sentence"),
        Kind.SPACE_BEFORE: _("A space before a punctuation mark"),
        Kind.NO_SPACE_AFTER: _("No space after a punctuation mark"),
        Kind.SPACES: _("More than one space"),
        Kind.DIGITS: _("Two sets of digits in one text"),
        Kind.NAME: _("The house spells this name differently"),
        Kind.YEH: _("Should the word end in ي or in ى?"),
        Kind.TEH: _("Should the word end in ة or in ه?"),
    }
)
"""One sentence for each kind of mark."""

FIELDS = ("kicker", "headline", "standfirst")
"""What is proofread beside the body, in the order of the screen."""
# Of one text: the screen shows them in turn, and what is mended makes room for the others.
_MOST_MARKS = 400

type Answer = dict[str, Any]


def proofread(typed: Mapping[str, str], *, pictures: bool = False) -> Answer:
    """The marks of a story as somebody types it, and its counts, as the screen shows them.

    Places count UTF-16 units, as scripts do: of a field in the field, of the body in its line.
    The counts are those that are stored with the same body; ``pictures``: a lead picture opens it.
    """
    rules = _rules()
    body = clean_body(typed.get("body", ""))
    fields = {name: _told(desk.marks(typed.get(name, ""), **rules), typed.get(name, ""))
              for name in FIELDS}  # fmt: skip
    lines = list(_lines(body, rules))
    found = sum(map(len, fields.values())) + sum(len(line["marks"]) for line in lines)
    return {"fields": fields, "body": lines, "marks": found, **_counted(body, found, pictures)}


def tidied(content: Mapping[str, Any]) -> dict[str, Any]:
    """Those fields of a content that the safe fixes change, as they would be; never another."""
    rules = _rules()
    mended = {name: desk.tidied(content[name], **rules) for name in FIELDS if content.get(name)}
    if content.get("body"):
        mended["body"] = body_desk.tidied_body(clean_body(content["body"]), **rules)
    return {name: words for name, words in mended.items() if words != content[name]}


def _rules() -> dict[str, Any]:
    return {"digits": cast("Digits", settings.SITE_DIGITS), "glossary": glossary()}


def _lines(body: str, rules: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The lines of a body that have marks, with their words: by these the screen finds them."""
    text = body_desk.read(body).text
    marks = desk.marks(text, **rules)[:_MOST_MARKS]
    starts = [mark.start for mark in marks]
    at = 0
    for line in text.split("\n"):
        own = marks[bisect_left(starts, at) : bisect_left(starts, at + len(line) + 1)]
        if own:
            yield {"text": line, "marks": _told(own, line, at)}
        at += len(line) + 1


def _told(marks: list[Mark], text: str, at: int = 0) -> list[dict[str, Any]]:
    """Marks for the screen; their places are those of a script in the text that begins ``at``."""
    wide = [place for place, letter in enumerate(text) if letter > "\uffff"]

    def unit(place: int) -> int:
        return place - at + bisect_left(wide, place - at)

    return [
        {
            "start": unit(mark.start),
            "end": unit(mark.end),
            "kind": mark.kind.value,
            "says": str(WRONG[mark.kind]),
            "found": mark.found,
            "fix": mark.fix,
            "safe": mark.is_safe,
        }
        for mark in marks[:_MOST_MARKS]
    ]


def _counted(body: str, found: int, has_lead_picture: bool) -> dict[str, Any]:
    story = Article(body=body, lead_picture_id=0 if has_lead_picture else None)
    story.measure()
    words, minutes = story.word_count, story.reading_minutes
    shown = house_style.number
    return {
        "words": words,
        "minutes": minutes,
        "said": {
            "words": ngettext("%(shown)s word", "%(shown)s words", words) % {"shown": shown(words)},
            "minutes": gettext("Reading time: %(minutes)s")
            % {
                "minutes": ngettext("%(shown)s minute", "%(shown)s minutes", minutes)
                % {"shown": shown(minutes)}
            },
            "marks": ngettext("%(shown)s mark of style", "%(shown)s marks of style", found)
            % {"shown": shown(found)}
            if found
            else gettext("No marks of style"),
        },
    }
