"""Signs, numbers and foreign words stand in the order in which they are read, everywhere."""

import re
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import Category
from articles.search import index
from tests.factories import make_article, make_comment, make_picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# The strings that Chromium shows torn apart in a line from right to left, each as it must be read.
STRINGS = (
    "+1.5%", "-3.5%", "+966 50 123 4567", "$20", "C++", "@user_name", "#COVID-19",
)  # fmt: skip
ARABIC = re.compile("[\u0600-\u06ff]+")
# The characters of an element by where they stand, line by line.
SEEN = """
(element) => {
  const range = document.createRange(), seen = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walk.nextNode())
    for (let i = 0; i < walk.currentNode.length; i++) {
      range.setStart(walk.currentNode, i); range.setEnd(walk.currentNode, i + 1);
      const box = range.getBoundingClientRect();
      seen.push({ at: (box.top + box.bottom) / 2, left: box.left, is: walk.currentNode.data[i] });
    }
  seen.sort((a, b) => a.at - b.at);
  // Characters of two faces in one line stand a little apart; two lines, half a line and more.
  let line = 0;
  seen.forEach((one, i) => { one.line = line += i && one.at - seen[i - 1].at > 8 ? 1 : 0; });
  seen.sort((a, b) => a.line - b.line || a.left - b.left);
  return seen.map((one) => one.is).join('');
}
"""


def an_hour_ago() -> datetime:
    return timezone.now() - timedelta(hours=1)


def seen(page, selector: str) -> str:
    """What is read there besides the Arabic: a long number may go on in the next line."""
    shown = page.eval_on_selector(selector, SEEN)
    return " ".join(ARABIC.sub(" ", shown).split())


@pytest.fixture(params=STRINGS)
def written(request) -> str:
    return request.param


@pytest.mark.parametrize("width", [390, 1280])
def test_torn_strings_are_kept_together(paper, browser, written, width):
    line = f"قال {written} ثم"
    story = make_article(
        category=Category.objects.get(slug="economy"), published=an_hour_ago(),
        headline=line, standfirst=f"{line} أيضًا", kicker=line,
        body=f"<p>{line}</p><h2>{line}</h2><p><a href='https://example.org/'>{line}</a></p>"
        f"<table><tbody><tr><td>{line}</td></tr></tbody></table>"
        f"<aside data-box='quote'><p>{line}</p></aside>",
        lead_picture=make_picture(caption=line),
    )  # fmt: skip
    make_comment(story, state="approved", body=line)
    index.index([story.pk])
    page = browser(width=width)
    page.goto(f"{paper}{story.get_absolute_url()}")
    for selector in (
        ".story h1", ".opening .standfirst", ".opening .topic", ".body > p", ".body h2",
        ".body a", ".body td", ".pull-quote p", "figcaption span[dir]", ".comment .says",
    ):  # fmt: skip
        assert written in seen(page, selector), selector
    for address in ("/", story.category.get_absolute_url(), "/latest/", "/search/?q=قال"):
        page.goto(f"{paper}{address}")
        assert written in seen(page, "main h3"), address


def test_a_headline_that_begins_with_a_foreign_name_is_an_arabic_headline(paper, browser):
    story = make_article(
        published=timezone.now() - timedelta(hours=1),
        category=Category.objects.get(slug="economy"),
        headline="Apple تعلن هاتفًا جديدًا",
        body="<p>Apple شركة. وهذا سطر.</p><p>ثم سطر.</p>",
    )
    foreign = make_article(
        published=an_hour_ago(),
        category=story.category,
        headline="Reuters: the wire as it came",
    )
    page = browser()
    page.goto(f"{paper}{story.get_absolute_url()}")
    for selector in ("h1", ".body", ".body > p"):
        assert page.eval_on_selector(selector, "e => getComputedStyle(e).direction") == "rtl"
    page.goto(f"{paper}{foreign.get_absolute_url()}")
    assert page.eval_on_selector("h1", "e => getComputedStyle(e).direction") == "ltr"
