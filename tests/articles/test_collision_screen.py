"""A form saved from a stale page: what was typed, what was saved meanwhile, and the result."""

import pytest

from articles import publishing, revisions
from articles.models import Article
from tests.articles.markup import Document
from tests.articles.panel import page_of, screen
from tests.articles.test_correction_screen import fields_of
from tests.articles.test_history_screens import FIRST, REST, SECOND
from tests.factories import make_author, make_category

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(editor) -> Article:
    words = {
        "headline": "عودة القطار", "body": FIRST + SECOND, "standfirst": "ملخّص",
        "category": make_category("محليات").pk, "tags": ["النقل"],
    }  # fmt: skip
    return publishing.start(words, by=editor)


def opened(client, story) -> dict:
    page = page_of(client.get(screen(story)))
    [form] = page.all("form", id="article_form")
    form.attributes["class"] = "stack"
    return fields_of(page, "article_form")


def now(story) -> dict:
    return revisions.working_copy(story).content


def radios(page: Document) -> list[str]:
    return list(dict.fromkeys(one.attributes["name"] for one in page.all("input", type="radio")))


def test_the_form_as_it_was_opened_saves_nothing_new(as_editor, story):
    before = now(story)
    assert as_editor.post(screen(story), opened(as_editor, story)).status_code == 302
    assert now(story) == before


def test_what_does_not_collide_is_shown_merged_and_saved_by_one_press(as_editor, story, chief):
    mine = opened(as_editor, story) | {"standfirst": "ملخّص أطول", "_continue": "1"}
    publishing.save_draft(story, {"body": FIRST + SECOND + REST}, by=chief)
    answer = as_editor.post(screen(story), mine)
    assert answer.status_code == 409
    page = page_of(answer)
    assert not radios(page)
    assert "النصّان متوافقان" in page.text()
    assert "أطول" in page.text()
    assert now(story)["standfirst"] == "ملخّص"
    as_editor.post(screen(story), fields_of(page) | {"_continue": "1"})
    assert (now(story)["standfirst"], now(story)["body"]) == ("ملخّص أطول", FIRST + SECOND + REST)


def test_a_conflict_is_decided_by_radio_or_by_own_words(as_editor, story, chief):
    mine = opened(as_editor, story) | {
        "headline": "كلماتي", "body": FIRST + SECOND.replace("بأربع", "بتسع"), "kicker": "النقل",
    }  # fmt: skip
    publishing.save_draft(story, {"headline": "كلماتهم", "body": FIRST}, by=chief)
    page = page_of(as_editor.post(screen(story), mine))
    identifiers = [one.attributes["id"] for one in page if "id" in one.attributes]
    assert len(identifiers) == len(set(identifiers))
    headline, body = radios(page)
    sent = fields_of(page) | {headline: "written", body: "mine", "_continue": "1"}
    sent[headline.replace("choice-", "written-")] = "كلماتنا"
    assert as_editor.post(screen(story), sent).status_code == 302
    content = now(story)
    assert (content["headline"], content["kicker"]) == ("كلماتنا", "النقل")
    assert content["body"] == FIRST + SECOND.replace("بأربع", "بتسع")
    kept = [one.content["headline"] for one in story.revisions.filter(role="kept")]
    assert "كلماتهم" in kept


@pytest.mark.parametrize("own", ["", "  ", "أ" * 301])
def test_own_words_that_the_field_cannot_hold_are_asked_for_again_and_kept(
    as_editor, story, chief, own
):
    mine = opened(as_editor, story) | {"headline": "كلماتي"}
    publishing.save_draft(story, {"headline": "كلماتهم"}, by=chief)
    page = page_of(as_editor.post(screen(story), mine))
    [headline] = radios(page)
    written = headline.replace("choice-", "written-")
    answer = as_editor.post(screen(story), fields_of(page) | {headline: "written", written: own})
    assert answer.status_code == 409
    assert str(fields_of(page_of(answer))[written]).strip() == own.strip()
    assert now(story)["headline"] == "كلماتهم"


def test_a_third_save_meanwhile_is_asked_about_again(as_editor, story, chief):
    mine = opened(as_editor, story) | {"headline": "كلماتي"}
    publishing.save_draft(story, {"headline": "كلماتهم"}, by=chief)
    page = page_of(as_editor.post(screen(story), mine))
    [headline] = radios(page)
    publishing.save_draft(story, {"headline": "أحدث منها"}, by=chief)
    answer = as_editor.post(screen(story), fields_of(page) | {headline: "mine"})
    assert answer.status_code == 409
    assert "أحدث منها" in page_of(answer).text()


def test_an_act_pressed_on_a_stale_page_is_not_done_and_said_to_be_not_done(
    as_editor, story, chief
):
    mine = opened(as_editor, story) | {"standfirst": "آخر", "_publish": "1"}
    publishing.save_draft(story, {"headline": "كلماتهم"}, by=chief)
    page = page_of(as_editor.post(screen(story), mine))
    assert "ولم يُنفَّذ الزر" in page.text()
    as_editor.post(screen(story), fields_of(page) | {"_continue": "1"})
    story.refresh_from_db()
    assert story.state == "draft"
    assert now(story)["standfirst"] == "آخر"


def test_authors_and_choices_are_asked_about_by_name(as_editor, story, chief):
    one, other = make_author("هدى المنصوري"), make_author("كريم منصور")
    mine = opened(as_editor, story) | {"category": str(make_category("سفر").pk)}
    publishing.save_draft(
        story, {"category": make_category("رياضة").pk, "authors": [one.pk, other.pk]}, by=chief
    )
    text = page_of(as_editor.post(screen(story), mine)).text()
    for words in ("سفر", "رياضة", "اختر أحدهما"):
        assert words in text


def test_a_tampered_seal_costs_no_words(as_editor, story, chief):
    mine = opened(as_editor, story) | {"headline": "كلماتي", "based_on": "forged"}
    publishing.save_draft(story, {"standfirst": "كلماتهم"}, by=chief)
    page = page_of(as_editor.post(screen(story), mine))
    assert len(radios(page)) == 2
    assert now(story)["standfirst"] == "كلماتهم"


def test_a_reporter_learns_nothing_of_a_story_that_left_their_hands(client, reporter, chief, story):
    own = publishing.start(
        {"headline": "لي", "body": FIRST, "category": story.category_id}, by=reporter
    )
    client.force_login(reporter)
    mine = opened(client, own) | {"headline": "كلماتي"}
    publishing.submit(own, by=reporter)
    publishing.save_draft(own, {"headline": "كلمات المكتب"}, by=chief)
    answer = client.post(screen(own), mine)
    assert answer.status_code == 403
    assert now(own)["headline"] == "كلمات المكتب"


def test_a_reporter_without_the_fields_of_time_takes_no_hour_away(client, reporter, chief, story):
    own = publishing.start(
        {"headline": "لي", "body": FIRST, "category": story.category_id}, by=reporter
    )
    publishing.save_draft(own, {"publish_at": "2031-01-01T09:00:00+00:00"}, by=chief)
    client.force_login(reporter)
    crafted = {"publish_at_0": "2030-01-01", "publish_at_1": "09:00:00", "comment_mode": "closed"}
    client.post(screen(own), opened(client, own) | {"headline": "لي أيضًا"} | crafted)
    assert now(own)["publish_at"] == "2031-01-01T09:00:00+00:00"
    assert now(own)["comment_mode"] == "inherit"
    assert now(own)["headline"] == "لي أيضًا"
