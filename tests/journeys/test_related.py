"""An editor pins and bans related stories on the story's screen, with script and without."""

import pytest

from articles.models import Article
from articles.related.showing import listed
from articles.search import index
from tests.articles.test_related import FOOTBALL, WHEAT
from tests.factories import make_article
from tests.journeys.conftest import log_in, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def stories(paper) -> list[Article]:
    made = [
        make_article(published=True, headline=headline, body=body)
        for headline, body in zip(
            ("القمح في الصوامع", "مخزون القمح", "مباراة الأحد"),
            (*WHEAT[:2], FOOTBALL[0]),
            strict=True,
        )
    ]
    index.index([story.pk for story in made])
    return made


@pytest.mark.parametrize("javascript", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_story_is_found_pinned_banned_and_taken_back(
    paper, stories, editor, browser, javascript, width
):
    story, _, match = stories
    desk = browser(javascript=javascript, width=width)
    log_in(desk, paper, "editor")
    desk.goto(f"{paper}/admin/articles/article/{story.pk}/change/")
    desk.fill("[name=kicker]", "قيد الكتابة")
    desk.fill("[name=related_sought]", "مباراه")
    with desk.expect_navigation():
        desk.press("[name=related_sought]", "Enter")
    assert desk.input_value("[name=related_sought]") == "مباراه"
    press(desk, f"button[value='pin:{match.pk}']")
    first = desk.locator("#related-stories ol > li").first
    assert "مباراة الأحد" in first.inner_text()
    assert "ثبّته المحرّر" in first.inner_text()
    assert list(listed(story)) == [match]
    assert desk.input_value("[name=kicker]") == "قيد الكتابة", "nothing typed is lost"
    press(desk, f"button[value='ban:{match.pk}']")
    assert not listed(story).exists()
    press(desk, f"button[value='take_back:{match.pk}']")
    assert "القائمة فارغة" in desk.locator("#related-stories").inner_text()
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    assert Article.objects.live().get(pk=story.pk).kicker == ""
