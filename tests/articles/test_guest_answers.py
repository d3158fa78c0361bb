"""What a guest says of a draft, by the form below it: a note, or that they approve."""

import pytest
from django.http import HttpResponse
from django.test import Client

from articles import guest_links, publishing
from articles.models import GuestAnswer
from tests.articles.guests import CANARY, door, share
from tests.articles.markup import Document
from tests.articles.panel import page_of

pytestmark = pytest.mark.django_db


def answers_of(page: HttpResponse, **words: str) -> dict[str, str]:
    """What a browser sends from the page's form."""
    read = page_of(page).one("input", name="read").attributes["value"]
    return {"name": "ريم عبود", "note": "", "read": read, **words}


def test_a_guest_leaves_a_note_and_is_thanked(opened, guest):
    link, key, page = opened
    answer = guest.post(door(key), answers_of(page, kind="note", note="مصدر الفقرة\nالثانية؟"))
    assert answer.status_code == 303
    said = link.answers.get()
    assert (said.kind, said.name, said.note) == ("note", "ريم عبود", "مصدر الفقرة\nالثانية؟")
    thanks = guest.get(answer.headers["Location"])
    assert "وصل ردّك إلى مكتب التحرير" in page_of(thanks).text()
    assert CANARY not in thanks.text
    assert thanks.headers["Cache-Control"] == "private, no-store"
    assert thanks.headers["Referrer-Policy"] == "no-referrer"
    link.refresh_from_db()
    assert link.times_opened == 1, "neither the note nor the thanks is an opening"


def test_a_guest_approves_of_the_words_that_were_read(opened, draft, editor, guest):
    link, key, page = opened
    publishing.save_draft(draft, {"headline": "عنوان آخر"}, by=editor)
    stale = guest.post(door(key), answers_of(page, kind="approval"))
    assert stale.status_code == 422
    assert "تغيّر النص" in page_of(stale).one("div", class_="alert").text()
    assert page_of(stale).one("h1").text() == "عنوان آخر"
    assert guest.post(door(key), answers_of(stale, kind="approval")).status_code == 303
    assert link.answers.get().kind == "approval"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"name": "", "note": "نعم"}, "اكتب اسمك"),
        ({"name": "\u200f\u2066", "note": "نعم"}, "اكتب اسمك"),
        ({"name": "م" * 101, "note": "نعم"}, "الاسم"),
        ({"note": ""}, "اكتب ملاحظتك"),
        ({"note": "م" * 4001}, "طويلة"),
        ({"note": "نعم", "kind": "nothing"}, ""),
        ({"note": "نعم", "kind": ""}, ""),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_lost(opened, guest, words, said):
    _link, key, page = opened
    answer = guest.post(door(key), answers_of(page, **{"kind": "note"} | words))
    assert answer.status_code == 422
    assert said in page_of(answer).one("div", class_="alert").text()
    assert page_of(answer).one("textarea", name="note").text() == words["note"]
    assert not GuestAnswer.objects.exists()


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_form_of_another_site_answers_nothing(opened, site):
    _link, key, page = opened
    other = Client(headers={"Sec-Fetch-Site": site, "Origin": "https://evil.example"})
    answer = other.post(door(key), answers_of(page, kind="approval"))
    assert answer.status_code == 403
    assert CANARY not in answer.text
    assert not GuestAnswer.objects.exists()


@pytest.mark.parametrize("headers", [{}, {"Origin": "null"}])
def test_a_browser_that_says_nothing_is_asked_to_press_again(opened, headers):
    link, key, page = opened
    old = Client(enforce_csrf_checks=True, headers=headers)
    typed = answers_of(page, kind="note", note="ملاحظة طويلة")
    again = old.post(door(key), typed)
    assert again.status_code == 200
    assert not GuestAnswer.objects.exists()
    shown = page_of(again)
    assert shown.one("textarea", name="note").text() == "ملاحظة طويلة"
    assert shown.one("input", name="name").attributes["value"] == "ريم عبود"
    proof = shown.one("input", name="proof").attributes["value"]
    assert old.post(door(key), typed | {"proof": "forged"}).status_code == 200
    assert not GuestAnswer.objects.exists()
    assert old.post(door(key), typed | {"proof": proof}).status_code == 303
    assert link.answers.count() == 1


def test_the_proof_of_one_link_is_none_for_another(opened, draft, editor):
    _link, key, page = opened
    _other, second = share(draft, editor)
    old = Client()
    again = old.post(door(key), answers_of(page, kind="note", note="نعم"))
    proof = page_of(again).one("input", name="proof").attributes["value"]
    old.post(door(second), answers_of(page, kind="note", note="نعم", proof=proof))
    assert not GuestAnswer.objects.exists()


def test_a_link_preview_never_approves(opened, guest):
    _link, key, page = opened
    read = answers_of(page)["read"]
    guest.get(f"{door(key)}?kind=approval&name=WhatsApp&read={read}")
    assert not GuestAnswer.objects.exists()


def test_a_link_that_asks_nothing_shows_no_form_and_takes_no_answer(draft, editor, guest):
    _link, key = share(draft, editor, may_note=False, may_approve=False)
    page = guest.get(door(key))
    assert not page_of(page).all("form")
    answer = guest.post(door(key), {"kind": "note", "name": "ريم", "note": "نعم"})
    assert answer.status_code == 422
    assert not GuestAnswer.objects.exists()


def test_after_revocation_an_answer_finds_nothing(opened, editor, guest):
    link, key, page = opened
    guest_links.revoke(link, by=editor)
    answer = guest.post(door(key), answers_of(page, kind="note", note="نعم"))
    assert answer.status_code == 404
    assert answer.content == guest.get("/nothing-stands-here/").content


def test_a_guests_name_and_typed_words_are_text(draft, editor, guest):
    hostile = '"><script>alert(1)</script>'
    _link, key = share(draft, editor, guest=f"ريم {hostile}")
    page = guest.get(door(key))
    assert isinstance(page_of(page), Document)
    assert not page_of(page).all("script")
    answer = guest.post(door(key), answers_of(page, kind="note", name="", note=hostile))
    assert not page_of(answer).all("script")
    assert page_of(answer).one("textarea", name="note").text() == hostile
