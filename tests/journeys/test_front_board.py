"""A front page composed by mouse, by keys and without script; a breaking story on top."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import composing, fronts
from articles.models import FrontEdition
from tests.factories import make_article
from tests.journeys.conftest import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def stories(paper, chief):
    now = timezone.now()
    return [
        make_article(headline=f"قصة المدينة {n}", published=now - timedelta(minutes=n))
        for n in range(1, 13)
    ]


@pytest.fixture
def desk(paper, stories, browser):
    page = browser(javascript=True)
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    log_in(page, paper, "chief")
    page.goto(f"{paper}/admin/front/")
    yield page
    assert not page.complaints


def chosen(edition: FrontEdition | None) -> list[int | None]:
    return [choice and choice.story for choice in composing.places_of(edition)]


def lead(paper, browser) -> str:
    page = browser(javascript=False)
    page.goto(paper)
    return page.locator("article.lead h3").inner_text()


def test_composed_by_mouse_pinned_launched_expired_and_given_back(paper, desk, stories, browser):
    outside = desk.locator(".outside").first
    story = int(outside.get_attribute("data-story"))
    name = outside.get_attribute("data-called")
    with desk.expect_navigation():
        outside.locator("bdi").first.drag_to(desk.locator("[data-place='1']"))
    assert chosen(composing.draft_of(None))[0] == story
    assert lead(paper, browser) != name, "readers have nothing of a draft"
    with desk.expect_navigation():
        desk.locator("[data-place='1'] h3").drag_to(desk.locator("[data-place='5']"))
    assert chosen(composing.draft_of(None))[4] == story
    with desk.expect_navigation():
        desk.locator("[data-place='5'] h3").drag_to(desk.locator("[data-place='1']"))
    desk.locator("[data-place='1']").focus()
    desk.keyboard.press("KeyP")
    card = desk.locator("[data-place='1'] details.card")
    later = timezone.localtime() + timedelta(hours=2)
    card.locator("[name=until_0]").fill(f"{later:%Y-%m-%d}")
    card.locator("[name=until_1]").fill(f"{later:%H:%M}")
    with desk.expect_navigation():
        card.locator("button[type=submit]").click()
    assert "مثبّت حتى" in desk.locator("[data-place='1'] .ctl").inner_text()
    with desk.expect_navigation():
        desk.keyboard.press("Control+Enter")
    assert lead(paper, browser) == name
    edition = fronts.launched()
    edition.places[0]["until"] = (timezone.now() - timedelta(seconds=1)).isoformat()
    edition.save()
    assert lead(paper, browser) != name, "its pin ran out by the clock"
    desk.goto(f"{paper}/admin/front/")
    assert "انتهى التثبيت" in desk.locator("[data-place='1']").inner_text()


def test_composed_by_keys_alone(paper, desk, stories, browser):
    item = desk.locator("[data-place='3']")
    story = int(item.get_attribute("data-story"))
    item.focus()
    desk.keyboard.press("Space")
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("ArrowUp")
    assert desk.locator("[data-place='1'].hot").count() == 1
    assert "1" in desk.locator("[data-said]").inner_text()
    desk.keyboard.press("Escape")
    assert desk.locator(".hot").count() == 0
    desk.keyboard.press("Space")
    desk.keyboard.press("ArrowRight")  # in Arabic the place before
    with desk.expect_navigation():
        desk.keyboard.press("Space")
    assert chosen(composing.draft_of(None))[1] == story
    assert desk.evaluate("document.activeElement.dataset.place") == "2", "one goes on from there"
    with desk.expect_navigation():
        desk.keyboard.press("Digit1")
    assert chosen(composing.draft_of(None))[0] == story
    with desk.expect_navigation():
        desk.keyboard.press("Control+Enter")
    name = desk.locator("[data-place='1']").get_attribute("data-called")
    assert lead(paper, browser) == name
    composing.put(None, 0, stories[8], by=fronts.launched().changed_by)
    composing.launch(None, by=fronts.launched().changed_by)
    desk.reload()
    with desk.expect_navigation():
        desk.keyboard.press("KeyZ")
    assert lead(paper, browser) == name, "the last launch was taken back"


def test_a_breaking_story_is_on_top_by_two_presses(paper, desk, stories, browser):
    urgent = make_article(headline="هزة أرضية في الشمال", published=True, label="breaking")
    desk.goto(f"{paper}/admin/articles/article/?tab=today")
    desk.locator(f"[popovertarget=acts-{urgent.pk}]").click()  # one
    with desk.expect_navigation():
        desk.locator(f"#acts-{urgent.pk} [data-top]").click()  # two
    assert lead(paper, browser) == urgent.headline


def test_without_script_the_menus_do_the_same(paper, stories, browser, chief):
    page = browser(javascript=False)
    log_in(page, paper, "chief")
    page.goto(f"{paper}/admin/front/")
    name = page.locator(".outside").first.get_attribute("data-called")
    page.locator(".outside").first.locator("button[value=put]").click()
    page.locator("button[value=launch]").click()
    assert lead(paper, browser) == name
