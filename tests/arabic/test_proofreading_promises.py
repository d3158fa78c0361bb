"""Promises of the house-style desk for every text: clean ones stay, and nothing else is touched."""

from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.proofreading.desk import marks, tidied
from articles.arabic.proofreading.mark import Kind, fixed

_WRITTEN = """
أعلنت وزارة الصحة، اليوم الثلاثاء، أن 1,250 شخصًا تلقّوا اللقاح في أسبوع واحد؛ وهو رقم
لم يُسجَّل منذ عام 2019.

وقال المتحدث باسمها، د. سامر الحلبي: «لم نتوقع هذا الإقبال، ولم نستعدّ له». ثم أضاف: «هل
كنّا مخطئين؟ ربما!».

وكتبت الصحيفة أن «عبارة “لا عودة” لم ترد في البيان»، وأن الاجتماع بدأ الساعة 10:30
وانتهى بنتيجة 2-1.

وارتفع مؤشر S&P 500 بنسبة 1.5%، في حين تراجع سهم Apple, Inc. إلى 187.20 دولارًا (كما
ذكرت Reuters, AP).

راسلونا على news@example.com، أو زوروا https://example.com/a/x7k2,9?page=2 قبل الـ15 من
الشهر.

وفي سنة 1447هـ، وصلت طائرات F-16 إلى المطار... ثم غادرت من دون تفسير؛ هكذا، ببساطة.

وقالت مديرة المستشفى ليلى موسى إن المياه التي وصلت إلى الحيّ كانت صالحة للشرب، وإن
الفقهاء اختلفوا في ذلك.

ونال الباحث شهادة الدكتوراه، وتوجّه مع والديه إلى الشانزليزيه، ودفع عشرين جنيهًا ثمن
الفواكه.

بِسْمِ اللَّهِ الرَّحْمـٰنِ الرَّحِيمِ، كما وردت في المخطوط رقم 2؟ لا، بل كما وردت في
غيره.

لم يكن الطريق إلى القرية سهلًا: جسرٌ مهدّم، ووادٍ فاض قبل ليلتين، وثلاثة أبناء ينتظرون
على الضفة الأخرى (أكبرهم في العاشرة).

- البند الأول: تأجيل القرض إلى 1 يناير 2026 (كانون الثاني).

ـ البند الثاني: لا شيء!

هل تغيّر شيء؟ «لا شيء»، كما قال أحدهم؛ «وكل شيء»، كما قالت أخرى...
"""
CLEAN = "\n".join(" ".join(part.split()) for part in _WRITTEN.strip().split("\n\n"))
LETTERS = st.sampled_from(
    list('اأبتةهىيوفلكنم  ،؛؟,;?!.:"«»“”()[]ـ\u064e\u0651\u0670\n\u200b\u200c\u200d\u200e\u200f')
    + list("\u202a\u202c\u202d\u2067\u2069\u00ad\u00a0\t012٣٤۵%٪٫٬-_/@#&`'aBc👩ﻻﷲیک")
    + ["في ", "المدرسه", "https://a.b/", "a@b.co", "ترامب", "دونالد ترامب", " و", '"', '"', "  "]
)
TEXTS = st.lists(LETTERS, max_size=40).map("".join) | st.text(max_size=40)
GLOSSARY = {"ترامب": "ترمب", "دونالد ترامب": "دونالد ترمب", "علي": "علي"}
SETS = st.sampled_from([None, "latn", "arab"])


def test_a_clean_text_has_no_mark():
    assert marks(CLEAN) == []
    assert marks(CLEAN, digits="arab", glossary=GLOSSARY) == []
    assert tidied(CLEAN) == CLEAN


@given(TEXTS, SETS)
def test_tidying_twice_is_tidying_once(text, digits):
    once = tidied(text, digits=digits, glossary=GLOSSARY)
    assert tidied(once, digits=digits, glossary=GLOSSARY) == once


@given(TEXTS, SETS)
def test_marks_stand_inside_the_text_in_order_and_apart(text, digits):
    found = marks(text, digits=digits, glossary=GLOSSARY)
    assert found == marks(text, digits=digits, glossary=GLOSSARY)
    done = 0
    for mark in found:
        assert done <= mark.start <= mark.end <= len(text)
        assert text[mark.start : mark.end] == mark.found
        assert mark.fix != mark.found
        assert mark.fix is not None or not mark.is_safe
        assert "\n" not in mark.found
        done = mark.end


@given(TEXTS)
def test_nothing_outside_a_mark_changes(text):
    found = marks(text)
    mended = fixed(text, found)
    at = done = 0
    for mark in found:
        between = text[done : mark.start]
        assert mended[at : at + len(between)] == between
        fix = mark.found if mark.fix is None else mark.fix
        at += len(between) + len(fix)
        done = mark.end
    assert mended[at:] == text[done:]


@given(TEXTS)
def test_paragraphs_stay_as_many_and_letters_of_words_as_they_are(text):
    mended = tidied(text)
    assert mended.count("\n") == text.count("\n")
    if not any(mark.kind is Kind.FORMS for mark in marks(text)):
        assert [c for c in mended if c.isalpha() and c != "ـ"] == [
            c for c in text if c.isalpha() and c != "ـ"
        ]


def test_no_string_breaks_the_desk(naughty):
    for text in naughty:
        for mixed in (text, f"قال الوزير أمس في المجلس {text} ثم مضى إلى البيت"):
            once = tidied(mixed)
            assert tidied(once) == once
