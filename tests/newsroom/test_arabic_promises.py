"""Nine promises of an Arabic page, each kept where a reader meets it.

What each rests on is tested closer by: tests/arabic, test_formats, test_figures and test_counts.
"""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.arabic.letters import MARKS, TATWEEL
from articles.arabic.words import count_words
from articles.models import Article
from newsroom.demo.stories import STORIES
from tests.articles.markup import Document, Element
from tests.factories import make_article, make_comment, make_picture
from tools.catalogue import problems

pytestmark = pytest.mark.django_db

AFTERNOON = datetime(2025, 12, 4, 12, 7, tzinfo=UTC)  # 15:07 +03
JUNE = datetime(2025, 6, 1, 9, 0, tzinfo=UTC)
COUNTS = (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111)
REFERENCE = next(story for story in STORIES if story.key == "reference")
COLUMN = "/admin/articles/article/"


def page_of(reader, story: Article) -> Document:
    return Document.of(reader.get(story.get_absolute_url()))


def byline(reader, story: Article) -> str:
    return page_of(reader, story).one("div", class_="byline").one("p", class_="facts").text()


def in_the_panel(client, person) -> str:
    client.force_login(person)
    page = Document.of(client.get(COLUMN), comments=True)
    return page.one("td", class_="field-when").one("time").attributes["title"]


def test_dates_stand_day_first_with_an_arabic_comma(reader, client, editor):
    """A moment prints as 4 ديسمبر 2025، 3:07 م: never month first, no Latin comma."""
    story = make_article(published=AFTERNOON)
    assert byline(reader, story).startswith("4 ديسمبر 2025، 3:07 م")
    assert in_the_panel(client, editor) == "4 ديسمبر 2025، 3:07 م"
    for address in ("/", story.category.get_absolute_url(), "/latest/", story.get_absolute_url()):
        shown = Document.of(reader.get(address)).text()
        assert not re.search("ديسمبر [0-9]{1,2}[،,]", shown)
        assert "," not in shown


@pytest.mark.parametrize(
    ("values", "december", "june"),
    [
        ({"SITE_LOCALE": "ar"}, "4 ديسمبر 2025، 3:07 م", "1 يونيو 2025، 12:00 م"),
        ({"SITE_LOCALE": "ar-LB"}, "4 كانون الأول 2025، 3:07 م", "1 حزيران 2025، 12:00 م"),
        ({"SITE_LOCALE": "ar-SY"}, "4 كانون الأول 2025، 3:07 م", "1 حزيران 2025، 12:00 م"),
        ({"SITE_LOCALE": "ar-MA"}, "4 دجنبر 2025، 15:07", "1 يونيو 2025، 12:00"),
        ({"SITE_LOCALE": "ar-DZ"}, "4 ديسمبر 2025، 3:07 م", "1 جوان 2025، 12:00 م"),
        ({"SITE_LOCALE": "ar-TN"}, "4 ديسمبر 2025، 3:07 م", "1 جوان 2025، 12:00 م"),
        ({"SITE_LOCALE": "ar-EG"}, "4 ديسمبر 2025، 3:07 م", "1 يونيو 2025، 12:00 م"),
        (
            {"SITE_LOCALE": "ar", "SITE_MONTHS": "dual"},
            "4 ديسمبر/ كانون الأول 2025، 3:07 م", "1 يونيو/ حزيران 2025، 12:00 م",
        ),
    ],
)  # fmt: skip
def test_months_are_the_countrys(reader, client, editor, settings, values, december, june):
    """The country names the months, or both names stand side by side; panel and readers agree."""
    for name, value in values.items():
        setattr(settings, name, value)
    winter, summer = make_article(published=AFTERNOON), make_article(published=JUNE)
    assert byline(reader, winter).startswith(december)
    assert byline(reader, summer).startswith(june)
    client.force_login(editor)
    listed = Document.of(client.get(COLUMN), comments=True).all("td", class_="field-when")
    told = [cell.one("time").attributes["title"] for cell in listed]
    assert sorted(told) == sorted([december, june])


def test_figures_are_the_sites_and_machines_keep_theirs(reader, settings):
    """With arab figures what we print is in ٠–٩, but no author's word and nothing for machines."""
    settings.SITE_DIGITS = "arab"
    story = make_article(
        published=AFTERNOON, headline="بلغ 1,234.5 في 2021", body="<p>نسبة 12.5%.</p>"
    )
    make_comment(story, state="approved")
    Article.objects.update(reading_minutes=11)
    page = page_of(reader, story)
    assert byline(reader, story) == "٤ ديسمبر ٢٠٢٥، ٣:٠٧ م مدة القراءة: ١١ دقيقة"
    assert "1,234.5 في 2021" in page.one("h1").text()
    assert "12.5%" in page.one("div", class_="body").text()
    moment = page.one("div", class_="byline").one("time").attributes["datetime"]
    assert moment == "2025-12-04T15:07:00+03:00"
    assert all(element.attributes.get("href", "").isascii() for element in page)
    data = json.loads(page.one("script", type="application/ld+json").children[0])
    assert (data["datePublished"], data["timeRequired"]) == (moment, "PT11M")


