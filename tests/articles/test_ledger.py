"""Corrections: told in five places where readers should know, and nowhere where a letter moved."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing, revisions
from articles.models import Article, AuditEntry, Correction
from articles.publishing import NotReady
from tests.articles.panel import page_of, screen, typed
from tests.factories import make_article

pytestmark = pytest.mark.django_db
WORDS = "ذكرت نسخة سابقة أن الخط يبدأ في فبراير، والصحيح مطلع مارس."
HOUR = timedelta(hours=1)


@pytest.fixture
def story(editor) -> Article:
    yesterday = timezone.now().replace(microsecond=0) - timedelta(days=1)
    return make_article(
        headline="خط جديد إلى الساحل", published=yesterday, created_by=editor,
        body="<p>يبدأ الخط في فبراير.</p>",
    )  # fmt: skip


def correct(story: Article, by, **told) -> Article:
    body = {"body": "<p>يبدأ الخط مطلع مارس.</p>"}
    return publishing.correct(story, body | told, by=by)


def places(client, story: Article) -> dict[str, bool]:
    """Where readers find the words."""
    story.refresh_from_db()
    page = page_of(client.get(story.get_absolute_url()))
    data = json.loads(page.one("script", type="application/ld+json").children[0])
    return {
        "story": WORDS in page.one("article").text(),
        "ledger": WORDS in client.get("/corrections/").text,
        "feed": WORDS in client.get("/corrections/feed/").text,
        "data": WORDS in [entry["text"] for entry in data.get("correction", [])],
        "date": data["dateModified"] != data["datePublished"] and "آخر تحديث" in page.text(),
    }


def test_a_correction_stands_in_all_five_places(client, story, editor):
    correct(story, editor, told="correction", told_text=WORDS)
    assert set(places(client, story).values()) == {True}
    entry = Correction.objects.get()
    assert (entry.kind, entry.by, entry.fields) == ("correction", editor, ["body"])
    assert entry.revision == Article.objects.get().live_revision
    assert "مطلع مارس" in entry.revision.content["body"]
    page = page_of(client.get(story.get_absolute_url()))
    assert page.one("p", class_="fix").text().startswith("تصويب:")


def test_a_mended_letter_stands_in_none_but_the_trail(client, story, editor):
    correct(story, editor)
    assert set(places(client, story).values()) == {False}
    assert not Correction.objects.exists()
    assert AuditEntry.objects.filter(verb="correct").count() == 1


@pytest.mark.parametrize(
    ("kind", "called"), [("correction", "تصويب"), ("clarification", "توضيح"), ("update", "تحديث")]
)
def test_each_kind_is_called_by_its_name(client, story, editor, kind, called):
    correct(story, editor, told=kind, told_text=WORDS)
    assert f"{called}:" in page_of(client.get(story.get_absolute_url())).text()
    assert called in page_of(client.get("/corrections/")).one("article").text()


@pytest.mark.parametrize("kind", ["correction", "clarification"])
def test_an_error_without_words_is_refused_and_nothing_happens(story, editor, kind):
    with pytest.raises(NotReady, match="told_text"):
        correct(story, editor, told=kind, told_text="  ")
    assert "فبراير" in Article.objects.get().body
    publishing.save_draft(story, {"told": kind}, by=editor)
    with pytest.raises(NotReady, match="told_text"):
        publishing.publish(story, by=editor)


def test_an_update_may_speak_by_its_hour_alone(client, story, editor):
    correct(story, editor, told="update")
    assert Article.objects.get().updated_at is not None
    assert not Correction.objects.exists()


def test_a_rewrite_that_waits_tells_when_it_goes_out_and_only_then(client, story, editor):
    words = {"body": "<p>يبدأ الخط مطلع مارس.</p>", "told": "correction", "told_text": WORDS}
    publishing.save_draft(story, words, by=editor)
    assert set(places(client, story).values()) == {False}
    publishing.publish(story, by=editor)
    assert set(places(client, story).values()) == {True}
    assert revisions.working_copy(story).content["told"] == "", "told once"


def test_changes_that_wait_for_their_hour_tell_at_their_hour(client, story, editor):
    words = {"body": "<p>يبدأ الخط مطلع مارس.</p>", "told": "correction", "told_text": WORDS}
    publishing.save_draft(story, words, by=editor)
    hour = timezone.now().replace(microsecond=0) + HOUR
    publishing.publish(story, by=editor, at=hour)
    assert not Correction.objects.exists()
    publishing.tick(hour)
    entry = Correction.objects.get()
    assert (entry.at, entry.text) == (hour, WORDS)
    assert Article.objects.get().updated_at == hour


def test_a_correction_past_a_rewrite_leaves_what_that_will_tell(story, editor):
    rewrite = {"headline": "خط إلى الساحل والجبل", "told": "update", "told_text": "أضيف الجبل."}
    publishing.save_draft(story, rewrite, by=editor)
    correct(story, editor, told="correction", told_text=WORDS)
    assert revisions.working_copy(story).content["told_text"] == "أضيف الجبل."
    publishing.publish(story, by=editor)
    assert list(Correction.objects.values_list("kind", flat=True)) == ["correction", "update"]


def test_a_restored_state_tells_nothing_anew(story, editor):
    from articles import history

    publishing.save_draft(story, {"told": "correction", "told_text": WORDS}, by=editor)
    publishing.publish(story, by=editor)
    live = Article.objects.get().live_revision
    publishing.save_draft(story, {"headline": "عنوان آخر"}, by=editor)
    history.restore(story, str(live.number), by=editor)
    assert revisions.working_copy(story).content["told"] == ""


def test_a_draft_and_a_scheduled_story_tell_nothing(editor):
    draft = make_article(created_by=editor)
    publishing.save_draft(draft, {"told": "correction", "told_text": WORDS}, by=editor)
    publishing.publish(draft, by=editor, at=timezone.now() + HOUR)
    assert not Correction.objects.exists()


def test_a_withdrawn_story_keeps_its_address_and_says_why(client, story, chief, editor):
    correct(story, editor, told="correction", told_text=WORDS)
    publishing.withdraw(story, by=chief, why="المصدر لم يكن حيث قال\nإنه كان.")
    gone = client.get(story.get_absolute_url())
    assert gone.status_code == 410
    assert "المصدر لم يكن حيث قال إنه كان." in page_of(gone).one("main").text()
    ledger = client.get("/corrections/").text
    assert "المصدر لم يكن" in ledger
    assert WORDS not in ledger, "its corrections quote it"
    for words in ("خط جديد", story.slug):
        assert words not in ledger
        assert words not in client.get("/corrections/feed/").text
    assert story.code in ledger


def test_a_withdrawn_story_without_a_reason_says_that_it_was_withdrawn(client, story, chief):
    publishing.withdraw(story, by=chief)
    assert "سُحب" in page_of(client.get(story.get_absolute_url())).one("main").text()
    assert not Correction.objects.exists()


def test_a_story_that_comes_back_is_no_retraction_any_more(client, story, chief):
    publishing.withdraw(story, by=chief, why="للتحقّق")
    publishing.publish(story, by=chief)
    assert "للتحقّق" not in client.get("/corrections/").text
    assert "للتحقّق" not in client.get(story.get_absolute_url()).text


def test_a_reason_that_is_too_long_withdraws_nothing(story, chief):
    with pytest.raises(NotReady, match="why_long"):
        publishing.withdraw(story, by=chief, why="كلمة " * 200)
    assert Article.objects.live().exists()


def test_the_ledger_goes_by_pages_and_costs_the_same(
    client, story, editor, django_assert_max_num_queries
):
    for n in range(45):
        Correction.objects.create(
            article=story, kind="correction", text=f"تصويب رقم {n}", at=timezone.now() - n * HOUR
        )
    with django_assert_max_num_queries(7):
        first = client.get("/corrections/")
    assert len(page_of(first).one("div", class_="ledger").all("article")) == 20
    assert "تصويب رقم 44" in client.get("/corrections/?page=3").text
    assert client.get("/corrections/?page=4").status_code == 404
    assert client.get("/corrections/?page=x").status_code == 404


def test_an_empty_ledger_says_so(client, db):
    assert "لا تصويبات بعد" in client.get("/corrections/").text


def test_the_words_cannot_break_out(client, story, editor):
    hostile = "</script><script>alert(1)</script>\u202e كلمة"
    correct(story, editor, told="correction", told_text=hostile)
    page = client.get(story.get_absolute_url()).text
    assert "<script>alert" not in page
    assert "<script>alert" not in client.get("/corrections/").text


# On the screens


def test_the_desk_chooses_on_the_storys_screen(client, story, editor):
    client.force_login(editor)
    told = {"told": "correction", "told_text": WORDS, "body": "<p>مطلع مارس.</p>"}
    client.post(screen(story), typed(story.category, _continue="1", headline="عنوان", **told))
    shown = page_of(client.get(screen(story)))
    assert shown.one("textarea", name="told_text").text() == WORDS
    assert not Correction.objects.exists()
    client.post(screen(story), typed(story.category, _publish="1", headline="عنوان", **told))
    assert Correction.objects.get().text == WORDS


def test_before_publication_nobody_is_asked_what_to_tell(client, editor, reporter):
    draft = make_article(created_by=reporter)
    for person in (reporter, editor):
        client.force_login(person)
        assert not page_of(client.get(screen(draft))).all("textarea", name="told_text")


def test_a_refused_correction_keeps_what_was_typed(client, story, editor):
    client.force_login(editor)
    address = f"/admin/articles/article/{story.pk}/correct/"
    opened = page_of(client.get(address))
    sent = typed(
        story.category, headline=story.headline, body="<p>مطلع مارس.</p>", standfirst="",
        based_on=opened.one("input", name="based_on").attributes["value"],
        told="correction", told_text="",
    )  # fmt: skip
    looked = page_of(client.post(address, sent | {"_look": "1"}))
    seen = looked.one("input", name="seen").attributes["value"]
    refused = client.post(address, sent | {"_send": "1", "seen": seen})
    assert refused.status_code == 422
    assert "مطلع مارس" in refused.text
    assert "ما الخطأ وما الصواب" in refused.text
    sent["told_text"] = WORDS
    assert client.post(address, sent | {"_send": "1", "seen": seen}).status_code == 302
    assert Correction.objects.get().text == WORDS


def test_the_screen_asks_why_a_story_is_withdrawn(client, story, chief):
    client.force_login(chief)
    sent = typed(story.category, _withdraw="1", headline=story.headline, why="خطأ في المصدر")
    client.post(screen(story), sent)
    assert Correction.objects.get().text == "خطأ في المصدر"
