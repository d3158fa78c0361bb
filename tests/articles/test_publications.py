"""«What did readers see at 14:03?» is answered to the second, whatever happened since."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import RestrictedError
from django.utils import timezone

from articles import publications, publishing
from articles.loading import Loader
from articles.models import Article, Publication
from tests.factories import BODY, make_article, make_category

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock(monkeypatch):
    """The newsroom's clock in our hand: what the verbs ask, as at the desk hour by hour."""

    class Clock:
        now = timezone.now().replace(microsecond=250_000) + timedelta(days=1)

        def goes_on(self, **time):
            self.now += timedelta(**time)
            return self.now

    hands = Clock()
    monkeypatch.setattr(timezone, "now", lambda: hands.now)
    return hands


def published(by, **options) -> Article:
    content = {"headline": "الأول", "body": BODY, "category": make_category().pk}
    return publishing.publish(publishing.start(content, by=by), by=by, **options)


def seen(story: Article, moment) -> str | None:
    shown = publications.seen_at(Article.objects.get(pk=story.pk), moment)
    return shown and shown.content["headline"]


def republished(story: Article, headline: str, by) -> Article:
    publishing.save_draft(story, {"headline": headline}, by=by)
    return publishing.publish(story, by=by)


def test_each_text_was_seen_from_its_publication_to_the_next(clock, editor, chief):
    at_two = clock.now.replace(microsecond=0)
    story = published(editor)
    at_three = clock.goes_on(hours=1)
    republished(story, "الثاني", editor)
    at_four = clock.goes_on(hours=1)
    publishing.correct(story, {"headline": "المصوَّب"}, by=editor)
    at_five = clock.goes_on(hours=1)
    publishing.withdraw(story, by=chief)
    at_six = clock.goes_on(hours=1)
    publishing.publish(story, by=editor)
    assert seen(story, at_two - SECOND) is None
    assert seen(story, at_two) == seen(story, at_three - SECOND) == "الأول"
    assert seen(story, at_three) == seen(story, at_four - SECOND) == "الثاني"
    assert seen(story, at_four) == seen(story, at_five - SECOND) == "المصوَّب"
    assert seen(story, at_five) is None
    assert seen(story, at_six) == "المصوَّب"


def test_what_waits_in_the_working_copy_was_seen_by_nobody(clock, editor):
    story = published(editor)
    clock.goes_on(hours=1)
    publishing.save_draft(story, {"headline": "ينتظر"}, by=editor)
    assert seen(story, clock.goes_on(minutes=5)) == "الأول"


def test_a_scheduled_story_begins_at_its_hour_though_nobody_is_there(clock, editor):
    hour = clock.now.replace(microsecond=0) + timedelta(hours=3)
    story = published(editor, at=hour)
    assert seen(story, hour - SECOND) is None
    assert seen(story, hour) == "الأول"
    later = hour + timedelta(hours=1)
    story = publishing.publish(story, by=editor, at=later)
    assert seen(story, hour) is None
    assert seen(story, later) == "الأول"


def test_one_taken_back_before_its_hour_was_never_seen(clock, editor, chief):
    hour = clock.now + timedelta(hours=3)
    story = published(editor, at=hour)
    publishing.withdraw(story, by=chief)
    assert seen(story, hour + SECOND) is None
    assert not Publication.objects.exists()


def test_the_clock_takes_a_story_back_at_its_hour(clock, editor, chief):
    story = published(editor)
    end = clock.now + timedelta(hours=2)
    publishing.withdraw_on(story, end, by=chief)
    assert seen(story, end - SECOND) == "الأول"
    assert seen(story, end) is None
    clock.goes_on(hours=1)
    publishing.correct(story, {"headline": "المصوَّب"}, by=editor)
    assert seen(story, clock.now) == "المصوَّب"
    assert seen(story, end) is None