def test_a_moment_is_one_for_readers_and_machines(reader):
    """The datetime of the page is ISO 8601 with offset, and JSON-LD and the card say the same."""
    story = make_article(published=AFTERNOON, updated_at=AFTERNOON + timedelta(hours=3))
    page = page_of(reader, story)
    published, updated = (
        time.attributes["datetime"] for time in page.one("div", class_="byline").all("time")
    )
    data = json.loads(page.one("script", type="application/ld+json").children[0])
    for shown, machine, card in (
        (published, data["datePublished"], "article:published_time"),
        (updated, data["dateModified"], "article:modified_time"),
    ):
        assert shown == machine == page.one("meta", property=card).attributes["content"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", shown, re.ASCII)
        assert datetime.fromisoformat(shown).tzinfo is not None


@pytest.mark.parametrize("n", COUNTS)
def test_counts_take_their_form_and_one_and_two_no_figure(reader, n):
    """Reading time and comments are counted as people say them, and 1 and 2 print no digit."""
    minute = {1: "دقيقة واحدة", 2: "دقيقتان", 3: "3 دقائق", 10: "10 دقائق", 103: "103 دقائق"}
    comment = {
        0: "لا تعليقات", 1: "تعليق واحد", 2: "تعليقان", 3: "3 تعليقات", 10: "10 تعليقات",
        11: "11 تعليقًا", 99: "99 تعليقًا", 103: "103 تعليقات", 111: "111 تعليقًا",
    }  # fmt: skip
    story = make_article(published=True)
    for _ in range(n):
        make_comment(story, state="approved")
    if n:  # a story takes a minute at least
        Article.objects.update(reading_minutes=n)
        assert byline(reader, story).endswith(f"مدة القراءة: {minute.get(n, f'{n} دقيقة')}")
    heading = page_of(reader, story).one("h2", id="comments").text()
    assert heading == comment.get(n, f"{n} تعليق")


def test_a_kept_page_says_when_and_the_queue_how_long_ago(reader, client, moderator):
    """Pages that are kept carry the time itself; the queue says دقيقتين, not «2 دقيقة»."""
    now = timezone.now()
    story = make_article(published=now - timedelta(minutes=2))
    make_comment(story, state="approved", submitted_at=now - timedelta(minutes=2))
    for address in ("/", story.get_absolute_url(), "/latest/", story.category.get_absolute_url()):
        assert not re.search("قبل (دقيق|ساع|يوم|[0-9])|منذ|الآن", reader.get(address).text)
    for since in (timedelta(minutes=2), timedelta(hours=2), timedelta(days=2)):
        make_comment(story, submitted_at=now - since)
    client.force_login(moderator)
    queue = client.get("/admin/comments/comment/?state__exact=waiting")
    assert queue.headers["Cache-Control"] == "private, no-store"
    said = re.findall(r"\((قبل [^)]+)\)", queue.text)
    assert sorted(said) == sorted(["قبل دقيقتين", "قبل ساعتين", "قبل يومين"])


def test_the_catalogue_is_whole_and_a_page_is_arabic(reader):
    """Six forms, nothing untranslated or fuzzy; no Latin letter in a word of ours on a story."""
    assert problems() == []
    story = make_article(published=True, tags=("القمح",), lead_picture=make_picture())
    make_comment(story, state="approved")

    def is_an_address(element: Element) -> bool:
        return element.attributes.get("dir") == "ltr"

    page = page_of(reader, story)
    words = [page.text(without=is_an_address), page.one("title").text()]
    words += [e.attributes.get(name, "") for e in page for name in ("aria-label", "title", "alt")]
    assert not re.search("[A-Za-z]", " ".join(words))


@pytest.mark.parametrize("added", ["2021", "Reuters", "٢٠٢١", "F-16"])
def test_the_reference_story_takes_three_minutes_and_a_word_more_is_one_word(added):
    """462 words are three minutes; a number or a Latin word counts as itself and no more."""
    picture = make_picture()
    plain = make_article(body=REFERENCE.body, lead_picture=picture)
    longer = make_article(body=f"{REFERENCE.body}<p>{added}</p>", lead_picture=picture)
    assert (plain.word_count, plain.reading_minutes) == (462, 3)
    assert (longer.word_count, longer.reading_minutes) == (463, 3)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0), ("ًٌٍَُ", 0), ("الســـلام", 1), ("مُحَمَّدٌ", 1), ("ل\u200d W3C", 2),
        ("كتاب\u200cها", 1), ("وبالمدرسة", 1), ("١٢٪", 1), ("12.5", 1), ("— «»", 0),
    ],
)  # fmt: skip
def test_words_are_counted_under_any_dress(text, words):
    """A word is what a reader calls one, and tashkeel and tatweel never make another of it."""
    assert count_words(text) == words
    dressed = "".join(f"{char}{MARKS[9]}{TATWEEL}" if char.isalpha() else char for char in text)
    assert count_words(dressed) == words
    story = make_article(body=f"<p>أ</p><p>ب</p><p>{text}&nbsp;</p>")
    assert story.word_count == 2 + words
