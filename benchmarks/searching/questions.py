"""Questions: three words of a known headline, changed in the ways readers change them."""

import hashlib
import json
import random
import re
from collections.abc import Callable
from pathlib import Path

from articles.arabic.letters import normalise
from articles.arabic.words import tokens

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"

type Question = tuple[str, str]
"""The source id of the one right answer, and what is asked."""

_HARAKAT = "\u064e\u064f\u0650\u0652"
_TYPED = str.maketrans("أإآؤئةى", "اااويهي", "ء")
_PERSIAN = str.maketrans("يىك", "ییک")
_ARABIC = re.compile("[ء-ي]+")


def read(name: str) -> list[dict]:
    with (DATA / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def articles() -> list[dict]:
    files = sorted((DATA / "articles-ant").glob("*.jsonl"))
    return [article for file in files for article in read(f"articles-ant/{file.name}")]


def known_item(count: int = 400) -> dict[str, list[Question]]:
    """Each kind of change with its questions, about articles drawn by hash of their id."""
    drawn = _drawn(articles(), count)
    return {
        kind: [
            (pk, " ".join(change(word, random.Random(f"{pk} {kind} {word}")) for word in words))  # noqa: S311
            for pk, words in drawn
        ]
        for kind, change in CHANGES.items()
    }


def arcd() -> list[Question]:
    return [(one["passage"], one["question"]) for one in read("search-arcd/questions.jsonl")]


def _drawn(records: list[dict], count: int) -> list[tuple[str, list[str]]]:
    stop = _stop_words()
    drawn = []
    for record in sorted(records, key=lambda record: _hash(record["id"])):
        words = [
            word
            for word in dict.fromkeys(tokens(record["title"]))
            if len(word) > 2 and word.isalpha() and normalise(word) not in stop
        ]
        if len(words) >= 3:
            choice = random.Random(_hash(record["id"])).sample(words, 3)  # noqa: S311
            drawn.append((record["id"], choice))
        if len(drawn) == count:
            break
    return drawn


def _stop_words() -> set[str]:
    files = (DATA / "stopwords").glob("*.txt")
    return {normalise(word) for file in files for word in file.read_text("utf-8").split()}


def _hash(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


def _harakat(word: str, chance: random.Random) -> str:
    return "".join(f"{letter}{chance.choice(_HARAKAT)}" for letter in word)


def _tatweel(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + "ـ" * chance.randint(1, 3) + word[at:]


def _clitic(word: str, chance: random.Random) -> str:
    if not _ARABIC.fullmatch(word):
        return word
    before = chance.choice(["و", "ف", "ب", "ك", "ل", "ال"])
    if word.startswith("ال"):
        return f"لل{word[2:]}" if before == "ل" else before.replace("ال", "و") + word
    return before + word


def _inflected(word: str, chance: random.Random) -> str:
    """Another number, gender, or with a pronoun; a word with its article takes no pronoun."""
    if not _ARABIC.fullmatch(word):
        return word
    is_definite = word.startswith(("ال", "لل", "وال", "بال"))
    if word.endswith("ة"):
        stem, endings, pronouns = word[:-1], ["ات", "تان", "تين"], ["تها", "ته", "تهم", "تنا"]
    elif word.endswith("ات"):
        stem, endings, pronouns = word[:-2], ["ة"], ["اتها", "اته", "اتهم"]
    elif word.endswith(("ون", "ين")) and len(word) > 5:
        stem, endings, pronouns = word[:-2], ["", "ة", "ات"], []
    elif word.endswith("ي") and len(word) > 4:
        stem, endings, pronouns = word, ["ة", "ين", "ون", "ات"], []
    else:
        stem, endings = word, ["ون", "ين", "ات", "ان", "ة", "ي", "ية"]
        pronouns = ["ه", "ها", "هم", "نا", "كم"]
    return stem + chance.choice(endings + ([] if is_definite else pronouns))


def _all(word: str, chance: random.Random) -> str:
    return _clitic(_inflected(word, chance), chance).translate(_TYPED)


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "exact": lambda word, _chance: word,
    "typing": lambda word, _chance: word.translate(_TYPED),
    "harakat": _harakat,
    "tatweel": _tatweel,
    "Persian": lambda word, _chance: word.translate(_PERSIAN),
    "clitics": _clitic,
    "inflected": _inflected,
    "all": _all,
}
