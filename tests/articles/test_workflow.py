"""The desk's hands on a story: claims, hours by which it is wanted, notes, the lawyers."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import publishing
from articles.models import Article
from articles.publishing import NotReady
from tests.conftest import make_person
from tests.factories import make_article

pytestmark = pytest.mark.django_db
_NOW = timezone.now().replace(microsecond=0)


def hours(n: int) -> datetime:
    """Always the same moment in one run, whatever the second in which it is asked."""
    return _NOW + timedelta(hours=n)


@pytest.fixture
def submitted(reporter) -> Article:
    return publishing.submit(make_article(created_by=reporter), by=reporter)


def test_who_takes_it_up_has_it(submitted, editor):
    story = publishing.take_up(submitted, by=editor)
    assert (story.state, story.claimed_by) == ("in_review", editor)
    assert story.claimed_at is not None


def test_a_colleague_may_have_it_instead_and_let_it_go(submitted, editor):
    other = make_person("yusuf", "editor")
    publishing.take_up(submitted, by=editor)
    story = publishing.claim(submitted, by=other)
    assert (story.state, story.claimed_by) == ("in_review", other)
    story = publishing.let_go(story, by=other)
    assert (story.state, story.claimed_by, story.claimed_at) == ("in_review", None, None)


def test_a_reporter_claims_nothing_and_sets_no_hour(submitted, reporter):
    for act in (publishing.claim, publishing.let_go):
        with pytest.raises(PermissionDenied):
            act(submitted, by=reporter)
    with pytest.raises(PermissionDenied):
        publishing.set_due(submitted, hours(1), by=reporter)


def test_sent_back_it_says_why_and_is_nobodys_until_it_comes_again(submitted, editor, reporter):
    publishing.take_up(submitted, by=editor)
    publishing.set_due(submitted, hours(2), by=editor)
    story = publishing.send_back(submitted, by=editor, note="  أين رد الوزارة؟ ")
    assert (story.state, story.sent_back_note) == ("draft", "أين رد الوزارة؟")
    assert (story.claimed_by, story.due_at) == (None, None)
    assert publishing.submit(story, by=reporter).sent_back_note == ""


def test_published_it_is_nobodys(submitted, editor):
    publishing.take_up(submitted, by=editor)
    publishing.set_due(submitted, hours(2), by=editor)
    story = publishing.publish(submitted, by=editor)
    assert (story.claimed_by, story.due_at) == (None, None)


def test_while_the_lawyers_have_it_nothing_goes_out(submitted, editor, chief):
    publishing.hold(submitted, "قضية منظورة أمام المحكمة", by=editor)
    assert publishing.missing(submitted) == []  # as the row in hand says
    submitted.refresh_from_db()
    assert publishing.missing(submitted) == ["legal_hold"]
    for at in (None, hours(2)):
        with pytest.raises(NotReady, match="legal_hold"):
            publishing.publish(submitted, by=editor, at=at)
    with pytest.raises(PermissionDenied):
        publishing.lift_hold(submitted, by=editor)
    publishing.lift_hold(submitted, by=chief)
    assert publishing.publish(submitted, by=editor).state == "published"


def test_a_hold_needs_its_reason(submitted, editor):
    with pytest.raises(NotReady, match="hold_reason"):
        publishing.hold(submitted, "  ", by=editor)


def test_a_hold_takes_a_scheduled_story_off_its_hour(submitted, editor):
    publishing.publish(submitted, by=editor, at=hours(1))
    story = publishing.hold(submitted, "تحقّق من الصورة", by=editor)
    assert (story.state, story.published_at) == ("ready", None)
    assert not Article.objects.live(at=hours(2)).exists()


def test_a_hold_on_a_live_story_stops_its_changes_and_leaves_it_to_readers(
    submitted, editor, chief
):
    publishing.publish(submitted, by=editor)
    publishing.save_draft(submitted, {"kicker": "محاكم"}, by=editor)
    publishing.publish(submitted, by=editor, at=hours(1))
    publishing.hold(submitted, "اعتراض محامي الشركة", by=editor)
    assert Article.objects.live().filter(pk=submitted.pk).exists()
    assert publishing.tick(hours(2)) == 0
    with pytest.raises(NotReady, match="legal_hold"):
        publishing.correct(submitted, {"kicker": "قضاء"}, by=editor)
    publishing.lift_hold(submitted, by=chief)
    assert publishing.tick(hours(2)) == 1
    submitted.refresh_from_db()
    assert submitted.kicker == "محاكم"
