"""The screen on which stories are written: it keeps what is typed and does what is pressed."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import Article, Revision, Tag
from tests.articles.panel import ADD, LIST, moment, page_of, said, screen, typed
from tests.factories import BODY, make_article, make_author, make_category, make_picture

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("filters", ["", "?state__exact=draft", "?q=القمح", "?o=1.2.3"])
def test_the_list_costs_as_much_for_thirty_stories_as_for_three(as_editor, filters):
    section, authors = make_category(), (make_author("أ"), make_author("ب"))

    def cost(number: int) -> int:
        for _ in range(number):
            story = make_article(category=section, authors=authors, published=number % 2 == 0)
            Revision.objects.create(article=story, number=1, content={})
        with CaptureQueriesContext(connection) as captured:
            assert as_editor.get(LIST + filters).status_code == 200
        return len(captured)

    assert cost(3) == cost(27) <= 8


def test_the_list_shows_state_section_and_signatures_in_arabic(as_editor):
    make_article(headline="خبر أول", published=True, authors=(make_author("سلمى"),))
    make_article(headline="خبر ثانٍ", published=timezone.now() + timedelta(hours=1))
    text = page_of(as_editor.get(LIST)).one("table", id="result_list").text()
    for shown in ("خبر أول", "خبر ثانٍ", "سلمى", "اقتصاد", "منشور"):
        assert shown in text
    assert not re.search("[A-Za-z]", re.sub("T[0-9:]+", "", text)), text


def test_a_reporter_starts_a_story(as_reporter, reporter):
    author, picture = make_author(user=reporter), make_picture()
    form = page_of(as_reporter.get(ADD))
    chosen = [option.attributes["value"] for option in form.all("option", selected="")]
    assert str(author.pk) in chosen, "their own byline stands there already"
    sent = typed(
        tags="الأمن، القمح", signing_authors=[str(author.pk)], lead_picture=str(picture.pk),
        _continue="1",
    )  # fmt: skip
    answer = as_reporter.post(ADD, sent)
    story = Article.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, screen(story))
    assert (story.state, story.created_by) == ("draft", reporter)
    assert set(story.tags.names()) == {"الأمن", "القمح"}
    assert story.lead_picture == picture
    assert [byline.author for byline in story.bylines.all()] == [author]


def test_saving_a_live_story_changes_the_working_copy_alone(as_editor, editor):
    first = {"headline": "قديم", "body": BODY, "category": make_category().pk}
    story = publishing.publish(publishing.start(first, by=editor), by=editor)
    before = Article.objects.filter(pk=story.pk).values().get()
    sent = typed(story.category, headline="جديد", tags="ا", slug=story.slug, _continue="1")
    as_editor.post(screen(story), sent)
    assert Article.objects.filter(pk=story.pk).values().get() == before
    assert not story.tags.exists()
    copy = story.revisions.get(role=Revision.Role.WORKING)
    assert (copy.content["headline"], copy.content["tags"], copy.by) == ("جديد", ["ا"], editor)
    form = page_of(as_editor.get(screen(story)))
    assert form.one("textarea", id="id_headline").text() == "جديد"
    assert form.one("input", id="id_tags").attributes["value"] == "ا"
    listed = page_of(as_editor.get(LIST)).one("table", id="result_list").text()
    assert "قديم" in listed
    assert "تعديلات لم تُنشر" in listed


def test_a_slug_left_empty_is_made_from_the_headline(as_editor):
    story = make_article(published=True, slug="قديم")
    as_editor.post(screen(story), typed(story.category, headline="عنوان جديد", _continue="1"))
    form = as_editor.get(screen(story))
    assert form.status_code == 200
    assert story.short_url in form.content.decode()
    as_editor.post(screen(story), typed(story.category, headline="عنوان جديد", _publish="1"))
    assert Article.objects.get().slug == "عنوان-جديد"


def test_each_button_does_its_verb(client, reporter, editor, chief):
    story = publishing.start(
        {"headline": "خبر", "body": BODY, "category": make_category().pk}, by=reporter
    )

    def press(person, button: str) -> str:
        client.force_login(person)
        answer = client.post(screen(story), typed(story.category, **{button: "1"}))
        # What went back is its reporter's: whoever sent it keeps no window on it.
        where = LIST if button == "_send_back" else screen(story)
        assert (answer.status_code, answer["Location"]) == (302, where)
        assert said(answer)
        story.refresh_from_db()
        return story.state

    assert press(reporter, "_submit") == "submitted"
    assert press(editor, "_send_back") == "draft"
    assert press(reporter, "_submit") == "submitted"
    assert press(editor, "_publish") == "published"
    assert Article.objects.live().get().headline == "اتفاق على القمح", "what was typed went out"
    assert press(chief, "_withdraw") == "withdrawn"
    assert press(editor, "_publish") == "published"


def test_an_editor_publishes_the_chosen_and_hears_what_was_refused(as_editor):
    good, empty = make_article(headline="تام"), make_article(headline="ناقص", body="")
    chosen = {"action": "publish_chosen", "_selected_action": [good.pk, empty.pk]}
    answer = as_editor.post(LIST, chosen)
    assert Article.objects.live().get() == good
    assert "تام" in said(answer)
    assert "ناقص: لا نصّ" in said(answer)


@pytest.mark.parametrize(
    ("lacking", "word"),
    [({"body": ""}, "نص"), ({"lead_picture": "mute"}, "بديل")],
)
def test_what_is_not_ready_is_told_in_arabic_and_kept(as_editor, lacking, word):
    if lacking.get("lead_picture"):
        lacking["lead_picture"] = str(make_picture(alt_text="").pk)
    answer = as_editor.post(ADD, typed(headline="مسودة ناقصة", _publish="1", **lacking))
    story = Article.objects.get()
    assert (story.state, story.headline) == ("draft", "مسودة ناقصة")
    assert word in said(answer)
    assert not re.search("[A-Za-z]", said(answer))
    notes = page_of(as_editor.get(screen(story))).one("div", class_="missing").text()
    assert word in notes


def test_a_form_with_an_error_keeps_every_word(as_reporter, reporter):
    story = make_article(created_by=reporter, headline="قديم")
    hostile = '<p onclick="x()">نص طويل كُتب الآن</p><script>alert(1)</script>'
    sent = typed(
        story.category, headline="", standfirst="ملخّص كُتب الآن", tags="وسم، آخر", body=hostile,
        kicker="و" * 101, _continue="1",
    )  # fmt: skip
    answer = as_reporter.post(screen(story), sent)
    assert answer.status_code == 200
    form = page_of(answer)
    assert "ملخّص كُتب الآن" in form.one("textarea", id="id_standfirst").text()
    assert "نص طويل كُتب الآن" in form.one("textarea", id="id_body").text()
    assert form.one("input", id="id_tags").attributes["value"] == "وسم، آخر"
    errors = " ".join(found.text() for found in form.all("ul", class_="errorlist"))
    assert errors
    assert not re.search("[A-Za-z]", errors)
    assert Article.objects.get().headline == "قديم"


@pytest.mark.parametrize("tags", ["و" * 101, f"ا، {'و' * 200}"])
def test_a_tag_as_long_as_a_sentence_is_sent_back(as_reporter, tags):
    assert as_reporter.post(ADD, typed(tags=tags)).status_code == 200
    assert not Article.objects.exists()
    assert not Tag.objects.exists()


def test_authors_sign_in_the_order_in_which_they_were_chosen(as_editor):
    first, second, third = (make_author(name) for name in ("أحمد", "سلمى", "يوسف"))
    story = make_article(published=True, authors=(first,))
    order = [str(author.pk) for author in (third, first, second)]
    as_editor.post(screen(story), typed(story.category, signing_authors=order, _publish="1"))
    assert [str(byline.author_id) for byline in story.bylines.all()] == order
    select = page_of(as_editor.get(screen(story))).one("select", id="id_signing_authors")
    assert [option.attributes["value"] for option in select.all("option", selected="")] == order


def test_an_editor_schedules_a_story_and_its_end(as_editor):
    hour = timezone.now().replace(microsecond=0) + timedelta(hours=2)
    end = hour + timedelta(days=1)
    times = moment("publish_at", hour) | moment("withdraw_at", end)
    as_editor.post(ADD, typed(_publish="1", **times))
    story = Article.objects.get()
    assert (story.published_at, story.withdraw_at) == (hour, end)
    assert "مجدول" in page_of(as_editor.get(screen(story))).one("p", class_="where").text()
    again = typed(story.category, headline="عنوان أدق", _publish="1", **times)
    as_editor.post(screen(story), again)
    assert Article.objects.get().published_at == hour


def test_an_end_that_an_editor_typed_is_kept_by_saving_the_draft(as_editor):
    story = make_article()
    end = timezone.now().replace(microsecond=0) + timedelta(days=1)
    as_editor.post(
        screen(story), typed(story.category, _continue="1", **moment("withdraw_at", end))
    )
    assert Article.objects.get().withdraw_at == end


def test_an_end_before_the_beginning_is_refused_in_arabic(as_chief):
    story = make_article(published=True)
    early = story.published_at - timedelta(hours=1)
    sent = typed(story.category, _publish="1", **moment("withdraw_at", early))
    answer = as_chief.post(screen(story), sent)
    assert Article.objects.get().withdraw_at is None
    told = said(answer) if answer.status_code == 302 else page_of(answer).one("main").text()
    assert "السحب" in told


def test_a_second_editor_is_told_before_words_are_overwritten(as_editor, editor):
    story = publishing.start(
        {"headline": "خبر", "body": BODY, "category": make_category().pk}, by=editor
    )
    opened = page_of(as_editor.get(screen(story))).one("input", id="id_based_on")
    publishing.save_draft(story, {"headline": "كلمات غيري"}, by=editor)
    stamp = opened.attributes["value"]
    mine = typed(story.category, headline="كلماتي", based_on=stamp, _continue="1")
    answer = as_editor.post(screen(story), mine)
    assert answer.status_code == 409
    page = page_of(answer)
    assert "كلماتي" in page.text()
    assert "كلمات غيري" in page.text()
    assert Article.objects.get().headline == "كلمات غيري"
    [choice] = {one.attributes["name"] for one in page.all("input", type="radio")}
    as_editor.post(screen(story), mine | {"deciding": "1", choice: "mine"})
    assert Article.objects.get().headline == "كلماتي"


def test_readers_are_told_of_an_update_when_the_desk_chooses_so(as_editor):
    yesterday = timezone.now().replace(microsecond=0) - timedelta(days=1)
    story = make_article(published=yesterday)
    times = moment("publish_at", yesterday)
    as_editor.post(screen(story), typed(story.category, _publish="1", **times))
    assert Article.objects.get().updated_at is None
    as_editor.post(screen(story), typed(story.category, _publish="1", told="update", **times))
    assert Article.objects.get().updated_at > yesterday
    assert Article.objects.get().published_at == yesterday


@pytest.mark.parametrize("screen_name", ["author", "category", "tag", "picture"])
def test_the_other_lists_cost_as_much_whatever_their_length(as_chief, screen_name):
    address = reverse(f"admin:articles_{screen_name}_changelist")

    def cost(number: int) -> int:
        for place in range(number):
            story = make_article(tags=(f"وسم {number} {place}",), authors=(make_author(),))
            make_category(parent=story.category)
        if number == 2:
            make_picture()
        with CaptureQueriesContext(connection) as captured:
            assert as_chief.get(address).status_code == 200
        return len(captured)

    assert cost(2) == cost(12) <= 8
