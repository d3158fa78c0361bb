"""The page of a guest: the draft in the readers' own type, for one person, until its hour."""

import logging
import re
from datetime import timedelta

import pytest
from django.conf import settings as house
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import guest_links, publishing
from articles.models import Article, ShareLink
from tests.articles.guests import CANARY, GUEST, door, share
from tests.articles.panel import page_of
from tests.factories import make_article, make_author, make_picture, make_video

pytestmark = pytest.mark.django_db

UNKNOWN = door("x" * 43)


def over(link: ShareLink) -> None:
    ago = timezone.now() - timedelta(hours=1)
    ShareLink.objects.filter(pk=link.pk).update(made_at=ago - timedelta(hours=1), expires_at=ago)


# What the guest sees


def test_the_draft_stands_in_the_readers_own_page(opened, draft):
    shown = page_of(opened[2])
    assert shown.one("h1").text() == draft.headline
    assert draft.plain_text in shown.one("div", class_="body").text()
    assert shown.one("a", rel="author").text() == "نادر بوخطوة"
    assert f"{CANARY} وسم" in shown.one("section", class_="tags").text()
    assert "سنابل قمح" in shown.one("figure", class_="lead-picture").one("img").attributes["alt"]


def test_the_banner_says_what_it_is_for_whom_and_until_when(opened, draft):
    banner = page_of(opened[2]).one("aside", class_="draft-banner").text()
    assert "مسودة لم تُنشر" in banner
    assert "سلمى الحداد" in banner
    assert GUEST in banner
    assert re.search(r"حتى \d{1,2} \S+ \d{4}، \d{1,2}:\d\d", banner)


def test_the_guests_name_lies_over_every_screen(opened):
    marks = page_of(opened[2]).one("div", class_="watermark")
    assert marks.attributes["aria-hidden"] == "true"
    assert marks.text().count(GUEST) >= 40


def test_who_shared_it_is_named_by_no_login_name(draft, editor, guest):
    editor.first_name = editor.last_name = ""
    editor.save()
    _link, key = share(draft, editor)
    banner = page_of(guest.get(door(key))).one("aside", class_="draft-banner").text()
    assert editor.username not in banner
    assert "غرفة الأخبار" in banner


def test_there_is_nothing_around_it(opened, draft):
    make_article(published=True, category=draft.category)
    shown = page_of(opened[2])
    for kind in ("share", "neighbours", "short-address", "block", "comments"):
        assert not shown.all(class_=kind), kind
    assert not shown.all("form", id="comment-form")
    assert not shown.all("script")
    assert not shown.all("iframe")
    assert not [one for one in shown.all("meta") if "property" in one.attributes]
    assert draft.headline not in shown.one("title").text()
    assert draft.code not in opened[2].text


def test_when_it_is_to_be_published_is_nobodys_business(editor, guest):
    hour = timezone.now() + timedelta(days=3)
    _link, key = share(make_article(published=hour), editor)
    shown = page_of(guest.get(door(key)))
    assert not shown.one("main").all("time")
    assert "datePublished" not in guest.get(door(key)).text


def test_the_working_copy_is_shown_with_its_tags_and_authors(draft, editor, guest):
    _link, key = share(draft, editor)
    second = make_author("هدى قاسم")
    typed = {"headline": "عنوان ثانٍ", "tags": ["المرفأ"], "authors": [second.pk, 10**9]}
    publishing.save_draft(draft, typed, by=editor)
    shown = page_of(guest.get(door(key)))
    assert shown.one("h1").text() == "عنوان ثانٍ"
    assert [author.text() for author in shown.all("a", rel="author")] == ["هدى قاسم"]
    assert "المرفأ" in shown.one("section", class_="tags").text()


def test_of_a_scheduled_story_the_rewrite_is_shown_without_what_is_gone(editor, guest):
    story = make_article(published=timezone.now() + timedelta(hours=3))
    _link, key = share(story, editor)
    typed = {"headline": "عنوان ثانٍ", "tags": ["وسم لم يُعرف بعد"]}
    publishing.save_draft(story, typed | {"lead_picture": 10**9, "video": 10**9}, by=editor)
    shown = page_of(guest.get(door(key)))
    assert shown.one("h1").text() == "عنوان ثانٍ"
    assert "وسم لم يُعرف بعد" in shown.one("section", class_="tags").text()
    assert not shown.all("figure", class_="lead-picture")


