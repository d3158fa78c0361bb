"""All demonstration stories, newest desk first; keys are unique."""

from newsroom.demo.stories_economy import ECONOMY
from newsroom.demo.stories_features import FEATURES
from newsroom.demo.stories_front import FRONT
from newsroom.demo.stories_sections import SECTIONS
from newsroom.demo.story import DemoStory

__all__ = ["STORIES", "DemoStory"]

STORIES: tuple[DemoStory, ...] = (*FRONT, *ECONOMY, *FEATURES, *SECTIONS)
