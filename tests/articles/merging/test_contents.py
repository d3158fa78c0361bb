"""Two people at one story: both their changes, or a question to a person, and never a lost word."""

import random
import re

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from articles.merging.contents import Conflict, Merged, Side, Undecided, Written, merge, resolve
from articles.revisions import EDITABLE
from tests.articles.merging.test_bodies import BASE as BODY
from tests.articles.merging.test_bodies import A, B, C, D, X, Y, edited

CONTENT = {
    "kicker": "زراعة", "headline": "اتفاق جديد على القمح", "short_headline": "", "slug": "",
    "standfirst": "ملخّص الخبر", "body": BODY, "dateline": "بيروت", "source_line": "وكالات",
    "label": "", "comment_mode": "inherit", "category": 3, "lead_picture": 17, "video": None,
    "tags": ["القمح", "الأمن الغذائي", "لبنان"], "authors": [4, 9, 2], "publish_at": None,
    "told": "", "told_text": "", "series": None, "series_place": None, "language": "",
    "translation_of": None,
}  # fmt: skip


def merged(mine: dict, theirs: dict):
    return merge(CONTENT, CONTENT | mine, CONTENT | theirs)


def test_the_content_of_these_tests_has_every_field_of_a_story():
    assert set(CONTENT) == set(EDITABLE)


def test_fields_of_one_side_are_taken_from_it():
    result = merged({"headline": "عنوان آخر", "label": "breaking"}, {"lead_picture": 18})
    assert not result.conflicts
    assert result.content == CONTENT | {
        "headline": "عنوان آخر", "label": "breaking", "lead_picture": 18,
    }  # fmt: skip


def test_conflicts_come_in_the_order_of_the_form_however_a_database_keeps_its_keys():
    shuffled = dict(sorted(CONTENT.items(), key=lambda field: (len(field[0]), field[0])))
    mine, theirs = ({"slug": s, "label": s, "headline": s, "kicker": s} for s in ("أ", "ب"))
    result = merge(shuffled, shuffled | mine, shuffled | theirs)
    assert [one.field for one in result.conflicts] == ["kicker", "headline", "slug", "label"]


def test_the_same_change_on_both_sides_is_no_conflict():
    change = {"headline": "عنوان آخر", "body": X + BODY, "tags": ["مصر"], "category": 5}
    result = merged(change, change)
    assert (result.content, result.conflicts) == (CONTENT | change, ())


@pytest.mark.parametrize(
    ("field", "mine", "theirs"),
    [
        ("headline", "القمح أرخص", "القمح أغلى"),
        ("standfirst", "", "ملخّص آخر"),
        ("category", 5, 6),
        ("lead_picture", None, 18),
        ("publish_at", "2026-12-01T09:00:00+00:00", "2026-12-02T09:00:00+00:00"),
        ("authors", [9, 4, 2], [2, 4, 9]),
    ],
)
def test_two_changes_of_one_field_are_a_conflict_with_all_three_whole(field, mine, theirs):
    result = merged({field: mine}, {field: theirs})
    assert result.conflicts == (Conflict(field, CONTENT[field], mine, theirs),)
    assert result.content == CONTENT


@pytest.mark.parametrize(
    ("field", "mine", "theirs", "expected"),
    [
        ("tags", ["القمح", "الأمن الغذائي", "لبنان", "مصر"], ["القمح", "لبنان"],
         ["القمح", "لبنان", "مصر"]),
        ("tags", ["مصر", "القمح", "الأمن الغذائي", "لبنان"],
         ["القمح", "سوريا", "الأمن الغذائي", "لبنان"],
         ["مصر", "القمح", "سوريا", "الأمن الغذائي", "لبنان"]),
        ("tags", [], ["القمح", "الأمن الغذائي", "لبنان", "مصر"], ["مصر"]),
        ("tags", ["لبنان", "القمح", "الأمن الغذائي"], ["الأمن الغذائي", "لبنان", "القمح", "مصر"],
         ["القمح", "مصر", "الأمن الغذائي", "لبنان"]),
        ("authors", [9, 4, 2], [4, 9], [9, 4]),
        ("authors", [4, 9, 2, 7], [4, 9, 2, 6], [4, 9, 2, 6, 7]),
        ("authors", [4, 9, 2, 7], [4, 9, 2, 7, 6], [4, 9, 2, 7, 6]),
    ],
)  # fmt: skip
def test_members_of_a_list_come_and_go_on_either_side(field, mine, theirs, expected):
    for one, other in ((mine, theirs), (theirs, mine)):
        result = merged({field: one}, {field: other})
        assert not result.conflicts
        assert result.content[field] == expected


