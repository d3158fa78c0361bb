"""Words are written on one state of a story, and on no other without the writer's knowing."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import leases, publishing, revisions
from articles.merging.contents import merge
from articles.models import Article, Revision
from articles.publishing import Stale
from tests.factories import BODY, make_article, make_category

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(editor) -> Article:
    words = {"headline": "اتفاق على القمح", "body": BODY, "category": make_category().pk}
    return publishing.start(words, by=editor)


def stored(story: Article) -> str:
    return revisions.working_copy(story).content["headline"]


def kept(story: Article) -> list[str]:
    found = story.revisions.filter(role=Revision.Role.KEPT)
    return [revision.content["headline"] for revision in found]


def rest(story: Article, minutes: int) -> None:
    moment = timezone.now() - timedelta(minutes=minutes)
    Revision.objects.filter(article=story).update(changed_at=moment)


def test_every_write_has_a_number_and_a_late_one_is_refused_with_the_newer_words(story, editor):
    first = revisions.version_of(story)
    publishing.save_draft(story, {"headline": "كلمات سلمى"}, by=editor, version=first)
    assert revisions.version_of(story) == first + 1
    with pytest.raises(Stale) as refusal:
        publishing.save_draft(story, {"headline": "كلمات يوسف"}, by=editor, version=first)
    assert refusal.value.version == first + 1
    assert refusal.value.copy.content["headline"] == stored(story) == "كلمات سلمى"


def test_words_that_are_there_already_are_never_late(story, editor):
    first = revisions.version_of(story)
    for _again in range(2):
        publishing.save_draft(story, {"headline": "آخر"}, by=editor, version=first)
    assert revisions.version_of(story) == first + 1


def test_whoever_names_no_state_saves_as_ever(story, editor):
    publishing.save_draft(story, {"headline": "استيراد"}, by=editor)
    publishing.save_draft(story, {"headline": "استيراد ثانٍ"}, by=editor)
    assert stored(story) == "استيراد ثانٍ"


def test_a_tab_whose_answers_were_lost_is_not_late_by_its_own_words(story, editor):
    first = revisions.version_of(story)
    for words in ("كلمة", "كلمة ثانية", "كلمة ثانية وثالثة"):
        publishing.save_draft(story, {"headline": words}, by=editor, version=first, tab="أ")
    assert stored(story) == "كلمة ثانية وثالثة"
    publishing.save_draft(story, {"headline": "من نافذة أخرى"}, by=editor, tab="ب")
    with pytest.raises(Stale):
        publishing.save_draft(story, {"headline": "رابعة"}, by=editor, version=first, tab="أ")
    assert stored(story) == "من نافذة أخرى"


def test_a_publication_does_not_begin_the_numbers_anew(story, editor):
    old = revisions.version_of(story)
    publishing.save_draft(story, {"headline": "للنشر"}, by=editor)
    publishing.publish(story, by=editor)
    published = revisions.version_of(story)
    publishing.save_draft(story, {"headline": "بعد النشر"}, by=editor, version=published)
    for late in (old, published):
        with pytest.raises(Stale):
            publishing.save_draft(story, {"headline": "متأخر"}, by=editor, version=late)


def test_a_correction_makes_a_tab_late_that_was_opened_before_it(story, editor):
    publishing.publish(story, by=editor)
    opened = revisions.version_of(story)
    publishing.correct(story, {"headline": "اتفاق مصوَّب"}, by=editor)
    with pytest.raises(Stale):
        publishing.save_draft(story, {"headline": "كلمات"}, by=editor, version=opened, tab="أ")
    rewriting = revisions.version_of(story)
    publishing.save_draft(story, {"kicker": "تمهيد"}, by=editor, version=rewriting, tab="أ")
    publishing.correct(story, {"headline": "اتفاق مصوَّب ثانية"}, by=editor)
    with pytest.raises(Stale):  # its own words, and a correction merged into them since
        publishing.save_draft(story, {"kicker": "آخر"}, by=editor, version=rewriting, tab="أ")
    assert stored(story) == "اتفاق مصوَّب ثانية"


def test_saving_by_the_clock_makes_no_history(story, editor):
    for number in range(20):
        publishing.save_draft(story, {"headline": f"عنوان {number}"}, by=editor, tab="أ")
    assert story.revisions.count() == 1


def test_another_person_or_a_rest_begins_a_session_and_the_state_before_stays(story, editor, chief):
    publishing.save_draft(story, {"headline": "عنوان يوسف"}, by=chief)
    assert kept(story) == ["اتفاق على القمح"]
    rest(story, 20)
    publishing.save_draft(story, {"headline": "عنوان يوسف الثاني"}, by=chief)
    assert kept(story) == ["اتفاق على القمح"]
    rest(story, 31)
    publishing.save_draft(story, {"headline": "عنوان يوسف الثالث"}, by=chief)
    assert kept(story) == ["عنوان يوسف الثاني", "اتفاق على القمح"]
    numbers = list(story.revisions.values_list("role", "number"))
    assert numbers == [("working", 3), ("kept", 2), ("kept", 1)]


def test_what_is_kept_bears_its_own_author_and_times(story, editor, chief):
    rest(story, 90)
    written = story.revisions.get().changed_at
    publishing.save_draft(story, {"headline": "عنوان يوسف"}, by=chief)
    before, now = story.revisions.order_by("number")
    assert (before.by, before.changed_at) == (editor, written)
    assert now.by == chief
    assert now.created_at > written


def test_the_words_of_an_imported_row_stay_when_somebody_writes_on_it(editor):
    story = make_article(published=True, headline="كلمات مستوردة")
    publishing.save_draft(story, {"headline": "كلمات جديدة"}, by=editor, version=0)
    assert kept(story) == ["كلمات مستوردة"]


def test_a_branch_lies_beside_the_working_copy_and_changes_nothing(story, editor, chief):
    opened = revisions.version_of(story)
    publishing.save_draft(story, {"headline": "كلمات هدى"}, by=chief, version=opened)
    branch = publishing.keep_branch(
        story, {"headline": "كلمات كريم"}, by=editor, version=opened, tab="أ"
    )
    assert stored(story) == Article.objects.get().headline == "كلمات هدى"
    assert (branch.role, branch.by, branch.content["body"]) == ("branch", editor, BODY)
    base = revisions.grown_from(branch)
    assert base.content["headline"] == "اتفاق على القمح"
    merged = merge(base.content, branch.content, revisions.working_copy(story).content)
    assert [conflict.mine for conflict in merged.conflicts] == ["كلمات كريم"]
    again = publishing.keep_branch(
        story, {"headline": "كلمات كريم كلها"}, by=editor, version=opened, tab="أ"
    )
    assert again.pk == branch.pk
    publishing.keep_branch(story, {"headline": "بلا نص برمجي"}, by=editor, version=opened)
    publishing.keep_branch(story, {"headline": "بلا نص برمجي ٢"}, by=editor, version=opened)
    assert story.revisions.filter(role="branch").count() == 3
    assert story.revisions.first().role == "working"


def test_a_reporter_keeps_a_branch_of_words_that_come_after_handing_in(story, reporter):
    own = publishing.start(revisions.content_of(story), by=reporter)
    publishing.submit(own, by=reporter)
    with pytest.raises(PermissionDenied):
        publishing.save_draft(own, {"headline": "متأخر"}, by=reporter)
    publishing.keep_branch(own, {"headline": "متأخر"}, by=reporter, version=1)
    with pytest.raises(PermissionDenied):
        publishing.keep_branch(story, {"headline": "غريب"}, by=reporter, version=1)


def test_a_tab_begins_one_story_however_often_it_asks(editor, chief):
    words = {"headline": "بداية", "body": "", "category": make_category().pk}
    first = publishing.start(words, by=editor, tab="أ")
    again = publishing.start(words | {"headline": "بداية الخبر"}, by=editor, tab="أ")
    assert (again.pk, Article.objects.get().headline) == (first.pk, "بداية الخبر")
    publishing.start(words, by=chief, tab="أ")
    publishing.start(words, by=editor, tab="ب")
    assert Article.objects.count() == 3


def test_a_fence_of_before_a_change_of_hands_saves_nothing(story, editor, chief):
    old = leases.ask(story, by=editor, tab="أ").fence
    publishing.save_draft(story, {"headline": "كلمات كريم"}, by=editor, fence=old)
    new = leases.take_over(story, by=chief, tab="ب").fence
    for words in ("كلمات متأخرة", "كلمات كريم"):  # what is there already is refused too
        with pytest.raises(leases.Overtaken) as refusal:
            publishing.save_draft(story, {"headline": words}, by=editor, fence=old)
        assert refusal.value.lease.holder == chief
    with pytest.raises(leases.Overtaken):  # a number that somebody else was given
        publishing.save_draft(story, {"headline": "مسروق"}, by=editor, fence=new)
    publishing.save_draft(story, {"headline": "كلمات هدى"}, by=chief, fence=new)
    assert stored(story) == "كلمات هدى"
    assert kept(story) == ["كلمات كريم"]


def test_nobody_takes_a_story_that_is_not_theirs_to_edit(story, reporter, moderator):
    for person in (reporter, moderator):
        for verb in (leases.take_over, leases.ask):
            with pytest.raises(PermissionDenied):
                verb(story, by=person, tab="أ")
