"""The archive by month reaches every story, however old."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from articles.months import Month
from tests.articles.markup import Document
from tests.factories import make_article, make_author, make_category


def at(*parts: int) -> datetime:
    return timezone.make_aware(datetime(*parts))  # noqa: DTZ001 - made aware


@pytest.fixture
def economy(db):
    section = make_category("اقتصاد", slug="economy")
    author = make_author("سلمى الحداد", slug="salma")
    for moment in (at(2025, 12, 1), at(2025, 12, 31, 23, 59, 59), at(2025, 9, 30, 23, 59, 59)):
        make_article(published=moment, category=section, authors=(author,), tags=("القمح",))
    make_article(published=at(2026, 1, 1), category=section, headline="أول العام")
    return section


def headlines(response) -> list[str]:
    return [card.text() for card in Document.of(response.text).all("h3")]


@pytest.mark.parametrize("path", ["/category/economy/", "/author/salma/", "/tag/القمح/"])
def test_a_month_holds_its_own_stories_by_the_newsrooms_clock(reader, economy, path):
    response = reader.get(f"{path}2025/12/")
    assert response.status_code == 200
    assert len(headlines(response)) == 2
    assert "ديسمبر 2025" in response.text
    assert len(headlines(reader.get(f"{path}2025/09/"))) == 1


def test_the_months_lead_to_one_another_past_empty_ones(reader, economy):
    page = Document.of(reader.get("/category/economy/2025/12/").text)
    links = {link.text(): link.attributes["href"] for link in page.all("a")}
    assert links["سبتمبر 2025"] == "/category/economy/2025/09/"
    assert links["يناير 2026"] == "/category/economy/2026/01/"
    assert links["الأحدث"] == "/category/economy/"


def test_the_last_page_of_a_list_leads_into_the_archive(reader, economy):
    assert "/category/economy/2025/09/" in reader.get("/category/economy/").text


def test_a_paper_of_one_month_offers_no_archive(reader):
    section = make_category("علوم", slug="science")
    make_article(published=timezone.now(), category=section)
    month = Month.of(timezone.now())
    assert f"/category/science/{month.path}" not in reader.get("/category/science/").text


@pytest.mark.parametrize(
    "month", ["2025/10/", "2024/01/", "2025/13/", "2025/00/", "0000/01/", "2025/1/"]
)
def test_a_month_without_stories_is_no_page(reader, economy, month):
    assert reader.get(f"/category/economy/{month}").status_code == 404


def test_an_embargoed_story_makes_no_month(reader, economy):
    ahead = timezone.now() + timedelta(days=70)
    make_article(published=ahead, category=economy)
    month = Month.of(ahead)
    assert reader.get(f"/category/economy/{month.path}").status_code == 404
    assert month.path not in reader.get("/category/economy/2026/01/").text


def test_every_story_is_reached_month_by_month(reader, economy):
    found: list[str] = []
    path = "/category/economy/2026/01/"
    while path:
        page = Document.of(reader.get(path).text)
        found += [card.text() for card in page.all("h3")]
        further = page.all("a", class_="forward")
        path = further[0].attributes["href"] if further else ""
    assert sorted(found) == sorted(Article.objects.values_list("headline", flat=True))


def test_a_month_costs_few_queries(reader, economy, django_assert_max_num_queries):
    with django_assert_max_num_queries(11):
        assert reader.get("/category/economy/2025/12/").status_code == 200
