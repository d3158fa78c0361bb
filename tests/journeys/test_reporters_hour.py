"""A reporter's hour: six hundred words and two pictures go to the desk, back, and out."""

import pytest

from articles.arabic.words import count_words
from articles.models import Article, AuditEntry
from tests.journeys.conftest import log_in, press
from tests.journeys.test_writing_tools import HAND_OVER

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEADLINE = "قرية على الكتف الغربي تعيد تشغيل طاحونتها بعد أربعين عامًا"
SENTENCE = (
    "قال سالم النجار إن الطاحونة التي توقفت منذ أربعين عامًا ستطحن قمح القرية من جديد ابتداء من "
    "الأسبوع المقبل وإن الماء الذي يديرها يكفي خمس ساعات في اليوم. "
)


def write(page, paragraphs: int) -> None:
    field = page.locator(".ProseMirror[role=textbox]")
    field.click()
    for n in range(paragraphs):
        page.keyboard.insert_text(SENTENCE * 4)
        if n < paragraphs - 1:
            page.keyboard.press("Enter")


def give_picture(page, alt_text: str) -> None:
    page.locator(".ProseMirror[role=textbox]").evaluate(HAND_OVER, ["paste", "a.png"])
    dialog = page.locator("#dropped-picture")
    dialog.locator("[name=alt_text]").fill(alt_text)
    dialog.locator("[name=credit]").fill("تصوير: رهف سالم")
    dialog.locator("[type=submit]").click()
    dialog.wait_for(state="hidden")


def act(page, name: str) -> None:
    """Press an act of the bar, in its menu where it is not the next one."""
    button = page.locator(f".ed-bar [name={name}]")
    if not button.is_visible():
        page.click(".ed-bar .split summary")
    with page.expect_navigation():
        button.click()


def test_six_hundred_words_go_their_way(paper, reporter, editor, browser):
    writer, desk, reader = browser(javascript=True), browser(javascript=True, width=390), browser()
    log_in(writer, paper, "reporter")
    writer.goto(f"{paper}/admin/articles/article/add/", wait_until="networkidle")
    writer.fill("[name=headline]", HEADLINE)
    writer.select_option("[name=category]", label="اقتصاد")
    write(writer, 6)
    writer.locator(".save", has_text="حُفظ").wait_for()
    assert count_words(Article.objects.get().plain_text) >= 600  # saved by itself
    give_picture(writer, "عجلة الطاحونة تحت الماء")
    give_picture(writer, "رجل يفتح باب الطاحونة")
    act(writer, "_submit")
    story = Article.objects.get()
    assert (story.state, story.body.count("<figure")) == ("submitted", 2)

    log_in(desk, paper, "editor")
    desk.goto(f"{paper}/admin/articles/article/{story.pk}/change/", wait_until="networkidle")
    act(desk, "_take_up")
    desk.locator("section:has(#handling-head) summary", has_text="إعادة إلى الكاتب").click()
    desk.fill("textarea[name=note]", "أين صاحب الطاحونة؟")
    press(desk, "section:has(#handling-head) [name=_send_back]")

    writer.goto(f"{paper}/admin/articles/article/{story.pk}/change/", wait_until="networkidle")
    assert "أين صاحب الطاحونة؟" in writer.locator(".sent-back").inner_text()
    writer.locator(".ProseMirror[role=textbox]").click()
    writer.keyboard.press("Control+End")
    writer.keyboard.press("Enter")
    writer.keyboard.insert_text("وقالت صاحبة الطاحونة نورة إنها لم تبعها قط.")
    writer.locator(".save", has_text="حُفظ").wait_for()
    act(writer, "_submit")

    desk.goto(f"{paper}/admin/articles/article/{story.pk}/change/", wait_until="networkidle")
    act(desk, "_publish")
    reader.goto(paper)
    press(reader, f"text={HEADLINE}")
    page = reader.content()
    assert "صاحبة الطاحونة نورة" in page
    assert "أين صاحب الطاحونة" not in page
    assert reader.locator("figure img").count() == 2

    desk.goto(f"{paper}/admin/articles/article/{story.pk}/correct/", wait_until="networkidle")
    desk.fill("[name=headline]", HEADLINE.replace("أربعين", "أربعة وأربعين"))
    press(desk, "[name=_look]")
    assert "أربعة" in " ".join(desk.locator("ins").all_inner_texts())
    press(desk, "[name=_send]")
    reader.reload()
    assert "أربعة وأربعين" in reader.locator("h1").inner_text()
    verbs = list(AuditEntry.objects.filter(thing=story.pk).values_list("verb", flat=True))
    for verb in ("start", "submit", "take_up", "send_back", "publish", "correct"):
        assert verb in verbs
