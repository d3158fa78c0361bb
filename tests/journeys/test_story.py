"""A long story with everything in it, as browsers show it: nothing asked of strangers unasked."""

import pytest

from articles.models import Article, Category
from tests.articles.long_read import long_read
from tests.factories import make_article, make_author, make_picture
from tests.journeys.conftest import log_in, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PLAYER = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"
NAMES = ("wide", "tall", "small", "one", "two", "three")


@pytest.fixture
def story(paper) -> Article:
    return make_article(
        published=True,
        headline="اتفاق على ممرّ بحري جديد يختصر رحلة القمح تسعة أيام",
        body=long_read(**{name: make_picture().pk for name in NAMES}),
        category=Category.objects.get(slug="economy"),
        authors=(make_author(),),
    )


def strangers(reader, paper: str) -> list[str]:
    """The addresses outside the site that a page asks for; each is answered by us."""
    asked: list[str] = []

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(body="<p>player</p>", content_type="text/html")

    reader.route(lambda address: not address.startswith(paper), answer)
    return asked


def test_nothing_is_asked_of_strangers_before_the_button_and_the_player_after_it(
    paper, story, browser
):
    reader = browser(javascript=True)
    asked = strangers(reader, paper)
    reader.goto(f"{paper}{story.get_absolute_url()}", wait_until="networkidle")
    box = reader.locator(".embed details")
    box.scroll_into_view_if_needed()
    reader.wait_for_load_state("networkidle")
    assert asked == []
    with reader.expect_request(PLAYER) as request:
        box.locator("summary").click()
    assert request.value.headers.get("referer") == f"{paper}/"  # the site, not the story
    assert reader.frame_locator(".embed iframe").locator("p").inner_text() == "player"
    assert asked == [PLAYER]


def test_without_scripting_no_frame_is_ever_loaded(paper, story, browser):
    reader = browser(javascript=False)
    asked = strangers(reader, paper)
    reader.goto(f"{paper}{story.get_absolute_url()}", wait_until="networkidle")
    reader.locator(".embed").first.scroll_into_view_if_needed()
    reader.wait_for_load_state("networkidle")
    assert asked == []
    assert not reader.locator(".embed details").is_visible()
    assert reader.locator(".embed a").first.is_visible()


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_a_long_story(paper, story, browser, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    reader = browser(javascript=True, width=width, scheme=scheme)
    strangers(reader, paper)
    reader.goto(f"{paper}{story.get_absolute_url()}")
    for folded in reader.locator("summary:visible").all():
        folded.click()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    # What the service puts into its frame is its own.
    found = Axe().run(reader, context={"exclude": [["iframe"]]}, options=rules).response
    said = [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found["violations"]]
    assert not said


def test_the_contents_stand_before_the_text_on_a_phone_and_beside_it_on_a_desktop(
    paper, story, browser
):
    places = {}
    for width in (390, 1280):
        reader = browser(javascript=True, width=width)
        reader.goto(f"{paper}{story.get_absolute_url()}")
        places[width] = [
            reader.locator(part).first.bounding_box()
            for part in (".contents", ".body > p", ".pull-quote", ".fact-box", ".body > .broad")
        ]
    contents, text, *_ = places[390]
    assert contents["y"] + contents["height"] <= text["y"]
    contents, text, quote, facts, broad = places[1280]
    assert abs(contents["y"] - text["y"]) < 16
    for beside in (contents, quote, facts):
        assert beside["x"] + beside["width"] <= text["x"]
    assert broad["width"] > text["width"] + facts["width"]


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 1920])
def test_no_part_of_a_long_story_scrolls_the_page_sideways(paper, story, browser, width):
    reader = browser(javascript=True, width=width)
    reader.goto(f"{paper}{story.get_absolute_url()}")
    assert reader.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_a_link_of_the_contents_leads_to_its_section(paper, story, browser, width):
    reader = browser(width=width)
    reader.goto(f"{paper}{story.get_absolute_url()}")
    if width == 390:
        assert not reader.locator(".contents a").first.is_visible()
        reader.locator(".contents summary").click()
    else:
        assert not reader.locator(".contents summary").is_visible()
    link = reader.locator(".contents a").nth(2)
    heading = link.inner_text()
    link.click()
    assert reader.locator(":target").inner_text() == heading


