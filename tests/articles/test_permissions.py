"""Who may do what with a story: one table, held by the predicates and by the verbs."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import permissions, publishing
from articles.models import Article
from articles.workflow import WrongState
from tests.factories import BODY, make_article, make_category

pytestmark = pytest.mark.django_db

STATES = list(Article.State)
ROLES = ["reporter", "editor", "chief", "moderator", "admin_person"]
EVERYWHERE = frozenset(STATES)
# In which states each role may, with its own story and with somebody else's.
OWN: dict[str, dict[str, frozenset[str]]] = {
    "save_draft": {"reporter": frozenset({"draft"}), "editor": EVERYWHERE},
    "submit": {"reporter": frozenset({"draft"}), "editor": frozenset({"draft"})},
    "take_up": {"editor": frozenset({"submitted", "ready"})},
    "call_ready": {"editor": frozenset({"submitted", "in_review"})},
    "send_back": {"editor": frozenset({"submitted", "in_review", "ready"})},
    "publish": {"editor": EVERYWHERE},
    "correct": {"editor": frozenset({"published"})},
    "withdraw": {"chief": frozenset({"published"})},
    # An hour that ends a public story withdraws it too.
    "withdraw_on": {"editor": EVERYWHERE - {"published"}, "chief": EVERYWHERE},
}
FOREIGN = {verb: {k: v for k, v in may.items() if k != "reporter"} for verb, may in OWN.items()}


def allowed(table, verb: str, role: str) -> frozenset[str]:
    """A managing editor may what an editor may, and a superuser what a managing editor may."""
    may = table[verb]
    higher = may.get("chief", may.get("editor", frozenset()))
    if role in {"chief", "admin_person"}:
        return higher
    return may.get(role, frozenset())


def story_of(person, state: str) -> Article:
    public = state in {"published", "withdrawn"}
    return make_article(created_by=person, state=state, published=public)


def act(verb: str, story: Article, person) -> None:
    if verb in {"save_draft", "correct"}:
        getattr(publishing, verb)(story, {"headline": "آخر"}, by=person)
    elif verb == "withdraw_on":
        publishing.withdraw_on(story, timezone.now() + timedelta(days=1), by=person)
    else:
        getattr(publishing, verb)(story, by=person)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("verb", OWN)
@pytest.mark.parametrize("whose", ["own", "foreign"])
def test_each_verb_does_for_each_role_what_the_table_says(request, verb, role, whose):
    person = request.getfixturevalue(role)
    somebody = request.getfixturevalue("reporter" if role != "reporter" else "editor")
    table = OWN if whose == "own" else FOREIGN
    did = set()
    for state in STATES:
        story = story_of(person if whose == "own" else somebody, state)
        try:
            act(verb, story, person)
        except (PermissionDenied, WrongState):
            before = (story.state, story.headline, story.withdraw_at)
            story.refresh_from_db()
            assert (story.state, story.headline, story.withdraw_at) == before
        else:
            did.add(state)
    assert did == allowed(table, verb, role)


@pytest.mark.parametrize(
    ("verb", "right"),
    [
        ("save_draft", "may_edit"), ("submit", "may_submit"), ("take_up", "may_review"),
        ("call_ready", "may_review"), ("send_back", "may_review"), ("publish", "may_publish"),
        ("correct", "may_correct"), ("withdraw", "may_withdraw"),
    ],
)  # fmt: skip
def test_the_predicates_say_what_the_verbs_do(reporter, editor, chief, moderator, verb, right):
    for person in (reporter, editor, chief, moderator):
        for owner in (person, None):
            for state in STATES:
                story = story_of(owner, state)
                promised = getattr(permissions, right)(person, story)
                try:
                    act(verb, story, person)
                except PermissionDenied:
                    assert not promised, (person.username, state)
                except WrongState:
                    assert promised, (person.username, state)
                else:
                    assert promised, (person.username, state)


@pytest.mark.parametrize("role", ROLES)
def test_who_may_start_a_story(request, role):
    person = request.getfixturevalue(role)
    words = {"headline": "خبر", "body": BODY, "category": make_category().pk}
    if role == "moderator":
        with pytest.raises(PermissionDenied):
            publishing.start(words, by=person)
        assert not Article.objects.exists()
    else:
        assert publishing.start(words, by=person).created_by == person


def test_a_reporter_sees_their_own_stories_and_the_desk_all(reporter, editor, moderator):
    own, foreign = make_article(created_by=reporter), make_article(created_by=editor)
    orphan = make_article()
    for person, seen in (
        (reporter, {own}), (editor, {own, foreign, orphan}), (moderator, set()),
        (AnonymousUser(), set()),
    ):  # fmt: skip
        assert set(permissions.seen_by(person, Article.objects.all())) == seen
        by_story = {s for s in (own, foreign, orphan) if permissions.may_see(person, s)}
        assert by_story == seen


@pytest.mark.parametrize("state", STATES)
def test_nobody_without_an_account_may_anything(state):
    story = story_of(None, state)
    for name in (
        "see",
        "edit",
        "submit",
        "review",
        "publish",
        "correct",
        "set_time",
        "withdraw",
        "delete",
    ):
        assert not getattr(permissions, f"may_{name}")(AnonymousUser(), story), name
    assert not permissions.may_write(AnonymousUser())


@pytest.mark.parametrize("role", ["reporter", "chief", "admin_person"])
def test_an_account_put_to_rest_may_nothing(request, role):
    person = request.getfixturevalue(role)
    person.is_active = False
    person.save()
    story = story_of(person, "draft")
    for name in ("see", "edit", "submit", "publish", "set_time", "delete"):
        assert not getattr(permissions, f"may_{name}")(person, story), name


def test_what_was_public_is_never_thrown_away(admin_person, chief, reporter):
    public = story_of(reporter, "withdrawn")
    draft = story_of(reporter, "draft")
    for person in (admin_person, chief, reporter):
        assert not permissions.may_delete(person, public)
        assert permissions.may_delete(person, draft)


def test_a_reporter_throws_away_only_their_own_draft(reporter, editor):
    assert permissions.may_delete(reporter, story_of(reporter, "draft"))
    assert not permissions.may_delete(reporter, story_of(reporter, "submitted"))
    assert not permissions.may_delete(reporter, story_of(editor, "draft"))


def test_a_right_comes_with_the_role_and_goes_with_it(editor, reporter):
    story = story_of(reporter, "submitted")
    editor.groups.clear()
    person = type(editor).objects.get(pk=editor.pk)
    with pytest.raises(PermissionDenied):
        publishing.publish(story, by=person)
