"""What begins as was typed: live headlines, topics and authors, in any spelling, and few."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Author
from articles.search.completing import completions
from tests.factories import make_author

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def lines(typed: str, kind: str = "story") -> list[str]:
    return [one.text for one in completions(typed) if one.kind == kind]


def test_a_headline_is_found_by_the_beginning_of_its_words(findable):
    findable(headline="أسعار القمح في المرفأ")
    findable(headline="مباراة الأحد")
    for typed in (
        "أس", "اسعا", "القم", "قمح", "المرفا", "أسعار ال", "أسعار الق", "اسعار القمح في المر",
        "أَسـعار قم", "للمرفأ", "بالقم", " أسعار  ", "أسعار القمح ",
    ):  # fmt: skip
        assert lines(typed) == ["أسعار القمح في المرفأ"], typed
    for typed in ("ا", "", "  ", "في", "؟؟", "عار", "أسعار مبا", "ف" * 61, "ـــ", "'", '"'):
        assert lines(typed) == [], typed


def test_the_newest_stories_stand_first_and_are_few(findable):
    for number in range(9):
        moment = timezone.now() - (10 - number) * HOUR
        findable(headline=f"القمح {number}", published=moment)
    assert lines("قمح") == [f"القمح {number}" for number in (8, 7, 6, 5, 4)]


def test_topics_and_authors_are_found_by_any_of_their_words(findable):
    findable(tags=("الأمن الغذائي",), authors=(make_author("أُسامة الرافعي"),))
    assert lines("الامن", "tag") == lines("غذا", "tag") == lines("أمن", "tag") == ["الأمن الغذائي"]
    assert lines("اسامه", "author") == lines("الراف", "author") == ["أُسامة الرافعي"]
    assert lines("راف", "author") == ["أُسامة الرافعي"]
    assert lines("فعي", "author") == []
    assert [one.url for one in completions("اسامه")] == [Author.objects.get().get_absolute_url()]


def test_a_name_that_changes_is_found_anew(findable):
    author = make_author("سلمى")
    findable(authors=(author,))
    author.name = "هُدى"
    author.save(update_fields=["name"])
    assert lines("هدي", "author") == ["هُدى"]
    assert lines("سلم", "author") == []


def test_nothing_that_readers_may_not_read_is_offered(findable):
    secret = {"tags": ("زمردة",), "authors": (make_author("زمردة السرّ"),)}
    hidden = [
        findable(headline="زمردة", published=timezone.now() + HOUR, **secret),
        findable(headline="زمردة", state="withdrawn", **secret),
        findable(headline="زمردة", withdraw_at=timezone.now() - HOUR / 2, **secret),
        findable(headline="زمردة", published=False, **secret),
    ]
    assert completions("زمر") == []
    Article.objects.filter(pk=hidden[0].pk).update(published_at=timezone.now() - HOUR)
    assert {one.kind for one in completions("زمر")} == {"story", "tag", "author"}


@pytest.mark.parametrize("typed", ["%", "__", "قم%", "\\", "قم'", 'قم"*', "قم* OR", "a" * 200,
                                   "\x00قم", "😀😀", "ﷺ", "-قمح", "NEAR(", "قم:*"])  # fmt: skip
def test_signs_of_the_database_mean_nothing(findable, typed):
    findable(headline="أخبار أخرى", tags=("حرب",), authors=(make_author("علي"),))
    assert completions(typed) == []


def test_naughty_strings_are_answered(findable, naughty_texts, reader):
    findable()
    for text in naughty_texts:
        completions(text)
        assert reader.get("/search/suggest/", {"q": text[:50]}).status_code == 200


def test_a_question_costs_few_statements(findable, django_assert_max_num_queries):
    for number in range(8):
        findable(headline=f"القمح {number}", tags=("القمح",), authors=(make_author("القمحي"),))
    with django_assert_max_num_queries(9) as queries:  # of them four are PostgreSQL's time limit
        assert len(completions("القمح")) == 8
    selects = [one for one in queries if one["sql"].startswith(('SELECT "', "WITH"))]
    assert len(selects) <= 4


def test_the_address_answers_as_the_script_expects(findable, reader):
    story = findable(headline="أسعار القمح", tags=("القمح",), authors=(make_author("قمحاوي"),))
    answer = reader.get("/search/suggest/", {"q": "قمح"})
    assert answer.json() == {
        "lines": [
            {"kind": "وسم", "text": "القمح", "url": story.tags.get().get_absolute_url()},
            {"kind": "كاتب", "text": "قمحاوي", "url": story.authors.get().get_absolute_url()},
            {"kind": "", "text": "أسعار القمح", "url": story.get_absolute_url()},
        ],
        "said": "3 اقتراحات",
    }
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["X-Robots-Tag"] == "noindex"
    again = reader.get("/search/suggest/", {"q": "قمح"}, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    assert reader.get("/search/suggest/").json() == {"lines": [], "said": "لا اقتراحات"}
    assert reader.post("/search/suggest/").status_code == 405
