"""The short address of a story is copied by one press, and no button is dead without script."""

import pytest

from tests.factories import make_article, make_author

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BUTTON = "button:has-text('انسخ الرابط')"


@pytest.fixture
def story(paper):
    return make_article(published=True, authors=(make_author(),))


def open_story(browser, paper, story, *scripts: str, width: int = 1280):
    page = browser(javascript=True, width=width)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=paper)
    for script in scripts:
        page.add_init_script(script)
    page.goto(f"{paper}{story.get_absolute_url()}")
    return page


def clipboard(page) -> str:
    """What another page of the same browser finds there."""
    other = page.context.new_page()
    other.goto(page.url)
    return other.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_press_copies_the_whole_short_address_and_says_so(paper, story, browser, width):
    page = open_story(browser, paper, story, width=width)
    assert page.locator(".short-address [role=status]").inner_text() == ""
    page.click(BUTTON)
    page.locator(".short-address [role=status]:has-text('نُسخ الرابط')").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{paper}{story.short_url}"


def test_the_keyboard_copies_too(paper, story, browser):
    page = open_story(browser, paper, story)
    page.locator(".short-address a").focus()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "انسخ الرابط"
    page.keyboard.press("Enter")
    page.locator("[role=status]:has-text('نُسخ الرابط')").wait_for()
    assert clipboard(page) == f"{paper}{story.short_url}"


# Plain http has no clipboard, and a browser may refuse it.
NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})"
REFUSED = "Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no'))"
NO_COPYING = "Document.prototype.execCommand = () => false"


@pytest.mark.parametrize("missing", [NO_CLIPBOARD, REFUSED])
def test_without_a_clipboard_the_old_way_copies_the_same(paper, story, browser, missing):
    page = open_story(browser, paper, story, missing)
    page.click(BUTTON)
    page.locator("[role=status]:has-text('نُسخ الرابط')").wait_for()
    reading = browser(javascript=True)
    reading.context.grant_permissions(["clipboard-read"], origin=paper)
    reading.goto(f"{paper}{story.get_absolute_url()}")
    assert reading.evaluate("navigator.clipboard.readText()") == f"{paper}{story.short_url}"


def test_where_nothing_may_be_copied_the_address_is_chosen(paper, story, browser):
    page = open_story(browser, paper, story, NO_CLIPBOARD, NO_COPYING)
    page.click(BUTTON)
    assert page.locator(".short-address [role=status]").inner_text() == "حُدِّد الرابط، فانسخه"
    chosen = page.evaluate("getSelection().toString()")
    assert f"http://{chosen}" == f"{paper}{story.short_url}"


def test_without_script_there_is_no_dead_button(paper, story, browser):
    page = browser()
    page.goto(f"{paper}{story.get_absolute_url()}")
    assert page.locator(".short-address a").is_visible()
    assert not page.locator(BUTTON).is_visible()
    assert page.get_by_role("button", name="انسخ الرابط").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_no_line_moves_when_the_button_comes(paper, story, browser, width):
    def places() -> list[dict[str, float]]:
        return [page.locator(name).bounding_box() for name in (".byline", ".body", ".footer")]

    def hold(route) -> None:
        held.append(route)

    # One page before and after: between two pages the face, which is optional, may differ.
    page, held = browser(javascript=True, width=width), []
    page.route("**/copy-link*.js", hold)
    page.goto(f"{paper}{story.get_absolute_url()}", wait_until="commit")
    page.wait_for_function("document.readyState == 'interactive' && document.fonts.ready")
    waiting = places()
    assert not page.locator(BUTTON).is_visible()
    held[0].continue_()
    page.locator(BUTTON).wait_for()
    page.wait_for_load_state("networkidle")
    assert places() == waiting


def test_each_feed_has_its_own_button(paper, story, browser):
    address = f"{paper}{story.category.get_absolute_url()}feed/"
    page = browser(javascript=True, width=390)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=paper)
    page.goto(f"{paper}/follow/")
    feed = page.locator(".feed", has_text=address)
    button = feed.get_by_role("button", name="انسخ الرابط")
    assert story.category.name in button.inner_text()
    button.click()
    feed.locator("[role=status]:has-text('نُسخ الرابط')").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == address
