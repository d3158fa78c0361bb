"""Advertising in a real page: its room is kept, its picture whole, its place beside the text."""

import pytest

from articles.models import Category
from tests.factories import make_advertisement, make_article, make_category, make_picture
from tests.journeys.conftest import log_in, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def pages(paper) -> dict[str, str]:
    """A paper that shows a picture of one shape in each place."""
    economy = Category.objects.get(slug="economy")
    sections = [economy, make_category("سياسة"), make_category("رياضة")]
    for number in range(24):
        body = f"<p>{'كلمة ' * 90}</p>" * 4
        story = make_article(published=True, category=sections[number % 3], body=body)
    picture = make_picture()
    for place in ("front", "rail", "list"):
        make_advertisement(place, picture=picture, advertiser="شركة مرافئ الخليج")
    return {
        "front": f"{paper}/",
        "rail": f"{paper}{story.get_absolute_url()}",
        "list": f"{paper}/category/economy/",
    }


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_a_picture_comes(pages, browser, width):
    """With the picture and without it, everything after it stands where it stood."""
    for address in pages.values():
        places = []
        for picture in ("comes", "never comes"):
            page = browser(javascript=True, width=width)
            # An optional face comes in time for one of the two loads and not for the other.
            page.route("**/*.woff2", lambda route: route.abort())
            if picture == "never comes":
                page.route("**/media/**", lambda route: route.abort())
            page.goto(address)
            page.locator(".advertisement").scroll_into_view_if_needed()
            page.wait_for_load_state("networkidle")
            image = page.locator(".advertisement img")
            came = "(image) => image.complete && image.naturalWidth > 0"
            if picture == "comes":
                page.wait_for_function(came, arg=image.element_handle())
            assert image.evaluate(came) == (picture == "comes")
            places.append([image.bounding_box(), page.locator(".footer").bounding_box()])
        assert places[0] == places[1]


@pytest.mark.parametrize(
    ("place", "width", "ratio"),
    [
        ("front", 390, 320 / 100), ("front", 1280, 970 / 250), ("rail", 390, 300 / 250),
        ("rail", 1280, 300 / 600), ("list", 390, 320 / 100), ("list", 1280, 728 / 90),
    ],
)  # fmt: skip
def test_each_place_keeps_its_room_and_shows_the_picture_whole(pages, browser, place, width, ratio):
    page = browser(javascript=True, width=width)
    page.goto(pages[place])
    image = page.locator(".advertisement img")
    room = image.bounding_box()
    assert room["width"] / room["height"] == pytest.approx(ratio, rel=0.02)
    assert image.evaluate("(image) => getComputedStyle(image).objectFit") == "contain"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_stands_beside_the_text_on_wide_screens_and_after_it_on_phones(pages, browser):
    def boxes(width: int) -> tuple[dict[str, float], dict[str, float]]:
        page = browser(width=width)
        page.goto(pages["rail"])
        return page.locator(".body").bounding_box(), page.locator(".advertisement").bounding_box()

    for width in (1024, 1280):
        text, beside = boxes(width)
        assert beside["x"] + beside["width"] <= text["x"]  # the end of an Arabic line is left
        assert text["y"] <= beside["y"] < text["y"] + text["height"]
    text, after = boxes(390)
    assert after["y"] >= text["y"] + text["height"]


def test_a_printed_page_has_no_advertising(pages, browser):
    page = browser()
    page.goto(pages["rail"])
    assert page.locator(".advertisement").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".advertisement").is_visible()
    assert not page.locator(".short-address").is_visible()


def test_it_asks_nobody_else_and_leaves_nothing_behind(paper, pages, browser):
    page = browser(javascript=True)
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for address in pages.values():
        page.goto(address)
        page.locator(".advertisement").scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
    assert all(url.startswith(paper) for url in asked)
    assert complaints == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_it(pages, browser, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    page = browser(javascript=True, width=width, scheme=scheme)
    for address in pages.values():
        page.goto(address)
        found = Axe().run(page, options=rules).response["violations"]
        assert not [(rule["id"], rule["nodes"][0]["html"]) for rule in found], address


def test_the_editor_of_its_words_offers_no_heading_table_or_picture(paper, chief, browser):
    desk = browser(javascript=True)
    log_in(desk, paper, "chief")
    desk.goto(f"{paper}/admin/newsroom/advertisement/add/", wait_until="networkidle")
    offered = desk.locator(".prose-menubar button[data-name]").evaluate_all(
        "(all) => all.map((button) => button.dataset.name.split(':')[0])"
    )
    assert {"bold", "link", "bulletList"} <= set(offered)
    assert not {"heading", "table", "picture", "embed", "blockquote"} & set(offered)
    desk.fill("[name=title]", "حملة الخريف")
    desk.select_option("[name=place]", "front")
    desk.click(".ProseMirror")
    desk.keyboard.type("عرض الخريف")
    press(desk, "[name=_continue]")
    assert "عرض الخريف" in desk.locator("aside.advertisement").inner_text()
