"""Somebody writes: copy of an agency in one box, and Arabic signs without Shift."""

import pytest

from articles.models import Note, Picture
from tests.factories import make_article
from tests.journeys.conftest import log_in, press
from tests.journeys.test_writing import at_end, at_story  # noqa: F401 - a fixture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

COPY = """خبر رقم 12
المركزي يرفع الفائدة نصف نقطة
القاهرة 12 نوفمبر (وكالة الهدهد) - قال محافظ البنك إن القرار يسري من الغد.
وأضاف أن اللجنة ستجتمع ثانية.
انتهى
ع ط"""


def test_agency_copy_fills_what_is_empty_and_asks_about_what_is_typed(at_story):  # noqa: F811
    page = at_story(make_article(headline="عنوان كتبته بيدي", body="", source_line=""))
    page.click("#agency summary")
    page.fill("#agency-copy", COPY)
    page.click("#agency form button")
    found = page.locator("#agency .agency-found")
    found.wait_for()
    told = found.inner_text()
    assert "وكالة الهدهد" in told
    assert "انتهى" in told
    assert "عنوان كتبته بيدي" in told
    page.click("#agency [data-fill]")
    page.locator("#agency [data-filled]").wait_for()
    assert page.input_value("[name=headline]") == "عنوان كتبته بيدي"
    assert page.input_value("[name=source_line]") == "وكالة الهدهد"
    assert page.input_value("[name=dateline]") == "القاهرة 12 نوفمبر"
    assert page.input_value("[name=body]") == (
        "<p>قال محافظ البنك إن القرار يسري من الغد.</p><p>وأضاف أن اللجنة ستجتمع ثانية.</p>"
    )
    page.click("#agency form button")
    page.locator("#agency dd input:visible").first.check()
    page.click("#agency [data-fill]")
    page.locator("#agency [data-filled]").wait_for()
    assert page.input_value("[name=headline]") == "المركزي يرفع الفائدة نصف نقطة"
    assert page.errors == []


def test_agency_copy_without_script_opens_a_new_story(paper, editor, browser):
    page = browser()
    log_in(page, paper, "editor")
    page.goto(f"{paper}/admin/articles/article/add/")
    page.click("#agency summary")
    page.fill("#agency-copy", COPY)
    press(page, "#agency form button")
    press(page, "[name=_continue]")
    assert page.input_value("[name=headline]") == "المركزي يرفع الفائدة نصف نقطة"
    assert "يسري من الغد" in page.input_value("[name=body]")


def test_signs_come_by_button_and_by_the_position_of_a_key(at_story):  # noqa: F811
    page = at_story(make_article(headline="عنوان", body="<p>قال</p>"))
    field = at_end(page)
    page.click("#signs [data-sign='،']")
    page.keyboard.type(" نعم")
    page.keyboard.press("Control+Alt+Slash")
    assert field.inner_text().strip() == "قال، نعم؟"
    page.focus("[name=headline]")
    page.keyboard.press("End")
    page.click("#signs [data-sign='؛']")
    page.keyboard.press("Control+Alt+BracketLeft")
    assert page.input_value("[name=headline]") == "عنوان؛«"


def test_straight_quotes_become_arabic_ones_and_are_given_back(at_story):  # noqa: F811
    page = at_story(make_article(headline="عنوان", body="<p>قال</p>"))
    field = at_end(page)
    page.keyboard.type(' "نعم" و')
    page.keyboard.type('"لا"')
    assert field.inner_text().strip() == "قال «نعم» و«لا»"
    page.keyboard.press("Control+z")
    assert field.inner_text().strip().endswith('لا"')
    page.keyboard.press("Enter")
    page.keyboard.type('He said "yes" on a 32" screen.')
    assert 'He said "yes" on a 32" screen.' in field.inner_text()
    page.fill("[name=headline]", "")
    page.focus("[name=headline]")
    page.keyboard.type('قال "نعم" ثم')
    assert page.input_value("[name=headline]") == "قال «نعم» ثم"
    assert page.errors == []


def test_the_preview_opens_by_its_key_at_two_widths(at_story):  # noqa: F811
    page = at_story(make_article(headline="عنوان المعاينة", body="<p>نصّ المعاينة</p>"))
    page.keyboard.press("F8")
    frame = page.frame_locator("#preview iframe")
    frame.locator("h1", has_text="عنوان المعاينة").wait_for()
    assert frame.locator("body").evaluate("() => innerWidth") == 390
    page.click("#preview [data-width=desktop]")
    assert frame.locator("body").evaluate("() => innerWidth") == 1280
    page.keyboard.press("F8")
    assert not page.locator("#preview iframe").is_visible()
    # The frame runs no script, and the test server (unlike production's) gives it no font.
    expected = ("font", "ERR_FAILED", "sandboxed")
    assert not [said for said in page.errors if not any(word in said for word in expected)]


