"""What every public page promises: to machines, to caches, to the database."""

import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import settings as house
from django.db import connection, models
from django.db.models import query
from django.http import HttpResponse
from django.templatetags.static import static
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from newsroom.models import Page, SiteSettings
from tests.articles.markup import Document
from tests.factories import (
    make_article,
    make_author,
    make_category,
    make_comment,
    make_picture,
)

pytestmark = pytest.mark.django_db

MOST_QUERIES = 13  # of an article, one of them for advertising
COPY_LINK, SUGGEST, LIVE = house.COPY_LINK, house.SUGGEST, house.LIVE


@pytest.fixture
def paper() -> dict[str, str]:
    """A small whole paper; the address of each kind of page."""
    parent = make_category("اقتصاد", slug="economy")
    section = make_category("طاقة", slug="energy", parent=parent)
    picture = make_picture()
    authors = (make_author("سلمى الحداد", picture=picture), make_author("نادر بوخطوة"))
    hour = timezone.now().replace(microsecond=0) - timedelta(days=1)
    for number in range(21):
        make_article(
            category=section, authors=authors, tags=("القمح",), label="breaking",
            published=hour - timedelta(minutes=number), lead_picture=picture,
        )  # fmt: skip
    inset = f'<p>نص</p><figure data-picture="{picture.pk}"></figure>'
    story = make_article(
        category=section, authors=authors, tags=("القمح", "الأمن"), published=hour, body=inset,
        headline="القمح في «أعلى» سعر", standfirst="ملخّص", lead_picture=picture,
    )  # fmt: skip
    gone = make_article(published=hour, state="withdrawn", category=section)
    page = Page.objects.create(title="من نحن", slug="about", body="<p>نحن</p>", in_footer=True)
    SiteSettings.objects.create(
        pk=1, name="غرفة الأخبار", accounts="https://social.example/paper", logo=picture
    )
    return {
        "article": story.get_absolute_url(),
        "category": section.get_absolute_url(),
        "parent": parent.get_absolute_url(),
        "second page": f"{section.get_absolute_url()}?page=2",
        "tag": story.tags.get(name="القمح").get_absolute_url(),
        "author": authors[0].get_absolute_url(),
        "front": "/",
        "page": page.get_absolute_url(),
        "follow": "/follow/",
        "short": story.short_url,
        "gone": gone.get_absolute_url(),
        "missing": "/a/zzzzzzzz/x/",
        "sitemap": "/sitemap.xml",
        "robots": "/robots.txt",
    }


KINDS = [
    "article", "category", "parent", "second page", "tag", "author", "front", "page", "follow",
    "short", "gone", "missing", "sitemap", "robots",
]  # fmt: skip
HTML = [kind for kind in KINDS if kind not in {"short", "sitemap", "robots"}]


def vary(answer: HttpResponse) -> set[str]:
    return set(filter(None, re.split(", *", answer.get("Vary", ""))))


def test_a_public_page_depends_on_nobody_who_asks(reader, paper, subtests):
    for kind in KINDS:
        with subtests.test(kind):
            first = reader.get(paper[kind])
            assert not first.cookies
            assert vary(first) <= {"Accept-Encoding"}
            other = {"Accept-Language": "en", "User-Agent": "curl", "Referer": "https://a.example"}
            assert reader.get(paper[kind], headers=other).content == first.content


@pytest.mark.parametrize("value", ["q" * 32, "x", ""])
def test_an_old_cookie_of_the_panel_changes_nothing(reader, paper, value):
    first = reader.get(paper["article"])
    reader.cookies["sessionid"] = value
    again = reader.get(paper["article"])
    assert again.content == first.content
    assert not again.cookies
    assert vary(again) <= {"Accept-Encoding"}


def test_a_member_of_the_desk_gets_the_readers_page(client, reader, paper, chief, subtests):
    client.force_login(chief)
    for kind in KINDS:
        with subtests.test(kind):
            answer = client.get(paper[kind])
            assert answer.content == reader.get(paper[kind]).content
            assert not answer.cookies


