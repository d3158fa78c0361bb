"""Advertising: three places, off until somebody switches it on, the same for every reader."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom.models import Advertisement
from newsroom.models.advertisement import ROOMS
from tests.articles.markup import Document, Element
from tests.factories import make_advertisement, make_article, make_category, make_picture

pytestmark = pytest.mark.django_db

PLACES = ["front", "rail", "list"]


@pytest.fixture
def pages() -> dict[str, str]:
    """The address of a page that has each place, in a paper with three blocks on its front."""
    sections = [make_category(name, order=place) for place, name in enumerate(("أ", "ب", "ج"))]
    for number in range(45):
        moment = timezone.now() - timedelta(minutes=number + 1)
        story = make_article(published=moment, category=sections[number % 3], tags=("القمح",))
    return {
        "front": "/",
        "rail": story.get_absolute_url(),
        "list": story.category.get_absolute_url(),
        "tag": story.tags.get().get_absolute_url(),
    }


def shown(reader, address: str) -> list[Element]:
    return Document.of(reader.get(address)).all("aside")


# When


def test_one_is_off_until_somebody_switches_it_on(reader, pages):
    assert Advertisement().is_on is False
    for place in PLACES:
        make_advertisement(place, running=False)
    assert not any(shown(reader, address) for address in pages.values())


def test_one_runs_from_its_hour_until_its_end():
    start = timezone.now() + timedelta(hours=2)
    campaign = make_advertisement("front", starts_at=start, ends_at=start + timedelta(days=1))
    second = timedelta(seconds=1)
    for moment, runs in (
        (start - second, False), (start, True), (start + timedelta(days=1) - second, True),
        (start + timedelta(days=1), False),
    ):  # fmt: skip
        assert Advertisement.objects.running(at=moment).exists() == runs
        assert (campaign.state(at=moment) == Advertisement.State.RUNNING) == runs
    assert not Advertisement.objects.running().exists()


def test_the_desk_is_told_the_state_in_words():
    hour = timedelta(hours=1)
    now = timezone.now()
    states = {
        "موقوف": make_advertisement("front", running=False),
        "ينتظر موعده": make_advertisement("front", starts_at=now + hour),
        "يظهر الآن": make_advertisement("front"),
        "انتهى": make_advertisement("front", starts_at=now - 2 * hour, ends_at=now - hour),
    }
    for words, advertisement in states.items():
        assert advertisement.state().label == words
    assert list(Advertisement.objects.running()) == [states["يظهر الآن"]]


def test_the_last_to_begin_stands_in_a_place():
    now = timezone.now()
    booked_early = make_advertisement("rail", starts_at=now - timedelta(minutes=1))
    make_advertisement("rail", starts_at=now - timedelta(days=1))
    make_advertisement("rail", starts_at=now + timedelta(minutes=1))
    other = make_advertisement("list")
    assert Advertisement.objects.by_place() == {"rail": booked_early, "list": other}


def test_of_two_that_begin_together_the_one_written_last_stands():
    moment = timezone.now() - timedelta(hours=1)
    pair = [make_advertisement("rail", starts_at=moment) for _campaign in range(2)]
    assert Advertisement.objects.by_place()["rail"] == pair[1]
    covered = Advertisement.objects.with_rivals().order_by("id")
    assert [advertisement.is_covered for advertisement in covered] == [True, False]


# Where


@pytest.mark.parametrize("place", PLACES)
def test_each_place_shows_its_own_and_no_other_page_any(reader, pages, place):
    make_advertisement(place, advertiser="شركة مرافئ الخليج")
    for kind, address in pages.items():
        found = shown(reader, address)
        assert len(found) == (1 if kind == place else 0), kind
    (aside,) = shown(reader, pages[place])
    assert aside.attributes == {"class": f"advertisement at-{place}", "aria-label": "إعلان"}
    assert aside.one("p", class_="label").text() == "إعلان: شركة مرافئ الخليج"
    assert aside.one("bdi").text() == "شركة مرافئ الخليج"
    assert aside.one("div", class_="words").attributes["dir"] == "auto"


def test_without_a_name_the_word_stands_alone(reader, pages):
    make_advertisement("rail")
    assert shown(reader, pages["rail"])[0].one("p", class_="label").text() == "إعلان"


def test_the_front_page_has_it_between_its_second_and_third_block(reader, pages):
    make_advertisement("front")
    main = Document.of(reader.get("/")).one("main")
    blocks = [
        section for section in main.all("section")
        if section.attributes["aria-labelledby"].startswith("section-")
    ]  # fmt: skip
    order = [element for element in main if element in blocks or element.tag == "aside"]
    assert [element.tag for element in order] == ["section", "section", "aside", "section"]


def test_a_section_has_it_between_its_list_and_the_page_numbers(reader):
    category = make_category()
    for _story in range(21):
        make_article(published=True, category=category)
    make_advertisement("list")
    main = Document.of(reader.get(category.get_absolute_url())).one("main")
    marks = {"ol": "story-list", "aside": "advertisement", "nav": "pages"}
    order = [
        element.tag
        for element in main
        if element.tag in marks and marks[element.tag] in element.attributes.get("class", "")
    ]
    assert order == ["ol", "aside", "nav"]


# What


def test_a_picture_leads_where_the_advertiser_wants_and_says_so(reader, pages):
    picture = make_picture(alt_text="نص الصورة نفسها")
    make_advertisement("rail", picture=picture, link="https://ads.example/?a=1&b=2")
    link = shown(reader, pages["rail"])[0].one("a")
    assert link.attributes == {"href": "https://ads.example/?a=1&b=2", "rel": "sponsored noopener"}
    image = link.one("img").attributes
    assert image["alt"] == "نص الصورة نفسها"
    assert image["src"].startswith("/media/")
    assert (image["width"], image["height"]) == (str(picture.width), str(picture.height))
    Advertisement.objects.update(alt_text="خصم 20%")
    assert shown(reader, pages["rail"])[0].one("img").attributes["alt"] == "خصم 20%"


def test_every_link_in_words_is_called_paid(reader, pages):
    words = '<p><a href="https://a.example/">أ</a> و<a href="/page/b/">ب</a></p>'
    make_advertisement("list", words=words)
    links = shown(reader, pages["list"])[0].all("a")
    assert [link.attributes["rel"] for link in links] == ["sponsored noopener"] * 2


def test_words_hold_nothing_that_runs_loads_or_styles(reader, pages):
    hostile = (
        '<p style="color:red" onclick="x()" class="lead">عرض <script>alert(1)</script>'
        '<img src="https://spy.example/1.gif"><iframe src="https://spy.example/"></iframe>'
        '<a href="javascript:x()">هنا</a><style>p{}</style></p><form><input name="x"></form>'
    )
    make_advertisement("front", words=hostile)
    (aside,) = shown(reader, pages["front"])
    assert not any(aside.all(tag) for tag in ("script", "img", "iframe", "style", "form", "input"))
    paragraph = aside.one("div", class_="words").one("p")
    assert (paragraph.attributes, paragraph.text()) == ({}, "عرض هنا")
    assert all("href" not in link.attributes for link in aside.all("a"))


def test_names_are_text_and_never_markup(reader, pages):
    make_advertisement("rail", advertiser="<script>x</script> & <b>", title="<i>")
    (aside,) = shown(reader, pages["rail"])
    assert aside.one("bdi").text() == "<script>x</script> & <b>"


# For whom, and at what cost


def test_every_reader_gets_the_same_bytes_and_no_cookie(reader, pages, chief):
    for place in PLACES:
        make_advertisement(place, picture=make_picture())
    member = Client()
    member.force_login(chief)
    for place in PLACES:
        answer = reader.get(pages[place])
        other = {"Accept-Language": "en", "User-Agent": "curl", "Referer": "https://a.example"}
        assert reader.get(pages[place], headers=other).content == answer.content
        assert member.get(pages[place]).content == answer.content
        assert not answer.cookies
        assert set(filter(None, answer.get("Vary", "").split(", "))) <= {"Accept-Encoding"}


def test_advertising_costs_one_query_whatever_runs(reader, pages):
    def queries(address: str) -> list[str]:
        with CaptureQueriesContext(connection) as asked:
            reader.get(address)
        return [query["sql"] for query in asked]

    before = {kind: queries(address) for kind, address in pages.items()}
    for place in PLACES:
        for _campaign in range(3):
            make_advertisement(place, picture=make_picture())
    for kind, address in pages.items():
        after = queries(address)
        assert len(after) == len(before[kind]), kind
        asked = [sql for sql in after if "newsroom_advertisement" in sql]
        assert len(asked) == (1 if kind in PLACES else 0), kind


def test_machines_are_told_of_no_advertising(reader, pages):
    for place in PLACES:
        make_advertisement(place, words="<p>عرض خاص</p>", title="عرض خاص", advertiser="عرض خاص")
    category = pages["list"]
    for address in ("/feed/", f"{category}feed/", "/sitemap.xml", "/sitemap-1.xml"):
        assert "عرض خاص" not in reader.get(address).text
    page = Document.of(reader.get(pages["rail"]))
    assert "عرض خاص" in page.text()
    data = page.one("script", type="application/ld+json")
    assert "عرض خاص" not in "".join(map(str, data.children))
    assert "عرض خاص" not in page.one("meta", name="description").attributes["content"]


# What the database and the style keep too


@pytest.mark.parametrize(
    "fields",
    [
        {"place": "popup"}, {"words": ""}, {"link": ""}, {"words": "<p>و</p>"},
        {"ends_at": timezone.now() - timedelta(days=1)},
    ],
)  # fmt: skip
def test_the_database_refuses_what_cannot_be_shown(fields):
    if "words" in fields and not fields["words"]:
        advertisement = make_advertisement("front")
    else:
        advertisement = make_advertisement("front", picture=make_picture())
    with pytest.raises(IntegrityError), transaction.atomic():
        Advertisement.objects.filter(pk=advertisement.pk).update(**fields)


def test_a_picture_stays_while_an_advertisement_shows_it():
    picture = make_picture()
    make_advertisement("front", picture=picture)
    with pytest.raises(ProtectedError):
        picture.delete()


def test_the_style_keeps_the_room_that_the_desk_is_told():
    css = Path(settings.BASE_DIR, "static/css/reader/advertisement.css").read_text()
    declared = re.findall(
        r"\.at-(\w+) \{ --phone: (\d+) / (\d+); --desktop: (\d+) / (\d+); --widest: (\d+)px; \}",
        css,
    )
    kept = {place: tuple(map(int, numbers)) for place, *numbers in declared}
    assert kept == {
        place: (*phone, *desktop, desktop.width) for place, (phone, desktop) in ROOMS.items()
    }
    assert list(kept) == PLACES == Advertisement.Place.values
