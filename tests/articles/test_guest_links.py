"""Links for guests: who makes them, what they open, until when, and what a guest may answer."""

import threading
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles import guest_links, publishing, revisions
from articles.guest_links import NotAnswered, NotShared
from articles.models import Article, GuestAnswer, Revision, ShareLink
from tests.articles.guests import GUEST, share
from tests.conftest import make_person
from tests.factories import make_article

pytestmark = pytest.mark.django_db
NOTE, APPROVAL = GuestAnswer.Kind.NOTE, GuestAnswer.Kind.APPROVAL
SECOND = timedelta(seconds=1)


@pytest.fixture
def draft(reporter) -> Article:
    return make_article(headline="تحقيق في عقود المرفأ", created_by=reporter)


@pytest.fixture
def embargoed(draft, editor) -> Article:
    """A story held back for an hour."""
    return publishing.set_embargo(draft, timezone.now() + timedelta(hours=1), by=editor)


# Who may make and end one


def test_who_may_change_a_story_may_share_it(draft, reporter, editor, chief, admin_person):
    for person in (reporter, editor, chief, admin_person):
        link, key = share(draft, person)
        assert (link.made_by, guest_links.find(key).link) == (person, link)


def test_nobody_else_may(draft, moderator):
    stranger = make_person("stranger", "reporter")
    resting = make_person("resting", None)
    resting.is_active = False
    for person in (moderator, stranger, resting):
        with pytest.raises(PermissionDenied):
            share(draft, person)
        with pytest.raises(PermissionDenied):
            guest_links.keep_present_text(draft, by=person)
    assert not ShareLink.objects.exists()
    assert not draft.revisions.exists()


def test_a_story_that_left_its_reporters_hands_is_not_theirs_to_share(draft, reporter):
    link, key = share(draft, reporter)
    publishing.submit(draft, by=reporter)
    with pytest.raises(PermissionDenied):
        share(draft, reporter)
    guest_links.revoke(link, by=reporter)  # what they opened they may close
    assert guest_links.find(key) is None


def test_a_link_is_ended_by_nobody_outside_the_story(draft, editor, moderator):
    link, key = share(draft, editor)
    for person in (moderator, make_person("stranger", "reporter")):
        with pytest.raises(PermissionDenied):
            guest_links.revoke(link, by=person)
    assert guest_links.find(key)


# The key


