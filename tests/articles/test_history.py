"""The states that a story had: found, named, brought back; and none that readers see is lost."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, models, transaction
from django.db.models import RestrictedError
from django.utils import timezone

from articles import history, publishing, revisions
from articles.history import LIVE, WORKING, NoSuchState, NotNamed
from articles.models import Article, Revision
from tests.factories import BODY, make_article, make_author, make_category, make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(editor) -> Article:
    words = {"headline": "عودة القطار الساحلي", "body": BODY, "category": make_category().pk}
    return publishing.publish(publishing.start(words, by=editor), by=editor)


def kept(story) -> list[tuple[int, str, str]]:
    return [(one.number, one.role, one.content["headline"]) for one in story.revisions.all()]


def later(story) -> None:
    moment = timezone.now() - revisions.SITTING - timedelta(minutes=1)
    story.revisions.filter(role="working").update(changed_at=moment)


def test_one_sitting_is_one_revision_and_the_next_person_begins_another(story, editor, chief):
    for words in ("أول", "ثانٍ"):
        publishing.save_draft(story, {"headline": words}, by=editor)
    publishing.save_draft(story, {"headline": "ثالث"}, by=chief)
    assert kept(story) == [
        (3, "working", "ثالث"), (2, "kept", "ثانٍ"), (1, "kept", "عودة القطار الساحلي"),
    ]  # fmt: skip
    assert [one.by for one in story.revisions.all()] == [chief, editor, editor]


def test_a_long_pause_begins_another_revision_and_a_save_without_a_change_none(story, editor):
    publishing.save_draft(story, {"headline": "أول"}, by=editor)
    later(story)
    publishing.save_draft(story, {"headline": "أول"}, by=editor)
    assert len(kept(story)) == 2
    publishing.save_draft(story, {"headline": "ثانٍ"}, by=editor)
    assert kept(story)[:2] == [(3, "working", "ثانٍ"), (2, "kept", "أول")]


def test_a_state_comes_back_as_the_working_copy_and_readers_see_what_they_saw(story, editor):
    publishing.save_draft(story, {"headline": "عنوان جديد"}, by=editor)
    publishing.publish(story, by=editor)
    publishing.save_draft(story, {"headline": "ثالث"}, by=editor)
    done = history.restore(story, "1", by=editor)
    assert kept(story)[0] == (4, "working", "عودة القطار الساحلي")
    assert Article.objects.live().get().headline == "عنوان جديد"
    assert kept(story)[1] == (3, "kept", "ثالث")
    assert done.undo == "3"


def test_a_restoring_is_undone_by_restoring_what_it_kept(story, editor):
    publishing.save_draft(story, {"headline": "ثانٍ", "standfirst": "ملخّص"}, by=editor)
    before = revisions.working_copy(story).content
    done = history.restore(story, "1", by=editor)
    # It says what readers read, so nothing waits to be published.
    assert revisions.waiting_copy(story) is None
    undone = history.restore(story, done.undo, by=editor)
    assert revisions.working_copy(story).content == before
    again = history.restore(story, undone.undo, by=editor)
    assert history.restore(story, again.undo, by=editor)
    assert revisions.working_copy(story).content == before


def test_a_draft_that_was_only_ever_a_row_is_kept_before_another_state_takes_its_place(editor):
    draft = make_article(headline="كما استُورد", created_by=editor)
    first = revisions.keep_beside(
        draft, revisions.content_of(draft) | {"headline": "أقدم"}, by=editor
    )
    done = history.restore(draft, str(first.number), by=editor)
    assert Article.objects.get(pk=draft.pk).headline == "أقدم"
    history.restore(draft, done.undo, by=editor)
    assert Article.objects.get(pk=draft.pk).headline == "كما استُورد"


def test_what_is_the_working_copy_already_is_not_restored_again(story, editor):
    publishing.save_draft(story, {"headline": "ثانٍ"}, by=editor)
    before = kept(story)
    assert history.restore(story, "2", by=editor).undo == ""
    assert kept(story) == before


def test_rows_that_are_gone_are_left_out_and_named(story, editor):
    picture, author = make_picture(), make_author()
    publishing.save_draft(
        story, {"lead_picture": picture.pk, "authors": [author.pk], "headline": "ب"}, by=editor
    )
    publishing.save_draft(
        story, {"lead_picture": None, "authors": [], "headline": "ج", "publish_at": "2031-01-01"},
        by=editor,
    )  # fmt: skip
    old = revisions.keep_beside(
        story,
        revisions.content_of(story) | {"lead_picture": picture.pk, "authors": [author.pk]},
        by=editor,
    )
    picture.delete()
    author.delete()
    done = history.restore(story, str(old.number), by=editor)
    assert set(done.gone) == {"lead_picture", "authors"}
    content = revisions.working_copy(story).content
    assert (content["lead_picture"], content["authors"]) == (None, [])
    assert content["publish_at"] == "2031-01-01"  # the hour is no part of the text


def test_only_who_may_edit_restores_or_names(story, editor, reporter, moderator):
    publishing.save_draft(story, {"headline": "ثانٍ"}, by=editor)
    for person in (reporter, moderator):
        with pytest.raises(PermissionDenied):
            history.restore(story, "1", by=person)
        with pytest.raises(PermissionDenied):
            history.keep_named(story, "اسم", by=person)
    own = publishing.start(
        {"headline": "أ", "body": BODY, "category": story.category_id}, by=reporter
    )
    history.keep_named(own, "قبل الإرسال", by=reporter)
    publishing.submit(own, by=reporter)
    with pytest.raises(PermissionDenied):
        history.restore(own, "1", by=reporter)


@pytest.mark.parametrize("key", ["9", "0", "-1", "١", "1 ", "", "x", "99999999999999999999"])
def test_an_unknown_state_is_none(story, key):
    with pytest.raises(NoSuchState):
        history.find(story, key)


def test_a_state_of_another_story_is_none_of_this_one(story, editor):
    other = publishing.start(
        {"headline": "أ", "body": BODY, "category": story.category_id}, by=editor
    )
    publishing.save_draft(other, {"headline": "ب"}, by=editor)
    for number in ("2", "3"):
        with pytest.raises(NoSuchState):
            history.find(story, number)


def test_the_live_and_the_working_state_go_by_name(story, editor, chief):
    publishing.save_draft(story, {"headline": "ثانٍ"}, by=editor)
    live, working = history.find(story, LIVE), history.find(story, WORKING)
    assert (live.content["headline"], live.is_live) == ("عودة القطار الساحلي", True)
    assert (working.content["headline"], working.is_working) == ("ثانٍ", True)
    assert history.find(story, "1").is_live
    publishing.withdraw(story, by=chief)
    with pytest.raises(NoSuchState):
        history.find(Article.objects.get(pk=story.pk), LIVE)


def test_an_imported_story_has_a_live_state_without_a_revision(editor):
    story = make_article(published=True, headline="من الأرشيف")
    assert history.find(story, LIVE).content["headline"] == "من الأرشيف"
    publishing.save_draft(story, {"headline": "آخر"}, by=editor)
    done = history.restore(story, LIVE, by=editor)
    assert revisions.working_copy(story).content["headline"] == "من الأرشيف"
    history.restore(story, done.undo, by=editor)
    assert revisions.working_copy(story).content["headline"] == "آخر"


def test_a_state_kept_under_a_name_stays_while_the_copy_is_written_on(story, editor, chief):
    publishing.save_draft(story, {"headline": "ثانٍ"}, by=editor)
    named = history.keep_named(story, "  بعد اتصال\n الهيئة ", by=chief)
    assert (named.name, named.role, named.by) == ("بعد اتصال الهيئة", "kept", chief)
    publishing.save_draft(story, {"headline": "ثالث"}, by=editor)
    named.refresh_from_db()
    assert named.content["headline"] == "ثانٍ"
    assert kept(story)[0][1:] == ("working", "ثالث")


def test_an_earlier_revision_gets_a_name_and_its_words_stay(story, editor):
    publishing.save_draft(story, {"headline": "ثانٍ"}, by=editor)
    history.keep_named(story, "كما نُشر", by=editor, number=1)
    history.keep_named(story, "كما نُشر أولًا", by=editor, number=1)
    assert story.revisions.get(number=1).name == "كما نُشر أولًا"
    for number in (2, 7):  # the working copy has none: it changes
        with pytest.raises(NoSuchState):
            history.keep_named(story, "اسم", by=editor, number=number)


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "empty"), ("  \n", "empty"), ("«…»", "empty"), ("\u200f", "empty"), ("أ" * 81, "long")],
)
def test_a_name_has_one_to_eighty_letters(story, editor, name, code):
    with pytest.raises(NotNamed) as refusal:
        history.keep_named(story, name, by=editor)
    assert refusal.value.code == code
    assert story.revisions.count() == 1


def test_a_name_of_eighty_letters_is_kept_whole(story, editor):
    assert history.keep_named(story, "أ" * 80, by=editor).name == "أ" * 80


def test_a_named_revision_cannot_be_deleted_alone(story, editor):
    named = history.keep_named(story, "بعد اتصال الهيئة", by=editor)
    with pytest.raises(models.ProtectedError):
        named.delete()
    for rows in (Revision.objects.all(), story.revisions.filter(pk=named.pk)):
        with pytest.raises(models.ProtectedError):
            rows.delete()
    assert Revision.objects.filter(pk=named.pk).exists()


def test_a_draft_that_is_thrown_away_takes_its_named_revisions_with_it(editor):
    draft = publishing.start(
        {"headline": "أ", "body": BODY, "category": make_category().pk}, by=editor
    )
    history.keep_named(draft, "أول", by=editor)
    draft.delete()
    assert not Revision.objects.exists()


def delete_past_our_code(revision: Revision) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_revision WHERE id = %s", [revision.pk])
    connection.check_constraints()


def test_what_readers_see_cannot_be_deleted_not_even_past_our_code(story):
    live = story.live_revision
    with pytest.raises(RestrictedError):
        live.delete()
    with pytest.raises(RestrictedError):
        Revision.objects.filter(pk=live.pk).delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        delete_past_our_code(live)
    assert Revision.objects.filter(pk=live.pk).exists()


def test_the_database_refuses_a_named_working_copy_and_a_name_too_long(story, editor):
    publishing.save_draft(story, {"headline": "ثانٍ"}, by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        story.revisions.filter(role="working").update(name="اسم")
    with pytest.raises(Exception), transaction.atomic():  # noqa: B017, PT011 - DataError on PostgreSQL
        story.revisions.filter(number=1).update(name="أ" * 81)
