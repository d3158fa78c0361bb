"""Two bodies line by line, and what looking for their differences may cost."""

import random

import hypothesis.strategies as st
import pytest
from hypothesis import given

from articles.arabic.shapes import ALL_SHAPES, Shape
from articles.body.parts import blocks_of, lines_of
from articles.body.sanitise import clean_body
from articles.comparing.lines import Fate, Fold, compare_bodies, folded
from articles.comparing.matching import LOOKS, Effort, matching, rising

WHEAT = "<p>قال وزير الاقتصاد إن أسعار القمح ستنخفض قبل الصيف.</p>"
AGREED = "<p>وأضاف أن الاتفاق وُقّع أمس في بيروت بحضور السفراء.</p>"
HEADING = "<h2>خلفية الاتفاق</h2>"
FIGURE = '<figure data-picture="3"></figure>'


def fates(old: str, new: str, **options) -> list[str]:
    return [line.fate.value for line in compare_bodies(old, new, **options)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (WHEAT + AGREED, WHEAT + AGREED, ["kept", "kept"]),
        (WHEAT, WHEAT + AGREED, ["kept", "inserted"]),
        (WHEAT + AGREED, AGREED, ["deleted", "kept"]),
        (WHEAT + AGREED, WHEAT.replace("الصيف", "الشتاء") + AGREED, ["edited", "kept"]),
        (WHEAT + AGREED + HEADING, AGREED + HEADING + WHEAT, ["left", "kept", "kept", "moved"]),
        (WHEAT, "<p>نفت الرئاسة ذلك.</p>", ["deleted", "inserted"]),
        (WHEAT, WHEAT.replace("<p>", "<h2>").replace("</p>", "</h2>"), ["edited"]),
        (FIGURE, FIGURE.replace("3", "4"), ["deleted", "inserted"]),
        (FIGURE, FIGURE.replace('"3"', '"3" data-place="out"'), ["edited"]),
        (WHEAT + FIGURE + AGREED, WHEAT + AGREED + FIGURE, ["kept", "left", "kept", "moved"]),
    ],
)
def test_each_line_is_told_by_what_became_of_it(old, new, expected):
    assert fates(old, new) == expected


def test_a_moved_paragraph_shows_the_words_that_changed_on_its_way():
    edited = WHEAT.replace("الصيف", "الشتاء")
    moved = compare_bodies(WHEAT + AGREED + HEADING, AGREED + HEADING + edited)[-1]
    assert moved.fate == Fate.MOVED
    assert [run.text for run in moved.runs if run.kind != "kept"] == ["الصيف", "الشتاء"]


def test_a_paragraph_that_became_a_heading_says_so_and_keeps_its_words():
    [line] = compare_bodies("<p>خلفية الاتفاق</p>", HEADING)
    assert (line.was, line.path, line.changes) == (("p",), ("h2",), 1)
    assert [run.kind for run in line.runs] == ["kept"]


def test_items_and_cells_are_lines_of_their_own():
    listed = "<ul><li>القمح</li><li>الشعير</li></ul>"
    table = "<table><tbody><tr><td>أيار</td><td></td><td>12</td></tr></tbody></table>"
    assert [line.text for line in lines_of(listed + table)] == ["القمح", "الشعير", "أيار", "12"]
    assert fates(listed, listed.replace("الشعير", "الذرة")) == ["kept", "deleted", "inserted"]
    assert fates(table, table.replace("12", "١٢"), hide=ALL_SHAPES) == ["kept", "kept"]


def test_lines_far_from_any_change_are_folded():
    far = [f"<p>فقرة رقم {number} عن الحصاد.</p>" for number in range(20)]
    old, new = "".join(far), "".join([*far[:10], WHEAT, *far[10:]])
    shown = list(folded(compare_bodies(old, new)))
    assert [type(part) for part in shown].count(Fold) == 2
    assert [len(part.lines) for part in shown if isinstance(part, Fold)] == [9, 9]
    assert next(part.words for part in shown if isinstance(part, Fold)) == 45
    assert [line.fate for line in shown if not isinstance(line, Fold)] == [
        "kept", "inserted", "kept",
    ]  # fmt: skip


LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
SMALL = ["في", "من", "على", "إن", "أن", "إلى", "عن", "مع"]


