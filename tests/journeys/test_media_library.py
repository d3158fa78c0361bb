"""Pictures brought in three at a time, one of them none; the focus by a press."""

import io

import pytest

from articles.models import Picture
from articles.pictures.intake import take_in
from tests.articles.test_media_library import drawn
from tests.journeys.conftest import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("javascript", [True, False])
def test_three_come_in_and_the_bad_one_is_named(paper, browser, chief, javascript):
    before = Picture.objects.count()
    page = browser(javascript=javascript)
    log_in(page, paper, "chief")
    page.goto(f"{paper}/admin/articles/picture/")
    files = [{"name": f"صورة-{n}.png", "mimeType": "image/png", "buffer": drawn(n)} for n in (1, 2)]
    broken = {"name": "مكسورة.png", "mimeType": "image/png", "buffer": b"not a picture"}
    page.locator("[name=files]").set_input_files([*files, broken])
    page.locator(".drop button").click()
    where = page.locator(".uploads" if javascript else ".messagelist")
    where.get_by_text("مكسورة.png").wait_for()
    if javascript:
        page.locator(".uploads progress").first.wait_for(state="detached")
        page.wait_for_timeout(1500)
        assert page.locator(".uploads img").count() == 2
        assert page.locator(".uploads .c-stop").count() == 1
    assert Picture.objects.count() == before + 2


def test_the_focus_is_where_somebody_pressed(paper, browser, chief):
    picture = take_in(io.BytesIO(drawn(3)), by=chief).picture
    page = browser(javascript=True)
    log_in(page, paper, "chief")
    page.goto(f"{paper}/admin/articles/picture/{picture.pk}/change/")
    box = page.locator("[data-stage] img").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.75)
    assert abs(float(page.locator("#id_focus_x").input_value()) - 0.25) < 0.02
    page.locator("[name=credit]").fill("تصوير: هدى")
    page.locator("[name=alt_text]").fill("مربّعات ملوّنة")
    with page.expect_navigation():
        page.locator("[name=_save]").click()
    picture.refresh_from_db()
    assert abs(picture.focus_x - 0.25) < 0.02
    assert abs(picture.focus_y - 0.75) < 0.02
