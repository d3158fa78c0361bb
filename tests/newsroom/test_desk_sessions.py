"""Where somebody is logged in: seen by themselves, ended at once; their hours are their own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.test import Client

from newsroom.browsers import browser_of
from newsroom.models import DeskSession
from tests.factories import make_article

pytestmark = pytest.mark.django_db

ME = "/admin/me/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"


def inside(person, agent: str = FIREFOX) -> Client:
    client = Client(headers={"user-agent": agent})
    sent = {"username": person.username, "password": "a-long-password"}
    assert client.post("/admin/login/", sent).status_code == 302
    return client


def test_every_browser_stands_in_the_list_and_this_one_is_marked(editor):
    here, _phone = inside(editor), inside(editor, PHONE)
    text = here.get(ME).text
    assert "Firefox" in text
    assert "Chrome" in text
    assert "Android" in text
    assert text.count("هذا المتصفح") == 1
    assert text.count('value="end"') == 1, "nobody logs this one out by a slip"
    for row in DeskSession.objects.values():
        assert "127.0.0.1" not in str(row)


def test_another_browser_is_logged_out_at_its_next_press(editor):
    here, phone = inside(editor), inside(editor, PHONE)
    assert phone.get("/admin/").status_code == 200
    other = DeskSession.objects.get(system="Android")
    here.post(ME, {"act": "end", "session": other.pk})
    assert phone.get("/admin/").status_code == 302
    assert here.get("/admin/").status_code == 200


def test_everywhere_but_here(editor):
    here, others = inside(editor), [inside(editor, PHONE) for _number in range(3)]
    here.post(ME, {"act": "others"})
    assert {other.get("/admin/").status_code for other in others} == {302}
    assert here.get("/admin/").status_code == 200


def test_nobody_ends_what_is_not_theirs(editor, reporter, chief):
    theirs, mine = inside(reporter), inside(editor)
    row = DeskSession.objects.get(user=reporter)
    mine.post(ME, {"act": "end", "session": row.pk})
    assert theirs.get("/admin/").status_code == 200
    assert mine.post("/admin/people/act/", {"act": "end", "person": reporter.pk}).status_code == 403
    inside(chief).post("/admin/people/act/", {"act": "end", "person": reporter.pk})
    assert theirs.get("/admin/").status_code == 302


def test_that_it_was_seen_is_written_once_in_five_minutes(editor, django_assert_num_queries):
    here = inside(editor)
    first = DeskSession.objects.get()
    here.get(ME)
    assert DeskSession.objects.get().seen_at == first.seen_at
    cache.clear()  # as five minutes do
    here.get(ME)
    assert DeskSession.objects.get().seen_at > first.seen_at


def test_what_is_over_is_forgotten_when_somebody_comes_again(editor, reporter):
    first, other = inside(editor), inside(reporter)
    first.post("/admin/logout/")
    assert DeskSession.objects.filter(user=editor).count() == 1
    inside(editor)
    assert DeskSession.objects.filter(user=editor).count() == 1
    assert other.get("/admin/").status_code == 200
    assert DeskSession.objects.filter(user=reporter).exists()


def test_a_readers_page_notes_nobody(editor, reader):
    here = inside(editor)
    cache.clear()
    before = DeskSession.objects.get().seen_at
    here.get("/")
    assert DeskSession.objects.get().seen_at == before


def test_the_hours_of_the_panel_are_the_persons_and_of_readers_the_papers(editor, settings):
    settings.TIME_ZONE = "Asia/Riyadh"
    moment = datetime(2026, 3, 10, 12, 0, tzinfo=ZoneInfo("Asia/Riyadh"))
    story = make_article(published=moment)
    here = inside(editor)
    profile = {"first_name": "يوسف", "last_name": "", "email": "", "language": ""}
    here.post(ME, {**profile, "time_zone": "Africa/Casablanca"})
    screen = f"/admin/articles/article/{story.pk}/move/?kind=due"
    assert "+00:00" in here.get(screen).text or "+01:00" in here.get(screen).text
    assert "2026-03-10T12:00:00+03:00" in here.get(story.get_absolute_url()).text
    assert here.post(ME, {**profile, "time_zone": "Mars/Olympus"}).status_code == 422


def test_a_zone_that_the_system_no_longer_knows_breaks_nothing(editor):
    editor.time_zone = "Atlantis/Old"
    editor.save()
    assert inside(editor).get("/admin/").status_code == 200


@pytest.mark.parametrize(
    ("agent", "known"),
    [
        (FIREFOX, ("Firefox", "Windows")), (PHONE, ("Chrome", "Android")),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
         ("Safari", "iPhone")),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140 Safari/537.36 Edg/140",
         ("Edge", "macOS")),
        ("curl/8.5", ("", "")), ("", ("", "")), ("<script>", ("", "")),
    ],
)  # fmt: skip
def test_a_browser_is_told_in_its_own_name(agent, known):
    assert browser_of(agent) == known
