"""What is pasted into a body: the words of Word, WhatsApp, a PDF or a page, as a body keeps them.

Twice is as once, and no visible word is lost but those that a program put there: the stamp of a
message, the sign of a left-out film.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from django.utils.html import escape

from articles.arabic.bidi import CONTROLS
from articles.arabic.presentation import ordinary
from articles.body.sanitise import clean_body

# Shows nothing and steers nothing that a story needs; ZWNJ and ZWJ shape letters and stay.
_UNSEEN = re.compile(f"[{CONTROLS}\u00ad\u200b\u2060\ufeff\ufffc]")
_SPACES = re.compile(r"[^\S\n]+")
# Without any of these the plain text has all that the markup has.
_SAYS_MORE = re.compile(
    r"<(?:p|h[1-6]|li|table|b|strong|i|em|a|br|div|blockquote)\b", re.IGNORECASE
)
_FRAGMENT = re.compile(r"<!--StartFragment-->(.*?)<!--EndFragment-->", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->|<!\[[^\]]*\]>", re.DOTALL)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_NORMAL = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
# Word writes the sign of a list's point into the words, and each point is a list of its own.
_POINT_SIGN = re.compile(r"<li>\s*[·•▪◦§o\uf0b7\uf0a7]\s+")
_NUMBERED = re.compile(r"<ul>((?:<li>[0-9٠-٩]{1,3}[.)-]\s(?:(?!</?[uo]l>|</li>).)*</li>)+)</ul>")
_NUMBER_SIGN = re.compile(r"<li>[0-9٠-٩]{1,3}[.)-]\s+")
_NO_LINK = re.compile(r"<a>(.*?)</a>")
# Deeper than people nest what holds nothing; a page may nest it a thousandfold.
_DEEPEST = 5
_BREAKS = re.compile(r"(?:<br>\s*){2,}")
_BLOCK = r"(?:p|h2|h3|ul|ol|li|table|caption|thead|tbody|tr|th|td|blockquote)\b[^>]*"
_AROUND_BLOCKS = re.compile(rf"\s+(?=</?{_BLOCK}>)|(</?{_BLOCK}>)\s+")
_EMPTY = re.compile(r"<(p|h2|h3|strong|em|a)(?: [^>]*)?>(?:\s|<br>)*</\1>")


def pasted(html: str, text: str) -> str:
    """A clean body of what the clipboard holds, in whichever of its two forms says more."""
    if not _SAYS_MORE.search(html) or any(map(_STAMP.match, _ordinary(text).splitlines())):
        return pasted_text(text) or pasted_html(html)
    return pasted_html(html)


def pasted_html(html: str) -> str:
    """A clean body of what another program has copied as HTML: no colours, faces and pictures."""
    copied = _FRAGMENT.search(html)
    reader = _Styles()
    reader.feed(_COMMENT.sub("", copied[1] if copied else html))
    reader.close()
    body = clean_body(_ordinary("".join(reader.written)))
    body = _BREAKS.sub("</p><p>", _NO_LINK.sub(r"\1", body))
    body = _AROUND_BLOCKS.sub(r"\1", _SPACES.sub(" ", body.replace("\n", " ")))
    for _layer in range(_DEEPEST):
        body = _EMPTY.sub("", body)
    return clean_body(_listed(body))


def _listed(body: str) -> str:
    """With the points of Word in one list, numbered where their signs are numbers."""
    joined = _POINT_SIGN.sub("<li>", body.replace("</ul><ul>", ""))
    return _NUMBERED.sub(lambda found: f"<ol>{_NUMBER_SIGN.sub('<li>', found[1])}</ol>", joined)


def pasted_text(text: str) -> str:
    """A clean body of plain text: a paragraph a line, where the lines are no page's of a PDF."""
    lines = [line.strip() for line in _ordinary(text).splitlines()]
    if any(map(_STAMP.match, lines)):
        return _body(_marked(escape(line)) for line in _messages(lines))
    return _body(map(escape, joined_lines(text)))


def joined_lines(text: str) -> list[str]:
    """The paragraphs of a plain text in ordinary letters; lines that a page broke are joined."""
    return _joined([line.strip() for line in _ordinary(text).splitlines()])