def test_a_field_that_a_side_does_not_name_is_as_in_the_base():
    result = merge(CONTENT, {"headline": "عنوان آخر"}, {"kicker": ""})
    assert result.content == CONTENT | {"headline": "عنوان آخر", "kicker": ""}
    older = {name: value for name, value in CONTENT.items() if name != "video"}
    assert merge(older, CONTENT | {"video": 5}, older).content["video"] == 5


def collision():
    """Both changed the headline, and of the body the first block; the rest merges."""
    return merged(
        {"headline": "أولى", "body": edited(A, "1") + B + C + D + X, "kicker": "نشرة"},
        {"headline": "ثانية", "body": edited(A, "2") + B + edited(C) + D},
    )


def test_a_person_decides_each_conflict_on_its_own():
    result = collision()
    headline, block = result.conflicts
    assert (block.field, block.base, block.theirs) == ("body", A, edited(A, "2"))
    rest = B + edited(C) + D + X
    assert result.content["body"] == A + rest
    decided = resolve(result, {headline.key: Side.MINE, block.key: Side.THEIRS})
    assert decided == CONTENT | {
        "headline": "أولى", "kicker": "نشرة", "body": edited(A, "2") + rest,
    }  # fmt: skip
    decided = resolve(result, {headline.key: Written("أولى وثانية"), block.key: Written(A + Y)})
    assert (decided["headline"], decided["body"]) == ("أولى وثانية", A + Y + rest)
    assert resolve(result, dict.fromkeys((headline.key, block.key), Side.BASE)) == result.content


def test_nothing_is_decided_by_silence_or_by_a_choice_on_other_words():
    result = collision()
    headline, block = result.conflicts
    with pytest.raises(Undecided) as refusal:
        resolve(result, {headline.key: Side.MINE})
    assert refusal.value.keys == (block.key,)
    [later] = merged({"headline": "أولى"}, {"headline": "ثالثة"}).conflicts
    with pytest.raises(Undecided):
        resolve(result, {later.key: Side.MINE, block.key: Side.MINE})
    both = {headline.key: Side.MINE, block.key: Side.MINE}
    with pytest.raises(Undecided) as refusal:
        resolve(result, both | {later.key: Side.MINE})
    assert refusal.value.keys == (later.key,)
    assert resolve(merged({}, {"kicker": ""}), {}) == CONTENT | {"kicker": ""}


def test_the_same_clash_at_two_places_has_two_keys():
    twice = A + B + A
    one, other = twice.replace("القمح", "الشعير"), twice.replace("القمح", "الذرة")
    result = merge({"body": twice}, {"body": one}, {"body": other})
    first, second = result.conflicts
    assert (first.base, first.mine) == (second.base, second.mine)
    mixed = resolve(result, {first.key: Side.MINE, second.key: Side.THEIRS})["body"]
    assert mixed == A.replace("القمح", "الشعير") + B + A.replace("القمح", "الذرة")


BLOCKS = st.sampled_from([A, B, C, D, X, Y, edited(A), edited(B), edited(A, "2"), "<h2>خلفية</h2>"])
CONTENTS = st.fixed_dictionaries(
    {
        "headline": st.sampled_from(["", "أولى", "ثانية", "ثالثة"]),
        "category": st.integers(1, 3),
        "tags": st.lists(st.sampled_from("أبتثج"), unique=True, max_size=5),
        "authors": st.lists(st.integers(1, 5), unique=True, max_size=5),
        "body": st.lists(BLOCKS, max_size=7).map("".join),
        "video": st.sampled_from([None, 1, 2]),
    }
)