def prose(seed: int, words: int, paragraph: int) -> list[list[str]]:
    """Paragraphs in which every third word is one of eight, as in a news text."""
    chance = random.Random(seed)  # noqa: S311 - the same text at each run
    text = [
        chance.choice(SMALL) if at % 3 == 0 else "".join(chance.choices(LETTERS, k=5))
        for at in range(words)
    ]
    return [text[at : at + paragraph] for at in range(0, words, paragraph)]


def body(paragraphs: list[list[str]]) -> str:
    return "".join(f"<p>{' '.join(words)}.</p>" for words in paragraphs)


@pytest.mark.parametrize("paragraph", [10, 50, 5000])
def test_five_thousand_words_replaced_by_others_are_told_whole_within_the_bound(paragraph):
    effort = Effort()
    old, new = prose(1, 5000, paragraph), prose(2, 5000, paragraph)
    lines = compare_bodies(body(old), body(new), effort=effort)
    assert 0 <= effort.left < LOOKS
    if paragraph > 10:
        assert {line.fate for line in lines} == {"deleted", "inserted"}


@pytest.mark.parametrize("paragraph", [50, 5000])
def test_every_paragraph_of_five_thousand_words_edited_is_told_by_the_word(paragraph):
    old = prose(1, 5000, paragraph)
    new = [[word if at % 50 != 7 else "جديد" for at, word in enumerate(one)] for one in old]
    lines = compare_bodies(body(old), body(new))
    assert {line.fate for line in lines} == {"edited"}
    assert sum(line.changes for line in lines) == 100


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["لا"] * 5000, ["لا"] * 4000),
        (["لا", "نعم"] * 2500, ["نعم", "نعم", "لا"] * 1700),
        (["لا"] * 2500 + ["نعم"] * 2500, ["نعم"] * 2500 + ["لا"] * 2500),
        ([*"ابتثجح"] * 900, [*"حجثتبا"] * 900),
    ],
)
def test_a_text_made_to_be_slow_costs_no_more_than_the_bound(old, new):
    effort = Effort()
    for was, now in (pairs := matching(old, new, effort)):
        assert old[was] == new[now]
    assert pairs == sorted(pairs)
    assert effort.left >= 0


def test_the_longest_row_that_rises():
    assert rising([(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)]) == [(1, 1), (2, 2), (4, 3)]
    assert rising([]) == []


BLOCKS = st.sampled_from(
    [
        WHEAT, AGREED, HEADING, FIGURE, WHEAT.replace("القمح", "<strong>القمح</strong>"),
        WHEAT.replace("الصيف", "الشتاء"), AGREED.replace("وُقّع", "وقع"), "<p>أ &amp; ب</p>",
        "<ul><li>قمح</li><li>شعير<ul><li>ذرة</li></ul></li></ul>", "<p>سطر<br>ثانٍ</p>",
        '<aside data-box="quote"><p>لا قمح</p><footer>الوزير</footer></aside>', " ",
        "<table><tbody><tr><th>شهر</th><td></td></tr></tbody></table>",
        '<p><a href="https://x.example/?a=1&amp;b=2">هنا</a></p>',
    ]
)  # fmt: skip
BODIES = st.one_of(
    st.lists(BLOCKS, max_size=8).map("".join),
    st.lists(BLOCKS, max_size=8).map("".join).map(clean_body),
    st.text(alphabet='<>/pulifgurestdronga ="3بأ', max_size=60),
)


@given(BODIES)
def test_a_body_taken_apart_is_itself(markup):
    assert "".join(blocks_of(markup)) == markup
    assert "".join(line.source for line in lines_of(markup)) == markup


@given(BODIES, BODIES, st.sets(st.sampled_from(Shape)))
def test_each_body_can_be_read_in_the_comparison_to_the_letter(old, new, hide):
    lines = compare_bodies(old, new, hide=hide)
    assert "".join(line.old for line in lines) == old
    assert "".join(line.new for line in lines) == new
    shown = [line for line in lines if line.fate not in {Fate.DELETED, Fate.LEFT}]
    texts = ["".join(run.new for run in line.runs) for line in shown]
    assert texts == [line.text for line in lines_of(new)]
    was = [line for line in lines if line.fate not in {Fate.INSERTED, Fate.LEFT}]
    texts = ["".join(run.old for run in line.runs) for line in was]
    assert sorted(texts) == sorted(line.text for line in lines_of(old))
    assert not any(line.changes for line in compare_bodies(old, old))
