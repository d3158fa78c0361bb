"""The panel speaks as each person asks; a reader's page is the same for all of them."""

import re

import pytest
from django.utils import translation

from articles.models import AuditEntry
from newsroom.models import User
from tests.articles.markup import Document
from tests.factories import make_article

pytestmark = pytest.mark.django_db

ARABIC = re.compile("[\u0621-\u064a]")
LIST = "/admin/articles/article/"


def screen(client, address: str = LIST) -> Document:
    answer = client.get(address)
    assert answer.status_code == 200
    return Document.of(answer, comments=True)


def language_of(page: Document) -> tuple[str, str]:
    html = page.one("html").attributes
    return html["lang"], html["dir"]


def speaks(client, person: User, language: str) -> None:
    User.objects.filter(pk=person.pk).update(language=language)
    client.force_login(person)


@pytest.mark.parametrize("language", ["", "ar", "xx"])
def test_the_panel_speaks_arabic_unless_somebody_asks_for_another(client, editor, language):
    speaks(client, editor, language)
    page = screen(client)
    assert language_of(page) == ("ar", "rtl")
    assert page.one("h1").text() == "المقالات"


def test_who_asked_for_english_gets_it_to_the_last_script(client, editor):
    make_article(published=True, headline="اتفاق على القمح")
    speaks(client, editor, "en")
    page = screen(client)
    assert language_of(page) == ("en", "ltr")
    assert page.one("h1").text() == "Articles"
    moment = page.one("td", class_="field-when").one("time").attributes["title"]
    assert re.fullmatch(r"[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}, [0-9]{2}:[0-9]{2}", moment)
    assert '"January": "January"' in client.get("/admin/jsi18n/").text


def test_two_people_have_two_languages_at_one_time(client, editor, chief):
    speaks(client, editor, "en")
    assert language_of(screen(client))[0] == "en"
    speaks(client, chief, "")
    assert language_of(screen(client))[0] == "ar"
    assert translation.get_language() == "ar"


def test_readers_pages_know_nothing_of_it(client, reader, editor):
    story = make_article(published=True)
    speaks(client, editor, "en")
    addresses = ("/", story.get_absolute_url(), "/search/?q=القمح", "/feed/", "/nothing/")
    for address in addresses:
        # Form tokens of a page are made anew each time: the words are what is compared.
        mine, theirs = client.get(address), reader.get(address)
        assert mine.headers.get("Vary") == theirs.headers.get("Vary")
        if address != "/feed/":
            assert Document.of(mine).text() == Document.of(theirs).text()
            assert language_of(Document.of(mine)) == ("ar", "rtl")
    assert screen(client).one("html").attributes["lang"] == "en"


def test_one_press_changes_the_language_and_leads_back(client, editor):
    client.force_login(editor)
    (form,) = screen(client).all("form", class_="language")
    button = form.one("button")
    assert (button.text(), button.attributes["value"]) == ("English", "en")
    pressed = client.post(
        form.attributes["action"], {"language": "en"}, headers={"Referer": f"http://testserver{LIST}"}
    )  # fmt: skip
    assert (pressed.status_code, pressed.headers["Location"]) == (302, LIST)
    page = screen(client)
    assert language_of(page)[0] == "en"
    assert page.one("form", class_="language").one("button").text() == "العربية"


def test_a_choice_is_recorded_once_and_pages_are_not(client, editor):
    client.force_login(editor)
    for _press in range(2):
        client.post("/admin/language/", {"language": "en"})
    screen(client)
    chosen = AuditEntry.objects.get(verb="choose_language")
    assert (chosen.who, chosen.thing) == (editor.pk, editor.pk)
    assert chosen.changes == {"language": ["", "en"]}
    client.post("/admin/language/", {"language": "fr"})
    assert AuditEntry.objects.order_by("-number")[0] == chosen


@pytest.mark.parametrize(
    ("language", "referer", "status", "leads_to"),
    [
        ("fr", "http://testserver/admin/", 400, None),
        ("", "http://testserver/admin/", 400, None),
        ("en", "https://evil.example/", 302, "/admin/"),
        ("en", "https://evil.example//evil.example/admin/", 302, "/admin/"),
        ("en", "", 302, "/admin/"),
    ],
)
def test_nothing_but_our_languages_and_our_screens(
    client, editor, language, referer, status, leads_to
):
    client.force_login(editor)
    headers = {"Referer": referer} if referer else {}
    pressed = client.post("/admin/language/", {"language": language}, headers=headers)
    assert pressed.status_code == status
    assert pressed.headers.get("Location") == leads_to


def test_a_stranger_changes_nothing(client):
    assert client.post("/admin/language/", {"language": "en"}).status_code == 302
    assert client.get("/admin/language/").status_code in {302, 405}
    assert language_of(screen(client, "/admin/login/")) == ("ar", "rtl")


def test_what_machines_read_is_the_same_in_both(client, editor):
    story = make_article(published=True)
    fields = {}
    for language in ("ar", "en"):
        speaks(client, editor, language)
        page = screen(client, f"/admin/articles/article/{story.pk}/change/")
        fields[language] = [
            page.one("input", name=name).attributes.get("value", "")
            for name in ("publish_at_0", "publish_at_1")
        ]
    assert fields["ar"] == fields["en"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", fields["ar"][0], re.ASCII)


@pytest.mark.parametrize("locale", ["ar", "ar-LB", "ar-MA", "ar-EG", "ar-DZ"])
def test_fields_are_iso_in_every_country_and_either_figures(client, editor, settings, locale):
    settings.SITE_LOCALE, settings.SITE_DIGITS, settings.SITE_MONTHS = locale, "arab", "dual"
    story = make_article(published=True)
    speaks(client, editor, "")
    page = screen(client, f"/admin/articles/article/{story.pk}/change/")
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d", page.one("input", name="publish_at_0").attributes["value"], re.ASCII
    )
    assert page.one("input", name="publish_at_1").attributes["value"].isascii()
