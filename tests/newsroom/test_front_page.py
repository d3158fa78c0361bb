"""The shop window: what leads, what follows, in which order; no story twice and none too early."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Category
from articles.publishing import publish
from newsroom.front_page import Rhythm, compose
from tests.comments.pages import page
from tests.factories import make_article, make_category, make_comment, make_picture


def story(minutes_ago: float, **fields) -> Article:
    moment = timezone.now() - timedelta(minutes=minutes_ago)
    return make_article(published=moment, **fields)


def shown_stories() -> list[Article]:
    """Every story of the composed page, in the order of the page."""
    front = compose()
    window = [story for story in (front.breaking, front.lead) if story]
    blocks = [shown for block in front.blocks for shown in block.stories]
    return [*window, *front.also, *front.seconds, *front.side, *front.hours, *blocks]


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
    assert len(found) == len(set(found)) == 11 + 2 * 5
    links = addresses(client)
    assert len(links) == len(set(links)) == 11 + 2 * 5


# Section by section


def test_blocks_stand_in_the_order_of_the_sections(category):
    last, middle = make_category("رياضة", order=30), make_category("اقتصاد", order=20)
    for number in range(30):
        story(number, category=(last, category, middle)[number % 3])
    assert [block.category for block in compose().blocks] == [category, middle, last]


def test_a_block_holds_the_newest_of_the_section_and_of_its_parts(category):
    part = make_category("البرلمان", parent=category)
    other = make_category("عالم", order=90)
    for number in range(12):
        story(number, category=other)
    own = [story(20 + number, category=(category, part)[number % 2]) for number in range(7)]
    block = compose().blocks[0]
    assert block.category == category
    assert block.stories == own[:5]
    assert (block.first, block.others) == (own[0], own[1:5])


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


def test_the_newest_with_a_picture_opens_its_section(category):
    other, picture = make_category("عالم", order=90), make_picture()
    for number in range(12):
        story(number, category=other, lead_picture=picture)
    newer = story(20, category=category)
    pictured = story(25, category=category, lead_picture=picture)
    older = story(30, category=category)
    assert compose().blocks[0].stories == [pictured, newer, older]


def test_no_two_neighbouring_sections_are_laid_out_alike(category):
    picture = make_picture()
    sections = [category, *(make_category(order=20 + number) for number in range(5))]
    views = make_category("رأي", order=90, is_opinion=True)
    for number in range(12 + 7 * 5):
        story(number, category=[*sections, views][number % 7], lead_picture=picture)
    rhythms = [block.rhythm for block in compose().blocks]
    assert rhythms[2] is Rhythm.VIEWS, "opinion follows the first two sections of news"
    assert all(first is not second for first, second in pairwise(rhythms))
    assert set(rhythms) >= {Rhythm.FEATURE, Rhythm.COLUMNS, Rhythm.PANORAMA, Rhythm.THREE}


def test_a_section_without_pictures_shows_headlines_alone(category, client):
    other = make_category("عالم", order=90)
    for number in range(12):
        story(number, category=other)
    own = story(20, category=category)
    block = compose().blocks[0]
    assert (block.category, block.rhythm) == (category, Rhythm.PLAIN)
    assert own.get_absolute_url() in addresses(client)


# Breaking, opinion, the talk of the day


def test_a_breaking_story_stands_in_the_strip_and_nowhere_else(category, client):
    picture = make_picture()
    calm = story(10, category=category, lead_picture=picture)
    breaking = story(20, category=category, label="breaking", headline="هزّة أرضية")
    front = compose()
    assert (front.breaking, front.lead) == (breaking, calm)
    assert shown_stories().count(breaking) == 1
    strip = page(client.get("/")).one("section", class_="strip")
    assert "عاجل" in strip.text
    assert strip.one("a")["href"] == breaking.get_absolute_url()


def test_the_strip_never_repeats_the_lead(category):
    lead = story(10, category=category, label="breaking", lead_picture=make_picture())
    front = compose()
    assert (front.lead, front.breaking) == (lead, None)


def test_opinion_has_its_row_and_leaves_the_window_to_news(category):
    views = make_category("رأي", order=90, is_opinion=True)
    piece = story(5, category=views, lead_picture=make_picture())
    labelled = story(6, category=category, label="opinion")
    news = story(30, category=category)
    front = compose()
    assert front.lead == news
    assert [(block.category, block.stories) for block in front.blocks] == [
        (category, [labelled]), (views, [piece]),
    ]  # fmt: skip


@pytest.mark.django_db
def test_a_paper_of_opinion_alone_still_opens_with_a_story():
    piece = story(5, category=make_category("رأي", is_opinion=True))
    assert compose().lead == piece


def test_more_on_the_lead_stands_beside_it(category):
    lead = story(10, category=category, lead_picture=make_picture(), tags=("القمح",))
    story(20, category=category)
    on_topic = [story(30 + number, category=category, tags=("القمح",)) for number in range(3)]
    make_article(category=category, tags=("القمح",))  # a draft
    front = compose()
    assert (front.lead, front.also) == (lead, on_topic[:2])
    assert shown_stories().count(on_topic[0]) == 1


def test_the_most_discussed_stand_by_their_published_comments(category, client):
    quiet, hidden, *busy = (story(number + 5, category=category) for number in range(5))
    Article.objects.filter(pk=hidden.pk).update(comment_mode="hidden")
    for number, about in enumerate(busy, start=1):
        for _comment in range(number):
            make_comment(article=about, state="approved")
    make_comment(article=hidden, state="approved")
    for _comment in range(9):
        make_comment(article=quiet, state="waiting")
    assert compose().discussed == busy[::-1]
    listed = page(client.get("/")).one("ol", class_="discussed")
    assert [link["href"] for link in listed.all("a")] == [
        about.get_absolute_url() for about in busy[::-1]
    ]


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


def test_the_past_hours_name_their_hour_and_a_day_that_is_not_today(category, client):
    for place in range(8):  # the window takes six of them
        story(1_500 + place, category=category)  # 25 hours and more ago
    hours = page(client.get("/")).one("section", **{"aria-labelledby": "hours"})
    for moment in hours.all("time"):
        hour, day = moment.one("b").text, moment.one("span").text
        assert ":" in hour
        assert "202" not in hour
        assert day.split()[0].isdecimal()


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
