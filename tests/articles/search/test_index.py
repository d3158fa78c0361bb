"""The index follows the desk, and mends itself."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from articles import publishing
from articles.models import Article, SearchDocument, SearchTerm, Tag
from articles.search import documents, index
from articles.search.documents import VERSION, document
from tests.articles.search.answers import asked, headlines
from tests.factories import make_article, make_author

pytestmark = pytest.mark.django_db


def counts() -> dict[int, int]:
    return dict(SearchTerm.objects.exclude(documents=0).values_list("key", "documents"))


def indexed() -> set[int]:
    """Ids in the database's own table."""
    column = "article_id" if connection.vendor == "postgresql" else "rowid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM articles_searchindex")  # noqa: S608
        return {pk for (pk,) in cursor.fetchall()}


def rebuild(**options) -> str:
    out = StringIO()
    call_command("rebuild_search", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def published(editor, commits, **fields) -> Article:
    with commits(execute=True):
        return publishing.publish(make_article(**fields), by=editor)


def test_a_story_is_found_when_published_and_with_its_new_words(
    editor, django_capture_on_commit_callbacks
):
    commits = django_capture_on_commit_callbacks
    story = published(editor, commits, headline="القمح في الصوامع", body="<p>نص.</p>")
    assert headlines("القمح") == ["القمح في الصوامع"]
    with commits(execute=True):
        publishing.save_draft(story, {"headline": "الشعير في الصوامع"}, by=editor)
    assert headlines("القمح") == ["القمح في الصوامع"]
    assert headlines("الشعير") == []
    with commits(execute=True):
        publishing.publish(story, by=editor)
    assert headlines("القمح") == []
    assert headlines("الشعير") == ["الشعير في الصوامع"]


def test_a_story_under_embargo_appears_by_the_clock_alone(
    editor, django_capture_on_commit_callbacks
):
    hour = timezone.now() + timedelta(hours=2)
    with django_capture_on_commit_callbacks(execute=True):
        story = publishing.publish(make_article(headline="بيان المصرف"), by=editor, at=hour)
    assert indexed() == {story.pk}
    assert headlines("بيان المصرف") == []
    Article.objects.update(published_at=timezone.now(), first_published_at=timezone.now())
    assert headlines("بيان المصرف") == ["بيان المصرف"]


def test_a_withdrawn_story_leaves_nothing_behind(editor, chief, django_capture_on_commit_callbacks):
    story = published(editor, django_capture_on_commit_callbacks, headline="القمح")
    assert counts()
    with django_capture_on_commit_callbacks(execute=True):
        publishing.withdraw(story, by=chief)
    assert (indexed(), counts(), SearchDocument.objects.count()) == (set(), {}, 0)


@pytest.mark.parametrize("how", ["one", "many"])
def test_a_deleted_story_leaves_nothing_behind(findable, how):
    story = findable(headline="القمح")
    story.delete() if how == "one" else Article.objects.all().delete()
    assert (indexed(), counts(), SearchDocument.objects.count()) == (set(), {}, 0)


def test_writing_a_story_again_counts_it_once(findable):
    story = findable(headline="القمح في الصوامع")
    once = counts()
    index.index([story.pk, story.pk])
    index.index([story.pk])
    assert counts() == once
    assert once[index.STORIES] == 1


def test_drafts_are_not_taken_in(db):
    draft = make_article(headline="القمح")
    index.index([draft.pk, 10_000])
    assert (indexed(), SearchDocument.objects.count()) == (set(), 0)


def test_a_failing_index_takes_no_publication_back(
    editor, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    def broken(article_ids):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(index, "index", broken)
    story = published(editor, django_capture_on_commit_callbacks, headline="القمح")
    assert Article.objects.live().get() == story
    assert "the disk is full" in caplog.text
    monkeypatch.undo()
    assert "1 stories indexed" in rebuild()
    assert headlines("القمح") == ["القمح"]


def test_loaded_stories_are_found_at_once(tmp_path):
    lines = [
        json.dumps(
            {"id": f"w{number}", "title": f"القمح {number}", "body": "نص.", "tags": ["صوامع"]}
        )
        for number in range(3)
    ]
    file = tmp_path / "wheat.jsonl"
    file.write_text("\n".join([*lines, "no line"]), encoding="utf-8")
    with pytest.raises(Exception, match="1 lines"):
        call_command("load_articles", file, stdout=StringIO(), stderr=StringIO())
    assert asked("القمح الصوامع").full == 3


def test_another_name_is_found_at_once(as_chief, findable, django_capture_on_commit_callbacks):
    author = make_author("سلمى الحداد")
    story = findable(headline="خبر", authors=(author,), tags=("قمح",))
    tag = Tag.objects.get()
    for address, row, name in (
        (f"/admin/articles/author/{author.pk}/change/", author, "ندى الشامي"),
        (f"/admin/articles/category/{story.category.pk}/change/", story.category, "زراعة"),
        (f"/admin/articles/tag/{tag.pk}/change/", tag, "شعير"),
    ):
        fields = {"name": name, "slug": row.slug, "kind": "person", "order": 1}
        with django_capture_on_commit_callbacks(execute=True):
            assert as_chief.post(address, fields).status_code == 302
        assert headlines(name) == ["خبر"]
    assert headlines("سلمى الحداد") == []


# rebuild_search


def test_what_is_missing_comes_in_and_what_is_too_much_goes(findable):
    findable(headline="القمح")
    make_article(headline="الشعير", published=True)
    gone = findable(headline="الذرة")
    Article.objects.filter(pk=gone.pk).update(state="withdrawn")
    assert rebuild().startswith("1 stories indexed, 1 taken out, 2 in the index.")
    assert headlines("الشعير") == ["الشعير"]
    assert rebuild().startswith("0 stories indexed, 0 taken out, 2")


def test_a_stopped_rebuild_goes_on_where_it_was(findable, monkeypatch):
    for number in range(5):
        make_article(headline=f"القمح {number}", published=True)
    monkeypatch.setattr(index, "BATCH", 2)
    written = []

    def stopped(documents):
        if len(written) == 1:
            raise KeyboardInterrupt
        written.append(list(documents))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("articles.search.index.engine", lambda: type("Half", (), {"write": stopped}))
        with pytest.raises(KeyboardInterrupt):
            rebuild()
    assert SearchDocument.objects.count() == 2
    assert rebuild().startswith("3 stories indexed")


def test_new_rules_write_every_story_anew_and_readers_search_meanwhile(findable):
    findable(headline="القمح في الصوامع")
    right = counts()
    SearchDocument.objects.update(version=VERSION + 1, profile=b"of another shape")
    assert headlines("القمح") == ["القمح في الصوامع"]
    assert rebuild().startswith("1 stories indexed")
    assert counts() == right
    assert rebuild().startswith("0 stories indexed")


def test_counts_that_went_astray_are_counted_anew(findable):
    findable(headline="القمح في الصوامع")
    findable(headline="القمح في الميناء")
    right = counts()
    SearchTerm.objects.update(documents=7)
    rebuild(all=True)
    assert counts() == right


# What a story is in the index


def test_a_long_story_fits_and_its_end_is_left_out(findable):
    words = " ".join(f"كلمة{number}" for number in range(documents.MOST_WORDS + 500))
    story = findable(headline="القمح", body=f"<p>{words}</p>")
    assert headlines("كلمة15") == ["القمح"]
    assert SearchDocument.objects.get().words == documents.MOST_WORDS
    assert len(document(story).words) <= documents.MOST_WORDS


def test_a_story_without_one_space_fits(findable):
    findable(headline="القمح", body="<p>" + "م" * 500_000 + "</p>")
    findable(headline="الشعير", body="<p>" + "\U00010330" * 5 + " x" * 40_000 + "</p>")
    assert headlines("القمح") == ["القمح"]
    assert headlines("الشعير") == ["الشعير"]
    assert headlines("\U00010330" * 5) == ["الشعير"]


@pytest.mark.shared
def test_any_text_can_be_indexed(findable, naughty_texts):
    for text in naughty_texts:
        story = findable(headline=text[:300].replace("\x00", "") or "خبر", body=text)
        assert story.pk in indexed()


def test_a_topic_that_is_gone_is_no_longer_found(findable, django_capture_on_commit_callbacks):
    story = findable(tags=("زغطبش", "قمح"))
    with django_capture_on_commit_callbacks(execute=True):
        story.tags.get(name="زغطبش").delete()
    assert asked("زغطبش").total == 0
    assert asked("قمح").total == 1
