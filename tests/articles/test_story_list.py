"""The list of stories: tabs that mean what they say, headlines found in any spelling."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Revision
from tests.articles.panel import LIST, page_of, said
from tests.factories import make_article, make_author, make_category

pytestmark = pytest.mark.django_db


def shown(answer) -> set[str]:
    return {name.text() for name in page_of(answer).all("bdi", class_="story-name")}


@pytest.fixture
def stories(editor):
    section, now = make_category(), timezone.now()
    old = now - timedelta(days=3)
    for name, fields in {
        "مسودة": {"created_at": old},
        "مسودة اليوم": {"created_by": editor},
        "مرسل": {"state": "submitted", "created_at": old},
        "قيد التدقيق": {"state": "in_review", "created_at": old},
        "جاهز": {"state": "ready", "created_at": old},
        "مجدول": {"published": now + timedelta(hours=3), "created_at": old},
        "منشور قديم": {"published": old, "created_at": old},
        "منشور معدّل": {"published": old, "created_at": old},
        "مسحوب": {"state": "withdrawn", "published": old, "created_at": old},
    }.items():
        make_article(headline=name, category=section, **fields)
    changed = Article.objects.get(headline="منشور معدّل")
    Revision.objects.create(article=changed, number=1, content={})


@pytest.mark.parametrize(
    ("tab", "names"),
    [
        ("today", {"مسودة اليوم", "مرسل", "قيد التدقيق", "جاهز", "مجدول"}),
        ("mine", {"مسودة اليوم"}),
        ("review", {"مرسل", "قيد التدقيق"}),
        ("ready", {"جاهز", "مجدول"}),
        ("changed", {"منشور معدّل"}),
        ("drafts", {"مسودة", "مسودة اليوم"}),
        ("withdrawn", {"مسحوب"}),
    ],
)
def test_a_tab_holds_what_it_says_and_counts_it(as_editor, stories, tab, names):
    answer = as_editor.get(f"{LIST}?tab={tab}")
    assert shown(answer) == names
    here = page_of(answer).one("nav", class_="tabs").one("a", **{"aria-current": "page"})
    assert here.one("span", class_="num").text() == str(len(names))


def test_without_a_tab_the_list_is_the_archive(as_editor, stories):
    answer = as_editor.get(LIST)
    assert len(shown(answer)) == 9
    archive = page_of(answer).one("nav", class_="tabs").all("a")[-1]
    assert archive.attributes["aria-current"] == "page"
    assert archive.one("span").text() == "9"


def test_an_unknown_tab_is_no_error(as_editor, stories):
    assert len(shown(as_editor.get(f"{LIST}?tab=x"))) == 9


def test_a_reporters_tabs_count_their_own_alone(as_reporter, reporter, stories):
    make_article(created_by=reporter)
    tabs = page_of(as_reporter.get(LIST)).one("nav", class_="tabs").all("a")
    assert tabs[-1].one("span").text() == "1"


@pytest.mark.parametrize("sought", ["احمد", "أحْمد", "المدرسه احمد", "أحمد ٢٠٢٥"])
@pytest.mark.parametrize("state", ["draft", "ready", "withdrawn"])
def test_a_headline_is_found_in_any_spelling_and_state(as_editor, sought, state):
    make_article(headline="أحمد في المدرسة 2025", state=state)
    make_article(headline="حمدان في البيت")
    assert shown(as_editor.get(LIST, {"q": sought})) == {"أحمد في المدرسة 2025"}


@pytest.mark.parametrize("sought", ["(", "[ا", "\\", "*", "%", "ـ", "' OR 1=1", "a" * 4000])
def test_no_question_breaks_the_list(as_editor, sought):
    make_article()
    assert as_editor.get(LIST, {"q": sought}).status_code == 200


def test_a_story_is_found_by_its_code(as_editor):
    story = make_article()
    make_article()
    assert shown(as_editor.get(LIST, {"q": story.code})) == {story.headline}


@pytest.mark.parametrize("filters", ["?tab=today", "?tab=changed", "?q=القمح"])
def test_tabs_and_search_cost_as_much_for_many_as_for_few(as_editor, filters):
    section, author = make_category(), make_author()

    def cost(number: int) -> int:
        for _ in range(number):
            story = make_article(category=section, authors=(author,), published=True)
            Revision.objects.create(article=story, number=1, content={})
        with CaptureQueriesContext(connection) as captured:
            assert as_editor.get(LIST + filters).status_code == 200
        return len(captured)

    assert cost(3) == cost(20) <= 8


def test_one_act_is_pressed_from_anywhere_and_refused_in_words(client, editor, reporter):
    story = make_article(state="submitted", created_by=reporter)
    act = reverse("admin:articles_article_act", args=[story.pk, "take_up"])
    client.force_login(reporter)
    assert "صلاحيات" in said(client.post(act))
    client.force_login(editor)
    assert client.get(act).status_code == 405
    assert client.post(act).status_code == 302
    assert Article.objects.get().state == "in_review"
    assert said(client.post(act)), "it is not submitted any more, and that is said"
    unknown = reverse("admin:articles_article_act", args=[story.pk, "burn"])
    assert client.post(unknown).status_code == 404


def test_a_foreign_story_has_no_acts(as_reporter, editor):
    story = make_article(created_by=editor)
    act = reverse("admin:articles_article_act", args=[story.pk, "submit"])
    assert as_reporter.post(act).status_code == 404
    assert Article.objects.get().state == "draft"
