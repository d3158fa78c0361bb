"""Another hour in the calendar: by mouse, by keys, and by the form alone."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories import make_article
from tests.journeys.conftest import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def hour(days: int, clock: str) -> datetime:
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.fromisoformat(f"{day}T{clock}"))


@pytest.fixture
def story(paper):
    return make_article(headline="الرافعة الثانية تصل الميناء", published=hour(1, "16:30"))


def month_of(page, paper, story) -> None:
    """A month in which tomorrow has neighbours on both sides."""
    page.goto(f"{paper}/admin/articles/article/calendar/?view=month&on={hour(1, '12:00').date()}")
    page.locator(f"#hour-{story.pk}-scheduled").wait_for()


def published_at(story) -> datetime:
    story.refresh_from_db()
    return story.published_at


def test_a_story_is_dragged_to_another_day_and_taken_back(paper, browser, story, chief):
    page = browser(javascript=True)
    log_in(page, paper, "chief")
    month_of(page, paper, story)
    other = page.locator("td[data-day]:not(.past):not(.today)").last
    day = other.get_attribute("data-day")
    with page.expect_navigation():
        page.locator(f"#hour-{story.pk}-scheduled time").drag_to(other)
    assert published_at(story) == timezone.make_aware(datetime.fromisoformat(f"{day}T16:30"))
    page.locator(f"td[data-day='{day}'] #hour-{story.pk}-scheduled").wait_for()
    with page.expect_navigation():
        page.keyboard.press("KeyZ")
    assert published_at(story) == hour(1, "16:30")


def test_a_story_is_carried_by_the_arrows(paper, browser, story, chief):
    page = browser(javascript=True)
    log_in(page, paper, "chief")
    day = hour(1, "16:30").date()
    page.goto(f"{paper}/admin/articles/article/calendar/?view=day&on={day}")
    page.locator(f"#hour-{story.pk}-scheduled").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert "5:30" in page.locator("[data-said]").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".ghost").count() == 0
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Space")
    assert published_at(story) == hour(1, "17:00")
    focused = page.evaluate("document.activeElement.id")
    assert focused == f"hour-{story.pk}-scheduled", "one goes on where it was put down"


def test_in_a_week_left_is_a_day_later(paper, browser, chief):
    day = timezone.localdate() + timedelta(days=7)
    first = timezone.make_aware(datetime.fromisoformat(f"{day}T10:00"))
    story = make_article(published=first)
    page = browser(javascript=True)
    log_in(page, paper, "chief")
    page.goto(f"{paper}/admin/articles/article/calendar/?view=week&on={day}")
    days = page.locator("thead th[scope=col] a").count()
    assert days == 7
    later = page.locator("tbody tr").first.locator("td").last.get_attribute("data-day")
    page.locator(f"#hour-{story.pk}-scheduled").focus()
    page.keyboard.press("Space")
    for _day in range(7):
        page.keyboard.press("ArrowLeft")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert str(timezone.localdate(published_at(story))) == later


def test_without_script_the_clock_beside_it_leads_to_the_form(paper, browser, story, chief):
    page = browser(javascript=False)
    log_in(page, paper, "chief")
    month_of(page, paper, story)
    page.locator(f"#hour-{story.pk}-scheduled .mv").click()
    past = timezone.localdate() - timedelta(days=1)
    page.locator("[name=moment_0]").fill(str(past))
    page.locator("[data-save]").click()
    assert "مضى هذا الموعد" in page.locator("main").inner_text()
    assert page.locator("[name=moment_0]").input_value() == str(past), "what was typed is there"
    page.locator("[name=moment_0]").fill(str(hour(2, "09:15").date()))
    page.locator("[name=moment_1]").fill("09:15")
    page.locator("[data-save]").click()
    assert published_at(story) == hour(2, "09:15")
