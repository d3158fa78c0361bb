"""Who did what, for good: each verb leaves an entry, none is changed, no secret stands there."""

import json
import re
from datetime import timedelta
from io import StringIO
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from articles import audit, events, publishing
from articles.models import Article, AuditEntry, AuditHead
from articles.models.audit import AppendOnly
from articles.pictures import intake
from articles.related import choosing
from tests.factories import (
    BODY,
    make_article,
    make_category,
    make_comment,
    make_picture,
    picture_file,
)

pytestmark = pytest.mark.django_db


def started(by, **words):
    content = {"headline": "اتفاق على القمح", "body": BODY, "category": make_category().pk}
    return publishing.start(content | words, by=by)


def verbs() -> list[str]:
    return list(AuditEntry.objects.order_by("number").values_list("verb", flat=True))


def newest() -> AuditEntry:
    return AuditEntry.objects.order_by("-number")[0]


def test_a_storys_way_stands_in_the_trail_act_by_act(reporter, editor, chief):
    story = started(reporter)
    publishing.save_draft(story, {"headline": "اتفاق جديد على القمح"}, by=reporter)
    publishing.submit(story, by=reporter)
    publishing.send_back(story, by=editor)
    publishing.submit(story, by=reporter)
    publishing.take_up(story, by=editor)
    publishing.call_ready(story, by=editor)
    publishing.publish(story, by=editor)
    publishing.correct(story, {"headline": "اتفاق معدّل على القمح"}, by=editor)
    publishing.withdraw_on(story, timezone.now() + timedelta(days=1), by=chief)
    publishing.withdraw(story, by=chief)
    assert verbs() == [
        "start", "save", "submit", "send_back", "submit", "take_up", "call_ready", "publish",
        "correct", "withdraw_on", "withdraw",
    ]  # fmt: skip
    numbers = AuditEntry.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 12))
    last = newest()
    assert (last.who, last.who_name) == (chief.pk, "chief")
    assert (last.kind, last.thing, last.thing_name) == (
        "articles.article", story.pk, "اتفاق معدّل على القمح",
    )  # fmt: skip
    assert last.changes == {"state": ["published", "withdrawn"]}


def test_it_says_field_by_field_how_it_was_and_is(reporter, editor):
    story = started(reporter, tags=["القمح"])
    publishing.save_draft(story, {"headline": "آخر", "tags": ["القمح", "الخبز"]}, by=reporter)
    assert newest().changes == {
        "headline": ["اتفاق على القمح", "آخر"],
        "tags": [["القمح"], ["القمح", "الخبز"]],
    }
    story = publishing.publish(story, by=editor)
    assert newest().changes["state"] == ["draft", "published"]
    assert newest().changes["revision"] == [None, story.live_revision_id]
    former = story.live_revision_id
    story = publishing.correct(story, {"headline": "آخر مصوَّب"}, by=editor)
    assert newest().changes == {
        "headline": ["آخر", "آخر مصوَّب"],
        "revision": [former, story.live_revision_id],
    }


def test_a_body_is_named_by_its_digest_and_not_written_out(reporter):
    story = started(reporter)
    publishing.save_draft(story, {"body": "<p>نص آخر من أربع كلمات هنا</p>"}, by=reporter)
    before, after = newest().changes["body"]
    assert after["words"] == 6
    assert before["sha256"] == audit.text_digest(BODY)["sha256"] != after["sha256"]
    assert "نص آخر" not in json.dumps(newest().changes, ensure_ascii=False)


def test_what_is_refused_or_changes_nothing_leaves_no_entry(reporter):
    story = started(reporter)
    with pytest.raises(PermissionDenied):
        publishing.publish(story, by=reporter)
    publishing.save_draft(story, {"headline": "اتفاق على القمح"}, by=reporter)
    assert verbs() == ["start"]


def test_entry_and_change_come_together_or_not_at_all(reporter, editor):
    story = started(reporter)
    with transaction.atomic():
        publishing.publish(story, by=editor)
        transaction.set_rollback(True)
    assert verbs() == ["start"]
    publishing.publish(story, by=editor)
    assert newest().number == 2


