"""Every address of the panel, for every role, on their own things and on a colleague's."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Self

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from articles import revisions
from articles.models import Article
from newsroom.models import User
from tests.articles.panel import moment, screen, typed
from tests.newsroom.panel_places import OUTSIDE, SIGNED, Address, Desk, patterns
from tests.newsroom.panel_policy import OPEN_TO_ALL, POLICY, means

pytestmark = pytest.mark.django_db
PATTERNS = patterns()
METHODS = ("GET", "POST")


@pytest.fixture(scope="module")
def media(tmp_path_factory):
    return tmp_path_factory.mktemp("matrix")


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker, media) -> Iterator[Desk]:
    """Built once; what every question changes is undone, and in the end all of it."""
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        override_settings(MEDIA_ROOT=media, PASSWORD_HASHERS=quick),
    ):
        yield Desk()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _pictures_are_there(settings, _quick_and_apart, media):
    settings.MEDIA_ROOT = media


@pytest.mark.parametrize("name", PATTERNS)
@pytest.mark.parametrize("method", METHODS)
def test_every_role_gets_what_the_policy_says_and_a_refusal_changes_nothing(desk, name, method):
    assert (name, method) in POLICY, f"no line of the policy names {name} ({method})"
    wrong = []
    for role, word in POLICY[name, method].items():
        for address in desk.addresses(PATTERNS[name], role):
            if word == "allowed" and address.whose.startswith("own"):
                continue  # who is let at a colleague's is let at their own
            expected = "allowed" if means(word, address.whose) else "denied"
            got = ask(desk, name, method, role, address)
            if got != expected:
                wrong.append(f"{role}, {address.whose or 'the'} {address.path}: {got}, not {word}")
    assert not wrong, f"{name} {method}:\n" + "\n".join(wrong)


@pytest.mark.parametrize("role", OUTSIDE)
@pytest.mark.parametrize("method", METHODS)
def test_nobody_without_a_working_account_gets_anything(desk, role, method):
    wrong = []
    for name, pattern in PATTERNS.items():
        expected = "allowed" if (name, method) in OPEN_TO_ALL else "denied"
        got = ask(desk, name, method, role, desk.addresses(pattern, role)[0])
        if got != expected:
            wrong.append(f"{name}: {got}, not {expected}")
    assert not wrong, "\n".join(wrong)


def test_the_policy_names_no_address_that_is_gone():
    assert {name for name, _method in POLICY} == {*PATTERNS}


# What the screens of a story give nobody but the desk, however it is sent.
CRAFTED = {
    **moment("publish_at", timezone.now() + timedelta(days=1)),
    **moment("withdraw_at", timezone.now() + timedelta(days=2)),
    **moment("due_at", timezone.now() + timedelta(hours=3)),
    "comment_mode": "closed",
    "state": "published", "created_by": "1", "claimed_by": "1", "code": "x", "legal_hold": "دعوى",
    "published_at": "2020-01-01", "first_published_at": "2020-01-01", "live_revision": "1",
    "is_superuser": "on", "is_staff": "on", "groups": "1", "user_permissions": "1",
}  # fmt: skip
KEPT = (
    "state", "created_by", "claimed_by", "code", "legal_hold", "published_at", "withdraw_at",
    "first_published_at", "live_revision", "due_at", "scheduled_for", "embargo_until",
)  # fmt: skip


@pytest.mark.parametrize(
    "button",
    ["_continue", "_publish", "_withdraw", "_hold", "_lift_hold", "_take_up", "_call_ready",
     "_send_back", "_claim", "_let_go", "_unschedule"],
)  # fmt: skip
def test_crafted_fields_of_a_reporter_have_no_effect(desk, button):
    article = desk.stories["reporter", "draft"].article
    before = Article.objects.filter(pk=article.pk).values(*KEPT).get()
    rights = accounts()
    sent = typed(desk.category, **CRAFTED, **{button: "1"}, reason="دعوى")
    browser(desk, "reporter").post(screen(article), sent)
    assert Article.objects.filter(pk=article.pk).values(*KEPT).get() == before
    assert hours_and_comments(article) == (None, "inherit")
    assert accounts() == rights


def test_crafted_fields_of_a_new_story_have_no_effect(desk):
    client, reporter = browser(desk, "reporter"), desk.people["reporter"]
    sent = typed(desk.category, **CRAFTED, person=str(reporter.pk), tab="new", _publish="1")
    for name in ("articles_article_add", "articles_article_begin"):
        client.post(reverse(f"admin:{name}"), sent)
        story = Article.objects.order_by("pk").last()
        assert (story.state, story.created_by, story.legal_hold) == ("draft", reporter, "")
        assert story.published_at is story.withdraw_at is story.due_at is None
        assert hours_and_comments(story) == (None, "inherit")


@pytest.mark.parametrize("role", [role for role in SIGNED if role != "superuser"])
def test_nobody_gives_themselves_rights(desk, role):
    person, client, rights = desk.people[role], browser(desk, role), accounts()
    sent = {"username": person.username, "language": "en", "is_active": "on", **CRAFTED}
    for address in (
        reverse("admin:newsroom_user_change", args=[person.pk]),
        reverse("admin:newsroom_user_add"),
        reverse("admin:auth_user_password_change", args=[desk.people["superuser"].pk]),
        reverse("admin:language"),
        reverse("admin:password_change"),
    ):
        client.post(address, sent)
        assert accounts() == rights, address


def ask(desk: Desk, name: str, method: str, role: str, address: Address) -> str:
    """The panel's answer in the newsroom's words; whatever it did is undone afterwards."""
    with transaction.atomic():
        client = browser(desk, role)
        if method == "POST":
            desk.prepare(name, address)
            sent = desk.form(name, role, address)
            with Written() as written:
                answer = client.post(address.path, sent)
        else:
            with Written() as written:
                answer = client.get(address.path)
        transaction.set_rollback(True)
    got = judged(name, answer)
    # A refused act answers with the story's screen and a sentence.
    if got == "allowed" and method == "POST" and " " in name and not written:
        return "denied"
    return "denied, and yet something changed" if got == "denied" and written else got


class Written(list[str]):
    """The statements that wrote into tables of the newsroom or its accounts while it is open."""

    # The audit trail tells of a refusal, and how much of it: that is no change of anything.
    _WRITES = re.compile(
        r"\s*(?:INSERT INTO|UPDATE|DELETE FROM) "
        r'"(?:articles_(?!audit)|comments_|newsroom_(?!logintries|desksession)|auth_)'
    )

    def __enter__(self) -> Self:
        self._watching = connection.execute_wrapper(self._note)
        self._watching.__enter__()
        return self

    def __exit__(self, *failure: object) -> None:
        self._watching.__exit__(*failure)

    def _note(self, execute: Any, sql: str, *rest: Any) -> Any:
        if self._WRITES.match(sql):
            self.append(sql)
        return execute(sql, *rest)


def judged(name: str, answer: Any) -> str:
    """In the newsroom's words; "broken" is no answer that anybody may get."""
    code = answer.status_code
    if code in {301, 302} and "/admin/login/" in answer["Location"]:
        return "denied"
    # Of a thing that somebody may not see, Django's forms say on the first page: not there.
    if code == 302 and name.endswith(("_change", "_delete")) and answer["Location"] == "/admin/":
        return "denied"
    if 200 <= code < 400:
        return "allowed"
    return "denied" if code in {403, 404, 405} else f"broken ({code})"


def browser(desk: Desk, role: str) -> Client:
    client = Client(raise_request_exception=False)
    if desk.cookies[role]:
        client.cookies[settings.SESSION_COOKIE_NAME] = desk.cookies[role]
    return client


def hours_and_comments(story: Article) -> tuple[Any, Any]:
    content = revisions.working_copy(story).content
    return content.get("publish_at"), content["comment_mode"]


def accounts() -> list[Any]:
    rights = ("pk", "is_superuser", "is_staff", "is_active", "password", "groups")
    return list(User.objects.order_by("pk", "groups").values_list(*rights))
