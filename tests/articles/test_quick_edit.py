"""Quick edit from the list: four fields, by the verbs, never over somebody who is writing."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from articles import leases, publishing, revisions
from articles.models import Article, AuditEntry, Revision
from articles.publishing import Stale
from tests.articles.panel import LIST, page_of, said
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db


def screen(story: Article, back: str = "tab=today") -> str:
    address = reverse("admin:articles_article_quick", args=[story.pk])
    return f"{address}?back={back.replace('&', '%26')}"


def sent(story: Article, **words) -> dict[str, str]:
    return {
        "headline": "كلية الهندسة تختبر أول قارب", "category": str(story.category_id),
        "label": "", "due_at_0": "", "due_at_1": "", "version": str(revisions.version_of(story)),
        **words,
    }  # fmt: skip


def test_it_saves_what_a_list_shows_and_goes_back_to_the_row(as_editor):
    story, section = make_article(state="submitted"), make_category("علوم")
    words = sent(
        story, category=str(section.pk), label="exclusive", due_at_0="2026-12-01", due_at_1="15:00"
    )
    answer = as_editor.post(screen(story, "tab=today&q=قمح"), words)
    assert answer.url.startswith(f"{LIST}?tab=today&q=")
    assert answer.url.endswith(f"#story-{story.pk}")
    story.refresh_from_db()
    assert (story.headline, story.category, story.label) == (
        "كلية الهندسة تختبر أول قارب", section, "exclusive",
    )  # fmt: skip
    assert timezone.localtime(story.due_at).hour == 15
    assert set(AuditEntry.objects.values_list("verb", flat=True)) >= {"save", "set_due"}


def test_of_a_live_story_readers_see_nothing_until_it_is_published(as_editor):
    story = make_article(published=True, headline="عودة القطار")
    answer = as_editor.post(screen(story), sent(story))
    assert "نسخة العمل" in said(answer)
    story.refresh_from_db()
    assert story.headline == "عودة القطار"
    working = Revision.objects.get(article=story, role="working")
    assert working.content["headline"] == "كلية الهندسة تختبر أول قارب"


def test_the_form_shows_the_working_copy(as_editor, editor):
    story = make_article(published=True, headline="عودة القطار")
    publishing.save_draft(story, {"headline": "عودة القطار الساحلي"}, by=editor)
    assert "عودة القطار الساحلي" in as_editor.get(screen(story)).text


def test_what_was_saved_meanwhile_stays(as_editor, editor, chief):
    story = make_article(state="submitted")
    words = sent(story)
    publishing.save_draft(story, {"headline": "عنوان مديرة التحرير"}, by=chief)
    answer = as_editor.post(screen(story), words)
    assert answer.status_code == 409
    assert "حُفظ الخبر أثناء ذلك" in said(answer)
    assert "كلية الهندسة تختبر أول قارب" in answer.text, "what was typed is still in the form"
    story.refresh_from_db()
    assert story.headline == "عنوان مديرة التحرير"
    with pytest.raises(Stale):
        publishing.quick_edit(story, {"headline": "آخر"}, by=editor, version=0)


def test_nobody_is_overwritten_while_they_write(as_editor, chief):
    chief.first_name = "هالة"
    chief.save()
    story = make_article(state="submitted", headline="عنوان")
    leases.ask(story, by=chief, tab="t1")
    answer = as_editor.post(screen(story), sent(story, due_at_0="2026-12-01", due_at_1="15:00"))
    assert answer.status_code == 409
    assert "هالة" in said(answer)
    story.refresh_from_db()
    assert (story.headline, story.due_at) == ("عنوان", None)


@pytest.mark.parametrize("words", [{"headline": " "}, {"category": "0"}, {"label": "x"},
                                   {"version": ""}, {"due_at_0": "غدًا"}])  # fmt: skip
def test_what_cannot_be_saved_is_said_at_its_field(as_editor, words):
    story = make_article(headline="عنوان")
    answer = as_editor.post(screen(story), sent(story, **words))
    assert answer.status_code == 422
    story.refresh_from_db()
    assert story.headline == "عنوان"


def test_a_reporter_edits_their_draft_and_sets_no_hour(as_reporter, reporter, editor):
    story = make_article(created_by=reporter)
    page = page_of(as_reporter.get(screen(story)))
    assert not page.all("input", name="due_at_0")
    as_reporter.post(screen(story), sent(story, due_at_0="2026-12-01", due_at_1="15:00"))
    story.refresh_from_db()
    assert (story.headline, story.due_at) == ("كلية الهندسة تختبر أول قارب", None)
    publishing.submit(story, by=reporter)
    assert as_reporter.get(screen(story)).status_code == 403
    assert as_reporter.get(screen(make_article(created_by=editor))).status_code == 404
    with pytest.raises(PermissionDenied):
        publishing.quick_edit(story, {"headline": "س"}, by=reporter, version=1)


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/?x", "a\r\nX: y", ""])
def test_the_way_back_leads_to_the_list_alone(as_editor, back):
    story = make_article()
    address = reverse("admin:articles_article_quick", args=[story.pk])
    answer = as_editor.post(address, sent(story), query_params={"back": back})
    assert answer.url.startswith(f"{LIST}?")


def test_the_embargo_and_other_fields_are_none_of_it(as_editor):
    story = make_article(state="ready", embargo_until=timezone.now() + timedelta(hours=1))
    before = story.embargo_until
    as_editor.post(screen(story), sent(story, embargo_until_0="", body="<p>آخر</p>"))
    story.refresh_from_db()
    assert (story.embargo_until, "آخر" in story.body) == (before, False)
