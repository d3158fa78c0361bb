"""A forgotten password: the same answer for everybody, one link, one hour, and all browsers out."""

import re
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core import mail
from django.test import Client

from articles.models import AuditEntry
from newsroom.models import User
from tests.newsroom.test_people import PASSWORD, link_in, mailed

pytestmark = pytest.mark.django_db

FORGOTTEN = "/admin/forgotten/"


def asked(email: str, client: Client | None = None):
    return (client or Client()).post(FORGOTTEN, {"email": email})


def test_a_new_password_by_mail_ends_all_sessions(editor):
    elsewhere = Client()
    elsewhere.force_login(editor)
    assert FORGOTTEN in Client().get("/admin/login/").text
    asked(editor.email.upper())
    (message,) = mailed()
    link = link_in(message.body)
    guest = Client()
    shown = guest.get(link, follow=True)
    address = shown.redirect_chain[-1][0]
    assert link not in address, "the key leaves the address at once"
    sent = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert guest.post(address, sent).url == "/admin/login/"
    assert elsewhere.get("/admin/").status_code == 302
    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)
    assert "/admin/" not in Client().get(link, follow=True).context.get("link", "")
    again = Client().get(link, follow=True)
    assert "لم يعد هذا الرابط يفتح شيئًا" in again.text
    assert AuditEntry.objects.filter(verb="reset_password", who=editor.pk).exists()


def test_the_answer_is_the_same_for_who_is_not_there(editor, reporter):
    User.objects.filter(pk=reporter.pk).update(is_active=False)
    asked_for = (editor.email, "nobody@desk.example", reporter.email)
    texts = {re.sub(r'nonce="[^"]+"', "", asked(email).text) for email in asked_for}
    assert len(texts) == 1
    assert [message.to for message in mailed()] == [[editor.email]]


def test_a_link_lasts_an_hour(editor, monkeypatch, settings):
    assert settings.PASSWORD_RESET_TIMEOUT == 3600
    asked(editor.email)
    link = link_in(mailed()[0].body)
    later = datetime.now() + timedelta(minutes=61)  # noqa: DTZ005 - as Django's own clock does
    monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda _self: later)
    assert "لم يعد هذا الرابط" in Client().get(link, follow=True).text


def test_asking_again_and_again_is_stopped_in_words(editor):
    answers = [asked(editor.email) for _number in range(12)]
    assert answers[0].status_code == 200
    assert answers[-1].status_code == 429
    assert editor.email in answers[-1].text, "what was typed stays"
    assert len(mailed(3)) <= 4
    for _number in range(40):
        asked("other@desk.example")
    assert len(mail.outbox) <= 4


@pytest.mark.parametrize("typed", ["", "x", "a@b\nBcc: c@d.example", "\x00@desk.example"])
def test_what_is_no_address_is_said(typed):
    answer = asked(typed)
    assert answer.status_code == 422
    assert answer.context["form"].errors


@pytest.mark.parametrize("crafted", ["x/y", "MQ/set-password", "%00/%00", "9" * 300 + "/abc"])
def test_a_crafted_link_opens_nothing(crafted):
    answer = Client().get(f"{FORGOTTEN}{crafted}/", follow=True)
    assert answer.status_code in {200, 404}
    assert 'name="new_password1"' not in answer.text
