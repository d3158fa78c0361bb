"""The working copy as readers would get it: seen by those who may, framed by the panel alone."""

import pytest
from django.urls import reverse

from articles import publishing
from articles.models import Article
from tests.articles.panel import screen
from tests.factories import make_article, make_picture

pytestmark = pytest.mark.django_db


def preview(story: Article) -> str:
    return reverse("admin:articles_article_preview", args=[story.pk])


@pytest.fixture
def changed(editor):
    """A live story whose rewrite waits."""
    story = make_article(published=True, headline="عنوان يراه القرّاء")
    picture = make_picture()
    words = f'<p>كلمات الإعداد</p><figure data-picture="{picture.pk}"></figure>'
    content = {"headline": "عنوان لم يُنشر بعد", "body": words, "tags": ["السكك"]}
    publishing.save_draft(story, content, by=editor)
    return story


def test_it_shows_the_working_copy_in_the_readers_template(as_editor, changed):
    page = as_editor.get(preview(changed))
    shown = page.content.decode()
    assert "عنوان لم يُنشر بعد" in shown
    assert "كلمات الإعداد" in shown
    assert "السكك" in shown
    assert "<picture" in shown or "<img" in shown
    assert "معاينة" in shown
    assert 'id="comments"' not in shown
    assert "<form" not in shown
    changed.refresh_from_db()
    assert changed.headline == "عنوان يراه القرّاء"


def test_no_machine_keeps_it_and_only_the_panel_frames_it(as_editor, changed):
    page = as_editor.get(preview(changed))
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert 'name="robots" content="noindex' in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"
    other = as_editor.get(screen(changed))
    assert "frame-ancestors 'none'" in other.headers["Content-Security-Policy"]
    assert other.headers["X-Frame-Options"] == "DENY"


def test_it_speaks_to_readers_in_their_language(as_editor, editor, changed):
    editor.language = "en"
    editor.save()
    assert '<html lang="ar" dir="rtl"' in as_editor.get(preview(changed)).content.decode()


def test_a_draft_has_a_preview_too(as_editor):
    story = make_article(headline="مسودة")
    assert "مسودة" in as_editor.get(preview(story)).content.decode()


def test_who_may_not_see_a_story_does_not_learn_that_it_is_there(as_reporter, editor, client):
    story = make_article(created_by=editor)
    assert as_reporter.get(preview(story)).status_code == 404
    assert (
        as_reporter.get(reverse("admin:articles_article_preview", args=[99_999])).status_code == 404
    )
    client.logout()
    assert client.get(preview(story)).status_code == 302


def test_it_is_read_only(as_editor, changed):
    assert as_editor.post(preview(changed)).status_code == 405


def test_the_cards_say_what_search_engines_will(as_editor, changed):
    shown = as_editor.get(screen(changed)).content.decode()
    assert f"/a/{changed.code}/عنوان-" in shown or f"/{changed.code}/عنوان-" in shown
    assert "كلمات الإعداد" in shown
