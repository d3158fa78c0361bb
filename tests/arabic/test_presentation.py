"""Letters pasted out of a PDF file become letters; signs that a person chose stay signs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.presentation import KEPT, has_forms, ordinary, respelled

BLOCKS = [chr(code) for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))]
FORMS = [char for char in BLOCKS if unicodedata.decomposition(char).startswith("<")]


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("ﺍﻟﻌﺮﺑﻴﺔ", "العربية"),
        ("ﺃﻋﻠﻦ ﻭﺯﻳﺮ ﺍﻻﻗﺘﺼﺎﺩ", "أعلن وزير الاقتصاد"),
        ("ﻷﻥ ﻹﻳﺮﺍﻥ ﻵﻝ ﻻ", "لأن لإيران لآل لا"),
        ("ﻣﺴﺆﻭﻝ ﺷﺆﻭﻥ ﺭﺋﻴﺲ", "مسؤول شؤون رئيس"),
        ("ﻣﹶﺪﹼ", "مَدّ"),
        ("ﻣﺤﻤّﺪ", "محمّد"),
        ("ﳲ", "\u064e\u0651"),
        ("ﱠ", "\u064e\u0651"),
        ("ﮐﺘﺎﺏ ﻓﺎﺭﺳﯽ", "کتاب فارسی"),
        ("ﷲ", "الله"),
        ("عبدﷲ", "عبدالله"),
        ("ﻋﺒﺪ اﷲ", "عبد الله"),
        ("ﺑﺎﷲ", "بالله"),
        ("ﷴ ﷶ", "محمد رسول"),
        ("ﲞﻴﺮ", "بخير"),
    ],
)
def test_a_drawn_letter_becomes_the_letter(pasted, kept):
    assert ordinary(pasted) == kept
    assert has_forms(pasted)


@pytest.mark.parametrize(
    "text",
    [
        "", "العربية", "محمد ﷺ", "قال تعالى ﴿ن والقلم﴾", "﷽", "١٠ ﷼", "ﷻ", "ﷰ ﷱ", "ﷵ",
        "رضي الله عنه \ufd41", "مـــد", "مَدّ", "ﬁ Ⅷ ½ ２", "\ufeffنص", "a+b=12.5%", "کتاب", "ﹳ", "﮲",
    ],
)  # fmt: skip
def test_everything_else_stays_as_it_is(text):
    assert ordinary(text) == text
    assert not has_forms(text)
    assert list(respelled(text)) == []


def test_every_form_of_unicode_is_folded_or_kept_by_name():
    folded = {form for form in FORMS if ordinary(form) != form}
    assert set(FORMS) - folded == KEPT
    assert len(folded) > 700


def test_what_a_form_stands_for_is_what_unicode_says():
    for form in set(FORMS) - KEPT:
        compatible = unicodedata.normalize("NFKC", form)
        bare = compatible.strip(" ـ") if unicodedata.combining(compatible[-1]) else compatible
        assert unicodedata.normalize("NFKC", ordinary(form)) in {compatible, bare}


def test_the_changed_words_are_named_with_what_became_of_them():
    said = list(respelled("قال ﺍﻟﻮﺯﻳﺮ إن ﺍﻟﻘﻤﺢ رخيص ﷺ"))
    assert said == [("ﺍﻟﻮﺯﻳﺮ", "الوزير"), ("ﺍﻟﻘﻤﺢ", "القمح")]


@given(st.text(st.sampled_from(BLOCKS + list("ال ٣a\u064e"))) | st.text())
def test_folding_twice_is_folding_once_and_touches_no_other_letter(text):
    once = ordinary(text)
    assert ordinary(once) == once
    assert not has_forms(once)
    if not has_forms(text):
        assert once == text
