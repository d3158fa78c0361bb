"""One tab of one person edits a story; it changes hands openly, and never by itself while alive."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import leases, publishing
from articles.leases import Held, Overtaken
from articles.models import Article, EditLease
from tests.factories import make_article

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def seconds(count: int):
    return NOW + timedelta(seconds=count)


@pytest.fixture
def story() -> Article:
    return make_article()


def test_the_first_tab_has_it_and_the_second_is_told_who(story, editor, chief):
    lease = leases.ask(story, by=editor, tab="أ", at=NOW)
    assert (lease.holder, lease.fence) == (editor, 1)
    with pytest.raises(Held) as refusal:
        leases.ask(story, by=chief, tab="ب", at=seconds(59))
    assert refusal.value.lease.holder == editor
    assert leases.of(story).fence == 1


def test_asking_again_from_the_same_tab_is_a_beat(story, editor):
    leases.ask(story, by=editor, tab="أ", at=NOW)
    assert leases.ask(story, by=editor, tab="أ", at=seconds(50)).fence == 1
    assert leases.is_held(leases.of(story), at=seconds(109))
    assert not leases.is_held(leases.of(story), at=seconds(110))


def test_a_tab_that_does_not_beat_for_a_minute_loses_it_without_a_question(story, editor, chief):
    leases.ask(story, by=editor, tab="أ", at=NOW)
    leases.beat(story, by=editor, tab="أ", fence=1, at=seconds(15))
    with pytest.raises(Held):
        leases.ask(story, by=chief, tab="ب", at=seconds(74))
    assert leases.ask(story, by=chief, tab="ب", at=seconds(75)).fence == 2
    with pytest.raises(Overtaken):
        leases.beat(story, by=editor, tab="أ", fence=1, at=seconds(76))


def test_a_tab_that_slept_goes_on_where_nobody_came(story, editor):
    leases.ask(story, by=editor, tab="أ", at=NOW)
    assert leases.beat(story, by=editor, tab="أ", fence=1, at=seconds(3_600)).fence == 1


def test_the_second_tab_of_the_same_person_gets_it_by_pressing_alone(story, editor):
    leases.ask(story, by=editor, tab="أ", at=NOW)
    with pytest.raises(Held):
        leases.ask(story, by=editor, tab="ب", at=seconds(1))
    assert leases.take_over(story, by=editor, tab="ب", at=seconds(2)).fence == 2
    with pytest.raises(Overtaken):
        leases.beat(story, by=editor, tab="أ", fence=1, at=seconds(3))


def test_a_page_that_is_loaded_again_takes_over_from_itself(story, editor, chief):
    leases.ask(story, by=editor, tab="أ", at=NOW)
    with pytest.raises(Held):  # a name that was seen somewhere helps nobody else
        leases.ask(story, by=chief, tab="ج", heir_of="أ", at=seconds(1))
    assert leases.ask(story, by=editor, tab="ب", heir_of="أ", at=seconds(1)).fence == 2


def test_a_story_that_was_let_go_is_free_and_its_last_words_may_still_arrive(story, editor, chief):
    leases.ask(story, by=editor, tab="أ", at=NOW)
    leases.let_go(story, by=editor, tab="أ", fence=1)
    publishing.save_draft(story, {"headline": "آخر كلمة"}, by=editor, fence=1)
    assert leases.ask(story, by=chief, tab="ب", at=seconds(1)).fence == 2
    leases.let_go(story, by=editor, tab="أ", fence=1)  # late news of a closed page
    assert leases.of(story).holder == chief


def test_the_holder_sees_who_asks_until_it_changes_hands(story, editor, chief):
    leases.ask(story, by=editor, tab="أ", at=NOW)
    leases.ask_for(story, by=chief)
    beaten = leases.beat(story, by=editor, tab="أ", fence=1, typed=True, at=seconds(5))
    assert beaten.asked_by == chief
    assert beaten.last_typed_at == seconds(5)
    leases.let_go(story, by=editor, tab="أ", fence=1)
    assert leases.ask(story, by=chief, tab="ب", at=seconds(6)).asked_by is None


def test_a_number_is_never_given_twice(story, editor, chief):
    given = []
    for turn in range(6):
        person = (editor, chief)[turn % 2]
        lease = leases.take_over(story, by=person, tab=f"{turn}")
        given.append(lease.fence)
        if turn % 3 == 0:
            leases.let_go(story, by=person, tab=f"{turn}", fence=lease.fence)
    chief.delete()
    given.append(leases.ask(story, by=editor, tab="ي").fence)
    assert given == [1, 2, 3, 4, 5, 6, 7]
    assert EditLease.objects.count() == 1


def test_the_window_of_a_reporter_who_handed_it_in_keeps_nobody(reporter, editor):
    story = make_article(created_by=reporter)
    leases.ask(story, by=reporter, tab="a")
    publishing.submit(story, by=reporter)
    assert not leases.is_held(leases.of(story))
    assert leases.ask(story, by=editor, tab="b").holder == editor
