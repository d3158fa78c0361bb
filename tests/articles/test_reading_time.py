"""The reference page said nine minutes: it counted letters. We count words."""

import pytest

from articles.body.text import plain_text
from articles.models import Article
from articles.reading_time import WORDS_PER_MINUTE, reading_minutes
from newsroom.demo.stories import STORIES
from tests.factories import make_article, make_picture

REFERENCE = next(story for story in STORIES if story.key == "reference")


def words(number: int) -> str:
    return f"<p>{'كلمة ' * number}</p>"


@pytest.mark.parametrize(
    ("count", "pictures", "minutes"),
    [
        (0, 0, 1), (1, 0, 1), (169, 0, 1), (254, 0, 1),
        (255, 0, 2),  # a minute and a half
        (424, 0, 2),
        (425, 0, 3),  # two and a half: up, not to the even side
        (462, 0, 3), (462, 1, 3), (594, 0, 3), (595, 0, 4), (1700, 0, 10),
    ],
)  # fmt: skip
def test_whole_minutes_half_a_minute_up_and_never_none(count, pictures, minutes):
    assert reading_minutes(count, pictures) == minutes


@pytest.mark.parametrize(
    ("pictures", "seconds"),
    [(1, 12), (2, 23), (3, 33), (9, 72), (10, 75), (11, 78), (20, 105)],
)
def test_each_further_picture_gets_a_second_less_but_never_under_three(pictures, seconds):
    # Measured by the number of words that pictures stand for, where the minute turns.
    turning = next(count for count in range(2000) if reading_minutes(count) == 9)
    shorter = next(count for count in range(2000) if reading_minutes(count, pictures) == 9)
    assert turning - shorter == pytest.approx(seconds / 60 * 170, abs=1)


def test_a_minute_holds_fewer_words_of_arabic_than_of_english():
    assert reading_minutes(1700, language="ar-LB") == 10
    assert reading_minutes(2380, language="en") == 10
    assert reading_minutes(2000, language="xx") == 10
    assert all(100 < rate < 300 for rate in WORDS_PER_MINUTE.values())


@pytest.mark.django_db
def test_the_reference_story_takes_three_minutes():
    story = make_article(
        headline=REFERENCE.headline,
        standfirst=REFERENCE.standfirst,
        body=REFERENCE.body,
        lead_picture=make_picture(),
    )
    story = Article.objects.get(pk=story.pk)
    assert (story.word_count, story.reading_minutes) == (462, 3)


@pytest.mark.django_db
@pytest.mark.parametrize("added", ["2021", "Reuters", "٢٠٢١", "12.5%"])
def test_a_word_of_another_script_counts_as_one(added):
    story = make_article(body=REFERENCE.body + f"<p>{added}</p>")
    assert (story.word_count, story.reading_minutes) == (463, 3)


@pytest.mark.django_db
def test_the_count_follows_every_save():
    story = make_article(body=words(10))
    story.body = words(850)
    story.save()
    story.refresh_from_db()
    assert (story.word_count, story.reading_minutes) == (850, 5)


@pytest.mark.django_db
def test_the_count_follows_a_save_of_the_body_alone():
    story = make_article(body=words(10))
    story.body = words(850)
    story.save(update_fields=["body"])
    story.refresh_from_db()
    assert (story.word_count, story.reading_minutes) == (850, 5)


@pytest.mark.django_db
def test_headings_and_captions_are_read_standfirst_and_strangers_are_not():
    picture = make_picture(caption="ثلاث كلمات هنا", credit="تصوير فلان", alt_text="لا تُقرأ")
    story = make_article(
        headline="عنوان من أربع كلمات",
        standfirst="ملخّص لا يُحسب أبدًا",
        body="<h2>عنوان فقرة</h2><p>نص قصير</p>"
        f'<figure data-picture="{picture.pk}"></figure>'
        '<figure data-embed="https://video.example/some/words"></figure>'
        '<figure data-picture="98765"></figure>',
    )
    assert story.word_count == 2 + 2 + 3
    assert plain_text(story.body) == "عنوان فقرة\nنص قصير"


@pytest.mark.django_db
def test_pictures_that_are_shown_take_their_seconds():
    near_the_turn = words(230)  # 81 seconds
    assert make_article(body=near_the_turn).reading_minutes == 1
    assert make_article(body=near_the_turn, lead_picture=make_picture()).reading_minutes == 2


@pytest.mark.django_db
def test_another_country_reads_at_the_rate_of_its_language(settings):
    settings.SITE_LOCALE = "en"
    assert make_article(body=words(595)).reading_minutes == 3
