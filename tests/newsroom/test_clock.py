"""A dead worker misses nothing: the first request after the hour does what is due."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles import publishing
from articles.models import Article
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def due(editor) -> Article:
    """A live story whose waiting changes are due since a second."""
    story = publishing.publish(make_article(headline="ميزانية البلدية"), by=editor)
    publishing.save_draft(story, {"headline": "البلدية تقرّ ميزانيتها"}, by=editor)
    publishing.publish(story, by=editor, at=timezone.now() + timedelta(hours=1))
    Article.objects.filter(pk=story.pk).update(scheduled_for=timezone.now() - timedelta(seconds=1))
    story.refresh_from_db()
    return story


def test_the_first_reader_after_the_hour_gets_the_new_text(due, reader, settings):
    settings.TICK_SECONDS = 1
    assert "البلدية تقرّ ميزانيتها" in reader.get(due.get_absolute_url(), follow=True).text


def test_without_looking_readers_keep_the_old_one_until_the_worker_comes(due, reader, capsys):
    assert "ميزانية البلدية" in reader.get(due.get_absolute_url()).text
    call_command("tick")
    assert "1 stories" in capsys.readouterr().out
    assert "البلدية تقرّ ميزانيتها" in reader.get(due.get_absolute_url(), follow=True).text


def test_whether_the_process_lives_is_answered_without_the_database(
    settings, django_assert_num_queries, reader
):
    settings.TICK_SECONDS = 1
    with django_assert_num_queries(0):
        assert reader.get("/health/live").status_code == 200


def test_it_looks_no_oftener_than_it_is_told(due, reader, settings, django_assert_num_queries):
    settings.TICK_SECONDS = 3600
    reader.get("/robots.txt")
    with django_assert_num_queries(0):
        reader.get("/robots.txt")
