"""The calendar: what comes out when, as far as one may see it, and another hour by the verbs."""

from datetime import date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from articles import planning, publishing
from articles.models import Article, AuditEntry
from articles.planning import Kind, View
from articles.publishing import NotReady
from tests.articles.panel import said
from tests.factories import make_article

pytestmark = pytest.mark.django_db

CALENDAR = reverse("admin:articles_article_calendar")


def hour(days: int, clock: str = "16:00") -> datetime:
    """So many days from today, by the newsroom's clock."""
    day = timezone.localdate() + timedelta(days=days)
    return moment(f"{day}T{clock}")


def moment(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


def scheduled(at: datetime, **fields) -> Article:
    return make_article(published=at, **fields)


def move(client, story: Article, kind: str, at: datetime, back: str = ""):
    local = timezone.localtime(at)
    address = reverse("admin:articles_article_move", args=[story.pk])
    return client.post(
        f"{address}?{back}",
        {"kind": kind, "moment_0": f"{local:%Y-%m-%d}", "moment_1": f"{local:%H:%M}"},
    )


def standing(calendar: planning.Calendar) -> set[tuple[int, str, date]]:
    cells = (cell for row in calendar.rows for cell in row)
    return {(h.story.pk, str(h.kind), cell.day) for cell in cells for h in cell.hours}


# What stands in it


def test_a_week_holds_everything_that_has_an_hour_in_it(chief):
    on = hour(0).date()
    out = make_article(published=timezone.now() - timedelta(minutes=1))
    coming = scheduled(hour(1), embargo_until=None)
    kept = scheduled(hour(1), embargo_until=hour(1))
    wanted = make_article(state="submitted", due_at=hour(1, "12:00"))
    leaving = make_article(published=True, withdraw_at=hour(1, "23:00"))
    changing = make_article(published=True)
    publishing.save_draft(changing, {"headline": "عنوان الغد"}, by=chief)
    publishing.publish(changing, by=chief, at=hour(1, "09:00"))
    make_article()  # a draft without an hour stands nowhere
    tomorrow = on + timedelta(days=1)
    seen = standing(planning.compose(chief, View.DAY, on)) | standing(
        planning.compose(chief, View.DAY, tomorrow)
    )
    today = {row for row in seen if row[2] == on}
    assert (out.pk, "out", on) in today
    assert {row for row in seen if row[2] == tomorrow} == {
        (coming.pk, "scheduled", tomorrow), (kept.pk, "embargo", tomorrow),
        (wanted.pk, "due", tomorrow), (leaving.pk, "withdrawal", tomorrow),
        (changing.pk, "changes", tomorrow),
    }  # fmt: skip


def test_a_month_counts_what_readers_had_and_names_what_comes(chief):
    at = moment("2026-03-10T12:00")
    for day in ("02", "02", "03"):
        make_article(published=moment(f"2026-03-{day}T09:00"))
    coming = scheduled(moment("2026-03-20T09:00"))
    calendar = planning.compose(chief, View.MONTH, date(2026, 3, 10), at=at)
    counted = {cell.day.day: cell.out for row in calendar.rows for cell in row if cell.out}
    assert counted == {2: 2, 3: 1}
    assert standing(calendar) == {(coming.pk, "scheduled", date(2026, 3, 20))}
    assert all(len(row) == 7 for row in calendar.rows)
    days = [cell.day for row in calendar.rows for cell in row]
    assert days[0] <= date(2026, 3, 1)
    assert days[-1] >= date(2026, 3, 31)


@pytest.mark.parametrize(("locale", "first"), [("ar-SA", 6), ("ar-EG", 5), ("ar-MA", 0)])
def test_a_week_begins_where_the_country_begins_it(settings, chief, locale, first):
    settings.SITE_LOCALE = locale
    assert planning.compose(chief, View.WEEK, date(2026, 12, 2)).first.weekday() == first


def test_a_reporter_sees_their_own_alone(reporter):
    mine, other = scheduled(hour(0, "23:59"), created_by=reporter), scheduled(hour(0, "23:58"))
    seen = {
        key for key, _kind, _day in standing(planning.compose(reporter, View.WEEK, hour(0).date()))
    }
    assert mine.pk in seen
    assert other.pk not in seen


def test_a_crowd_in_a_quarter_of_an_hour_is_told(chief):
    for clock in ("10:00", "10:05", "10:14", "11:00", "11:20", "11:40"):
        scheduled(hour(1, clock))
    day = planning.compose(chief, View.DAY, hour(1).date())
    assert [cell.crowd for row in day.rows for cell in row if cell.crowd] == [3]
    later = planning.compose(chief, View.DAY, hour(1).date(), at=hour(1, "12:00"))
    assert not any(cell.crowd for row in later.rows for cell in row), "what is out crowds nobody"


def test_a_long_silence_is_told_and_a_short_one_is_not(chief):
    at = hour(0, "12:00")
    scheduled(hour(0, "20:00"))
    scheduled(hour(1, "06:00"))
    start, end = planning.compose(chief, View.WEEK, hour(0).date(), at=at).gap
    assert (start, end) == (hour(0, "20:00"), hour(1, "06:00"))
    scheduled(hour(1, "01:00"))
    scheduled(hour(1, "14:00"))
    scheduled(hour(1, "20:00"))
    assert planning.compose(chief, View.WEEK, hour(0).date(), at=at).gap is None


def test_however_many_stories_the_questions_are_the_same(chief, django_assert_num_queries):
    for minute in range(12):
        scheduled(hour(1, f"10:{minute:02}"))
        make_article(state="ready")
    planning.compose(chief, View.DAY, hour(1).date())  # their rights are asked once
    for view, number in ((View.DAY, 3), (View.WEEK, 3), (View.MONTH, 4)):
        with django_assert_num_queries(number):
            planning.compose(chief, view, hour(1).date())


# Another hour


def test_a_scheduled_story_moves_with_the_words_that_were_scheduled(as_editor, editor):
    story = scheduled(hour(2))
    publishing.save_draft(story, {"headline": "لم يكتمل بعد"}, by=editor)
    answer = move(as_editor, story, "scheduled", hour(3, "16:30"), "view=week&on=2026-01-01")
    story.refresh_from_db()
    assert (story.published_at, story.first_published_at) == (hour(3, "16:30"), hour(3, "16:30"))
    assert story.headline != "لم يكتمل بعد"
    assert not Article.objects.live(at=hour(3, "16:29")).exists()
    assert Article.objects.live(at=hour(3, "16:30")).get() == story
    assert answer.url.endswith(f"#hour-{story.pk}-scheduled")
    entry = AuditEntry.objects.filter(verb="move").get()
    assert set(entry.changes) == {"published_at"}


def test_one_button_takes_it_back(as_editor):
    story = scheduled(hour(2))
    answer = move(as_editor, story, "scheduled", hour(3))
    assert parse_qs(urlsplit(answer.url).query)["undo"][0].startswith(f"{story.pk}.scheduled.")
    page = as_editor.get(answer.url)
    assert page.context["undo"]["former"] == hour(2)
    assert "تراجع" in page.text
    move(as_editor, story, "scheduled", page.context["undo"]["former"])
    story.refresh_from_db()
    assert story.published_at == hour(2)


@pytest.mark.parametrize(
    "crafted",
    [
        "x", "1.out.2026-01-01", "9999.scheduled.2026-01-01T10:00Z",
        "1.scheduled.2026-02-30T10:00", "1..", "1.scheduled.",
    ],
)  # fmt: skip
def test_a_crafted_undo_offers_nothing(as_editor, crafted):
    answer = as_editor.get(CALENDAR, {"undo": crafted})
    assert answer.status_code == 200
    assert answer.context["undo"] is None


@pytest.mark.parametrize("asked", ["on=2026-02-30", "on=x", "view=decade", "on=9999-12-31", "on="])
def test_what_cannot_be_read_is_this_week(as_editor, asked):
    answer = as_editor.get(f"{CALENDAR}?{asked}")
    assert answer.status_code == 200
    assert answer.context["calendar"].on == timezone.localdate()


def test_the_past_is_refused_in_words_and_nothing_moves(as_editor):
    story = scheduled(hour(2))
    answer = move(as_editor, story, "scheduled", hour(-1))
    assert answer.status_code == 409
    assert "مضى هذا الموعد" in said(answer)
    story.refresh_from_db()
    assert story.published_at == hour(2)


def test_no_hour_before_an_embargo_and_none_after_the_end(editor):
    kept = scheduled(hour(3), embargo_until=hour(2))
    with pytest.raises(NotReady, match="embargo"):
        publishing.move_publication(kept, hour(1), by=editor)
    short = scheduled(hour(1), withdraw_at=hour(2))
    with pytest.raises(NotReady, match="withdraw_at"):
        publishing.move_publication(short, hour(3), by=editor)


def test_what_readers_have_does_not_move(editor):
    story = make_article(published=True)
    with pytest.raises(NotReady, match="not_waiting"):
        publishing.move_publication(story, hour(1), by=editor)
    with pytest.raises(NotReady, match="not_scheduled"):
        publishing.move_changes(story, hour(1), by=editor)


def test_changes_of_a_live_story_move_and_come_at_the_new_hour(as_editor, editor):
    story = make_article(published=True)
    publishing.save_draft(story, {"headline": "عنوان الغد"}, by=editor)
    publishing.publish(story, by=editor, at=hour(1))
    move(as_editor, story, "changes", hour(2))
    publishing.tick(at=hour(1) + timedelta(minutes=1))
    story.refresh_from_db()
    assert story.headline != "عنوان الغد"
    publishing.tick(at=hour(2) + timedelta(minutes=1))
    story.refresh_from_db()
    assert story.headline == "عنوان الغد"


def test_a_ready_story_gets_its_first_hour(as_editor, editor):
    story = make_article(state="ready")
    assert story in planning.compose(editor, View.WEEK, hour(0).date()).ready
    move(as_editor, story, "ready", hour(1))
    story.refresh_from_db()
    assert (story.state, story.published_at) == ("published", hour(1))


def test_due_and_withdrawal_move_by_their_own_verbs(as_chief):
    wanted = make_article(state="submitted", due_at=hour(1))
    move(as_chief, wanted, "due", hour(2))
    wanted.refresh_from_db()
    assert wanted.due_at == hour(2)
    leaving = make_article(published=True, withdraw_at=hour(1))
    move(as_chief, leaving, "withdrawal", hour(2))
    leaving.refresh_from_db()
    assert leaving.withdraw_at == hour(2)


def test_who_may_not_set_hours_moves_nothing(client, reporter, editor):
    story = scheduled(hour(2), created_by=reporter)
    client.force_login(reporter)
    assert "data-kind" not in client.get(f"{CALENDAR}?on={hour(2).date()}").text
    assert move(client, story, "scheduled", hour(3)).status_code == 403
    with pytest.raises(PermissionDenied):
        publishing.move_publication(story, hour(3), by=reporter)
    client.force_login(editor)
    leaving = make_article(published=True, withdraw_at=hour(1))
    assert move(client, leaving, "withdrawal", hour(2)).status_code == 403
    story.refresh_from_db()
    assert story.published_at == hour(2)
    assert client.get(f"{CALENDAR}?on={hour(2).date()}").text.count('data-kind="scheduled"') == 1


def test_a_bad_hour_comes_back_with_the_form(as_editor):
    story = scheduled(hour(2))
    address = reverse("admin:articles_article_move", args=[story.pk])
    words = {"kind": "scheduled", "moment_0": "2026-02-30", "moment_1": "10:00"}
    answer = as_editor.post(address, words)
    assert answer.status_code == 422
    assert "2026-02-30" in answer.text
    assert as_editor.post(address, words | {"kind": Kind.EMBARGO}).status_code == 403
