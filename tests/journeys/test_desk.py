"""The desk's way: a reporter writes, an editor publishes, readers see it and no word before."""

import pytest

from articles.models import Article
from tests.factories import make_article, make_picture
from tests.journeys.conftest import log_in, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEADLINE = "المصرف المركزي يثبّت الفائدة ويلمّح إلى خفض في فبراير"


def test_a_story_goes_from_the_reporter_to_the_front_page(paper, reporter, editor, browser):
    writer, desk, reader = browser(), browser(), browser()
    log_in(writer, paper, "reporter")
    writer.goto(f"{paper}/admin/articles/article/add/")
    writer.fill("[name=headline]", HEADLINE)
    writer.fill("[name=body]", "<p>ثبّت المصرف المركزي سعر الفائدة يوم الخميس.</p>")
    writer.select_option("[name=category]", label="اقتصاد")
    writer.fill("[name=tags]", "الفائدة، المصارف")
    assert writer.locator("[name=_publish]").count() == 0
    press(writer, "[name=_submit]")
    assert "عند مكتب التحرير" in writer.locator(".messagelist").inner_text()
    story = Article.objects.get()
    assert HEADLINE not in reader.request.get(paper).text()
    assert reader.request.get(f"{paper}{story.get_absolute_url()}").status == 404

    log_in(desk, paper, "editor")
    desk.goto(f"{paper}/admin/articles/article/")
    press(desk, f"text={HEADLINE}")
    desk.click(".ed-bar .split summary")
    press(desk, "[name=_publish]")
    assert "نُشر المقال" in desk.locator(".messagelist").inner_text()

    reader.goto(paper)
    press(reader, f"text={HEADLINE}")
    assert reader.locator("h1").inner_text() == HEADLINE
    assert "الفائدة" in reader.locator(".tags").inner_text()


def test_readers_never_see_a_saved_draft(paper, editor, browser):
    story = make_article(published=True, headline="عنوان أول يراه القرّاء")
    desk, reader = browser(), browser()
    log_in(desk, paper, "editor")
    desk.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
    desk.fill("[name=headline]", "عنوان ثانٍ لم يُنشر بعد")
    desk.fill("[name=body]", "<p>كلمات سرّية لم تُنشر بعد.</p>")
    press(desk, "[name=_continue]")
    reader.goto(f"{paper}{story.get_absolute_url()}")
    page = reader.content()
    assert "عنوان أول" in page
    assert "ثانٍ لم يُنشر" not in page
    assert "كلمات سرّية" not in page
    # The desk finds its own words again, and publishes them.
    desk.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
    assert desk.input_value("[name=headline]") == "عنوان ثانٍ لم يُنشر بعد"
    press(desk, "[name=_publish]")
    reader.goto(f"{paper}{story.get_absolute_url()}")
    assert "كلمات سرّية" in reader.content()


def test_the_body_editor_works_under_the_panels_policy(paper, editor, browser):
    picture = make_picture()
    story = make_article(body=f'<p>فقرة أولى.</p><figure data-picture="{picture.pk}"></figure>')
    desk = browser(javascript=True)
    log_in(desk, paper, "editor")
    desk.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
    field = desk.locator(".ProseMirror[role=textbox]")
    field.wait_for()
    # Without the base rules that our own sheet carries, trailing and doubled spaces misbehave.
    style = "(e) => [getComputedStyle(e).whiteSpace, getComputedStyle(e).position]"
    assert field.evaluate(style) == ["break-spaces", "relative"]
    assert f"صورة رقم {picture.pk}" in field.inner_text().replace("\u2068", "").replace("\xa0", " ")
    bold = desk.locator(".prose-menubar button[data-name=bold]")
    assert bold.get_attribute("aria-label") == "عريض"
    named = desk.locator(".prose-menubar button[data-name]:not([title=''])").evaluate_all(
        "(all) => all.map((b) => b.title).filter((t) => /[a-z]/i.test(t))"
    )
    assert named == []
    field.click()
    desk.keyboard.press("Control+Home")
    desk.keyboard.type("جملة  جديدة ")
    press(desk, "[name=_continue]")
    story.refresh_from_db()
    assert "جملة" in story.body
    assert f'<figure data-picture="{picture.pk}"></figure>' in story.body


def test_a_body_can_be_edited_without_the_editor(paper, editor, browser):
    story = make_article(body="<p>فقرة أولى.</p>")
    desk = browser()
    log_in(desk, paper, "editor")
    desk.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
    desk.fill("[name=body]", "<h2>عنوان فقرة</h2><p>نصّ <script>alert(1)</script>آخر</p>")
    press(desk, "[name=_continue]")
    story.refresh_from_db()
    assert story.body == "<h2>عنوان فقرة</h2><p>نصّ آخر</p>"


@pytest.mark.parametrize("width", [390, 1280])
def test_no_screen_of_the_desk_scrolls_sideways(paper, chief, browser, width):
    story = make_article(headline="عنوان " * 20, lead_picture=make_picture())
    desk = browser(javascript=True, width=width)
    log_in(desk, paper, "chief")
    for path in (
        "", "articles/article/", f"articles/article/{story.pk}/change/", "comments/comment/",
        "articles/picture/", "articles/picture/add/", "newsroom/sitesettings/",
    ):  # fmt: skip
        desk.goto(f"{paper}/admin/{path}", wait_until="networkidle")
        assert desk.evaluate("document.documentElement.scrollWidth") <= width, path
