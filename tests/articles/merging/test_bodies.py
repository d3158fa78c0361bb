"""What two people did to one body, and which of it only a person can decide."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from articles.body.sanitise import clean_body
from articles.merging.bodies import Clash, merge_bodies

A = "<p>قال وزير الاقتصاد إن أسعار القمح ستنخفض قبل الصيف.</p>"
B = "<p>وأضاف أن الاتفاق وُقّع أمس في بيروت بحضور السفراء.</p>"
C = "<p>ويستهلك لبنان نصف مليون طن من الطحين كل عام.</p>"
D = "<p>وتنتهي المهلة في أول أيار بحسب نص الاتفاق المعلن.</p>"
X, Y = "<p>ونفت الوزارة ذلك.</p>", "<p>وتابع المتحدث حديثه.</p>"
BASE = A + B + C + D


def edited(block: str, mark: str = "1") -> str:
    return block.replace(".</p>", f" {mark}.</p>")


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        (edited(A) + B + C + D, A + B + C + edited(D), edited(A) + B + C + edited(D)),
        (edited(A) + B + C + D, A + edited(B) + C + D, edited(A) + edited(B) + C + D),
        (X + BASE, BASE + Y, X + BASE + Y),
        (A + X + B + C + D, A + B + C + Y + D, A + X + B + C + Y + D),
        (edited(A) + B + C + D, A + X + B + C + D, edited(A) + X + B + C + D),
        (A + X + edited(B) + C + D, edited(A) + B + C + D, edited(A) + X + edited(B) + C + D),
        (B + C + D, A + B + C + edited(D), B + C + edited(D)),
        (B + C + D, B + C + D, B + C + D),
        (A + X + C + D, A + B + C + edited(D), A + X + C + edited(D)),
    ],
)  # fmt: skip
def test_what_either_did_to_blocks_of_its_own_is_taken(mine, theirs, merged):
    assert "".join(merge_bodies(BASE, mine, theirs)) == merged
    assert "".join(merge_bodies(BASE, theirs, mine)) == merged


@pytest.mark.parametrize(
    ("mine", "theirs", "clash", "before", "after"),
    [
        (edited(A, "1") + B + C + D, edited(A, "2") + B + C + D,
         Clash(A, edited(A, "1"), edited(A, "2")), "", B + C + D),
        (A + X + B + C + D, A + Y + B + C + D, Clash("", X, Y), A, B + C + D),
        (BASE + X, BASE + Y, Clash("", X, Y), BASE, ""),
        (B + C + D, edited(A) + B + C + D, Clash(A, "", edited(A)), "", B + C + D),
        (A + C + D, edited(A) + B + C + D,
         Clash(A + B, A, edited(A) + B), "", C + D),
        (A + C + D, A + B + X + C + D, Clash(B, "", B + X), A, C + D),
        (A + X + C + D, A + B + Y + C + D, Clash(B, X, B + Y), A, C + D),
        (A + X + D, A + B + edited(C) + D, Clash(B + C, X, B + edited(C)), A, D),
    ],
)  # fmt: skip
def test_what_both_did_to_one_place_is_a_clash_that_holds_both_whole(
    mine, theirs, clash, before, after
):
    merged = merge_bodies(BASE, mine, theirs)
    [found] = [part for part in merged if isinstance(part, Clash)]
    at = merged.index(found)
    assert (found, "".join(merged[:at]), "".join(merged[at + 1 :])) == (clash, before, after)
    assert Clash(clash.base, clash.theirs, clash.mine) in merge_bodies(BASE, theirs, mine)


def test_a_clash_leaves_the_rest_of_the_story_merged():
    mine = edited(A, "1") + B + C + D + X
    theirs = edited(A, "2") + B + edited(C) + D
    assert merge_bodies(BASE, mine, theirs) == [
        Clash(A, edited(A, "1"), edited(A, "2")), B, edited(C), D, X,
    ]  # fmt: skip


def test_a_list_and_a_table_are_one_block_each():
    items = "<ul><li>قمح لبنان</li><li>شعير مصر</li></ul>"
    mine, theirs = items.replace("قمح", "طحين"), items.replace("شعير", "ذرة")
    assert merge_bodies(A + items, A + mine, A + theirs) == [A, Clash(items, mine, theirs)]


BLOCKS = st.sampled_from(
    [
        A, B, C, edited(A), "<h2>خلفية</h2>", "<ul><li>قمح</li></ul>", "<ul><li>شعير</li></ul>",
        '<aside data-box="facts"><h3>أرقام</h3><p>12</p></aside>',
        '<figure data-picture="3"></figure>',
        "<table><tbody><tr><td>أ</td></tr></tbody></table>",
        "<blockquote><p>لا</p></blockquote>",
    ]
)  # fmt: skip
BODIES = st.lists(BLOCKS, max_size=6).map("".join).map(clean_body)


@given(BODIES, BODIES, BODIES)
def test_whatever_is_decided_the_merged_body_is_clean(base, mine, theirs):
    merged = merge_bodies(base, mine, theirs)
    for side in ("base", "mine", "theirs"):
        body = "".join(getattr(part, side) if isinstance(part, Clash) else part for part in merged)
        assert clean_body(body) == body
