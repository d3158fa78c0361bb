"""Initials by which a desk knows its people."""

import pytest

from articles.people import avatar, initials


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("رنا قاسم", "رق"),
        ("سلمى الحداد", "سح"),
        ("عبد الرحمن القحطاني", "عر"),
        ("هدى", "ه"),
        ("ألفت", "أ"),
        ("وكالة «الهدهد»", "و"),
        ("Jane van Dyke", "JV"),
        ("editor", "E"),
        ("", ""),
        ("  ", ""),
        ("— !", ""),
    ],
)
def test_two_letters_of_a_name_without_the_article(name, shown):
    assert initials(name) == shown


def test_a_person_has_one_shade_and_the_name_is_no_markup():
    assert avatar("رنا قاسم") == avatar("رنا قاسم")
    assert "<script>" not in avatar("<script> x")
