"""A reader's words come in: stored once, shown when they may be, and never as markup."""

import threading
import time
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from comments import notices, receipts
from comments.intake import author_key, receive
from comments.models import Comment
from comments.screening import Submission
from newsroom.models import SiteSettings
from tests.comments.conftest import WORDS, form_of, real, send
from tests.comments.pages import page
from tests.factories import make_article, make_comment


def take(article: Article, body: str, *, email: str = WORDS["email"], name: str = "سامي"):
    submission = Submission(name=name, email=email, body=body, bait="")
    return receive(article, submission, mode="hold")


# What the sender is told


def test_a_good_comment_is_answered_with_a_page_that_says_it_waits(reader, story):
    response = send(reader, story)
    assert response.status_code == 303
    receipt = reader.get(response["Location"])
    status = page(receipt).one(role="status")
    assert "بانتظار" in status.one("h1").text
    assert status.one("blockquote").text == WORDS["body"]
    assert status.all("a", href=story.get_absolute_url())
    assert receipt.headers["Cache-Control"] == "private, no-store"
    assert page(receipt).one("meta", name="robots")["content"] == "noindex"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("waiting", "تعليقك بانتظار"),
        ("spam", "تعليقك بانتظار"),
        ("approved", "نُشر تعليقك"),
        ("rejected", "لم يُنشر تعليقك"),
        ("trashed", "لم يُنشر تعليقك"),
    ],
)
def test_the_receipt_tells_what_became_of_it(reader, story, state, said):
    receipt = send(reader, story)["Location"]
    Comment.objects.update(state=state)
    assert page(reader.get(receipt)).one("h1").text.startswith(said)


def test_a_receipt_cannot_be_made_up(reader, story):
    comment = make_comment(story)
    stop = notices.stop_address(comment).split("/")[-2]
    for token in (str(comment.pk), "x", stop, f"{receipts.address_of(comment)[19:-2]}x"):
        assert reader.get(reverse("comments:received", args=[token])).status_code == 404


def test_a_receipt_ends_after_a_week_and_with_its_comment(reader, story, monkeypatch):
    comment = make_comment(story)
    now = time.time()
    for age, status in ((6, 200), (8, 404)):
        monkeypatch.setattr(time, "time", lambda age=age: now - age * 24 * 3600)
        receipt = receipts.address_of(comment)
        monkeypatch.undo()
        assert reader.get(receipt).status_code == status
    receipt = receipts.address_of(comment)
    comment.delete()
    assert reader.get(receipt).status_code == 404


# Once


def test_the_same_words_twice_are_one_comment(reader, story):
    first, second = send(reader, story), send(reader, story)
    assert Comment.objects.count() == 1
    assert page(reader.get(second["Location"])).text == page(reader.get(first["Location"])).text


@pytest.mark.parametrize(
    "again",
    [
        "شُكرًا على هذا التقرير",
        "شكرا علي هذا التقرير",
        "  شكرًا   على هذا\r\nالتقرير ",
        "شكــرًا على هذا التقرير",
        "شكرًا\u200f على هذا التقرير\u200b",
    ],
)
def test_the_same_words_otherwise_spelled_are_one_comment(reader, story, again):
    send(reader, story, body="شكرًا على هذا التقرير")
    assert send(reader, story, body=again).status_code == 303
    assert Comment.objects.get().body == "شكرًا على هذا التقرير"


@pytest.mark.parametrize("spelled", ["LAILA@reader.example", " laila+news@READER.example "])
def test_one_reader_by_any_spelling_of_the_address(reader, story, spelled):
    send(reader, story)
    assert send(reader, story, email=spelled, name="ل. ع.").status_code == 303
    assert Comment.objects.count() == 1


def test_other_words_another_reader_or_another_story_are_other_comments(reader, story):
    send(reader, story)
    send(reader, story, body="كلام آخر")
    send(reader, story, email="sami@reader.example")
    send(reader, make_article(published=True))
    assert Comment.objects.count() == 4


def test_the_desk_decides_once_about_words_sent_twice(reader, story):
    send(reader, story)
    Comment.objects.update(state="trashed")
    send(reader, story)
    assert Comment.objects.get().state == "trashed"


@pytest.mark.django_db(transaction=True)
def test_twenty_at_the_same_moment_are_one_comment(story):
    answers: list[int] = []
    together = threading.Barrier(20)

    def press() -> None:
        client = Client(headers={"Sec-Fetch-Site": "same-origin"})
        together.wait()
        answers.append(send(client, story).status_code)
        connections.close_all()

    threads = [threading.Thread(target=press) for _press in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(answers) == {303: 20}
    assert Comment.objects.count() == 1


def test_the_readers_key_does_not_show_who_it_is(settings):
    key = author_key("laila@reader.example")
    settings.SECRET_KEY = "another house's secret"
    assert author_key("laila@reader.example") != key


# What machines hold back


def test_who_fills_in_the_hidden_field_is_spam_and_not_told_so(reader, story):
    response = send(reader, story, website="http://shop.example")
    assert response.status_code == 303
    assert Comment.objects.get().state == "spam"
    assert "بانتظار" in page(reader.get(response["Location"])).one("h1").text


@pytest.mark.parametrize("mode", ["open", "hold"])
@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"body": "http://a.example HTTPS://b.example www.c.example"}, "links"),
        ({"body": "https://a.example/" * 3}, "links"),
        ({"name": "https://shop.example"}, "name"),
        ({"name": "WWW.shop.example"}, "name"),
        ({"website": "x"}, "honeypot"),
    ],
)
def test_somebodys_trade_is_spam_even_where_comments_are_open(reader, story, mode, typed, reason):
    Article.objects.update(comment_mode=mode)
    send(reader, story, **typed)
    comment = Comment.objects.get()
    assert (comment.state, comment.reasons) == ("spam", [reason])


