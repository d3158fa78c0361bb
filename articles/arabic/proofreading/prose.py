"""Which letters of a text are Arabic prose, and which a proofreader of Arabic leaves alone.

Left alone are paragraphs written mostly in another script, Latin words with the signs between
them, what stands in quotes or brackets of its own in Latin, and whatever machines read:
addresses, handles, hashtags, code, entities. Source: the letters of each script are those of the
Unicode Character Database (UAX #24); addresses are told as in ``articles.arabic.words`` (RFC 3986
allows more than people write).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.arabic.letters import MARKS

ARABIC = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe80-\ufefc"
)
"""The letters of the Arabic script for a pattern; tatweel, marks, digits and signs are none."""

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
TASHKEEL = re.escape(MARKS)
LINE_ENDS = "\n\r\u2028\u2029"

PROSE, VERBATIM, LATIN_WORDS, FIGURES = range(4)
"""What a letter may belong to; FIGURES are paragraphs without any letter, as cells of tables."""

_PARAGRAPH = re.compile(f"[^{LINE_ENDS}]+")
_ARABIC_RUN = re.compile(f"[{ARABIC}]+")
_LETTER_RUN = re.compile(r"[^\W\d_]+")

# No alternative gives characters back, and each begins where a word begins: a megabyte of a-a-a
# costs no more than a megabyte of prose.
_REST = r"""[^\s<>"«»“”،؛؟]"""
_VERBATIM = re.compile(
    rf"(?i:https?|ftps?)://{_REST}++"
    rf"|(?<![A-Za-z0-9.@-])(?=[0-9.-]*+[A-Za-z])[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++(?:/{_REST}*+)?"
    r"|(?<![\w.+@-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++"
    r"|(?<![A-Za-z0-9_])[@#]\w++"
    r"|`[^`\n]++`"
    r"|&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});"
    r"|(?<![^\s])[;:]-?[()DPp](?!\w)"
)
_SIGNS_OF_THE_SENTENCE = ".,;:!?)]'"
_INNER = rf"""[^\s{ARABIC}"«»“”()\[\],;:?!،؛؟]"""
_LATIN_WORDS = re.compile(
    rf"(?<![{LATIN}])[{LATIN}]{_INNER}*+"
    rf"(?:[,;:?!]*+[ \u00a0]++[{LATIN}0-9]{_INNER}*+|[,;:?!]++[{LATIN}0-9]{_INNER}*+)*+"
)
_ENCLOSED = re.compile(
    rf'(?<=")[^"{ARABIC}{LINE_ENDS}]++(?=")'
    rf"|(?<=[«“”])[^«»“”{ARABIC}{LINE_ENDS}]++(?=[»“”])"
    rf"|(?<=[(\[])[^()\[\]{ARABIC}{LINE_ENDS}]++(?=[)\]])"
)
_HAS_LATIN = re.compile(f"[{LATIN}]")


@dataclass(frozen=True)
class Prose:
    """A text and what each of its letters belongs to."""

    text: str
    belongs: bytes
    paragraphs: tuple[tuple[int, int], ...]
    """Where those stand that are written mostly in Arabic."""

    def is_prose(self, at: int) -> bool:
        """Whether a sign at this place is one of an Arabic sentence."""
        return self.belongs[at] == PROSE

    @cached_property
    def around(self) -> str:
        """The text with a line end at either side, so that every letter has two neighbours."""
        return f"\n{self.text}\n"

    def neighbours(self, start: int, end: int) -> tuple[str, str]:
        """The characters before and behind a place; at the edges of the text a line end."""
        return self.around[start], self.around[end + 1]

    def found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where the pattern stands in Arabic paragraphs, judged by its first character."""
        for start, end in self.paragraphs:
            yield from pattern.finditer(self.text, start, end)


def read(text: str) -> Prose:
    """What the text consists of, in one walk over it."""
    belongs = bytearray([VERBATIM]) * len(text)
    arabic: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        letters = sum(map(len, _LETTER_RUN.findall(paragraph[0])))
        if not letters:
            belongs[start:end] = bytes([FIGURES]) * (end - start)
        elif 2 * sum(map(len, _ARABIC_RUN.findall(paragraph[0]))) >= letters:
            arabic.append((start, end))
            _sort_out(text, belongs, start, end)
    return Prose(text, bytes(belongs), tuple(arabic))


def _sort_out(text: str, belongs: bytearray, start: int, end: int) -> None:
    belongs[start:end] = bytes([PROSE]) * (end - start)
    for pattern in (_LATIN_WORDS, _ENCLOSED):
        for found in pattern.finditer(text, start, end):
            if _HAS_LATIN.search(found[0]):
                belongs[found.start() : found.end()] = bytes([LATIN_WORDS]) * len(found[0])
    for found in _VERBATIM.finditer(text, start, end):
        kept = found[0].rstrip(_SIGNS_OF_THE_SENTENCE) if "://" in found[0] else found[0]
        belongs[found.start() : found.start() + len(kept)] = bytes([VERBATIM]) * len(kept)
