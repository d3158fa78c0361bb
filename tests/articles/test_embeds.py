"""Which addresses readers may play in place, from where, and what they are told before."""

import pytest
from django.conf import settings

from articles.body.embeds import FRAME_SOURCES, player_of
from articles.body.render import render_body
from articles.body.sanitise import clean_body
from tests.articles.markup import Document

YOUTUBE = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&feature=share", YOUTUBE),
        ("https://youtu.be/dQw4w9WgXcQ?si=x&t=90s", f"{YOUTUBE}?start=90"),
        ("https://m.youtube.com/watch?list=x&v=dQw4w9WgXcQ", YOUTUBE),
        ("https://www.youtube.com/shorts/dQw4w9WgXcQ", YOUTUBE),
        ("https://www.youtube.com/live/dQw4w9WgXcQ?feature=share", YOUTUBE),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"),
        (
            "https://vimeo.com/76979871/8272103f6e",
            "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1",
        ),
        (
            "https://twitter.com/newsroom/status/1234567890123456789?s=20",
            "https://platform.twitter.com/embed/Tweet.html?id=1234567890123456789&dnt=true",
        ),
        (
            "https://x.com/newsroom/status/1234567890123456789/photo/1",
            "https://platform.twitter.com/embed/Tweet.html?id=1234567890123456789&dnt=true",
        ),
        (
            "https://www.facebook.com/watch/?v=10153231379946729&ref=sharing",
            (
                "https://www.facebook.com/plugins/video.php?href="
                "https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D10153231379946729&show_text=false"
            ),
        ),
        (
            "https://www.facebook.com/newsroom/posts/10153231379946729",
            (
                "https://www.facebook.com/plugins/post.php?href="
                "https%3A%2F%2Fwww.facebook.com%2Fnewsroom%2Fposts%2F10153231379946729&show_text=true"
            ),
        ),
        (
            "https://www.instagram.com/newsroom/reel/CuXFPIeLLYb/?igsh=x",
            "https://www.instagram.com/reel/CuXFPIeLLYb/embed/captioned/",
        ),
        (
            "https://www.tiktok.com/@newsroom/video/6718335390845095173",
            "https://www.tiktok.com/player/v1/6718335390845095173",
        ),
        ("https://t.me/newsroom/412", "https://t.me/newsroom/412?embed=1"),
        (
            "https://soundcloud.com/newsroom/morning-edition",
            (
                "https://w.soundcloud.com/player/?url="
                "https%3A%2F%2Fsoundcloud.com%2Fnewsroom%2Fmorning-edition"
            ),
        ),
    ],
)
def test_an_address_that_people_copy_leads_to_its_player(address, player):
    found = player_of(address)
    assert found is not None
    assert found.address == player
    assert any(found.address.startswith(f"{source}/") for source in FRAME_SOURCES)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/watch?v=dQw4w9WgXcQ",
        "https://youtube.com.example.org/watch?v=dQw4w9WgXcQ",
        "https://youtube.com@example.org/watch?v=dQw4w9WgXcQ",
        "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/watch?v=short",
        'https://www.youtube.com/watch?v=dQw4w9Wg"><x',
        "https://www.youtube.com/@newsroom",
        "https://www.youtube.com/",
        "https://vimeo.com/about",
        "https://x.com/newsroom",
        "https://www.facebook.com/newsroom",
        "https://t.me/newsroom",
        "https://t.me/newsroom/٤١٢",
        "https://[::1",
        "",
    ],
)
def test_any_other_address_is_a_link(address):
    assert player_of(address) is None


def test_the_policy_of_public_pages_names_the_players_and_nobody_else(reader):
    policy = reader.get("/nothing/")["Content-Security-Policy"]
    directives = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
    assert directives["frame-src"].split() == FRAME_SOURCES == settings.SECURE_CSP["frame-src"]
    assert all(source.startswith("https://") and "*" not in source for source in FRAME_SOURCES)


def drawn(*addresses: str) -> Document:
    typed = "".join(f'<figure data-embed="{address}"></figure>' for address in addresses)
    return Document.of(render_body(clean_body(typed), {}).html)


def test_a_player_waits_in_a_closed_box_with_a_plain_link_beside_it():
    box = drawn("https://www.youtube.com/watch?v=dQw4w9WgXcQ").one("figure", class_="embed")
    details = box.one("details")
    assert "open" not in details.attributes
    assert details.one("summary").text() == "شاهد التسجيل في يوتيوب"
    frame = details.one("iframe").attributes
    assert (frame["src"], frame["loading"]) == (YOUTUBE, "lazy")
    assert frame["title"] == "محتوى من يوتيوب"
    assert "allow-top-navigation" not in frame["sandbox"]
    assert "يُحمَّل من موقع خارجي بعد موافقتك" in box.text()
    assert box.one("a").attributes["href"] == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://x.com/newsroom/status/1234567890", "اعرض المنشور من إكس"),
        ("https://soundcloud.com/newsroom/edition", "استمع إلى التسجيل في ساوند كلاود"),
        ("https://www.tiktok.com/@newsroom/video/67183353908", "شاهد التسجيل في تيك توك"),
    ],
)
def test_the_button_says_what_it_will_show(address, said):
    assert drawn(address).one("summary").text() == said


def test_two_frames_of_one_service_have_two_names():
    first, second = drawn("https://t.me/newsroom/1", "https://t.me/newsroom/2").all("iframe")
    assert first.attributes["title"] != second.attributes["title"]


def test_a_reader_without_script_is_given_no_frame_at_all(reader, db):
    page = Document.of(reader.get("/"))
    policy = page.one("head").one("noscript").one("meta").attributes
    assert policy["http-equiv"] == "Content-Security-Policy"
    assert policy["content"] == "frame-src 'none'"