def test_on_a_phone_the_preview_is_a_tab(at_story):  # noqa: F811
    page = at_story(make_article(headline="عنوان المعاينة", body="<p>نصّ</p>"), width=390)
    page.click("#preview summary")
    with page.context.expect_page() as opened:
        page.click("#preview .own-tab")
    opened.value.locator("h1", has_text="عنوان المعاينة").wait_for()
    assert not page.locator("#preview iframe").is_visible()


HAND_OVER = """async (field, [kind, name]) => {
  const box = field.getBoundingClientRect()
  const canvas = document.createElement("canvas")
  canvas.width = 320
  canvas.height = 200
  canvas.getContext("2d").fillRect(0, 0, 320, 200)
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"))
  const data = new DataTransfer()
  data.items.add(new File([name === "broken.png" ? "no" : blob], name, { type: "image/png" }))
  const shared = { bubbles: true, cancelable: true }
  const event = kind === "paste"
    ? new ClipboardEvent("paste", { clipboardData: data, ...shared })
    : new DragEvent("drop", {
        dataTransfer: data, clientX: box.x + box.width / 2, clientY: box.y + 30, ...shared,
      })
  field.dispatchEvent(event)
}"""


@pytest.mark.parametrize("kind", ["paste", "drop"])
def test_a_picture_comes_into_the_text_with_its_words(at_story, kind):  # noqa: F811
    story = make_article(headline="عنوان", body="<p>أولًا</p><p>ثانيًا</p>")
    page = at_story(story)
    field = at_end(page)
    field.evaluate(HAND_OVER, [kind, "a.png"])
    dialog = page.locator("#dropped-picture")
    dialog.locator("[name=alt_text]").fill("مستطيل أسود")
    dialog.locator("[name=credit]").fill("رسم: ليلى موسى")
    dialog.locator("[type=submit]").click()
    field.locator("figure.reference").wait_for()
    assert not dialog.is_visible()
    press(page, "[name=_continue]")
    picture = Picture.objects.get()
    assert (picture.alt_text, picture.credit) == ("مستطيل أسود", "رسم: ليلى موسى")
    figure = f'<figure data-picture="{picture.pk}"></figure>'
    body = story.revisions.get(role="working").content["body"]
    after = "أولًا" if kind == "drop" else "ثانيًا"
    assert f"<p>{after}</p>{figure}" in body


def test_a_broken_picture_is_refused_and_the_text_stays(at_story):  # noqa: F811
    page = at_story(make_article(headline="عنوان", body="<p>أولًا</p>"))
    field = at_end(page)
    field.evaluate(HAND_OVER, ["paste", "broken.png"])
    page.click("#dropped-picture [type=submit]")
    page.locator("#dropped-picture .refused", has_text="صورة").wait_for()
    page.click("#dropped-picture [data-cancel]")
    assert field.locator("figure").count() == 0
    assert not Picture.objects.exists()


def test_a_note_on_a_passage_is_lit_answered_and_settled_beside_unsaved_words(at_story):  # noqa: F811
    story = make_article(headline="عنوان", body="<p>قال إن الجسر أقوى.</p><p>ثم غادر.</p>")
    page = at_story(story)
    field = at_end(page)
    page.keyboard.type(" كلمات لم تُحفظ")
    field.locator("p").first.click(click_count=3)
    page.keyboard.press("Control+m")
    assert page.locator("[data-chosen]").inner_text() == "قال إن الجسر أقوى."
    page.keyboard.type("هل عندنا تقرير؟ @editor")
    page.click("#notes [data-new] [type=submit]")
    page.locator(".ProseMirror .noted", has_text="قال إن الجسر أقوى.").wait_for()
    thread = page.locator("#notes .thread")
    assert "@editor" in thread.locator(".mention").inner_text()
    thread.locator("summary").click()
    thread.locator("textarea").fill("أرسلوه.")
    thread.locator("details button").click()
    thread.get_by_text("أرسلوه.").wait_for()
    assert "كلمات لم تُحفظ" in field.inner_text()

    page.locator(".ProseMirror .noted").click(click_count=3)
    page.keyboard.type("حُذف")
    thread.locator("[data-lost]").wait_for()
    page.keyboard.press("Control+z")
    thread.locator("[data-lost]").wait_for(state="hidden")
    thread.locator("> form button").click()
    page.locator(".ProseMirror .noted").wait_for(state="detached")
    assert Note.objects.filter(resolved_at__isnull=False).count() == 1
    assert page.errors == []


def test_the_text_stands_alone_on_the_screen_and_comes_back(at_story):  # noqa: F811
    page = at_story(make_article(headline="عنوان", body="<p>نصّ</p>"))
    at_end(page)
    page.keyboard.press("F9")
    box = page.locator(".alone").bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 1280, 900)
    page.keyboard.type(" وأكثر")
    page.keyboard.press("Escape")
    assert page.locator(".alone").count() == 0
    assert "نصّ وأكثر" in page.locator(".ProseMirror[role=textbox]").inner_text()
