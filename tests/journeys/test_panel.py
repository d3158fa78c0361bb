"""The panel in a browser: it fits, it can be worked by keys, and it works without script."""

import pytest

from articles.models import Article
from newsroom.models import User
from tests.factories import make_article, make_author, make_comment, make_picture
from tests.journeys.conftest import log_in, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIST = "/admin/articles/article/?tab=today"


@pytest.fixture
def stories(paper, chief) -> list[Article]:
    author = make_author("عبد الرحمن بن عبد العزيز القحطاني")
    made = [
        make_article(headline="خبر طويل العنوان جدًا " * 8, authors=(author,), state=state)
        for state in ("draft", "submitted", "in_review", "ready")
    ]
    live = make_article(published=True, label="breaking", lead_picture=make_picture())
    make_comment(live, name="ق" * 60, body="كلمة " * 60)
    return [*made, live]


def screens(story: Article) -> list[str]:
    return [
        "", "articles/article/?tab=today", "articles/article/?tab=withdrawn",
        f"articles/article/{story.pk}/change/", "articles/article/add/",
        f"articles/article/{story.pk}/history/", f"articles/article/{story.pk}/delete/",
        "comments/comment/?state__exact=waiting", "articles/picture/", "articles/picture/add/",
        "articles/author/", "articles/tag/add/", "newsroom/sitesettings/1/change/",
        "newsroom/advertisement/add/", "password_change/", "articles/", "nothing/",
    ]  # fmt: skip


@pytest.mark.looks
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [390, 768, 1280, 1600])
def test_no_screen_scrolls_sideways(paper, stories, browser, width, language):
    User.objects.filter(username="chief").update(language=language)
    desk = browser(javascript=True, width=width)
    log_in(desk, paper, "chief")
    for path in screens(stories[0]):
        desk.goto(f"{paper}/admin/{path}", wait_until="load")
        assert desk.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.looks
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_the_frame(paper, stories, browser, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    axe, desk = Axe(), browser(javascript=True, width=width, scheme=scheme)
    desk.goto(f"{paper}/admin/login/")
    found = {"login": axe.run(desk).response["violations"]}
    log_in(desk, paper, "chief")
    for path in ("", "articles/article/?tab=today", f"articles/article/{stories[1].pk}/change/",
                 "comments/comment/?state__exact=waiting", "nothing/"):  # fmt: skip
        desk.goto(f"{paper}/admin/{path}", wait_until="networkidle")
        # The body editor and select2 are other people's.
        context = {"exclude": [[".prose-editor"], [".select2-container"]]}
        found[path] = axe.run(desk, context=context).response["violations"]
    told = {path: [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in violations]
            for path, violations in found.items() if violations}  # fmt: skip
    assert not told


def test_rows_are_walked_chosen_and_opened_by_keys(paper, stories, browser):
    desk = browser(javascript=True)
    log_in(desk, paper, "chief")
    desk.goto(f"{paper}{LIST}")
    second = desk.locator("#result_list tbody tr").nth(1)
    address = second.locator("th a").get_attribute("href")
    for key in ("j", "j", "k", "j", "x"):
        desk.keyboard.press(f"Key{key.upper()}")
    assert second.locator(".action-select").is_checked()
    assert desk.locator(".actions button[value=publish_chosen]").is_visible()
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    assert desk.url.split("?")[0].endswith(address.split("?")[0])


def test_keys_lead_from_place_to_place_and_never_while_typing(paper, stories, browser):
    desk = browser(javascript=True)
    log_in(desk, paper, "chief")
    desk.keyboard.press("Slash")
    assert desk.evaluate("document.activeElement.name") == "q"
    desk.keyboard.type("gan?")
    assert desk.url == f"{paper}/admin/"
    assert not desk.locator("dialog[open]").count()
    desk.locator("h1").click()
    desk.keyboard.press("Shift+Slash")
    assert desk.locator("dialog[open]").is_visible()
    desk.keyboard.press("Escape")
    with desk.expect_navigation():
        desk.keyboard.press("KeyG")
        desk.keyboard.press("KeyA")
    assert "/articles/article/" in desk.url
    with desk.expect_navigation():
        desk.keyboard.press("KeyN")
    assert desk.url.endswith("/articles/article/add/")


def test_the_help_names_the_keys_of_this_screen_alone(paper, stories, browser):
    desk = browser(javascript=True)
    log_in(desk, paper, "chief")

    def named() -> str:
        desk.click("[data-help]")
        text = desk.locator("dialog[open]").inner_text()
        desk.keyboard.press("Escape")
        return text

    desk.goto(f"{paper}/admin/articles/author/add/")
    assert "الصف التالي" not in named()
    desk.goto(f"{paper}{LIST}")
    assert "الصف التالي" in named()
    desk.goto(f"{paper}/admin/articles/article/{stories[0].pk}/change/")
    assert "الفعل التالي" in named()


def test_the_story_is_saved_by_ctrl_s_while_typing(paper, stories, browser):
    desk = browser(javascript=True)
    log_in(desk, paper, "chief")
    desk.goto(f"{paper}/admin/articles/article/{stories[0].pk}/change/")
    desk.fill("[name=headline]", "عنوان\nحُفظ بالمفاتيح")
    with desk.expect_navigation():
        desk.keyboard.press("Control+KeyS")
    assert Article.objects.get(pk=stories[0].pk).headline == "عنوان حُفظ بالمفاتيح"


@pytest.mark.looks
@pytest.mark.parametrize("width", [390, 1280])
def test_menus_open_without_script(paper, stories, browser, width):
    desk = browser(width=width)
    log_in(desk, paper, "chief")
    desk.click(".rail details > summary")
    assert desk.locator(".rail .box a").first.is_visible()
    desk.goto(f"{paper}/admin/articles/article/{stories[1].pk}/change/")
    desk.click(".ed-bar details > summary")
    press(desk, "[name=_publish]")
    assert Article.objects.live().filter(pk=stories[1].pk).exists()
    desk.click(".bar details > summary")
    press(desk, "#logout-form button")
    desk.goto(f"{paper}/admin/")
    assert "/admin/login/" in desk.url


def test_a_new_story_begins_in_its_headline(paper, stories, browser):
    desk = browser(javascript=True)
    log_in(desk, paper, "chief")
    desk.goto(f"{paper}/admin/articles/article/add/", wait_until="networkidle")
    assert desk.evaluate("document.activeElement.name") == "headline"


def test_an_error_is_seen_where_its_field_is(paper, stories, browser):
    desk = browser(javascript=True)
    log_in(desk, paper, "chief")
    desk.goto(f"{paper}/admin/articles/article/{stories[0].pk}/change/")
    desk.fill("[name=headline]", "")
    desk.evaluate("document.querySelector('[name=slug]').value = 'a b c'")
    press(desk, "[name=_continue]")
    assert desk.locator(".errornote").is_visible()
    for field in ("headline", "slug"):
        assert desk.locator(f".field-{field} .errorlist").is_visible(), field


@pytest.mark.looks
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_text_keeps_the_papers_direction_in_either_panel(paper, stories, browser, language):
    User.objects.filter(username="chief").update(language=language)
    page = browser(javascript=True)
    log_in(page, paper, "chief")
    page.goto(f"{paper}/admin/articles/article/{stories[0].pk}/change/")
    text = page.locator(".ProseMirror[role=textbox] p").first
    text.wait_for()
    assert text.evaluate("(p) => getComputedStyle(p).direction") == "rtl"
    panel = page.evaluate("getComputedStyle(document.body).direction")
    assert panel == ("rtl" if language == "ar" else "ltr")
