"""A front page is composed in a draft, launched, and given back; nobody overwrites anybody."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import composing, fronts
from articles.composing import LaunchedMeanwhile, NotComposed
from articles.fronts import Strip, StripKind
from articles.models import AuditEntry, FrontEdition
from tests.factories import make_article, make_category, make_picture

pytestmark = pytest.mark.django_db


def stories(edition: FrontEdition) -> list[int | None]:
    return [choice and choice.story for choice in composing.places_of(edition)]


@pytest.fixture
def live():
    return [make_article(published=True) for _number in range(4)]


def test_a_draft_changes_nothing_for_readers_until_it_is_launched(editor, live):
    composing.put(None, 0, live[0], by=editor)
    composing.put(None, 2, live[1], by=editor)
    assert fronts.launched() is None
    draft = composing.draft_of(None)
    assert composing.changes_of(draft, None) == 2
    launched = composing.launch(None, by=editor)
    assert fronts.launched() == launched
    assert stories(launched)[:3] == [live[0].pk, None, live[1].pk]
    assert composing.changes_of(composing.draft_of(None), launched) == 0
    assert AuditEntry.objects.get(verb="launch").who == editor.pk


def test_no_story_stands_twice(editor, live):
    composing.put(None, 0, live[0], by=editor)
    composing.put(None, 1, live[1], by=editor)
    draft = composing.put(None, 1, live[0], by=editor)
    assert stories(draft)[:2] == [live[1].pk, live[0].pk], "they change places"
    draft = composing.put(None, 5, live[0], by=editor)
    assert stories(draft)[:6] == [live[1].pk, None, None, None, None, live[0].pk]


def test_two_who_compose_do_not_overwrite_each_other(editor, chief, live):
    composing.put(None, 0, live[0], by=editor)
    theirs = FrontEdition.objects.create(
        places=[None, {"story": live[1].pk}], launched_at=timezone.now(), changed_by=chief
    )
    with pytest.raises(LaunchedMeanwhile) as meanwhile:
        composing.launch(None, by=editor)
    assert meanwhile.value.edition == theirs
    assert stories(composing.draft_of(None))[0] == live[0].pk, "the draft is kept"
    newer = FrontEdition.objects.create(places=[], launched_at=timezone.now(), changed_by=chief)
    with pytest.raises(LaunchedMeanwhile):
        composing.launch(None, by=editor, over=theirs.pk)  # they saw another one
    assert fronts.launched() == newer
    mine = composing.launch(None, by=editor, over=newer.pk)
    assert fronts.launched() == mine


def test_what_readers_had_is_given_back_and_a_draft_stays_a_draft(editor, live):
    composing.put(None, 0, live[0], by=editor)
    first = composing.launch(None, by=editor)
    composing.put(None, 0, live[1], by=editor)
    composing.launch(None, by=editor)
    composing.put(None, 3, live[2], by=editor)
    again = composing.restore(first, by=editor)
    assert fronts.launched() == again
    assert again.content == first.content
    assert stories(composing.draft_of(None))[3] == live[2].pk
    with pytest.raises(LaunchedMeanwhile):
        composing.launch(None, by=editor)
    with pytest.raises(NotComposed):
        composing.restore(composing.draft_of(None), by=editor)


def test_on_top_now_takes_nothing_else_of_a_draft_out(editor, live):
    composing.put(None, 0, live[0], by=editor)
    composing.put(None, 1, live[1], by=editor)
    composing.launch(None, by=editor)
    composing.put(None, 4, live[2], by=editor)  # not finished
    urgent = make_article(published=True, label="breaking")
    new = composing.put_on_top(urgent, by=editor)
    assert stories(new)[:3] == [urgent.pk, live[0].pk, live[1].pk]
    assert stories(new)[4] is None
    assert stories(composing.draft_of(None))[:5] == [
        urgent.pk, live[0].pk, live[1].pk, None, live[2].pk,
    ]  # fmt: skip
    composing.launch(None, by=editor)  # and the draft launches without a quarrel


def test_on_top_moves_down_no_further_than_the_next_free_place(editor, live):
    composing.put(None, 0, live[0], by=editor)
    composing.put(None, 2, live[2], by=editor)
    composing.launch(None, by=editor)
    new = composing.put_on_top(live[1], by=editor)
    assert stories(new)[:3] == [live[1].pk, live[0].pk, live[2].pk]
    again = composing.put_on_top(live[2], by=editor)
    assert stories(again)[:4] == [live[2].pk, live[1].pk, live[0].pk, None]


def test_what_readers_do_not_have_does_not_go_on_top(editor):
    for hidden in (make_article(), make_article(published=timezone.now() + timedelta(hours=1))):
        with pytest.raises(NotComposed, match="not_live"):
            composing.put_on_top(hidden, by=editor)
    assert fronts.launched() is None


def test_a_card_says_what_was_chosen_for_it(editor, live):
    composing.put(None, 0, live[0], by=editor)
    picture = make_picture()
    until = timezone.now() + timedelta(hours=2)
    draft = composing.set_card(
        None, 0, until=until, headline="  عنوان   البطاقة ", picture=picture, by=editor
    )
    choice = composing.places_of(draft)[0]
    assert (choice.until, choice.headline, choice.picture) == (until, "عنوان البطاقة", picture.pk)
    for place, wrong, code in (
        (1, {}, "automatic"),
        (0, {"until": timezone.now() - timedelta(minutes=1)}, "past"),
        (0, {"headline": "ع" * 500}, "long"),
        (99, {}, "place"),
        (-1, {}, "place"),
    ):
        card = {"until": None, "headline": "", "picture": None, **wrong}
        with pytest.raises(NotComposed, match=code):
            composing.set_card(None, place, by=editor, **card)


def test_the_strip_needs_words_and_an_hour_to_come(editor):
    for strip, code in (
        (Strip(StripKind.WORDS, words="  "), "words"),
        (Strip(StripKind.WORDS, words="ع" * 161), "long"),
        (Strip(StripKind.STORY, story=999), "story"),
        (Strip(StripKind.NONE, until=timezone.now()), "past"),
    ):
        with pytest.raises(NotComposed, match=code):
            composing.set_strip(strip, by=editor)
    draft = composing.set_strip(Strip(StripKind.WORDS, words="انقطاع الكهرباء"), by=editor)
    assert composing.changes_of(draft, None) == 1


def test_only_the_desk_composes(reporter, moderator, live):
    for person in (reporter, moderator):
        for verb in (
            lambda: composing.put(None, 0, live[0], by=person),  # noqa: B023
            lambda: composing.launch(None, by=person),  # noqa: B023
            lambda: composing.discard(None, by=person),  # noqa: B023
            lambda: composing.put_on_top(live[0], by=person),  # noqa: B023
            lambda: composing.set_strip(Strip(StripKind.NONE), by=person),  # noqa: B023
        ):
            with pytest.raises(PermissionDenied):
                verb()
    assert not FrontEdition.objects.exists()


def test_a_front_has_one_draft(editor):
    section = make_category()
    for front in (None, section):
        FrontEdition.objects.create(section=front)
        with pytest.raises(IntegrityError), transaction.atomic():
            FrontEdition.objects.create(section=front)


def test_sections_are_composed_apart(editor, live):
    section = live[0].category
    composing.put(section, 0, live[0], by=editor)
    composing.launch(section, by=editor)
    assert fronts.launched() is None
    assert stories(fronts.launched(section)) == [live[0].pk, None, None]
    with pytest.raises(NotComposed):
        composing.put(section, 3, live[1], by=editor)
