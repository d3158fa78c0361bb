"""Who sees and does what in the panel, whatever their browser sends."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.admin.refusals import sentence
from articles.models import Article, Revision
from tests.articles.panel import ADD, LIST, moment, page_of, said, screen, typed
from tests.factories import BODY, make_article, make_category

pytestmark = pytest.mark.django_db


def test_the_buttons_shown_are_those_that_may_be_pressed(
    client, reporter, editor, chief, moderator
):
    story = make_article(created_by=reporter)
    shown = {}
    for person in (reporter, editor, chief):
        client.force_login(person)
        form = page_of(client.get(screen(story)))
        row = form.one("div", class_="acts")
        shown[person] = [button.attributes["name"] for button in row.all("button")]
        (inked,) = row.all("button", class_="act")
        assert shown[person].index(inked.attributes["name"]) == 1, "one next act, after saving"
    assert shown[reporter] == ["_continue", "_submit"]
    assert shown[editor] == shown[chief] == ["_continue", "_publish", "_submit"]
    client.force_login(moderator)
    assert client.get(LIST).status_code == 403
    assert client.get(screen(story)).status_code in {302, 403}


@pytest.mark.parametrize("button", ["_publish", "_withdraw", "_send_back"])
def test_a_reporter_cannot_do_the_desks_work_even_with_a_crafted_form(
    as_reporter, reporter, button
):
    story = make_article(created_by=reporter)
    sent = typed(story.category, **{button: "1"}, state="published", created_by="1", code="x")
    answer = as_reporter.post(screen(story), sent)
    story.refresh_from_db()
    assert story.state == "draft"
    assert story.published_at is None
    assert said(answer) == sentence(PermissionDenied())
    assert not re.search("[A-Za-z]", said(answer))


@pytest.mark.parametrize("state", ["submitted", "in_review", "ready", "published", "withdrawn"])
def test_a_story_that_left_its_reporter_is_read_only_to_them(as_reporter, reporter, state):
    public = state in {"published", "withdrawn"}
    story = make_article(created_by=reporter, state=state, published=public)
    form = as_reporter.get(screen(story))
    assert form.status_code == 200
    assert not page_of(form).all(id="id_headline")
    assert as_reporter.post(screen(story), typed(story.category, _save="1")).status_code == 403
    assert Article.objects.get().headline == story.headline
    assert not Revision.objects.exists()


def test_a_reporter_neither_sees_nor_changes_a_foreign_story(as_reporter, editor):
    story = make_article(created_by=editor, headline="سر المحررين")
    assert "سر المحررين" not in as_reporter.get(LIST).content.decode()
    for answer in (
        as_reporter.get(screen(story)),
        as_reporter.post(screen(story), typed(story.category, _submit="1")),
        as_reporter.post(
            reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"}
        ),
    ):
        assert answer.status_code in {302, 403, 404}
    story.refresh_from_db()
    assert (story.headline, story.state) == ("سر المحررين", "draft")


@pytest.mark.parametrize("action", ["publish_chosen", "withdraw_chosen", "delete_selected"])
def test_a_reporter_has_no_acts_on_the_list(as_reporter, reporter, action):
    story = make_article(created_by=reporter, published=action == "withdraw_chosen")
    as_reporter.post(LIST, {"action": action, "_selected_action": [story.pk]})
    assert Article.objects.get().state == story.state


def test_a_reporter_sets_no_hours(as_reporter, reporter):
    story = make_article(created_by=reporter)
    end = timezone.now() + timedelta(days=1)
    for button in ("_continue", "_submit"):
        sent = typed(story.category, **{button: "1"}, **moment("withdraw_at", end))
        as_reporter.post(screen(story), sent)
        story.refresh_from_db()
        assert story.withdraw_at is None


def test_an_editor_cannot_withdraw_by_the_clock(as_editor):
    story = make_article(published=True)
    soon = moment("withdraw_at", timezone.now() + timedelta(minutes=1))
    for button in ("_continue", "_publish"):
        answer = as_editor.post(screen(story), typed(story.category, **{button: "1"}, **soon))
        assert said(answer) or answer.status_code == 403
        assert Article.objects.get().withdraw_at is None


def test_what_was_public_is_not_deleted_by_anyone(as_chief):
    story = make_article(published=True)
    delete = reverse("admin:articles_article_delete", args=[story.pk])
    assert as_chief.post(delete, {"post": "yes"}).status_code == 403
    as_chief.post(LIST, {"action": "delete_selected", "_selected_action": [story.pk]})
    assert Article.objects.exists()


def test_a_reporter_throws_their_draft_away(as_reporter, reporter):
    story = publishing.start(
        {"headline": "خبر", "body": BODY, "category": make_category().pk}, by=reporter
    )
    delete = reverse("admin:articles_article_delete", args=[story.pk])
    assert as_reporter.get(delete).status_code == 200
    assert as_reporter.post(delete, {"post": "yes"}).status_code == 302
    assert not Article.objects.exists()


def test_nobody_without_an_account_comes_near_the_panel(client):
    story = make_article()
    for address in (LIST, ADD, screen(story)):
        for answer in (client.get(address), client.post(address, typed(story.category))):
            assert answer.status_code == 302
            assert "/admin/login/" in answer["Location"]
    assert Article.objects.get().headline == story.headline
