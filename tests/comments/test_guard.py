"""Whose page sent a comment: ours, a stranger's, or nobody says; and what each is answered."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from articles.guard import Sender, sender_of
from comments.models import Comment
from tests.comments.conftest import WORDS, form_of, send
from tests.comments.pages import page

OURS, FOREIGN, UNKNOWN = Sender.OURS, Sender.FOREIGN, Sender.UNKNOWN
HTTPS = "https://news.example"
LOCAL = "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("site", "origin", "host", "site_url", "secure", "sender"),
    [
        # Neither header
        (None, None, "news.example", HTTPS, True, UNKNOWN),
        (None, None, "127.0.0.1:8000", LOCAL, False, UNKNOWN),
        # What the browser says alone
        ("same-origin", None, "news.example", HTTPS, True, OURS),
        ("same-site", None, "news.example", HTTPS, True, FOREIGN),
        ("cross-site", None, "news.example", HTTPS, True, FOREIGN),
        ("none", None, "news.example", HTTPS, True, FOREIGN),
        ("", None, "news.example", HTTPS, True, FOREIGN),
        ("Same-Origin", None, "news.example", HTTPS, True, FOREIGN),
        ("same-origin, cross-site", None, "news.example", HTTPS, True, FOREIGN),
        # The origin alone: an older browser, or a site without https
        (None, HTTPS, "news.example", HTTPS, True, OURS),
        (None, "HTTPS://News.Example", "news.example", HTTPS, True, OURS),
        (None, f"{HTTPS}:443", "news.example", HTTPS, True, OURS),
        (None, f"{HTTPS}:8443", "news.example", HTTPS, True, FOREIGN),
        (None, "http://news.example", "news.example", HTTPS, True, FOREIGN),
        (None, "null", "news.example", HTTPS, True, FOREIGN),
        (None, "", "news.example", HTTPS, True, FOREIGN),
        (None, "https://evil.example", "news.example", HTTPS, True, FOREIGN),
        (None, "https://news.example.evil.example", "news.example", HTTPS, True, FOREIGN),
        (None, "https://news.example@evil.example", "news.example", HTTPS, True, FOREIGN),
        (None, "https://sub.news.example", "news.example", HTTPS, True, FOREIGN),
        (None, "https://evilnews.example", "news.example", HTTPS, True, FOREIGN),
        (None, f"{HTTPS} https://evil.example", "news.example", HTTPS, True, FOREIGN),
        # Both
        ("same-origin", HTTPS, "news.example", HTTPS, True, OURS),
        ("same-origin", "null", "news.example", HTTPS, True, FOREIGN),
        ("same-origin", "https://evil.example", "news.example", HTTPS, True, FOREIGN),
        ("cross-site", HTTPS, "news.example", HTTPS, True, FOREIGN),
        ("same-site", HTTPS, "news.example", HTTPS, True, FOREIGN),
        # Behind a proxy that ends TLS and says nothing: the site's own address still counts
        ("same-origin", HTTPS, "news.example", HTTPS, False, OURS),
        (None, HTTPS, "10.0.0.7:8000", HTTPS, False, OURS),
        # On a developer's machine
        (None, LOCAL, "127.0.0.1:8000", LOCAL, False, OURS),
        (None, "http://localhost:8000", "localhost:8000", LOCAL, False, OURS),
        (None, "http://localhost:8000", "127.0.0.1:8000", LOCAL, False, FOREIGN),
        (None, "http://127.0.0.1", "127.0.0.1:8000", LOCAL, False, FOREIGN),
        (None, "http://127.0.0.1:9000", "127.0.0.1:8000", LOCAL, False, FOREIGN),
        (None, "http://[::1]:8000", "[::1]:8000", LOCAL, False, OURS),
        # Garbage
        (None, "http://[::1", "127.0.0.1:8000", LOCAL, False, FOREIGN),
        (None, "http://127.0.0.1:8000x", "127.0.0.1:8000", LOCAL, False, FOREIGN),
        (None, "http://127.0.0.1:99999", "127.0.0.1:8000", LOCAL, False, FOREIGN),
        (None, "//127.0.0.1:8000", "127.0.0.1:8000", LOCAL, False, FOREIGN),
        (None, "127.0.0.1:8000", "127.0.0.1:8000", LOCAL, False, FOREIGN),
        (None, "file://", "127.0.0.1:8000", LOCAL, False, FOREIGN),
        (None, "ليلى", "127.0.0.1:8000", LOCAL, False, FOREIGN),
        # An address of the site that is none must not make "null" ours
        (None, "null", "news.example", "https://news.example:99999", True, FOREIGN),
    ],
)
def test_whose_page_sent_it(settings, site, origin, host, site_url, secure, sender):
    settings.SITE_URL, settings.ALLOWED_HOSTS = site_url, ["*"]
    said = {"Sec-Fetch-Site": site, "Origin": origin, "Host": host}
    headers = {name: value for name, value in said.items() if value is not None}
    assert sender_of(RequestFactory().post("/", secure=secure, headers=headers)) is sender


@pytest.mark.parametrize(
    ("headers", "sender"),
    [
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, OURS),
        ({"Sec-Fetch-Site": "same-origin", "Origin": LOCAL}, OURS),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "null"}, FOREIGN),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"}, FOREIGN),
        ({"Origin": "https://evil.example"}, FOREIGN),
        ({"Origin": "null"}, UNKNOWN),
        ({}, UNKNOWN),
    ],
)
def test_a_page_that_tells_no_origin_is_judged_by_the_other_header(settings, headers, sender):
    settings.SITE_URL = LOCAL
    request = RequestFactory().post("/", headers={"Host": "127.0.0.1:8000", **headers})
    assert sender_of(request, hides_origin=True) is sender


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_a_form_of_another_site_stores_nothing_and_is_told_why(story, headers):
    response = send(Client(headers=headers), story, remember="on")
    assert response.status_code == 403
    assert "أُرسل من موقع آخر" in page(response).one("main").text
    assert not response.cookies
    assert not Comment.objects.exists()


def test_a_foreign_form_does_not_borrow_an_editors_session(story, editor):
    client = Client(headers={"Origin": "https://evil.example"})
    client.force_login(editor)
    assert send(client, story).status_code == 403
    assert not Comment.objects.exists()


def test_a_session_gives_a_comment_no_rights(story, chief):
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    client.force_login(chief)
    assert send(client, story, body="<b>كلمة</b>").status_code == 303
    assert Comment.objects.get().state == "waiting"


def test_our_own_page_needs_no_cookie(story):
    client = Client(headers={"Origin": settings.SITE_URL}, enforce_csrf_checks=True)
    response = send(client, story)
    assert response.status_code == 303
    assert not response.cookies


# Neither header: press once more


@pytest.fixture
def silent(db) -> Client:
    """A browser without either header."""
    return Client(enforce_csrf_checks=True)


def test_who_says_nothing_is_asked_to_press_again_with_the_words_kept(silent, story):
    body = "\nسطر <b>أول</b>\r\n\r\nوثانٍ & 'ثالث'"
    response = send(silent, story, body=body, remember="on")
    assert response.status_code == 200
    assert not Comment.objects.exists()
    form = page(response).by_id("comment-form")
    assert form["action"] == reverse("comments:confirm", args=[story.code])
    kept = form.values
    assert kept.pop("proof")
    assert kept.pop("website") == ""
    assert kept == WORDS | {"body": body.replace("\r\n", "\n"), "remember": "on"}
    cookie = response.cookies["confirm"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (
        "/comments/",
        True,
        "Strict",
    )
    assert response.headers["Cache-Control"] == "private, no-store"


def test_the_second_press_stores_the_comment(silent, story):
    form = page(send(silent, story)).by_id("comment-form")
    response = silent.post(form["action"], form.values)
    assert response.status_code == 303
    assert Comment.objects.get().body == WORDS["body"]
    assert page(silent.get(response["Location"])).one(role="status")


def test_what_is_wrong_is_said_at_the_second_press_too(silent, story):
    form = page(send(silent, story, email="x")).by_id("comment-form")
    response = silent.post(form["action"], form.values)
    assert response.status_code == 422
    assert page(response).by_id("comment-email-error").text
    assert page(response).by_id("comment-form").values["body"] == WORDS["body"]


def test_the_second_press_needs_the_proof_of_the_first_on_the_same_device(silent, story):
    form = page(send(silent, story)).by_id("comment-form")
    without = {name: text for name, text in form.values.items() if name != "proof"}
    elsewhere = Client(enforce_csrf_checks=True)
    for client, words in ((silent, without), (elsewhere, form.values)):
        response = client.post(form["action"], words)
        assert response.status_code == 200
        assert page(response).by_id("comment-form").values["body"] == WORDS["body"]
    assert not Comment.objects.exists()


def test_the_second_press_needs_no_referer_over_https(silent, story, settings):
    settings.SITE_URL, settings.SECURE_SSL_REDIRECT = "https://testserver", False
    asked = silent.post(reverse("comments:leave", args=[story.code]), WORDS, secure=True)
    form = page(asked).by_id("comment-form")
    response = silent.post(form["action"], form.values, secure=True)
    assert response.status_code == 303


def test_the_confirm_page_ties_its_fields_to_what_it_says_of_them(silent, story):
    shown = page(send(silent, story, email="x", body=""))
    for control in shown.by_id("comment-form").within():
        for name in (control.get("aria-describedby") or "").split():
            assert shown.by_id(name).text


def test_the_confirm_address_answers_a_press_alone(silent, story):
    address = reverse("comments:confirm", args=[story.code])
    assert silent.get(address).status_code == 405


# A page that a cache gave out


def test_the_article_page_holds_no_token_and_sets_no_cookie(reader, story):
    response = reader.get(story.get_absolute_url())
    hidden = [c["name"] for c in page(response).by_id("comment-form").all("input", type="hidden")]
    assert hidden == ["parent"]
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    # Under no-referrer a browser would send "Origin: null", which we must refuse.
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_the_form_of_a_page_given_out_yesterday_still_works(story):
    kept = page(Client().get(story.get_absolute_url())).by_id("comment-form")
    story.published_at = timezone.now() - timedelta(days=1)
    story.save()
    late = Client(headers={"Sec-Fetch-Site": "same-origin"}, enforce_csrf_checks=True)
    assert late.post(kept["action"], kept.values | WORDS).status_code == 303


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_the_form_knows_no_other_method(reader, story, method):
    assert getattr(reader, method)(form_of(story)).status_code == 405
