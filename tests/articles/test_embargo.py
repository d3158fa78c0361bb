"""An embargo: neither readers nor guests see a story before its hour, whoever presses what.

The cases follow Superdesk's scenarios (superdesk-core, features/embargo.feature) as far as our
newsroom has their like, with those that a public site adds.
"""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import events, publishing
from articles.models import Article
from articles.publishing import NotReady
from tests.factories import make_article

pytestmark = pytest.mark.django_db
_NOW = timezone.now().replace(microsecond=0)


def hours(n: int) -> datetime:
    """Always the same moment in one run, whatever the second in which it is asked."""
    return _NOW + timedelta(hours=n)


@pytest.fixture
def story(reporter) -> Article:
    return make_article(created_by=reporter)


def is_live(article: Article, at=None) -> bool:
    return Article.objects.live(at=at).filter(pk=article.pk).exists()


def test_an_hour_that_is_over_forbids_nothing_and_is_refused(story, editor):
    with pytest.raises(NotReady, match="embargo_past"):
        publishing.set_embargo(story, hours(-1), by=editor)


def test_a_draft_keeps_its_embargo_and_stays_a_draft(story, editor):
    story = publishing.set_embargo(story, hours(5), by=editor)
    assert (story.state, story.published_at) == ("draft", None)
    assert story.embargo_until == hours(5)


def test_published_without_an_hour_it_waits_for_the_embargo(story, editor):
    publishing.set_embargo(story, hours(5), by=editor)
    story = publishing.publish(story, by=editor)
    assert story.published_at == hours(5)
    assert not is_live(story)
    assert not is_live(story, at=hours(5) - timedelta(seconds=1))
    assert is_live(story, at=hours(5))


def test_an_hour_before_the_embargo_is_refused_and_the_text_kept(story, editor):
    publishing.set_embargo(story, hours(5), by=editor)
    publishing.save_draft(story, {"headline": "أرقام النمو"}, by=editor)
    with pytest.raises(NotReady, match="embargo"):
        publishing.publish(story, by=editor, at=hours(4))
    story.refresh_from_db()
    assert (story.state, story.headline) == ("draft", "أرقام النمو")


def test_an_hour_that_the_working_copy_names_is_no_way_round(story, editor):
    publishing.set_embargo(story, hours(5), by=editor)
    publishing.save_draft(story, {"publish_at": hours(1).isoformat()}, by=editor)
    with pytest.raises(NotReady, match="embargo"):
        publishing.publish(story, by=editor)
    assert not is_live(story, at=hours(2))


def test_an_hour_after_the_embargo_counts(story, editor):
    publishing.set_embargo(story, hours(5), by=editor)
    assert publishing.publish(story, by=editor, at=hours(7)).published_at == hours(7)


def test_a_scheduled_story_is_put_off_by_an_embargo_that_comes_later(story, editor):
    publishing.publish(story, by=editor, at=hours(2))
    story = publishing.set_embargo(story, hours(5), by=editor)
    assert (story.published_at, story.first_published_at) == (hours(5), hours(5))
    assert not is_live(story, at=hours(3))


def test_a_scheduled_story_keeps_an_hour_that_is_late_enough(story, editor):
    publishing.publish(story, by=editor, at=hours(9))
    assert publishing.set_embargo(story, hours(5), by=editor).published_at == hours(9)


def test_an_embargo_beyond_the_hour_of_withdrawal_is_refused(story, chief):
    publishing.publish(story, by=chief, at=hours(2))
    publishing.withdraw_on(story, hours(4), by=chief)
    with pytest.raises(NotReady, match="withdraw_at"):
        publishing.set_embargo(story, hours(5), by=chief)


def test_what_readers_have_cannot_be_forbidden_any_more(story, chief):
    publishing.publish(story, by=chief)
    with pytest.raises(NotReady, match="embargo_public"):
        publishing.set_embargo(story, hours(5), by=chief)
    publishing.withdraw(story, by=chief)
    with pytest.raises(NotReady, match="embargo_public"):
        publishing.set_embargo(story, hours(5), by=chief)


def test_a_reporter_forbids_and_prolongs_and_never_allows(story, reporter):
    publishing.set_embargo(story, hours(5), by=reporter)
    story = publishing.set_embargo(story, hours(6), by=reporter)
    for earlier in (hours(2), None):
        with pytest.raises(PermissionDenied):
            publishing.set_embargo(story, earlier, by=reporter)
    story.refresh_from_db()
    assert story.embargo_until == hours(6)


def test_a_reporter_of_another_story_sets_none(story, reporter, editor):
    foreign = make_article(created_by=editor)
    with pytest.raises(PermissionDenied):
        publishing.set_embargo(foreign, hours(5), by=reporter)


def test_lifting_it_publishes_nothing(story, editor):
    publishing.set_embargo(story, hours(5), by=editor)
    publishing.publish(story, by=editor)
    story = publishing.set_embargo(story, None, by=editor)
    assert story.published_at == hours(5)
    assert not is_live(story)


def test_lifted_it_may_go_out_at_once(story, editor):
    publishing.set_embargo(story, hours(5), by=editor)
    publishing.set_embargo(story, None, by=editor)
    publishing.publish(story, by=editor)
    assert is_live(story)


def test_taken_off_the_schedule_it_keeps_its_embargo(story, chief):
    publishing.set_embargo(story, hours(5), by=chief)
    publishing.publish(story, by=chief)
    story = publishing.withdraw(story, by=chief)
    assert (story.state, story.published_at, story.embargo_until) == ("ready", None, hours(5))


def test_a_correction_and_a_second_publication_open_nothing(story, editor):
    publishing.set_embargo(story, hours(5), by=editor)
    publishing.publish(story, by=editor)
    publishing.correct(story, {"headline": "نمو بنسبة 3.2%"}, by=editor)
    publishing.save_draft(story, {"standfirst": "ملخّص جديد"}, by=editor)
    story = publishing.publish(story, by=editor)
    assert (story.headline, story.standfirst) == ("نمو بنسبة 3.2%", "ملخّص جديد")
    assert story.published_at == hours(5)
    assert not is_live(story, at=hours(5) - timedelta(seconds=1))


def test_the_database_refuses_an_earlier_hour_too(story, editor):
    publishing.set_embargo(story, hours(5), by=editor)
    publishing.publish(story, by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=story.pk).update(published_at=hours(1))


@pytest.mark.django_db(transaction=True)
def test_the_world_is_told_at_the_hour_once(story, editor):
    told: list[tuple[str, int]] = []

    def out(article, **kwargs):
        told.append(("published", article.pk))

    def planned(article, **kwargs):
        told.append(("scheduled", article.pk))

    events.article_published.connect(out)
    events.article_scheduled.connect(planned)
    publishing.set_embargo(story, hours(5), by=editor)
    publishing.publish(story, by=editor)
    assert publishing.tick(hours(5) - timedelta(seconds=1)) == 0
    assert told == [("scheduled", story.pk)]
    assert publishing.tick(hours(5)) == 1
    assert publishing.tick(hours(6)) == 0
    assert told == [("scheduled", story.pk), ("published", story.pk)]
