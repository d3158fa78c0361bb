"""The article page as its readers see it, without one fault of the reference page."""

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from articles.models import Article
from articles.templatetags.articles import brief_day, brief_moment, clock
from newsroom.demo.stories import STORIES
from tests.articles.markup import Document, Element
from tests.factories import make_article, make_author, make_category, make_comment, make_picture

pytestmark = pytest.mark.django_db

REFERENCE = next(story for story in STORIES if story.key == "reference")
MOMENT = datetime(2025, 12, 4, 12, 7, tzinfo=UTC)  # 3:07 in the afternoon in Riyadh


@pytest.fixture
def economy():
    return make_category("اقتصاد", slug="economy")


@pytest.fixture
def reference(economy):
    older = make_article(
        category=economy, headline="الخبر الأقدم", published=MOMENT - timedelta(hours=1)
    )
    newer = make_article(
        category=economy, headline="الخبر الأحدث", published=MOMENT + timedelta(hours=1)
    )
    assert older.published_at < newer.published_at
    for number in range(8):
        make_article(
            category=economy,
            headline=f"خبر آخر {number}",
            tags=("الطاقة",),
            published=MOMENT - timedelta(days=number + 1),
        )
    return make_article(
        category=economy, published=MOMENT, headline=REFERENCE.headline, kicker=REFERENCE.kicker,
        standfirst=REFERENCE.standfirst, body=REFERENCE.body, dateline="سلوان",
        source_line="غرفة الأخبار", tags=("الطاقة", "المياه"),
        authors=(make_author("سلمى الحداد"), make_author("نادر بوخطوة")),
        lead_picture=make_picture(alt_text="ألواح بين النخيل", credit="تصوير: رهف سالم"),
    )  # fmt: skip


@pytest.fixture
def page(reader, reference) -> Document:
    return Document.of(reader.get(reference.get_absolute_url()))


def outside_crumbs(main: Element) -> str:
    return main.text(without=lambda element: element.is_a("nav", class_="crumbs"))


def test_the_headline_is_printed_once(page, reference):
    assert [h1.text() for h1 in page.all("h1")] == [reference.headline]
    assert outside_crumbs(page.one("main")).count(reference.headline) == 1


def test_the_standfirst_is_printed_once_and_never_twice(page, reader, reference):
    assert page.one("main").text().count(reference.standfirst) == 1
    reference.standfirst = reference.plain_text[:90]
    reference.save()
    again = Document.of(reader.get(reference.get_absolute_url()))
    assert again.one("main").text().count(reference.standfirst) == 1
    assert not again.one("header", class_="opening").all("p", class_="standfirst")


def test_the_topic_ends_the_way_to_the_page(page, reference):
    steps = [step.text() for step in page.one("nav", class_="crumbs").all("li")]
    assert steps == ["الصفحة الرئيسية", "اقتصاد", reference.kicker]


@pytest.mark.parametrize(
    ("label", "kind"), [("breaking", "kicker flash urgent"), ("analysis", "kicker flash")]
)
def test_a_label_is_a_badge_and_only_breaking_news_is_urgent(reader, label, kind):
    story = make_article(published=True, label=label)
    opening = Document.of(reader.get(story.get_absolute_url())).one("header", class_="opening")
    badge = opening.one("p")
    assert (badge.attributes["class"], badge.text()) == (kind, story.get_label_display())


def test_a_card_tells_the_hour_of_today_and_the_day_before():
    now = timezone.localtime()
    yesterday = now - timedelta(days=1)
    assert brief_moment(now) == clock(now)
    assert brief_moment(yesterday) == brief_day(yesterday)


def test_day_hour_and_reading_time_read_as_an_arab_paper_prints_them(page):
    facts = page.one("div", class_="byline").text()
    assert "4 ديسمبر 2025، 3:07 م" in facts
    assert "مدة القراءة: 3 دقائق" in facts
    assert page.one("div", class_="byline").one("time").attributes["datetime"] == (
        "2025-12-04T15:07:00+03:00"
    )


def test_no_english_word_meets_an_arabic_reader(page):
    def is_address(element: Element) -> bool:
        return element.attributes.get("dir") == "ltr"

    seen = [page.text(without=is_address), page.one("title").text()]
    for element in page.all():
        spoken = ("aria-label", "alt", "title", "placeholder")
        seen += [element.attributes.get(name, "") for name in spoken]
        if element.is_a("button") or element.attributes.get("type") in {"submit", "button"}:
            seen.append(element.attributes.get("value", ""))
        if element.tag == "meta" and element.attributes.get("name") == "description":
            seen.append(element.attributes["content"])
    for text in seen:
        assert not re.search("[A-Za-z]", text), text


