"""A row of the list says what is going on with its story, and lets it be taken in hand."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import leases, notes, publishing
from articles.models import Article, EditLease
from newsroom import roles
from tests.articles.panel import LIST, page_of
from tests.conftest import make_person
from tests.factories import make_article, make_author, make_category

pytestmark = pytest.mark.django_db


def marks(answer) -> list[str]:
    cell = page_of(answer).one("th", class_="field-shown_headline")
    return [tag.text() for tag in cell.all("span", class_="tag")]


def named(person, first: str):
    person.first_name = first
    person.save()
    return person


def test_who_edits_it_now_is_told(as_editor, editor, chief):
    story = make_article(state="submitted")
    leases.ask(story, by=named(chief, "هالة"), tab="t1")
    assert [mark for mark in marks(as_editor.get(LIST)) if "هالة" in mark]
    EditLease.objects.update(beaten_at=timezone.now() - leases.STALE)
    assert marks(as_editor.get(LIST)) == [], "a tab that died edits nothing"
    leases.ask(story, by=editor, tab="t2")
    assert marks(as_editor.get(LIST)) == ["تحرّره أنت الآن"]


def test_the_window_of_a_reporter_who_handed_it_in_keeps_nobody(as_editor, reporter):
    story = make_article(created_by=reporter)
    leases.ask(story, by=named(reporter, "رنا"), tab="t1")
    assert "رنا" in marks(as_editor.get(LIST))[0]
    publishing.submit(story, by=reporter)
    assert marks(as_editor.get(LIST)) == []


def test_open_notes_are_counted_and_settled_ones_are_not(as_editor, editor):
    story = make_article()
    first = notes.write(story, "راجع الرقم", by=editor)
    notes.answer(first, "راجعته", by=editor)
    notes.write(story, "من قال هذا؟", by=editor)
    assert marks(as_editor.get(LIST)) == ["ملاحظتان"]
    notes.resolve(first, by=editor)
    assert marks(as_editor.get(LIST)) == ["ملاحظة واحدة"]


def test_breaking_embargo_and_the_lawyers_are_told(as_editor):
    hour = timezone.now() + timedelta(days=2)
    make_article(label="breaking", legal_hold="قضية منظورة", state="ready", embargo_until=hour)
    assert marks(as_editor.get(LIST)) == ["عاجل", "فحص قانوني", "حظر النشر"]


def test_those_who_sign_stand_with_their_initials(as_editor):
    make_article(authors=(make_author("رنا قاسم"), make_author("كريم المنصور")))
    cell = page_of(as_editor.get(LIST)).one("td", class_="field-signed_by")
    assert [av.text() for av in cell.all("span", class_="av")] == ["رق", "كم"]


def test_a_row_is_claimed_and_the_list_stays_as_it_was(as_editor, editor):
    story = make_article(state="submitted")
    row = page_of(as_editor.get(f"{LIST}?tab=review"))
    address = row.one("button", **{"data-claim": ""}).attributes["formaction"]
    answer = as_editor.post(address)
    assert answer.url == f"{LIST}?tab=review#story-{story.pk}"
    assert Article.objects.get().claimed_by == editor
    again = page_of(as_editor.get(f"{LIST}?tab=review"))
    assert not again.all("button", **{"data-claim": ""}), "who has it need not take it"


def test_a_row_offers_only_what_somebody_may(as_reporter, reporter):
    make_article(state="submitted", created_by=reporter)
    page = page_of(as_reporter.get(LIST))
    assert not page.all("button", **{"data-claim": ""})
    assert not page.all("a", **{"data-quick": ""})


def test_what_is_being_edited_is_not_offered_for_quick_edit(as_editor, chief):
    story = make_article(state="submitted")
    assert page_of(as_editor.get(LIST)).all("a", **{"data-quick": ""})
    leases.ask(story, by=chief, tab="t1")
    assert not page_of(as_editor.get(LIST)).all("a", **{"data-quick": ""})


@pytest.mark.parametrize("address", [LIST, "/admin/"])
def test_marks_and_acts_cost_as_much_for_many_as_for_few(client, address):
    chief = make_person("rows-chief", roles.MANAGING_EDITOR)
    client.force_login(chief)
    section = make_category()

    def cost(number: int) -> int:
        for place in range(number):
            story = make_article(
                state="in_review", category=section, claimed_by=chief, claimed_at=timezone.now()
            )
            holder = make_person(f"rows-{number}-{place}", roles.EDITOR)
            leases.ask(story, by=holder, tab="t")
            notes.write(story, "راجع الرقم", by=chief)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    assert cost(2) == cost(9)


def test_the_claim_address_refuses_by_get(as_editor):
    story = make_article(state="submitted")
    address = reverse("admin:articles_article_act", args=[story.pk, "claim"])
    assert as_editor.get(f"{address}?back=tab").status_code == 405
