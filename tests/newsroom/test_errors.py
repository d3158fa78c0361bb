"""When something is wrong, the page says so in Arabic, right to left, and to no search engine."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import get_resolver, include, path
from django.utils import timezone

from tests.comments.pages import Element, page
from tests.factories import make_article


def refused(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


urlpatterns = [
    path("refused/", refused, name="live"),
    path("broken/", broken, name="ready"),
    path("", include("newsroom.urls")),
]


@pytest.fixture
def client(settings) -> Client:
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


def check(shown: Element) -> None:
    root = shown.one("html")
    assert root["lang"].startswith("ar")
    assert root["dir"] == "rtl"
    assert "noindex" in shown.one("meta", name="robots")["content"]
    assert not shown.all("script")
    assert not [element for element in shown.within() if element.get("style") is not None]
    assert len(shown.all("h1")) == 1
    words = shown.one("main").text + shown.one("title").text
    assert not [letter for letter in words if letter.isascii() and letter.isalpha()]
    assert shown.one("main").all("a", href="/")


def answer(client: Client, address: str, status: int) -> Element:
    response = client.get(address)
    assert response.status_code == status
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Content-Security-Policy" in response.headers
    return page(response)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nothing", "/a/xxxxxxxx/", "/tag/لاشيء/", "/page/none/"])
def test_what_is_not_there(client, address):
    check(answer(client, address, 404))


@pytest.mark.django_db
def test_a_story_that_was_withdrawn(client):
    gone = make_article(state="withdrawn", published_at=timezone.now(), headline="خبر مسحوب")
    shown = answer(client, gone.get_absolute_url(), 410)
    check(shown)
    assert "سُحب" in shown.one("h1").text
    assert "خبر مسحوب" not in shown.text


@pytest.mark.django_db
def test_what_somebody_may_not_do(client):
    check(answer(client, "/refused/", 403))


@pytest.mark.django_db
def test_a_form_that_is_not_ours_or_too_old(client):
    response = client.post("/admin/login/", {"username": "x", "password": "y"})
    assert response.status_code == 403
    check(page(response))


@pytest.mark.django_db
def test_something_broke(client):
    check(answer(client, "/broken/", 500))


def test_something_broke_and_the_database_too():
    # Without the fixture `db` any query is an error.
    handler = get_resolver().resolve_error_handler(500)
    response = handler(RequestFactory().get("/"))
    assert response.status_code == 500
    check(page(response))
    assert render_to_string("500.html")
