"""Live is a question to the clock, asked in one place."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db

NOON = datetime(2025, 12, 4, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize("state", [s for s in Article.State if s != "published"])
def test_only_a_published_story_is_live(state):
    make_article(published=NOON, state=state)
    assert not Article.objects.live().exists()


def test_an_embargo_ends_at_its_second():
    story = make_article(published=NOON)
    assert not Article.objects.live(at=NOON - SECOND).exists()
    assert Article.objects.live(at=NOON).get() == story


def test_a_story_with_an_end_leaves_at_its_second_and_says_so_afterwards():
    story = make_article(published=NOON, withdraw_at=NOON + timedelta(hours=1))
    last = NOON + timedelta(hours=1)
    assert Article.objects.live(at=last - SECOND).get() == story
    assert not Article.objects.withdrawn(at=last - SECOND).exists()
    assert not Article.objects.live(at=last).exists()
    assert Article.objects.withdrawn(at=last).get() == story


def test_without_a_moment_the_clock_of_the_database_decides():
    now = timezone.now()
    past = make_article(published=now - timedelta(minutes=1))
    make_article(published=now + timedelta(minutes=1))
    make_article(published=now - timedelta(hours=2), withdraw_at=now - timedelta(minutes=1))
    ending = make_article(
        published=now - timedelta(hours=2), withdraw_at=now + timedelta(minutes=1)
    )
    assert set(Article.objects.live()) == {past, ending}


def test_what_is_published_this_second_is_live_this_second():
    make_article(published=timezone.now().replace(microsecond=0))
    assert Article.objects.live().exists()


def test_many_stories_share_a_second_and_each_is_met_once_on_the_way():
    section = make_category()
    moments = [NOON, NOON, NOON, NOON - SECOND, NOON - SECOND, NOON + SECOND, NOON]
    stories = {make_article(published=moment, category=section) for moment in moments}
    make_article(published=NOON, category=make_category())
    make_article(published=NOON, category=section, state="withdrawn")

    live = Article.objects.live()
    walk = [live.in_category(section).newest_first().first()]
    while older := live.before(walk[-1]).first():
        walk.append(older)
    assert len(walk) == len(stories)
    assert set(walk) == stories

    back = [walk[-1]]
    while newer := live.after(back[-1]).first():
        back.append(newer)
    assert back == walk[::-1]


def test_the_newest_list_is_in_one_order_whatever_the_second():
    stories = [make_article(published=NOON) for _ in range(5)]
    later = make_article(published=NOON + SECOND)
    assert list(Article.objects.newest_first()) == [later, *reversed(stories)]


def test_a_section_shows_its_parts_and_a_part_itself_alone():
    economy = make_category("اقتصاد")
    energy = make_category("طاقة", parent=economy)
    sport = make_category("رياضة")
    own, below, other = (make_article(category=c, published=NOON) for c in (economy, energy, sport))
    assert set(Article.objects.in_category(economy)) == {own, below}
    assert set(Article.objects.in_category(energy)) == {below}
    assert set(Article.objects.in_category(sport)) == {other}


def test_the_newest_of_each_section_come_in_one_query(django_assert_num_queries):
    sections = [make_category(f"قسم {number}") for number in range(4)]
    for section in sections[:3]:
        for minute in range(3):
            make_article(category=section, published=NOON + timedelta(minutes=minute))
    make_article(category=sections[0], published=NOON + timedelta(days=1), state="withdrawn")
    groups = [[sections[0].pk], [sections[1].pk, sections[2].pk], [sections[3].pk]]
    with django_assert_num_queries(1):
        found = Article.objects.live(at=NOON + timedelta(days=2)).newest_of_each(groups, 2)
    shown = [[pk for pk, place in found.items() if place == group] for group in range(3)]
    assert [len(pks) for pks in shown] == [2, 2, 0]
    first = Article.objects.filter(pk__in=shown[0])
    assert {story.published_at.minute for story in first} == {1, 2}
    assert {story.published_at.minute for story in Article.objects.filter(pk__in=shown[1])} == {2}


def test_no_sections_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Article.objects.live().newest_of_each([], 4) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"published_at": None},
        {"first_published_at": None},
        {"state": "nowhere"},
        {"state": ""},
        {"withdraw_at": NOON},
        {"withdraw_at": NOON - SECOND},
        {"reading_minutes": 0},
    ],
    ids=str,
)
def test_the_database_itself_refuses(wrong):
    story = make_article(published=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=story.pk).update(**wrong)


def test_two_stories_never_share_a_code_or_a_source():
    first = make_article(source_id="BB-1")
    second = make_article(source_id="BB-2")
    for shared in ({"code": first.code}, {"source_id": "BB-1"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Article.objects.filter(pk=second.pk).update(**shared)


def test_a_code_tells_nothing_of_the_next():
    codes = {make_article().code for _ in range(20)}
    assert len(codes) == 20
    assert all(len(code) == 8 and code.isascii() and code.isalnum() for code in codes)
    assert len({code[:3] for code in codes}) > 10