def test_a_second_press_of_publish_is_no_second_publication(reporter, editor, chief):
    story = publishing.publish(started(reporter), by=editor)
    again = publishing.publish(story, by=chief)
    assert (again.live_revision_id, again.published_at) == (
        story.live_revision_id, story.published_at,
    )  # fmt: skip
    assert verbs() == ["start", "publish"]
    publishing.save_draft(story, {"told": "update"}, by=chief)
    publishing.publish(story, by=chief)
    assert verbs()[2:] == ["save", "publish"]


def test_a_decision_about_a_comment_tells_nothing_of_its_reader(moderator):
    from comments import moderation

    comment = make_comment(make_article(published=True), email="reader@example.org")
    moderation.approve(comment, by=moderator)
    moderation.approve(comment, by=moderator)
    moderation.trash(comment, by=moderator)
    assert verbs() == ["approve", "trash"]
    entry = newest()
    assert (entry.kind, entry.thing, entry.thing_name) == ("comments.comment", comment.pk, "")
    assert entry.changes == {"state": ["approved", "trashed"]}
    written = json.dumps(list(AuditEntry.objects.values()), default=str, ensure_ascii=False)
    for private in (comment.email, comment.name, comment.body, comment.author_key):
        assert private not in written


def test_pictures_and_related_stories_are_recorded(editor):
    intake.store(picture_file((900, 600)), by=editor, alt_text="سنابل")
    assert newest().changes == {"alt_text": [None, "سنابل"]}
    story, other = make_article(published=True), make_article(published=True)
    choosing.pin(story, other, by=editor)
    choosing.take_back(story, other, by=editor)
    choosing.ban(story, other, by=editor)
    assert verbs() == ["add", "pin", "take_back", "ban"]


def test_an_entry_can_be_neither_changed_nor_thrown_away(reporter):
    started(reporter)
    entry, rows = newest(), AuditEntry.objects.all()
    entry.verb = "publish"
    for change in (
        entry.save,
        entry.delete,
        lambda: rows.update(verb="publish"),
        rows.delete,
        lambda: rows.bulk_update([entry], ["verb"]),
        lambda: rows.bulk_create([entry], update_conflicts=True),
        lambda: rows.update_or_create(number=1, defaults={"verb": "publish"}),
        lambda: AuditEntry.objects.create(number=9, at=timezone.now(), verb="publish"),
    ):
        with pytest.raises(AppendOnly):
            change()
    assert verbs() == ["start"]


def test_accounts_and_stories_go_and_their_entries_stay_whole(reporter, editor):
    story = started(reporter)
    before = list(AuditEntry.objects.values())
    story.delete()
    reporter.delete()
    assert list(AuditEntry.objects.values()) == before
    call_command("verify_audit", stdout=StringIO(), stderr=StringIO())


def test_an_entry_costs_three_statements(reporter, django_assert_num_queries):
    started(reporter)
    with transaction.atomic(), django_assert_num_queries(3 + 2):  # and its own savepoint
        audit.record("save", None, by=reporter)


@pytest.mark.django_db(transaction=True)
def test_fifty_presses_of_publish_are_one_event_and_one_entry(reporter, editor):
    story = started(reporter)
    heard: list[int] = []

    def hear(article, **kwargs):
        heard.append(article.pk)

    events.article_published.connect(hear)
    try:
        refused = _all_at_once(50, lambda: publishing.publish(story, by=editor))
    finally:
        events.article_published.disconnect(hear)
    assert refused == []
    assert heard == [story.pk]
    assert verbs() == ["start", "publish"]
    assert Article.objects.live().get().publications.count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_hands_at_once_make_one_unbroken_chain(reporter):
    stories = [started(reporter) for _ in range(12)]
    waiting = iter(stories)
    failed = _all_at_once(12, lambda: publishing.submit(next(waiting), by=reporter))
    assert failed == []
    assert verbs() == ["start"] * 12 + ["submit"] * 12
    call_command("verify_audit", stdout=StringIO(), stderr=StringIO())


