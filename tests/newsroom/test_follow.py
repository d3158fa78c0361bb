"""The page that explains feeds: what they are, how they are used, where each of them stands."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.models import SiteSettings
from tests.articles.markup import Document
from tests.factories import make_category

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(settings):
    settings.SITE_URL = "https://news.example"
    economy = make_category("اقتصاد", slug="economy", order=20)
    make_category("طاقة", slug="طاقة-متجددة", parent=economy)
    make_category("سياسة", slug="politics", order=10)


@pytest.fixture
def shown(reader, paper) -> Document:
    return Document.of(reader.get("/follow/"))


def test_every_feed_is_named_with_its_whole_address(shown):
    feeds = shown.one("section", **{"aria-labelledby": "feeds"})
    links = [link.text() for link in feeds.all("a")]
    assert links == ["كل الأخبار", "سياسة", "اقتصاد", "طاقة"]
    addresses = [address.text() for address in feeds.all("bdi", class_="address")]
    assert addresses == [
        "https://news.example/feed/",
        "https://news.example/category/politics/feed/",
        "https://news.example/category/economy/feed/",
        "https://news.example/category/طاقة-متجددة/feed/",
    ]


def test_every_link_leads_to_a_feed(reader, shown):
    feeds = shown.one("section", **{"aria-labelledby": "feeds"})
    for link in feeds.all("a"):
        assert link.attributes["type"] == "application/rss+xml"
        answer = reader.get(link.attributes["href"])
        assert (answer.status_code, answer["Content-Type"]) == (
            200, "application/rss+xml; charset=utf-8",
        )  # fmt: skip


def test_the_parts_stand_within_their_section(shown):
    feeds = shown.one("section", **{"aria-labelledby": "feeds"})
    inner = feeds.all("ul")[1]
    assert [link.text() for link in inner.all("a")] == ["طاقة"]


def test_it_is_explained_in_three_steps(shown):
    assert shown.one("h1").text() == "تابعنا"
    assert [heading.text() for heading in shown.one("main").all("h2")] == [
        "ما خلاصة الأخبار؟", "في ثلاث خطوات", "خلاصاتنا",
    ]  # fmt: skip
    assert len(shown.one("section", **{"aria-labelledby": "how"}).one("ol").all("li")) == 3
    assert "للكتّاب والوسوم" in shown.one("section", **{"aria-labelledby": "feeds"}).text()


def test_the_paper_names_its_accounts_where_it_has_some(reader, paper):
    SiteSettings.objects.create(pk=1, name="البيادر", accounts="https://www.social.example/b")
    accounts = Document.of(reader.get("/follow/")).one("section", **{"aria-labelledby": "accounts"})
    link = accounts.one("a")
    assert (link.text(), link.attributes["href"]) == (
        "social.example", "https://www.social.example/b",
    )  # fmt: skip


def test_every_page_links_to_it_and_search_engines_know_it(reader, paper, settings):
    footer = Document.of(reader.get("/")).one("footer")
    assert footer.one("a", href="/follow/").text() == "خلاصات الأخبار"
    assert "<loc>https://news.example/follow/</loc>" in reader.get("/sitemap-1.xml").text


def test_it_says_what_it_is_to_machines(shown):
    assert shown.one("link", rel="canonical").attributes["href"] == "https://news.example/follow/"
    assert shown.one("meta", name="description").attributes["content"]
    crumbs = shown.one("nav", class_="crumbs")
    assert [link.attributes["href"] for link in crumbs.all("a")] == ["/"]


def test_it_costs_four_queries_whatever_the_number_of_sections(reader, paper):
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert reader.get("/follow/").status_code == 200
        return len(asked)

    few = cost()
    for number in range(9):
        make_category("جزء", parent=make_category(f"قسم {number}"))
    assert cost() == few == 4  # settings, navigation, pages of the footer, sections with parts
