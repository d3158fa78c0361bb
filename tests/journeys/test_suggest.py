"""Lines under the search field while somebody types: by keyboard, by finger, never in the way."""

import contextlib
import re
from urllib.parse import quote

import pytest

from articles.search import index
from tests.factories import make_article, make_author

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OPTIONS = "#suggested [role=option]"


@pytest.fixture
def stories(paper):
    author = make_author("قمر الزين")
    made = [
        make_article(
            published=True,
            headline=headline,
            tags=("القمح",),
            authors=(author,),
        )
        for headline in ("أسعار القمح في المرفأ", "قمح جديد من السهل", "قمة المناخ تفتتح أعمالها")
    ]
    index.index([story.pk for story in made])
    return made


@pytest.fixture
def page(paper, stories, browser):
    page = browser(javascript=True)
    page.goto(f"{paper}/search/")
    return page


def type_and_wait(page, text: str) -> list[str]:
    # Typed slowly, the beginning is asked too: the lines are those of the last answer.
    with page.expect_response(re.compile(f"{quote(text)}$")) as answer:
        page.locator("#q").press_sequentially(text, delay=20)
    answer.value.finished()
    page.wait_for_timeout(50)
    page.locator(OPTIONS).first.wait_for()
    return page.locator(f"{OPTIONS} bdi").all_inner_texts()


def active(page) -> str:
    return page.evaluate(
        "document.getElementById(q.getAttribute('aria-activedescendant') ?? '')"
        "?.querySelector('bdi').textContent ?? ''"
    )


def test_the_lines_say_what_begins_as_was_typed(page):
    lines = type_and_wait(page, "قم")
    assert lines[:2] == ["القمح", "قمر الزين"]
    assert set(lines[2:]) <= {
        "أسعار القمح في المرفأ",
        "قمح جديد من السهل",
        "قمة المناخ تفتتح أعمالها",
    }
    assert page.locator("[role=status].hidden").inner_text() == f"{len(lines)} اقتراحات"
    assert page.locator("#q").get_attribute("aria-expanded") == "true"
    assert page.locator("#q").get_attribute("role") == "combobox"


def test_the_keyboard_goes_through_them_and_back(page, paper, stories):
    lines = type_and_wait(page, "قمح")
    assert active(page) == ""
    page.keyboard.press("ArrowDown")
    assert active(page) == lines[0]
    page.keyboard.press("ArrowUp")
    assert active(page) == ""
    page.keyboard.press("ArrowUp")
    assert active(page) == lines[-1]
    page.keyboard.press("ArrowDown")
    assert active(page) == ""
    # From right to left too, these two belong to the text.
    before = page.evaluate("q.selectionStart")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("q.selectionStart") == before - 1
    assert page.locator("#q").input_value() == "قمح"
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{paper}{stories[0].tags.get().get_absolute_url()}"


def test_escape_closes_and_enter_searches_what_was_typed(page):
    type_and_wait(page, "قمح")
    page.keyboard.press("Escape")
    assert page.locator("#suggested").is_hidden()
    assert page.locator("#q").input_value() == "قمح"
    assert page.locator("#q").get_attribute("aria-expanded") == "false"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/search/?q=" in page.url


def test_a_press_on_a_line_leads_to_it_and_leaving_the_field_closes(page, paper, stories):
    type_and_wait(page, "قمح")
    page.keyboard.press("Tab")
    assert page.locator("#suggested").is_hidden()
    page.fill("#q", "")
    type_and_wait(page, "أسعار القم")
    with page.expect_navigation():
        page.locator(OPTIONS, has_text="المرفأ").click()
    assert page.url == f"{paper}{stories[0].get_absolute_url()}"


def test_a_late_answer_is_forgotten_and_typing_waits_for_none(page):
    asked, held = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.route(re.compile("q=%D9%82%D9%85$"), lambda route: held.append(route))  # noqa: PLW0108
    with page.expect_request("**/search/suggest/**"):
        page.locator("#q").press_sequentially("قم", delay=10)
    assert page.locator("#q").input_value() == "قم"
    lines = type_and_wait(page, "ر")
    assert lines == ["قمر الزين"]
    assert len([url for url in asked if "suggest/" in url]) == 2, (
        "one question after a pause, not one a letter"
    )
    from playwright.sync_api import Error

    late = {"lines": [{"kind": "", "text": "متأخر", "url": "/"}], "said": ""}
    with contextlib.suppress(Error):  # the browser gave the question up already
        held[0].fulfill(json=late)
    assert page.locator(f"{OPTIONS} bdi").all_inner_texts() == lines


@pytest.mark.parametrize(
    "answer", [{"status": 500, "body": "x"}, {"status": 200, "body": "<html>"}]
)
def test_where_no_answer_comes_the_field_works(page, answer):
    errors = []
    page.on("pageerror", lambda error: errors.append(error))  # noqa: PLW0108
    page.route("**/search/suggest/**", lambda route: route.fulfill(**answer))
    with page.expect_response("**/search/suggest/**"):
        page.locator("#q").press_sequentially("قمح", delay=10)
    assert page.locator("#suggested").is_hidden()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("ol.story-list li").count() == 3
    assert not errors


def test_without_script_it_is_a_search_field(paper, stories, browser):
    page = browser()
    page.goto(f"{paper}/search/")
    assert page.locator("#q").get_attribute("role") is None
    assert page.locator("#suggested").count() == 0
    page.fill("#q", "قمح")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("ol.story-list li").count() == 3


def test_the_script_runs_on_the_search_page_alone(paper, stories, browser):
    page = browser(javascript=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{paper}/")
    page.goto(f"{paper}{stories[0].get_absolute_url()}")
    page.goto(f"{paper}/category/economy/")
    assert not [url for url in asked if "suggest" in url]


@pytest.mark.looks
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_list(paper, stories, browser, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    page = browser(javascript=True, width=width, scheme=scheme)
    page.goto(f"{paper}/search/")
    type_and_wait(page, "قم")
    page.keyboard.press("ArrowDown")
    found = Axe().run(page).response["violations"]
    assert not [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = page.locator(OPTIONS).first.bounding_box()
    assert box["height"] >= 44
