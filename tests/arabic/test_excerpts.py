"""A shortened text ends where a reader would end it, and nothing of it is torn."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.excerpts import ELLIPSIS, excerpt, widened
from articles.arabic.graphemes import boundaries, letters
from articles.arabic.runs import left_to_right_runs

SENTENCE = "أعلن وزير الاقتصاد أمس اتفاقًا جديدًا على أسعار القمح"
VOCALISED = "قَالَ الوَزِيرُ إِنَّ الأَسْعَارَ سَتَنْخَفِضُ"
FAMILY, FLAG, HEART, THUMB = "👨‍👩‍👧‍👦", "🇱🇧", "❤️", "👍🏽"
WALES = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("", []),
        ("كتاب", ["ك", "ت", "ا", "ب"]),
        ("مُحَمَّدٌ", ["مُ", "حَ", "مَّ", "دٌ"]),
        ("الله\u0670", ["ا", "ل", "ل", "ه\u0670"]),
        ("ﷺ", ["ﷺ"]),
        ("مـــد", ["م", "ـ", "ـ", "ـ", "د"]),
        ("كتاب\u200cها", ["ك", "ت", "ا", "ب\u200c", "ه", "ا"]),
        (f"{FAMILY}{FLAG}{FLAG}", [FAMILY, FLAG, FLAG]),
        (f"{HEART}{THUMB}{WALES}", [HEART, THUMB, WALES]),
        ("🇱🇧🇪", ["🇱🇧", "🇪"]),
        ("1️⃣2", ["1️⃣", "2"]),
        ("cafe\u0301", ["c", "a", "f", "e\u0301"]),
        ("\r\n\n", ["\r\n", "\n"]),
        ("한국어\u1112\u1161\u11ab", ["한", "국", "어", "\u1112\u1161\u11ab"]),
        ("क्षि", ["क्षि"]),
        ("\u06dd٣", ["\u06dd٣"]),
        ("أ\u2068ب", ["أ", "\u2068", "ب"]),
    ],
)
def test_a_letter_is_what_a_reader_counts_as_one(text, counted):
    assert list(letters(text)) == counted


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ("", 5, ""),
        (SENTENCE, 100, SENTENCE),
        (SENTENCE, len(list(letters(SENTENCE))), SENTENCE),
        (SENTENCE, 12, "أعلن وزير…"),
        (SENTENCE, 20, "أعلن وزير الاقتصاد…"),
        (SENTENCE, 18, "أعلن وزير الاقتصاد…"),
        (SENTENCE, 1, "أ…"),
        (SENTENCE, 0, "أ…"),
        (VOCALISED, 11, "قَالَ الوَزِيرُ…"),
        ("وبالاستقلالية", 6, "وبالاس…"),
        ("قال الوزير (مساء أمس) إن", 13, "قال الوزير…"),
        ("القمح، والشعير، والذرة", 17, "القمح، والشعير…"),
        ("نعم. ثم انصرف", 6, "نعم…"),
        (f"{FAMILY}{FAMILY}{FAMILY}", 2, f"{FAMILY}{FAMILY}…"),
        (f"{FLAG}{FLAG}{FLAG}", 1, f"{FLAG}…"),
        ("اتصلوا بنا على +966 50 123 4567 مساءً", 24, "اتصلوا بنا على…"),
        ("يُكتب اسمها Visual C++ كما هو", 20, "يُكتب اسمها…"),
    ],
)
def test_a_text_is_cut_between_words(text, longest, shown):
    assert excerpt(text, longest) == shown


def test_an_isolate_is_left_out_rather_than_cut():
    quoted = "قال للصحافة \u2066the ministry of economy\u2069 أمس"
    assert excerpt(quoted, 20) == "قال للصحافة…"


def test_an_isolate_that_must_be_cut_is_closed():
    assert excerpt(f"\u2068{SENTENCE}\u2069", 20) == "\u2068أعلن وزير الاقتصاد\u2069…"
    assert excerpt(f"\u2068\u202b{SENTENCE}", 20).endswith("\u202c\u2069…")


def test_a_text_of_letters_without_end_is_answered_too():
    assert excerpt("ا" + "\u064e" * 100_000, 10).endswith(ELLIPSIS)
    assert excerpt("👨\u200d" * 100_000, 10).endswith(ELLIPSIS)
    assert excerpt("\u2068" * 100_000, 10).endswith(ELLIPSIS)


MIXED = st.text(st.sampled_from("ابتثمكةؤ ًٌَُِّْـ٣3aZ.،(\u200c\u200d\u2066\u2068\u2069\ufe0f👨👩🏽🇱🇧❤\n"))


@given(st.text() | MIXED, st.integers(1, 40))
def test_an_excerpt_is_a_prefix_of_whole_letters(text, longest):
    shown = excerpt(text, longest)
    if shown == text:
        assert len(list(letters(text))) <= longest or text.endswith(ELLIPSIS)
        return
    kept = re.sub("[\u2069\u202c]*…\\Z", "", shown)
    rest = next(end for end in (0, *boundaries(text)) if text[:end].startswith(kept))
    closers = text[len(kept) : rest]
    assert set(closers) <= set("\u2069\u202c")
    assert len(list(letters(text[:rest]))) <= longest


@given(MIXED, st.integers(1, 40))
def test_no_mark_is_parted_from_its_letter(text, longest):
    shown = excerpt(text, longest)
    if shown != text:
        cut = len(re.sub("[\u2069\u202c]*…\\Z", "", shown))
        before, after = text[cut - 1 : cut], text[cut : cut + 1]
        is_mark = unicodedata.category(after or "a").startswith("M")
        assert not (is_mark and before not in "\u2066\u2068\u2069\n")


@given(st.text(), st.integers(1, 40))
def test_what_is_opened_is_closed(text, longest):
    shown = excerpt(text, longest)
    if shown != text:
        assert not left_open(shown)


def left_open(text: str) -> int:
    depth = 0
    for char in text:
        if char in "\u2066\u2067\u2068":
            depth += 1
        elif char == "\u2069":
            depth = max(depth - 1, 0)
    return depth


@given(MIXED)
def test_the_letters_are_the_text(text):
    assert "".join(letters(text)) == text


def test_the_runs_of_a_page_are_not_cut():
    text = "ارتفع السهم +1.5% في سوق الرياض و+2.5% في دبي"
    for longest in range(12, 45):
        cut = len(excerpt(text, longest).removesuffix(ELLIPSIS))
        assert not any(start < cut < end for start, end in left_to_right_runs(text))


@pytest.mark.parametrize(
    ("text", "cut_at", "kept"),
    [
        ("قال إن الرقم +966 50 123 4567 يعمل", ("الرقم", "50"), "الرقم +966 50 123 4567"),
        ("قال إن الرقم +966 50 123 4567 يعمل", ("123", "يعمل"), "+966 50 123 4567 يعمل"),
        ("قال \u2066the ministry\u2069 أمس", ("قال", "the"), "قال \u2066the ministry\u2069"),
        ("قال الوزير أمس", ("قال", "الوزير"), "قال الوزير"),
        (f"قال \u2066{'a ' * 100}\u2069 أمس", ("قال", "a"), "قال \u2066a"),
    ],
)
def test_a_stretch_holds_the_whole_of_what_it_would_part(text, cut_at, kept):
    first, last = cut_at
    begin = text.index(first)
    begin, end = widened(text, begin, text.index(last, begin) + len(last))
    assert text[begin:end] == kept


@given(MIXED | st.text(), st.integers(0, 60), st.integers(0, 60))
def test_a_stretch_only_grows_and_stays_in_its_text(text, one, other):
    begin, end = sorted((min(one, len(text)), min(other, len(text))))
    wider = widened(text, begin, end)
    assert 0 <= wider[0] <= begin <= end <= wider[1] <= len(text)


@pytest.mark.shared
def test_no_string_is_too_odd(naughty):
    for text in naughty:
        assert len(list(letters(excerpt(text, 10)))) <= 12
