"""What machines ask of us: are you well, what may I fetch, where is everything; stored files."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from articles.models import Article
from newsroom import sitemaps
from newsroom.models import Page
from tests.factories import make_article, make_category

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

# Health


@pytest.mark.django_db
def test_a_sound_newsroom_is_live_and_ready(client):
    assert client.get("/health/live").json() == {"status": "ok"}
    response = client.get("/health/ready")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "database": "ok", "cache": "ok"}


def test_it_is_live_without_database(client):
    # Without the fixture `db` any query is an error.
    assert client.get("/health/live").status_code == 200


@pytest.mark.django_db
def test_a_broken_cache_is_named(client, settings, tmp_path):
    (tmp_path / "file").write_text("no folder")
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": tmp_path / "file" / "in it"}}
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json() == {"status": "failing", "database": "ok", "cache": "failing"}


@pytest.mark.django_db(transaction=True)
def test_a_broken_database_is_named(client, monkeypatch):
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/nowhere/at/all")
    try:
        response = client.get("/health/ready")
    finally:
        monkeypatch.undo()
        connection.close()
    assert response.status_code == 503
    assert response.json() == {"status": "failing", "database": "failing", "cache": "ok"}


# Crawlers


def test_robots_may_fetch_all_but_the_panel_and_the_forms(client):
    response = client.get("/robots.txt")
    lines = response.content.decode().split("\n")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert lines[0] == "User-agent: *"
    assert [line for line in lines if line.startswith("Disallow")] == [
        "Disallow: /admin/",
        "Disallow: /comments/",
    ]
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in lines


def listed(client, address: str) -> dict[str, str | None]:
    """Addresses and changes in a sitemap; its index has addresses alone."""
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
    root = ET.fromstring(response.content)  # noqa: S314 - made by ourselves
    assert root.tag in {f"{NAMESPACE}urlset", f"{NAMESPACE}sitemapindex"}
    found = {}
    for entry in root:
        place = entry.findtext(f"{NAMESPACE}loc")
        assert place.startswith(f"{settings.SITE_URL}/")
        assert place.isascii()
        assert place not in found
        found[place.removeprefix(settings.SITE_URL)] = entry.findtext(f"{NAMESPACE}lastmod")
    return found


def all_listed(client) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for part in listed(client, "/sitemap.xml"):
        entries = listed(client, part)
        assert not found.keys() & entries.keys()
        found |= entries
    return found


@pytest.mark.django_db
def test_the_sitemap_holds_every_live_story_and_nothing_else(client):
    hour = timezone.now() - timedelta(hours=1)
    part = make_category("الحبوب & الزيوت", slug="حبوب-و-زيوت", parent=make_category())
    live = [make_article(published=True, category=part) for _story in range(5)]
    live.append(make_article(published=True, headline="أسعار \"القمح\" & <الشعير> 'اليوم'"))
    page = Page.objects.create(title="من نحن", in_footer=False)
    hidden = [
        make_article(),
        make_article(state="ready"),
        make_article(published=timezone.now() + timedelta(hours=1)),
        make_article(state="withdrawn", published_at=hour),
        make_article(published=hour, withdraw_at=timezone.now() - timedelta(minutes=1)),
    ]
    found = all_listed(client)
    assert {story.get_absolute_url() for story in live} <= found.keys()
    assert not {story.get_absolute_url() for story in hidden} & found.keys()
    assert {"/", part.get_absolute_url(), page.get_absolute_url()} <= found.keys()
    for address in found:
        assert client.get(address).status_code == 200


@pytest.mark.django_db
def test_the_sitemap_says_when_a_story_changed_for_its_readers(client):
    published = timezone.now().replace(microsecond=0) - timedelta(days=2)
    story = make_article(published=published)
    assert all_listed(client)[story.get_absolute_url()] == timezone.localtime(published).isoformat()
    updated = published + timedelta(days=1)
    Article.objects.update(updated_at=updated)
    assert all_listed(client)[story.get_absolute_url()] == timezone.localtime(updated).isoformat()


@pytest.mark.django_db
def test_a_large_sitemap_comes_in_parts_that_keep_their_stories(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "STORIES_A_PART", 2)
    start = timezone.now() - timedelta(hours=9)
    stories = [make_article(published=start + timedelta(hours=n)) for n in range(5)]
    assert len(listed(client, "/sitemap.xml")) == 3
    assert {story.get_absolute_url() for story in stories} <= all_listed(client).keys()
    assert list(listed(client, "/sitemap-2.xml")) == [s.get_absolute_url() for s in stories[2:4]]
    make_article(published=True)
    assert list(listed(client, "/sitemap-2.xml")) == [s.get_absolute_url() for s in stories[2:4]]


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["0", "2", "99999999999999999999"])
def test_a_part_that_is_none_is_not_found(client, part):
    assert client.get(f"/sitemap-{part}.xml").status_code == 404


@pytest.mark.django_db
def test_an_empty_newsroom_has_a_sitemap(client):
    assert list(all_listed(client)) == ["/", "/follow/"]


# Stored files


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        "../secret_key", "../../etc/passwd", "%2e%2e/secret_key", "..%2fsecret_key",
        "ab/../../secret_key", "/etc/passwd", "//etc/passwd", "..", "ab", "", "none.jpg",
        "x%00.jpg", "x" * 300, "صورة.jpg", "..\\secret_key",
    ],
)  # fmt: skip
def test_nothing_outside_the_folder_and_nothing_missing_is_given_out(client, tmp_path, name):
    (tmp_path / "secret_key").write_text("کلید")
    default_storage.save("ab/x.jpg", ContentFile(b"x"))
    response = client.get(f"/media/{name}")
    assert response.status_code == 404
    assert response.headers["Cache-Control"] != "public, max-age=31536000, immutable"
    assert "کلید" not in response.content.decode()


def test_a_stored_file_is_given_out_whole_and_as_what_it_is(client):
    name = default_storage.save("ab/صورة.png", ContentFile(b"\x89PNG" * 9000))
    response = client.get(f"/media/{name}")
    assert b"".join(response) == b"\x89PNG" * 9000
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert client.head(f"/media/{name}").headers["Content-Length"] == "36000"
    assert client.post(f"/media/{name}").status_code == 405
