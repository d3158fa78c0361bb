"""Nothing of what readers may not have stands in any byte of any public answer.

Test C2 of trust.md: stories of every hidden kind bear canaries in headline, address, text, tags,
author, caption and comment; everything public is crawled, headers, feeds, maps and search included.
"""

import base64
import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from articles import publishing
from articles.models import Article
from articles.search import index
from tests.factories import make_article, make_author, make_category, make_picture

pytestmark = pytest.mark.django_db
LATIN, ARABIC = "canary7f3e91", "كناريخفي"
SEEDS = (
    "/", "/latest/", "/follow/", "/search/", "/feed/", "/sitemap.xml", "/robots.txt",
    f"/search/?q={LATIN}", f"/search/?q={quote(ARABIC)}", f"/search/?q={quote(ARABIC[:4])}",
    f"/search/?q={quote('أسعار ' + ARABIC)}", f"/search/?q={quote('القمح')}",
    f"/search/suggest/?q={LATIN[:4]}", f"/search/suggest/?q={quote(ARABIC[:3])}",
    "/nothing-stands-here/", f"/tag/{LATIN}/", f"/tag/{quote(ARABIC)}/",
)  # fmt: skip
_LINK = re.compile(
    r"""(?:href|src|action|poster)=["']([^"']+)["']|<(?:link|loc|guid)[^>]*>([^<]+)<"""
)


def canary(n: int) -> dict[str, object]:
    """What a hidden story says, every word of it."""
    return {
        "headline": f"{ARABIC} {LATIN} عنوان {n}",
        "slug": f"{LATIN}-{n}",
        "kicker": f"تمهيد {ARABIC}",
        "standfirst": f"ملخّص {ARABIC} عن القمح",
        "body": f"<p>قالت {ARABIC} {LATIN} إن أسعار القمح ترتفع.</p>",
        "dateline": ARABIC,
        "source_line": LATIN,
    }


@pytest.fixture
def hidden(editor, chief) -> list[Article]:
    """Stories of every kind that readers may not have, beside live ones of the same section."""
    category = make_category("اقتصاد", slug="economy")
    known, secret = make_author(), make_author(f"كاتب {ARABIC}")
    hour = timezone.now() + timedelta(hours=1)
    live = [
        publishing.publish(
            make_article(category=category, authors=(known,), tags=("القمح", "أسعار")), by=editor
        )
        for _each in range(4)
    ]

    def make(n: int, **more) -> Article:
        picture = make_picture(caption=f"تعليق {ARABIC}", alt_text=LATIN, credit=ARABIC)
        words = canary(n) | {"category": category, "lead_picture": picture}
        return make_article(**words, authors=(secret, known), tags=("القمح", ARABIC, LATIN), **more)

    draft, submitted, scheduled, embargoed, held, withdrawn = (make(n) for n in range(6))
    publishing.submit(submitted, by=editor)
    publishing.publish(scheduled, by=editor, at=hour)
    publishing.set_embargo(embargoed, hour, by=editor)
    publishing.publish(embargoed, by=editor)
    publishing.hold(held, ARABIC, by=editor)
    publishing.publish(withdrawn, by=editor)
    publishing.withdraw(withdrawn, by=chief)
    over = make(6, published=timezone.now() - timedelta(hours=3))
    publishing.withdraw_on(over, timezone.now() + timedelta(seconds=2), by=chief)
    Article.objects.filter(pk=over.pk).update(withdraw_at=timezone.now() - timedelta(seconds=1))
    words = {key: value for key, value in canary(7).items() if key != "slug"}
    publishing.save_draft(live[0], words | {"tags": [ARABIC]}, by=editor)
    publishing.save_draft(live[1], words | {"authors": [secret.pk]}, by=editor)
    publishing.publish(live[1], by=editor, at=hour)
    index.index([story.pk for story in Article.objects.all()])
    return [draft, submitted, scheduled, embargoed, held, withdrawn, over]


def addresses(page: str, base: str) -> Iterator[str]:
    """The public pages of ours that a page names."""
    for match in _LINK.finditer(page):
        named = (match[1] or match[2]).replace("&amp;", "&").strip()
        parts = urlsplit(urljoin(base, urldefrag(named)[0]))
        is_ours = parts.scheme in {"", "http"} and parts.hostname in {None, "127.0.0.1"}
        if is_ours and not parts.path.startswith(("/media/", "/static/", "/admin/")):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def told(answer) -> str:
    """Every byte of an answer, headers too, in every writing that a reader's machine may undo."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    text = body.decode("utf-8", "replace") + headers
    escapes = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return "\n".join((text, unquote(text), unescape(text), escapes))


def crawled(*seeds: str) -> Iterator[tuple[str, str]]:
    """Each public address that can be reached, with all that its answers tell."""
    reader = Client(headers={"Sec-Fetch-Site": "same-origin"})
    waiting, seen = [*seeds], set()
    while waiting and len(seen) < 600:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = reader.get(path)
        said = told(answer)
        yield path, said + told(reader.head(path))
        if answer.status_code == 200 and re.search("html|xml", answer.headers["Content-Type"]):
            waiting += addresses(said, path)


def written(word: str) -> tuple[str, ...]:
    """A word and its base64, without the end that depends on what follows."""
    return word, base64.b64encode(word.encode()).decode().rstrip("=")[:-2]


def met(path: str, said: str, codes: list[str]) -> list[str]:
    """What an answer tells of hidden stories; a page may repeat the very question it was asked."""
    asked = unquote(path)
    words = [word for word in (LATIN, ARABIC) if word not in asked]
    names = [code for code in codes if code not in asked]
    return [sign for word in (*words, *names) for sign in written(word) if sign in said]


def test_a_crawl_of_everything_public_meets_no_canary(hidden, settings):
    settings.SITE_URL = "http://127.0.0.1"
    codes = [story.code for story in hidden]
    own = [address for code in codes for address in (f"/a/{code}", f"/a/{code}/x/")]
    found = {path: met(path, said, codes) for path, said in crawled(*SEEDS, *own)}
    assert len(found) > 40
    assert {path: signs for path, signs in found.items() if signs} == {}


def test_the_crawl_meets_a_canary_that_readers_may_have(hidden, editor, chief, settings):
    """The control: a crawl that meets nothing could be one that looks nowhere."""
    settings.SITE_URL = "http://127.0.0.1"
    publishing.lift_hold(hidden[4], by=chief)
    publishing.publish(hidden[4], by=editor)
    found = {path: met(path, said, [hidden[4].code]) for path, said in crawled(*SEEDS)}
    shown = {path for path, signs in found.items() if signs}
    assert {"/", "/latest/", "/feed/", "/category/economy/", "/sitemap-1.xml"} <= shown


def test_a_hidden_story_is_as_unknown_as_one_that_never_was(hidden):
    reader = Client()
    never = reader.get("/a/zzzz9999/x/")
    for story in hidden[:5]:
        for path in (
            f"/a/{story.code}/{quote(story.slug)}/",
            f"/a/{story.code}",
            f"/a/{story.code}/other/",
        ):
            answer = reader.get(path)
            assert (answer.status_code, answer.content) == (404, never.content), path
            kept = {name: value for name, value in answer.headers.items() if name != "Date"}
            assert kept == {name: value for name, value in never.headers.items() if name != "Date"}


def test_counts_know_nothing_of_it(hidden, reader):
    assert Article.objects.live().count() == 4
    page = reader.get(f"/search/?q={quote('القمح')}").text
    assert "4" in re.search(r'id="found">(.*?)</h2>', page, re.DOTALL)[1]
