"""A reader's way, without script: read, comment, be read."""

import re

import pytest

from articles.models import Category
from comments.models import Comment
from tests.factories import make_article, make_author, make_picture
from tests.journeys import kiosk
from tests.journeys.conftest import log_in, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDRESS = "layla.secret@example.org"


@pytest.fixture
def story(paper):
    return make_article(
        published=True,
        headline="اتفاق على ممرّ بحري جديد يختصر رحلة القمح",
        standfirst="أربع دول توقّع في مرفأ الرملة على خط شحن جديد.",
        category=Category.objects.get(slug="economy"),
        authors=(make_author(),),
        tags=("القمح",),
        lead_picture=make_picture(),
    )


def test_a_comment_is_written_approved_and_read(paper, story, moderator, browser):
    reader = browser()
    reader.goto(paper)
    press(reader, f"text={story.headline}")
    assert reader.locator("h1").inner_text() == story.headline
    form = reader.locator("#comment-form")
    form.locator("[name=name]").fill("ليلى")
    form.locator("[name=email]").fill(ADDRESS)
    form.locator("[name=body]").fill("خبز أرخص لمن يشتري رغيفين لا عشرة.")
    press(reader, "#comment-form [type=submit]")
    assert "بانتظار الموافقة" in reader.locator("[role=status]").inner_text()

    reader.goto(f"{paper}{story.get_absolute_url()}")
    assert "لا تعليقات" in reader.locator("#comments").inner_text()

    desk = browser()
    log_in(desk, paper, "moderator")
    desk.goto(f"{paper}/admin/comments/comment/")
    assert "خبز أرخص" in desk.locator(".comment-card").inner_text()
    press(desk, "button:has-text('موافقة')")

    reader.goto(f"{paper}{story.get_absolute_url()}")
    comment = Comment.objects.get()
    shown = reader.locator(f"#comment-{comment.pk}")
    assert "خبز أرخص" in shown.inner_text()
    assert "تعليق واحد" in reader.locator("#comments").inner_text()
    for path in ("/", story.get_absolute_url(), "/category/economy/", "/sitemap-1.xml"):
        assert ADDRESS not in reader.request.get(f"{paper}{path}").text()


def test_a_bad_comment_keeps_every_word_and_says_what_is_wrong(paper, story, browser):
    reader = browser()
    reader.goto(f"{paper}{story.get_absolute_url()}")
    reader.locator("#comment-form [name=name]").fill("ليلى")
    reader.locator("#comment-form [name=email]").fill("layla.example")
    reader.locator("#comment-form [name=body]").fill("سطر أول\n  سطر ثانٍ")
    press(reader, "#comment-form [type=submit]")
    assert reader.locator("#comment-form [name=body]").input_value() == "سطر أول\n  سطر ثانٍ"
    field = reader.locator("#comment-form [name=email]")
    assert field.input_value() == "layla.example"
    assert field.get_attribute("aria-invalid") == "true"
    described = field.get_attribute("aria-describedby").split()[-1]
    assert "name@example.org" in reader.locator(f"#{described}").inner_text()
    reader.locator("[role=alert] a").click()
    reader.wait_for_url(lambda address: address.endswith("#comment-email"))


def test_a_reply_stands_under_its_comment(paper, story, moderator, browser):
    first = Comment.objects.create(
        article=story, name="خالد", email="k@example.org", body="هل الرسوم ثابتة؟",
        state="approved", author_key="k", text_key="k",
    )  # fmt: skip
    reader = browser(width=390)
    reader.goto(f"{paper}{story.get_absolute_url()}")
    press(reader, "text=ردّ")
    reader.locator("#comment-form [name=name]").fill("John Haddad")
    reader.locator("#comment-form [name=email]").fill("john@example.org")
    reader.locator("#comment-form [name=body]").fill("سؤال جيد.")
    press(reader, "#comment-form [type=submit]")
    desk = browser()
    log_in(desk, paper, "moderator")
    desk.goto(f"{paper}/admin/comments/comment/")
    press(desk, "button:has-text('موافقة')")
    reader.goto(f"{paper}{story.get_absolute_url()}")
    assert "سؤال جيد" in reader.locator(f"#comment-{first.pk} ol li").inner_text()


def test_the_first_tab_leads_past_the_navigation_and_back_to_top_works(paper, story, browser):
    reader = browser()
    reader.goto(f"{paper}{story.get_absolute_url()}")
    reader.keyboard.press("Tab")
    focused = reader.locator(":focus")
    assert focused.inner_text() == "انتقل إلى المحتوى"
    reader.keyboard.press("Enter")
    reader.wait_for_url(lambda address: address.endswith("#content"))
    reader.click("text=العودة إلى الأعلى")
    reader.wait_for_url(lambda address: address.endswith("#top"))


@pytest.mark.looks
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_scrolls_sideways(paper, browser, width):
    body = f"<p>{'https://example.org/' + 'a' * 60}</p><p>{'كلمة ' * 60}</p>"
    story = make_article(published=True, body=body, lead_picture=make_picture())
    reader = browser(javascript=True, width=width)
    for path in ("/", story.get_absolute_url(), f"/comments/{story.code}/", "/nothing/"):
        reader.goto(f"{paper}{path}")
        assert reader.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_page_asks_nobody_else_and_an_article_runs_one_script(paper, story, browser):
    reader = browser(javascript=True)
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    complaints: list[str] = []
    reader.on("console", lambda message: complaints.append(message.text))
    reader.goto(f"{paper}{story.get_absolute_url()}", wait_until="networkidle")
    assert asked
    assert all(url.startswith(paper) for url in asked)
    scripts = [url for url in asked if re.search(r"\.m?js", url)]
    assert scripts == [f"{paper}/static/js/copy-link.js"]
    asked.clear()
    for path in ("/", "/category/economy/", "/latest/"):
        reader.goto(f"{paper}{path}", wait_until="networkidle")
    assert not [url for url in asked if re.search(r"\.m?js", url)]
    assert complaints == []
    assert reader.context.cookies() == []


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(paper, browser, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    reader = browser(javascript=True, width=width, scheme=scheme)
    for kind, path in kiosk.fill().pages.items():
        reader.goto(f"{paper}{path}")
        found = axe.run(reader, options=rules).response["violations"]
        said = [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in found]
        assert not said, kind


@pytest.mark.looks
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_a_form_with_errors(paper, story, browser, width):
    from axe_playwright_python.sync_playwright import Axe

    reader = browser(javascript=True, width=width)
    reader.goto(f"{paper}{story.get_absolute_url()}")
    press(reader, "#comment-form [type=submit]")
    assert reader.locator("[role=alert]").is_visible()
    assert Axe().run(reader).response["violations"] == []
