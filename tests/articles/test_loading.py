"""Articles from outside: all that is sound comes in once, the rest is named by its line."""

import json
from datetime import UTC, datetime
from io import StringIO
from itertools import islice

import pytest
from django.core.management import CommandError, call_command
from django.forms.models import model_to_dict
from django.utils import timezone

from articles import publishing
from articles.models import Article, Author, Category, Tag
from tests.articles.markup import Document
from tests.conftest import SHARED

pytestmark = pytest.mark.django_db

LINE = {
    "id": "BB-1",
    "title": "اتفاق على القمح",
    "body": "قال الوزير إن الأسعار ستنخفض.\nوأضاف أن الاتفاق وُقّع.",
}
FULL = {
    **LINE,
    "source": "وكالة السهل",
    "category": "internationalNews",
    "standfirst": "ملخّص الخبر",
    "author": "سلمى الحداد",
    "published": "2018-01-13T10:20:30+03:00",
    "url": "https://example.org/1",
    "tags": ["الأمن", "القمح"],
}


@pytest.fixture
def load(tmp_path):
    """Load lines (objects or raw text); what was said, what was complained of, the exit status."""
    files = iter(range(100))

    def loaded(*lines, **options) -> tuple[str, str, int]:
        file = tmp_path / f"articles-{next(files)}.jsonl"
        raw = [
            line if isinstance(line, bytes)
            else line.encode() if isinstance(line, str)
            else json.dumps(line).encode()
            for line in lines
        ]  # fmt: skip
        file.write_bytes(b"\n".join(raw))
        out, err, status = StringIO(), StringIO(), 0
        try:
            call_command("load_articles", file, stdout=out, stderr=err, **options)
        except CommandError as error:
            status = error.returncode
        return out.getvalue(), err.getvalue(), status

    return loaded


def rows() -> list[dict]:
    kept = []
    for article in Article.objects.order_by("pk"):
        row = model_to_dict(article, fields=[field.name for field in Article._meta.fields])
        row |= {"code": article.code, "id": article.pk, "text": article.plain_text}
        row["tags"] = sorted(article.tags.names())
        row["bylines"] = [byline.author.name for byline in article.bylines.all()]
        kept.append(row)
    return kept


def test_every_field_of_the_contract_arrives(load):
    out, err, status = load(FULL)
    assert (status, err) == (0, "")
    assert out.startswith("1 added, 0 changed, 0 unchanged")
    story = Article.objects.live().get()
    assert story.source_id == "BB-1"
    assert story.headline == "اتفاق على القمح"
    assert story.body == ("<p>قال الوزير إن الأسعار ستنخفض.</p><p>وأضاف أن الاتفاق وُقّع.</p>")
    assert story.standfirst == "ملخّص الخبر"
    assert story.source_line == "وكالة السهل"
    assert story.published_at == datetime(2018, 1, 13, 7, 20, 30, tzinfo=UTC)
    assert story.first_published_at == story.published_at
    assert story.category.name == "أخبار عالمية"
    assert [byline.author.name for byline in story.bylines.all()] == ["سلمى الحداد"]
    assert set(story.tags.names()) == {"الأمن", "القمح"}
    assert story.word_count == 9


@pytest.mark.parametrize("empty", [None, ""])
def test_what_may_be_missing_may_be_missing(load, empty):
    names = ("source", "category", "standfirst", "author", "published", "url", "tags")
    before = timezone.now().replace(microsecond=0)
    assert load({**LINE, **dict.fromkeys(names, empty)}, {**LINE, "id": 7})[2] == 0
    for story in Article.objects.all():
        assert before <= story.published_at <= timezone.now()
        assert story.category.name
    assert Article.objects.get(source_id="7")


def test_the_same_file_twice_is_the_same_rows(load):
    lines = [FULL, {**LINE, "id": "BB-2"}, {**FULL, "id": "BB-3", "tags": ["الامن", "#الأمن"]}]
    load(*lines)
    first = rows()
    out, _err, status = load(*lines)
    assert rows() == first
    assert status == 0
    assert out.startswith("0 added, 0 changed, 3 unchanged"), out


@pytest.mark.parametrize(
    "tags", [["ي", "ا"], ["القمح", "القمح"], ["الأمن", "الامن"], [" القمح "], ["#القمح"], ["", "ا"]]
)
def test_tags_in_any_order_and_spelling_are_no_change(load, tags):
    load({**LINE, "tags": tags})
    assert load({**LINE, "tags": tags})[0].startswith("0 added, 0 changed, 1 unchanged")


