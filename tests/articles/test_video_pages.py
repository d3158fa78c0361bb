"""A story that a video opens, as readers, machines and cards have it."""

import json
import re

import pytest

from tests.articles.markup import Document, Element
from tests.factories import make_article, make_picture, make_video

pytestmark = pytest.mark.django_db


def a_story(video, **fields):
    fields.setdefault("label", "video")
    fields.setdefault("lead_picture", make_picture())
    return make_article(published=True, video=video, **fields)


def figure(reader, story) -> Element:
    return Document.of(reader.get(story.get_absolute_url())).one("figure", class_="lead-picture")


def data_of(reader, story) -> dict:
    page = reader.get(story.get_absolute_url()).text
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])


def test_a_film_stands_where_the_lead_picture_would(reader):
    video = make_video("mp4", duration=187)
    story = a_story(video)
    shown = figure(reader, story)
    player = shown.one("video")
    wanted = {
        "controls": "",
        "preload": "none",
        "playsinline": "",
        "width": "1280",
        "height": "720",
    }
    assert wanted.items() <= player.attributes.items()
    assert not {"autoplay", "loop", "muted"} & player.attributes.keys()
    assert player.attributes["poster"] == story.lead_picture.poster.url
    assert player.attributes["aria-label"] == f"فيديو: {story.headline}"
    source = player.one("source")
    assert source.attributes == {"src": video.file.url, "type": "video/mp4"}
    track = player.one("track")
    assert track.attributes == {
        "kind": "captions", "src": video.captions.url, "srclang": "ar", "label": "العربية",
        "default": "",
    }  # fmt: skip
    download = player.one("a")
    assert download.attributes["href"] == video.file.url
    assert "download" in download.attributes
    assert not shown.all("img")


def test_the_captions_are_named_in_the_language_of_their_readers(reader):
    track = figure(reader, a_story(make_video(captions_language="ckb"))).one("track")
    assert (track.attributes["srclang"], track.attributes["label"]) == ("ckb", "کوردی")
    assert not figure(reader, a_story(make_video(captions=""))).all("track")


def test_caption_and_both_credits_are_owed(reader):
    caption = figure(reader, a_story(make_video())).one("figcaption").text()
    assert "سهل البقيعة قبل الحصاد." in caption
    assert "مصدر الفيديو: تصوير: سامي الأتاسي" in caption
    assert "مصدر الصورة: تصوير: رهف سالم" in caption
    same = figure(reader, a_story(make_video(credit="تصوير: رهف سالم"))).one("figcaption").text()
    assert same.count("رهف سالم") == 1


def test_what_the_poster_shows_is_told_to_who_cannot_see_it(reader):
    shown = figure(reader, a_story(make_video()))
    described = shown.one("video").attributes["aria-describedby"]
    assert shown.one("p", id=described).text() == "سنابل قمح قبل الحصاد"


def test_the_words_say_video_and_how_long_it_is(reader):
    story = a_story(make_video(duration=187))
    page = Document.of(reader.get(story.get_absolute_url()))
    kicker = page.one("header", class_="opening").one("p", class_="kicker")
    assert kicker.text() == "فيديو (3 دقائق و7 ثوانٍ) 3:07"
    assert kicker.one("span", class_="length").attributes["aria-hidden"] == "true"
    assert kicker.one("span", class_="hidden").text() == "(3 دقائق و7 ثوانٍ)"


def test_a_video_beside_another_label_is_said_too(reader):
    story = a_story(make_video(duration=60), label="breaking")
    page = Document.of(reader.get(story.get_absolute_url()))
    kickers = [
        found.text() for found in page.one("header", class_="opening").all("p", class_="kicker")
    ]
    assert kickers == ["عاجل فيديو (دقيقة واحدة) 1:00"]


def test_a_video_at_a_service_is_a_poster_and_the_way_there(reader):
    video = make_video(address='https://www.youtube.com/watch?v="><script>&x=1')
    shown = figure(reader, a_story(video))
    assert not shown.all("video")
    assert not shown.all("iframe")
    assert shown.one("img").attributes["alt"] == "سنابل قمح قبل الحصاد"
    link = shown.one("a")
    assert link.text() == "افتحه في www.youtube.com"
    assert link.attributes["href"] == video.address
    assert "noopener" in link.attributes["rel"]


