"""What readers get of a composed front page, and what the desk sees of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles import composing, fronts
from articles.fronts import Strip, StripKind
from articles.models import Article, FrontEdition
from newsroom import front_page
from tests.articles.markup import Document
from tests.factories import make_article, make_picture

pytestmark = pytest.mark.django_db

BOARD, ACT = "/admin/front/", "/admin/front/act/"


@pytest.fixture
def stories():
    """Ten live ones, the newest first."""
    now = timezone.now()
    return [
        make_article(headline=f"خبر رقم {n}", published=now - timedelta(hours=n))
        for n in range(1, 11)
    ]


def press(client, name: str, **sent):
    return client.post(ACT, {"act": name, **{k: str(v) for k, v in sent.items()}})


def test_chosen_stories_stand_in_their_places_and_the_newest_fill_the_rest(stories, editor):
    composing.put(None, 0, stories[7], by=editor)
    composing.put(None, 4, stories[0], by=editor)
    composing.launch(None, by=editor)
    front = front_page.compose()
    assert front.places[0] == front.lead == stories[7]
    assert front.places[4] == front.side[1] == stories[0]
    shown = [s.pk for s in (front.lead, *front.seconds, *front.side, *front.also, *front.hours)]
    assert len(shown) == len(set(shown)), "no story stands twice"
    assert front.seconds[0] == stories[1], "the newest that is left"
    assert all(story for story in front.places[:6])


@pytest.mark.parametrize("lost", ["withdrawn", "over", "expired", "scheduled", "deleted"])
def test_a_place_whose_story_is_not_there_is_filled(stories, editor, chief, lost):
    composing.put(None, 0, stories[5], by=editor)
    if lost == "expired":
        soon = timezone.now() + timedelta(hours=1)
        composing.set_card(None, 0, until=soon, headline="", picture=None, by=editor)
    composing.launch(None, by=editor)
    changes = {
        "withdrawn": {"state": "withdrawn"},
        "over": {"withdraw_at": timezone.now() - timedelta(minutes=1)},
        "scheduled": {"published_at": timezone.now() + timedelta(hours=9)},
    }
    if lost in changes:
        Article.objects.filter(pk=stories[5].pk).update(**changes[lost])
    if lost == "deleted":
        Article.objects.filter(pk=stories[5].pk).delete()
    at = timezone.now() + timedelta(hours=2) if lost == "expired" else None
    front = front_page.compose(at=at)
    assert front.lead is not None
    assert front.lead != stories[5]


def test_a_pin_ends_by_the_clock_without_any_job(stories, editor):
    composing.put(None, 0, stories[5], by=editor)
    hour = timezone.now() + timedelta(hours=1)
    composing.set_card(None, 0, until=hour, headline="", picture=None, by=editor)
    composing.launch(None, by=editor)
    assert front_page.compose(at=hour - timedelta(seconds=1)).lead == stories[5]
    assert front_page.compose(at=hour).lead != stories[5]


def test_a_card_may_say_and_show_something_else_and_the_story_stays(stories, editor, client):
    picture = make_picture()
    composing.put(None, 0, stories[3], by=editor)
    words = "ما قيل في البطاقة وحدها"
    composing.set_card(None, 0, until=None, headline=words, picture=picture, by=editor)
    composing.launch(None, by=editor)
    page = client.get("/").text
    assert words in page
    assert stories[3].headline not in page
    assert picture.crop("card").avif[0].url in page
    stories[3].refresh_from_db()
    assert stories[3].headline == "خبر رقم 4"
    assert words not in client.get(stories[3].get_absolute_url()).text


def test_a_draft_is_seen_by_nobody_but_its_desk(stories, editor, client):
    composing.put(None, 0, stories[8], by=editor)
    assert front_page.compose().lead != stories[8]
    client.force_login(editor)
    preview = client.get("/admin/front/preview/")
    document = Document.of(preview)
    assert stories[8].headline in document.one("article", class_="lead").text()
    assert preview.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert Client().get("/admin/front/preview/").status_code == 302


def test_the_page_is_seen_as_of_an_hour_to_come(stories, editor, client):
    hour = timezone.now() + timedelta(hours=3)
    embargoed = make_article(headline="تحت الحظر", published=hour, embargo_until=hour)
    composing.put(None, 0, embargoed, by=editor)
    client.force_login(editor)
    later = timezone.localtime(hour + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M")
    assert "تحت الحظر" not in client.get("/admin/front/preview/").text
    assert "تحت الحظر" in client.get(f"/admin/front/preview/?at={later}").text
    for crafted in ("x", "2026-02-30T10:00", ""):
        assert client.get(f"/admin/front/preview/?at={crafted}").status_code == 200
    composing.launch(None, by=editor)
    assert "تحت الحظر" not in Client().get("/").text


def test_the_strip_says_words_until_its_hour(stories, editor, client):
    urgent = make_article(headline="عاجل من القائمة", label="breaking", published=True)
    until = timezone.now() + timedelta(hours=1)
    composing.set_strip(Strip(StripKind.WORDS, words="انقطاع الكهرباء", until=until), by=editor)
    composing.launch(None, by=editor)
    strip = Document.of(client.get("/")).one("section", class_="strip").text()
    assert "انقطاع الكهرباء" in strip
    assert "عاجل من القائمة" not in strip
    after = front_page.compose(at=until)
    assert (after.words, after.breaking) == ("", urgent)
    composing.set_strip(Strip(StripKind.NONE), by=editor)
    composing.launch(None, by=editor)
    assert not Document.of(client.get("/")).all("section", class_="strip")


def test_a_section_opens_with_what_was_chosen(stories, editor, client):
    section = stories[0].category
    composing.put(section, 0, stories[6], by=editor)
    composing.put(section, 2, stories[8], by=editor)
    composing.launch(section, by=editor)
    page = Document.of(client.get(section.get_absolute_url()))
    assert stories[6].headline in page.one("section", **{"aria-labelledby": "leading"}).text()
    listed = page.one("section", **{"aria-labelledby": "stories"}).all("h3")
    assert listed[1].text() == stories[8].headline
    every = [h.text() for h in page.all("h3")]
    assert every.count(stories[6].headline) == every.count(stories[8].headline) == 1


def test_composed_or_not_the_page_costs_a_few_questions(
    stories, editor, client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(13) as captured:
        client.get("/")
    plain = len(captured)
    for place in range(8):
        composing.put(None, place, stories[place], by=editor)
    composing.launch(None, by=editor)
    with django_assert_max_num_queries(plain + 1):
        client.get("/")


# The board


def test_the_board_shows_places_warnings_and_what_stands_outside(stories, editor, client):
    old = make_article(headline="بطاقة قديمة", published=timezone.now() - timedelta(hours=20))
    soon = make_article(headline="موعده غدًا", published=timezone.now() + timedelta(hours=20))
    gone = make_article(headline="سُحب", state="withdrawn")
    for place, story in enumerate((old, soon, gone)):
        composing.put(None, place, story, by=editor)
    client.force_login(editor)
    answer = client.get(BOARD)
    places = Document.of(answer).one("ol", class_="board").all("li", class_="slot")
    assert len(places) == 8
    assert "بطاقة قديمة: بدّلها" in places[0].text()
    assert "مجدول: يملؤه الأحدث حتى موعده" in places[1].text()
    assert "لا يراه القرّاء" in places[2].text()
    assert "تلقائي" in places[3].text()
    assert "3 تغييرات لم تُطلق" in answer.text
    outside = client.get(f"{BOARD}?q=رقم 1").context["board"].outside
    assert {story.headline for story in outside} <= {"خبر رقم 1", "خبر رقم 10"}


def test_every_button_of_the_board_works_without_script(stories, editor, client):
    client.force_login(editor)
    press(client, "put", story=stories[4].pk, place=1)
    press(client, "put", story=stories[5].pk, place=2)
    press(client, "clear", place=2)
    press(client, "launch")
    assert front_page.compose().lead == stories[4]
    assert front_page.compose().seconds[0] != stories[5]
    press(client, "top", story=stories[9].pk)
    assert front_page.compose().lead == stories[9]
    first = FrontEdition.objects.order_by("launched_at").first()
    press(client, "restore", edition=first.pk)
    assert front_page.compose().lead == stories[4]
    press(client, "put", story=stories[1].pk, place=1)
    press(client, "discard")
    assert composing.changes_of(composing.draft_of(None), fronts.launched()) == 0


def test_what_was_typed_wrongly_comes_back_as_it_was_typed(stories, editor, client):
    client.force_login(editor)
    press(client, "put", story=stories[4].pk, place=1)
    answer = press(
        client, "card", place=1, headline="عنوان كُتب الآن", until_0="2020-01-01", until_1="10:00"
    )
    assert answer.status_code == 422
    assert "عنوان كُتب الآن" in answer.text
    assert "مضت هذه الساعة" in answer.text
    answer = press(client, "strip", kind="words", words="", until_0="2020-13-01", until_1="")
    assert answer.status_code == 422
    assert "2020-13-01" in answer.text


def test_a_launch_in_between_is_told_and_decided(stories, editor, chief, client):
    client.force_login(editor)
    press(client, "put", story=stories[4].pk, place=1)
    theirs = FrontEdition.objects.create(
        places=[{"story": stories[2].pk}], launched_at=timezone.now(), changed_by=chief
    )
    answer = press(client, "launch")
    assert answer.status_code == 409
    assert "أطلق" in answer.text
    press(client, "launch", over=theirs.pk)
    assert front_page.compose().lead == stories[4]


@pytest.mark.parametrize(
    "sent",
    [
        {"act": "put", "story": "x", "place": "1"}, {"act": "put", "story": "9" * 18, "place": "1"},
        {"act": "nothing"}, {"act": "restore", "edition": "x"},
        {"act": "launch", "section": "99999"},
    ],
)  # fmt: skip
def test_crafted_presses_are_not_found(editor, client, sent):
    client.force_login(editor)
    assert client.post(ACT, sent).status_code == 404
    assert not FrontEdition.objects.filter(launched_at__isnull=False).exists()


def test_a_story_is_on_top_from_its_row_by_two_presses(stories, editor, client):
    """Open the row's menu, press: the button posts the list's own form elsewhere."""
    client.force_login(editor)
    page = client.get("/admin/articles/article/")
    assert f"/admin/front/act/?act=top&amp;story={stories[9].pk}" in page.text
    client.post(f"{ACT}?act=top&story={stories[9].pk}", {"action": "", "select_across": "0"})
    assert front_page.compose().lead == stories[9]
