"""A live story from two phones: the desk adds, the reader hears, and stays where they read."""

import pytest

from articles import live_coverage
from tests.factories import make_article
from tests.journeys.conftest import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 800}
QUICK = (
    "window.setTimeout = ((real) => (act, wait) => real(act, Math.min(wait ?? 0, 300)))(setTimeout)"
)


@pytest.fixture
def story(paper, chief):
    body = "<p>" + "يتابع مراسلونا مستوى الماء عند الجسور. " * 120 + "</p>"
    story = make_article(headline="فيضان الوردان", body=body, published=True)
    story = live_coverage.begin(story, by=chief)
    for number in range(8):
        live_coverage.add(story, f"مستجدّ قديم رقم {number}", by=chief, press=f"old-{number}")
    return story


def test_the_desk_adds_and_the_reader_hears_without_losing_the_line(paper, browser, story):
    reader = browser(javascript=True)
    reader.set_viewport_size(PHONE)
    reader.add_init_script(QUICK)  # a quarter of a minute is long for a test
    reader.goto(f"{paper}{story.get_absolute_url()}")
    reader.evaluate("scrollTo(0, document.querySelector('.body').offsetTop + 200)")
    place = reader.evaluate("scrollY")
    desk = browser(javascript=True)
    desk.set_viewport_size(PHONE)
    log_in(desk, paper, "chief")
    desk.goto(f"{paper}/admin/articles/article/{story.pk}/live/")
    for text in ("وصل الماء إلى الجسر الثاني", "أُخليت المدرسة"):
        desk.locator("[name=body]").first.fill(text)
        with desk.expect_navigation():
            desk.keyboard.press("Control+Enter")
    button = reader.locator("button[data-live]")
    reader.locator("button[data-live]", has_text="جديدان").wait_for()
    assert "مستجدّان جديدان" in button.inner_text()
    assert reader.evaluate("scrollY") == place, "the line that is read stays where it is"
    assert reader.locator("li.entry", has_text="أُخليت المدرسة").count() == 0
    button.click()
    assert reader.locator("li.entry").first.inner_text().endswith("أُخليت المدرسة")
    assert "entry" in reader.evaluate("document.activeElement.className")
    assert button.is_hidden()
    reader.wait_for_timeout(900)
    assert button.is_hidden(), "what was shown is not told again"


def test_without_script_a_link_reloads(paper, browser, story, chief):
    reader = browser(javascript=False)
    reader.set_viewport_size(PHONE)
    reader.goto(f"{paper}{story.get_absolute_url()}")
    live_coverage.add(story, "جاء بلا سكربت", by=chief, press="late")
    reader.locator(".fresh a").click()
    assert "جاء بلا سكربت" in reader.locator("li.entry").first.inner_text()
