"""Work by keys alone: a row claimed and edited where it stands, and one line for everything."""

import pytest

from articles.models import Article
from tests.factories import make_article
from tests.journeys.conftest import log_in, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIST = "/admin/articles/article/?tab=review"


@pytest.fixture
def story(paper, chief) -> Article:
    make_article(headline="أسعار زيت الزيتون تستقر", state="in_review")
    return make_article(headline="أحمد يفتح الكورنيش", state="submitted")


@pytest.fixture
def desk(paper, story, browser):
    page = browser(javascript=True)
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    log_in(page, paper, "chief")
    yield page
    assert not page.complaints


def stand_on(desk, story) -> None:
    for _row in range(4):
        desk.keyboard.press("KeyJ")
        if desk.locator(f"#result_list tr.cur #story-{story.pk}").count():
            return
    raise AssertionError("the row is not there")


def named(desk) -> list[str]:
    return desk.locator("[data-command] [role=option] bdi").all_inner_texts()


def test_a_row_is_claimed_by_c_and_stays_under_the_hand(paper, desk, story, chief):
    desk.goto(f"{paper}{LIST}")
    stand_on(desk, story)
    with desk.expect_navigation():
        desk.keyboard.press("KeyC")
    story.refresh_from_db()
    assert story.claimed_by == chief
    assert "tab=review" in desk.url
    assert desk.locator(f"#result_list tr.cur #story-{story.pk}").count() == 1


def test_q_opens_the_small_form_and_esc_leaves_it(paper, desk, story):
    desk.goto(f"{paper}{LIST}")
    stand_on(desk, story)
    desk.keyboard.press("KeyQ")
    desk.locator("dialog[open] [name=headline]").wait_for()
    assert desk.evaluate("document.activeElement.name") == "headline"
    desk.keyboard.type("غيّرته ثم تركته")
    desk.keyboard.press("Escape")
    assert not desk.locator("dialog[open]").count()
    assert Article.objects.get(pk=story.pk).headline == "أحمد يفتح الكورنيش"
    desk.keyboard.press("KeyQ")
    desk.locator("dialog[open] [name=headline]").fill("أحمد يعيد فتح الكورنيش")
    with desk.expect_navigation():
        desk.keyboard.press("Control+KeyS")
    assert Article.objects.get(pk=story.pk).headline == "أحمد يعيد فتح الكورنيش"
    assert "tab=review" in desk.url


def test_quick_edit_and_claim_work_without_script(paper, story, browser, chief):
    plain = browser()
    log_in(plain, paper, "chief")
    plain.goto(f"{paper}{LIST}")
    plain.click(f"[popovertarget=acts-{story.pk}]")
    press(plain, f"#acts-{story.pk} [data-quick]")
    plain.fill("[name=headline]", "عنوان بلا نص برمجي")
    press(plain, "[data-quick-form] [data-save]")
    assert Article.objects.get(pk=story.pk).headline == "عنوان بلا نص برمجي"
    plain.click(f"[popovertarget=acts-{story.pk}]")
    press(plain, f"#acts-{story.pk} [data-claim]")
    assert Article.objects.get(pk=story.pk).claimed_by == chief


def test_ctrl_k_finds_places_in_any_spelling(paper, desk):
    desk.keyboard.press("Control+KeyK")
    desk.keyboard.type("المقالآت")
    assert "المقالات" in named(desk)[0]
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    assert "/admin/articles/article/" in desk.url


def test_ctrl_k_finds_stories_by_their_headline(paper, desk, story):
    desk.keyboard.press("Control+KeyK")
    desk.keyboard.type("احمد الكورنيش")
    desk.locator("[data-command] [role=option]").first.wait_for()
    assert named(desk) == ["أحمد يفتح الكورنيش"]
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    assert f"/article/{story.pk}/change/" in desk.url


def test_ctrl_k_presses_an_act_of_the_screen_even_while_typing(paper, desk, story):
    desk.goto(f"{paper}/admin/articles/article/{story.pk}/change/", wait_until="networkidle")
    desk.locator("[name=headline]").focus()
    desk.keyboard.press("Control+KeyK")
    desk.keyboard.type("ابدأ التدقيق")
    assert named(desk)[0] == "ابدأ التدقيق"
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    assert Article.objects.get(pk=story.pk).state == "in_review"


def test_ctrl_k_is_walked_by_arrows_and_closed_by_esc(paper, desk):
    desk.keyboard.press("Control+KeyK")
    first = desk.locator("[data-command] [aria-selected=true]").get_attribute("id")
    desk.keyboard.press("ArrowDown")
    second = desk.locator("[data-command] [aria-selected=true]").get_attribute("id")
    assert desk.evaluate("document.activeElement.getAttribute('aria-activedescendant')") == second
    assert first != second
    desk.keyboard.press("ArrowUp")
    desk.keyboard.type("لا شيء هكذا أبدًا")
    desk.locator("[data-command] [data-none]").wait_for()
    desk.keyboard.press("Enter")
    assert desk.locator("dialog[open]").count() == 1
    desk.keyboard.press("Escape")
    assert not desk.locator("dialog[open]").count()
    assert desk.url == f"{paper}/admin/"


def test_the_help_names_the_editors_keys_where_they_are(paper, desk, story):
    def keys() -> str:
        desk.click("[data-help]")
        text = desk.locator("dialog[open]").inner_text()
        desk.keyboard.press("Escape")
        return text

    assert "F8" not in keys()
    desk.goto(f"{paper}/admin/articles/article/{story.pk}/change/", wait_until="networkidle")
    shown = keys()
    for key in ("F2", "F8", "F9", "AltGr"):
        assert key in shown
    desk.goto(f"{paper}{LIST}")
    shown = keys()
    assert "تعديل سريع" in shown
    assert "F8" not in shown


@pytest.mark.looks
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_the_windows_of_the_keys(paper, story, browser, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    desk = browser(javascript=True, width=width, scheme=scheme)
    log_in(desk, paper, "chief")
    desk.goto(f"{paper}{LIST}")
    desk.click("[data-command-open]")
    told = Axe().run(desk).response["violations"]
    desk.keyboard.press("Escape")
    desk.click(f"[popovertarget=acts-{story.pk}]")
    desk.click(f"#acts-{story.pk} [data-quick]")
    desk.locator("dialog[open] [name=headline]").wait_for()
    told += Axe().run(desk).response["violations"]
    assert not [(one["id"], [node["target"] for node in one["nodes"]]) for one in told]