# The desk's side


@pytest.fixture
def desk(paper, editor, browser):
    """Opens a story in the body editor."""
    page = browser(javascript=True)
    log_in(page, paper, "editor")

    def opened(story: Article):
        page.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
        page.locator(".ProseMirror[role=textbox]").wait_for()
        return page

    return opened


def saved(page, story: Article) -> str:
    press(page, "[name=_continue]")
    story.refresh_from_db()
    return story.body


def test_the_editor_gives_back_every_element_as_it_was(desk):
    body = long_read(**{name: make_picture().pk for name in NAMES})
    story = make_article(body=body)
    page = desk(story)
    page.locator(".ProseMirror[role=textbox]").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("س")
    # The editor writes paragraphs into list items and cells.
    kept = saved(page, story)
    for cell in ("li", "td", "th"):
        kept = kept.replace(f"<{cell}><p>", f"<{cell}>").replace(f"</p></{cell}>", f"</{cell}>")
    assert kept == body.replace("<p>", "<p>س", 1)


def test_every_box_has_its_button(desk):
    picture = make_picture()
    story = make_article(body="<p>قال الوزير إن القمح وصل.</p>")
    page = desk(story)
    field = page.locator(".ProseMirror[role=textbox]")
    field.click()
    page.keyboard.press("Control+A")
    page.get_by_role("button", name="إدراج اقتباس بارز").click()
    field.locator("footer").click()
    page.keyboard.type("وزير التجارة")
    field.locator("> p").first.click()
    page.get_by_role("button", name="إدراج بطاقة معلومات").click()
    page.keyboard.type("في سطور")
    field.locator("dt").click()
    page.keyboard.type("الطول")
    page.keyboard.press("Enter")
    page.keyboard.type("1,180 ميلًا")
    page.keyboard.press("Enter")
    page.keyboard.type("السعة")
    page.keyboard.press("Enter")
    page.keyboard.type("38 ألف طنّ")
    field.locator("> p").first.click()
    page.get_by_role("button", name="إدراج عدّة صور").click()
    page.locator("dialog[open] input").fill(f"{picture.pk}، ٩٩")
    page.locator("dialog[open] [type=submit]").click()
    page.get_by_role("button", name="إدراج صورة", exact=True).click()
    page.locator("dialog[open] input").fill(str(picture.pk))
    page.locator("dialog select").select_option("صغيرة بجانب النص")
    page.locator("dialog[open] [type=submit]").click()
    body = saved(page, story)
    assert (
        '<aside data-box="quote"><p>قال الوزير إن القمح وصل.</p><footer>وزير التجارة</footer>'
        "</aside>"
    ) in body
    assert (
        '<aside data-box="facts"><h3>في سطور</h3><dl><dt>الطول</dt><dd>1,180 ميلًا</dd>'
        "<dt>السعة</dt><dd>38 ألف طنّ</dd></dl></aside>"
    ) in body
    assert f'<figure data-gallery="{picture.pk},99"></figure>' in body
    assert f'<figure data-picture="{picture.pk}" data-place="out"></figure>' in body


def test_a_table_gets_its_caption_by_a_button(desk):
    story = make_article(body="<table><tr><th>أ</th></tr><tr><td>1</td></tr></table><p>ب</p>")
    page = desk(story)
    page.locator(".ProseMirror td").click()
    page.get_by_role("button", name="عنوان الجدول").click()
    page.locator("dialog[open] input").fill("زمن الرحلة")
    page.locator("dialog[open] [type=submit]").click()
    assert "<table><caption>زمن الرحلة</caption><tbody>" in saved(page, story)
