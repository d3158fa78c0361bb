"""The plain words of a body: for counting, searching and excerpts."""

import re
from collections.abc import Iterable
from html import unescape

from django.utils.html import escape

from articles.body.elements import BLOCKS

_BLOCK_ENDS = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS))})\b[^>]*>")
_OTHER_TAGS = re.compile(r"<[^>]*>")
PICTURE = re.compile(r'<figure data-picture="([1-9][0-9]{0,8})"></figure>')
EMBED = re.compile(r'<figure data-embed="([^"]+)"></figure>')
_SPACES = re.compile(r"[^\S\n]+")


def plain_text(body: str) -> str:
    """The words of a clean body, a line a block, without any markup."""
    text = unescape(_OTHER_TAGS.sub("", _BLOCK_ENDS.sub("\n", body)))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def picture_ids(body: str) -> list[int]:
    """The pictures that a clean body refers to, in its order, each once."""
    return list(dict.fromkeys(int(found) for found in PICTURE.findall(body)))


def paragraphs(lines: Iterable[str]) -> str:
    """Plain lines as a body: one paragraph a line, escaped."""
    return "".join(f"<p>{escape(line.strip())}</p>" for line in lines if line.strip())
