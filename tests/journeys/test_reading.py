"""What reading is like, measured in a real browser: faces, sizes, lines, room, weight."""

import re
from collections.abc import Callable

import brotli
import pytest
from django.test import Client

from articles.models import Article
from newsroom import policy, style
from tests.factories import make_article, make_comment, make_picture
from tests.journeys import kiosk

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

KB = 1024
# Of an article of 1,000 words with 20 comments, as sent; without its pictures.
HEAVIEST_HTML, HEAVIEST_FONT, HEAVIEST_SUM = 12 * KB, 45 * KB, 62 * KB
# A line that moves by less is no move (the Guardian's own limit).
MOST_SHIFT = 0.002
FULL_LINES = """
() => {
  const counts = [];
  for (const p of document.querySelectorAll('.body > p')) {
    const range = document.createRange();
    let line = 0, top = null, lines = [];
    const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      for (let i = 0; i < walk.currentNode.length; i++) {
        range.setStart(walk.currentNode, i); range.setEnd(walk.currentNode, i + 1);
        const box = range.getBoundingClientRect();
        if (!box.width && !box.height) continue;
        const middle = (box.top + box.bottom) / 2;
        if (top !== null && Math.abs(middle - top) > 12) { lines.push(line); line = 0; }
        top = middle; line++;
      }
    }
    counts.push(...lines);
  }
  return counts.sort((a, b) => a - b);
}
"""
STYLES = """
(selector) => [...document.querySelectorAll(selector)].map((e) => {
  const s = getComputedStyle(e), size = parseFloat(s.fontSize);
  return {tag: e.tagName, size, leading: parseFloat(s.lineHeight) / size, spacing: s.letterSpacing,
          align: s.textAlign, transform: s.textTransform, slant: s.fontStyle, hyphens: s.hyphens};
})
"""
SHIFTS = """
() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 400);
})
"""


def restyle(settings, change: Callable[[str], str]) -> None:
    """Serve the pages with other rules, under a policy that knows them."""
    styles = settings.READER_STYLES
    sheets = {kind: change(text) for kind, text in styles.sheets.items()}
    sources = [policy.source(text.encode()) for text in sheets.values()]
    settings.READER_STYLES = style.Styles(sheets, sources, styles.font)
    settings.SECURE_CSP = settings.SECURE_CSP | {"style-src": ["'self'", *sources]}


def computed(page, selector: str, name: str, part: str | None = None) -> str:
    """What the browser makes of a property of the first such element."""
    return page.evaluate(
        "([s, n, p]) => getComputedStyle(document.querySelector(s), p)[n]", [selector, name, part]
    )


@pytest.fixture
def shown(paper):
    return kiosk.fill()


def test_text_is_large_and_its_lines_stand_apart(paper, shown, browser):
    for width in (390, 1280):
        reader = browser(javascript=True, width=width)
        reader.goto(f"{paper}{shown.pages['article']}")
        (text, *_), (headline,) = (reader.evaluate(STYLES, s) for s in (".body p", "h1"))
        assert text["size"] >= 18
        assert text["leading"] >= 1.7
        assert headline["leading"] >= 1.35
        small = reader.evaluate(STYLES, "main *, header *, footer *")
        assert min(part["size"] for part in small) >= 14
        reader.goto(f"{paper}{shown.pages['opinion article']}")
        (vocalised,) = reader.evaluate(STYLES, "h1")
        assert vocalised["leading"] >= 1.7


def test_letters_are_never_spread_slanted_justified_or_cut(paper, shown, browser):
    reader = browser(javascript=True)
    for path in shown.pages.values():
        reader.goto(f"{paper}{path}")
        for part in reader.evaluate(STYLES, "body *"):
            assert part["spacing"] in {"normal", "0px"}, part
            assert part["align"] not in {"justify", "left", "right"}, part
            assert (part["transform"], part["slant"]) == ("none", "normal"), part
            assert part["hyphens"] != "auto", part


