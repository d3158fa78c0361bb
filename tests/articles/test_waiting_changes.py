"""Changes of a live story that wait for their hour, beside urgent corrections and a rewrite."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import RestrictedError
from django.utils import timezone

from articles import publishing, revisions
from articles.merging.contents import Side
from articles.models import Article
from articles.publishing import Collides, NotReady
from tests.factories import make_article

pytestmark = pytest.mark.django_db
_NOW = timezone.now().replace(microsecond=0)
BODY = "<p>الفقرة الأولى كما هي.</p><p>الفقرة الثانية كما هي.</p><p>الفقرة الثالثة كما هي.</p>"


def hours(n: int) -> datetime:
    """Always the same moment in one run, whatever the second in which it is asked."""
    return _NOW + timedelta(hours=n)


@pytest.fixture
def live(editor) -> Article:
    return publishing.publish(make_article(headline="عودة القطار", body=BODY), by=editor)


@pytest.fixture
def waiting(live, editor) -> Article:
    """A live story with another headline and third paragraph for 18:00."""
    changed = {
        "headline": "عودة القطار غدًا",
        "body": BODY.replace("الثالثة كما هي", "الثالثة بعد غد"),
    }
    publishing.save_draft(live, changed | {"told": "update"}, by=editor)
    return publishing.publish(live, by=editor, at=hours(3))


def test_readers_keep_the_live_text_until_the_hour(waiting):
    waiting.refresh_from_db()
    assert (waiting.headline, waiting.state) == ("عودة القطار", "published")
    assert Article.objects.live().get() == waiting
    assert publishing.tick(hours(3) - timedelta(seconds=1)) == 0
    assert publishing.tick(hours(3)) == 1
    waiting.refresh_from_db()
    assert waiting.headline == "عودة القطار غدًا"
    assert "الثالثة بعد غد" in waiting.body
    assert waiting.updated_at == hours(3)
    assert waiting.published_at < timezone.now()
    assert (waiting.scheduled_revision, waiting.scheduled_for) == (None, None)
    assert publishing.tick(hours(4)) == 0


def test_an_urgent_correction_is_not_undone_at_the_hour(waiting, editor):
    corrected = BODY.replace("الأولى كما هي", "الأولى مصوّبة")
    publishing.correct(waiting, {"body": corrected}, by=editor)
    waiting.refresh_from_db()
    assert ("مصوّبة" in waiting.body, "بعد غد" in waiting.body) == (True, False)
    publishing.tick(hours(3))
    waiting.refresh_from_db()
    assert ("مصوّبة" in waiting.body, "بعد غد" in waiting.body) == (True, True)


def test_a_correction_of_the_same_words_asks_and_changes_nothing(waiting, editor):
    with pytest.raises(Collides) as refusal:
        publishing.correct(waiting, {"headline": "عاد القطار"}, by=editor)
    waiting.refresh_from_db()
    assert waiting.headline == "عودة القطار"
    (conflict,) = refusal.value.conflicts
    publishing.correct(
        waiting, {"headline": "عاد القطار"}, by=editor, choices={conflict.key: Side.THEIRS}
    )
    waiting.refresh_from_db()
    assert waiting.headline == "عاد القطار"
    publishing.tick(hours(3))
    waiting.refresh_from_db()
    assert waiting.headline == "عودة القطار غدًا"


def test_correction_rewrite_and_waiting_changes_all_survive(waiting, editor):
    rewrite = BODY.replace("الثانية كما هي", "الثانية معاد صوغها")
    publishing.save_draft(waiting, {"body": rewrite}, by=editor)
    publishing.correct(waiting, {"body": BODY.replace("الأولى كما", "الأولى ليست كما")}, by=editor)
    publishing.tick(hours(3))
    story = publishing.publish(waiting, by=editor)
    story.refresh_from_db()
    for words in ("الأولى ليست كما", "الثانية معاد صوغها", "الثالثة بعد غد"):
        assert words in story.body


def test_a_rewrite_begun_meanwhile_starts_from_what_readers_see(waiting, editor):
    assert revisions.working_copy(waiting).content["headline"] == "عودة القطار"


def test_publishing_the_rewrite_at_once_brings_none_of_the_waiting_words(waiting, editor):
    publishing.save_draft(waiting, {"standfirst": "ملخّص عاجل"}, by=editor)
    story = publishing.publish(waiting, by=editor)
    assert (story.headline, story.standfirst) == ("عودة القطار", "ملخّص عاجل")
    publishing.tick(hours(3))
    story.refresh_from_db()
    assert (story.headline, story.standfirst) == ("عودة القطار غدًا", "ملخّص عاجل")


def test_a_rewrite_keeps_its_own_words_where_the_hour_brings_others(waiting, editor):
    publishing.save_draft(waiting, {"headline": "القطار: قصة عودة"}, by=editor)
    publishing.tick(hours(3))
    waiting.refresh_from_db()
    assert waiting.headline == "عودة القطار غدًا"
    copy = revisions.waiting_copy(waiting)
    assert copy.content["headline"] == "القطار: قصة عودة"
    assert "الثالثة بعد غد" in copy.content["body"]


def test_another_hour_takes_the_place_of_the_first(waiting, editor):
    first = waiting.scheduled_revision
    publishing.save_draft(waiting, {"kicker": "نقل"}, by=editor)
    story = publishing.publish(waiting, by=editor, at=hours(5))
    assert story.scheduled_revision != first
    assert first.article.revisions.filter(pk=first.pk).exists()
    assert publishing.tick(hours(3)) == 0


def test_taken_back_they_are_the_working_copy_again(waiting, editor, reporter):
    with pytest.raises(PermissionDenied):
        publishing.unschedule(waiting, by=reporter)
    story = publishing.unschedule(waiting, by=editor)
    assert story.scheduled_for is None
    assert revisions.waiting_copy(story).content["headline"] == "عودة القطار غدًا"
    assert publishing.tick(hours(4)) == 0
    with pytest.raises(NotReady, match="not_scheduled"):
        publishing.unschedule(story, by=editor)


def test_they_are_not_taken_back_over_a_rewrite(waiting, editor):
    publishing.save_draft(waiting, {"kicker": "نقل"}, by=editor)
    with pytest.raises(NotReady, match="working_copy"):
        publishing.unschedule(waiting, by=editor)


def test_withdrawn_nothing_waits_and_nothing_is_lost(waiting, chief):
    copy = waiting.scheduled_revision
    story = publishing.withdraw(waiting, by=chief)
    assert (story.scheduled_revision, story.scheduled_for) == (None, None)
    assert story.revisions.filter(pk=copy.pk).exists()
    assert publishing.tick(hours(4)) == 0


def test_the_database_keeps_the_copy_that_waits(waiting):
    with pytest.raises(RestrictedError):
        waiting.scheduled_revision.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=waiting.pk).update(scheduled_for=None)


def test_a_withdrawn_story_is_not_brought_back_at_an_hour_to_come(live, chief):
    publishing.withdraw(live, by=chief)
    with pytest.raises(NotReady, match="publish_at"):
        publishing.publish(live, by=chief, at=hours(2))
