"""All demonstration stories, newest desk first; keys are unique."""

from newsroom.demo.stories_abroad import ABROAD
from newsroom.demo.stories_arts import ARTS
from newsroom.demo.stories_assembly import ASSEMBLY
from newsroom.demo.stories_columns import COLUMNS
from newsroom.demo.stories_economy import ECONOMY
from newsroom.demo.stories_features import FEATURES
from newsroom.demo.stories_front import FRONT
from newsroom.demo.stories_ground import GROUND
from newsroom.demo.stories_harbour import HARBOUR
from newsroom.demo.stories_lab import LAB
from newsroom.demo.stories_market import MARKET
from newsroom.demo.stories_night import NIGHT
from newsroom.demo.stories_people import PEOPLE
from newsroom.demo.stories_sections import SECTIONS
from newsroom.demo.stories_state import STATE
from newsroom.demo.stories_street import STREET
from newsroom.demo.stories_track import TRACK
from newsroom.demo.stories_voices import VOICES
from newsroom.demo.stories_weather import WEATHER
from newsroom.demo.story import DemoStory

__all__ = ["STORIES", "DemoStory"]

STORIES: tuple[DemoStory, ...] = (
    *FRONT,
    *ECONOMY,
    *FEATURES,
    *SECTIONS,
    *STATE,
    *MARKET,
    *ABROAD,
    *PEOPLE,
    *NIGHT,
    *ARTS,
    *LAB,
    *GROUND,
    *COLUMNS,
    *ASSEMBLY,
    *HARBOUR,
    *WEATHER,
    *STREET,
    *TRACK,
    *VOICES,
)