def test_nothing_of_strangers_runs_or_is_loaded(reader, paper, subtests):
    for kind in HTML:
        with subtests.test(kind):
            answer = reader.get(paper[kind])
            page = Document.of(answer)
            ours = [{"src": static(COPY_LINK.path), "integrity": COPY_LINK.integrity, "defer": ""}]
            running = [script.attributes for script in page.running_scripts]
            assert running == (ours if kind in {"article", "follow"} else [])
            for script in page.all("script", type="application/ld+json"):
                assert script.attributes == {"type": "application/ld+json"}
            for element in page.all():
                assert not any(
                    name.startswith("on") or name == "style" for name in element.attributes
                )
                for name in ("src", "srcset"):
                    assert element.attributes.get(name, "/").startswith("/")
                if element.tag == "link" and element.attributes["rel"] != "canonical":
                    assert element.attributes["href"].startswith("/")
            policy = answer["Content-Security-Policy"]
            for rule in ("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
                assert rule in policy
            assert "unsafe" not in policy
            assert "nonce" not in policy
            assert f"script-src {COPY_LINK.source} {SUGGEST.source} {LIVE.source};" in policy
            assert answer["X-Content-Type-Options"] == "nosniff"


def test_each_page_is_a_whole_arabic_page(reader, paper, subtests):
    for kind in HTML:
        with subtests.test(kind):
            page = Document.of(reader.get(paper[kind]))
            html = page.one("html").attributes
            assert (html["lang"], html["dir"]) == ("ar", "rtl")
            assert len(page.all("h1")) == 1
            assert page.one("title").text()


def test_a_page_names_its_own_address(reader, paper, settings, subtests):
    for kind in [kind for kind in HTML if kind not in {"gone", "missing"}]:
        with subtests.test(kind):
            page = Document.of(reader.get(paper[kind]))
            canonical = page.one("link", rel="canonical").attributes["href"]
            assert unquote(canonical) == unquote(f"{settings.SITE_URL}{paper[kind]}")


def test_an_error_is_not_for_search_engines(reader, paper, subtests):
    for kind in ["gone", "missing"]:
        with subtests.test(kind):
            page = Document.of(reader.get(paper[kind]))
            assert "noindex" in page.one("meta", name="robots").attributes["content"]
            assert not page.all("link", rel="canonical")


def json_ld(page: Document) -> dict[str, Any]:
    script = page.one("script", type="application/ld+json")
    return json.loads("".join(map(str, script.children)))


def test_machines_read_the_story_too(reader, paper, settings):
    page = Document.of(reader.get(paper["article"]))
    story = Article.objects.get(headline="القمح في «أعلى» سعر")
    data = json_ld(page)
    time = page.one("div", class_="byline").one("time").attributes["datetime"]
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == story.headline
    assert data["datePublished"] == time == data["dateModified"]
    assert data["mainEntityOfPage"] == f"{settings.SITE_URL}{paper['article']}"
    assert [author["name"] for author in data["author"]] == ["سلمى الحداد", "نادر بوخطوة"]
    assert all(author["url"].startswith(settings.SITE_URL) for author in data["author"])
    assert (data["timeRequired"], data["wordCount"]) == ("PT1M", story.word_count)
    assert data["inLanguage"] == "ar"
    assert data["publisher"]["name"]
    assert data["image"]
    assert all(image.startswith(settings.SITE_URL) for image in data["image"])
    said = {
        meta.attributes["property"]: meta.attributes["content"]
        for meta in page.all("meta")
        if "property" in meta.attributes
    }
    assert said["og:title"] == story.headline
    assert said["og:description"] == "ملخّص"
    assert said["article:published_time"] == time
    assert said["og:image"].startswith(settings.SITE_URL)
    assert said["og:image:alt"] == story.lead_picture.alt_text
    assert page.one("title").text().replace("\u2068", "").replace("\u2069", "") == (
        "القمح في «أعلى» سعر - غرفة الأخبار"
    )
    assert page.one("meta", name="description").attributes["content"] == "ملخّص"


@pytest.mark.parametrize(
    "headline",
    [
        "قال </script><script>alert(1)</script>", "<!-- <script>", "]]>", "أ\u2028ب\u2029ج",
        'علامة "اقتباس" & \\ مائلة', "</title><h1>",
    ],
)  # fmt: skip
def test_a_headline_cannot_leave_the_head(reader, headline):
    story = make_article(published=True, headline=headline, standfirst=headline)
    page = Document.of(reader.get(story.get_absolute_url()))
    assert len(page.all("title")) == len(page.all("h1")) == len(page.running_scripts) == 1
    assert json_ld(page)["headline"] == headline


@pytest.mark.parametrize(
    ("label", "kind"),
    [("opinion", "OpinionNewsArticle"), ("analysis", "AnalysisNewsArticle"), ("", "NewsArticle")],
)
def test_an_opinion_is_called_one(reader, label, kind):
    story = make_article(published=True, label=label)
    assert json_ld(Document.of(reader.get(story.get_absolute_url())))["@type"] == kind


def test_a_story_costs_as_much_whatever_its_comments(reader, paper):
    story = Article.objects.get(headline="القمح في «أعلى» سعر")
    costs, written = [], 0
    for count in (0, 5, 200):
        for _ in range(count - written):
            make_comment(story, state="approved")
        written = count
        with CaptureQueriesContext(connection) as captured:
            page = reader.get(paper["article"]).content.decode()
        assert page.count('id="comment-') - page.count('id="comment-form"') >= count
        costs.append(len(captured))
    assert costs[0] <= MOST_QUERIES
    assert costs == costs[:1] * 3


def test_a_list_costs_as_much_whatever_its_length(reader, paper):
    def cost(kind: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert reader.get(paper[kind]).status_code == 200
        return len(captured)

    lists = ["category", "parent", "tag", "author"]
    long = {kind: cost(kind) for kind in lists}
    # The first asks besides how the desk composed it.
    assert cost("second page") == long["category"] - 1
    Article.objects.exclude(body__contains="figure").update(state="draft")
    assert {kind: cost(kind) for kind in lists} == long
    assert max(long.values()) <= MOST_QUERIES


def test_no_page_forgets_a_relation(reader, paper, monkeypatch, subtests):
    """In production it costs a query; here it is an error that names the field."""
    # Django's own default, for the time of a request: none of our code is replaced.
    monkeypatch.setattr(query, "DEFAULT_FETCH_MODE", models.FETCH_RAISE)
    for kind in HTML:
        with subtests.test(kind):
            answer = reader.get(paper[kind])
            assert answer.status_code in {200, 404, 410}


def test_a_forgotten_relation_would_be_found(paper, monkeypatch):
    monkeypatch.setattr(query, "DEFAULT_FETCH_MODE", models.FETCH_RAISE)
    with pytest.raises(Exception, match="category"):
        assert Article.objects.all()[0].category.name


def test_only_reading_is_answered(reader, paper):
    for kind in ("article", "category", "tag", "author", "front", "page", "follow", "short"):
        assert reader.post(paper[kind]).status_code == 405
        head = reader.head(paper[kind])
        assert head.status_code in {200, 301}
        assert head.content == b""


def test_an_unchanged_page_is_not_sent_again(reader, paper):
    first = reader.get(paper["article"])
    again = reader.get(paper["article"], headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
