"""The demo's film is a real one, made of what is installed: no encoder is."""

import io

from PIL import Image, ImageChops

from articles.videos.captions import check_captions
from articles.videos.containers import container_of
from newsroom.demo.film import SIZE, View, film
from newsroom.demo.films import FILMS
from newsroom.demo.stories import STORIES

STOPS = (View(0.5, 0.5, 1.0), View(0.9, 0.9, 0.3))


def frames(content: bytes) -> list[Image.Image]:
    """Each frame, put back into the still picture that it is."""
    found = []
    for part in content.split(b"\x9d\x01\x2a")[1:]:  # the start code of a key frame
        assert (part[0] | part[1] << 8, part[2] | part[3] << 8) == SIZE
    place = content.find(b"\x81\x00\x00\x80")
    while place >= 0:
        length = int.from_bytes(content[place - 7 : place]) - 4
        frame = content[place + 4 : place + 4 + length]
        padded = frame + b"\0" * (len(frame) % 2)
        chunk = b"WEBPVP8 " + len(frame).to_bytes(4, "little") + padded
        riff = io.BytesIO(b"RIFF" + len(chunk).to_bytes(4, "little") + chunk)
        found.append(Image.open(riff).convert("RGB"))
        place = content.find(b"\x1f\x43\xb6\x75", place)
        place = content.find(b"\x81\x00\x00\x80", place) if place >= 0 else -1
    return found


def test_a_journey_over_a_picture_is_a_film_that_moves():
    picture = Image.merge("RGB", [Image.linear_gradient("L").resize((900, 600))] * 3)
    content = film(picture, STOPS, seconds=3)
    assert container_of(io.BytesIO(content)) == "webm"
    seconds = frames(content)
    assert [frame.size for frame in seconds] == [SIZE] * 3
    assert ImageChops.difference(seconds[0], seconds[2]).getbbox()
    assert content == film(picture, STOPS, seconds=3)


def test_the_captions_of_the_demo_are_shown_by_browsers():
    for shown in FILMS.values():
        check_captions(shown.captions.encode())


def test_the_demo_has_a_story_for_each_film_with_a_picture_and_the_label():
    told = {story.film: story for story in STORIES if story.film}
    assert told.keys() == FILMS.keys()
    assert all(story.picture and story.label == "video" for story in told.values())
