"""An address once printed keeps working, however it was typed, cut off or mangled."""

from datetime import timedelta
from urllib.parse import quote, unquote

import pytest
from django.utils import timezone

from articles.lists import LAST_PAGE, STORIES_A_PAGE
from articles.models import Article
from tests.articles.markup import Document
from tests.factories import make_article, make_author, make_category

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_article(published=True, slug="قمح-رخيص-في-2025", tags=("القمح",))


def mangled(story: Article) -> list[str]:
    canonical = story.get_absolute_url()
    code, slug = story.code, quote(story.slug)
    return [
        f"/a/{code}", f"/a/{code}/", f"/a/{code}//", f"/a/{code}//{slug}/", f"/a/{code}/{slug}//",
        canonical[:-1], canonical[:-2], canonical[:-3], canonical[: len(canonical) // 2],
        canonical.lower()[:-1], f"/a/{code}/x/", f"/a/{code}/%/", f"/a/{code}/%D9/",
        f"/a/{code}/%ED%A0%80/", f"/a/{code}/%00/", f"/a/{code}/a%0Ab", f"/a/{code}/a%0Ab/",
        f"/a/{code}/{slug}/amp/", f"/a/{code}/{slug}%20", f"/a/{code}/{slug}/%E2%80%8F",
        f"/a/{code}/{slug})", f"/a/{code}/{slug}/،", f"/a/{code}/index.html",
        f"/a/{code}/{'ا' * 5000}/", f"/a/{code}/{'%25' * 500}/", f"/a/{code}/..%2F..%2Fadmin/",
        f"/a/{code}/<script>/", f"/a/{code}/{quote(slug)}/", f"/a/{code}/{slug}/?utm=x",
    ]  # fmt: skip


def test_every_spelling_leads_to_the_story_in_one_step_at_most(reader, story, subtests):
    canonical = unquote(story.get_absolute_url())
    for address in mangled(story):
        with subtests.test(address[:60]):
            answer = reader.get(address)
            if answer.status_code == 301:
                moved = answer["Location"]
                assert unquote(moved) == canonical
                assert moved.isascii()
                answer = reader.get(moved)
            assert answer.status_code == 200
            assert Document.of(answer).one("h1").text() == story.headline


def test_raw_and_encoded_letters_are_the_same_page(reader, story):
    encoded = story.get_absolute_url()
    assert encoded.isascii()
    pages = [reader.get(address) for address in (encoded, unquote(encoded), encoded.lower())]
    assert [page.status_code for page in pages] == [200, 200, 200]
    assert pages[0].content == pages[1].content == pages[2].content


def test_an_unknown_code_is_an_arabic_404(reader, story):
    for address in (
        "/a/zzzzzzzz/x/", "/a/zzzzzzzz", "/a/", "/a/x/", "/a/ZZZZZZZZ/x/", f"/a/{story.code}x/y/",
        f"/a/{story.code[:-1]}/y/", "/a/%00/x/", "/a/zzzz%00zzz/x/", "/a/%ED%A0%80zzzz/",
        "/nowhere", "/category/لا-قسم/", "/tag/لا-وسم/", "/author/لا-أحد/", "/a/" + "z" * 5000,
    ):  # fmt: skip
        answer = reader.get(address)
        assert answer.status_code == 404, address
        page = Document.of(answer)
        assert page.one("html").attributes["lang"] == "ar"
        assert page.one("h1").text() == "هذه الصفحة غير موجودة"


@pytest.mark.parametrize("kind", ["category", "tag", "author"])
def test_a_naughty_slug_is_a_404_and_never_an_error(reader, story, kind):
    for slug in (
        "%00", "a%00b", "%ED%A0%80", "%ED%BF%BF", "%FF%FE", "%C0%80", "ا" * 10_000, "%2E%2E", "%0A",
        "x%0A", "'", '"', "%27%20OR%201=1--", "%F0%9F%98%80", "%E2%80%AE", "%3Cscript%3E",
        "{{7*7}}", "null", "-1", "9" * 400,
    ):  # fmt: skip
        assert reader.get(f"/{kind}/{slug}/").status_code in {301, 404}, slug


@pytest.mark.parametrize("state", ["draft", "submitted", "in_review", "ready"])
def test_a_story_that_was_never_public_does_not_exist(reader, state):
    story = make_article(state=state, slug="سر")
    hidden = make_article(published=timezone.now() + timedelta(hours=1), slug="سر")
    for code in (story.code, hidden.code):
        answers = [reader.get(f"/a/{code}{end}") for end in ("", "/", "/سر/", "/x")]
        unknown = [reader.get(f"/a/zzzzzzzz{end}") for end in ("", "/", "/سر/", "/x")]
        assert {answer.status_code for answer in answers} == {404}
        assert [a.content.replace(code.encode(), b"") for a in answers] == [
            u.content.replace(b"zzzzzzzz", b"") for u in unknown
        ]


def test_a_missing_slash_is_one_step_too(reader, story):
    for address in (story.category.get_absolute_url(), story.tags.get().get_absolute_url()):
        answer = reader.get(address.rstrip("/"))
        assert (answer.status_code, unquote(answer["Location"])) == (301, unquote(address))


def fill(number: int, **fields) -> None:
    """That many live stories, all of one second."""
    moment = timezone.now().replace(microsecond=0) - timedelta(hours=1)
    Article.objects.bulk_create(
        Article(
            headline=f"خبر {place}", slug=f"خبر-{place}", code=f"{place:08d}", state="published",
            published_at=moment, first_published_at=moment, **fields,
        )
        for place in range(number)
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["category", "tag", "author"])
def test_turning_the_pages_shows_every_story_once(reader, kind):
    section, author = make_category(), make_author()
    for _ in range(2 * STORIES_A_PAGE + 5):
        make_article(
            category=section, authors=(author,), tags=("القمح",),
            published=timezone.now().replace(microsecond=0) - timedelta(hours=1),
        )  # fmt: skip
    shown = {"category": section, "author": author, "tag": Article.objects.first().tags.get()}[kind]
    address, met = shown.get_absolute_url(), []
    while address:
        page = Document.of(reader.get(address))
        met += [link.attributes["href"] for item in page.all("h3") for link in item.all("a")]
        older = page.all("a", rel="next")
        address = older[0].attributes["href"] if older else ""
        if address.startswith("?"):
            address = shown.get_absolute_url() + address
    assert len(met) == len(set(met)) == 2 * STORIES_A_PAGE + 5
    assert reader.get(f"{shown.get_absolute_url()}?page=4").status_code == 404


@pytest.mark.parametrize(
    "number",
    ["0", "-1", "3", "51", "x", "١", "۱", "1e9", "", " 1", "1 ", "+1", "1.0", "0x1", "9" * 5000,
     "%00", "%ED%A0%80", "²", "1_0"],
)  # fmt: skip
def test_a_page_that_there_is_not_is_a_404(reader, number):
    section = make_category()
    fill(STORIES_A_PAGE + 1, category=section)
    assert reader.get(f"{section.get_absolute_url()}?page={number}").status_code == 404


def test_an_archive_ends_at_its_last_page(reader):
    section = make_category()
    fill(LAST_PAGE * STORIES_A_PAGE + 5, category=section)
    address = section.get_absolute_url()
    last = reader.get(f"{address}?page={LAST_PAGE}")
    assert last.status_code == 200
    assert not Document.of(last).all("a", rel="next")
    assert reader.get(f"{address}?page={LAST_PAGE + 1}").status_code == 404


def test_an_empty_section_has_a_first_page_that_says_so(reader):
    address = make_category().get_absolute_url()
    assert Document.of(reader.get(address)).one("p", class_="notice").text()
    assert reader.get(f"{address}?page=2").status_code == 404


def test_the_current_page_is_named_and_the_others_are_links(reader):
    section = make_category()
    fill(3 * STORIES_A_PAGE, category=section)
    page = Document.of(reader.get(f"{section.get_absolute_url()}?page=2"))
    pages = page.one("nav", class_="pages")
    assert pages.one("span", **{"aria-current": "page"}).text() == "الصفحة 2"
    assert [link.attributes["href"] for link in pages.all("a")] == [
        "?page=1", "?page=1", "?page=3", "?page=3",
    ]  # fmt: skip
