"""The door of the panel: what somebody is told who comes too soon, and what stays of it."""

from datetime import timedelta

import pytest
from django.contrib.auth import hashers
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone, translation
from django.utils.dateparse import parse_datetime

from articles.models import AuditEntry
from newsroom import log_in_limits
from newsroom.log_in import LogInForm
from newsroom.models import LogInTries
from tests.articles.markup import Document

pytestmark = pytest.mark.django_db
DOOR = "/admin/login/"
RIGHT = "a-long-password"


def knock(client: Client, name: str, password: str, address: str = "197.32.10.5", **more: str):
    typed = {"username": name, "password": password, **more}
    return client.post(DOOR, typed, REMOTE_ADDR=address)


def refuse(client: Client, name: str, times: int = 3) -> None:
    for _slip in range(times):
        assert knock(client, name, "قمح").status_code == 200


def test_too_many_tries_are_answered_with_when_to_come_again(client, editor):
    refuse(client, "editor")
    answer = knock(client, "editor", RIGHT, next="/admin/articles/article/")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 30
    document = Document.of(answer, comments=True)
    told = document.one("p", id="refused")
    assert "لم يُنظر في كلمة المرور" in told.text()
    again = document.one("time")
    moment = parse_datetime(again.attributes["datetime"])
    assert moment is not None
    assert timedelta() < moment - timezone.now() <= timedelta(seconds=30)
    assert "بعد" in again.text()
    # Nothing that was typed is lost but the password.
    assert document.one("input", name="username").attributes["value"] == "editor"
    assert document.one("input", name="next").attributes["value"] == "/admin/articles/article/"
    assert "value" not in document.one("input", name="password").attributes
    assert "no-store" in answer.headers["Cache-Control"]


def test_no_password_is_looked_at_and_no_cache_is_asked(client, editor, monkeypatch):
    refuse(client, "editor")
    cache.clear()
    seen: list[str] = []
    for name in ("verify_password", "make_password"):
        kept = getattr(hashers, name)
        monkeypatch.setattr(
            f"django.contrib.auth.hashers.{name}",
            lambda *args, kept=kept, **named: (seen.append("hashed"), kept(*args, **named))[1],
        )
    before = AuditEntry.objects.count()
    for _time in range(20):
        assert knock(client, "editor", RIGHT).status_code == 429
    assert not seen
    assert AuditEntry.objects.count() == before


def test_an_unknown_name_gets_the_same_answers(editor):
    said = {}
    for name in ("editor", "nobody"):
        answers = [knock(Client(), name, "قمح", f"94.187.40.{len(name)}") for _slip in range(4)]
        texts = [
            Document.of(answer, comments=True).one("p", id="refused").text() for answer in answers
        ]
        said[name] = ([answer.status_code for answer in answers], texts[:3])
    assert said["editor"] == said["nobody"]
    assert said["editor"][0] == [200, 200, 200, 429]


def test_the_right_password_opens_as_soon_as_the_time_has_come(client, editor):
    refuse(client, "editor")
    now = timezone.now()
    LogInTries.objects.filter(opens_at__gt=now).update(opens_at=now)
    assert knock(client, "editor", RIGHT).status_code == 302
    refuse(Client(), "editor")  # three slips are free again


def test_who_never_fails_leaves_nothing_behind(client, editor):
    assert knock(client, "editor", RIGHT).status_code == 302
    assert not LogInTries.objects.exists()


def test_a_browser_that_was_here_before_gets_in_while_others_try(client, editor):
    assert knock(client, "editor", RIGHT).status_code == 302
    client.post("/admin/logout/")
    stranger = Client()
    refuse(stranger, "editor")
    assert knock(stranger, "editor", RIGHT).status_code == 429
    assert knock(client, "editor", RIGHT).status_code == 302


def test_what_a_browser_is_known_for_is_one_account_and_cannot_be_made_up(client, editor, chief):
    answer = knock(client, "editor", RIGHT)
    [(name, known)] = [pair for pair in answer.cookies.items() if pair[0].startswith("device-")]
    assert (known["path"], known["httponly"], known["samesite"]) == (DOOR, True, "Lax")
    for carried in (
        {name: known.value[:-1] + ("A" if known.value[-1] != "A" else "B")},
        {f"device-{log_in_limits.account_key('chief')[:16]}": known.value},
    ):
        stranger = Client()
        LogInTries.objects.all().delete()
        refuse(Client(), "chief")
        refuse(Client(), "editor")
        for key, value in carried.items():
            stranger.cookies[key] = value
        assert knock(stranger, "chief", RIGHT).status_code == 429
        assert knock(stranger, "editor", RIGHT).status_code == 429


def test_a_forged_address_of_a_stranger_is_no_new_network(client, editor):
    for number in range(15):
        client.post(
            DOOR, {"username": f"اسم{number}", "password": "قمح"}, REMOTE_ADDR="197.32.10.5",
            headers={"X-Forwarded-For": f"10.0.0.{number}"},
        )  # fmt: skip
    assert knock(client, "اسم", "قمح").status_code == 429


def test_an_empty_form_counts_for_nothing(client):
    for _time in range(20):
        assert client.post(DOOR, {"username": "", "password": ""}).status_code == 200
    assert not LogInTries.objects.exists()


def test_a_flood_of_wrong_passwords_fills_no_trail(client, editor):
    for number in range(60):
        for name in ("editor", f"اسم{number}"):
            knock(client, name, "قمح", f"10.{number}.0.1")
        LogInTries.objects.exclude(key__startswith="trail:").delete()
    refused = AuditEntry.objects.filter(verb="log_in_failed")
    assert refused.filter(thing=editor.pk).count() == 10
    assert refused.filter(thing=None).count() == 20
    LogInTries.objects.update(opens_at=timezone.now())
    knock(client, "editor", "قمح")
    assert refused.order_by("-number")[0].changes["left_out"] == [None, 50]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "بعد ثانية واحدة"),
        (2, "بعد ثانيتين"),
        (5, "بعد 5 ثوانٍ"),
        (30, "بعد 30 ثانية"),
        (91, "بعد دقيقتين، عند الساعة"),
        (15 * 60 - 1, "بعد 15 دقيقة، عند الساعة"),
    ],
)
def test_the_wait_is_told_in_good_arabic(seconds, words):
    form = LogInForm()
    form.opens_at = timezone.now() + timedelta(seconds=seconds)
    with translation.override("ar"):
        assert words in form.wait_in_words


def test_old_tries_are_cleared_by_the_clock(client, editor, settings):
    refuse(client, "editor")
    LogInTries.objects.update(opens_at=timezone.now() - timedelta(days=2))
    kept = LogInTries.objects.filter(key__startswith="trail:")
    call_command("tick")
    assert set(LogInTries.objects.all()) == set(kept)
    refuse(client, "editor")
    LogInTries.objects.update(opens_at=timezone.now() - timedelta(days=2))
    settings.TICK_SECONDS = 1
    Client().get("/")
    assert set(LogInTries.objects.all()) == set(kept)
