"""Characters that no author means: drawn forms, invisible ones, tatweel that stretches a word.

Sources: the Unicode Standard, chapters 9.2 (tatweel, presentation forms) and 23.2 (ZWNJ, ZWJ);
UAX #9 for what each control of direction does. Kept are ZWNJ between two letters (Persian
می‌شود), ZWJ beside a letter or an emoji (١٤٤٧ه‍, 👩‍🚀), and a tatweel that carries a dagger alef or
a hamza (الرحمـٰن) or stands at the edge of a word: هـ, ـه, بـ«كذا», a dash of a list.
"""

import re
import unicodedata
from collections.abc import Iterator

from articles.arabic.bidi import CONTROLS
from articles.arabic.letters import TATWEEL
from articles.arabic.presentation import ordinary
from articles.arabic.proofreading.mark import Kind, Mark
from articles.arabic.proofreading.prose import ARABIC, LATIN, TASHKEEL, VERBATIM, Prose

_FORMS = re.compile("(?:\u0627(?=\ufdf2))?+[\ufb50-\ufdff\ufe70-\ufefc]++")

_HARAKAT = "\u064b-\u0652"
_STRETCHED = re.compile(
    rf"(?<=[{ARABIC}{TASHKEEL}]){TATWEEL}++(?=[{_HARAKAT}]*+{TATWEEL}*+[{_HARAKAT}]*+[{ARABIC}])"
)

_JOINS_NOTHING = frozenset("اأإآٱدذرزوؤةىء")

_ZWNJ, _ZWJ = "\u200c", "\u200d"
_INVISIBLE = re.compile(f"[{CONTROLS}\u00ad\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufeff]++")
_MARKS_OF_DIRECTION = frozenset("\u061c\u200e\u200f")
_OVERRIDES = frozenset("\u202d\u202e")
_STEERED = re.compile(rf"[{LATIN}]|\d")
# Beside these a mark of direction changes nothing: the line runs their way with it and without.
_ARABIC_NEIGHBOUR = re.compile(rf"[{ARABIC}{TASHKEEL}،؛؟«»\n\r\u2028\u2029]")


def forms(prose: Prose) -> Iterator[Mark]:
    """Letters as a PDF file draws them, with the letters they stand for."""
    for found in prose.found(_FORMS):
        letters = ordinary(found[0])
        if letters != found[0] and prose.belongs[found.start()] != VERBATIM:
            yield Mark(*found.span(), Kind.FORMS, found[0], letters, is_safe=True)


def tatweel(prose: Prose) -> Iterator[Mark]:
    """Tatweel between two letters of a word.

    Behind a letter that joins nothing it may stand for a dash (الأحدـالاثنين): a person decides.
    """
    for found in prose.found(_STRETCHED):
        if prose.belongs[found.start()] != VERBATIM:
            is_safe = prose.neighbours(*found.span())[0] not in _JOINS_NOTHING
            yield Mark(*found.span(), Kind.TATWEEL, found[0], "", is_safe=is_safe)


def invisible(prose: Prose) -> Iterator[Mark]:
    """Controls of direction and characters of no width, a run of them one mark.

    A control is taken out unseen where it changes nothing: a mark of direction between Arabic
    letters, an embedding in a paragraph that holds neither Latin letters nor digits. Beside a
    number somebody may have put it on purpose. Where a paragraph holds an override, taking out
    one control of a pair would turn letters around: a person decides all of them.
    """
    for start, end in prose.paragraphs:
        runs = list(_INVISIBLE.finditer(prose.text, start, end))
        if not runs:
            continue
        is_steered = _STEERED.search(prose.text, start, end) is not None
        is_overridden = any(not _OVERRIDES.isdisjoint(run[0]) for run in runs)
        for run in runs:
            kept = _kept(prose, run)
            if kept == run[0] or prose.belongs[run.start()] == VERBATIM:
                continue
            is_safe = _is_weightless(run[0]) or (
                not is_overridden and (not is_steered or _is_idle(prose, run))
            )
            yield Mark(*run.span(), Kind.INVISIBLE, run[0], kept, is_safe=is_safe)


def _is_weightless(run: str) -> bool:
    """Whether nothing of it steers direction."""
    return not any(char in CONTROLS for char in run)


def _kept(prose: Prose, run: re.Match[str]) -> str:
    """What of the run shapes a letter or an emoji."""
    before, behind = map(_is_shaped, prose.neighbours(*run.span()))
    kept = (_ZWJ if _ZWJ in run[0] and (before or behind) else "") or (
        _ZWNJ if _ZWNJ in run[0] and before and behind else ""
    )
    return run[0] if run[0] == kept else kept


def _is_shaped(char: str) -> bool:
    """Letters of scripts that join, pictures, and what stands on them: all but Latin."""
    if char < "\u0250":
        return False
    return unicodedata.category(char)[0] in "LM" or unicodedata.category(char) in {"So", "Sk"}


def _is_idle(prose: Prose, run: re.Match[str]) -> bool:
    """Whether the run cannot change the order of the line."""
    if any(char in CONTROLS and char not in _MARKS_OF_DIRECTION for char in run[0]):
        return False
    before, behind = prose.neighbours(*run.span())
    if before == " ":
        before = prose.neighbours(run.start() - 1, run.end())[0]
    if behind == " ":
        behind = prose.neighbours(run.start(), run.end() + 1)[1]
    return bool(_ARABIC_NEIGHBOUR.match(before) and _ARABIC_NEIGHBOUR.match(behind))
