"""What readers write most about: by the comments of these hours, refused ones left out."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom import talked_about
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db


def written(story, number: int, hours_ago: float, state: str = "approved") -> None:
    for _comment in range(number):
        comment = make_comment(story, state=state)
        comment.submitted_at = timezone.now() - timedelta(hours=hours_ago)
        comment.save()


def test_the_busiest_stand_first_and_refused_ones_count_for_nothing():
    wheat, port, old = (make_article(published=True) for _number in range(3))
    written(wheat, 2, 1)
    written(port, 3, 2, state="waiting")
    written(wheat, 5, 1, state="spam")
    written(old, 9, 20)
    assert [(talk.headline, talk.number) for talk in talked_about.compose()] == [
        (port.headline, 3), (wheat.headline, 2),
    ]  # fmt: skip


def test_its_line_is_high_when_readers_wrote_and_runs_from_the_right(client, editor):
    story = make_article(published=True)
    written(story, 4, 0.2)
    written(story, 1, 11.5)
    (talk,) = talked_about.compose()
    points = [tuple(map(float, point.split(","))) for point in talk.points.split()]
    assert len(points) == talked_about.HOURS
    assert points[0][0] > points[-1][0], "in Arabic time runs to the left"
    assert points[-1][1] < points[0][1] < points[1][1], "upwards is more"
    client.force_login(editor)
    text = client.get("/admin/").text
    assert "5 تعليقات" in text
    assert talk.points in text


def test_a_busy_day_costs_two_questions(django_assert_num_queries):
    for _story in range(7):
        written(make_article(published=True), 3, 1)
    with django_assert_num_queries(2):
        assert len(talked_about.compose()) == talked_about.MOST
    with django_assert_num_queries(1):
        assert talked_about.compose(at=timezone.now() + timedelta(days=2)) == []


def test_a_reporter_is_told_nothing_of_it(client, reporter):
    written(make_article(published=True), 3, 1)
    client.force_login(reporter)
    assert "ما يكتب عنه القرّاء" not in client.get("/admin/").text
