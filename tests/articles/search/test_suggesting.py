"""Did you mean."""

import pytest

from articles.search.query import Query
from articles.search.suggesting import suggest
from tests.articles.search.answers import asked


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("قمحح المتوسّت", "قمح المتوسط"), ("المتوسظ", "المتوسط"), ("المتتوسط", "المتوسط"),
        ("المتوط", "المتوسط"), ("المتوسطق", "المتوسط"), ("لامتوسط", "المتوسط"),
        ("القمح، المتوسث!", "القمح، المتوسط!"), ("المتوسط", ""), ("زخغثصضعه", ""),
        ("sailorr", "sailor"), ("1234", ""), ("سفن المتوسظ", "سفن المتوسط"), ('"المتوسظ"', ""),
    ],
)  # fmt: skip
def test_a_word_that_no_story_holds_is_spelled_as_one_that_some_do(findable, typed, meant):
    findable(headline="قمح المتوسط القمح", body="<p>سفن sailor 1235.</p>")
    assert suggest(Query.read(typed)) == meant
    if meant:
        assert asked(meant).full == 1


def test_the_commoner_spelling_comes_first(findable):
    findable(headline="مباريات")
    for number in range(3):
        findable(headline=f"مباريان {number}")
    assert suggest(Query.read("مباريام")) == "مباريان"


def test_words_of_three_letters_are_left_alone(findable):
    findable(headline="قمح")
    assert suggest(Query.read("قمم")) == ""


def test_suggesting_costs_a_few_statements(findable, django_assert_max_num_queries):
    findable(headline="قمح المتوسط")
    with django_assert_max_num_queries(10):
        suggest(Query.read("قمحح المتوسّت سفنن شعيرر ذررة"))


def test_a_spelling_is_offered_as_stories_write_it(findable):
    findable(headline="وزارة الزِّراعة", body="<p>زراعة القمح.</p>")
    findable(headline="نخيل", tags=("السياحة",))
    assert suggest(Query.read("زراغة")) == "زراعة"
    assert suggest(Query.read("السيااحه")) == "السياحة"
    assert suggest(Query.read("الزراغه")) == "الزراعة"
