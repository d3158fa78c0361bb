"""Mail to a reader who was answered: only when asked for, without a word of a stranger's."""

from email import message_from_bytes
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

from articles.models import Article
from comments import moderation, notices
from comments.models import Comment
from tests.comments.conftest import WORDS, send
from tests.comments.pages import page
from tests.factories import make_comment


@pytest.fixture
def asked(story) -> Comment:
    """A public comment whose reader wants to hear of answers."""
    return make_comment(
        story, state="approved", notify=True, name="سامي القارئ", email="sami@reader.example"
    )


@pytest.fixture
def decided(django_capture_on_commit_callbacks, moderator):
    """Carry out a verb with everything that follows it."""

    def carry_out(verb, comment: Comment) -> Comment:
        with django_capture_on_commit_callbacks(execute=True):
            return verb(comment, by=moderator)

    return carry_out


def answer_to(asked: Comment, **fields) -> Comment:
    fields = {"name": "ليلى", "body": "كلمة لا تصل", "email": "laila@reader.example"} | fields
    return make_comment(asked.article, parent=asked, **fields)


def test_who_asked_is_told_when_an_answer_becomes_public(decided, asked, mailoutbox):
    answer = answer_to(asked)
    assert mailoutbox == []
    decided(moderation.approve, answer)
    (mail,) = mailoutbox
    assert mail.to == ["sami@reader.example"]
    assert mail.subject == "رُدَّ على تعليقك"
    assert asked.article.headline in mail.body
    assert f"{settings.SITE_URL}{answer.get_absolute_url()}" in mail.body


def test_the_mail_is_arabic_whoever_approved_and_in_whatever_language(decided, asked, mailoutbox):
    with translation.override("en"):  # the panel of this moderator
        decided(moderation.approve, answer_to(asked))
    (mail,) = mailoutbox
    assert mail.subject == "رُدَّ على تعليقك"
    ours = mail.body.replace(settings.SITE_URL, "").replace(asked.article.headline, "")
    assert "رسالة" in ours or "تعليق" in ours
    assert "Somebody" not in ours


def test_the_mail_holds_no_word_that_a_stranger_chose(decided, asked, mailoutbox):
    answer = answer_to(asked, name="اسم غريب\u202e", body="اشتروا من shop.example")
    decided(moderation.approve, answer)
    sent = mailoutbox[0].message().as_bytes()
    decoded = message_from_bytes(sent).get_payload(decode=True).decode()
    everything = sent.decode("ascii", "replace") + decoded + mailoutbox[0].subject
    for word in (answer.name, answer.body, answer.email, "shop.example", asked.name, asked.body):
        assert word not in everything


@pytest.mark.parametrize("verb", [moderation.reject, moderation.mark_spam, moderation.trash])
def test_nobody_is_told_of_an_answer_that_stays_hidden(decided, asked, mailoutbox, verb):
    decided(verb, answer_to(asked))
    assert mailoutbox == []


def test_who_did_not_ask_is_not_told(decided, asked, mailoutbox):
    Comment.objects.filter(pk=asked.pk).update(notify=False)
    decided(moderation.approve, answer_to(Comment.objects.get()))
    decided(moderation.approve, make_comment(asked.article))
    assert mailoutbox == []


@pytest.mark.parametrize("address", ["sami@reader.example", "Sami+x@READER.example"])
def test_nobody_is_told_of_their_own_answer(decided, asked, mailoutbox, address):
    decided(moderation.approve, answer_to(asked, email=address))
    assert mailoutbox == []


def test_an_answer_approved_again_is_told_once(decided, asked, mailoutbox):
    answer = answer_to(asked)
    for verb in (moderation.approve, moderation.approve, moderation.reject, moderation.approve):
        decided(verb, answer)
    assert len(mailoutbox) == 1


def test_an_answer_shown_at_once_is_told_too(
    reader, asked, mailoutbox, django_capture_on_commit_callbacks
):
    Article.objects.update(comment_mode="open")
    with django_capture_on_commit_callbacks(execute=True):
        send(reader, asked.article, parent=str(asked.pk))
    assert [mail.to for mail in mailoutbox] == [["sami@reader.example"]]