@given(CONTENTS, CONTENTS)
def test_one_change_alone_or_made_twice_is_the_merge(base, changed):
    for mine, theirs in ((changed, changed), (changed, base), (base, changed)):
        result = merge(base, mine, theirs)
        assert (result.content, result.conflicts) == (changed, ())


@settings(max_examples=300)
@given(CONTENTS, CONTENTS, CONTENTS)
def test_it_makes_no_difference_who_is_mine_and_who_is_theirs(base, mine, theirs):
    here, there = merge(base, mine, theirs), merge(base, theirs, mine)
    assert here.content == there.content
    turned = [
        Conflict(other.field, other.base, other.theirs, other.mine, other.place)
        for other in there.conflicts
    ]
    assert list(here.conflicts) == turned


def words_in(*values: object) -> set[str]:
    return set(re.findall(r"\w+", " ".join(map(str, values))))


def words(content: dict) -> set[str]:
    return words_in(content["headline"], content["standfirst"], *content["tags"], content["body"])


class Editor:
    """Types words that nobody else does, at random places."""

    def __init__(self, chance: random.Random, name: str) -> None:
        self.chance, self.name, self.typed = chance, name, 0

    def word(self) -> str:
        self.typed += 1
        return f"{self.name}{self.typed}"

    def at_work(self, content: dict) -> dict:
        """The content after this editor's minutes."""
        blocks = [f"{block}</p>" for block in content["body"].split("</p>") if block]
        for _ in range(self.chance.randint(1, 6)):
            act = self.chance.choice([self.insert, self.edit, self.edit, self.move, self.split])
            act(blocks, self.chance.randrange(len(blocks)))
        if self.chance.random() < 0.3:
            blocks.pop(self.chance.randrange(len(blocks)))
        changed = content | {"body": "".join(blocks)}
        for field in ("headline", "standfirst"):
            if self.chance.random() < 0.3:
                changed[field] = f"{content[field]} {self.word()}"
        if self.chance.random() < 0.4:
            changed["tags"] = [*content["tags"][self.chance.randrange(2) :], self.word()]
        return changed

    def insert(self, blocks: list[str], at: int) -> None:
        blocks.insert(at, f"<p>وأضاف {self.word()} {self.word()}.</p>")

    def edit(self, blocks: list[str], at: int) -> None:
        kept = blocks[at][3:-4].split(" ")
        kept[self.chance.randrange(len(kept))] = self.word()
        blocks[at] = f"<p>{' '.join(kept)}</p>"

    def move(self, blocks: list[str], at: int) -> None:
        blocks.insert(self.chance.randrange(len(blocks)), blocks.pop(at))

    def split(self, blocks: list[str], at: int) -> None:
        before, _, after = blocks[at].partition(" ")
        blocks[at : at + 1] = [f"{before} {self.word()}</p>", f"<p>{after}"]


def collided(seed: int) -> tuple[set[str], set[str], Merged]:
    """Two editors at one story: what each has typed and left standing, and their merge."""
    chance = random.Random(seed)  # noqa: S311 - the same collision at each run
    mine, theirs = (Editor(chance, name).at_work(CONTENT) for name in ("لي", "لهم"))
    before = words(CONTENT)
    return words(mine) - before, words(theirs) - before, merge(CONTENT, mine, theirs)


def test_in_500_collisions_of_two_editors_no_typed_word_is_lost():
    """The promise of design/desk.md, section 4, point 7: in the merge, or before a person."""
    with_conflict = 0
    for seed in range(500):
        by_me, by_them, result = collided(seed)
        asked = {word for one in result.conflicts for word in words_in(one.mine, one.theirs)}
        assert by_me | by_them <= words(result.content) | asked, seed
        for side, typed in ((Side.MINE, by_me), (Side.THEIRS, by_them)):
            choices = {conflict.key: side for conflict in result.conflicts}
            assert typed <= words(resolve(result, choices)), seed
        with_conflict += bool(result.conflicts)
    assert 100 < with_conflict < 450
