"""How readers, their browsers and machines are offered a picture."""

import json

import pytest
from django.template import Context, Template

from articles.models import Article, Picture
from articles.pictures.slots import SLOTS
from tests.articles.markup import Document, Element
from tests.factories import make_article, make_category, make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Article:
    picture = make_picture(size=(1800, 1200), focus_x=0.3)
    category = make_category()
    make_article(published=True, category=category, lead_picture=picture)
    return make_article(published=True, category=category, lead_picture=picture)


def shown(reader, address: str) -> Document:
    return Document.of(reader.get(address))


def drawn(picture: Picture, **words) -> Element:
    given = " ".join(f'{name}="{value}"' for name, value in words.items())
    tag = f'{{% include "articles/_picture.html" with picture=picture alt="" {given} only %}}'
    return Document.of(Template(tag).render(Context({"picture": picture}))).one("picture")


def candidates(element: Element) -> dict[str, str]:
    """The address for each width."""
    pairs = [entry.split(" ") for entry in element.attributes["srcset"].split(", ")]
    return {width: address for address, width in pairs}


def test_a_lead_comes_first_in_three_widths_of_two_formats(reader, story):
    picture = shown(reader, story.get_absolute_url()).one("figure", class_="lead-picture")
    source, image = picture.one("picture").one("source"), picture.one("picture").one("img")
    assert source.attributes["type"] == "image/avif"
    assert list(candidates(source)) == list(candidates(image)) == ["736w", "1120w", "1600w"]
    assert source.attributes["sizes"] == image.attributes["sizes"]
    assert (image.attributes["width"], image.attributes["height"]) == ("1600", "900")
    assert image.attributes["fetchpriority"] == "high"
    assert "loading" not in image.attributes
    assert image.attributes["decoding"] == "async"
    for address in [*candidates(source).values(), *candidates(image).values()]:
        assert reader.get(address).status_code == 200


def test_cards_come_lazily_at_three_to_two_and_say_nothing_twice(reader, story):
    page = shown(reader, story.category.get_absolute_url())
    lead, *cards = page.one("main").all("img")
    assert lead.attributes["fetchpriority"] == "high"
    assert cards
    for image in cards:
        assert image.attributes["alt"] == "", "its headline is the link"
        assert image.attributes["loading"] == "lazy"
        assert "fetchpriority" not in image.attributes
        assert (image.attributes["width"], image.attributes["height"]) == ("1280", "853")


def test_one_picture_of_the_front_page_comes_first(reader, story):
    images = shown(reader, "/").one("main").all("img")
    first = [image for image in images if "fetchpriority" in image.attributes]
    assert first == images[:1]
    assert "loading" not in first[0].attributes
    assert all(image.attributes["loading"] == "lazy" for image in images[1:])


@pytest.mark.parametrize("slot", SLOTS)
def test_the_box_of_every_slot_is_reserved_before_a_byte_comes(slot):
    picture = make_picture(size=(700, 500))
    image = drawn(picture, slot=slot, sizes="10rem").one("img")
    largest = picture.crop(slot).largest
    assert image.attributes["width"] == str(largest.width)
    assert image.attributes["height"] == str(largest.height)
    assert image.attributes["sizes"] == "10rem"
    assert image.attributes["src"] == picture.crop(slot).smallest.url


def test_a_template_that_names_no_slot_shows_the_whole():
    picture = make_picture()
    image = drawn(picture, sizes="10rem").one("img")
    assert image.attributes["src"] == picture.crop("whole").smallest.url


def test_a_picture_from_before_the_slots_is_shown_without_avif(reader, story):
    Picture.objects.update(stored_slots={})
    page = shown(reader, story.get_absolute_url())
    figure = page.one("figure", class_="lead-picture")
    assert not figure.all("source")
    image = figure.one("img")
    assert list(candidates(image)) == ["480w", "960w", "1600w"]
    assert (image.attributes["width"], image.attributes["height"]) == ("1600", "1067")
    assert (
        len(
            json.loads("".join(map(str, page.one("script", type="application/ld+json").children)))[
                "image"
            ]
        )
        == 1
    )


def test_machines_are_given_a_wide_one_a_photographers_one_and_a_square(reader, story, settings):
    page = shown(reader, story.get_absolute_url())
    said = {
        meta.attributes["property"]: meta.attributes["content"]
        for meta in page.all("meta")
        if "property" in meta.attributes
    }
    crop = story.lead_picture.crop
    assert said["og:image"] == f"{settings.SITE_URL}{crop('wide').largest.url}"
    assert said["og:image"].endswith(".jpg")
    assert said["og:image:type"] == "image/jpeg"
    assert (said["og:image:width"], said["og:image:height"]) == ("1600", "900")
    data = json.loads("".join(map(str, page.one("script", type="application/ld+json").children)))
    assert data["image"] == [
        f"{settings.SITE_URL}{crop(slot).largest.url}" for slot in ("wide", "card", "square")
    ]
    for address in data["image"]:
        assert reader.get(address.removeprefix(settings.SITE_URL))["Content-Type"] == "image/jpeg"