def test_the_database_does_not_hold_the_key(draft, editor):
    _link, key = share(draft, editor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM articles_sharelink")
        stored = str(cursor.fetchall())
    assert len(key) == 43
    assert key not in stored
    assert GUEST in stored


def test_what_the_database_holds_opens_nothing(draft, editor):
    link, _key = share(draft, editor)
    assert guest_links.find(link.key_hash) is None


def test_guessing_opens_nothing(draft, editor):
    _link, key = share(draft, editor)
    near = [key[:-1] + letter for letter in "AQgw04-_" if letter != key[-1]]
    wrong = ["", " ", key.lower(), key.upper(), key[::-1], key + "=", f" {key}", "٠" * 43, *near]
    assert [one for one in wrong if one != key and guest_links.find(one)] == []


def test_two_links_of_a_story_are_two(draft, editor):
    (first, one), (second, two) = share(draft, editor), share(draft, editor)
    guest_links.revoke(first, by=editor)
    assert guest_links.find(one) is None
    assert guest_links.find(two).link == second


def test_the_key_of_one_story_opens_no_other(draft, editor):
    other = make_article(headline="خبر آخر")
    _link, key = share(other, editor)
    share(draft, editor)
    assert guest_links.find(key).link.article == other


# Its hour


def test_it_ends_on_the_second(draft, editor):
    now = timezone.now()
    _link, key = share(draft, editor, at=now)
    assert guest_links.find(key, at=now + timedelta(hours=48) - SECOND)
    assert guest_links.find(key, at=now + timedelta(hours=48)) is None
    assert guest_links.open_by(key, at=now + timedelta(hours=48)) is None


@pytest.mark.parametrize("hours", [0, -1, 72.001, 10_000])
def test_none_lasts_longer_than_three_days(draft, editor, hours):
    with pytest.raises(NotShared, match="lasts"):
        share(draft, editor, lasts=timedelta(hours=hours))
    assert share(draft, editor, lasts=timedelta(hours=72))


def test_the_database_knows_no_link_without_an_end_or_a_guest(draft, editor):
    link, _key = share(draft, editor)
    for wrong in ({"expires_at": link.made_at}, {"guest": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ShareLink.objects.update(**wrong)


@pytest.mark.parametrize("guest", ["", "  ", "\u200f", "م" * 101])
def test_each_names_its_guest(draft, editor, guest):
    with pytest.raises(NotShared, match="guest"):
        share(draft, editor, guest=guest)


def test_revoked_is_closed_at_once_and_says_who_did_it(draft, editor, chief):
    link, key = share(draft, editor)
    guest_links.revoke(link, by=chief)
    assert guest_links.find(key) is None
    guest_links.revoke(link, by=editor)
    link.refresh_from_db()
    assert link.revoked_by == chief, "the first who closed it stays named"


# What it opens


def test_without_a_revision_it_follows_the_working_copy(draft, editor):
    link, _key = share(draft, editor)
    publishing.save_draft(draft, {"headline": "عنوان ثانٍ"}, by=editor)
    assert guest_links.content_for(link)["headline"] == "عنوان ثانٍ"


def test_a_kept_text_stays_what_it_was(draft, editor):
    publishing.save_draft(draft, {"headline": "عنوان أول"}, by=editor)
    kept = guest_links.keep_present_text(draft, by=editor)
    link, _key = share(draft, editor, revision=kept)
    publishing.save_draft(draft, {"headline": "عنوان ثانٍ"}, by=editor)
    assert guest_links.content_for(link)["headline"] == "عنوان أول"
    assert revisions.working_copy(draft).content["headline"] == "عنوان ثانٍ"


def test_the_same_text_is_kept_once(draft, editor):
    first = guest_links.keep_present_text(draft, by=editor)
    assert guest_links.keep_present_text(draft, by=editor) == first
    assert draft.revisions.filter(role="kept").count() == 1


def test_another_storys_revision_cannot_be_bound(draft, editor):
    other = make_article(headline="خبر آخر")
    foreign = guest_links.keep_present_text(other, by=editor)
    with pytest.raises(NotShared, match="revision"):
        share(draft, editor, revision=foreign)


def test_a_working_copy_cannot_be_bound_for_it_changes(draft, editor):
    publishing.save_draft(draft, {"headline": "عنوان"}, by=editor)
    with pytest.raises(NotShared, match="revision"):
        share(draft, editor, revision=revisions.waiting_copy(draft))


def test_with_its_revision_the_link_goes_and_shows_no_other_text(draft, editor):
    kept = guest_links.keep_present_text(draft, by=editor)
    _link, key = share(draft, editor, revision=kept)
    Revision.objects.filter(pk=kept.pk).delete()
    assert guest_links.find(key) is None


# Embargo, publication, withdrawal


def test_a_story_under_embargo_is_shared_with_nobody(embargoed, editor, admin_person):
    for person in (editor, admin_person):
        with pytest.raises(NotShared, match="embargo"):
            share(embargoed, person)


def test_an_embargo_closes_the_links_made_before_it_until_its_hour(draft, editor):
    now = timezone.now()
    link, key = share(draft, editor, at=now)
    hour = now.replace(microsecond=0) + timedelta(hours=3)
    publishing.set_embargo(draft, hour, by=editor)
    assert guest_links.open_by(key, at=hour - SECOND) is None
    with pytest.raises(NotAnswered, match="closed"):
        guest_links.answer(key, kind=NOTE, name="ريم", note="نعم", text_read="", at=now)
    link.refresh_from_db()
    assert link.times_opened == 0
    assert guest_links.open_by(key, at=hour)


def test_what_readers_have_needs_no_link_and_what_they_lost_gets_none(editor, chief):
    story = make_article(published=True)
    with pytest.raises(NotShared, match="live"):
        share(story, editor)
    publishing.withdraw(story, by=chief)
    with pytest.raises(NotShared, match="withdrawn"):
        share(story, chief)


def test_a_scheduled_story_without_embargo_may_be_shared(editor):
    hour = timezone.now() + timedelta(hours=2)
    _link, key = share(make_article(published=hour), editor)
    assert not guest_links.find(key).is_live
    assert guest_links.find(key, at=hour).is_live


def test_a_withdrawn_story_is_closed_to_the_guests_of_its_draft(draft, editor, chief):
    _link, key = share(draft, editor)
    publishing.publish(draft, by=editor)
    assert guest_links.find(key).is_live
    publishing.withdraw(draft, by=chief)
    assert guest_links.find(key) is None


def test_so_is_one_whose_hour_of_withdrawal_came(draft, editor):
    now = timezone.now()
    _link, key = share(draft, editor, at=now)
    publishing.publish(draft, by=editor)
    Article.objects.filter(pk=draft.pk).update(withdraw_at=now + timedelta(hours=1))
    assert guest_links.find(key, at=now + timedelta(hours=1)) is None


# Counting


def test_openings_are_counted_and_looks_are_not(draft, editor):
    now = timezone.now()
    link, key = share(draft, editor, at=now)
    guest_links.find(key)
    guest_links.open_by(key, at=now + SECOND)
    guest_links.open_by(key, at=now + 2 * SECOND)
    link.refresh_from_db()
    assert (link.times_opened, link.last_opened_at) == (2, now + 2 * SECOND)


def test_a_link_revoked_between_look_and_opening_does_not_open(draft, editor):
    link, key = share(draft, editor)

    def overtaken(execute, sql, params, many, context):
        if sql.startswith("UPDATE") and "times_opened" in sql:
            ShareLink.objects.filter(pk=link.pk).update(revoked_at=timezone.now())
        return execute(sql, params, many, context)

    with connection.execute_wrapper(overtaken):
        assert guest_links.open_by(key) is None
    link.refresh_from_db()
    assert link.times_opened == 0


@pytest.mark.django_db(transaction=True)
def test_openings_at_once_are_all_counted(draft, editor):
    link, key = share(draft, editor)
    start = threading.Barrier(8)

    def knock() -> None:
        start.wait()
        for _time in range(5):
            guest_links.open_by(key)
        connection.close()

    guests = [threading.Thread(target=knock) for _ in range(8)]
    for guest in guests:
        guest.start()
    for guest in guests:
        guest.join()
    link.refresh_from_db()
    assert link.times_opened == 40


# Answers


def test_an_answer_is_kept_with_name_and_moment(draft, editor):
    now = timezone.now()
    link, key = share(draft, editor, at=now)
    said = guest_links.answer(
        key,
        kind=NOTE,
        name="ريم",
        note="الفقرة الثانية تحتاج مصدرًا.",
        text_read="",
        at=now + SECOND,
    )
    assert link.answers.get() == said
    assert (said.name, said.answered_at) == ("ريم", now + SECOND)


def test_an_approval_counts_for_the_words_that_were_read(draft, editor):
    link, key = share(draft, editor)
    read = guest_links.fingerprint(guest_links.content_for(link))
    publishing.save_draft(draft, {"headline": "عنوان غير ما قُرئ"}, by=editor)
    for stale in (read, "", "0" * 64):
        with pytest.raises(NotAnswered, match="changed"):
            guest_links.answer(key, kind=APPROVAL, name="ريم", text_read=stale)
    assert not GuestAnswer.objects.exists()
    link = guest_links.find(key).link
    read = guest_links.fingerprint(guest_links.content_for(link))
    assert guest_links.answer(key, kind=APPROVAL, name="ريم", text_read=read).text_read == read


def test_what_a_guest_does_not_see_leaves_an_approval_standing():
    content = revisions.content_of(make_article())
    seen = guest_links.fingerprint(content)
    assert guest_links.fingerprint(content | {"publish_at": "2026-01-01T00:00:00+00:00"}) == seen
    assert guest_links.fingerprint(content | {"slug": "آخر"}) == seen
    assert guest_links.fingerprint(content | {"body": content["body"] + " "}) != seen
    assert guest_links.fingerprint(content | {"authors": [1]}) != seen


def test_a_guest_answers_only_as_the_link_asks(draft, editor):
    _link, key = share(draft, editor, may_note=False, may_approve=False)
    read = guest_links.fingerprint(revisions.working_copy(draft).content)
    for kind in (NOTE, APPROVAL):
        with pytest.raises(NotAnswered, match="not_asked"):
            guest_links.answer(key, kind=kind, name="ريم", note="ملاحظة", text_read=read)


def test_after_its_hour_nobody_answers(draft, editor):
    link, key = share(draft, editor)
    options = {"kind": NOTE, "name": "ريم", "note": "ملاحظة", "text_read": ""}
    with pytest.raises(NotAnswered, match="closed"):
        guest_links.answer(key, **options, at=link.expires_at)
    guest_links.revoke(link, by=editor)
    with pytest.raises(NotAnswered, match="closed"):
        guest_links.answer(key, **options)
    with pytest.raises(NotAnswered, match="closed"):
        guest_links.answer("x" * 43, **options)


def test_the_same_answer_twice_is_once_and_a_flood_ends(draft, editor):
    link, key = share(draft, editor)
    for _time in range(2):
        guest_links.answer(key, kind=NOTE, name="ريم", note="الملاحظة نفسها", text_read="")
    assert link.answers.count() == 1
    for number in range(guest_links.MOST_ANSWERS - 1):
        guest_links.answer(key, kind=NOTE, name="ريم", note=f"ملاحظة {number}", text_read="")
    with pytest.raises(NotAnswered, match="many"):
        guest_links.answer(key, kind=NOTE, name="ريم", note="واحدة بعد", text_read="")
    assert link.answers.count() == guest_links.MOST_ANSWERS
