"""What a cache may keep: every address says it, and every answer carries it."""

import io

import pytest
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import get_resolver, include, path
from django.utils import timezone

from comments import receipts
from comments.models import Comment
from newsroom import caching, checks
from newsroom.models import Page
from tests.factories import make_article, make_author, make_comment

ASK_AGAIN = "public, max-age=0, must-revalidate"
A_YEAR = "public, max-age=31536000, immutable"
NOBODY = "private, no-store"


def forgotten(request: HttpRequest) -> HttpResponse:
    return HttpResponse("?")


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


# A map of addresses for the tests that need one with mistakes in it.
inner = ([path("a/", forgotten, name="forgotten"), path("b/<int:n>/", forgotten)], "inner")
urlpatterns = [
    path("", broken, name="front_page"),
    path("forgotten/", forgotten, name="forgotten"),
    path("nameless/", forgotten),
    path("inner/", include(inner)),
    path("more/", include([path("robots.txt", forgotten, name="robots")])),
]


@pytest.fixture
def mistaken(settings):
    settings.ROOT_URLCONF = __name__


# The map


def test_every_address_declares_its_class():
    assert caching.undeclared(get_resolver()) == []


def test_nothing_is_declared_for_an_address_that_is_gone():
    names = set(caching._names(get_resolver(), ""))
    spaces = {name.partition(":")[0] for name in names}
    for declared in caching.CACHE_CLASSES:
        assert declared in names or declared.removesuffix(":*") in spaces


def test_an_address_that_was_forgotten_stops_the_start(mistaken):
    found = checks.every_address_declares_its_cache_class(None)
    assert {error.id for error in found} == {"newsroom.E003"}
    named = " ".join(error.msg for error in found)
    for name in ("'forgotten'", "'nameless/'", "'inner:forgotten'", "'inner:b/<int:n>/'"):
        assert name in named
    assert len(found) == 4


def test_an_address_that_was_forgotten_is_kept_by_nobody(mistaken, client):
    assert client.get("/forgotten/").headers["Cache-Control"] == NOBODY


def test_a_broken_page_is_kept_by_nobody(mistaken):
    client = Client(raise_request_exception=False)
    response = client.get("/")
    assert (response.status_code, response.headers["Cache-Control"]) == (500, NOBODY)


# What each answer carries


@pytest.fixture
def story(db):
    story = make_article(published=True, authors=(make_author(),), tags=("القمح",))
    make_comment(story, state="approved")
    Page.objects.create(title="من نحن")
    return story


def public_pages(story) -> list[str]:
    return [
        "/",
        story.get_absolute_url(),
        story.category.get_absolute_url(),
        story.authors.get().get_absolute_url(),
        story.tags.get().get_absolute_url(),
        Page.objects.get().get_absolute_url(),
        "/follow/",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemap-1.xml",
    ]


def test_public_pages_are_kept_by_anybody_and_asked_about_each_time(client, story):
    for address in public_pages(story):
        response = client.get(address)
        assert (response.status_code, response.headers["Cache-Control"]) == (200, ASK_AGAIN)
        again = client.get(address, headers={"If-None-Match": response.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["Cache-Control"] == ASK_AGAIN
        assert again.headers["ETag"] == response.headers["ETag"]


def test_public_pages_set_no_cookie_and_differ_for_nobody(client, story, chief):
    member = Client()
    member.force_login(chief)
    for address in public_pages(story):
        for who in (client, member):
            response = who.get(address)
            assert not response.cookies
            assert "cookie" not in response.headers.get("Vary", "").lower()


def test_a_page_that_changed_is_sent_again(client, story):
    address = story.get_absolute_url()
    known = client.get(address).headers["ETag"]
    make_comment(story)
    assert client.get(address, headers={"If-None-Match": known}).status_code == 304
    Comment.objects.update(state="approved")
    assert client.get(address, headers={"If-None-Match": known}).status_code == 200


def test_ways_to_a_story_and_what_is_not_there_may_be_asked_about_again(client, story):
    gone = make_article(state="withdrawn", published_at=timezone.now())
    for address, status in [
        (story.short_url, 301),
        (f"{story.short_url}/nonsense/", 301),
        (gone.get_absolute_url(), 410),
        ("/category/nothing/", 404),
        ("/nothing", 404),
    ]:
        response = client.get(address)
        assert (response.status_code, response.headers["Cache-Control"]) == (status, ASK_AGAIN)
        assert not response.cookies


def test_a_refused_method_is_kept_by_nobody(client, story):
    response = client.post(story.get_absolute_url())
    assert (response.status_code, response.headers["Cache-Control"]) == (405, NOBODY)


def test_nothing_about_one_readers_comment_is_kept(reader, story):
    comment = Comment.objects.get()
    form = f"/comments/{story.code}/"
    typed = {"name": "ليلى", "email": "laila@reader.example", "body": "كلمة"}
    for response in (
        reader.get(form),
        reader.post(form, typed),
        reader.post(form, {}),
        Client().post(form, typed),
        Client(headers={"Origin": "null"}).post(form, typed),
        reader.get(receipts.address_of(comment)),
        reader.get("/comments/received/x/"),
        reader.get("/comments/stop/x/"),
    ):
        assert response.headers["Cache-Control"] == NOBODY


@pytest.mark.django_db
def test_what_machines_ask_about_our_health_is_kept_by_nobody(client):
    for address in ("/health/live", "/health/ready"):
        assert client.get(address).headers["Cache-Control"] == NOBODY


def test_the_panel_is_kept_by_nobody(story, chief):
    client = Client()
    assert client.get("/admin/login/").headers["Cache-Control"] == NOBODY
    assert client.get("/admin/").headers["Cache-Control"] == NOBODY
    client.force_login(chief)
    for address in (
        "/admin/",
        "/admin/articles/article/",
        f"/admin/articles/article/{story.pk}/change/",
        "/admin/comments/comment/?state__exact=approved",
        "/admin/jsi18n/",
    ):
        response = client.get(address)
        assert (response.status_code, response.headers["Cache-Control"]) == (200, NOBODY)


# Files


def test_a_picture_is_kept_for_a_year_and_taken_for_nothing_else(client):
    name = default_storage.save("ab/abcdef.jpg", io.BytesIO(b"\xff\xd8\xff<script>"))
    response = client.get(f"/media/{name}")
    assert b"".join(response) == b"\xff\xd8\xff<script>"
    assert response.headers["Cache-Control"] == A_YEAR
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies


def test_a_picture_that_is_not_there_yet_is_not_missing_for_a_year(client, db):
    response = client.get("/media/ab/none.jpg")
    assert (response.status_code, response.headers["Cache-Control"]) == (404, NOBODY)
