"""Notes of the desk on a story and its passages."""

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles import notes, publishing
from articles.models import Article, AuditEntry, Note
from tests.articles.panel import screen
from tests.factories import make_article

pytestmark = pytest.mark.django_db
BODY = "<p>قال إن «الجسر أقوى مما كان» ومضى.</p><p>ثم <strong>غادر الوفد</strong> المدينة.</p>"
SECRET = "هل عندنا تقرير هندسي يسند هذا"


@pytest.fixture
def story(reporter) -> Article:
    return make_article(created_by=reporter, body=BODY)


def post(client, story, words="", **fields):
    url = reverse("admin:articles_article_note", args=[story.pk])
    return client.post(url, {"note": words, **fields}, headers={"Accept": "application/json"})


def test_a_note_is_written_answered_settled_and_taken_up_again(story, reporter, editor):
    first = notes.write(story, SECRET, by=editor, quote="الجسر  أقوى مما كان", paragraph="…")
    second = notes.answer(first, "أرسلوه.", by=reporter)
    notes.answer(second, "شكرًا.", by=editor)
    (thread,) = notes.threads(story, story.body)
    assert thread.note.quote == "الجسر أقوى مما كان"
    assert [note.body for note in thread.replies] == ["أرسلوه.", "شكرًا."]
    notes.resolve(second, by=reporter)
    notes.resolve(first, by=editor)
    first.refresh_from_db()
    assert first.resolved_by == reporter
    notes.answer(first, "بل نعود إليه.", by=editor)
    first.refresh_from_db()
    assert (first.resolved_at, first.resolved_by) == (None, None)


def test_each_act_is_recorded_and_no_word_of_a_note(story, reporter, editor):
    first = notes.write(story, SECRET, by=editor)
    notes.resolve(first, by=reporter)
    notes.resolve(first, by=editor)  # settled already: no act
    second = notes.answer(first, "أرسلوه.", by=reporter)
    with pytest.raises(notes.SaysNothing):
        notes.answer(first, " ", by=reporter)
    entries = AuditEntry.objects.order_by("number")
    assert [(entry.verb, entry.who, entry.changes["note"][1]) for entry in entries] == [
        ("note", editor.pk, first.pk),
        ("settle_note", reporter.pk, first.pk),
        ("reopen_note", reporter.pk, first.pk),
        ("answer_note", reporter.pk, second.pk),
    ]
    assert {(entry.kind, entry.thing) for entry in entries} == {("articles.article", story.pk)}
    written = str(list(entries.values()))
    assert SECRET not in written
    assert "أرسلوه" not in written


def test_open_threads_stand_first(story, editor):
    settled = notes.write(story, "قديمة", by=editor)
    notes.resolve(settled, by=editor)
    notes.write(story, "جديدة", by=editor)
    assert [one.note.body for one in notes.threads(story, BODY)] == ["جديدة", "قديمة"]


@pytest.mark.parametrize(
    ("quote", "is_lost"),
    [("الجسر أقوى", False), ("ثم غادر الوفد المدينة", False), ("الجسر أضعف", True), ("", False)],
)
def test_a_passage_that_was_deleted_is_shown_as_such(story, editor, quote, is_lost):
    notes.write(story, "؟", by=editor, quote=quote)
    (thread,) = notes.threads(story, story.body)
    assert thread.is_lost is is_lost