def plain_paste(text: str) -> str:
    """The words alone, a paragraph a line, as they are."""
    return clean_body(
        "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    )


def _ordinary(text: str) -> str:
    """Ordinary letters and spaces, without what shows nothing."""
    composed = unicodedata.normalize("NFC", ordinary(_UNSEEN.sub("", text)))
    return _SPACES.sub(" ", composed.replace("\r\n", "\n").replace("\r", "\n"))


def _body(lines: Iterable[str]) -> str:
    """Paragraphs of lines of markup; points of a list stand in one."""
    parts: list[str] = []
    for line in lines:
        point = _POINT.sub("", line)
        if point == line:
            parts.append(f"<p>{line}</p>")
        elif parts and parts[-1].endswith("</ul>"):
            parts[-1] = f"{parts[-1][: -len('</ul>')]}<li>{point}</li></ul>"
        else:
            parts.append(f"<ul><li>{point}</li></ul>")
    return clean_body("".join(parts))


_POINT = re.compile(r"^[•▪◦●·]\s*")

# WhatsApp: «[12/11/2025، 10:32:15 م] الاسم: …» on iPhone, «12/11/2025, 10:32 - الاسم: …» elsewhere.
_DAY = r"[0-9٠-٩]{1,4}[/.\-][0-9٠-٩]{1,2}[/.\-][0-9٠-٩]{1,4}"
_HOUR = r"[0-9٠-٩]{1,2}:[0-9٠-٩]{2}(?::[0-9٠-٩]{2})?(?:\s?(?:[APap]\.?[Mm]\.?|[صم]))?"
_STAMP = re.compile(
    rf"(?:\[{_DAY}[,،]?\s+{_HOUR}\]\s*|\[{_HOUR}[,،]?\s+{_DAY}\]\s*|{_DAY}[,،]?\s+{_HOUR}\s+[-–]\s+)"
    r"(?P<who>~?\s?[^:]{1,60}:(?=\s|$))?\s*"
)
_LEFT_OUT = re.compile(
    r"<?(?:Media omitted|image omitted|video omitted|audio omitted|تم استبعاد الوسائط"
    r"|تم حذف الوسائط|الوسائط غير مدرجة|لم يتم تضمين الوسائط)>?\.?",
    re.IGNORECASE,
)


def _messages(lines: Iterable[str]) -> Iterator[str]:
    """The words of messages; what WhatsApp says itself (no name after the hour) is nobody's."""
    for line in lines:
        stamp = _STAMP.match(line)
        words = line[stamp.end() :] if stamp else line
        if words and not (stamp and not stamp["who"]) and not _LEFT_OUT.fullmatch(words):
            yield words


_MESSAGE_MARK = re.compile(r"(?<![\w*_~])([*_~])(?=\S)([^*_~\n]+?)(?<=\S)\1(?![\w*_~])")
_AS_ELEMENT = {"*": "strong", "_": "em"}


def _marked(line: str) -> str:
    """*Bold* and _emphasis_ of a message as elements; what it struck through stays as words."""

    def element(mark: re.Match[str]) -> str:
        name = _AS_ELEMENT.get(mark[1])
        return f"<{name}>{mark[2]}</{name}>" if name else mark[2]

    return _MESSAGE_MARK.sub(element, line)


# A column of print holds 40 to 90 letters, a page of A4 up to 120: longer lines are paragraphs.
_NARROWEST, _WIDEST = 30, 130
# A line shorter than this part of the column ends its paragraph.
_FULL = 0.75
_ENDS = tuple('.!؟?:…»"”)')


def _joined(lines: list[str]) -> list[str]:
    """Paragraphs; lines that a page broke are joined, and its words that it parted."""
    filled = [line for line in lines if line]
    if not _is_column(filled):
        return filled
    width = sorted(map(len, filled))[int(len(filled) * 0.9)]
    paragraphs: list[str] = []
    goes_on = False
    for line in lines:
        if line and goes_on and not _POINT.match(line):
            paragraphs[-1] = _across(paragraphs[-1], line)
        elif line:
            paragraphs.append(line)
        goes_on = bool(line) and len(line) >= _FULL * width
    return paragraphs


def _is_column(lines: list[str]) -> bool:
    """Whether lines end where a page ended them: about as long as each other, in mid-sentence."""
    if len(lines) < 2 or not _NARROWEST <= max(map(len, lines)) <= _WIDEST:
        return False
    broken = sum(not line.endswith(_ENDS) for line in lines)
    return (
        broken >= len(lines) / 2 and sum(map(len, lines)) / len(lines) >= max(map(len, lines)) / 2
    )


def _across(line: str, following: str) -> str:
    """Two lines as one; a Latin word that was parted by a hyphen is one again."""
    if re.search(r"[a-z]-$", line) and re.match("[a-z]", following):
        return f"{line[:-1]}{following}"
    return f"{line} {following}"


class _Styles(HTMLParser):
    """The same markup, in which bold and emphasis are elements and not a look.

    Figures, asides and pictures of another page name nothing of ours and are left out, their
    captions stay; each paragraph that Word draws as a point of a list is one.
    """

    _LEFT_OUT = frozenset({"img", "figure", "aside", "picture", "source", "meta", "link", "o:p"})
    _VOID = frozenset({"br", "hr"})
    _WORDLESS = frozenset({"style", "script", "title", "head", "xml", "template", "noscript"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self.open: list[tuple[str, str]] = []  # the name of an element and what closes it
        self.names: Counter[str] = Counter()
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._LEFT_OUT:
            return
        if tag in self._VOID:
            self.written.append(f"<{tag}>")
            return
        wordless = tag in self._WORDLESS
        named = {name: value or "" for name, value in attrs}
        before, after = ("", "") if wordless else self._drawn(tag, named)
        self.silent += wordless
        self.written.append(before)
        self.open.append((tag, after))
        self.names[tag] += 1

    def _drawn(self, tag: str, named: dict[str, str]) -> tuple[str, str]:
        style = named.get("style", "")
        if tag in {"b", "strong"} and _NORMAL.search(style):  # around all that Google Docs copies
            return "", ""
        if tag == "p" and "MsoList" in named.get("class", ""):
            return "<ul><li>", "</li></ul>"
        if tag in {"span", "font"}:
            before = "<strong>" * bool(_BOLD.search(style)) + "<em>" * bool(_ITALIC.search(style))
            return before, "".join(reversed(re.findall("<[^>]*>", before))).replace("<", "</")
        kept = "".join(
            f' {name}="{escape(value)}"'
            for name, value in named.items()
            if name in {"href", "colspan", "rowspan", "scope"}
        )
        return f"<{tag}{kept}>", f"</{tag}>"

    def handle_endtag(self, tag: str) -> None:
        while self.names[tag]:
            name, closer = self.open.pop()
            self.names[name] -= 1
            self.written.append(closer)
            self.silent -= name in self._WORDLESS
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.written.append(escape(data))
