"""What changed between two lines, told so that an editor reads both texts in it."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from articles.arabic.shapes import ALL_SHAPES, Shape, pieces_of, without_shapes
from articles.body.parts import Word, words_of
from articles.comparing.words import Kind, Run, changed_words, runs

SIGNS = {Kind.KEPT: "{}", Kind.DELETED: "[{}]", Kind.INSERTED: "<{}>"}


def told(old: str, new: str, **options) -> str:
    """The way as one string: [deleted] <inserted>."""
    return "".join(
        SIGNS[run.kind].format(run.text) for run in runs(words_of(old), words_of(new), **options)
    )


def count(old: str, new: str, **options) -> int:
    return changed_words(runs(words_of(old), words_of(new), **options))


@pytest.mark.parametrize(
    ("old", "new", "shown", "changes"),
    [
        ("قال الوزير أمس", "قال الوزير أمس", "قال الوزير أمس", 0),
        ("", "عاجل", "<عاجل>", 1),
        ("عاجل", "", "[عاجل]", 1),
        ("قال الوزير أمس", "قال رئيس الوزراء أمس", "قال [الوزير]<رئيس الوزراء> أمس", 2),
        ("قال الوزير أمس", "قال الوزير في بيروت أمس", "قال الوزير <في بيروت >أمس", 2),
        ("قال الوزير في بيروت أمس", "قال الوزير أمس", "قال الوزير [في بيروت ]أمس", 2),
        ("انتهى اللقاء", "انتهى اللقاء.", "انتهى اللقاء<.>", 1),
        ("انتهى اللقاء,", "انتهى اللقاء،", "انتهى اللقاء[,]<،>", 1),
        ("قال  الوزير", "قال الوزير", "قال[  ]< > الوزير".replace("> ", ">"), 1),
        ("أحمد وسلمى، ورامي", "علي وهند، ورامي", "[أحمد وسلمى]<علي وهند>، ورامي", 2),
        ("بيروت، دمشق", "عمّان، بغداد", "[بيروت، دمشق]<عمّان، بغداد>", 2),
        ("احمد", "أحمد", "[احمد]<أحمد>", 1),
        ("طائرة F-16 أقلعت", "طائرة F-35 أقلعت", "طائرة [F-16]<F-35> أقلعت", 1),
        ("نسبة 12.5%", "نسبة 13.5%", "نسبة [12.5]<13.5>%", 1),
        ("فريق 👨‍👩‍👧", "فريق 👨‍👩‍👦", "فريق [👨‍👩‍👧]<👨‍👩‍👦>", 1),
    ],
)
def test_a_change_reads_as_the_text(old, new, shown, changes):
    assert told(old, new) == shown
    assert count(old, new) == changes


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("قال الوزير", "قَالَ الوَزيرُ", 2),
        ("الرحمن", "الرحمٰن", 1),
        ("محمد", "محـــمد", 1),
        ("«ـــ» نعم", "«» نعم", 1),
        ("في 12 آذار 2025", "في ١٢ آذار ٢٠٢٥", 2),
        ("نسبة 3.5%", "نسبة ٣٫٥٪", 1),
        ("سنة ۲۰۲۵", "سنة ٢٠٢٥", 1),
        ('قال "نعم"', "قال «نعم»", 2),
        ("قال “نعم”", "قال «نعم»", 2),
        ("l'été", "l’été", 1),
    ],
)
def test_a_change_of_shapes_can_be_hidden(old, new, changes):
    assert count(old, new) == changes
    assert count(old, new, hide=ALL_SHAPES) == 0
    assert told(old, new, hide=ALL_SHAPES).strip() == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("احمد", "أحمد"),
        ("مسؤول", "مسئول"),
        ("على", "علي"),
        ("مدرسة", "مدرسه"),
        ("كتاب", "کتاب"),
        ("نعم,", "نعم،"),
        ("5'", '5"'),
        ("12 قتيلًا", "13 قتيلا"),
        ("رهف", "ره\u200cف"),
        ("سماء", "سما"),
        ("شى", "شى\u0654"),
    ],
)
def test_no_other_change_is_ever_hidden(old, new):
    assert count(old, new, hide=ALL_SHAPES) == 1


@pytest.mark.parametrize(
    ("shape", "old", "new"),
    [
        (Shape.MARKS, "قال محمد", "قال مُحمَّد"),
        (Shape.TATWEEL, "قال محمد", "قال محـــمد"),
        (Shape.DIGITS, "في 12 آذار", "في ١٢ آذار"),
        (Shape.QUOTES, 'قال "نعم', "قال «نعم"),
        (Shape.SPACES, "لا نعم", "لا  نعم"),
        (Shape.SPACES, "نعم ،لا", "نعم،لا"),
    ],
)
def test_each_shape_is_hidden_by_itself(shape, old, new):
    assert count(old, new, hide={shape}) == 0
    assert count(old, new, hide=ALL_SHAPES - {shape}) == 1


def test_words_that_were_joined_are_no_change_of_spaces():
    assert count("عبد الله", "عبدالله", hide=ALL_SHAPES) == 2
    assert told("قال نعم", "قال له نعم", hide=ALL_SHAPES) == "قال <له >نعم"


def test_a_word_meets_its_vocalised_self_though_the_bare_one_stands_elsewhere():
    assert count("في دمشق وفي حلب في أيار", "فِي دمشق وفي حلب في أيار") == 1
    assert count("من بيروت من", "مِن بيروت من") == 1


def test_a_word_that_turns_bold_or_leads_elsewhere_has_changed():
    plain, bold = [Word("القمح")], [Word("القمح", ("strong",))]
    assert runs(plain, bold) == (
        Run(Kind.DELETED, "القمح", ""), Run(Kind.INSERTED, "", "القمح", ("strong",)),
    )  # fmt: skip
    link = Run(Kind.KEPT, "هنا", "هنا", ('a href="https://x.example/?a=1&amp;b=2"', "em"))
    assert link.link == "https://x.example/?a=1&b=2"
    assert (link.is_emphasised, link.is_strong, Run(Kind.KEPT, "", "").link) == (True, False, "")


def test_a_long_kept_run_can_be_folded_and_no_other():
    long = " ".join(f"كلمة{number}" for number in range(60))
    [run] = runs(words_of(long), words_of(long))
    beginning, middle, end = run.folded
    assert beginning + middle + end == long
    assert (len(beginning.split()), len(end.split())) == (12, 12)
    assert all(run.folded is None for run in runs(words_of(long), ()))
    [short] = runs(words_of("قال الوزير"), words_of("قال الوزير"))
    assert short.folded is None


NEWS = st.lists(
    st.sampled_from(
        [
            "قال", "قَالَ", "الوزير", "الوَزيرُ", "في", "في", "من", "12", "١٢", "«", "»", '"', "،",
            " ", " ", "  ", "\n", "\u00a0", "مـحمد", "محمد", "ـ", "F-16", "\u200f", "أ", "ا\u0654",
            "\u064e", "👨‍👩‍👧", ".",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip
ANY = st.one_of(NEWS, st.text(max_size=40))
SHAPES = st.sets(st.sampled_from(Shape))


def said(text: str, hide: set[Shape]) -> str:
    text = without_shapes(text, hide) if hide else text
    return "".join(text.split()) if Shape.SPACES in hide else text


@given(ANY)
def test_pieces_are_the_text(text):
    assert "".join(pieces_of(text)) == text


@given(ANY, ANY, SHAPES)
def test_each_text_can_be_read_in_the_way_to_the_letter(old, new, hide):
    way = runs(words_of(old), words_of(new), hide=hide)
    assert "".join(run.old for run in way) == old
    assert "".join(run.new for run in way) == new
    kept = [run for run in way if run.kind == Kind.KEPT]
    assert all(said(run.old, hide) == said(run.new, hide) for run in kept)
    assert not any(run.new for run in way if run.kind == Kind.DELETED)
    assert not any(run.old for run in way if run.kind == Kind.INSERTED)


@given(ANY, ANY, SHAPES)
def test_nothing_counts_where_nothing_changed_and_something_where_something_did(old, new, hide):
    assert count(old, old) == 0
    changes = count(old, new, hide=hide)
    if old != new and not hide:
        assert changes > 0
    if changes == 0:
        assert said(old, hide) == said(new, hide)
