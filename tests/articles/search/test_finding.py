"""What readers find, and in which order."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Tag
from articles.search import finding, names
from articles.search.conditions import TooSlow
from articles.search.engine import engine
from articles.search.filters import Filters
from articles.search.finding import find
from articles.search.hits import live_hits
from articles.search.query import MOST_TERMS, Query
from articles.search.vocabulary import Vocabulary
from tests.articles.search.answers import asked, headlines
from tests.factories import make_author, make_category

NOW = timezone.now().replace(microsecond=0)


@pytest.mark.parametrize(
    "typed",
    [
        "أسعار القمح", "اسعار القمح", "أسعارُ القمحِ", "أســعار القمــح", "اسعار قمح", "سعر القمح",
        "بأسعار والقمح", "السعر للقمح", "أسعارها وقمحنا", "  القمح ،أسعار؟ ", "«أسعار القمح»",
        '"أسعار القمح"', "ﺃﺳﻌﺎﺭ القمح",
    ],
)  # fmt: skip
def test_a_story_is_found_however_its_words_are_typed(findable, typed):
    findable(headline="أسعار القمح ترتفع في الموانئ")
    findable(headline="الدوري ينطلق غدًا")
    assert headlines(typed) == ["أسعار القمح ترتفع في الموانئ"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "زلزال بحري"), ("kicker", "زلزال بحري"), ("standfirst", "زلزال بحري"),
        ("body", "<p>وقع زلزال بحري أمس.</p>"), ("tags", ("زلزال بحري",)),
    ],
)  # fmt: skip
def test_every_field_that_readers_see_is_searched(findable, field, value):
    story = findable(**{"headline": "خبر", field: value})
    assert headlines("الزلزال البحري") == [story.headline]


def test_a_story_is_found_by_who_signed_it_and_by_its_section(findable):
    findable(headline="رأي أول", authors=(make_author("سلمى الحداد"),))
    findable(headline="خبر ثانٍ", category=make_category("ملاعب العالم"))
    assert headlines("سلمى الحداد") == ["رأي أول"]
    assert headlines("ملاعب العالم") == ["خبر ثانٍ"]


def test_the_headline_counts_more_than_the_body_and_the_word_more_than_its_forms(findable):
    findable(headline="خبر أول", body="<p>القمح والقمح والقمح في كل مكان.</p>")
    findable(headline="قمحنا في الصوامع")
    findable(headline="القمح في الصوامع")
    assert headlines("القمح") == ["القمح في الصوامع", "قمحنا في الصوامع", "خبر أول"]


def test_a_rare_word_tells_more_than_a_common_one(findable):
    for number in range(12):
        findable(headline=f"الوزير يفتتح معرضًا {number}")
    findable(headline="الوزير يزور صومعة")
    findable(headline="صومعة جديدة")
    assert headlines("الوزير صومعة")[:2] == ["الوزير يزور صومعة", "صومعة جديدة"]


def test_of_equal_stories_the_newer_one_comes_first(findable):
    findable(headline="القمح يرتفع", published=NOW - timedelta(days=90))
    findable(headline="القمح يرتفع اليوم", published=NOW - timedelta(hours=1))
    findable(headline="القمح يرتفع أمس", published=NOW - timedelta(days=30))
    assert headlines("القمح") == ["القمح يرتفع اليوم", "القمح يرتفع أمس", "القمح يرتفع"]


def test_the_newest_first_if_the_reader_wants(findable):
    findable(headline="القمح القمح القمح", published=NOW - timedelta(days=9))
    findable(headline="خبر", body="<p>عن القمح.</p>", published=NOW - timedelta(days=1))
    assert headlines("القمح")[0] == "القمح القمح القمح"
    assert headlines("القمح", newest_first=True) == ["خبر", "القمح القمح القمح"]


def test_all_words_first_then_some_of_them(findable):
    findable(headline="القمح في المتوسط")
    findable(headline="القمح في الخليج")
    findable(headline="السفن في المتوسط")
    findable(headline="الدوري ينطلق")
    found = asked("القمح المتوسط")
    assert headlines("القمح المتوسط")[0] == "القمح في المتوسط"
    assert (found.full, found.total, found.is_widened) == (1, 3, True)


def test_ten_full_answers_leave_partial_ones_out(findable):
    for number in range(10):
        findable(headline=f"القمح في المتوسط {number}")
    findable(headline="القمح في الخليج")
    found = asked("القمح المتوسط")
    assert (found.full, found.total, found.is_widened) == (10, 10, False)


def test_small_words_are_not_required(findable):
    findable(headline="انتخابات تونس")
    assert asked("ما هي الانتخابات التي في تونس؟").full == 1
    assert asked("من").total == 0


def test_a_quoted_phrase_is_found_as_typed_and_in_its_order_alone(findable):
    findable(headline="مجلس الأمن يجتمع")
    findable(headline="الأمن في مجلس القرية")
    findable(headline="مجالس الأمن")
    findable(headline="خبر عن المجلس", body="<p>قال مجلس</p><p>الأمن بخير.</p>")
    assert headlines('"مجلس الأمن"') == ["مجلس الأمن يجتمع"]
    assert headlines("«مجلس الامن» يجتمع") == ["مجلس الأمن يجتمع"]
    assert headlines('"الأمن مجلس"') == []


def test_a_phrase_is_never_widened(findable):
    findable(headline="مجلس الأمن يجتمع")
    findable(headline="القمح في المتوسط")
    found = asked('"القمح في الخليج" المتوسط')
    assert found.total == 0


def test_an_open_quote_is_no_operator(findable):
    findable(headline="القمح في المتوسط")
    assert headlines('"القمح') == headlines('القمح"') == ["القمح في المتوسط"]


def test_words_of_one_story_in_latin_letters_and_digits(findable):
    findable(headline="طائرة F-16 تسقط عام ٢٠١٨", body="<p>وكتبت iPhone أيضًا.</p>")
    for typed in ("f16", "F-16", "2018", "٢٠١٨", "iphone", "IPHONE"):
        assert bool(headlines(typed)) is (typed != "f16"), typed


# Narrowing


def test_a_section_with_its_parts_and_how_many_each_holds(findable):
    sport, economy = make_category("رياضة"), make_category("اقتصاد")
    tennis = make_category("تنس", parent=sport)
    findable(headline="القمح أولًا", category=economy)
    findable(headline="القمح ثانيًا", category=economy)
    findable(headline="القمح في الملاعب", category=sport)
    findable(headline="القمح في التنس", category=tennis)
    found = asked("القمح")
    assert dict(found.sections) == {economy.pk: 2, sport.pk: 2}
    assert set(headlines("القمح", Filters(category=sport))) == {
        "القمح في الملاعب",
        "القمح في التنس",
    }
    assert headlines("القمح", Filters(category=tennis)) == ["القمح في التنس"]
    narrowed = asked("القمح", Filters(category=economy))
    assert (narrowed.total, dict(narrowed.sections)) == (2, {economy.pk: 2, sport.pk: 2})


def test_a_topic_an_author_and_days(findable):
    author = make_author("سلمى الحداد")
    day = timezone.make_aware(timezone.datetime(2025, 12, 4, 23, 30))
    findable(headline="القمح بقلمها", authors=(author,), tags=("صوامع",), published=day)
    findable(headline="القمح بلا توقيع")
    for filters in (
        Filters(author=author),
        Filters(tag=Tag.objects.get()),
        Filters(since=date(2025, 12, 4), until=date(2025, 12, 4)),
        Filters(until=date(2025, 12, 31)),
    ):
        assert headlines("القمح", filters) == ["القمح بقلمها"]
    assert headlines("القمح", Filters(until=date(2025, 12, 3))) == []


# Counting


def test_counts_are_exact_up_to_a_limit_and_then_say_so(findable, monkeypatch):
    monkeypatch.setattr(finding, "MOST_COUNTED", 4)
    for number in range(4):
        findable(headline=f"القمح {number}")
    assert (asked("القمح").total, asked("القمح").is_more) == (4, False)
    findable(headline="القمح مرة أخرى")
    found = asked("القمح")
    assert (found.total, found.is_more, len(found.ranked)) == (4, True, 4)
    assert {held for _, held in found.sections} == {None}


def test_of_too_many_stories_those_that_say_it_in_the_headline_are_ranked(findable, monkeypatch):
    monkeypatch.setattr(finding, "MOST_RANKED", 6)
    findable(headline="القمح في الصوامع", published=NOW - timedelta(days=900))
    for number in range(9):
        findable(headline=f"خبر {number}", body="<p>ورد فيه القمح.</p>")
    assert headlines("القمح")[0] == "القمح في الصوامع"


# Limits


@pytest.mark.parametrize(
    "typed",
    ["", " ", "؟", "…، — !", "\x00", "\u200f\u202e", "\u064b" * 10_000, '""', "«»", "م", "*", "a"],
)
def test_nothing_to_look_for_finds_nothing(findable, typed):
    findable(headline="م")
    assert asked(typed).total == 0


@pytest.mark.parametrize(
    "typed",
    [
        "القمح AND NOT القمح", "القمح*", "headline:القمح", "terms : القمح", "^القمح",
        "(القمح", "القمح)", "NEAR(القمح ميناء)", "القمح & !ميناء", "القمح | ميناء", "القمح:*A",
        "'القمح'", "القمح\\", "القمح\x00", "القمح;--", "%القمح_", "القمح <-> ميناء", "{القمح}",
        "القمح" + "\u064b" * 5_000,
    ],
)  # fmt: skip
def test_no_sign_is_an_operator(findable, typed):
    findable(headline="القمح في ميناء")
    assert headlines(typed) == ["القمح في ميناء"]


def test_a_long_question_is_read_as_far_as_it_may_be():
    query = Query.read("قمح " * 300)
    assert query.is_too_long
    assert len(query.words) == 1
    query = Query.read(" ".join(f"كلمة{number}" for number in "ابتثجحخدذرزسش"))
    assert (len(query.words), query.is_cut, query.is_too_long) == (MOST_TERMS, True, False)
    query = Query.read("من في إلى على عن هو هي ما لم لن إن أن القمح المتوسط")
    assert [word.folded for word in query.words] == ["القمح", "المتوسط"]
    assert not query.is_cut


def test_a_database_that_takes_too_long_is_stopped(findable, monkeypatch):
    for number in range(30):
        findable(headline=f"القمح {number}")
    monkeypatch.setattr(finding, "DATABASE_MILLISECONDS", 1)
    monkeypatch.setattr("articles.search.sqlite._STEPS", 1)
    monkeypatch.setattr(finding, "live_hits", slow)
    with pytest.raises(TooSlow):
        asked("القمح")
    monkeypatch.undo()
    assert asked("القمح").total == 30


def slow(*args, **options):
    """A statement that would go on for minutes."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000000)"
            " SELECT count(*) FROM n"
        )


