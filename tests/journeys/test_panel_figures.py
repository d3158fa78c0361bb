"""What the panel's scripts count and name is in the paper's figures and months; fields are not."""

import pytest
from django.utils import timezone

from articles.arabic.dates import month_names
from tests.factories import make_article
from tests.journeys.conftest import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_scripts_count_in_the_papers_figures_and_fill_fields_in_latin_ones(
    paper, editor, browser, settings
):
    settings.SITE_DIGITS, settings.SITE_LOCALE = "arab", "ar-LB"
    for _ in range(12):
        make_article()
    desk = browser(javascript=True)
    log_in(desk, paper, "editor")
    desk.goto(f"{paper}/admin/articles/article/")
    desk.click("#action-toggle")
    assert "١٢" in desk.inner_text(".action-counter")
    assert not any(digit in desk.inner_text(".action-counter") for digit in "0123456789")

    desk.goto(f"{paper}/admin/articles/article/add/")
    desk.click("#calendarlink0")
    month = month_names("ar-LB")[timezone.localdate().month - 1]
    assert month in desk.inner_text("#calendarbox0")
    desk.click("#calendarbox0 .calendar td :is(a, button) >> nth=0")
    assert desk.input_value("[name=publish_at_0]").isascii()


def test_a_numbered_list_of_a_story_is_numbered_in_the_papers_figures(paper, browser, settings):
    story = make_article(published=True, body="<ol><li>أولًا</li><li>ثانيًا</li></ol>")
    reader = browser(javascript=True)

    def style_of_numbers() -> str:
        reader.goto(f"{paper}{story.get_absolute_url()}")
        return reader.evaluate(
            "getComputedStyle(document.querySelector('.body ol > li'), '::before').content"
        )

    assert style_of_numbers() == "counter(item)"
    settings.SITE_DIGITS = "arab"
    assert style_of_numbers() == "counter(item, arabic-indic)"
