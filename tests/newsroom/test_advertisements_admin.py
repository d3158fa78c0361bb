"""The screen of advertising: who may use it, what it says, what it refuses."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from newsroom.models import Advertisement
from tests.articles.markup import Document
from tests.articles.panel import moment
from tests.factories import make_advertisement, make_article, make_picture

pytestmark = pytest.mark.django_db

LIST = reverse("admin:newsroom_advertisement_changelist")
ADD = reverse("admin:newsroom_advertisement_add")


def screen(advertisement: Advertisement) -> str:
    return reverse("admin:newsroom_advertisement_change", args=[advertisement.pk])


def typed(**words: object) -> dict[str, object]:
    """What a browser sends; words of an advertisement unless told otherwise."""
    start = moment("starts_at", timezone.now() - timedelta(hours=1))
    return {
        "title": "حملة الخريف", "place": "rail", "advertiser": "", "picture": "", "link": "",
        "alt_text": "", "words": "<p>عرض</p>", "ends_at_0": "", "ends_at_1": "",
        **start, **words,
    }  # fmt: skip


def errors(answer) -> list[str]:
    page = Document.of(answer, comments=True)
    return [item.text() for found in page.all("ul", class_="errorlist") for item in found.all("li")]


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


@pytest.mark.parametrize("role", ["reporter", "editor", "moderator"])
def test_others_of_the_newsroom_have_no_advertising(client, request, role):
    client.force_login(request.getfixturevalue(role))
    advertisement = make_advertisement("front", running=False)
    assert client.get(LIST).status_code == 403
    assert client.post(ADD, typed()).status_code == 403
    assert client.post(screen(advertisement), typed(is_on="on")).status_code == 403
    assert Advertisement.objects.get().is_on is False


@pytest.mark.parametrize("role", ["chief", "admin_person"])
def test_the_managing_editor_and_the_administrator_switch_it_on(client, reader, request, role):
    client.force_login(request.getfixturevalue(role))
    story = make_article(published=True)
    assert client.post(ADD, typed()).status_code == 302
    advertisement = Advertisement.objects.get()
    assert advertisement.is_on is False
    assert "aside" not in reader.get(story.get_absolute_url()).text
    assert client.post(screen(advertisement), typed(is_on="on")).status_code == 302
    assert "عرض" in Document.of(reader.get(story.get_absolute_url())).one("aside").text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"words": ""}, ["اختر صورة أو اكتب نصًّا."]),
        ({"words": "<p>&nbsp;</p>"}, ["اختر صورة أو اكتب نصًّا."]),
        (
            {"words": "<h2>عنوان</h2><p>عرض</p>"},
            ["فقرات وقوائم وروابط فقط، بلا عناوين فقرات ولا جداول ولا صور ولا محتوى من موقع آخر."],
        ),
        (
            {"words": '<p>أ</p><figure data-picture="1"></figure>'},
            ["فقرات وقوائم وروابط فقط، بلا عناوين فقرات ولا جداول ولا صور ولا محتوى من موقع آخر."],
        ),
        ({"ends_at_0": "2020-01-01", "ends_at_1": "10:00:00"}, ["وقت الانتهاء يسبق وقت البدء."]),
    ],
)
def test_each_mistake_is_said_in_arabic_and_nothing_typed_is_lost(desk, words, said):
    answer = desk.post(ADD, typed(**words, advertiser="دار البيادر"))
    assert answer.status_code == 200
    assert errors(answer) == said
    page = Document.of(answer, comments=True)
    assert page.one("input", id="id_advertiser").attributes["value"] == "دار البيادر"
    assert not Advertisement.objects.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({}, ["إلى أين تقود الصورة؟ اكتب رابطها."]),
        ({"link": "#top"}, ["ليس هذا رابطًا كاملًا ولا مسارًا في هذا الموقع: #top"]),
        (
            {"link": "javascript:alert(1)"},
            ["ليس هذا رابطًا كاملًا ولا مسارًا في هذا الموقع: javascript:alert(1)"],
        ),
        (
            {"link": "/page/x/", "words": "<p>عرض</p>"},
            ["صورة أو نصّ، لا كلاهما: احذف أحدهما."],
        ),
    ],
)
def test_the_mistakes_of_a_picture(desk, words, said):
    picture = make_picture()
    answer = desk.post(ADD, typed(**({"words": "", "picture": str(picture.pk)} | words)))
    assert errors(answer) == said


def test_a_picture_without_any_words_of_its_own_needs_some(desk):
    picture = make_picture(alt_text="")
    sent = typed(words="", picture=str(picture.pk), link="//ads.example/x")
    assert errors(desk.post(ADD, sent)) == ["اكتب ما تقوله الصورة لمن لا يراها من القرّاء."]
    assert desk.post(ADD, sent | {"alt_text": "خصم الخريف"}).status_code == 302
    assert Advertisement.objects.get().link == "https://ads.example/x"


def test_several_mistakes_are_said_at_once(desk):
    sent = typed(words="", ends_at_0="2020-01-01", ends_at_1="10:00:00")
    assert len(errors(desk.post(ADD, sent))) == 2


def test_the_list_says_the_state_in_words(desk):
    now = timezone.now()
    make_advertisement("rail", starts_at=now - timedelta(hours=3), title="أقدم")
    make_advertisement("rail", starts_at=now - timedelta(hours=2), title="أحدث")
    make_advertisement("list", starts_at=now + timedelta(hours=2), title="قادم")
    make_advertisement("list", running=False, starts_at=now + timedelta(hours=3), title="مسودة")
    page = Document.of(desk.get(LIST), comments=True)
    states = [cell.text() for cell in page.all("td", class_="field-state")]
    assert states == ["موقوف", "ينتظر موعده", "يظهر الآن", "يظهر الآن يحجبه إعلان أحدث"]


def test_the_screen_previews_what_is_saved_and_names_the_sizes(desk):
    saved = make_advertisement("front", running=False, advertiser="دار البيادر")
    page = Document.of(desk.get(screen(saved)), comments=True)
    assert page.one("aside").one("p", class_="label").text() == "إعلان: دار البيادر"
    assert "970×250" in page.one("div", class_="description").text()
    sheets = [link.attributes["href"] for link in page.all("link", rel="stylesheet")]
    assert any("css/reader/advertisement" in sheet for sheet in sheets)
    assert not Document.of(desk.get(ADD), comments=True).all("aside")


def test_the_list_costs_as_much_whatever_its_length(desk, django_assert_max_num_queries):
    for _campaign in range(12):
        make_advertisement("rail", picture=make_picture())
    with django_assert_max_num_queries(11):
        assert desk.get(LIST).status_code == 200


def test_a_picture_that_is_advertised_cannot_be_thrown_away(desk):
    picture = make_picture()
    make_advertisement("front", picture=picture, title="حملة الخريف")
    address = reverse("admin:articles_picture_delete", args=[picture.pk])
    assert "حملة الخريف" in desk.get(address).text
    assert desk.post(address, {"post": "yes"}).status_code in {200, 403}
    assert Advertisement.objects.get().picture == picture


def test_a_reporter_does_not_change_a_picture_that_readers_see_in_advertising(reporter):
    from articles.permissions import may_edit_picture

    picture = make_picture(by=reporter)
    assert may_edit_picture(reporter, picture)
    make_advertisement("front", picture=picture)
    assert not may_edit_picture(reporter, picture)
