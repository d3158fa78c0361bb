"""What stands below a story and at the head of a topic: others of its kind, none twice."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, RelatedStory
from articles.related import choosing
from tests.articles.markup import Document
from tests.factories import make_article, make_author, make_category, make_picture

pytestmark = pytest.mark.django_db


def hours_ago(hours: int):
    return timezone.now() - timedelta(hours=hours)


def block(page: Document, name: str):
    return next(one for one in page.all("section") if one.attributes.get("aria-labelledby") == name)


@pytest.fixture
def columns():
    """An opinion section: five pieces of three writers, the newest first."""
    opinion = make_category("رأي", is_opinion=True)
    hind, munir, dima = (make_author(name) for name in ("هند", "منير", "ديمة"))
    writers = (hind, munir, hind, dima, hind)
    return [
        make_article(
            published=hours_ago(place + 1),
            category=opinion,
            authors=(writer,),
            headline=f"مقال {place} {writer.name}",
        )
        for place, writer in enumerate(writers)
    ]


def test_below_an_opinion_stand_its_writer_and_other_voices(reader, columns):
    page = Document.of(reader.get(columns[0].get_absolute_url()))
    own = [link.text() for link in block(page, "latest").all("a")]
    assert own == ["كل المقالات", "مقال 2 هند", "مقال 4 هند"]
    voices = [heading.text() for heading in block(page, "voices").all("h3")]
    assert voices == ["مقال 1 منير", "مقال 3 ديمة"]
    assert not [
        one for one in page.all("section") if one.attributes["aria-labelledby"] == "related"
    ]


def test_an_opinion_without_a_writer_still_hears_others(reader, columns):
    lonely = make_article(published=True, category=columns[0].category)
    page = Document.of(reader.get(lonely.get_absolute_url()))
    voices = [heading.text() for heading in block(page, "voices").all("h3")]
    assert voices == ["مقال 0 هند", "مقال 1 منير", "مقال 3 ديمة"]


def test_an_opinion_costs_no_more_than_a_story(reader, columns, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        reader.get(columns[0].get_absolute_url())


@pytest.mark.parametrize(("pictured", "shown"), [(3, 3), (2, 2), (1, 0)])
def test_those_in_the_row_of_related_stories_have_pictures_all_or_none(reader, pictured, shown):
    category = make_category()
    others = [
        make_article(
            published=hours_ago(place + 2),
            category=category,
            lead_picture=make_picture() if place <= pictured else None,
            standfirst=f"ملخّص {place}",
        )
        for place in range(4)
    ]
    story = make_article(published=True, category=category)
    related = block(Document.of(reader.get(story.get_absolute_url())), "related")
    assert len(related.all("h3")) == len(others) - 1  # the nearest is the previous story
    assert len(related.all("img")) == shown
    assert any("ملخّص" in line.text() for line in related.all("p")) == (not shown)


def test_a_story_of_a_part_shows_the_latest_of_its_section(reader):
    section = make_category("اقتصاد")
    energy = make_category("طاقة", parent=section)
    other = make_article(published=hours_ago(3), category=section)
    story = make_article(published=True, category=energy)
    latest = block(Document.of(reader.get(story.get_absolute_url())), "latest")
    assert latest.one("h2").text() == "الأحدث في «اقتصاد»"
    assert [h.text() for h in latest.all("h3")] == [other.headline]


def test_a_topic_opens_with_a_large_story_and_says_how_many_there_are(reader):
    stories = [
        make_article(
            published=hours_ago(place + 1),
            tags=("قمح",),
            lead_picture=make_picture() if place == 1 else None,
        )
        for place in range(3)
    ]
    page = Document.of(reader.get(stories[0].tags.get().get_absolute_url()))
    assert [h.text() for h in block(page, "leading").all("h3")] == [stories[1].headline]
    listed = [h.text() for h in block(page, "stories").all("h3")]
    assert listed == [stories[0].headline, stories[2].headline]
    head = page.one("header", class_="list-title")
    assert "3 أخبار" in head.text()
    assert [a.attributes["href"] for a in head.one("p", class_="parts").all("a")] == [
        f"{stories[0].tags.get().get_absolute_url()}feed/"
    ]


def test_a_topic_of_one_story_lists_nothing_below_it(reader):
    story = make_article(published=True, tags=("قمح",))
    page = Document.of(reader.get(story.tags.get().get_absolute_url()))
    assert [h.text() for h in page.all("h3")] == [story.headline]
    assert "خبر واحد" in page.one("header", class_="list-title").text()


def test_the_newest_cost_the_same_queries_for_two_as_for_twelve(reader):
    costs = []
    for count in (2, 10):
        for place in range(count):
            make_article(published=hours_ago(place + 1), standfirst="ملخّص")
        with CaptureQueriesContext(connection) as captured:
            assert reader.get("/latest/").status_code == 200
        costs.append(len(captured))
    assert costs[0] == costs[1]


def test_under_an_opinion_stands_what_an_editor_pinned_alone(reader, editor, columns):
    story, other = make_article(published=True), make_article(published=True)
    for one in (story, other):
        RelatedStory.objects.create(article=columns[0], other=one, score=0.5)
    page = Document.of(reader.get(columns[0].get_absolute_url()))
    assert not [s for s in page.all("section") if s.attributes["aria-labelledby"] == "related"]
    choosing.pin(columns[0], other, by=editor)
    page = Document.of(reader.get(columns[0].get_absolute_url()))
    assert [h.text() for h in block(page, "related").all("h3")] == [other.headline]


def test_both_neighbours_are_found_by_one_query(django_assert_num_queries):
    category = make_category()
    older, story, newer = (
        make_article(published=hours_ago(hours), category=category) for hours in (3, 2, 1)
    )
    make_article(published=hours_ago(2))  # of another section
    make_article(category=category)  # a draft
    with django_assert_num_queries(1):
        assert set(Article.objects.live().next_to(story)) == {older, newer}
    assert list(Article.objects.live().next_to(newer)) == [story]
