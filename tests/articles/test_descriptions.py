"""Where a story is shown in short, it ends between two words, and no letter loses its marks."""

from xml.etree import ElementTree as ET

import pytest

from articles.arabic.graphemes import letters
from newsroom.models import SiteSettings
from tests.articles.markup import Document
from tests.factories import make_article, make_author, make_comment

pytestmark = pytest.mark.django_db

LONG = "أَعْلَنَ الوَزِيرُ اتفاقًا على أسعار القمح، " * 30
WORDS = set(LONG.split()) | {"القمح"}


def described(reader, address: str) -> str:
    page = Document.of(reader.get(address))
    return page.one("meta", name="description").attributes["content"]


def assert_is_cut_well(shown: str, longest: int) -> None:
    assert shown.endswith("…")
    assert len(list(letters(shown))) <= longest + 1
    assert set(shown.removesuffix("…").split()) <= WORDS


def test_a_story_is_described_by_its_standfirst_or_by_how_it_begins(reader):
    short = make_article(published=True, standfirst="ملخّص من سطر واحد.")
    assert described(reader, short.get_absolute_url()) == "ملخّص من سطر واحد."
    bare = make_article(published=True, body=f"<h2>تمهيد</h2><p>{LONG}</p>")
    page = Document.of(reader.get(bare.get_absolute_url()))
    assert_is_cut_well(described(reader, bare.get_absolute_url()), 200)
    card = page.one("meta", property="og:description").attributes["content"]
    assert card == described(reader, bare.get_absolute_url())


def test_a_long_standfirst_stays_whole_on_the_page_and_is_cut_on_cards_of_others(reader):
    story = make_article(published=True, standfirst=LONG[:600].rpartition(" ")[0])
    page = Document.of(reader.get(story.get_absolute_url()))
    assert page.one("p", class_="standfirst").text() == story.standfirst.strip()
    assert_is_cut_well(described(reader, story.get_absolute_url()), 200)


def test_lists_are_described_in_short(reader):
    author = make_author(biography=LONG)
    story = make_article(published=True, authors=(author,))
    story.category.description = LONG
    story.category.save()
    SiteSettings.objects.create(pk=1, name="صحيفة", description=LONG[:300])
    for address in ("/", author.get_absolute_url(), story.category.get_absolute_url()):
        assert_is_cut_well(described(reader, address), 200)


def test_a_feed_tells_three_sentences_of_a_long_beginning(reader):
    make_article(published=True, body=f"<p>{LONG}</p>")
    item = ET.fromstring(reader.get("/feed/").content).find("channel/item")  # noqa: S314 - ours
    said = item.findtext("description").strip("\u2068\u2069")
    assert_is_cut_well(said, 400)


def test_the_queue_quotes_what_is_answered_without_tearing_a_letter(client, moderator):
    answered = make_comment(make_article(published=True), state="approved", body="👨‍👩‍👧" * 100)
    make_comment(answered.article, parent=answered)
    client.force_login(moderator)
    queue = client.get("/admin/comments/comment/?state__exact=waiting").text
    assert "👨‍👩‍👧" * 80 + "…" in queue
    assert str(answered) == "👨‍👩‍👧" * 80 + "…"