def _all_at_once(hands: int, act) -> list[Exception]:
    together, failed = Barrier(hands), []

    def press():
        try:
            together.wait(timeout=20)
            act()
        except Exception as error:  # noqa: BLE001 - the caller looks at them
            failed.append(error)
        finally:
            connection.close()

    threads = [Thread(target=press) for _ in range(hands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return failed


# The chain


def sql(statement: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


# First broken entry, and how somebody with the database in their hands broke it.
TAMPERED = {
    "changed": (3, ["UPDATE trail SET who_name = 'غيره' WHERE number = 3"]),
    "changed field": (2, ["UPDATE trail SET changes = '{}' WHERE number = 2"]),
    "at another time": (4, ["UPDATE trail SET at = '2020-01-01 00:00+00:00' WHERE number = 4"]),
    "removed": (3, ["DELETE FROM trail WHERE number = 3"]),
    "removed and renumbered": (
        3,
        [
            "DELETE FROM trail WHERE number = 3",
            "UPDATE trail SET number = 3 WHERE number = 4",
            "UPDATE trail SET number = 4 WHERE number = 5",
        ],
    ),
    "the first removed": (1, ["DELETE FROM trail WHERE number = 1"]),
    "moved": (
        2,
        [
            "UPDATE trail SET number = 99 WHERE number = 2",
            "UPDATE trail SET number = 2 WHERE number = 3",
            "UPDATE trail SET number = 3 WHERE number = 99",
        ],
    ),
    "cut of": (5, ["DELETE FROM trail WHERE number > 4"]),
    "emptied": (1, ["DELETE FROM trail"]),
    "put in": (
        3,
        [
            "UPDATE trail SET number = number + 100 WHERE number > 2",
            (
                "INSERT INTO trail SELECT 3, at, verb, who, who_name, kind, thing, thing_name,"
                " changes, previous_hash, hash FROM trail WHERE number = 2"
            ),
            "UPDATE trail SET number = number - 99 WHERE number > 100",
        ],
    ),
    "hash replaced": (5, ["UPDATE trail SET hash = '00' WHERE number = 5"]),
}


@pytest.mark.parametrize("how", TAMPERED)
def test_what_sql_does_to_the_trail_is_found(how, reporter, editor):
    story = started(reporter)
    for name in ("أول", "ثانٍ", "ثالث"):
        publishing.save_draft(story, {"headline": name}, by=reporter)
    publishing.publish(story, by=editor)
    first_broken, statements = TAMPERED[how]
    for statement in statements:
        sql(re.sub(r"\btrail\b", "articles_auditentry", statement))
    with pytest.raises(CommandError, match=rf"entry {first_broken}:") as refusal:
        call_command("verify_audit", stdout=StringIO(), stderr=StringIO())
    assert refusal.value.returncode == 1


def test_a_whole_trail_is_exported_one_line_an_entry(reporter, tmp_path):
    story = started(reporter)
    nasty = "سطر\nآخر\u2028ثالث\u202eمقلوب\x85"
    audit.record("save", story, by=reporter, changes={"caption": (nasty, 0.1)}, called=nasty)
    said, file = StringIO(), tmp_path / "trail.jsonl"
    call_command("verify_audit", export=file, stdout=said)
    assert "2 entries, whole" in said.getvalue()
    lines = file.read_text(encoding="utf-8").splitlines()
    first, second = map(json.loads, lines)
    assert (first["number"], first["verb"], first["thing_name"]) == (1, "start", story.headline)
    assert second["changes"] == {"caption": [nasty, "0.1"]}
    assert second["previous_hash"] == first["hash"]
    assert "\u202e" not in file.read_text(encoding="utf-8")


def test_an_empty_trail_is_whole_and_a_lost_head_stops_the_desk(reporter):
    call_command("verify_audit", stdout=StringIO())
    started(reporter)
    AuditHead.objects.all().delete()
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"), transaction.atomic():
        started(reporter)


def test_values_that_no_database_takes_are_kept_as_text():
    picture = make_picture()
    entry = audit.record(
        "change", picture, by=None,
        changes={
            "a": ("\x00ن", timezone.now()), "b": (picture, [picture]), "c": ({1: 2.5}, "\ud800"),
        },
    )  # fmt: skip
    entry.refresh_from_db()
    assert entry.changes["a"][0] == "ن"
    assert entry.changes["b"] == [picture.pk, [str(picture)]]
    assert entry.changes["c"] == [{"1": "2.5"}, "?"]
    call_command("verify_audit", stdout=StringIO())
