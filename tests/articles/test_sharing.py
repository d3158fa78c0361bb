"""A story is passed on by plain links with its short address."""

from urllib.parse import parse_qs, unquote, urlsplit

from articles.arabic.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE
from articles.sharing import shares
from tests.articles.markup import Document
from tests.factories import make_article


def test_every_way_carries_the_short_address(db, settings):
    settings.SITE_URL = "https://news.example"
    story = make_article(published=True, headline="ثمن 50% & أكثر؟ حسب AFP")
    for share in shares(story):
        assert f"https://news.example/a/{story.code}" in unquote(share.address), share


def test_a_headline_travels_whole_and_isolated(db):
    story = make_article(published=True, headline="ثمن 50% & أكثر؟ حسب AFP")
    telegram = next(share for share in shares(story) if "t.me" in share.address)
    (words,) = parse_qs(urlsplit(telegram.address).query)["text"]
    assert words == f"{FIRST_STRONG_ISOLATE}{story.headline}{POP_ISOLATE}"


def test_the_page_offers_plain_links(reader):
    story = make_article(published=True)
    page = Document.of(reader.get(story.get_absolute_url()).text)
    named = [
        link.text()
        for link in page.all("a")
        if "nofollow" in (link.attributes.get("rel") or "").split()
    ]
    assert named[:5] == ["واتساب", "تلغرام", "إكس", "فيسبوك", "البريد"]