@pytest.mark.parametrize(
    ("width", "fewest", "most"), [(390, 35, 56), (768, 45, 76), (1280, 45, 76), (1920, 45, 76)]
)
def test_a_full_line_is_neither_short_nor_long(paper, shown, browser, width, fewest, most):
    reader = browser(javascript=True, width=width)
    reader.goto(f"{paper}{shown.pages['article']}")
    counts = reader.evaluate(FULL_LINES)
    assert len(counts) > 5
    assert fewest <= counts[len(counts) // 2] <= most


def test_every_glyph_of_the_text_is_of_the_papers_face(paper, shown, browser):
    reader = browser(javascript=True)
    reader.goto(f"{paper}{shown.pages['article']}", wait_until="networkidle")
    reader.reload(wait_until="networkidle")  # the face is optional: now it is in the cache
    session = reader.context.new_cdp_session(reader)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    for selector in ("h1", ".opening .standfirst", ".body p", ".byline time", ".comment p"):
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        assert len(fonts) == 1, (selector, fonts)
        assert fonts[0]["isCustomFont"], (selector, fonts)


def test_without_the_font_the_page_reads_as_well(paper, shown, browser):
    for width in (390, 1280):
        reader = browser(javascript=True, width=width)
        reader.route("**/*.woff2", lambda route: route.abort())
        reader.goto(f"{paper}{shown.pages['article']}")
        (text, *_) = reader.evaluate(STYLES, ".body p")
        assert text["size"] >= 18
        assert text["leading"] >= 1.7
        assert reader.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", ["article", "front", "section"])
def test_no_line_moves_when_a_foreign_face_stands_in(paper, shown, browser, settings, kind):
    """The fallback of this machine may look like the font: one of other widths must not move."""
    faces = re.compile(r'(--text: "News Naskh"),[^;}]*')
    restyle(settings, lambda text: faces.sub(r'\1,"DejaVu Sans"', text))
    assert all("DejaVu" in text for text in settings.READER_STYLES.sheets.values())
    for width in (390, 1280):
        reader = browser(javascript=True, width=width)
        reader.goto(f"{paper}{shown.pages[kind]}", wait_until="networkidle")
        assert reader.evaluate(SHIFTS) <= MOST_SHIFT
        reader.reload(wait_until="networkidle")
        assert reader.evaluate(SHIFTS) <= MOST_SHIFT


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_no_kind_of_page_scrolls_sideways(paper, shown, browser, width):
    reader = browser(javascript=True, width=width)
    for kind, path in shown.pages.items():
        reader.goto(f"{paper}{path}")
        assert reader.evaluate("document.documentElement.scrollWidth") <= width, kind


def test_text_of_twice_the_size_still_fits(paper, shown, browser, settings):
    restyle(settings, lambda text: f"{text}html{{font-size:200%}}")
    for width in (390, 768, 1280):
        reader = browser(javascript=True, width=width)
        for kind, path in shown.pages.items():
            reader.goto(f"{paper}{path}")
            assert computed(reader, "html", "fontSize") == "32px"
            assert reader.evaluate("document.documentElement.scrollWidth") <= width, kind


def test_the_keyboard_reaches_everything_in_order_and_always_shows_where_it_is(
    paper, shown, browser
):
    reader = browser(javascript=True)
    reader.goto(f"{paper}{shown.pages['article']}")
    places = []
    for _press in range(200):
        reader.keyboard.press("Tab")
        found = reader.evaluate(
            """() => {
              const e = document.activeElement;
              if (e === document.body) return null;
              const all = [...document.querySelectorAll('*')], s = getComputedStyle(e);
              return [all.indexOf(e), parseFloat(s.outlineWidth), s.outlineStyle, e.outerHTML];
            }"""
        )
        if found is None:
            break
        places.append(found)
    assert len(places) > 30
    assert [place[0] for place in places] == sorted(place[0] for place in places)
    assert all(width >= 2 and kind == "solid" for _place, width, kind, _html in places)


def test_navigation_and_buttons_are_large_enough_for_a_thumb(paper, shown, browser):
    for width in (390, 1280):
        reader = browser(javascript=True, width=width)
        reader.goto(f"{paper}{shown.pages['article']}")
        sizes = reader.evaluate(
            """() => [...document.querySelectorAll(
                '.masthead a, .masthead button, .button, .share a')]
              .map((e) => [e.getBoundingClientRect(), e.outerHTML.slice(0, 90)])
              .filter(([box]) => box.width).map(([box, html]) => [box.width, box.height, html])"""
        )
        least = 36 if width == 1280 else 43.9  # a mouse needs less than a thumb
        assert sizes
        assert all(height >= least and wide >= 24 for wide, height, _html in sizes), sizes


def test_the_sections_open_on_a_phone_without_script(paper, shown, browser):
    phone = browser(width=390)
    phone.goto(f"{paper}/")
    link = phone.locator("#sections a", has_text="اقتصاد")
    assert not link.is_visible()
    phone.click(".menu")
    assert link.is_visible()
    phone.click(".close")
    assert not link.is_visible()
    desktop = browser(width=1280)
    desktop.goto(f"{paper}/")
    assert desktop.locator("#sections a", has_text="اقتصاد").is_visible()
    assert not desktop.locator(".menu").is_visible()


def test_nothing_moves_for_readers_who_asked_for_rest(paper, shown, browser):
    reader = browser(javascript=True)  # asks for reduced motion
    for kind in ("front", "article"):
        reader.goto(f"{paper}{shown.pages[kind]}")
        assert computed(reader, "html", "scrollBehavior") == "auto"
        assert reader.evaluate("document.getAnimations().length") == 0


def test_readers_colours_keep_borders_and_focus(paper, shown, browser):
    reader = browser(javascript=True)
    reader.emulate_media(forced_colors="active")
    reader.goto(f"{paper}{shown.pages['not found']}")
    assert computed(reader, ".notice", "borderBottomStyle") == "solid"
    reader.keyboard.press("Tab")
    assert computed(reader, ":focus", "outlineStyle") == "solid"


def test_a_long_discussed_story_is_light(paper, browser):
    paragraph = f"<p>{'وقال الناطق باسم المرفأ إن السفن الجديدة تصل قبل موعدها. ' * 5}</p>"
    words = [f"{paragraph.replace('الجديدة', f'رقم {number}')}" for number in range(20)]
    story = make_article(published=True, body="".join(words), lead_picture=make_picture())
    for number in range(20):
        make_comment(
            story, state="approved", body=f"قرأت الخبر رقم {number} وأعجبني، وعندي سؤال عن السعر."
        )
    assert Article.objects.get(pk=story.pk).word_count >= 1_000
    html = len(brotli.compress(Client().get(story.get_absolute_url()).content, quality=5))
    assert html <= HEAVIEST_HTML

    reader = browser(javascript=True)
    weights: dict[str, int] = {}

    def weigh(response):
        kind = response.request.resource_type
        weights[kind] = weights.get(kind, 0) + len(response.body())

    reader.on("response", weigh)
    reader.goto(f"{paper}{story.get_absolute_url()}", wait_until="networkidle")
    assert set(weights) <= {"document", "font", "image", "script", "other"}
    assert 0 < weights["font"] <= HEAVIEST_FONT
    assert weights.get("script", 0) <= KB
    others = sum(size for kind, size in weights.items() if kind not in {"document", "image"})
    assert html + others <= HEAVIEST_SUM


def test_paper_holds_the_story_and_nothing_else(paper, shown, browser, chromium):
    reader = browser(javascript=True)
    reader.goto(f"{paper}{shown.pages['article']}")
    reader.emulate_media(media="print")
    for kept in ("h1", ".byline time", ".signed", ".lead-picture img", ".body p"):
        assert reader.locator(kept).first.is_visible(), kept
    for left in (
        ".sections",
        ".tools",
        ".footer",
        "#comment-form",
        ".share",
        ".neighbours",
        "#related",
    ):
        assert not reader.locator(left).first.is_visible(), left
    link = ".body a[href^=http]"
    assert "example.org" in computed(reader, link, "content", "::after")
    assert computed(reader, link, "direction", "::after") == "ltr"
    pages = len(re.findall(rb"/Type\s*/Page\b", reader.pdf(format="A4")))
    assert 1 <= pages <= 3
