"""The section «شارك المسودة» on a story's screen: who sees it, what it makes, what it ends."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import guest_links, publishing
from articles.models import Article, GuestAnswer, ShareLink
from tests.articles.guests import GUEST, door, share
from tests.articles.panel import page_of, said, screen
from tests.conftest import make_person
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(reporter) -> Article:
    return make_article(headline="تحقيق في عقود المرفأ", created_by=reporter)


def make_address(story: Article) -> str:
    return reverse("admin:articles_article_share", args=[story.pk])


def revoke_address(story: Article, link: ShareLink) -> str:
    return reverse("admin:articles_article_share_revoke", args=[story.pk, link.pk])


def wish(**words: str) -> dict[str, str]:
    return {"guest": GUEST, "hours": "48", "text": "newest", "may_note": "on", **words}


def section(client: Client, story: Article):
    return page_of(client.get(screen(story))).one("section", id="share")


def test_a_link_is_shown_once_and_opens_the_draft(as_reporter, draft):
    page = as_reporter.post(make_address(draft), wish())
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "private, no-store"
    address = page_of(page).one("a", class_="made").attributes["href"]
    assert (
        page_of(page).one("button", **{"data-copied": "نُسخ الرابط"}).attributes["data-copy"]
        == address
    )
    key = address.rstrip("/").rpartition("/")[2]
    assert Client().get(door(key)).status_code == 200
    assert key not in as_reporter.get(screen(draft)).text
    link = ShareLink.objects.get()
    assert (link.guest, link.may_note, link.may_approve) == (GUEST, True, False)
    assert link.expires_at - link.made_at == timedelta(hours=48)


def test_the_section_tells_of_openings_and_answers(as_editor, editor, draft):
    link, key = share(draft, editor)
    read = guest_links.fingerprint(guest_links.content_for(link))
    for _time in range(2):
        Client().get(door(key))
    guest_links.answer(key, kind=GuestAnswer.Kind.APPROVAL, name="ريم عبود", text_read=read)
    shown = section(as_editor, draft)
    assert GUEST in shown.text()
    assert "مرتين" in shown.text()
    assert "ريم عبود موافق على النص" in shown.one("p", class_="who").text()
    assert "تغيّر النص" not in shown.text()
    publishing.save_draft(draft, {"headline": "عنوان آخر"}, by=editor)
    assert "تغيّر النص بعدها" in section(as_editor, draft).text()


def test_a_guests_note_is_text_on_the_desks_screen(as_editor, editor, draft):
    _link, key = share(draft, editor, guest='<img src=x onerror="alert(1)">')
    note = '<script>alert(1)</script>\n"><svg onload=alert(2)> &lt;b&gt;'
    name = "</p><script>alert(3)</script>"
    guest_links.answer(key, kind=GuestAnswer.Kind.NOTE, name=name, note=note, text_read="")
    shown = section(as_editor, draft)
    assert not shown.all("script")
    assert not shown.all("img")
    assert not shown.all("svg")
    assert shown.one("p", class_="says").text() == " ".join(note.split())
    assert name in shown.text()


def test_a_kept_text_is_bound_on_wish(as_editor, editor, draft):
    as_editor.post(make_address(draft), wish(text="now"))
    kept = ShareLink.objects.get().revision
    publishing.save_draft(draft, {"headline": "عنوان ثانٍ"}, by=editor)
    as_editor.post(make_address(draft), wish(text=str(kept.pk)))
    assert [link.revision for link in ShareLink.objects.all()] == [kept, kept]
    assert section(as_editor, draft).text().count("النسخة") >= 2


@pytest.mark.parametrize("hours", ["0", "73", "720", "-1", "x", ""])
def test_no_other_hour_is_taken(as_editor, draft, hours):
    answer = as_editor.post(make_address(draft), wish(hours=hours))
    assert answer.status_code == 422
    assert not ShareLink.objects.exists()


def test_what_is_missing_is_asked_for_and_nothing_is_lost(as_editor, draft):
    answer = as_editor.post(make_address(draft), wish(guest=" ", hours="24"))
    assert answer.status_code == 422
    assert "اكتب لمن الرابط" in page_of(answer).text()
    chosen = page_of(answer).all("option", value="24")
    assert "selected" in chosen[0].attributes


def test_another_storys_revision_is_no_choice(as_editor, editor, draft):
    foreign = guest_links.keep_present_text(make_article(), by=editor)
    answer = as_editor.post(make_address(draft), wish(text=str(foreign.pk)))
    assert answer.status_code == 422
    assert not ShareLink.objects.exists()


def test_revoking_closes_at_once_and_says_so(as_editor, editor, draft):
    link, key = share(draft, editor)
    answer = as_editor.post(revoke_address(draft, link))
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{screen(draft)}#share")
    assert Client().get(door(key)).status_code == 404
    assert "أُلغي" in section(as_editor, draft).text()


def test_a_link_is_revoked_under_its_own_story_alone(as_editor, editor, draft):
    link, key = share(draft, editor)
    assert as_editor.post(revoke_address(make_article(), link)).status_code == 404
    assert guest_links.find(key)


def test_nothing_happens_by_get(as_editor, editor, draft):
    link, key = share(draft, editor)
    assert as_editor.get(make_address(draft)).status_code == 405
    assert as_editor.get(revoke_address(draft, link)).status_code == 405
    assert guest_links.find(key)
    assert ShareLink.objects.count() == 1


def test_without_the_panels_token_nothing_happens(editor, draft):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    assert strict.post(make_address(draft), wish()).status_code == 403
    assert not ShareLink.objects.exists()


# Foreign stories and crafted posts


@pytest.mark.parametrize("role", ["reporter", "moderator"])
def test_a_foreign_story_is_not_there(role, draft, editor):
    link, key = share(draft, editor)
    stranger = Client()
    stranger.force_login(make_person("stranger", role))
    missing = reverse("admin:articles_article_share", args=[10**9])
    answers = [
        stranger.post(make_address(draft), wish()),
        stranger.post(revoke_address(draft, link)),
        stranger.post(missing, wish()),
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    # Tokens and nonces are new on each page; all else is the same.
    pages = {re.sub(r'(nonce|value)="[^"]{20,}"', "", answer.text) for answer in answers}
    assert len(pages) == 1
    assert guest_links.find(key)
    assert ShareLink.objects.count() == 1


def test_without_an_account_the_way_leads_to_the_log_in(draft, editor):
    link, key = share(draft, editor)
    for address in (make_address(draft), revoke_address(draft, link)):
        assert Client().post(address, wish()).headers["Location"].startswith("/admin/login/")
    assert guest_links.find(key)


def test_a_story_that_left_its_reporter_is_read_and_not_shared(as_reporter, reporter, draft):
    link, key = share(draft, reporter)
    publishing.submit(draft, by=reporter)
    assert as_reporter.post(make_address(draft), wish()).status_code == 403
    shown = section(as_reporter, draft)
    assert not shown.all("form", class_="share-form")
    assert as_reporter.post(revoke_address(draft, link)).status_code == 302
    assert guest_links.find(key) is None


def test_a_colleagues_link_is_not_the_reporters_to_end(as_reporter, reporter, editor, draft):
    publishing.submit(draft, by=reporter)
    link, key = share(draft, editor)
    assert as_reporter.post(revoke_address(draft, link)).status_code == 403
    assert not section(as_reporter, draft).all("button")
    assert guest_links.find(key)


@pytest.mark.parametrize("fixture", ["reporter", "editor", "chief", "admin_person"])
def test_an_embargo_holds_for_every_role(request, fixture, draft, editor):
    publishing.set_embargo(draft, timezone.now() + timedelta(hours=1), by=editor)
    member = Client()
    member.force_login(request.getfixturevalue(fixture))
    shown = section(member, draft)
    assert "تحت حظر النشر" in shown.text()
    assert not shown.all("form")
    answer = member.post(make_address(draft), wish())
    assert "تحت حظر النشر" in said(answer)
    assert not ShareLink.objects.exists()
    assert not draft.revisions.exists()


def test_a_refused_link_keeps_no_revision_behind(as_editor, draft, editor):
    publishing.set_embargo(draft, timezone.now() + timedelta(hours=1), by=editor)
    as_editor.post(make_address(draft), wish(text="now"))
    assert not draft.revisions.exists()


def test_a_live_story_has_no_form(as_editor):
    story = make_article(published=True)
    assert "فأرسل رابطه نفسه" in section(as_editor, story).text()
    answer = as_editor.post(make_address(story), wish())
    assert "فأرسل رابطه نفسه" in said(answer)
    assert not ShareLink.objects.exists()


def test_crafted_fields_change_nothing(as_editor, editor, draft):
    forged = {"key_hash": "0" * 64, "expires_at": "2099-01-01", "article": "1", "made_by": "1"}
    as_editor.post(make_address(draft), wish(**forged))
    link = ShareLink.objects.get()
    assert (link.article, link.made_by) == (draft, editor)
    assert link.key_hash != "0" * 64
    assert link.expires_at <= timezone.now() + timedelta(hours=48)


def test_an_english_panel_speaks_english(as_editor, editor, draft):
    editor.language = "en"
    editor.save()
    _link, key = share(draft, editor)
    Client().get(door(key))
    shown = section(as_editor, draft).text()
    for words in ("Share the draft", "1 time", "Revoke", "Make a link", "two days"):
        assert words in shown


def test_the_screen_costs_the_same_however_many_links_there_are(as_editor, editor, draft):
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            as_editor.get(screen(draft))
        return len(captured)

    def shared_and_answered() -> None:
        _link, key = share(draft, editor)
        kind = GuestAnswer.Kind.NOTE
        guest_links.answer(key, kind=kind, name="ريم", note="ملاحظة", text_read="")

    shared_and_answered()
    few = cost()
    for _time in range(5):
        shared_and_answered()
    assert cost() <= few
