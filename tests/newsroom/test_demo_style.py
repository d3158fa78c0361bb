"""The demonstration stories keep the style of the house: the desk would mend nothing unseen."""

from dataclasses import fields

import pytest

from articles.body.proofreading import body_marks
from newsroom.demo.stories import STORIES, DemoStory


def _texts(story: DemoStory) -> list[str]:
    values = [getattr(story, field.name) for field in fields(story)]
    return [value for value in values if isinstance(value, str)] + list(story.tags)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)
def test_a_story_of_the_demo_has_no_mark(story):
    assert [(mark.kind, mark.found) for text in _texts(story) for mark in body_marks(text)] == []