def test_a_changed_article_is_changed_in_its_place(load):
    load(FULL)
    story = Article.objects.get()
    changed = {**FULL, "title": "عنوان آخر", "author": "نادر", "tags": ["المياه"]}
    assert load(changed)[0].startswith("0 added, 1 changed")
    again = Article.objects.get()
    assert (again.pk, again.code) == (story.pk, story.code)
    assert again.get_absolute_url() == story.get_absolute_url()
    assert again.headline == "عنوان آخر"
    assert [byline.author.name for byline in again.bylines.all()] == ["نادر"]
    assert list(again.tags.names()) == ["المياه"]


def test_what_the_desk_has_edited_or_withdrawn_stays_as_the_desk_left_it(load, editor, chief):
    load(FULL, {**FULL, "id": "BB-2"})
    edited, withdrawn = Article.objects.order_by("source_id")
    publishing.save_draft(edited, {"headline": "عنوان المحرر"}, by=editor)
    publishing.publish(edited, by=editor)
    publishing.withdraw(withdrawn, by=chief)
    load({**FULL, "title": "من الملف"}, {**FULL, "id": "BB-2", "title": "من الملف"})
    edited.refresh_from_db()
    withdrawn.refresh_from_db()
    assert (edited.headline, edited.state) == ("عنوان المحرر", "published")
    assert withdrawn.state == "withdrawn"


def test_two_files_with_one_id_are_one_article(load):
    load(FULL, {**LINE, "id": "BB-2"})
    load({**FULL, "title": "من الملف الثاني"})
    assert Article.objects.count() == 2
    assert Article.objects.get(source_id="BB-1").headline == "من الملف الثاني"


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        ("2018-01-13", datetime(2018, 1, 12, 21, tzinfo=UTC)),
        ("2018-01-13T10:20", datetime(2018, 1, 13, 7, 20, tzinfo=UTC)),
        ("2018-01-13T10:20:30Z", datetime(2018, 1, 13, 10, 20, 30, tzinfo=UTC)),
        ("2018-01-13 10:20:30+00:00", datetime(2018, 1, 13, 10, 20, 30, tzinfo=UTC)),
    ],
)
def test_a_time_is_read_as_iso_says_and_here_where_it_says_nothing(load, published, moment):
    load({**LINE, "published": published})
    assert Article.objects.get().published_at == moment


