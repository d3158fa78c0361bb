"""The day line: each story at its hour, time running as the panel is read."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from articles.models import Article, Revision
from newsroom import alerts, comment_ages, day_line
from tests.articles.markup import Document
from tests.factories import make_article, make_comment, make_picture

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=timezone.get_default_timezone())


def at(hour: int, minute: int = 0) -> datetime:
    return NOON.replace(hour=hour, minute=minute)


def out(hour: int, **fields) -> Article:
    return make_article(published=at(hour), **fields)


def told(blocks) -> list[tuple[int, str]]:
    return [(block.moment.hour, block.kind) for block in blocks]


def test_a_day_is_what_went_out_and_what_is_to_come(editor):
    out(7, headline="نشرة الصباح")
    out(16, headline="ميناء المرسى")
    out(20, headline="موازنة المياه", embargo_until=at(20))
    make_article(headline="تقرير المصرف", state="ready", embargo_until=at(18))
    live = out(9, headline="عودة القطار")
    copy = Revision.objects.create(article=live, number=1, role="kept", content={})
    Article.objects.filter(pk=live.pk).update(scheduled_revision=copy, scheduled_for=at(14))
    line = day_line.compose(editor, at=NOON)
    assert told(line.past) == [(7, "past"), (9, "past")]
    assert told(line.coming) == [
        (14, "changes"), (16, "scheduled"), (18, "until"), (20, "embargo"),
    ]  # fmt: skip


def test_other_days_and_drafts_without_an_hour_are_not_in_it(editor):
    for moment in (NOON - timedelta(days=1), NOON + timedelta(days=1)):
        make_article(published=moment)
    make_article(state="draft")
    make_article(state="draft", embargo_until=NOON - timedelta(hours=1))
    line = day_line.compose(editor, at=NOON)
    assert not line.past
    assert not line.coming


@pytest.mark.parametrize(("language", "is_from_the_right"), [("ar", True), ("en", False)])
def test_time_runs_as_the_panel_is_read(editor, language, is_from_the_right):
    out(8)
    out(18)
    with translation.override(language):
        line = day_line.compose(editor, at=NOON)
    morning, evening = (
        block.x + block.width * is_from_the_right for block in (line.past[0], line.coming[0])
    )
    assert (morning > evening) is is_from_the_right
    assert min(morning, evening) < line.now_x < max(morning, evening)
    assert (line.hours[0][0] > line.hours[-1][0]) is is_from_the_right


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("hour", [0, 6, 12, 23])
def test_nothing_lies_outside_the_drawing_or_over_another(editor, language, hour):
    for number in range(40):
        out(number % 24, headline="أسعار زيت الزيتون تستقر قبل موسم العصر في الجبال")
    with translation.override(language):
        line = day_line.compose(editor, at=at(hour, 59))
    for block in line.placed:
        assert 0 <= block.x <= block.x + block.width <= line.width
        for other in line.placed:
            apart = block.x >= other.x + other.width or other.x >= block.x + block.width
            assert block is other or block.y != other.y or apart
    assert 0 <= line.now_x <= line.width
    assert len(line.placed) + len(line.marks) == 40, "who finds no room is marked, not left out"
    assert line.marks


def test_a_reporter_sees_their_own_day(reporter, editor, client):
    out(7, headline="خبري", created_by=reporter)
    out(8, headline="خبر غيري", created_by=editor)
    line = day_line.compose(reporter, at=NOON)
    assert [block.story.headline for block in line.past] == ["خبري"]


def test_the_line_costs_one_query_however_full_the_day(editor):
    editor.has_perm("articles.edit_any_article")  # Django keeps what it has asked once

    def cost(number: int) -> int:
        for place in range(number):
            out(place % 24)
        with CaptureQueriesContext(connection) as captured:
            day_line.compose(editor, at=NOON)
        return len(captured)

    assert cost(2) == cost(30) == 1


def test_the_screen_has_the_line_and_the_list_for_a_phone(client, editor):
    now = timezone.localtime()
    make_article(headline="نشرة الصباح", published=now - timedelta(minutes=1))
    make_article(headline="«رأي» في المدينة", published=now + timedelta(seconds=30))
    client.force_login(editor)
    document = Document.of(client.get("/admin/"), comments=True)
    drawing = document.one("svg", class_="day")
    titles = [title.text() for title in drawing.all("title")]
    assert len(titles) == 2 or now.hour in {0, 23}, "a minute before midnight is another day"
    agenda = document.one("ol", class_="agenda")
    assert "«رأي» في المدينة" in agenda.text() or now.hour == 23
    assert all("style" not in part.attributes for part in drawing)


def test_a_moderator_has_comments_and_no_line(client, moderator):
    client.force_login(moderator)
    document = Document.of(client.get("/admin/"), comments=True)
    assert not document.all("svg", class_="day")


def test_the_comments_that_wait_are_told_by_their_age():
    story = make_article(published=True)
    for minutes in (1, 14, 20, 100, 300, 5000):
        make_comment(story, submitted_at=NOON - timedelta(minutes=minutes))
    make_comment(story, state="approved", submitted_at=NOON)
    waiting = comment_ages.compose(at=NOON)
    assert [age.number for age in waiting.ages] == [2, 1, 1, 2]
    assert waiting.number == 6
    assert waiting.oldest == NOON - timedelta(minutes=5000)
    assert [age.is_late for age in waiting.ages] == [False, False, False, True]


def test_no_comment_waits_and_nothing_is_divided_by_it():
    assert [age.wide for age in comment_ages.compose(at=NOON).ages] == [0, 0, 0, 0]


def test_the_desk_is_told_of_hours_that_are_over_holds_and_empty_hours(editor):
    make_article(headline="متأخر", state="submitted", due_at=at(11))
    make_article(headline="عند المحامي", state="in_review", legal_hold="دعوى")
    make_article(headline="محظور", published=at(20), embargo_until=at(20))
    make_article(headline="في وقته", state="submitted", due_at=at(15))
    make_article(headline="قديم", published=at(9), due_at=at(8))
    told = [(alert.icon, alert.headline) for alert in alerts.compose(editor, at=NOON)]
    assert told == [("stop", "متأخر"), ("lock", "محظور"), ("shield", "عند المحامي")]
    Article.objects.filter(headline="محظور").delete()
    assert alerts.compose(editor, at=NOON)[-1].headline == "", "nothing is scheduled"


def test_alerts_cost_three_queries_however_much_is_late(editor):
    editor.has_perm("articles.edit_any_article")
    for _ in range(9):
        make_article(state="submitted", due_at=at(11))
    with CaptureQueriesContext(connection) as captured:
        assert len(alerts.compose(editor, at=NOON)) == alerts.MOST + 1
    assert len(captured) == 3


def test_a_section_says_how_many_stand_behind_its_rows(client, editor):
    for _ in range(9):
        make_article(state="submitted")
    client.force_login(editor)
    document = Document.of(client.get("/admin/"), comments=True)
    section = document.all("section", **{"aria-label": "بانتظار التدقيق"})[0]
    assert section.one("header").one("span", class_="num").text() == "9"


def test_a_live_story_whose_picture_may_not_be_shown_any_more_is_told(editor):
    over = make_picture(expires_on=NOON.date() - timedelta(days=1))
    make_article(headline="ما زال يظهر", published=at(9), lead_picture=over)
    make_article(headline="في درج", lead_picture=over)
    (alert, *_others) = alerts.compose(editor, at=NOON)
    assert alert.headline == "ما زال يظهر"
    assert "انتهى حق" in alert.head
