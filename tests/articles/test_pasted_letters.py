"""What is pasted out of a PDF file is kept in letters that readers find, and the desk is told."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from articles.models import Article, Author, Category, Picture, Tag
from articles.revisions import working_copy
from newsroom.models import Page
from tests.articles.panel import ADD, page_of, said, screen, typed
from tests.factories import make_article, make_author, make_category, make_comment, make_picture

pytestmark = pytest.mark.django_db

DRAWN, PLAIN = "ﺍﻟﻌﺮﺑﻴﺔ", "العربية"
HONOURED = "محمد ﷺ"


def test_every_word_of_a_story_is_kept_in_ordinary_letters(client, editor):
    client.force_login(editor)
    answer = client.post(
        ADD,
        typed(
            headline=f"{DRAWN} أولًا", kicker=DRAWN, standfirst=f"{DRAWN} و{HONOURED}",
            short_headline=DRAWN, dateline=DRAWN, source_line=DRAWN, tags=f"{DRAWN}، القمح",
            body=f'<p>عن <a href="https://a.example/ﺍ">{DRAWN}</a> {HONOURED}</p>',
        ),
    )  # fmt: skip
    copy = working_copy(Article.objects.get()).content
    assert copy["headline"] == f"{PLAIN} أولًا"
    assert copy["slug"] == "العربية-أولًا".replace("ً", "")
    assert copy["standfirst"] == f"{PLAIN} و{HONOURED}"
    assert [copy[name] for name in ("kicker", "short_headline", "dateline", "source_line")] == [
        PLAIN
    ] * 4
    assert copy["tags"] == [PLAIN, "القمح"]
    assert f">{PLAIN}</a> {HONOURED}</p>" in copy["body"]
    assert "%EF%BA%8D" in copy["body"] or "ﺍ" in copy["body"]  # an address is no word
    notice = said(answer)
    assert PLAIN in notice
    assert DRAWN not in notice  # it would look the same
    assert "«العنوان»" in notice
    assert "«النص»" in notice


def test_who_typed_ordinary_letters_is_told_nothing(client, editor):
    client.force_login(editor)
    words = f"{HONOURED} ﴿ن﴾ مَدّ ـــ ½ １٠ ﷼"
    answer = client.post(ADD, typed(headline=words, body=f"<p>{words}</p>"))
    copy = working_copy(Article.objects.get()).content
    assert copy["headline"] == words
    assert copy["body"] == f"<p>{words}</p>"
    assert "PDF" not in said(answer)


def test_letters_in_entities_are_letters_too(client, editor):
    client.force_login(editor)
    client.post(ADD, typed(body="<p>&#xFE8D;&#xFEDF;&#xFED8;</p>"))
    assert working_copy(Article.objects.get()).content["body"] == "<p>الق</p>"


def test_what_grew_too_long_is_refused_and_kept_on_the_screen(client, editor):
    client.force_login(editor)
    longest = Tag._meta.get_field("name").max_length
    answer = client.post(ADD, typed(tags="ﷲ" * longest))
    assert answer.status_code == 200
    assert "الله" in page_of(answer).one("input", name="tags").attributes["value"]
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("address", "fields", "kept"),
    [
        ("author", {"name": DRAWN, "kind": "person", "job_title": DRAWN, "biography": DRAWN},
         lambda: Author.objects.get().biography),
        ("category", {"name": DRAWN, "description": DRAWN, "order": "0"},
         lambda: Category.objects.get().description),
    ],
)  # fmt: skip
def test_names_are_kept_in_ordinary_letters(client, chief, address, fields, kept):
    client.force_login(chief)
    answer = client.post(f"/admin/articles/{address}/add/", {"slug": "", **fields})
    assert answer.status_code == 302, page_of(answer).text()
    assert kept() == PLAIN
    assert "«الاسم»" in said(answer)


def test_captions_are_kept_in_ordinary_letters(client, editor):
    picture = make_picture()
    Picture.objects.update(uploaded_by=editor)
    client.force_login(editor)
    answer = client.post(
        f"/admin/articles/picture/{picture.pk}/change/",
        {"alt_text": DRAWN, "caption": f"{DRAWN} {HONOURED}", "credit": "رهف", "focus_x": "0.5",
         "focus_y": "0.5"},
    )  # fmt: skip
    assert answer.status_code == 302
    picture.refresh_from_db()
    assert (picture.alt_text, picture.caption) == (PLAIN, f"{PLAIN} {HONOURED}")


def test_a_standing_page_is_kept_in_ordinary_letters(client, chief):
    client.force_login(chief)
    fields = {"title": DRAWN, "body": f"<p>{DRAWN}</p>", "slug": "about", "order": "0"}
    client.post("/admin/newsroom/page/add/", fields)
    page = Page.objects.get()
    assert (page.title, page.body) == (PLAIN, f"<p>{PLAIN}</p>")


def test_an_older_story_is_mended_when_it_is_saved_again(client, editor):
    story = make_article(headline=DRAWN, body=f"<p>{DRAWN}</p>")
    client.force_login(editor)
    client.post(screen(story), typed(story.category, headline=DRAWN, body=f"<p>{DRAWN}</p>"))
    assert working_copy(story).content["headline"] == PLAIN


def load(tmp_path, *lines: dict[str, object]) -> str:
    file, out = tmp_path / "stories.jsonl", StringIO()
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    call_command("load_articles", file, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_loaded_stories_are_kept_in_ordinary_letters_once_and_for_all(tmp_path):
    drawn = {
        "id": "ﺍ-1", "title": DRAWN, "body": f"{DRAWN} {HONOURED}", "standfirst": DRAWN,
        "author": DRAWN, "tags": [DRAWN, PLAIN], "source": DRAWN,
    }  # fmt: skip
    plain = {"id": "2", "title": "خبر", "body": HONOURED}
    out = load(tmp_path, drawn, plain)
    assert "2 added" in out
    assert "1 held letters in drawn forms" in out
    story = Article.objects.get(source_id="ﺍ-1")
    assert (story.headline, story.standfirst, story.source_line) == (PLAIN,) * 3
    assert story.body == f"<p>{PLAIN} {HONOURED}</p>"
    assert [author.name for author in story.authors.all()] == [PLAIN]
    assert list(story.tags.names()) == [PLAIN]
    again = load(tmp_path, drawn, plain)
    assert "2 unchanged" in again
    assert "drawn forms" not in again


def test_a_readers_words_stay_as_they_were_sent_and_count_as_the_same_words(reader):
    # Shown as written; what compares them (screening, repeats) folds both.
    story = make_article(published=True)
    first = make_comment(story, body=f"شكرًا {DRAWN}")
    second = make_comment(story, body=f"شكرًا {PLAIN}")
    first.refresh_from_db()
    assert first.body == f"شكرًا {DRAWN}"
    assert first.text_key == second.text_key


def test_the_author_of_a_loaded_story_is_the_one_that_is_there(tmp_path):
    known = make_author(PLAIN)
    make_category()
    load(tmp_path, {"id": "1", "title": "خبر", "body": "نص", "author": DRAWN})
    assert Author.objects.get() == known