def test_a_readers_two_sources_are_no_trade(reader, story):
    send(reader, story, body="راجعوا https://a.example و www.b.example")
    assert Comment.objects.get().state == "waiting"


def test_every_reason_is_kept(reader, story):
    send(reader, story, website="x", name="www.a.example", body="www.b.example " * 3)
    assert sorted(Comment.objects.get().reasons) == ["honeypot", "links", "name"]


# Open, held, closed, hidden

MODES = [("open", "approved"), ("hold", "waiting")]


def set_mode(story: Article, mode: str, per: str) -> None:
    if per == "article":
        Article.objects.filter(pk=story.pk).update(comment_mode=mode)
        SiteSettings(pk=1, name="صحيفة", comment_mode="hold").save()
    else:
        SiteSettings(pk=1, name="صحيفة", comment_mode=mode).save()


@pytest.mark.parametrize("per", ["article", "site"])
@pytest.mark.parametrize(("mode", "state"), MODES)
def test_where_comments_are_taken_the_mode_decides_when_they_are_shown(
    reader, story, per, mode, state
):
    set_mode(story, mode, per)
    response = send(reader, story)
    assert Comment.objects.get().state == state
    shown = page(reader.get(story.get_absolute_url()))
    assert bool(shown.all(class_="comment")) is (state == "approved")
    if state == "approved":
        assert "نُشر" in page(reader.get(response["Location"])).one("h1").text


@pytest.mark.parametrize("per", ["article", "site"])
@pytest.mark.parametrize("mode", ["closed", "hidden"])
def test_where_comments_are_not_taken_the_words_are_given_back(reader, story, per, mode):
    set_mode(story, mode, per)
    assert "مغلقة" in page(reader.get(form_of(story))).one("main").text
    assert not page(reader.get(form_of(story))).all(id="comment-form")
    response = send(reader, story)
    assert response.status_code == 422
    assert "مغلقة" in page(response).one(role="alert").text
    assert page(response).by_id("comment-form").values["body"] == WORDS["body"]
    assert not Comment.objects.exists()


def test_a_closed_story_shows_earlier_comments_and_a_hidden_one_none(reader, story):
    make_comment(story, state="approved")
    set_mode(story, "closed", "article")
    shown = page(reader.get(story.get_absolute_url()))
    assert len(shown.all(class_="comment")) == 1
    assert not shown.all(id="comment-form")
    assert not shown.all(href=f"{form_of(story)}?parent={Comment.objects.get().pk}")
    set_mode(story, "hidden", "article")
    shown = page(reader.get(story.get_absolute_url()))
    assert not shown.all(class_="comment")
    assert not shown.all(id="comments")


# Under which stories

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "draft"},
        {"state": "submitted"},
        {"published": timezone.now() + HOUR},
        {"state": "withdrawn", "published_at": timezone.now() - HOUR},
        {"published": timezone.now() - 2 * HOUR, "withdraw_at": timezone.now() - HOUR},
    ],
    ids=["draft", "submitted", "embargoed", "withdrawn", "past its time"],
)
@pytest.mark.django_db
def test_nobody_comments_on_a_story_that_is_not_public(reader, fields):
    story = make_article(**fields)
    make_comment(story, state="approved", body="كلام سرّي")
    confirm = reverse("comments:confirm", args=[story.code])
    answers = [reader.get(form_of(story)), send(reader, story), reader.post(confirm, WORDS)]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert not any("سرّي" in answer.content.decode() for answer in answers)
    assert Comment.objects.count() == 1
    assert not Comment.objects.public().exists()


# Whatever is typed


@pytest.mark.parametrize("body", ["😀", "❤️", "👍🏽", "؟", "🇸🇦", "\u0651"])
def test_a_comment_may_be_a_single_sign(reader, story, body):
    assert send(reader, story, body=body).status_code == 303
    assert Comment.objects.get().body == body


def test_two_emoji_are_two_comments(reader, story):
    send(reader, story, body="😀")
    send(reader, story, body="😡")
    assert Comment.objects.count() == 2


@pytest.mark.shared
def test_real_readers_words_are_taken_in_whole(reader, story):
    for text in real("comments-mpold/comments.jsonl")[::20]:
        assert send(reader, story, body=text).status_code == 303, text
    kept = set(Comment.objects.values_list("body", flat=True))
    assert len(kept) > 100