def test_a_kept_text_is_shown_as_it_was(draft, editor, guest):
    kept = guest_links.keep_present_text(draft, by=editor)
    _link, key = share(draft, editor, revision=kept)
    publishing.save_draft(draft, {"headline": "عنوان ثانٍ"}, by=editor)
    shown = page_of(guest.get(door(key)))
    assert shown.one("h1").text() == draft.headline
    assert "عنوان ثانٍ" not in shown.text()


def test_showing_a_draft_changes_no_row(draft, editor, guest):
    publishing.save_draft(draft, {"headline": "عنوان ثانٍ", "tags": ["جديد"]}, by=editor)
    before = Article.objects.values().get(pk=draft.pk), list(draft.revisions.values())
    _link, key = share(draft, editor)
    assert guest.get(door(key)).status_code == 200
    assert (Article.objects.values().get(pk=draft.pk), list(draft.revisions.values())) == before


def test_the_guest_sees_the_pictures_and_the_film_of_the_draft(draft, editor, guest):
    draft.video = make_video()
    draft.body += f'<figure data-picture="{make_picture().pk}"></figure>'
    draft.save()
    _link, key = share(draft, editor)
    shown = page_of(guest.get(door(key)))
    shown_files = (*shown.all("img"), *shown.all("source"))
    files = [one.attributes["src"] for one in shown_files if "src" in one.attributes]
    assert any(name.endswith(".webm") for name in files)
    assert any(name.endswith(".jpg") for name in files)
    for address in files:
        assert guest.get(address).status_code == 200, address


def test_a_player_of_another_site_is_a_link(draft, editor, guest):
    draft.body = '<figure data-embed="https://www.youtube.com/watch?v=dQw4w9WgXcQ"></figure>'
    draft.save()
    _link, key = share(draft, editor)
    answer = guest.get(door(key))
    assert "frame-src 'none'" in answer.headers["Content-Security-Policy"]
    links = page_of(answer).one("figure", class_="embed").all("a")
    assert [link.attributes["href"] for link in links]


# What goes with it


