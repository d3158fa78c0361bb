"""A reporter in the street: from the log-in to the strip in four presses, then the text."""

import pytest

from articles.models import Article
from tests.factories import make_article
from tests.journeys.conftest import log_in, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SENTENCE = "زلزال بقوة 5.2 درجات يضرب الساحل الشمالي"


@pytest.mark.parametrize("javascript", [True, False])
def test_four_presses_from_the_log_in_to_the_strip(paper, browser, editor, javascript):
    make_article(published=True, headline="خبر سابق")
    phone, reader = browser(javascript=javascript, width=390), browser(width=390)
    log_in(phone, paper, "editor")  # the first
    press(phone, ".bar .breaking")  # the second
    if javascript:
        assert phone.evaluate("document.activeElement.name") == "headline"
        phone.keyboard.type(SENTENCE)
    else:
        phone.fill("[name=headline]", SENTENCE)
    button = phone.get_by_role("button", name="انشر العاجل")
    assert button.bounding_box()["y"] < 450  # over the keyboard of a phone
    with phone.expect_navigation():
        button.click()  # the third
    reader.goto(paper)
    strip = reader.locator(".strip a")
    assert strip.inner_text() == SENTENCE
    press(reader, ".strip a")
    address = reader.url
    assert "التفاصيل تتبع هنا" in reader.locator("article").inner_text()
    if not javascript:
        return
    phone.locator(".ProseMirror[role=textbox]").click()
    phone.keyboard.type("قال مركز الرصد إن الهزة وقعت على عمق عشرة كيلومترات.")
    phone.locator(".save", has_text="حُفظ").wait_for()
    press(phone, ".thumb [name=_publish], .ed-bar [name=_publish]:visible")
    reader.goto(address)
    assert "عمق عشرة كيلومترات" in reader.locator("article").inner_text()
    assert "التفاصيل تتبع" not in reader.locator("article").inner_text()
    assert Article.objects.live().filter(headline=SENTENCE).count() == 1
