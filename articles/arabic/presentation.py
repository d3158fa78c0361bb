"""Letters in the shape in which a page draws them, as they come out of PDF files: ﺍﻟﻌﺮﺑﻴﺔ.

Source: the Unicode Standard, chapter 9.2, on Arabic Presentation Forms A and B (U+FB50–FDFF,
U+FE70–FEFF): they are there for what older systems wrote, and a text should use the letters of
the Arabic block; what each stands for is its decomposition in the Character Database. A search,
an address or a screen reader takes them for other letters than the ones they show, so a story is
stored without them.

Kept are the signs that an author chooses and no program makes: ﷺ ﷻ ﷽ and the other honorifics
(some of them have no decomposition at all, and three words in the place of one sign would be
another text), صلعم as one sign, the two stop signs of the Koran, the rial sign, the ornate
brackets ﴾ ﴿ and the dots that stand for themselves. The name ﷲ is folded: the ordinary letters
are drawn alike.
"""

import re
import unicodedata
from collections.abc import Iterator

KEPT = frozenset("ﷰﷱﷵﷺﷻ﷼")
"""Signs that have a decomposition and stay all the same; those without one stay by themselves."""

_BLOCKS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
_TATWEEL = "\u0640"
# Old fonts draw ﷲ without its first letter, and their texts have an alef before it: اﷲ, باﷲ.
_NAME_AFTER_ALEF = re.compile("[\u0627\ufe8d\ufe8e](?=\ufdf2)")


def _letters_of(form: str) -> str:
    """What a form stands for; empty where it stands for itself."""
    kind, *codes = unicodedata.decomposition(form).split() or [""]
    if not kind.startswith("<") or form in KEPT:
        return ""
    letters = "".join(chr(int(code, 16)) for code in codes)
    marks = letters.lstrip(f" {_TATWEEL}")
    # A mark drawn alone is drawn on a space or a tatweel, which is no part of the text.
    return marks if all(map(unicodedata.combining, marks)) else letters


_ORDINARY = {
    code: letters
    for first, last in _BLOCKS
    for code in range(first, last + 1)
    if (letters := _letters_of(chr(code)))
}
_FORM = re.compile(f"[{''.join(map(chr, _ORDINARY))}]")


def has_forms(text: str) -> bool:
    """Whether a letter of the text stands in a drawn form that ``ordinary`` would fold."""
    return _FORM.search(text) is not None


def ordinary(text: str) -> str:
    """The text in ordinary letters, in their order; nothing else of it changes.

    Twice is as once. A text that a program wrote from left to right is not turned around: no
    rule could tell it from a word that is meant so.
    """
    return _NAME_AFTER_ALEF.sub("", text).translate(_ORDINARY) if has_forms(text) else text


def respelled(text: str) -> Iterator[tuple[str, str]]:
    """Each word that ``ordinary`` changes, as it stood and as it is."""
    for word in text.split():
        if has_forms(word):
            yield word, ordinary(word)
