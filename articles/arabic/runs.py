"""Runs of a text that an Arabic line would tear apart: +1.5%, $20, C++, @name, a telephone number.

Behind an Arabic letter the bidi algorithm (UAX #9, rules W2 and N2) gives their signs the
direction of the line: +1.5% is shown as %1.5+, C++ as ++C. Source: UAX #9, and the W3C's alreq
for where a sign should stand. Whoever shows the text isolates them, in pages with ``<bdi>``, in
plain text with U+2066…U+2069. Measured in Chromium; ranges (2021-2022), scores, dates and a
percentage without sign are read from the right as they stand and left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_ARABIC = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"  # and Hebrew: all that runs from right to left
_CONTROLS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
# A word of another script as it stands between Arabic letters, spaces and Arabic commas; digits and
# the percent sign of Arabic are no letters of a line's direction and belong to numbers.
_FOREIGN = re.compile(rf"(?:[^\s{_ARABIC}{_CONTROLS}]|[\u0660-\u066c\u06f0-\u06f9])+")
_SENTENCE = "()[]{}«»“”„‘’\"'‹›.,:;!?…—–|"
# At the edge of a Latin word they go with the line: C++, F#, .NET, read-.
_EDGES = frozenset("+#*%°/_=&~^-.")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")

# Groups of two digits and more behind + or 0, seven to fifteen digits together (ITU-T E.164), which
# a line would show last group first.
_TELEPHONE = re.compile(
    r"(?<![\w+])(?:\+\(?\d{1,4}\)?|\(?[0\u0660\u06f0]\d{1,4}\)?)"
    r"(?:[ \u00a0-]\(?\d{2,}\)?){1,5}(?![\w-])"
)
_DATE = re.compile(r"\d{1,2}-\d{1,2}-\d{2,4}")
_LEAST_DIGITS, _MOST_DIGITS = 7, 15

_SIGNED = re.compile(r"[+\-\u2212±][0-9][0-9.,]*(?:%|°[CF]?|[A-Za-z]{1,2})?")
_MONEY = re.compile(r"[+\-\u2212]?[A-Z]{0,3}[$€£¥₪₹₺₽][0-9].*|[+\-\u2212]?[0-9][0-9.,]*[$€£¥₪₹₺₽]")
_HANDLE = re.compile(r"[@#][A-Za-z0-9_].*")
_ADDRESS = re.compile(r"(?i:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w.*")
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    is_torn: bool  # a line would tear it apart
    is_latin: bool

    @property
    def is_number(self) -> bool:
        return self.text.isdecimal()


def left_to_right_runs(text: str) -> list[tuple[int, int]]:
    """Where the runs stand that must be kept together, in order; (start, end), none overlapping."""
    telephones = list(_telephones(text))
    runs = list(telephones)
    for phrase in _phrases(text):
        torn = [word for word in phrase if word.is_torn]
        if torn and phrase[0].is_latin:
            # C++ isolated alone would change places with the word before it: «Visual C++».
            runs.append((phrase[0].start, phrase[-1].end))
        else:
            runs += [(word.start, word.end) for word in torn]
    inside = [run for run in runs if run in telephones or not _overlaps(run, telephones)]
    return sorted(inside)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in order, each piece with whether it is such a run."""
    done = 0
    for start, end in left_to_right_runs(text):
        if done < start:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False


def _telephones(text: str) -> Iterator[tuple[int, int]]:
    for found in _TELEPHONE.finditer(text):
        digits = sum(letter.isdecimal() for letter in found[0])
        if _LEAST_DIGITS <= digits <= _MOST_DIGITS and not _DATE.fullmatch(found[0]):
            yield found.span()


def _phrases(text: str) -> Iterator[list[_Word]]:
    """Latin words, and plain numbers behind them, with one space between; others by themselves."""
    words = list(_words(text))
    phrase: list[_Word] = words[:1]
    for before, word in pairwise(words):
        is_next = text[before.end : word.start] in {" ", "\u00a0"}
        if is_next and phrase[0].is_latin and (word.is_latin or word.is_number):
            phrase.append(word)
            continue
        yield phrase
        phrase = [word]
    if phrase:
        yield phrase


def _words(text: str) -> Iterator[_Word]:
    for found in _FOREIGN.finditer(text):
        start, end = _trimmed(text, *found.span())
        word = text[start:end]
        if not any(map(str.isalnum, word)):
            continue
        is_torn = _is_torn(word, behind=text[start - 1 : start])
        is_latin = bool(_LATIN.search(word)) and not (is_torn and _stands_alone(word))
        yield _Word(start, end, word, is_torn, is_latin)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the marks of the sentence and its quotes; .NET, U.S. and f(x) keep their own."""
    word = text[start:end]
    inner = word.strip(_SENTENCE)
    first = len(word) - len(word.lstrip(_SENTENCE))
    last = first + len(inner)
    if first and word[first - 1] == "." and _LATIN.match(inner):
        first -= 1
    behind = word[last : last + 1]
    if (behind == "." and _INITIALS.fullmatch(f"{inner}.")) or (behind == ")" and "(" in inner):
        last += 1
    return start + first, start + last


def _is_torn(word: str, behind: str) -> bool:
    if _SIGNED.fullmatch(word):
        # كوفيد-19 and «ف-16» are one word; tatweel holds a prefix to a number: بـ-3.
        return not behind.isalpha() or behind == "\u0640"
    if _MONEY.fullmatch(word) or _HANDLE.fullmatch(word) or _ADDRESS.fullmatch(word):
        return True
    if not _LATIN.search(word):
        return False
    return word[0] in _EDGES or word[-1] in _EDGES


def _stands_alone(word: str) -> bool:
    """What a reader takes for one thing beside its neighbours, in the order of the line."""
    kinds = (_SIGNED, _MONEY, _HANDLE, _ADDRESS)
    return any(kind.fullmatch(word) for kind in kinds)


def _overlaps(run: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(run[0] < end and start < run[1] for start, end in others)