def test_language_and_direction_are_said_once_for_the_page(page):
    html = page.one("html").attributes
    assert (html["lang"], html["dir"]) == ("ar", "rtl")
    first = page.one("head").children
    assert next(child for child in first if isinstance(child, Element)).attributes == {
        "charset": "utf-8"
    }
    viewport = page.one("meta", name="viewport").attributes["content"]
    assert "user-scalable" not in viewport
    assert "maximum-scale" not in viewport
    assert not any("style" in element.attributes for element in page.all())


def test_the_parts_stand_in_reading_order(page):
    main = list(page.one("main"))

    def place(tag: str = "", **wanted: str) -> int:
        return next(at for at, element in enumerate(main) if element.is_a(tag, **wanted))

    places = [
        place("nav", class_="crumbs"), place("span", class_="topic"), place("h1"),
        place("p", class_="standfirst"), place("div", class_="byline"),
        place("figure", class_="lead-picture"), place("div", class_="body"),
        place("section", class_="tags"), place("h2", id="comments"), place(id="comment-form"),
        place("nav", class_="neighbours"), place("h2", id="related"), place("h2", id="latest"),
    ]  # fmt: skip
    assert places == sorted(places)


def test_landmarks_and_headings_are_whole(page):
    assert len(page.all("main")) == len(page.all("h1")) == 1
    body = page.one("body")
    landmarks = [child.tag for child in body.children if isinstance(child, Element)]
    assert landmarks == ["a", "header", "main", "footer"]
    assert body.one("a", class_="skip").attributes["href"] == "#content"
    assert page.one("main").attributes["id"] == "content"
    names = {element.attributes.get("id") for element in page.all()}
    for element in [*page.all("nav"), *page.all("section")]:
        label = element.attributes.get("aria-labelledby")
        assert label in names if label else element.attributes.get("aria-label"), element
    levels = [int(element.tag[1]) for element in page.all() if re.fullmatch("h[1-6]", element.tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_the_lead_picture_comes_at_once_with_what_is_owed(page):
    figure = page.one("figure", class_="lead-picture")
    image = figure.one("img").attributes
    assert image["alt"] == "ألواح بين النخيل"
    assert image["fetchpriority"] == "high"
    assert "loading" not in image
    assert (image["width"], image["height"]) == ("900", "506")
    assert "تصوير: رهف سالم" in figure.one("figcaption").text()
    assert len([img for img in page.all("img") if "fetchpriority" in img.attributes]) == 1


def test_who_signed_stands_in_order_each_with_their_page(page, reader):
    links = page.one("div", class_="byline").all("a", rel="author")
    assert [link.text() for link in links] == ["سلمى الحداد", "نادر بوخطوة"]
    for link in links:
        assert reader.get(link.attributes["href"]).status_code == 200


def test_previous_and_next_are_named_by_title_and_stay_in_the_section(reader, reference, page):
    make_article(category=make_category("رياضة"), published=MOMENT - timedelta(seconds=1))
    make_article(category=reference.category, headline="مسودة", published_at=MOMENT)
    again = Document.of(reader.get(reference.get_absolute_url())).one("nav", class_="neighbours")
    assert again.one("a", rel="prev").text() == "الخبر السابق الخبر الأقدم"
    assert again.one("a", rel="next").text() == "الخبر التالي الخبر الأحدث"


def test_the_newest_and_the_oldest_have_one_neighbour_a_lonely_story_none(reader, economy):
    old = make_article(category=economy, published=MOMENT)
    assert not Document.of(reader.get(old.get_absolute_url())).all("nav", class_="neighbours")
    new = make_article(category=economy, published=MOMENT + timedelta(hours=1))
    for story, rel in ((old, "next"), (new, "prev")):
        nav = Document.of(reader.get(story.get_absolute_url())).one("nav", class_="neighbours")
        assert [link.attributes["rel"] for link in nav.all("a")] == [rel]


def test_no_story_is_offered_twice_nor_the_one_being_read(page, reference):
    main = page.one("main")
    links = [
        link.attributes["href"]
        for part in main.all("section", class_="block") + main.all("nav", class_="neighbours")
        for link in part.all("a")
        if not link.is_a(class_="onward")
    ]
    assert reference.get_absolute_url() not in links
    assert len(links) == len(set(links)) == 2 + 3 + 5
    assert page.one("h2", id="latest").text() == "الأحدث في «اقتصاد»"
    assert page.one("h2", id="related").text() == "ذات صلة"


def test_related_stories_share_tags_first(reader, economy):
    story = make_article(category=economy, published=MOMENT, tags=("القمح", "الأمن"))
    sport = make_category("رياضة")
    both = make_article(
        category=sport, published=MOMENT - timedelta(days=9), tags=("الأمن", "القمح")
    )
    one = make_article(category=sport, published=MOMENT - timedelta(days=1), tags=("القمح",))
    make_article(category=sport, tags=("القمح", "الأمن"))  # a draft
    section = Document.of(reader.get(story.get_absolute_url())).all("section", class_="block")[0]
    assert [link.attributes["href"] for link in section.all("a")] == [
        both.get_absolute_url(), one.get_absolute_url(),
    ]  # fmt: skip


def test_back_to_the_top_needs_no_script(page):
    link = page.one("a", class_="to-top")
    assert link.text() == "العودة إلى الأعلى"
    target = page.one(id=link.attributes["href"].removeprefix("#"))
    assert target.attributes["tabindex"] == "-1"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (1, "دقيقة واحدة"), (2, "دقيقتان"), (3, "3 دقائق"), (10, "10 دقائق"),
        (11, "11 دقيقة"), (99, "99 دقيقة"), (100, "100 دقيقة"), (102, "102 دقيقة"),
        (103, "103 دقائق"), (111, "111 دقيقة"),
    ],
)  # fmt: skip
def test_minutes_take_their_plural(reader, minutes, said):
    story = make_article(published=True)
    Article.objects.update(reading_minutes=minutes)
    facts = Document.of(reader.get(story.get_absolute_url())).one("p", class_="facts").text()
    assert facts.endswith(f"مدة القراءة: {said}")


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "لا تعليقات"), (1, "تعليق واحد"), (2, "تعليقان"), (3, "3 تعليقات"), (11, "11 تعليقًا")],
)
def test_comments_take_their_plural(reader, count, said):
    story = make_article(published=True)
    for _ in range(count):
        make_comment(story, state="approved")
    make_comment(story, state="waiting")
    page = Document.of(reader.get(story.get_absolute_url()))
    assert page.one("h2", id="comments").text() == said