def test_an_answer_under_a_story_taken_back_is_not_told(decided, asked, mailoutbox):
    answer = answer_to(asked)
    Article.objects.update(state="withdrawn")
    decided(moderation.approve, answer)
    assert mailoutbox == []


def test_the_wish_is_taken_from_the_form(reader, story):
    send(reader, story, notify="on")
    assert Comment.objects.get().notify
    send(reader, story, body="بلا رسائل")
    assert not Comment.objects.latest("id").notify


# To end it


@pytest.fixture
def stop(decided, asked, mailoutbox) -> str:
    """The path in the header of a mail that was sent."""
    decided(moderation.approve, answer_to(asked))
    headers = mailoutbox[0].message()
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = headers["List-Unsubscribe"].strip("<>")
    assert address in mailoutbox[0].body
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}" == settings.SITE_URL
    return parts.path


def test_a_mail_program_ends_the_mail_by_one_post(stop, asked):
    program = Client(enforce_csrf_checks=True)
    response = program.post(stop, {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    asked.refresh_from_db()
    assert not asked.notify


def test_to_follow_the_link_only_asks(stop, asked):
    scanner = Client(enforce_csrf_checks=True)
    assert scanner.head(stop).status_code == 200
    response = scanner.get(stop)
    asked.refresh_from_db()
    assert asked.notify
    form = page(response).one("main").one("form", method="post")
    assert form.one("button", type="submit").text == "نعم، أوقفوها"
    assert page(scanner.post(form.get("action") or stop, form.values)).one("h1").text
    asked.refresh_from_db()
    assert not asked.notify


def test_mail_that_was_ended_stays_ended(stop, decided, asked, mailoutbox):
    Client().post(stop)
    decided(moderation.approve, answer_to(asked, body="جواب ثانٍ"))
    assert len(mailoutbox) == 1


def test_one_link_ends_the_mail_about_one_comment(asked, story):
    other = make_comment(story, state="approved", notify=True)
    Client().post(notices.stop_address(other))
    asked.refresh_from_db()
    assert asked.notify


@pytest.mark.parametrize(
    "token", ["1", "x", "MQ:1xVryb:TDZg4dgM9_yN6YmoOq_8TCcDMEOEUd45NVMSMedS1W4"]
)
def test_a_link_made_up_ends_nothing(asked, token):
    assert Client().post(f"/comments/stop/{token}/").status_code == 404
    asked.refresh_from_db()
    assert asked.notify


def test_a_receipt_is_no_link_to_end_the_mail(reader, asked):
    receipt = send(reader, asked.article, notify="on")["Location"]
    assert Client().post(receipt.replace("received", "stop")).status_code == 404
    assert Comment.objects.latest("id").notify


# When mail is out of order


@pytest.mark.django_db(transaction=True)
def test_a_broken_mail_server_does_not_undo_the_decision(settings, moderator, asked, caplog):
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": 1, "timeout": 2},
        }
    }
    client = Client()
    client.force_login(moderator)
    answer = answer_to(asked)
    response = client.post(reverse("admin:comments_comment_decide", args=[answer.pk, "approve"]))
    assert response.status_code == 302
    answer.refresh_from_db()
    assert answer.state == "approved"
    # Not silently either: the log says what failed.
    assert any("tell_the_answered" in record.getMessage() for record in caplog.records)


def test_a_name_with_line_breaks_reaches_no_header(reader, asked, decided, mailoutbox):
    crafted = {"name": "x\r\nBcc: all@reader.example", "parent": str(asked.pk)}
    send(reader, asked.article, **crafted)
    Article.objects.update(headline="خبر\r\nBcc: all@reader.example")
    decided(moderation.approve, Comment.objects.latest("id"))
    (mail,) = mailoutbox
    assert mail.message()["Bcc"] is None
    assert mail.recipients() == ["sami@reader.example"]


def test_the_words_of_the_form_never_leave_by_mail(reader, asked, decided, mailoutbox):
    send(reader, asked.article, parent=str(asked.pk))
    decided(moderation.approve, Comment.objects.latest("id"))
    assert WORDS["body"] not in mailoutbox[0].body