BAD = {
    "no JSON": "{",
    "no object": "[1, 2]",
    "a number": "7",
    "no UTF-8": b'{"id": "x", "title": "\xff\xfe", "body": "y"}',
    "a lone surrogate": '{"id": "x", "title": "\\ud800", "body": "y"}',
    "a surrogate in a tag": '{"id": "x", "title": "t", "body": "y", "tags": ["\\ud800"]}',
    "deep": "[" * 100_000,
    "a huge number": '{"id": ' + "9" * 5000 + ', "title": "t", "body": "b"}',
    "no id": {**LINE, "id": ""},
    "no title": {**LINE, "title": "  "},
    "no body": {**LINE, "body": None},
    "NUL alone": {**LINE, "body": "\x00\x00"},
    "a list as title": {**LINE, "title": ["x"]},
    "true as id": {**LINE, "id": True},
    "a float as id": {**LINE, "id": 1.5},
    "an object as author": {**LINE, "author": {"name": "x"}},
    "a text as tags": {**LINE, "tags": "الأمن"},
    "numbers as tags": {**LINE, "tags": [1]},
    "a long tag": {**LINE, "tags": ["و" * 101]},
    "a long title": {**LINE, "title": "و" * 301},
    "a long id": {**LINE, "id": "x" * 201},
    "a long source": {**LINE, "source": "و" * 201},
    "a long author": {**LINE, "author": "و" * 121},
    "a long category": {**LINE, "category": "و" * 200},
    "no date": {**LINE, "published": "أمس"},
    "a day that is none": {**LINE, "published": "2018-02-30"},
    "the year 0": {**LINE, "published": "0000-01-01"},
    "the first moment": {**LINE, "published": "0001-01-01T00:00:00+03:00"},
    "the last moment": {**LINE, "published": "9999-12-31T23:59:59-05:00"},
    "the year 20000": {**LINE, "published": "20000-01-01"},
    "a number as date": {**LINE, "published": 1515800000},
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_line_is_named_and_the_others_come_in(load, kind):
    good = {**LINE, "id": "good-1"}, {**LINE, "id": "good-2"}
    out, err, status = load(good[0], BAD[kind], good[1])
    assert status == 1
    assert ".jsonl:2: " in err
    assert err.count(".jsonl:") == 1
    assert "1 bad" in out
    assert set(Article.objects.values_list("source_id", flat=True)) == {"good-1", "good-2"}


def test_a_bad_line_leaves_nothing_behind(load):
    load({**FULL, "published": "أمس"}, {**FULL, "tags": ["و" * 101]}, {**FULL, "title": "و" * 301})
    assert not Article.objects.exists()
    assert not Author.objects.exists()
    assert not Tag.objects.exists()


def test_nul_is_taken_out_and_words_stay(load):
    lines = {**FULL, "title": "عن\x00وان", "tags": ["قم\x00ح"], "author": "سل\x00مى"}
    assert load(lines)[2] == 0
    story = Article.objects.get()
    assert story.headline == "عنوان"
    assert list(story.tags.names()) == ["قمح"]
    assert story.bylines.get().author.name == "سلمى"


def test_text_is_text_and_never_markup(load, reader):
    hostile = "<script>alert(1)</script> 3 < 4 & <b>x</b>"
    load({**FULL, "title": hostile, "body": hostile, "standfirst": hostile, "author": hostile})
    story = Article.objects.get()
    assert story.plain_text == hostile
    page = Document.of(reader.get(story.get_absolute_url()))
    assert page.one("h1").text() == hostile
    assert len(page.running_scripts) == 1  # our own


def test_empty_lines_and_an_empty_file_are_nothing(load):
    assert load("", "", LINE, "   ", "")[2] == 0
    assert Article.objects.count() == 1
    assert load()[2] == 0


def test_a_missing_file_is_said_in_a_sentence(tmp_path):
    for path in (tmp_path / "nowhere.jsonl", tmp_path):
        with pytest.raises(CommandError, match=path.name) as refusal:
            call_command("load_articles", path)
        assert refusal.value.returncode == 1


def test_a_newsroom_names_its_sections(load, tmp_path):
    names = tmp_path / "names.json"
    names.write_text(json.dumps({"internationalNews": "العالم", "جديد": "قسم جديد"}))
    load(FULL, {**FULL, "id": "BB-2", "category": "جديد"}, categories=names)
    assert set(Category.objects.values_list("name", flat=True)) == {"العالم", "قسم جديد"}
    assert Category.objects.get(name="العالم").slug == "international-news"


@pytest.mark.parametrize("content", ["", "[]", '{"a": 1}', "{", None])
def test_a_list_of_names_that_is_none_is_refused_before_anything_is_loaded(load, tmp_path, content):
    names = tmp_path / "names.json"
    if content is not None:
        names.write_text(content)
    assert load(FULL, categories=names)[2] == 1
    assert not Article.objects.exists()


def test_a_standfirst_that_repeats_the_beginning_is_not_shown_twice(load, reader):
    opening = LINE["body"].partition("\n")[0]
    load({**LINE, "standfirst": opening})
    story = Article.objects.get()
    assert story.standfirst == opening
    page = Document.of(reader.get(story.get_absolute_url()))
    assert page.one("main").text().count(opening) == 1


@pytest.mark.shared
@pytest.mark.parametrize("outlet", ["bbc", "jawhara", "skynews"])
def test_real_articles_come_in_whole_and_once(load, reader, outlet):
    with (SHARED / "articles-ant" / f"{outlet}.jsonl").open(encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in islice(file, 100)]
    out, err, status = load(*lines)
    assert (status, err) == (0, "")
    assert out.startswith("100 added")
    first = rows()
    assert load(*lines)[0].startswith("0 added, 0 changed, 100 unchanged")
    assert rows() == first
    for record in map(json.loads, lines[:5]):
        story = Article.objects.get(source_id=record["id"])
        page = Document.of(reader.get(story.get_absolute_url()))
        assert page.one("h1").text() == " ".join(record["title"].split())
        assert " ".join(record["body"].split()) in page.one("div", class_="body").text()
    assert not set(Category.objects.values_list("name", flat=True)) & {
        "internationalNews", "economy", "sport", "politic",
    }  # fmt: skip
