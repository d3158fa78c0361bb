"""Signs of the sentence and the spaces around them: ، ؛ ؟ with none before and one behind.

Source: Arabic has its own comma, semicolon and question mark (the Unicode Standard, chapter 9.2;
alreq, chapter on punctuation); like every sign of the sentence they close up to the word before.
Numbers keep their separators (1,234.5), times and scores their colon (10:30, 2 : 1), initials
their points (أ.د), and a spaced ellipsis its space.
"""

import re
from collections.abc import Iterator

from articles.arabic.letters import TATWEEL
from articles.arabic.proofreading.mark import Kind, Mark
from articles.arabic.proofreading.prose import (
    ARABIC,
    DIGIT,
    LATIN,
    LINE_ENDS,
    TASHKEEL,
    VERBATIM,
    Prose,
)

_ARABIC_SIGN = {",": "،", ";": "؛", "?": "؟"}
_SIGN_OR_LETTERS = re.compile(f"(?P<sign>[,;?])|(?P<arabic>[{ARABIC}]+)|(?P<latin>[{LATIN}]+)")
_LETTER = re.compile(f"[{ARABIC}{LATIN}]")
_OPENS = "«“("

_SPACE = " \t\u00a0\u2002-\u200a\u202f\u3000"
_WORD_END = rf"[\w{TASHKEEL}\"»“”’)\]%٪…!؟،؛]"
_BEFORE = re.compile(rf"(?<={_WORD_END})[{_SPACE}]++(?=[،؛؟,;?!.:])")
# Without tabs: they line up columns.
_DOUBLED = re.compile(r"(?<=\S)[ \u00a0\u2002-\u200a\u202f\u3000]{2,}+(?=\S)")
_LONGEST_INITIAL = 12
_WORD = rf"[{ARABIC}][{TASHKEEL}{TATWEEL}]*+"
_AFTER = re.compile(
    rf"(?<=[^\s{DIGIT}])[،؛؟](?=[{ARABIC}{LATIN}{DIGIT}{_OPENS}])"
    rf"|(?<=[{DIGIT}])[،؛؟](?=[{ARABIC}{LATIN}{_OPENS}])"
    rf"|(?<=[{ARABIC}{DIGIT}{TASHKEEL}»”)؟])[!:](?=[{ARABIC}«“])"
    # Three letters before a point and two behind: with fewer they may be initials; and no name
    # of a site.
    rf"|(?<=[{ARABIC}]{{3}})\.(?={_WORD}{_WORD})(?!(?:كوم|نت|أورغ)(?![{ARABIC}]))"
)


def latin_signs(prose: Prose) -> Iterator[Mark]:
    """Each , ; ? of an Arabic sentence; with the space that is missing behind it.

    Between two Latin words, however far, the sign is theirs: "Google", "Apple".
    """
    for start, end in prose.paragraphs:
        before, waiting = "", list[Mark]()
        for found in _SIGN_OR_LETTERS.finditer(prose.text, start, end):
            if found["sign"]:
                waiting += _latin_sign(prose, found.start())
                continue
            behind = found.lastgroup or ""
            if (before, behind) != ("latin", "latin"):
                yield from waiting
            before, waiting = behind, []
        yield from waiting


def _latin_sign(prose: Prose, at: int) -> Iterator[Mark]:
    sign = prose.text[at]
    before, behind = prose.neighbours(at, at + 1)
    in_number = behind.isdecimal() and (before.isdecimal() or before.isspace())
    if prose.is_prose(at) and not in_number:
        space = " " if _LETTER.match(behind) or behind in _OPENS else ""
        yield Mark(at, at + 1, Kind.LATIN_SIGN, sign, _ARABIC_SIGN[sign] + space, is_safe=True)


def spaces_before(prose: Prose) -> Iterator[Mark]:
    """Spaces between a word and the sign that closes it."""
    for found in prose.found(_BEFORE):
        sign = found.end()
        if prose.is_prose(sign) and prose.is_prose(found.start()) and _closes(prose, found):
            yield Mark(found.start(), sign, Kind.SPACE_BEFORE, found[0], "", is_safe=True)


def _closes(prose: Prose, spaces: re.Match[str]) -> bool:
    """Whether the sign behind these spaces belongs to the word before: not in .5, 2 : 1, ..., :)"""
    at = spaces.end()
    sign, behind = prose.text[at], prose.neighbours(at, at + 1)[1]
    if behind.isdecimal():
        return False
    if sign == ".":
        return behind.isspace() or behind in f"»”\"')]{LINE_ENDS}"
    if sign in ":!":
        ahead = prose.text[at + 1 : at + 3].lstrip()[:1]
        is_score = prose.text[spaces.start() - 1].isdecimal() and ahead.isdecimal()
        return not is_score and behind not in "/()-=:!DPp"
    return True


def missing_spaces(prose: Prose) -> Iterator[Mark]:
    """Signs with a word right behind them; the mark is the place between the two."""
    for found in prose.found(_AFTER):
        at = found.end()
        if prose.is_prose(at - 1) and not (found[0] == "." and _is_in_initials(prose.text, at)):
            yield Mark(at, at, Kind.NO_SPACE_AFTER, "", " ", is_safe=True)


def _is_in_initials(text: str, at: int) -> bool:
    """Whether the point before this place is one of several in a word: دي.إتش.إل"""
    before = text[max(at - _LONGEST_INITIAL, 0) : at - 1].split()[-1:]
    behind = text[at : at + _LONGEST_INITIAL].split()[:1]
    return any("." in part.rstrip(".") for part in before + behind)


def doubled_spaces(prose: Prose) -> Iterator[Mark]:
    """Two spaces and more between two words; those at the edges of a paragraph show nothing."""
    for found in prose.found(_DOUBLED):
        if prose.belongs[found.start()] != VERBATIM:
            yield Mark(*found.span(), Kind.SPACES, found[0], " ", is_safe=True)