def test_a_service_plays_in_place_only_after_a_reader_asks(reader):
    """A lazy frame in a closed box: tests/journeys see that no request leaves before the press."""
    known = make_video(address="https://youtu.be/dQw4w9WgXcQ")
    response = reader.get(a_story(known).get_absolute_url())
    box = Document.of(response).one("figure", class_="lead-picture").one("details")
    assert "open" not in box.attributes
    frame = box.one("iframe").attributes
    assert frame["loading"] == "lazy"
    assert frame["src"].startswith("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")
    assert "media-src 'self'" in response.headers["Content-Security-Policy"]
    for loaded in re.findall(
        r'(?:srcset|poster|<(?:img|source|track|script) src)="([^"]+)"', response.text
    ):
        assert loaded.startswith("/")


def test_what_no_player_of_ours_plays_stays_a_link(reader):
    address = "https://films.example.org/watch/7"
    page = Document.of(reader.get(a_story(make_video(address=address)).get_absolute_url()))
    figure = page.one("figure", class_="lead-picture")
    assert not figure.all("iframe")
    assert figure.one("a", class_="button").attributes["href"] == address


@pytest.mark.parametrize("label", ["video", "", "exclusive"])
def test_a_card_says_video_and_its_length_in_words(reader, label):
    story = a_story(make_video(duration=187), label=label)
    page = Document.of(reader.get(story.category.get_absolute_url()))
    card = page.one("article", class_="card")
    assert "فيديو (3 دقائق و7 ثوانٍ) 3:07" in card.text()
    if label == "video":
        assert card.one("p", class_="kicker").text() == "فيديو (3 دقائق و7 ثوانٍ) 3:07"


def test_a_card_of_unknown_length_says_video_alone(reader):
    story = a_story(make_video())
    page = Document.of(reader.get(story.category.get_absolute_url()))
    assert page.one("article", class_="card").one("p", class_="kicker").text() == "فيديو"


def test_machines_learn_of_the_film(reader, settings):
    video = make_video(duration=187)
    story = a_story(video, standfirst="دخلت السفينة المرفأ فجرًا.")
    told = data_of(reader, story)["video"]
    base = settings.SITE_URL
    assert told["@type"] == "VideoObject"
    assert told["name"] == story.headline
    assert told["description"] == "دخلت السفينة المرفأ فجرًا."
    assert told["contentUrl"] == f"{base}{video.file.url}"
    assert told["thumbnailUrl"][0] == f"{base}{story.lead_picture.crop('wide').largest.url}"
    assert told["duration"] == "PT3M7S"
    assert told["uploadDate"].startswith(str(story.first_published_at.year))
    assert video.title not in json.dumps(told, ensure_ascii=False)


def test_machines_learn_of_a_video_at_a_service(reader):
    told = data_of(reader, a_story(make_video(address="https://youtu.be/x")))["video"]
    assert told["url"] == "https://youtu.be/x"
    assert not {"contentUrl", "duration"} & told.keys()


def test_a_story_without_video_says_nothing_of_one(reader):
    story = make_article(published=True, lead_picture=make_picture())
    assert "video" not in data_of(reader, story)
    page = reader.get(story.get_absolute_url()).text
    assert "<video" not in page
    assert "فيديو" not in Document.of(page).one("main").text()


def test_the_title_that_the_desk_gave_is_not_for_readers(reader):
    story = a_story(make_video(title="سفينة - نسخة نهائية 3 (لا تحذف)"))
    assert "نسخة نهائية" not in reader.get(story.get_absolute_url()).text


def test_a_video_costs_a_page_no_query(reader):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    category = make_article(published=True).category
    plain = make_article(published=True, category=category, lead_picture=make_picture())
    costs = []
    for story in (plain, a_story(make_video(duration=9), category=category)):
        for path in (story.get_absolute_url(), category.get_absolute_url()):
            reader.get(path)
            with CaptureQueriesContext(connection) as asked:
                reader.get(path)
            costs.append(len(asked))
    assert costs[:2] == costs[2:]


def test_the_picture_of_a_card_bears_the_sign_of_play_and_its_length(reader):
    story = a_story(make_video("mp4", duration=187))
    make_article(published=True, category=story.category, lead_picture=make_picture())
    listed = Document.of(reader.get("/")).all("span", class_="film")
    assert [sign.text() for sign in listed] == ["3:07"]
    section = Document.of(reader.get(f"{story.category.get_absolute_url()}"))
    assert [sign.text() for sign in section.all("span", class_="film")] == ["3:07"]
