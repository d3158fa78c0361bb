"""Editors pin stories under one and ban others; both survive whatever is computed anew."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing
from articles.models import Article, RelatedStory
from articles.related import choosing, keeping
from articles.related.choosing import NotChosen
from articles.related.showing import SHOWN, listed, related_to
from articles.search import index
from tests.articles.panel import page_of, said, screen, typed
from tests.articles.test_related import ABOUT_WHEAT, FOOTBALL, WHEAT, publish, rebuild
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db


@pytest.fixture
def wheat() -> list[Article]:
    stories = publish(*WHEAT, headline="القمح")
    rebuild()
    return stories


@pytest.fixture
def football() -> list[Article]:
    return publish(*FOOTBALL, headline="المباراة")


def shown(story: Article) -> list[Article]:
    return related_to(Article.objects.for_page().get(pk=story.pk), near=[])


def recompute_everything(*stories: Article) -> None:
    """All that ever makes lists: the rebuild, and the publication of each story again."""
    rebuild(all=True)
    index.index([story.pk for story in stories])
    for story in stories:
        keeping.keep(story.pk)


def test_pinned_stories_stand_first_in_their_order_and_survive(wheat, football, editor):
    choosing.pin(wheat[0], football[1], by=editor)
    choosing.pin(wheat[0], football[0], by=editor)
    assert shown(wheat[0])[:2] == [football[1], football[0]]
    recompute_everything(*wheat, *football)
    assert shown(wheat[0])[:2] == [football[1], football[0]]
    assert shown(wheat[0])[2] in wheat
    choosing.lift(wheat[0], football[0], by=editor)
    choosing.lift(wheat[0], football[0], by=editor)  # the first stays the first
    assert shown(wheat[0])[:2] == [football[0], football[1]]


def test_a_banned_story_is_never_shown_and_survives(wheat, football, editor):
    banned = shown(wheat[0])[0]
    choosing.ban(wheat[0], banned, by=editor)
    assert banned not in shown(wheat[0])
    recompute_everything(*wheat)
    assert banned not in listed(wheat[0])
    assert wheat[0] in listed(banned), "a ban is of one list, not of the pair"
    choosing.take_back(wheat[0], banned, by=editor)
    assert shown(wheat[0])[0] == banned


def test_neither_tags_nor_the_section_bring_back_a_banned_story(reader, editor):
    section = make_category("زراعة")
    story, other, third = (
        make_article(published=True, category=section, tags=("القمح",)) for _ in range(3)
    )
    assert other in related_to(story, near=[])
    choosing.ban(story, other, by=editor)
    loaded = Article.objects.for_page().get(pk=story.pk)
    assert related_to(loaded, near=[other, third]) == [third]
    assert related_to(Article.objects.get(pk=story.pk), near=[other, third]) == [third]


def test_a_pinned_story_that_is_not_live_is_kept_and_not_shown(wheat, football, editor, chief):
    hour = timezone.now() + timedelta(hours=1)
    draft = make_article(headline="مسودة")
    scheduled = make_article(headline="بعد ساعة", published=hour)
    for other in (draft, scheduled, football[0]):
        choosing.pin(wheat[0], other, by=editor)
    publishing.withdraw(football[0], by=chief)
    keeping.forget(football[0].pk)
    assert not {draft, scheduled, football[0]} & set(shown(wheat[0]))
    Article.objects.filter(pk=scheduled.pk).update(published_at=hour - timedelta(hours=2))
    Article.objects.filter(pk=football[0].pk).update(state="published")
    assert shown(wheat[0])[:2] == [scheduled, football[0]]


def test_choices_of_a_withdrawn_story_wait_for_its_return(wheat, football, editor):
    choosing.pin(wheat[0], football[0], by=editor)
    choosing.ban(wheat[0], wheat[1], by=editor)
    keeping.forget(wheat[0].pk)
    keeping.keep(wheat[0].pk)
    assert shown(wheat[0])[0] == football[0]
    assert wheat[1] not in shown(wheat[0])


def test_choices_take_no_place_of_the_twelve(editor):
    stories = publish(*ABOUT_WHEAT)
    publish(*FOOTBALL)
    rebuild()
    for other in list(listed(stories[0]))[:2]:
        choosing.ban(stories[0], other, by=editor)
    keeping.keep(stories[0].pk)
    assert listed(stories[0]).count() == keeping.KEPT
    keeping.keep(stories[-1].pk)
    assert listed(stories[0]).count() == keeping.KEPT


def test_what_is_taken_back_stays_if_it_is_like_the_story(wheat, football, editor):
    choosing.pin(wheat[0], wheat[2], by=editor)
    choosing.pin(wheat[0], football[2], by=editor)
    recompute_everything(*wheat, *football)
    choosing.take_back(wheat[0], wheat[2], by=editor)
    choosing.take_back(wheat[0], football[2], by=editor)
    assert wheat[2] in listed(wheat[0])
    assert not RelatedStory.objects.filter(article=wheat[0], other=football[2], score=0).exists()


@pytest.mark.parametrize("verb", [choosing.pin, choosing.ban])
def test_a_story_is_not_chosen_for_itself(wheat, editor, verb):
    with pytest.raises(NotChosen, match="itself"):
        verb(wheat[0], wheat[0], by=editor)


def test_what_makes_no_sense_is_refused(wheat, football, editor):
    choosing.pin(wheat[0], football[0], by=editor)
    with pytest.raises(NotChosen, match="twice"):
        choosing.pin(wheat[0], football[0], by=editor)
    choosing.ban(wheat[0], football[0], by=editor)
    with pytest.raises(NotChosen, match="banned"):
        choosing.ban(wheat[0], football[0], by=editor)
    for _ in range(choosing.MOST_PINNED):
        choosing.pin(wheat[0], make_article(), by=editor)
    with pytest.raises(NotChosen, match="many"):
        choosing.pin(wheat[0], make_article(), by=editor)


@pytest.mark.parametrize(
    "verb", [choosing.pin, choosing.ban, choosing.lift, choosing.take_back]
)  # fmt: skip
def test_who_may_not_edit_the_story_chooses_nothing(wheat, reporter, moderator, verb):
    own = make_article(created_by=reporter)
    for person in (reporter, moderator):
        with pytest.raises(PermissionDenied):
            verb(wheat[0], wheat[1], by=person)
    secret = make_article(headline="سرّ زميل")
    with pytest.raises(PermissionDenied):
        verb(own, secret, by=reporter)
    verb(own, wheat[1], by=reporter)  # live stories are everybody's


def test_choices_cost_a_page_no_query(football, editor, reader, django_assert_num_queries):
    wheat = publish(*ABOUT_WHEAT)
    rebuild()

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert reader.get(wheat[0].get_absolute_url()).status_code == 200
        return len(captured)

    cost()
    before = cost()
    choosing.pin(wheat[0], football[0], by=editor)
    choosing.ban(wheat[0], football[1], by=editor)
    assert cost() == before
    story = Article.objects.for_page().get(pk=wheat[0].pk)
    with django_assert_num_queries(1):
        assert len(related_to(story, near=[])) == SHOWN


# The screen


def press(client, story: Article, button: str, **words) -> object:
    sent = typed(story.category, headline=story.headline, body=story.body, slug=story.slug)
    return client.post(screen(story), sent | {"related": button} | words)


def section(client, story: Article, sought: str = "") -> object:
    address = screen(story) + (f"?related={sought}" if sought else "")
    return page_of(client.get(address)).one("section", id="related-stories")


def test_the_screen_says_why_each_story_stands_there(as_editor, editor, football):
    one, other = publish(
        "<p>رست في المرفأ ثلاث سفن محمّلة بالقمح، وبدأ تفريغ الصوامع.</p>",
        "<p>وفي المرفأ تأخّرت السفن أسبوعًا فارتفع سعر القمح في صوامعه.</p>",
    )
    for story in (one, other):
        story.tags.set(["أمن غذائي"])
    rebuild()
    choosing.pin(one, football[0], by=editor)
    items = section(as_editor, one).one("ol").all("li")
    assert items[0].one("p", class_="why").text().startswith("ثبّته المحرّر")
    why = items[1].one("p", class_="why").text()
    assert "كلمات مشتركة:" in why
    assert "الصوامع" in why, "as the story writes it, not its stem"
    assert "وسوم مشتركة: أمن غذائي" in why
    assert items[1].one("span", class_="state").text() == "منشور"


def test_buttons_pin_move_ban_and_take_back_and_keep_what_was_typed(
    as_editor, wheat, football, editor
):
    story = wheat[0]
    answer = press(as_editor, story, f"pin:{football[0].pk}", kicker="قيد الكتابة")
    assert answer["Location"] == f"{screen(story)}#related-stories"
    assert said(answer) == "ثُبّت الموضوع بين المواضيع ذات الصلة."
    assert story.revisions.get(role="working").content["kicker"] == "قيد الكتابة"
    press(as_editor, story, f"pin:{football[1].pk}")
    press(as_editor, story, f"lift:{football[1].pk}")
    assert list(listed(story)[:2]) == [football[1], football[0]]
    press(as_editor, story, f"ban:{football[1].pk}")
    assert football[1] not in listed(story)
    banned = section(as_editor, story).one("ul").text()
    assert "إلغاء الحجب" in banned
    press(as_editor, story, f"take_back:{football[1].pk}")
    press(as_editor, story, f"take_back:{football[0].pk}")
    assert not set(football[:2]) & set(listed(story))


def test_refusals_are_said_in_arabic(as_editor, wheat, football):
    assert "لا يُثبَّت الموضوع تحت نفسه" in said(press(as_editor, wheat[0], f"pin:{wheat[0].pk}"))
    press(as_editor, wheat[0], f"pin:{football[0].pk}")
    assert "مثبّت هنا من قبل" in said(press(as_editor, wheat[0], f"pin:{football[0].pk}"))


@pytest.mark.parametrize("button", ["", "pin", "pin:", "pin:x", "pin:99999999", "eat:1", "pin:-1",
                                    "pin:٣", "pin:" + "9" * 50, "ban:\x00"])  # fmt: skip
def test_a_button_that_there_is_not_does_nothing(as_editor, wheat, button):
    before = list(RelatedStory.objects.values().order_by("pk"))
    assert press(as_editor, wheat[0], button).status_code == 302
    assert list(RelatedStory.objects.values().order_by("pk")) == before


def test_a_story_to_pin_is_found_in_any_spelling(as_editor, wheat, football):
    answer = press(as_editor, wheat[0], "", related_sought="المباراه", related=[])
    assert "related=%D8" in answer["Location"]
    assert answer["Location"].endswith("#related-stories")
    found = section(as_editor, wheat[0], "مبـاراةُ").all("button", name="related")
    values = {button.attributes["value"] for button in found}
    assert f"pin:{football[0].pk}" in values
    assert "لم نجد" in section(as_editor, wheat[0], "كسوف").text()


def test_one_that_is_not_live_is_found_by_its_address(as_editor, wheat):
    hidden = make_article(headline="تحت الحظر", published=timezone.now() + timedelta(hours=1))
    for sought in (hidden.get_absolute_url(), hidden.code):
        assert "تحت الحظر" in section(as_editor, wheat[0], sought).text()


def test_nobody_learns_of_a_story_that_they_may_not_see(as_reporter, reporter, editor):
    own = make_article(created_by=reporter)
    hidden = make_article(headline="تحت الحظر", published=timezone.now() + timedelta(hours=1))
    choosing.pin(own, hidden, by=editor)
    assert "تحت الحظر" not in section(as_reporter, own).text()
    assert "تحت الحظر" not in section(as_reporter, own, hidden.code).text()
    theirs = make_article(headline="خبر زميل", published=True)
    assert as_reporter.get(screen(theirs)).status_code in {302, 403}


def test_the_screen_costs_the_same_however_long_the_list_is(as_editor, editor):
    stories = publish(*ABOUT_WHEAT, tags=("قمح",))

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            as_editor.get(screen(stories[0]))
        return len(captured)

    for other in stories[1:3]:
        choosing.pin(stories[0], other, by=editor)
    few = cost()
    rebuild()
    assert cost() <= few
