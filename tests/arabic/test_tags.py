"""Whatever a person types in the tags box, the desk gets the tags they meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.tags import parse_tags, tag_key

TYPED = st.text(st.sampled_from('أبا #_"“”,،؛;\n\u200f\u200cَـ')) | st.text()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("الأمن، الغذاء؛ الزراعة", ["الأمن", "الغذاء", "الزراعة"]),
        ("Iraq, Syria; اليمن\nليبيا\r\nمصر", ["Iraq", "Syria", "اليمن", "ليبيا", "مصر"]),
        ("أ，ب、ج；د", ["أ", "ب", "ج", "د"]),
        ("#الأمن_الغذائي، الأمن الغذائي", ["الأمن الغذائي"]),
        ("#الأمن #الزراعة", ["الأمن", "الزراعة"]),
        ("\u200f#الأمن", ["الأمن"]),
        ("##_x", ["x"]),
        ("#أ\u200c_، \u2003#ب", ["أ", "ب"]),
        ("snake_case", ["snake_case"]),
        ("لغة C#", ["لغة C#"]),
        ("الأمن، الامن، الأَمن", ["الأمن"]),
        ("الامن، الأمن", ["الامن"]),
        ("  خبر \u00a0 عاجل ", ["خبر عاجل"]),
        ('"باريس، فرنسا", تونس', ["باريس، فرنسا", "تونس"]),
        ("“a, b”، ج", ["a, b", "ج"]),
        ('"أ"، "ب"', ["أ", "ب"]),
        ('"بلا نهاية، ب', ['"بلا نهاية', "ب"]),
        ('شاشة 12"، تقنية', ['شاشة 12"', "تقنية"]),
        ('"الفجر" الجديد، أ', ['"الفجر" الجديد', "أ"]),
        ("،،; # , \n ـ , َ", []),
        ("", []),
    ],
)
def test_tags_are_split_trimmed_and_told_apart(typed, names):
    assert parse_tags(typed) == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الأمن", "الامن"),
        ("الزِّراعة", "الزراعة"),
        ("#الزراعة", "الزراعة"),
        ("#الأمن_الغذائي", "الأمن  الغذائي"),
        ("COVID-١٩", "covid-19"),
    ],
)
def test_two_spellings_share_one_page(one, other):
    assert tag_key(one) == tag_key(other)


def test_two_subjects_do_not():
    assert tag_key("الأمن") != tag_key("الأمان")


@given(TYPED)
def test_no_two_names_are_equal_and_none_is_empty(typed):
    keys = [tag_key(name) for name in parse_tags(typed)]
    assert all(keys)
    assert len(set(keys)) == len(keys)


@given(TYPED)
def test_names_without_quotes_survive_being_edited_again(typed):
    names = [name for name in parse_tags(typed) if not set(name) & set('"“”„')]
    assert parse_tags(", ".join(f'"{name}"' for name in names)) == names


@pytest.mark.shared
def test_no_string_upsets_the_tags(naughty):
    for text in naughty:
        parse_tags(text)
        tag_key(text)
    parse_tags("\n".join(naughty))