def test_the_limit_of_one_search_is_not_that_of_the_next_statement(findable):
    from django.db import connection

    findable(headline="القمح")
    asked("القمح")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SHOW statement_timeout")
            assert cursor.fetchone() == ("0",)
            cursor.execute("SHOW enable_seqscan")
            assert cursor.fetchone() == ("on",)


def test_a_search_costs_the_same_statements_for_three_stories_as_for_thirty(
    findable, django_assert_max_num_queries
):
    for number in range(3):
        findable(headline=f"القمح {number}")
    with django_assert_max_num_queries(8) as few:
        asked("القمح المتوسط")
    for number in range(27):
        findable(headline=f"القمح {number}")
    with django_assert_max_num_queries(8) as many:
        asked("القمح المتوسط")
    assert len(few) == len(many)


def test_beyond_the_count_sections_are_named_without_a_number(findable, monkeypatch):
    monkeypatch.setattr(finding, "MOST_COUNTED", 4)
    economy, world = make_category("اقتصاد"), make_category("عالم")
    for number in range(6):
        findable(headline=f"القمح {number}", category=world if number < 2 else economy)
    assert asked("القمح").sections == ((economy.pk, None), (world.pk, None))


def test_partial_answers_too_are_the_newest_first_if_the_reader_wants(findable):
    now = timezone.now()
    for days in (300, 2, 40, 500, 1, 90):
        word = "القمح" if days > 60 else "المتوسط"
        findable(headline=f"{word} قبل {days}", published=now - timedelta(days=days))
    found = find(Query.read("القمح المتوسط"), newest_first=True)
    ids = [one.article_id for one in found.ranked]
    moments = [Article.objects.get(pk=pk).published_at for pk in ids]
    assert (found.full, len(moments)) == (0, 6)
    assert moments == sorted(moments, reverse=True)


def five_naps() -> None:
    from django.db import connection

    with engine().within(60), connection.cursor() as cursor:
        for _ in range(5):
            cursor.execute("SELECT pg_sleep(0.03)")


@pytest.mark.django_db
def test_the_statements_of_one_question_share_its_time():
    from django.db import connection

    if connection.vendor != "postgresql":
        pytest.skip("SQLite counts the time of all statements together by itself")
    with pytest.raises(TooSlow):
        five_naps()
    with connection.cursor() as cursor:  # and what follows is free of it
        cursor.execute("SELECT pg_sleep(0.08)")


@pytest.mark.parametrize("most", [1, 3, 10, 500])
def test_the_newest_of_many_are_the_same_by_either_way(findable, most):
    """Few of many are walked to by the dates, all of few are looked up one by one."""
    stories = [
        findable(headline=f"المرفأ {number}", published=NOW - timedelta(hours=number))
        for number in range(30)
    ]
    Article.objects.filter(pk=stories[0].pk).update(state="withdrawn")
    query = names.read("المرفأ")
    condition = query.full(Vocabulary.of(query.words).knows)
    assert condition
    got = [hit.article_id for hit in live_hits(condition, Filters(), most=most)]
    assert got == [story.pk for story in stories[1 : most + 1]]
