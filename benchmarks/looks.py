"""Open every page of the 5,935 real articles in a browser, at 390 px and every tenth at 1280 px.

Prints how many scroll sideways, cut a line or a mark, or weigh more than their budget, and the
heaviest of each kind. Fails when there is any. Nothing listens: the browser's requests are answered
by the pages themselves, in this process.
"""

import os
import re
import shutil
import sys
from collections import Counter

import brotli
from _stage import DATA, on_real_articles
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Page, Route, sync_playwright

from articles.models import Article, Category
from newsroom import style
from newsroom.demo import seeding

KB = 1024
# As sent, without pictures. HTML: 12 KB for 1,000 words with 20 comments, in proportion for longer
# stories; the sheet in it has a budget of its own, held by a test. With face and script: 62 KB.
HTML, WORDS, SUM = 12 * KB, 1_000, 62 * KB
SHEET = re.compile(rb"<style>.*?</style>", re.DOTALL)
# A box that hides what does not fit must not hide anything; text may stand outside no ancestor.
CUT = """
() => [...document.querySelectorAll('main *')].filter((e) => {
  const s = getComputedStyle(e);
  if (e.closest('.hidden, .trap') || ['visible', 'auto'].includes(s.overflowY)) return false;
  return e.scrollHeight > e.clientHeight + 1;
}).map((e) => e.outerHTML.slice(0, 120))
"""
# Naskh with harakat needs 1.7 of its size; a headline without them 1.35.
TIGHT = """
() => [...document.querySelectorAll('h1, h2, h3, .body p')].filter((e) => {
  const s = getComputedStyle(e), leading = parseFloat(s.lineHeight) / parseFloat(s.fontSize);
  const marks = (e.textContent.match(/[\\u064b-\\u0652]/g) || []).length;
  const marked = marks > e.textContent.length / 4;
  return leading < (marked ? 1.65 : 1.35);
}).map((e) => e.outerHTML.slice(0, 120))
"""
ORIGIN = "http://127.0.0.1:8000"


def answer(client: Client):
    def fulfil(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if not route.request.url.startswith(ORIGIN) or path.startswith("/static/"):
            return route.abort()
        response = client.get(path)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        headers = {name: value for name, value in response.items() if name != "Content-Length"}
        return route.fulfill(status=response.status_code, headers=headers, body=body)

    return fulfil


def faults(page: Page, path: str, width: int) -> list[str]:
    page.goto(f"{ORIGIN}{path}", wait_until="domcontentloaded")
    found = []
    if page.evaluate("document.documentElement.scrollWidth") > width:
        found.append("scrolls sideways")
    found += [f"cut: {html}" for html in page.evaluate(CUT)]
    found += [f"tight: {html}" for html in page.evaluate(TIGHT)]
    return found


def overweight(client: Client, story: Article, beside: int) -> int:
    """Bytes over the nearer of the story's budgets, below zero within; ``beside``: face, script."""
    content = client.get(story.get_absolute_url()).content
    html = len(brotli.compress(SHEET.sub(b"", content), quality=5))
    page = len(brotli.compress(content, quality=5))
    allowed = round(HTML * max(1, story.word_count / WORDS))
    return max(html - allowed, page + beside - (SUM - HTML + allowed))


def weigh(client: Client, stories: list[Article]) -> dict[str, int]:
    """For each story's address the bytes over its budget."""
    face = (settings.BASE_DIR / "static" / style.FONT).stat().st_size
    beside = face + (settings.BASE_DIR / "static/js/copy-link.js").stat().st_size
    return {story.get_absolute_url(): overweight(client, story, beside) for story in stories}


def report() -> int:
    call_command("load_articles", *sorted(str(path) for path in DATA.glob("*.jsonl")))
    seeding.seed("looks-password")
    client = Client()
    stories = list(Article.objects.live().only("code", "slug", "word_count").order_by("pk"))
    paths = [story.get_absolute_url() for story in stories]
    lists = ["/", "/latest/", *(section.get_absolute_url() for section in Category.objects.all())]
    counted: Counter = Counter()
    said: list[str] = []
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        for width, wanted in ((390, lists + paths), (1280, lists + paths[::10])):
            context = browser.new_context(viewport={"width": width, "height": 900}, locale="ar")
            context.route("**/*", answer(client))
            page = context.new_page()
            for path in wanted:
                counted[width] += 1
                said += [f"{width} {path}: {fault}" for fault in faults(page, path, width)]
            context.close()
        browser.close()
    over = weigh(client, stories)
    heavy = {path: excess for path, excess in over.items() if excess > 0}
    nearest = max(over.values())
    print(f"Opened {counted[390]} pages at 390 px and {counted[1280]} at 1280 px.")
    print(
        f"Faults: {len(said)}. Over their weight: {len(heavy)}; nearest to it: {nearest:+} bytes."
    )
    for line in (said + [f"{path}: {excess:+} bytes" for path, excess in heavy.items()])[:40]:
        print(line)
    return int(bool(said or heavy))


if __name__ == "__main__":
    # Playwright's loop stands in this thread, which Django would take for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    sys.exit(on_real_articles(report))
