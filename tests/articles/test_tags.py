"""One topic is one tag, however it is spelled and whoever wrote it first."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from articles import tags as tag_lines
from articles.arabic.tags import parse_tags
from articles.models import Article, Tag
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "spellings",
    [
        ("الأمن", "الامن"), ("مدرسة", "مدرسه"), ("مستشفى", "مستشفي"), ("الزِّراعة", "الزراعة"),
        ("الســلام", "السلام"), ("COVID-19", "covid-١٩"), ("أسعار  الغذاء", "اسعار الغذاء"),
        ("#القمح", "القمح"), ("\u200fالقمح", "القمح"),
    ],
)  # fmt: skip
def test_spellings_of_a_topic_meet_in_one_tag(spellings):
    first, second = (make_article(published=True, tags=(name,)) for name in spellings)
    assert first.tags.get() == second.tags.get()
    assert Tag.objects.count() == 1
    both = make_article(tags=spellings)
    assert both.tags.count() == 1


def test_a_tag_keeps_the_name_it_was_first_given(reader):
    make_article(published=True, tags=("الأمن",))
    story = make_article(published=True, tags=("الامن",))
    assert list(story.tags.names()) == ["الأمن"]
    assert reader.get(story.tags.get().get_absolute_url()).status_code == 200


def test_a_hash_is_no_part_of_a_name():
    assert list(make_article(tags=("#أسعار_القمح",)).tags.names()) == ["أسعار القمح"]


def test_setting_the_tags_of_a_story_leaves_those_alone():
    story = make_article(tags=("القمح", "الأمن"))
    story.tags.set(["الامن", "المياه"])
    assert set(story.tags.names()) == {"الأمن", "المياه"}
    story.tags.remove("الأمن")
    assert set(story.tags.names()) == {"المياه"}
    story.tags.set([])
    assert not story.tags.exists()


def test_nothing_is_no_tag():
    story = make_article(tags=("", "  ", "ً", "\u200f"))
    assert not story.tags.exists()
    assert not Tag.objects.exists()


def test_topics_whose_addresses_look_alike_have_two(reader):
    story = make_article(published=True, tags=("C", "C++", "C#", "؟!", "😀"))
    slugs = {tag.slug for tag in story.tags.all()}
    assert len(slugs) == story.tags.count() >= 4
    for tag in story.tags.all():
        assert reader.get(tag.get_absolute_url()).status_code == 200, tag.name


def test_a_tag_lists_its_live_stories_across_sections(reader):
    shown = [make_article(published=True, tags=("القمح",)) for _ in range(2)]
    hidden = make_article(tags=("القمح",), headline="مسودة سرية")
    page = reader.get(hidden.tags.get().get_absolute_url()).content.decode()
    assert all(story.headline in page for story in shown)
    assert hidden.headline not in page


def test_a_topic_of_drafts_alone_is_nobodys_business_yet(reader):
    story = make_article(tags=("سر",))
    assert reader.get(story.tags.get().get_absolute_url()).status_code == 404


def test_the_line_of_tags_reads_back_as_the_same_tags():
    names = ["الأمن", "القاهرة، مصر", "أسعار الغذاء", "a;b"]
    assert parse_tags(tag_lines.line(names)) == names


def test_a_tag_given_up_leaves_the_story():
    story = make_article(tags=("القمح",))
    Tag.objects.all().delete()
    assert Article.objects.get() == story


@pytest.mark.django_db(transaction=True)
def test_two_reporters_invent_a_tag_at_once():
    stories = [make_article(), make_article()]
    together = Barrier(2)
    failed: list[Exception] = []

    def tag(story, name):
        try:
            together.wait(timeout=10)
            story.tags.add(name)
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)
        finally:
            connection.close()

    hands = [
        Thread(target=tag, args=pair) for pair in zip(stories, ("الأمن", "الامن"), strict=True)
    ]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(timeout=30)
    assert failed == []
    assert Tag.objects.count() == 1
    assert Tag.objects.get().tagged.count() == 2