def test_a_mention_reaches_those_who_may_see_the_story(story, reporter, editor, moderator):
    note = notes.write(story, "@reporter اطلبيه، و@editor. @moderator @nobody", by=editor)
    assert [person.username for person in note.mentioned.all()] == ["reporter"]
    note = notes.write(story, "اسأل @editor، ثم @reporter.", by=editor)
    assert notes.pieces(note) == [
        ("اسأل ", False), ("@editor", True), ("، ثم ", False), ("@reporter", True), (".", False),
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["", "  \n ", "\x00"])
def test_a_note_says_something(story, editor, words):
    with pytest.raises(notes.SaysNothing):
        notes.write(story, words, by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Note.objects.create(article=story, body="", by=editor)


def test_an_answer_has_no_passage_of_its_own(story, editor):
    first = notes.write(story, "أولى", by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Note.objects.create(article=story, parent=first, quote="نعم", body="ثانية", by=editor)


def test_who_may_not_see_the_story_neither_reads_nor_writes(client, story, moderator, editor):
    note = notes.write(story, SECRET, by=editor)
    for verb in (notes.resolve, notes.reopen):
        with pytest.raises(PermissionDenied):
            verb(note, by=moderator)
    with pytest.raises(PermissionDenied):
        notes.write(story, "نعم", by=moderator)
    other = get_user_model().objects.create_user("other", password="a", is_staff=True)
    other.groups.set(story.created_by.groups.all())
    client.force_login(other)
    settle = reverse("admin:articles_article_settle", args=[story.pk, note.pk])
    assert post(client, story, "نعم").status_code == 404
    assert client.post(settle).status_code == 404
    assert post(client, Article(pk=99_999), "نعم").status_code == 404
    assert Note.objects.count() == 1


def test_the_screen_shows_threads_and_a_script_gets_them_anew(as_reporter, story, editor):
    notes.write(story, f"{SECRET} <b>", by=editor, quote="الجسر أقوى")
    shown = as_reporter.get(screen(story)).content.decode()
    assert SECRET in shown
    assert "&lt;b&gt;" in shown
    told = post(as_reporter, story, "ردّ جديد", parent=Note.objects.get().pk, body="<p>خلا</p>")
    assert "ردّ جديد" in told.json()["html"]
    assert "لم يعد هذا المقطع في النص" in told.json()["html"]
    assert post(as_reporter, story, " ").status_code == 400


def test_without_script_the_screen_comes_back(as_editor, story):
    answer = as_editor.post(
        reverse("admin:articles_article_note", args=[story.pk]), {"note": SECRET}
    )
    assert answer.url == f"{screen(story)}#notes"
    note = Note.objects.get()
    settle = reverse("admin:articles_article_settle", args=[story.pk, note.pk])
    as_editor.post(settle)
    note.refresh_from_db()
    assert note.resolved_at
    as_editor.post(settle, {"reopen": "1"})
    note.refresh_from_db()
    assert not note.resolved_at
    assert as_editor.get(settle).status_code == 405


def test_a_note_of_another_story_is_none_of_this(as_editor, story, editor):
    foreign = notes.write(make_article(), "هناك", by=editor)
    assert post(as_editor, story, "نعم", parent=foreign.pk).status_code == 404
    assert post(as_editor, story, "نعم", parent="x").status_code == 404
    settle = reverse("admin:articles_article_settle", args=[story.pk, foreign.pk])
    assert as_editor.post(settle).status_code == 404


def test_who_sees_a_story_that_is_not_theirs_to_edit_may_still_answer(as_reporter, story, editor):
    publishing.submit(story, by=editor)
    notes.write(story, SECRET, by=editor)
    assert SECRET in as_reporter.get(screen(story)).content.decode()
    assert post(as_reporter, story, "نعم").status_code == 200


def test_no_reader_ever_gets_a_note(reader, story, editor):
    notes.write(story, SECRET, by=editor, quote="الجسر أقوى")
    publishing.publish(story, by=editor)
    story.refresh_from_db()
    for address in (story.get_absolute_url(), "/", "/feed/", "/latest/", "/search/?q=تقرير"):
        assert SECRET not in reader.get(address).content.decode()
    kept = story.revisions.filter(role="kept").values_list("content", flat=True)
    assert SECRET not in str(list(kept))


def test_notes_go_with_their_story_and_stay_when_their_writer_leaves(story, editor):
    note = notes.write(story, SECRET, by=editor)
    editor.delete()
    note.refresh_from_db()
    assert note.by is None
    story.delete()
    assert not Note.objects.exists()
