"""Two revisions of a story side by side, and what the filter of shapes leaves of them."""

import json

import pytest
from django.template import Context, Template

from articles.arabic.letters import strip_marks
from articles.arabic.shapes import ALL_SHAPES, NO_SHAPES
from articles.arabic.words import count_words
from articles.body.text import paragraphs, plain_text
from articles.comparing.contents import ListChange, compare, count, words_in_and_out
from tests.conftest import SHARED
from tests.factories import BODY

CONTENT = {
    "kicker": "زراعة", "headline": "اتفاق جديد على القمح", "short_headline": "", "slug": "",
    "standfirst": "ملخّص الخبر", "body": BODY, "dateline": "بيروت", "source_line": "وكالات",
    "label": "", "comment_mode": "inherit", "category": 3, "lead_picture": 17, "video": None,
    "tags": ["القمح", "الأمن الغذائي"], "authors": [4, 9], "publish_at": None,
}  # fmt: skip


def changed(hide=NO_SHAPES, **fields):
    return compare(CONTENT, CONTENT | fields, hide=hide)


def test_only_fields_that_differ_are_told_in_the_order_of_the_form():
    assert changed() == []
    told = changed(label="breaking", lead_picture=None, body=BODY + "<p>وتابع.</p>", kicker="")
    assert [change.field for change in told] == ["kicker", "body", "label", "lead_picture"]
    assert count(told) == 4


def test_a_picture_a_category_and_an_hour_are_told_as_what_was_and_what_is():
    for field, new in (("lead_picture", 18), ("category", 5), ("publish_at", "2026-12-01T09:00")):
        [change] = changed(**{field: new})
        assert (change.field, change.old, change.new) == (field, CONTENT[field], new)


@pytest.mark.parametrize(
    ("field", "new", "expected"),
    [
        ("tags", ["القمح", "مصر"], (("الأمن الغذائي",), ("مصر",), ("القمح",), False)),
        ("tags", [], (("القمح", "الأمن الغذائي"), (), (), False)),
        ("authors", [9, 4], ((), (), (9, 4), True)),
        ("authors", [4, 7, 9], ((), (7,), (4, 9), False)),
    ],
)
def test_members_of_a_list_come_go_and_change_places(field, new, expected):
    assert changed(**{field: new}) == [ListChange(field, *expected)]


def test_a_tag_that_was_only_vocalised_can_be_hidden():
    assert count(changed(tags=["القَمح", "الأمن الغذائي"])) == 2
    assert changed(tags=["القَمح", "الأمن الغذائي"], hide=ALL_SHAPES) == []


def test_a_field_that_an_older_revision_did_not_know_differs_only_where_it_says_something():
    old = {name: value for name, value in CONTENT.items() if name not in {"video", "tags"}}
    assert [change.field for change in compare(old, CONTENT)] == ["tags"]
    assert [change.field for change in compare(CONTENT, old)] == ["tags"]


def test_a_difference_of_markup_alone_is_never_silent():
    one = "<ul><li>قمح</li><li>شعير</li></ul>"
    [change] = compare(CONTENT | {"body": one}, CONTENT | {"body": one.replace(
        "</li><li>", "</li></ul><ul><li>")})  # fmt: skip
    assert (change.field, change.changes) == ("body", 1)


@pytest.mark.shared
def test_vocalising_a_whole_story_shows_nothing_with_the_filter_and_each_word_without():
    """The promise of design/desk.md, section 4, point 8."""
    with (SHARED / "diacritics-tashkeela" / "lines.jsonl").open(encoding="utf-8") as lines:
        vocalised = [json.loads(line)["text"] for line in lines][:200]
    bare = [strip_marks(line) for line in vocalised]
    words = sum(
        old != new
        for one, other in zip(bare, vocalised, strict=True)
        for old, new in zip(one.split(), other.split(), strict=True)
        if count_words(new)
    )
    assert words > 4000
    old = CONTENT | {"body": paragraphs(bare), "headline": bare[0]}
    new = CONTENT | {"body": paragraphs(vocalised), "headline": vocalised[0]}
    assert compare(old, new, hide=ALL_SHAPES) == []
    in_headline = sum(a != b for a, b in zip(bare[0].split(), vocalised[0].split(), strict=True))
    assert count(compare(old, new)) == words + in_headline
    assert plain_text(new["body"]) != plain_text(old["body"])


def test_vocalising_every_other_word_changes_exactly_those():
    old = paragraphs(["في مصر وفي لبنان في أيار في كل عام من هنا ومن هناك من بعيد"])
    new = paragraphs(["فِي مصر وفِي لبنان فِي أيار في كل عامٍ من هُنا ومن هناك مِن بعيد"])
    assert count(compare(CONTENT | {"body": old}, CONTENT | {"body": new})) == 6
    assert compare(CONTENT | {"body": old}, CONTENT | {"body": new}, hide=ALL_SHAPES) == []


def test_words_that_came_and_went_are_counted_over_all_texts_and_the_body():
    told = changed(
        headline="اتفاق مبدئي جديد على القمح", body=BODY.replace("قبل الصيف", "غدًا"), tags=[]
    )
    assert words_in_and_out(told) == (2, 2)
    assert words_in_and_out(changed(body=BODY + "<p>وتابع أمس.</p>")) == (2, 0)


SCREEN = """{% for change in changes %}<h2>{{ change.field }}: {{ change.changes }}</h2>
{% for line in change.lines %}{% if line.lines %}<details>{{ line.words }}</details>
{% else %}<p dir="auto" class="{{ line.fate }}">{% for run in line.runs %}\
{% partial run %}{% endfor %}</p>
{% endif %}{% empty %}<p dir="auto">{% for run in change.runs %}{% partial run %}{% endfor %}</p>
{% endfor %}{% endfor %}"""
RUN = """{% partialdef run %}{% if run.kind == "deleted" %}<del>{{ run.text }}</del>\
{% elif run.kind == "inserted" %}<ins>{{ run.text }}</ins>{% else %}{{ run.text }}{% endif %}\
{% endpartialdef %}"""


def test_a_template_draws_it_without_asking_anything_else():
    changes = changed(
        headline="اتفاق مبدئي على القمح", body=BODY.replace("الصيف", "<strong>الشتاء</strong> & ")
    )
    drawn = Template(RUN + SCREEN).render(Context({"changes": changes}))
    assert "<h2>headline: 1</h2>" in drawn
    assert "اتفاق <del>جديد</del><ins>مبدئي</ins> على القمح" in drawn
    assert '<p dir="auto" class="edited">' in drawn
    assert "قبل <del>الصيف</del><ins>الشتاء</ins>" in drawn
    assert "&amp;" in drawn
