"""Two people, or two tabs, at one story: nothing typed is overwritten unseen."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import publishing, revisions, saving
from articles.merging.contents import Side, Written
from articles.models import Article
from articles.saving import Overtaken
from tests.factories import make_category

pytestmark = pytest.mark.django_db

FIRST = "<p>صعدت أول عربة من رصيف المرسى عند الساعة السابعة صباحًا.</p>"
SECOND = "<p>وقال مدير التشغيل إن الرحلات ستبدأ بأربع يوميًا.</p>"


@pytest.fixture
def story(editor) -> Article:
    words = {
        "headline": "عودة القطار", "body": FIRST + SECOND, "category": make_category().pk,
        "tags": ["النقل", "الساحل"], "standfirst": "ملخّص",
    }  # fmt: skip
    return publishing.start(words, by=editor)


def now(story) -> dict:
    return revisions.working_copy(story).content


def test_a_screen_that_is_not_stale_saves(story, editor):
    base = now(story)
    saving.save(story, {"headline": "آخر"}, base=base, by=editor)
    assert now(story) == base | {"headline": "آخر"}
    assert story.revisions.count() == 1


def test_a_stale_screen_changes_nothing_until_somebody_saw_the_result(story, editor, chief):
    base = now(story)
    publishing.save_draft(story, {"headline": "كلماتهم"}, by=chief)
    theirs = now(story)
    with pytest.raises(Overtaken) as refusal:
        saving.save(story, base | {"standfirst": "ملخّصي"}, base=base, by=editor)
    assert now(story) == theirs
    assert refusal.value.conflicts == ()
    assert refusal.value.merged.content == theirs | {"standfirst": "ملخّصي"}


def test_what_does_not_collide_is_merged_and_what_they_said_stays_in_the_history(
    story, editor, chief
):
    base = now(story)
    publishing.save_draft(
        story, {"body": FIRST + SECOND.replace("بأربع", "بتسع"), "tags": ["النقل"]}, by=chief
    )
    theirs = now(story)
    mine = base | {"body": FIRST.replace("السابعة", "الثامنة") + SECOND, "headline": "آخر"}
    saving.save(story, mine, base=base, by=editor, choices={})
    assert now(story)["body"] == FIRST.replace("السابعة", "الثامنة") + SECOND.replace(
        "بأربع", "بتسع"
    )
    assert (now(story)["headline"], now(story)["tags"]) == ("آخر", ["النقل"])
    assert theirs in [one.content for one in story.revisions.filter(role="kept")]


def test_words_that_both_changed_are_a_persons_to_decide(story, editor, chief):
    base = now(story)
    publishing.save_draft(story, {"headline": "كلماتهم", "body": FIRST}, by=chief)
    mine = base | {"headline": "كلماتي", "body": FIRST + SECOND.replace("بأربع", "بتسع")}
    with pytest.raises(Overtaken) as refusal:
        saving.save(story, mine, base=base, by=editor, choices={})
    headline, block = refusal.value.conflicts
    assert (headline.mine, headline.theirs) == ("كلماتي", "كلماتهم")
    with pytest.raises(Overtaken):
        saving.save(story, mine, base=base, by=editor, choices={headline.key: Side.MINE})
    saving.save(
        story, mine, base=base, by=editor,
        choices={headline.key: Written("كلماتنا"), block.key: Side.MINE},
    )  # fmt: skip
    assert (now(story)["headline"], now(story)["body"]) == ("كلماتنا", mine["body"])


def test_a_choice_made_on_other_words_decides_nothing(story, editor, chief):
    base = now(story)
    publishing.save_draft(story, {"headline": "كلماتهم"}, by=chief)
    mine = base | {"headline": "كلماتي"}
    with pytest.raises(Overtaken) as refusal:
        saving.save(story, mine, base=base, by=editor)
    choices = {refusal.value.conflicts[0].key: Side.MINE}
    publishing.save_draft(story, {"headline": "كلمات أحدث"}, by=chief)
    with pytest.raises(Overtaken):
        saving.save(story, mine, base=base, by=editor, choices=choices)
    assert now(story)["headline"] == "كلمات أحدث"


def test_a_second_tab_of_the_same_person_loses_nothing_either(story, editor):
    base = now(story)
    saving.save(story, base | {"headline": "من لسان أول"}, base=base, by=editor)
    with pytest.raises(Overtaken):
        saving.save(story, base | {"headline": "من لسان ثانٍ"}, base=base, by=editor)
    assert now(story)["headline"] == "من لسان أول"


def test_a_screen_opened_before_publication_is_not_stale_after_it_and_knows_a_correction(
    story, editor, chief
):
    base = now(story)
    publishing.publish(story, by=chief)
    saving.save(story, base | {"kicker": "النقل"}, base=base, by=editor)
    base = now(story)
    publishing.correct(story, {"headline": "عودة القطار الساحلي"}, by=chief)
    with pytest.raises(Overtaken) as refusal:
        saving.save(story, base | {"headline": "القطار عاد"}, base=base, by=editor)
    [conflict] = refusal.value.conflicts
    assert conflict.theirs == "عودة القطار الساحلي"


def test_a_seal_brings_back_the_content_and_no_other_storys(story, editor):
    seal = saving.sealed(story, now(story))
    assert saving.opened_on(story, seal) == now(story)
    other = publishing.start(
        {"headline": "أ", "body": FIRST, "category": story.category_id}, by=editor
    )
    for bad in (saving.sealed(other, now(other)), seal[:-1], "", "كلام", seal + "x"):
        assert saving.opened_on(story, bad) == {}


def test_a_seal_that_cannot_be_read_makes_every_difference_a_conflict(story, editor):
    mine = now(story) | {"headline": "كلماتي", "body": FIRST}
    with pytest.raises(Overtaken) as refusal:
        saving.save(story, mine, base={}, by=editor, choices={})
    assert {one.field for one in refusal.value.conflicts} == {"headline", "body"}
    choices = {one.key: Side.MINE for one in refusal.value.conflicts}
    saving.save(story, mine, base={}, by=editor, choices=choices)
    assert (now(story)["headline"], now(story)["body"]) == ("كلماتي", FIRST)


def test_who_may_not_edit_saves_nothing_and_learns_nothing(story, reporter):
    with pytest.raises(PermissionDenied):
        saving.save(story, {"headline": "آخر"}, base={}, by=reporter)


def test_a_long_story_travels_in_a_few_kilobytes(story, editor):
    words = " ".join(f"كلمة{number}" for number in range(5000))
    seal = saving.sealed(story, now(story) | {"body": f"<p>{words}</p>"})
    assert len(seal) < 40_000  # of at most 2.5 megabytes that a form may have