def test_an_update_is_shown_when_readers_should_know(reader, reference):
    def shown() -> str:
        return Document.of(reader.get(reference.get_absolute_url())).one(class_="byline").text()

    assert "آخر تحديث" not in shown()
    Article.objects.update(updated_at=MOMENT + timedelta(seconds=59))
    assert "آخر تحديث" not in shown()
    Article.objects.update(updated_at=MOMENT + timedelta(hours=2))
    assert "آخر تحديث: 4 ديسمبر 2025، 5:07 م" in shown()


def test_the_site_chooses_its_months(reader, reference, settings):
    settings.SITE_LOCALE = "ar-LB"
    page = Document.of(reader.get(reference.get_absolute_url()))
    assert "4 كانون الأول 2025، 3:07 م" in page.one("div", class_="byline").text()


def test_words_of_others_bring_their_own_direction(page):
    assert page.one("h1").attributes["dir"] == "rtl"
    assert page.one("p", class_="standfirst").attributes["dir"] == "rtl"
    for name in page.one("div", class_="byline").all("a", rel="author"):
        assert name.all("bdi")
    for tag in page.one("section", class_="tags").all("a"):
        assert tag.all("bdi")
    assert page.one(id="comment-email").attributes["dir"] == "ltr"
    assert page.one(id="comment-body").attributes["dir"] == "auto"


@pytest.mark.parametrize(
    "hostile", ["</h1><script>alert(1)</script>", "{{ settings.SECRET_KEY }}", '"><img src=x>']
)
def test_no_field_of_a_story_is_markup(reader, hostile):
    story = make_article(
        published=True, headline=hostile, kicker=hostile, standfirst=hostile, dateline=hostile,
        source_line=hostile, short_headline=hostile, tags=(hostile,), slug="x",
        category=make_category(hostile), authors=(make_author(hostile, job_title=hostile),),
    )  # fmt: skip
    page = Document.of(reader.get(story.get_absolute_url()))
    assert page.one("h1").text() == hostile
    assert len(page.running_scripts) == len(page.all("script", type="application/ld+json")) == 1
    assert len(page.all("script")) == 2
    assert not page.all("img")
    for address in (story.category, story.tags.get(), story.authors.get()):
        listed = Document.of(reader.get(address.get_absolute_url()))
        assert not listed.all("script")
        assert not listed.all("img")