def test_it_is_kept_indexed_and_named_by_nobody(opened):
    headers = opened[2].headers
    assert headers["Cache-Control"] == "private, no-store"
    assert "noindex" in headers["X-Robots-Tag"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page_of(opened[2]).one("meta", name="robots").attributes["content"]
    assert not opened[2].cookies
    assert "cookie" not in headers.get("Vary", "").lower()


def test_its_policy_runs_nothing_and_frames_nothing(opened):
    policy = opened[2].headers["Content-Security-Policy"]
    for rule in ("default-src 'none'", "script-src 'none'", "connect-src 'none'", "sandbox "):
        assert rule in policy
    assert "allow-scripts" not in policy
    assert "unsafe" not in policy
    assert "https:" not in policy


def test_the_policies_of_other_pages_are_as_they_were(guest, db):
    assert "sandbox" not in guest.get("/").headers["Content-Security-Policy"]
    assert house.COPY_LINK.source in guest.get("/").headers["Content-Security-Policy"]


def test_the_key_stands_in_no_address_of_the_page(opened):
    _link, key, answer = opened
    assert key not in answer.text


def test_a_member_of_the_desk_gets_the_same_page(opened, editor):
    member = Client()
    member.force_login(editor)
    answer = member.get(door(opened[1]))
    assert answer.content == opened[2].content
    assert not answer.cookies


def test_a_look_by_head_is_not_an_opening(draft, editor, guest):
    link, key = share(draft, editor)
    answer = guest.head(door(key))
    assert (answer.status_code, answer.content) == (200, b"")
    assert "noindex" in answer.headers["X-Robots-Tag"]
    link.refresh_from_db()
    assert link.times_opened == 0
    guest.get(door(key))
    guest.get(door(key), headers={"User-Agent": "WhatsApp/2.24"})
    link.refresh_from_db()
    assert link.times_opened == 2


def test_an_address_without_its_last_stroke_opens_too(draft, editor, guest):
    _link, key = share(draft, editor)
    answer = guest.get(door(key).removesuffix("/"))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"


# Nothing there


def test_wrong_over_revoked_and_unknown_are_the_same_bytes(
    draft, editor, chief, guest, monkeypatch
):
    (late, one), (closed, two) = share(draft, editor), share(draft, editor)
    over(late)
    guest_links.revoke(closed, by=editor)
    withdrawn = make_article()
    _link, three = share(withdrawn, editor)
    publishing.publish(withdrawn, by=editor)
    publishing.withdraw(withdrawn, by=chief)
    nothing = guest.get("/nothing-stands-here/")
    asked = [door(one), door(two), door(three), UNKNOWN, door(one).removesuffix("/"), "/shared/x/"]
    asked += [f"{door(key)}thanks/" for key in (one, two, three)]
    for method in (guest.get, guest.head):
        answers = [method(address) for address in asked]
        assert {answer.status_code for answer in answers} == {404}
        assert {answer.content for answer in answers} == {method("/nothing-stands-here/").content}
    assert nothing.status_code == 404
    headers = [guest.get(door(key)).headers for key in (one, two, three, "x" * 43)]
    assert headers[0] == headers[1] == headers[2] == headers[3]


def test_under_embargo_it_is_not_there(draft, editor, guest):
    link, key = share(draft, editor)
    publishing.set_embargo(draft, timezone.now() + timedelta(hours=1), by=editor)
    answers = guest.get(door(key)), guest.get(UNKNOWN)
    assert answers[0].content == answers[1].content
    assert CANARY not in answers[0].text
    link.refresh_from_db()
    assert link.times_opened == 0


def test_once_live_the_link_leads_to_the_story(draft, editor, guest):
    link, key = share(draft, editor)
    publishing.publish(draft, by=editor)
    draft.refresh_from_db()
    for method in (guest.get, guest.head):
        answer = method(door(key))
        assert (answer.status_code, answer.headers["Location"]) == (302, draft.get_absolute_url())
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
    link.refresh_from_db()
    assert link.times_opened == 0
    over(link)
    assert guest.get(door(key)).status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options", "trace"])
def test_other_methods_do_nothing(draft, editor, guest, method):
    _link, key = share(draft, editor)
    answer = getattr(guest, method)(door(key))
    assert answer.status_code == 405
    assert CANARY not in answer.text


def test_hundreds_of_guesses_find_nothing_and_cost_one_look_each(draft, editor):
    share(draft, editor)
    assert [n for n in range(300) if guest_links.find(f"{n:043d}")] == []
    with CaptureQueriesContext(connection) as looks:
        guest_links.find("x" * 43)
    assert len(looks) == 1


def test_no_line_of_the_log_holds_a_key(draft, editor, guest, caplog):
    link, key = share(draft, editor)
    with caplog.at_level(logging.DEBUG):
        guest.get(door(key))
        guest.post(door(key), {"kind": "note", "name": "ريم", "note": "نعم"})
        guest.put(door(key))
        Client(headers={"Sec-Fetch-Site": "cross-site"}).post(door(key), {})
        over(link)
        guest.get(door(key))
        guest.get(f"{door(key)}thanks/")
    lines = " ".join(record.getMessage() for record in caplog.records)
    assert "/shared/…" in lines
    assert key not in lines


def test_nothing_of_the_draft_is_public_because_of_its_link(opened, draft, guest):
    pages = [
        "/", "/feed/", "/feed/atom/", "/feed/json/", "/sitemap.xml", "/sitemap-1.xml", "/latest/",
        draft.category.get_absolute_url(), f"{draft.category.get_absolute_url()}feed/",
        draft.get_absolute_url(), draft.short_url, f"/search/?q={CANARY}",
        f"/search/suggest/?q={CANARY}", draft.tags.get().get_absolute_url(), "/robots.txt",
        draft.authors.get().get_absolute_url(),
    ]  # fmt: skip
    for address in pages:
        text = guest.get(address).text.replace(f'value="{CANARY}"', "")
        assert f"تحقيق {CANARY}" not in text, address
        assert f"{CANARY} وسم" not in text, address
        assert opened[1] not in text, address
        assert GUEST not in text, address


def test_no_public_page_tells_of_links_or_answers(opened, draft, editor, guest):
    link, key, _page = opened
    guest.post(door(key), {"kind": "note", "name": "ريم عبود", "note": "سرّ بيننا"})
    publishing.publish(draft, by=editor)
    text = guest.get(draft.get_absolute_url()).text
    assert draft.headline in text
    for secret in (GUEST, "ريم عبود", "سرّ بيننا", link.key_hash, "/shared/"):
        assert secret not in text
