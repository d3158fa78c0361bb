"""An editor shares a draft; a guest reads it, notes and approves: in a real browser."""

import pytest

from articles.models import GuestAnswer
from tests.factories import make_article, make_picture
from tests.journeys.conftest import log_in, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("javascript", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_draft_is_shared_read_answered_and_closed(paper, editor, browser, javascript, width):
    story = make_article(headline="تحقيق في عقود المرفأ", lead_picture=make_picture())
    desk = browser(javascript=javascript, width=width)
    log_in(desk, paper, "editor")
    desk.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
    desk.fill("#share-guest", "المحامية ريم")
    desk.check("#share-may_approve")
    press(desk, ".share-form button")
    address = desk.get_attribute("a.made", "href")
    assert desk.evaluate("document.documentElement.scrollWidth") <= width

    guest = browser(javascript=javascript, width=width)
    asked = []

    def hear(request) -> None:
        asked.append(request)

    guest.on("request", hear)
    guest.goto(address)
    assert guest.inner_text("h1") == "تحقيق في عقود المرفأ"
    assert guest.evaluate("document.images[0].complete && document.images[0].naturalWidth > 0")
    assert guest.evaluate("getComputedStyle(document.querySelector('.watermark')).position") == (
        "fixed"
    ), "the policy lets the page's own style in"
    assert guest.evaluate("document.documentElement.scrollWidth") <= width
    guest.fill("#guest-name", "ريم عبود")
    guest.fill("#guest-note", "الفقرة الثانية تحتاج مصدرًا.")
    press(guest, "button[value=note]")
    press(guest, "main .button")
    guest.fill("#guest-name", "ريم عبود")
    press(guest, "button[value=approval]")
    assert "وصل ردّك" in guest.inner_text("h1")
    assert set(GuestAnswer.objects.values_list("kind", flat=True)) == {"note", "approval"}
    assert not guest.context.cookies()
    assert not [one.url for one in asked if one.header_value("referer")]
    assert not [one.url for one in asked if not one.url.startswith(paper)]

    desk.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
    told = desk.inner_text("#share")
    assert "مرتين" in told
    assert "موافق على النص" in told
    press(desk, "#share li .decision")
    assert guest.goto(address).status == 404
