"""The demo newspaper as one reads it: nothing twice, every section full, the hours of a desk."""

import re
from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from articles.arabic.letters import is_vocalised
from articles.models import Article, Category, Picture
from newsroom.demo.cast import AUTHORS, CATEGORIES
from newsroom.demo.pictures import PICTURES
from newsroom.demo.stories import STORIES
from newsroom.demo.story import at_the_desk
from newsroom.front_page import IN_A_BLOCK, Block, Rhythm, compose
from tests.factories import make_article, make_picture

LIVE = [story for story in STORIES if story.state == "published"]
PERSONS = [author for author in AUTHORS if author.kind == "person"]
LABELS = {"breaking": 2, "exclusive": 2, "analysis": 2}


# The stories


@pytest.mark.parametrize("field", ["key", "headline", "short_headline", "standfirst", "body"])
def test_no_story_repeats_another(field):
    assert not [text for text, n in Counter(getattr(s, field) for s in STORIES).items() if n > 1]


def test_a_picture_belongs_to_one_story_and_none_is_drawn_in_vain():
    used = Counter(story.picture for story in STORIES if story.picture)
    assert used == Counter(PICTURES.keys())


def test_every_picture_says_what_it_shows_and_whose_it_is():
    for key, picture in PICTURES.items():
        assert picture.key == key
        assert len(picture.alt_text.split()) >= 8
        assert picture.caption
        assert picture.credit
        assert all(0 < share < 1 for share in picture.focus)


def test_kickers_inform_and_labels_are_few():
    sections = {category.name for category in CATEGORIES}
    labels = {str(label) for label in Article.Label.labels}
    assert not [s.key for s in STORIES if not s.kicker or s.kicker in sections | labels]
    spent = Counter(story.label for story in LIVE)
    assert all(spent[label] <= most for label, most in LABELS.items())


def test_the_stories_show_what_a_paper_must_be_able_to_print():
    headlines = [story.headline for story in LIVE]
    assert any(is_vocalised(headline) for headline in headlines)
    assert any(re.search("[A-Z][a-z]+ .*[+]3.2%", headline) for headline in headlines)
    assert any(len(headline) >= 110 for headline in headlines)
    bodies = [story.body for story in LIVE]
    assert any("<table>" in body and "النتيجة" in body for body in bodies)
    assert any(len(re.findall(r"<h2>\d+:\d\d [صم]", body)) > 4 for body in bodies)
    mended = [story for story in STORIES if story.mended]
    assert len(mended) >= 2
    assert all(story.mended.right in story.body for story in mended)


@pytest.mark.parametrize("hour", [0, 2, 5, 6, 10, 15, 23])
def test_whenever_it_is_loaded_its_stories_come_in_order_by_day(hour):
    now = timezone.localtime().replace(hour=hour, minute=40)
    ages = sorted(story.minutes_ago for story in LIVE)
    moments = [at_the_desk(now, age) for age in ages]
    assert moments[0] <= now
    assert all(later > earlier for later, earlier in pairwise(moments))
    assert {moment.hour for moment in moments if moment.minute}.isdisjoint(range(1, 6))
    assert all(at_the_desk(now, -age) > now for age in (1, 180))


# The writers


@pytest.mark.parametrize("author", PERSONS, ids=lambda author: author.slug)
def test_every_person_has_a_face(author):
    assert author.portrait is not None
    assert author.look
    face = author.portrait()
    assert face.width == face.height >= 640
    # Ink and paper both, and neither alone: a face, not an empty plate.
    dark = sum(face.convert("L").histogram()[:128]) / (face.width * face.height)
    assert 0.1 < dark < 0.6


def test_no_two_persons_share_a_face():
    assert len({author.portrait for author in PERSONS}) == len(PERSONS)
    assert len({author.look for author in PERSONS}) == len(PERSONS)


def test_six_writers_and_more_speak_for_themselves():
    columns = [story for story in LIVE if story.category == "opinion"]
    assert len({story.authors for story in columns}) >= 6
    assert all("رأي" in _title(story.authors) for story in columns if story.key != "meter")
    assert next(c for c in CATEGORIES if c.slug == "opinion").is_opinion


def _title(authors: tuple[str, ...]) -> str:
    (writer,) = authors
    return next(author.job_title for author in AUTHORS if author.slug == writer)


# The front page


@pytest.fixture
def blocks(db) -> dict[str, Block]:
    """The sections of the front page below its window, with every live story in its place."""
    homes: dict[str, Category] = {}
    for place, section in enumerate(CATEGORIES):
        homes[section.slug] = Category.objects.create(
            name=section.name, slug=section.slug, order=place, parent=homes.get(section.parent),
            is_opinion=section.is_opinion,
        )  # fmt: skip
    picture = make_picture()
    for story in LIVE:
        _place(story, homes[story.category], picture, timezone.localtime())
    return {block.category.slug: block for block in compose().blocks}


def _place(story, category: Category, picture: Picture, now: datetime) -> None:
    make_article(
        published=at_the_desk(now - timedelta(minutes=1), story.minutes_ago),
        category=category, headline=story.headline, label=story.label, tags=story.tags,
        lead_picture=picture if story.picture else None,
    )  # fmt: skip


def test_every_section_of_the_front_page_is_full(blocks):
    sections = [category.slug for category in CATEGORIES if not category.parent]
    assert list(blocks) == [*sections[:2], "opinion", *sections[2:-1]]
    assert {len(block.stories) for block in blocks.values()} == {IN_A_BLOCK}


def test_every_news_section_has_pictures_for_its_rhythm(blocks):
    news = {slug: block for slug, block in blocks.items() if slug != "opinion"}
    pictured = {
        slug: sum(story.lead_picture is not None for story in block.stories)
        for slug, block in news.items()
    }
    assert min(pictured.values()) >= 1
    assert sum(count >= 3 for count in pictured.values()) > len(news) / 2, pictured
    assert Rhythm.PLAIN not in {block.rhythm for block in news.values()}
    assert blocks["opinion"].rhythm == Rhythm.VIEWS
