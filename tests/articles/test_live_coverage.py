"""A live story: entries before readers at once, in their order, once each; machines know it too."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from articles import live_coverage
from articles.models import Article, AuditEntry, Correction, LiveEntry
from articles.publishing import NotReady
from tests.articles.markup import Document
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(editor) -> Article:
    return live_coverage.begin(make_article(headline="فيضان الوردان", published=True), by=editor)


def add(story, text: str, by, **options):
    options.setdefault("press", f"{text[:20]}-{LiveEntry.objects.count()}")
    return live_coverage.add(story, text, by=by, **options)


def page(client, story, query: str = "") -> Document:
    return Document.of(client.get(f"{story.get_absolute_url()}{query}"))


def heard(client, story, after: int = 0) -> dict:
    return client.get(reverse("articles:live", args=[story.code]), {"after": after}).json()


def test_an_entry_is_before_readers_at_once_and_moves_the_storys_date(client, editor, story):
    before = story.updated_at
    add(story, "وصل الماء إلى الجسر الثاني.\nأُخليت المدرسة.", editor, headline="الماء عند الجسر")
    shown = page(client, story)
    entry = shown.one("li", class_="entry")
    assert entry.one("h3").text() == "الماء عند الجسر"
    assert [p.text() for p in entry.all("p")][1:] == [
        "وصل الماء إلى الجسر الثاني.",
        "أُخليت المدرسة.",
    ]
    assert "مباشر" in shown.one("p", class_="live-label").text()
    story.refresh_from_db()
    assert story.updated_at != before
    assert AuditEntry.objects.filter(verb="add_entry", who=editor.pk).exists()


def test_entries_stand_the_newest_first_the_pinned_over_all(client, editor, story):
    first, *_rest = [add(story, f"مستجدّ {n}", editor) for n in range(3)]
    live_coverage.pin(first, by=editor)
    entries = page(client, story).all("li", class_="entry")
    assert [e.all("p")[1].text() for e in entries] == ["مستجدّ 0", "مستجدّ 2", "مستجدّ 1"]
    assert "مثبّت" in entries[0].text()


def test_one_is_pinned_at_most(editor, story):
    first, second = add(story, "أول", editor), add(story, "ثان", editor)
    live_coverage.pin(first, by=editor)
    live_coverage.pin(second, by=editor)
    assert list(LiveEntry.objects.filter(is_pinned=True)) == [second]
    with pytest.raises(IntegrityError), transaction.atomic():
        LiveEntry.objects.filter(pk=first.pk).update(is_pinned=True)
    live_coverage.pin(second, by=editor)
    assert not LiveEntry.objects.filter(is_pinned=True).exists()


def test_key_moments_head_the_page_and_lead_to_their_entries(client, editor, story):
    key = add(story, "سقط الجسر القديم", editor, key=True, headline="سقوط الجسر")
    add(story, "تفصيل", editor)
    moments = page(client, story).one("nav", class_="moments")
    assert "سقوط الجسر" in moments.text()
    assert moments.one("a").attributes["href"] == f"#entry-{key.pk}"


def test_the_same_press_is_one_entry(editor, story):
    entries = {add(story, "مرّة واحدة", editor, press="p").pk for _press in range(3)}
    assert len(entries) == LiveEntry.objects.count() == 1


def test_more_than_a_page_leads_on_by_a_plain_link(client, editor, story):
    for number in range(live_coverage.SHOWN + 5):
        add(story, f"مستجدّ {number}", editor)
    first = page(client, story)
    assert len(first.all("li", class_="entry")) == live_coverage.SHOWN
    link = first.one("section", class_="live").all("a", class_="onward")[0].attributes["href"]
    earlier = page(client, story, link.partition("#")[0])
    assert len(earlier.all("li", class_="entry")) == 5
    for crafted in ("?before=x", "?before=", "?before=-1", "?before=" + "9" * 40):
        assert client.get(f"{story.get_absolute_url()}{crafted}").status_code == 200


@pytest.mark.parametrize("hidden", ["draft", "scheduled", "withdrawn", "embargo"])
def test_nothing_of_a_story_that_readers_do_not_have_is_told(client, editor, chief, hidden):
    soon = timezone.now() + timedelta(hours=2)
    story = {
        "draft": make_article,
        "scheduled": lambda: make_article(published=soon),
        "withdrawn": lambda: make_article(state="withdrawn"),
        "embargo": lambda: make_article(published=soon, embargo_until=soon),
    }[hidden]()
    live_coverage.begin(story, by=editor)
    add(story, "كلمة سرّية واحدة", editor)
    for address in (story.get_absolute_url(), reverse("articles:live", args=[story.code]), "/"):
        assert "سرّية" not in client.get(address).text
    assert client.get(reverse("articles:live", args=[story.code])).status_code == 404


def test_a_correction_of_an_entry_is_told_where_all_are(client, editor, story):
    entry = add(story, "أُخليت خمس قرى.", editor)
    live_coverage.reword(entry, "أُخليت ثلاث قرى.", by=editor, told="الصحيح ثلاث قرى لا خمس.")
    text = page(client, story).text()
    assert "أُخليت خمس" not in text
    assert "صُحّح" in page(client, story).one("p", class_="when").text()
    assert "الصحيح ثلاث قرى لا خمس." in text
    assert "الصحيح ثلاث قرى لا خمس." in client.get("/corrections/").text
    live_coverage.reword(entry, "أُخليت ثلاث قرى!", by=editor)
    assert Correction.objects.count() == 1, "a small mend is told nobody"


def test_what_is_taken_back_is_gone_everywhere(client, editor, story):
    entry = add(story, "لم يحدث هذا", editor, key=True)
    live_coverage.pin(entry, by=editor)
    live_coverage.take_back(entry, by=editor)
    assert "لم يحدث هذا" not in client.get(story.get_absolute_url()).text
    assert heard(client, story)["number"] == 0


def test_a_page_asks_what_came_since_by_two_questions(
    client, editor, story, django_assert_max_num_queries
):
    first = add(story, "أول", editor)
    for number in range(3):
        add(story, f"<b>لاحق {number}</b> & co", editor)
    with django_assert_max_num_queries(2):
        news = heard(client, story, first.pk)
    assert news["number"] == 3
    assert news["said"] == "3 مستجدّات جديدة"
    assert "&lt;b&gt;" in news["html"]
    assert "<b>لاحق" not in news["html"]
    assert heard(client, story, news["newest"])["number"] == 0
    for crafted in ("x", "-1", "9" * 50, "1 OR 1=1"):
        assert (
            client.get(reverse("articles:live", args=[story.code]), {"after": crafted}).status_code
            == 200
        )


def test_a_thousand_who_ask_cost_a_mark(client, editor, story):
    add(story, "أول", editor)
    address = reverse("articles:live", args=[story.code])
    answer = client.get(address)
    assert answer.headers["Cache-Control"] == "public, max-age=5"
    assert not answer.cookies
    again = client.get(address, headers={"if-none-match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_once_it_has_ended_nothing_follows_and_nobody_asks(client, editor, story):
    add(story, "أول", editor)
    assert "live" in client.get(story.get_absolute_url()).text
    live_coverage.end(story, by=editor)
    with pytest.raises(NotReady, match="over"):
        add(story, "متأخر", editor)
    text = client.get(story.get_absolute_url()).text
    assert "data-live" not in text
    assert "أول" in text
    assert heard(client, story)["over"] is True
    live_coverage.begin(story, by=editor)
    add(story, "يستمرّ", editor)


def test_machines_read_a_live_blog(client, editor, story):
    add(story, "وصل الماء إلى الجسر.", editor, headline="الماء عند الجسر")
    add(story, "بلا عنوان", editor)
    data = Document.of(client.get(story.get_absolute_url())).all(
        "script", type="application/ld+json"
    )
    told = json.loads("".join(map(str, data[0].children)))
    assert told["@type"] == "LiveBlogPosting"
    assert told["coverageStartTime"]
    assert "coverageEndTime" not in told
    newest, first = told["liveBlogUpdate"]
    assert first["headline"] == "الماء عند الجسر"
    assert first["articleBody"] == "وصل الماء إلى الجسر."
    assert newest["headline"] == "بلا عنوان"
    assert first["datePublished"].endswith("+03:00")
    live_coverage.end(story, by=editor)
    assert "coverageEndTime" in client.get(story.get_absolute_url()).text


def test_cards_say_that_it_is_live(client, editor, story):
    assert "مباشر" in Document.of(client.get("/")).one("article", class_="lead").text()
    live_coverage.end(story, by=editor)
    assert "مباشر" not in Document.of(client.get("/")).one("article", class_="lead").text()


def test_only_who_may_publish_covers_live(reporter, moderator, editor):
    story = make_article(published=True, created_by=reporter)
    for person in (reporter, moderator):
        with pytest.raises(PermissionDenied):
            live_coverage.begin(story, by=person)
    with pytest.raises(NotReady, match="not_covered"):
        add(story, "قبل البداية", editor)


@pytest.mark.parametrize(
    ("text", "code"), [("", "entry"), (" \n ", "entry"), ("ع" * 5001, "entry_long")]
)
def test_an_entry_needs_words_and_is_one_thing(editor, story, text, code):
    with pytest.raises(NotReady, match=code):
        add(story, text, editor)


def test_a_story_that_is_not_live_costs_no_question_more(
    client, editor, story, django_assert_num_queries
):
    plain = make_article(published=True)
    client.get(plain.get_absolute_url())
    with django_assert_num_queries(live_coverage_cost := 0):
        assert live_coverage.coverage(plain) is None
    assert live_coverage_cost == 0


# The desk


def screen(story) -> str:
    return reverse("admin:articles_article_live", args=[story.pk])


def test_the_desk_adds_marks_and_takes_back_by_plain_buttons(client, editor, story):
    client.force_login(editor)
    sent = {"act": "add", "body": "وصل الماء.", "headline": "", "press": "one", "key": "on"}
    assert client.post(screen(story), sent).status_code == 302
    assert client.post(screen(story), sent).status_code == 302
    entry = LiveEntry.objects.get()
    assert entry.is_key
    client.post(screen(story), {"act": "pin", "entry": entry.pk})
    client.post(screen(story), {"act": "reword", "entry": entry.pk, "body": "وصل الماء إلى الجسر.",
                                "headline": "", "told": ""})  # fmt: skip
    entry.refresh_from_db()
    assert (entry.is_pinned, entry.body) == (True, "<p>وصل الماء إلى الجسر.</p>")
    client.post(screen(story), {"act": "back", "entry": entry.pk})
    entry.refresh_from_db()
    assert entry.taken_back_at
    client.post(screen(story), {"act": "end"})
    story.refresh_from_db()
    assert story.live_until


def test_what_is_wrong_is_said_and_what_was_typed_stays(client, editor, story):
    client.force_login(editor)
    answer = client.post(screen(story), {"act": "add", "body": " ", "headline": "عنوان كُتب الآن"})
    assert answer.status_code == 422
    assert "عنوان كُتب الآن" in answer.text
    assert "اكتب ماذا حدث" in answer.text
    other = live_coverage.begin(make_article(published=True), by=editor)
    foreign = add(other, "في خبر آخر", editor)
    assert client.post(screen(story), {"act": "pin", "entry": foreign.pk}).status_code == 404
    assert client.post(screen(story), {"act": "x"}).status_code == 404
