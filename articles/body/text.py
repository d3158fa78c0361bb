"""The plain words of a body: for counting, searching and excerpts."""

import re
from collections.abc import Iterable
from html import unescape

from django.utils.html import escape

from articles.arabic.presentation import ordinary
from articles.body.elements import BLOCKS

_BLOCK_ENDS = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS))})\b[^>]*>")
_TAG_OR_WORDS = re.compile(r"(<[^>]*>)|[^<]+")
_OTHER_TAGS = re.compile(r"<[^>]*>")
_PICTURES = re.compile(r'<figure data-(?:picture|gallery)="([0-9,]+)"')
# It repeats words of the story: to count, index or quote them twice would be wrong.
_PULL_QUOTE = re.compile(r'<aside data-box="quote">.*?</aside>', re.DOTALL)
_BOX = re.compile(r"<aside [^>]*>.*?</aside>", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_SPACES = re.compile(r"[^\S\n]+")


def plain_text(body: str) -> str:
    """The words of a clean body, a line a block, without any markup; pull quotes left out."""
    text = unescape(_OTHER_TAGS.sub("", _BLOCK_ENDS.sub("\n", _PULL_QUOTE.sub("\n", body))))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def opening(body: str) -> str:
    """The words of the first paragraph of a clean body; headings, lists and boxes begin nothing."""
    first = _PARAGRAPH.search(_BOX.sub("", body))
    return " ".join(plain_text(first[1]).split()) if first else plain_text(body).partition("\n")[0]


def in_ordinary_letters(body: str) -> str:
    """A clean body whose words are in ordinary letters; what stands in its tags stays."""
    return _TAG_OR_WORDS.sub(lambda found: found[1] or ordinary(found[0]), body)


def picture_ids(body: str) -> list[int]:
    """The pictures that a clean body refers to, in its order, each once."""
    named = (int(number) for found in _PICTURES.findall(body) for number in found.split(","))
    return list(dict.fromkeys(named))


def paragraphs(lines: Iterable[str]) -> str:
    """Plain lines as a body: one paragraph a line, escaped."""
    return "".join(f"<p>{escape(line.strip())}</p>" for line in lines if line.strip())
