"""What the hour brings: once, whoever comes first, and one broken story delays no other."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.db.models.signals import pre_save
from django.utils import timezone

from articles import events, publishing
from articles.models import Article
from tests.factories import make_article, make_category

NOW = timezone.now().replace(microsecond=0)


@pytest.fixture
def told():
    heard: list[tuple[str, int]] = []

    def out(article, **kwargs):
        heard.append(("published", article.pk))

    def gone(article, **kwargs):
        heard.append(("withdrawn", article.pk))

    events.article_published.connect(out)
    events.article_withdrawn.connect(gone)
    yield heard
    events.article_published.disconnect(out)
    events.article_withdrawn.disconnect(gone)


@pytest.mark.django_db(transaction=True)
def test_a_story_leaves_at_its_hour_and_its_state_follows(told):
    story = make_article(published=NOW - timedelta(hours=5), withdraw_at=NOW + timedelta(hours=1))
    assert publishing.tick(NOW) == 1  # nobody had told of its publication yet
    assert not Article.objects.live(at=NOW + timedelta(hours=1)).exists()
    assert publishing.tick(NOW + timedelta(hours=1)) == 1
    story.refresh_from_db()
    assert story.state == "withdrawn"
    assert told == [("published", story.pk), ("withdrawn", story.pk)]
    assert publishing.tick(NOW + timedelta(hours=9)) == 0


@pytest.mark.django_db(transaction=True)
def test_one_story_that_fails_delays_no_other(told):
    stories = [make_article(published=NOW - timedelta(minutes=n + 1)) for n in range(6)]
    broken = stories[2]
    Article.objects.filter(pk=broken.pk).update(withdraw_at=NOW)

    def refuse(sender, instance, **kwargs):
        if instance.pk == broken.pk:
            raise RuntimeError("this story cannot be saved")

    pre_save.connect(refuse, sender=Article)
    try:
        assert publishing.tick(NOW) == 6  # it is told of, and cannot leave
    finally:
        pre_save.disconnect(refuse, sender=Article)
    assert sorted(key for word, key in told if word == "published") == sorted(
        story.pk for story in stories
    )
    assert publishing.tick(NOW) == 1
    broken.refresh_from_db()
    assert broken.state == "withdrawn"


@pytest.mark.django_db(transaction=True)
def test_many_clocks_at_once_tell_once(told):
    category = make_category()
    stories = [
        make_article(published=NOW - timedelta(minutes=n + 1), category=category) for n in range(12)
    ]
    start = Barrier(4)

    def run():
        try:
            start.wait()
            publishing.tick(NOW)
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == sorted(("published", story.pk) for story in stories)
