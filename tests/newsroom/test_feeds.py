"""Feed readers get the newest stories, whole addresses and nothing unpublished."""

from datetime import timedelta
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone

from articles.arabic.bidi import strip_controls
from tests.conftest import SHARED
from tests.factories import make_article, make_author, make_category

PATHS = ["/feed/", "/category/economy/feed/", "/tag/القمح/feed/", "/author/salma/feed/"]


@pytest.fixture
def economy(db, settings):
    settings.SITE_URL = "https://news.example"
    settings.SECURE_SSL_REDIRECT = False
    return make_category("اقتصاد", slug="economy", description="أسواق وأسعار")


def story(section, **fields):
    authors = (make_author("سلمى الحداد", slug=fields.pop("author", "salma")),)
    return make_article(
        **{"published": True, "category": section, "authors": authors, "tags": ("القمح",)} | fields
    )


def items(response) -> list[ET.Element]:
    assert response.status_code == 200
    return ET.fromstring(response.content).findall("channel/item")  # noqa: S314 - our own


@pytest.mark.parametrize("path", PATHS)
def test_a_story_is_told_with_whole_addresses_and_a_lasting_id(reader, economy, path):
    told = story(economy, headline="قمح & خبز <أرخص>", standfirst="ملخّص")
    (item,) = items(reader.get(path))
    assert strip_controls(item.findtext("title")) == told.headline
    assert item.findtext("link") == f"https://news.example{told.get_absolute_url()}"
    guid = item.find("guid")
    assert (guid.text, guid.get("isPermaLink")) == (f"https://news.example/a/{told.code}", "false")
    assert item.findtext("pubDate").endswith("+0300") or item.findtext("pubDate").endswith("+0000")
    assert [category.text for category in item.findall("category")] == ["اقتصاد", "القمح"]
    assert "سلمى الحداد" in item.findtext("{http://purl.org/dc/elements/1.1/}creator")


def test_a_story_without_a_standfirst_is_told_by_its_first_paragraph(reader, economy):
    box = '<aside data-box="facts"><h3>بطاقة</h3><p>سطر من البطاقة</p></aside>'
    story(economy, standfirst="", body=f"{box}<h2>عنوان فقرة</h2><p>قال <em>الوزير</em>.</p>")
    (item,) = items(reader.get("/feed/"))
    assert strip_controls(item.findtext("description")) == "قال الوزير."


@pytest.mark.parametrize("path", PATHS)
def test_nothing_unpublished_is_told(reader, economy, path):
    story(economy)
    ahead = timezone.now() + timedelta(days=1)
    story(economy, author="b", published=ahead, headline="خبر محظور حتى الغد")
    story(economy, author="c", published=False, headline="مسودة سرّية")
    assert len(items(reader.get(path))) == 1
    assert "محظور" not in reader.get(path).content.decode()


def test_the_newest_thirty_come_newest_first(reader, economy):
    start = timezone.now() - timedelta(days=2)
    for number in range(33):
        make_article(
            published=start + timedelta(minutes=number), category=economy, headline=f"خبر {number}"
        )
    told = [strip_controls(item.findtext("title")) for item in items(reader.get("/feed/"))]
    assert told == [f"خبر {number}" for number in range(32, 2, -1)]