def test_an_end_may_be_moved_taken_away_or_undone_when_it_is_past(clock, editor, chief):
    story = published(editor)
    end = clock.now + timedelta(hours=2)
    publishing.withdraw_on(story, end, by=chief)
    publishing.withdraw_on(story, None, by=chief)
    assert seen(story, end) == "الأول"
    publishing.withdraw_on(story, end, by=chief)
    back = clock.goes_on(hours=3)
    publishing.withdraw_on(story, None, by=chief)
    assert seen(story, back - SECOND) is None
    assert seen(story, back) == "الأول"


def test_it_agrees_with_what_is_live(clock, editor, chief):
    """The spans and ``live()`` are two ways to one answer, at every hour of a story's life."""
    story = published(editor, at=clock.now + timedelta(hours=2))
    clock.goes_on(hours=4)
    republished(story, "الثاني", editor)
    publishing.withdraw_on(story, clock.now + timedelta(hours=5), by=chief)
    for hours in range(8):
        moment = clock.now + timedelta(hours=hours)
        is_live = Article.objects.live(at=moment).filter(pk=story.pk).exists()
        assert (seen(story, moment) is not None) == is_live, hours


def imported(**words) -> Article:
    line = {"id": "7", "title": "كما جاء", "body": "نص أول."} | words
    with Loader() as loader:
        loader.load(json.dumps(line))
    return Article.objects.get(source_id="7")


def test_an_imported_story_was_seen_here_since_it_came(clock, editor):
    story = imported(published="2019-05-01T10:00:00+03:00")
    came = story.created_at
    assert seen(story, came - SECOND) is None  # not here: on the site that it came from
    assert seen(story, came) == "كما جاء"
    assert not story.revisions.exists()
    changed = clock.goes_on(hours=1)
    republished(story, "بقلم المحرّر", editor)
    assert seen(story, changed - SECOND) == "كما جاء"
    assert seen(story, changed) == "بقلم المحرّر"


@pytest.mark.parametrize("verb", ["correct", "withdraw", "withdraw_on"])
def test_whatever_happens_to_it_first_its_first_words_are_kept(clock, verb, editor, chief):
    came, story = clock.now, imported()
    changed = clock.goes_on(hours=1)
    match verb:
        case "correct":
            publishing.correct(story, {"headline": "مصوَّب"}, by=editor)
        case "withdraw":
            publishing.withdraw(story, by=chief)
        case _:
            publishing.withdraw_on(story, changed + timedelta(hours=1), by=chief)
    assert seen(story, came) == seen(story, changed - SECOND) == "كما جاء"
    after = {"correct": "مصوَّب", "withdraw": None, "withdraw_on": "كما جاء"}[verb]
    assert seen(story, changed) == after
    assert seen(story, changed + timedelta(hours=2)) == ("مصوَّب" if verb == "correct" else None)


def test_a_second_import_keeps_what_it_overwrites(clock):
    came = clock.now
    story = imported()
    again = clock.goes_on(hours=1)
    imported(title="كما جاء ثانية")
    third = clock.goes_on(hours=1)
    imported(title="كما جاء ثالثة")
    assert seen(story, came) == seen(story, again - SECOND) == "كما جاء"
    assert seen(story, again) == seen(story, third - SECOND) == "كما جاء ثانية"
    assert seen(story, third) == "كما جاء ثالثة"


def test_a_story_of_an_earlier_release_is_known_since_its_last_publication(clock, editor):
    story = published(editor)
    Publication.objects.all().delete()
    assert seen(story, clock.now - timedelta(days=2)) is None
    assert seen(story, clock.now + timedelta(days=1)) == "الأول"


def test_the_database_keeps_what_was_seen(editor):
    story = published(editor)
    span = story.publications.get()
    with pytest.raises(RestrictedError):
        span.revision.delete()
    overlapping = Publication(article=story, revision=span.revision, starts_at=timezone.now())
    backwards = Publication(
        article=story, revision=span.revision, starts_at=span.starts_at, ends_at=span.starts_at
    )
    for wrong in (overlapping, backwards):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong.save()


def test_a_story_that_was_never_published_was_never_seen():
    assert publications.seen_at(make_article(), timezone.now()) is None
