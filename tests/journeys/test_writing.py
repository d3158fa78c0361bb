"""Somebody writes: marks of style, counts and a headline's width, in a real browser."""

import pytest

from articles.models import Article
from tests.factories import make_article
from tests.journeys.conftest import log_in, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = "<p>قال الوزير , ثم مضى إلى المجلس.</p><p>وعاد <strong>المدير</strong>, ثم غادر المدينة.</p>"


def _is_ours(said) -> bool:
    """An error, but for a style that the editor package injects or reads and our policy refuses."""
    return said.type == "error" and "Applying inline style" not in said.text


@pytest.fixture
def at_story(paper, editor, browser):
    """Opens a story in the body editor: ``at_story(story)``."""

    def opened(story: Article, *, width: int = 1280):
        page = browser(javascript=True, width=width)
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: _is_ours(said) and errors.append(said.text))
        page.errors = errors
        log_in(page, paper, "editor")
        page.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
        page.locator(".ProseMirror[role=textbox]").wait_for()
        return page

    return opened


def test_marks_are_mended_one_by_one_all_together_and_taken_back(at_story):
    story = make_article(headline="المجلس ,ثم الوزير", body=BODY)
    page = at_story(story)
    field = page.locator(".ProseMirror[role=textbox]")
    marks = page.locator(".ProseMirror .style-mark")
    marks.first.wait_for()
    before = field.inner_text()
    assert "علامة ترقيم لاتينية" in page.locator("#house-style").inner_text()

    page.keyboard.press("F2")
    tip = page.locator(".style-tip")
    assert "مسافة" in tip.inner_text()
    page.keyboard.press("Enter")  # mend, and on to the next
    field.get_by_text("قال الوزير, ثم").wait_for()
    assert tip.is_visible()
    tip.locator("[data-do=all]").click()
    field.get_by_text("وعاد المدير، ثم").wait_for()
    assert "قال الوزير، ثم" in field.inner_text()
    marks.first.wait_for(state="detached")

    # A field of one line has its marks in the list, and undo of the browser's own.
    row = page.locator("#house-style li", has_text="العنوان").first
    row.locator("[data-do=fix]").click()
    assert page.input_value("[name=headline]") != "المجلس ,ثم الوزير"

    field.click()
    for _step in range(3):
        page.keyboard.press("Control+z")
    assert field.inner_text() == before
    page.click("[data-tidy]")
    field.get_by_text("وعاد المدير، ثم").wait_for()
    page.locator("#house-style li").first.wait_for(state="detached")
    press(page, "[name=_continue]")
    content = story.revisions.get(role="working").content
    assert content["headline"] == "المجلس، ثم الوزير"
    assert content["body"] == BODY.replace(" ,", "،").replace("</strong>,", "</strong>،")
    assert page.errors == []


def test_what_is_ignored_stays_away_while_the_page_is_open(at_story):
    page = at_story(make_article(headline="عنوان", body="<p>ذهب إلى المدرسه.</p>"))
    page.locator(".style-mark").click()
    page.locator(".style-tip [data-do=ignore]").click()
    page.locator(".style-mark").wait_for(state="detached")
    page.locator(".ProseMirror[role=textbox]").click()
    with page.expect_response("**/proofread/"):
        page.keyboard.type(" نعم")
    page.wait_for_timeout(200)
    assert page.locator(".style-mark").count() == 0


def test_a_mark_never_moves_onto_other_words_while_somebody_types(at_story):
    page = at_story(make_article(headline="عنوان", body="<p>قال الوزير , ثم.</p>"))
    mark = page.locator(".style-mark").first
    mark.wait_for()
    page.route("**/proofread/", lambda route: route.abort())
    page.locator(".ProseMirror[role=textbox]").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("ثم ")
    assert mark.evaluate("(e) => e.previousSibling.textContent") == "ثم قال الوزير"


def test_the_counts_are_those_of_the_server(at_story):
    story = make_article(headline="عنوان", body=f"<p>{'كلمة ' * 400}</p>", standfirst="ملخّص قصير")
    page = at_story(story)
    counts = page.locator("#counts")
    counts.get_by_text("400 كلمة").wait_for()
    assert "مدة القراءة: دقيقتان" in counts.inner_text()
    assert "أحرف الملخّص: 9" in counts.inner_text()
    page.locator(".ProseMirror[role=textbox]").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" وأخرى")
    counts.get_by_text("401 كلمة").wait_for()
    press(page, "[name=_continue]")
    story.refresh_from_db()
    assert story.word_count == 401


def test_a_headline_is_measured_by_its_width(at_story):
    page = at_story(make_article(headline="عنوان قصير", body="<p>نصّ</p>"))
    meter = page.locator("#headline-meter")
    meter.wait_for()
    fill = meter.locator(".fill")
    short = float(fill.get_attribute("width"))
    page.fill("[name=headline]", "عنوان قصير لكنه أطول قليلًا")
    assert short < float(fill.get_attribute("width")) < 100
    page.fill("[name=headline]", "كلمة " * 60)
    assert "أطول من سطرَي بطاقة الهاتف بمقدار" in meter.inner_text()
    page.fill("[name=headline]", "")
    assert not meter.is_visible()


def paste(page, *, html: str = "", text: str = "") -> None:
    """Paste what another program has copied."""
    page.locator(".ProseMirror[role=textbox]").evaluate(
        """(field, [html, text]) => {
          const copied = new DataTransfer()
          if (html) copied.setData("text/html", html)
          copied.setData("text/plain", text)
          const event = { clipboardData: copied, bubbles: true, cancelable: true }
          field.dispatchEvent(new ClipboardEvent("paste", event))
        }""",
        [html, text],
    )


def at_end(page):
    field = page.locator(".ProseMirror[role=textbox]")
    field.click()
    page.keyboard.press("Control+End")
    return field


def test_what_is_pasted_is_cleaned_and_taken_back(at_story):
    page = at_story(make_article(headline="عنوان", body="<p>أولًا: </p>"))
    field = at_end(page)
    paste(
        page,
        html="<p class=MsoNormal style='color:red'><b>قال</b> الوزير</p>"
        "<table><tr><td>سوسة</td></tr></table>",
        text="قال الوزير",
    )
    field.locator("td", has_text="سوسة").wait_for()
    assert field.locator("strong").inner_text() == "قال"
    assert field.locator("[style]:not(table, col)").count() == 0
    page.keyboard.press("Control+z")
    field.locator("td").wait_for(state="detached")
    paste(page, text="[12/11/2025، 10:32:15 م] أحمد: *عاجل*\n[12/11/2025، 10:33:15 م] ليلى: نعم")
    field.get_by_text("نعم").wait_for()
    assert "أحمد" not in field.inner_text()
    assert page.errors == []


def test_without_a_server_the_paste_still_comes_in(at_story):
    page = at_story(make_article(headline="عنوان", body="<p>أولًا</p>"))
    page.route("**/paste/", lambda route: route.abort())
    field = at_end(page)
    paste(page, html="<p>قال <b>الوزير</b><script>x</script></p>", text="قال الوزير")
    field.locator("strong", has_text="الوزير").wait_for()


def test_with_shift_only_the_words_come(at_story):
    page = at_story(make_article(headline="عنوان", body="<p>أولًا</p>"))
    field = at_end(page)
    page.keyboard.down("Shift")
    page.keyboard.press("a")
    paste(page, html="<p><b>نعم</b></p>", text="نعم")
    page.keyboard.up("Shift")
    assert "نعم" in field.inner_text()
    assert field.locator("strong").count() == 0