def test_a_reader_that_has_it_already_gets_no_second_copy(reader, economy):
    story(economy)
    first = reader.get("/feed/")
    again = reader.get("/feed/", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert "Set-Cookie" not in first.headers


def test_a_topic_known_by_no_story_has_no_feed(reader, economy):
    story(economy, published=False)
    for path in PATHS[2:]:
        assert reader.get(path).status_code == 404
    assert items(reader.get("/category/economy/feed/")) == []


def test_pages_name_their_feeds(reader, economy):
    story(economy)
    page = reader.get("/category/economy/").text
    assert 'href="/feed/"' in page
    assert 'href="/category/economy/feed/"' in page


@pytest.mark.shared
def test_no_naughty_string_breaks_a_feed(reader, economy):
    import json

    with (SHARED / "naughty-strings" / "blns.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"].replace("\x00", "")[:250]
            make_article(published=True, category=economy, headline=text or "x", standfirst=text)
    for page in range(14):
        assert reader.get("/feed/").status_code == 200, page
        items(reader.get("/feed/"))
        from articles.models import Article

        newest = Article.objects.live().newest_first().values_list("pk", flat=True)[:30]
        Article.objects.filter(pk__in=list(newest)).delete()


def test_a_feed_costs_few_queries(reader, economy, django_assert_max_num_queries):
    for number in range(20):
        story(economy, author=f"a{number}")
    with django_assert_max_num_queries(6):
        reader.get("/feed/")


ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("path", PATHS)
def test_atom_and_json_tell_the_same_as_rss(reader, economy, path):
    told = story(economy, headline="قمح & خبز <أرخص>", standfirst="ملخّص")
    atom = reader.get(f"{path}atom/")
    assert atom.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ET.fromstring(atom.content)  # noqa: S314 - our own
    (entry,) = feed.findall(f"{ATOM}entry")
    assert strip_controls(entry.findtext(f"{ATOM}title")) == told.headline
    assert entry.findtext(f"{ATOM}id") == f"https://news.example/a/{told.code}"
    assert entry.findtext(f"{ATOM}updated")[-6:] in {"+03:00", "+00:00"}
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert unquote(own[0]) == f"https://news.example{path}atom/"
    answer = reader.get(f"{path}json/")
    assert answer.headers["Content-Type"] == "application/feed+json; charset=utf-8"
    feed = answer.json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert unquote(feed["feed_url"]) == f"https://news.example{path}json/"
    (item,) = feed["items"]
    assert strip_controls(item["title"]) == told.headline
    assert item["id"] == f"https://news.example/a/{told.code}"
    assert item["url"] == f"https://news.example{told.get_absolute_url()}"
    assert item["date_published"].endswith("+03:00")
    assert item["tags"] == ["اقتصاد", "القمح"]
    assert "سلمى الحداد" in item["authors"][0]["name"]


@pytest.mark.parametrize("ending", ["atom/", "json/"])
def test_no_format_tells_what_is_not_published(reader, economy, ending):
    ahead = timezone.now() + timedelta(days=1)
    story(economy, published=ahead, headline="خبر محظور حتى الغد", embargo_until=ahead)
    assert "محظور" not in reader.get(f"/feed/{ending}").text
    assert reader.get(f"/category/economy/feed/{ending}").status_code == 200
    assert reader.get(f"/tag/القمح/feed/{ending}").status_code == 404


@pytest.mark.parametrize("ending", ["", "atom/", "json/"])
def test_a_feed_that_is_there_already_costs_a_mark(reader, economy, ending):
    story(economy)
    first = reader.get(f"/feed/{ending}")
    again = reader.get(f"/feed/{ending}", headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304


# The news sitemap


NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_news_search_engines_get_two_days_and_nothing_else(reader, economy):
    now = timezone.now()
    fresh = story(economy, headline="قمح & خبز\x0b <أرخص>", published=now - timedelta(hours=47))
    story(economy, author="b", headline="قديم", published=now - timedelta(hours=49))
    ahead = now + timedelta(hours=1)
    story(economy, author="c", headline="محظور", published=ahead, embargo_until=ahead)
    story(economy, author="d", headline="مسودة", published=False)
    answer = reader.get("/news-sitemap.xml")
    (url,) = ET.fromstring(answer.content)  # noqa: S314 - our own
    assert unquote(url.findtext(f"{SITEMAP}loc")) == unquote(
        f"https://news.example{fresh.get_absolute_url()}"
    )
    told = url.find(f"{NEWS}news")
    assert told.findtext(f"{NEWS}title") == "قمح & خبز <أرخص>"
    assert told.findtext(f"{NEWS}publication_date").endswith("+03:00")
    publication = told.find(f"{NEWS}publication")
    assert publication.findtext(f"{NEWS}language") == "ar"
    assert publication.findtext(f"{NEWS}name")
    assert "/news-sitemap.xml" in reader.get("/robots.txt").text


def test_the_news_sitemap_costs_two_questions(reader, economy, django_assert_max_num_queries):
    for number in range(5):
        story(economy, author=f"a{number}")
    with django_assert_max_num_queries(2):
        reader.get("/news-sitemap.xml")
