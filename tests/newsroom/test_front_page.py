"""The shop window: what leads, what follows, in which order; no story twice and none too early."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Category
from articles.publishing import publish
from newsroom.front_page import compose
from tests.comments.pages import page
from tests.factories import make_article, make_category, make_picture


def story(minutes_ago: float, **fields) -> Article:
    moment = timezone.now() - timedelta(minutes=minutes_ago)
    return make_article(published=moment, **fields)


def shown_stories() -> list[Article]:
    """Every story of the composed page, in the order of the page."""
    front = compose()
    window = [front.lead] if front.lead else []
    blocks = [shown for block in front.blocks for shown in block.stories]
    return [*window, *front.seconds, *front.latest, *blocks]


def addresses(client) -> list[str]:
    """What the page's headlines lead to, in its order."""
    main = page(client.get("/")).one("main")
    return [heading.one("a")["href"] for heading in main.all("h3")]


@pytest.fixture
def category(db) -> Category:
    return make_category("سياسة", order=10)


# The window


def test_the_newest_story_with_a_picture_leads(category):
    picture = make_picture()
    story(30, category=category, lead_picture=picture)
    leads = story(20, category=category, lead_picture=picture)
    newest = story(10, category=category)
    front = compose()
    assert front.lead == leads
    assert front.seconds[0] == newest


def test_without_any_picture_the_newest_story_leads(category):
    story(20, category=category)
    newest = story(10, category=category)
    assert compose().lead == newest


def test_stories_of_one_moment_keep_their_order(category):
    moment = timezone.now() - timedelta(minutes=5)
    same = [make_article(published=moment, category=category) for _story in range(4)]
    assert shown_stories() == same[::-1]


def test_no_story_stands_twice(category, client):
    other = make_category("رياضة", order=20)
    part = make_category("كرة القدم", parent=other)
    for number in range(30):
        story(number, category=(category, other, part)[number % 3])
    found = [shown.pk for shown in shown_stories()]
    assert len(found) == len(set(found)) == 18
    links = addresses(client)
    assert len(links) == len(set(links)) == 18


# Section by section


def test_blocks_stand_in_the_order_of_the_sections(category):
    last, middle = make_category("رياضة", order=30), make_category("اقتصاد", order=20)
    for number in range(30):
        story(number, category=(last, category, middle)[number % 3])
    assert [block.category for block in compose().blocks] == [category, middle, last]


def test_a_block_holds_the_newest_of_the_section_and_of_its_parts(category):
    part = make_category("البرلمان", parent=category)
    other = make_category("عالم", order=90)
    for number in range(10):
        story(number, category=other)
    own = [story(20 + number, category=(category, part)[number % 2]) for number in range(6)]
    block = compose().blocks[0]
    assert block.category == category
    assert block.stories == own[:4]
    assert (block.first, block.others) == (own[0], own[1:4])


def test_a_section_with_nothing_more_to_show_has_no_block(category):
    make_category("فارغ", order=5)
    for number in range(12):
        story(number, category=category)
    assert [block.category for block in compose().blocks] == [category]


def test_a_block_names_its_section_and_its_parts(category, client):
    part = make_category("البرلمان", parent=category)
    for number in range(12):
        story(number, category=category)
    header = page(client.get("/")).by_id(f"section-{category.pk}")
    assert header.one("a", href=category.get_absolute_url()).text == "سياسة"
    parts = page(client.get("/")).one("ul", class_="parts")
    assert parts.one("a", href=part.get_absolute_url()).text == "البرلمان"


# Before the first story


@pytest.mark.django_db
def test_an_empty_newsroom_says_so(client):
    response = client.get("/")
    assert response.status_code == 200
    assert "الأخبار الأولى" in page(response).one("main").text
    assert not page(response).one("main").all("article")


def test_sections_without_a_story_do_not_break_the_page(category, client):
    make_category("البرلمان", parent=category)
    assert addresses(client) == []


# Not before its hour


def test_a_scheduled_story_comes_when_its_hour_comes(category, editor, client):
    now = story(60, category=category)
    hour = timezone.now() + timedelta(hours=2)
    later = publish(make_article(headline="خبر الغد", category=category), by=editor, at=hour)
    assert shown_stories() == [now]
    assert "خبر الغد" not in client.get("/").content.decode()
    assert later in Article.objects.live(at=hour)
    # Its hour has come: nothing else happens.
    Article.objects.filter(pk=later.pk).update(published_at=timezone.now() - timedelta(seconds=1))
    assert shown_stories() == [later, now]
    assert "خبر الغد" in client.get("/").content.decode()


@pytest.mark.parametrize("state", ["draft", "submitted", "in_review", "ready", "withdrawn"])
def test_what_is_not_published_is_not_on_the_page(category, state, client):
    moment = timezone.now() - timedelta(minutes=1)
    hidden = make_article(category=category, state=state, published_at=moment)
    assert shown_stories() == []
    assert hidden.headline not in client.get("/").content.decode()


def test_a_story_past_its_time_leaves_the_page(category):
    gone = story(60, category=category)
    gone.withdraw_at = timezone.now() - timedelta(minutes=1)
    gone.save()
    assert shown_stories() == []


# What it costs


@pytest.mark.django_db
def test_thirty_sections_cost_no_query_more_than_three(client):
    picture = make_picture()

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/").status_code == 200
        return len(asked)

    def sections(count: int) -> None:
        for _section in range(count):
            top = make_category()
            part = make_category("جزء", parent=top)
            for number in range(6):
                story(number, category=(top, part)[number % 2], lead_picture=picture)

    sections(3)
    queries()
    few = queries()
    sections(27)
    assert len(compose().blocks) >= 28
    assert queries() == few
    assert few <= 15


def test_the_page_reads_no_stories_text(category):
    for number in range(12):
        story(number, category=category)
    with CaptureQueriesContext(connection) as asked:
        compose()
    assert not any("plain_text" in query["sql"] for query in asked)
