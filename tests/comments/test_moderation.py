"""The moderator's verbs: who may, what follows what, and that a decision holds at once."""

import threading

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connections

from comments import events, moderation
from comments.models import Comment
from newsroom.models import User
from tests.comments.conftest import WORDS
from tests.comments.pages import page
from tests.factories import make_article, make_comment

VERBS = {
    moderation.approve: "approved",
    moderation.reject: "rejected",
    moderation.mark_spam: "spam",
    moderation.trash: "trashed",
    moderation.restore: "waiting",
}
STATES = ["waiting", "approved", "rejected", "spam", "trashed"]


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.__name__)
@pytest.mark.parametrize("state", STATES)
def test_every_verb_from_every_state(story, moderator, state, verb):
    comment = make_comment(story, state=state)
    decided = verb(comment, by=moderator)
    # What lies in the bin is taken out before anything else is decided about it.
    leads_to = state if state == "trashed" and verb is not moderation.restore else VERBS[verb]
    comment.refresh_from_db()
    assert (comment.state, decided.state) == (leads_to, leads_to)
    assert comment.decided_by == (moderator if leads_to != state else None)
    assert (comment.decided_at is not None) == (leads_to != state)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.__name__)
def test_a_decision_touches_nothing_but_the_state(story, moderator, verb):
    comment = make_comment(story, state="rejected")
    before = Comment.objects.values().get()
    verb(comment, by=moderator)
    after = Comment.objects.values().get()
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"state", "decided_at", "decided_by_id"}


@pytest.mark.parametrize(
    ("role", "may"),
    [("moderator", True), ("editor", True), ("chief", True), ("admin_person", True),
     ("reporter", False)],
)  # fmt: skip
def test_who_may_decide(request, story, role, may):
    person = request.getfixturevalue(role)
    comment = make_comment(story)
    if may:
        assert moderation.approve(comment, by=person).state == "approved"
    else:
        with pytest.raises(PermissionDenied):
            moderation.approve(comment, by=person)
        comment.refresh_from_db()
        assert comment.state == "waiting"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.__name__)
def test_a_stranger_or_a_closed_account_decides_nothing(story, moderator, verb):
    comment = make_comment(story, state="spam")
    User.objects.filter(pk=moderator.pk).update(is_active=False)
    for person in (AnonymousUser(), User.objects.get(pk=moderator.pk)):
        with pytest.raises(PermissionDenied):
            verb(comment, by=person)
    comment.refresh_from_db()
    assert comment.state == "spam"


def test_a_decision_is_seen_by_readers_at_once(reader, story, moderator):
    comment = make_comment(story, body="كلمة تُنتظر")

    def shown() -> bool:
        return bool(page(reader.get(story.get_absolute_url())).all(id=f"comment-{comment.pk}"))

    assert not shown()
    moderation.approve(comment, by=moderator)
    assert shown()
    for verb in (moderation.reject, moderation.mark_spam, moderation.trash, moderation.restore):
        Comment.objects.update(state="approved")
        verb(comment, by=moderator)
        assert not shown()


def test_approving_twice_decides_once(story, moderator, editor):
    comment = moderation.approve(make_comment(story), by=moderator)
    again = moderation.approve(comment, by=editor)
    assert again.decided_at == comment.decided_at
    assert again.decided_by == moderator


def test_the_verb_looks_at_the_row_and_not_at_what_the_page_showed(story, moderator):
    stale = make_comment(story)
    moderation.trash(Comment.objects.get(), by=moderator)
    assert moderation.approve(stale, by=moderator).state == "trashed"


def test_a_comment_is_public_while_its_story_is(story, moderator):
    comment = moderation.approve(make_comment(story), by=moderator)
    draft = make_article()
    make_comment(draft, state="approved")
    assert list(Comment.objects.public()) == [comment]


# The announcement


@pytest.fixture
def told():
    heard: list[str] = []

    def hear(comment: Comment, **kwargs: object) -> None:
        heard.append(comment.state)

    events.comment_decided.connect(hear)
    yield heard
    events.comment_decided.disconnect(hear)


def test_a_decision_is_announced_once_after_it_is_kept(
    story, moderator, told, django_capture_on_commit_callbacks
):
    comment = make_comment(story)
    with django_capture_on_commit_callbacks(execute=True):
        moderation.approve(comment, by=moderator)
        assert told == []
    with django_capture_on_commit_callbacks(execute=True):
        moderation.approve(comment, by=moderator)
    assert told == ["approved"]


# At the same moment


@pytest.mark.django_db(transaction=True)
def test_twenty_moderators_at_once_leave_one_decision(story, moderator, told):
    comment = make_comment(story, email=WORDS["email"])
    together = threading.Barrier(20)
    failures: list[BaseException] = []

    def decide(verb) -> None:
        together.wait()
        try:
            verb(comment, by=moderator)
        except Exception as failure:  # noqa: BLE001 - collected for the assertion
            failures.append(failure)
        finally:
            connections.close_all()

    verbs = [moderation.approve, moderation.reject] * 10
    threads = [threading.Thread(target=decide, args=[verb]) for verb in verbs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    comment.refresh_from_db()
    assert failures == []
    assert comment.state in {"approved", "rejected"}
    assert comment.decided_by == moderator
    assert 1 <= len(told) <= 20
