"""The frame of the panel: everybody sees where they may go, and is told why not in words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from tests.articles.markup import Document
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db


def page(client, person, address: str = "/admin/", status: int = 200) -> Document:
    client.force_login(person)
    answer = client.get(address)
    assert answer.status_code == status
    return Document.of(answer, comments=True)


def rail(document: Document) -> list[str]:
    return [link.text() for link in document.one("nav", class_="rail").all("a", class_="to")]


def test_the_rail_holds_what_a_person_may_open(client, reporter, moderator, chief):
    assert rail(page(client, reporter)) == ["المكتب", "المقالات", "التقويم", "الصور"]
    assert rail(page(client, moderator)) == ["المكتب", "التعليقات"]
    assert rail(page(client, chief)) == [
        "المكتب", "المقالات", "التقويم", "الواجهة", "الصور", "التعليقات", "الفريق",
    ]  # fmt: skip


def test_only_who_decides_is_told_how_much_waits(client, reporter, editor):
    make_article(state="submitted", created_by=reporter)
    make_comment(make_article(published=True), state="waiting")
    assert "المقالات 1 بانتظارك" in rail(page(client, editor))
    assert "التعليقات 1 بانتظارك" in rail(page(client, editor))
    assert rail(page(client, reporter))[1] == "المقالات"


def test_the_rail_costs_as_much_however_much_waits(client, chief):
    client.force_login(chief)

    def cost(number: int) -> int:
        for _ in range(number):
            make_comment(make_article(published=True), state="waiting")
            make_article(state="submitted")
        with CaptureQueriesContext(connection) as captured:
            client.get("/admin/articles/tag/")
        return len(captured)

    assert cost(1) == cost(9)


def test_a_stranger_sees_a_door_and_no_rail(client):
    document = Document.of(client.get("/admin/login/"), comments=True)
    assert not document.all("nav", class_="rail")
    names = [field.attributes["name"] for field in document.one("form").all("input")]
    assert {"username", "password"} <= set(names)


def test_a_wrong_password_is_told_by_the_field(client, editor):
    answer = client.post("/admin/login/", {"username": "editor", "password": "wrong"})
    document = Document.of(answer, comments=True)
    told = document.one("p", id="refused").text()
    assert told
    for name in ("username", "password"):
        field = document.one("input", name=name)
        assert field.attributes["aria-invalid"] == "true"
        assert field.attributes["aria-describedby"] == "refused"


def test_who_may_not_is_told_who_they_are_and_who_may(client, moderator, chief):
    chief.first_name, chief.last_name = "هالة", "السعدي"
    chief.save()
    told = page(client, moderator, "/admin/articles/article/", 403).one("main").text()
    for word in ("مشرف التعليقات", "مدير التحرير", "هالة السعدي", "لم يتغيّر شيء"):
        assert word in told
    assert moderator.username not in told


def test_nothing_in_the_panel_is_told_inside_its_frame(client, editor):
    document = page(client, editor, "/admin/nothing/", 404)
    assert "لا شيء في هذا العنوان" in document.one("main").text()
    assert rail(document)


@pytest.mark.parametrize("address", ["/nothing/", "/admin/nothing/"])
def test_readers_get_their_own_page(client, address):
    answer = client.get(address, follow=True)
    assert 'class="rail"' not in answer.text


def test_the_desk_opens_with_the_story_that_waited_longest(client, editor, reporter):
    hour = timezone.now() - timedelta(hours=1)
    make_article(headline="أحدث", state="submitted")
    make_article(headline="أقدم", state="submitted", created_at=hour)
    section = page(client, editor).one("section", class_="next")
    assert section.one("a", class_="title").text() == "أقدم"
    act = section.one("form").attributes["action"]
    assert client.post(act).status_code == 302
    assert Article.objects.get(headline="أقدم").state == "in_review"


def test_a_reporter_goes_on_with_their_draft_and_sees_no_other(client, reporter, editor):
    make_article(headline="مسودتي", created_by=reporter)
    make_article(headline="مسودة غيري", created_by=editor)
    document = page(client, reporter)
    assert document.one("section", class_="next").one("a", class_="title").text() == "مسودتي"
    assert "مسودة غيري" not in document.text()


def test_an_empty_desk_says_so(client, moderator):
    assert "لا شيء ينتظرك" in page(client, moderator).one("main").text()


def test_the_desk_costs_as_much_for_many_as_for_few(client, chief):
    client.force_login(chief)

    def cost(number: int) -> int:
        for _ in range(number):
            make_article(state="submitted")
            make_article(created_by=chief)
            make_article(published=timezone.now() + timedelta(hours=2))
            make_comment(make_article(published=True), state="waiting")
        with CaptureQueriesContext(connection) as captured:
            client.get("/admin/")
        return len(captured)

    assert cost(2) == cost(8)
