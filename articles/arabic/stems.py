"""The forms of a word under what is written onto it: والانتخابات, انتخابية and انتخاب share one.

The affixes are those of light10 (Larkey, Ballesteros and Connell, "Light stemming for Arabic
information retrieval", 2007), with differences, each because a wrong cut must never hide a
story: every step of the way is a form, not the last alone; a letter that may be a clitic or the
word's own (ب in بقمح and in بلد) gives a form with it and one without; the pronouns and the hamza
of news spelling (مسؤول, مسئول) are known.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.arabic.broken_plurals import other_number
from articles.arabic.function_words import FUNCTION_WORDS
from articles.arabic.letters import normalise
from articles.arabic.protected import OWN_ENDING, OWN_FIRST_LETTER

_ARTICLE = re.compile("(?:[وف]?[بكل]?ال|[وف]?لل)(?=..)")
# What people type twice, or put before a word that has its clitic already: ووبالدول, لالدول.
_STACKED = re.compile("(?:[وفبكل]{1,2}|[وفبكل]{0,2}(?:ال|لل))(?=[وف]?[بكل]?ال..|[وف]?لل..)")
_NOT_THE_ARTICLE = re.compile("(?:له|لهم|هه|تزام.*|تقاء.*|تهاب.*|تحاق.*|تماس.*|تفاف.*)")
_CLITICS = frozenset("وفبكل")
_FUTURE = re.compile("س[يتن]...")  # سيعلن: the س of the future stands before a verb's prefix alone

# In the order in which they stand from the end inwards; each with the letters that must remain.
_ENDINGS = (
    ("ء", 3), ("هما", 3), ("كما", 3), ("ها", 3), ("هم", 3), ("هن", 3), ("كم", 3), ("نا", 3),
    ("وا", 3), ("ان", 3), ("ات", 2), ("ون", 3), ("ين", 3), ("ه", 2), ("ي", 3), ("ا", 3), ("و", 4),
    ("ت", 3), ("ء", 3),
)  # fmt: skip
_PRONOUNS = frozenset({"هما", "كما", "ها", "هم", "هن", "كم", "نا"})
_ARABIC = re.compile("[ء-ي]+")
_NUMBER_BEHIND_CLITICS = re.compile("(?:[وفبكل]{1,2}|[وف]?[بك]?ال|[وف]?لل)([0-9]+)")  # الـ20
_SEATED = str.maketrans("ؤئ", "ءء")


@lru_cache(maxsize=32_768)
def forms(spelled: str) -> tuple[str, ...]:
    """The forms by which a word of a text is found, the likeliest first; never none.

    ``spelled`` is a word of ``terms.terms``. Two words are forms of one when they share a form
    that is longer than a function word.
    """
    return tuple(dict.fromkeys(_forms(spelled)))


@lru_cache(maxsize=4_096)
def query_forms(spelled: str) -> tuple[str, ...]:
    """The forms by which a word of a query finds others: ``forms`` and what it may also have meant.

    That is the word with its article taken as its own (المانيا), without a doubled clitic, and in
    its other number (مدارس for مدرسة).
    """
    found = dict.fromkeys(forms(spelled))
    folded = normalise(spelled)
    if folded in FUNCTION_WORDS or not _ARABIC.fullmatch(spelled):
        return tuple(found)
    if stacked := _STACKED.match(spelled):
        found |= dict.fromkeys(_forms(spelled[stacked.end() :]))
    singles = list(found)
    found |= dict.fromkeys(form for single in singles for form in other_number(single))
    found |= dict.fromkeys(_without_endings(folded))
    return tuple(form for form in found if form not in FUNCTION_WORDS)


def _forms(spelled: str) -> Iterator[str]:
    folded = normalise(spelled)
    if folded in FUNCTION_WORDS or not _ARABIC.fullmatch(spelled):
        yield folded
        if number := _NUMBER_BEHIND_CLITICS.fullmatch(folded):
            yield number[1]
        return
    for variant in dict.fromkeys((spelled, spelled.translate(_SEATED))):
        for base in _bases(variant):
            whole, *cut = _without_endings(normalise(base))
            yield whole
            if base.endswith("أت"):  # بدأت: an alef with its hamza is no part of the plural's ات
                yield normalise(base[:-1])
            yield from (form for form in cut if form not in FUNCTION_WORDS)


def _bases(word: str) -> Iterator[str]:
    """The word without its article, or with and without each letter that may be a clitic."""
    article = _ARTICLE.match(word)
    if article and not _NOT_THE_ARTICLE.fullmatch(word, article.end()):
        bases = [word[article.end() :]]
        if article[0].endswith("لل"):  # للبنان: for Lebanon; للجنة: for the committee, or paradise
            bases.append(word[article.end() - 1 :])
            bases.sort(key=_begins_by_itself, reverse=True)
        if _begins_by_itself(word):  # والدها is her father, and و, ال and دها to the eye alone
            bases.insert(0, word)
        yield from bases
        return
    yield word
    for cut in (1, 2):
        if not _may_begin_with_a_clitic(word[cut - 1 :]):
            return
        if normalise(word[cut:]) not in FUNCTION_WORDS:
            yield word[cut:]


def _may_begin_with_a_clitic(word: str) -> bool:
    if len(word) < 4 or not (word[0] in _CLITICS or _FUTURE.match(word)):
        return False
    return not _begins_by_itself(word)


def _begins_by_itself(word: str) -> bool:
    return not _OWN_BEGINNINGS.isdisjoint(_without_endings(normalise(word)))


def _without_endings(word: str) -> list[str]:
    """The folded word, then without one ending after another."""
    found = [word]
    has_pronoun = word.endswith("اته")
    if has_pronoun:  # تصريحاته: the pronoun stands outside the plural, as ها does
        word = word.removesuffix("ه")
        found.append(word)
    for ending, least in _ENDINGS:
        if word in OWN_ENDING:
            break
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word.removesuffix(ending)
            has_pronoun |= ending in _PRONOUNS
            found += [word, *_of_another_word(word, ending, has_pronoun=has_pronoun)]
    return list(dict.fromkeys(found))


def _of_another_word(rest: str, ending: str, *, has_pronoun: bool) -> Iterator[str]:
    """What the ending was cut off wrongly from, if its letters were the word's own.

    Before a pronoun حياة is حيات, no plural of حي, and مستوى is مستوا, no verb; the نا of قانونا is
    the end of قانون and an alef.
    """
    if ending == "ات" and has_pronoun and len(rest) == 2:
        yield f"{rest}ا"
    if ending in _PRONOUNS and rest.endswith("وا") and len(rest) > 3:
        yield rest.removesuffix("ا")
    if ending == "نا":
        yield f"{rest}ن"


# With the ت that a final ه becomes before a pronoun (لجنتها), and never so short that a town may
# stand behind a clitic (لغزة).
_OWN_BEGINNINGS = frozenset(
    form
    for word in OWN_FIRST_LETTER
    for form in (*_without_endings(word), re.sub("ه$", "ت", word))
    if len(form) > 3
)
