"""The desk's hands on the screen of a story: buttons that stand for whom they should, and work."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Article
from tests.articles.panel import page_of, screen, typed
from tests.factories import make_article

pytestmark = pytest.mark.django_db
_NOW = timezone.now().replace(microsecond=0)


def hour(field: str, n: int) -> dict[str, str]:
    local = timezone.localtime(_NOW + timedelta(hours=n))
    return {f"{field}_0": local.strftime("%Y-%m-%d"), f"{field}_1": local.strftime("%H:%M:%S")}


@pytest.fixture
def story(reporter) -> Article:
    return publishing.submit(make_article(created_by=reporter), by=reporter)


@pytest.fixture
def press(client):
    """Somebody presses a button of the story's screen."""

    def press(person, story: Article, button: str, **fields) -> Article:
        client.force_login(person)
        answer = client.post(screen(story), typed(story.category, **{button: "1"}, **fields))
        assert answer.status_code == 302, answer.text
        return Article.objects.get(pk=story.pk)

    return press


def buttons(client, person, story) -> set[str]:
    client.force_login(person)
    page = page_of(client.get(screen(story)))
    return {
        one.attributes["name"]
        for one in page.all("button", type="submit")
        if "name" in one.attributes
    }


def test_a_reporter_gets_none_of_the_desks_buttons(client, reporter, story):
    theirs = buttons(client, reporter, story)
    assert not theirs & {"_claim", "_let_go", "_send_back", "_hold", "_lift_hold", "_unschedule"}


def test_an_editor_has_a_story_and_lets_it_go(client, press, editor, story):
    assert "_claim" in buttons(client, editor, story)
    assert press(editor, story, "_claim").claimed_by == editor
    assert "_claim" not in buttons(client, editor, story)
    assert press(editor, story, "_let_go").claimed_by is None


def test_a_story_sent_back_tells_its_reporter_what_to_do(client, press, editor, reporter, story):
    sent = press(editor, story, "_send_back", note="أضف رد <b>الوزارة</b>")
    assert (sent.state, sent.sent_back_note) == ("draft", "أضف رد <b>الوزارة</b>")
    client.force_login(reporter)
    assert "أضف رد &lt;b&gt;الوزارة&lt;/b&gt;" in client.get(screen(story)).text


def test_an_editor_holds_and_the_managing_editor_lifts(client, press, editor, chief, story):
    assert press(editor, story, "_hold").legal_hold == ""  # without a reason it is refused
    assert press(editor, story, "_hold", reason="قضية منظورة").legal_hold == "قضية منظورة"
    assert "_lift_hold" not in buttons(client, editor, story)
    assert press(editor, story, "_publish").state == "submitted"
    assert press(chief, story, "_lift_hold").legal_hold == ""


def test_an_embargo_is_typed_kept_and_obeyed(press, editor, story):
    kept = press(editor, story, "_continue", **hour("embargo_until", 5))
    assert kept.embargo_until == _NOW + timedelta(hours=5)
    published = press(editor, story, "_publish", **hour("embargo_until", 5))
    assert published.published_at == _NOW + timedelta(hours=5)
    assert not Article.objects.live().exists()


def test_a_reporter_cannot_lift_it_by_a_crafted_post(client, reporter, editor):
    story = make_article(created_by=reporter)
    publishing.set_embargo(story, _NOW + timedelta(hours=5), by=editor)
    client.force_login(reporter)
    client.post(
        screen(story), typed(story.category, _continue="1", embargo_until_0="", embargo_until_1="")
    )
    story.refresh_from_db()
    assert story.embargo_until == _NOW + timedelta(hours=5)


def test_changes_of_a_live_story_get_an_hour_and_lose_it_again(press, editor, story):
    publishing.publish(story, by=editor)
    waiting = press(editor, story, "_publish", headline="عنوان الغد", **hour("publish_at", 3))
    assert waiting.scheduled_for == _NOW + timedelta(hours=3)
    assert waiting.headline != "عنوان الغد"
    live = {"headline": waiting.headline, "standfirst": waiting.standfirst}
    back = press(editor, story, "_unschedule", **live)
    assert back.scheduled_for is None


def test_the_list_says_who_has_it_what_is_due_and_what_holds_it(client, editor, story):
    publishing.take_up(story, by=editor)
    publishing.set_due(story, _NOW + timedelta(hours=2), by=editor)
    publishing.hold(story, "قضية", by=editor)
    publishing.set_embargo(story, _NOW + timedelta(hours=9), by=editor)
    client.force_login(editor)
    row = page_of(client.get("/admin/articles/article/")).one("table", id="result_list").text()
    for words in ("عند", "مطلوب", "فحص قانوني", "حظر"):
        assert words in row
