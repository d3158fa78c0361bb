"""The queue in the panel: what a moderator sees there and what the buttons do."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import house_style
from comments.models import Comment
from tests.comments.pages import Element, page
from tests.factories import make_article, make_comment

QUEUE = "/admin/comments/comment/"
WAITING = f"{QUEUE}?state__exact=waiting"


@pytest.fixture
def desk(moderator) -> Client:
    client = Client()
    client.force_login(moderator)
    return client


def button(comment: Comment, name: str) -> str:
    return reverse("admin:comments_comment_decide", args=[comment.pk, name])


def cards(response) -> list[Element]:
    assert response.status_code == 200
    return page(response).all(class_="comment-card")


def seen(client: Client, query: str) -> list[str]:
    return [card.one(class_="says").text for card in cards(client.get(f"{QUEUE}?{query}"))]


def state_of(comment: Comment) -> str:
    comment.refresh_from_db()
    return comment.state


# What is seen


def test_the_queue_opens_with_what_waits(desk, story):
    waiting = make_comment(story)
    make_comment(story, state="approved")
    response = desk.get(QUEUE, follow=True)
    assert [card.one(class_="says").text for card in cards(response)] == [waiting.body]


def test_every_state_can_be_looked_at(desk, story):
    for state in Comment.State.values:
        make_comment(story, state=state)
    choices = page(desk.get(WAITING)).by_id("changelist-filter").all("a")
    links = {choice.text: choice["href"] for choice in choices}
    for name, count in [("بانتظار الموافقة", 1), ("منشور", 1), ("في سلة المهملات", 1), ("الكل", 5)]:
        response = desk.get(f"{QUEUE}{links[name]}", follow=True)
        assert len(cards(response)) == count, name


def test_a_card_shows_what_a_decision_needs(desk, story):
    asked = make_comment(story, state="approved", name="سامي", body="أين الأرقام؟")
    make_comment(story, parent=asked, name="John", email="john@reader.example", body="Here.\n\nنعم")
    (card,) = cards(desk.get(WAITING))
    assert "John" in [name.text for name in card.all("bdi")]
    assert "john@reader.example" in card.text
    assert card.one("a", href=story.get_absolute_url()).text == story.headline
    assert "سامي: أين الأرقام؟" in card.one(class_="answers").text
    assert card.one(class_="says")["dir"] == "auto"
    assert len(card.one(class_="says").all("p")) == 2


def test_a_moderator_reads_in_arabic_why_a_machine_held_a_comment(desk, story):
    make_comment(story, state="spam", reasons=["honeypot", "links", "name"])
    (card,) = cards(desk.get(f"{QUEUE}?state__exact=spam"))
    said = [reason.text for reason in card.all(class_="reason")]
    assert len(said) == 3
    assert not any(letter.isascii() and letter.isalpha() for letter in "".join(said))


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("waiting", ["موافقة", "رفض", "مزعج", "نقل إلى سلة المهملات"]),
        ("approved", ["رفض", "مزعج", "نقل إلى سلة المهملات", "استعادة"]),
        ("rejected", ["موافقة", "مزعج", "نقل إلى سلة المهملات", "استعادة"]),
        ("spam", ["موافقة", "رفض", "نقل إلى سلة المهملات", "استعادة"]),
        ("trashed", ["استعادة"]),
    ],
)
def test_only_what_may_follow_is_offered(desk, story, state, offered):
    make_comment(story, state=state)
    (card,) = cards(desk.get(f"{QUEUE}?state__exact={state}"))
    assert [choice.text for choice in card.all("button")] == offered


def test_the_queue_costs_the_same_for_three_and_for_thirty(desk):
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            desk.get(WAITING)
        return len(asked)

    def more(count: int) -> None:
        for _comment in range(count):
            article = make_article(published=True)
            make_comment(article, parent=make_comment(article, state="approved"))

    more(3)
    queries()
    few = queries()
    more(27)
    assert len(cards(desk.get(WAITING))) == 30
    assert queries() == few
    assert few <= 8


def test_a_comment_is_found_by_its_words_its_writer_its_story_or_its_address(desk):
    article = make_article(headline="زلزال في البحر", published=True)
    make_comment(article, body="وصلنا إلى القرية", name="هدى", email="huda@reader.example")
    make_comment(make_article(published=True), body="تعليق آخر")
    for words in ("القرية", "هدى", "زلزال", "huda@reader"):
        assert seen(desk, f"state__exact=waiting&q={words}") == ["وصلنا إلى القرية"], words
    assert seen(desk, "state__exact=waiting&q=لاشيء") == []


def test_a_comment_is_read_in_the_panel_and_never_rewritten(desk, story):
    comment = make_comment(story)
    address = reverse("admin:comments_comment_change", args=[comment.pk])
    shown = desk.get(address)
    assert shown.status_code == 200
    assert comment.body in page(shown).text
    assert not page(shown).all("textarea")
    desk.post(address, {"body": "كلام غيره", "state": "approved", "email": "x@x.example"})
    kept = Comment.objects.get()
    assert (kept.body, kept.state, kept.email) == (comment.body, "waiting", comment.email)
    assert desk.get(f"{QUEUE}add/").status_code == 403
    assert desk.post(reverse("admin:comments_comment_delete", args=[comment.pk])).status_code == 403


# What the buttons do


@pytest.mark.parametrize(
    ("name", "state"),
    [("approve", "approved"), ("reject", "rejected"), ("spam", "spam"), ("trash", "trashed")],
)
def test_a_button_decides_and_leads_back_to_the_queue(desk, story, name, state):
    comment = make_comment(story)
    response = desk.post(button(comment, name))
    assert (response.status_code, response["Location"]) == (302, WAITING)
    assert state_of(comment) == state


def test_a_button_leads_back_to_the_list_as_it_was(desk, story):
    make_comment(story, body="أول الكلام")
    listed = f"{QUEUE}?q={quote('الكلام')}&state__exact=waiting"
    (card,) = cards(desk.get(listed))
    # A browser says in which page the button stood.
    said = {"Referer": f"http://testserver{listed}"}
    response = desk.post(card.all("button")[0]["formaction"], headers=said, follow=True)
    back = response.redirect_chain[-1][0]
    assert back == listed


def test_buttons_stand_in_a_form_that_posts_with_a_token(desk, story):
    make_comment(story)
    form = page(desk.get(WAITING)).by_id("changelist-form")
    assert form["method"] == "post"
    assert form.all("input", name="csrfmiddlewaretoken")
    assert all(choice["type"] == "submit" for choice in form.all("button", class_="decision"))


@pytest.mark.parametrize("name", ["approve", "reject", "spam", "trash", "restore"])
def test_nothing_is_decided_by_following_a_link(desk, story, name):
    comment = make_comment(story, state="rejected")
    assert desk.get(button(comment, name)).status_code == 405
    assert state_of(comment) == "rejected"


def test_nothing_is_decided_from_another_site(moderator, story):
    client = Client(enforce_csrf_checks=True)
    client.force_login(moderator)
    comment = make_comment(story)
    assert client.post(button(comment, "approve")).status_code == 403
    bulk = {"action": "approve", "_selected_action": [comment.pk]}
    assert client.post(WAITING, bulk).status_code == 403
    assert state_of(comment) == "waiting"


def test_a_reporter_neither_sees_nor_decides(client, reporter, story):
    client.force_login(reporter)
    comment = make_comment(story)
    bulk = {"action": "approve", "_selected_action": [comment.pk]}
    answers = [
        client.get(WAITING), client.post(WAITING, bulk), client.post(button(comment, "approve")),
        client.get(reverse("admin:comments_comment_change", args=[comment.pk])),
    ]  # fmt: skip
    assert [answer.status_code for answer in answers] == [403] * 4
    assert not any(comment.email in answer.content.decode() for answer in answers)
    assert state_of(comment) == "waiting"


def test_a_stranger_is_asked_to_log_in(client, story):
    comment = make_comment(story)
    for answer in (client.get(WAITING), client.post(button(comment, "approve"))):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/admin/login/")
    assert state_of(comment) == "waiting"


@pytest.mark.parametrize("number", [999999, 10**30])
def test_a_comment_that_is_none_is_not_found(desk, number):
    address = reverse("admin:comments_comment_decide", args=[number, "approve"])
    assert desk.post(address).status_code == 404


def test_a_verb_that_is_none_is_not_found(desk, story):
    comment = make_comment(story)
    assert desk.post(button(comment, "publish")).status_code == 404
    assert state_of(comment) == "waiting"


# Many at once


def test_many_are_decided_at_once_and_the_desk_is_told_how_many(desk, story):
    chosen = [make_comment(story) for _comment in range(3)]
    left = make_comment(story)
    bulk = {"action": "approve", "_selected_action": [comment.pk for comment in chosen]}
    response = desk.post(WAITING, bulk, follow=True)
    assert {state_of(comment) for comment in chosen} == {"approved"}
    assert state_of(left) == "waiting"
    assert "طُبّق «موافقة» على 3 تعليقات." in page(response).text


def test_an_act_on_what_is_in_the_bin_tells_that_nothing_was_decided(desk, story):
    comment = make_comment(story, state="trashed")
    bulk = {"action": "approve", "_selected_action": [comment.pk]}
    response = desk.post(f"{QUEUE}?state__exact=trashed", bulk, follow=True)
    assert state_of(comment) == "trashed"
    assert "على تعليق واحد" not in page(response).text


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ({"seconds": 20}, "(الآن)"), ({"minutes": 1}, "(قبل دقيقة واحدة)"),
        ({"minutes": 2}, "(قبل دقيقتين)"), ({"minutes": 11}, "(قبل 11 دقيقة)"),
        ({"hours": 2}, "(قبل ساعتين)"), ({"hours": 3}, "(قبل 3 ساعات)"),
        ({"days": 1}, "(قبل يوم واحد)"), ({"days": 2}, "(قبل يومين)"), ({"days": 8}, None),
    ],
)  # fmt: skip
def test_how_long_a_comment_waits_is_said_as_people_say_it(desk, since, said):
    sent = timezone.now() - timedelta(**since)
    make_comment(make_article(published=True), submitted_at=sent)
    shown = page(desk.get(WAITING)).one("p", class_="who").one("time")
    assert shown.text == " ".join([house_style.day_and_clock(sent), *([said] if said else [])])
    assert shown.attributes["datetime"] == house_style.iso(sent)
