"""Series in their order, topics led by the desk's choice, one story in several languages."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing, revisions
from articles.models import Article, Series, Tag
from articles.series import Parts
from tests.articles.panel import page_of, screen, typed
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db
NOW = timezone.now().replace(microsecond=0)


@pytest.fixture
def river() -> Series:
    return Series.objects.create(name="حكايات النهر", description="خمس حلقات عن نهر واحد.")


def part(series: Series, hours_ago: float, **fields) -> Article:
    published = NOW - timedelta(hours=hours_ago)
    return make_article(published=published, series=series, **fields)


def numbers(series: Series) -> list[tuple[str, int]]:
    return [(part.story.headline, part.number) for part in Parts.of(series).parts]


def test_parts_are_counted_by_their_hours(river):
    part(river, 1, headline="المصبّ")
    part(river, 3, headline="المنبع")
    part(river, 2, headline="السدّ")
    assert numbers(river) == [("المنبع", 1), ("السدّ", 2), ("المصبّ", 3)]


def test_the_desks_number_comes_before_the_hour(river):
    part(river, 1, headline="أولى نُشرت متأخرة", series_place=1)
    part(river, 2, headline="ثالثة", series_place=3)
    part(river, 3, headline="بلا رقم")
    assert numbers(river) == [("أولى نُشرت متأخرة", 1), ("ثالثة", 3), ("بلا رقم", 4)]


def test_the_storys_page_says_which_part_of_how_many(client, river):
    river.planned = 5
    river.save()
    first, second = part(river, 3, headline="المنبع"), part(river, 2, headline="السدّ")
    page = page_of(client.get(second.get_absolute_url()))
    assert "الجزء 2 من 5" in page.one("p", class_="part-of").text()
    listed = page.one("nav", class_="series")
    assert [item.attributes["value"] for item in listed.all("li")] == ["1", "2"]
    assert listed.one("a").attributes["href"] == first.get_absolute_url()
    assert listed.one("span", **{"aria-current": "page"}).text() == "السدّ"


def test_more_parts_than_promised_are_no_part_six_of_five(client, river):
    river.planned = 1
    river.save()
    part(river, 3)
    second = part(river, 2)
    assert "الجزء 2 من 2" in page_of(client.get(second.get_absolute_url())).text()


def test_the_series_has_a_page_and_leaks_nothing_of_drafts(client, river):
    assert client.get(river.get_absolute_url()).status_code == 404
    make_article(series=river, headline="مسودة سرية")
    part(river, -2, headline="مجدولة سرية")
    assert client.get(river.get_absolute_url()).status_code == 404
    part(river, 2, headline="المنبع")
    page = page_of(client.get(river.get_absolute_url()))
    assert page.one("h1").text() == "حكايات النهر"
    assert "خمس حلقات" in page.one("main").text()
    assert "سرية" not in page.text()
    assert len(page.one("ol", class_="story-list").all("h3")) == 1


def test_a_renamed_series_is_found_at_its_former_address(client, river):
    part(river, 2)
    former = river.get_absolute_url()
    river.slug = "نهر"
    river.save()
    moved = client.get(former)
    assert (moved.status_code, moved["Location"]) == (301, river.get_absolute_url())
    assert client.get(river.get_absolute_url().rstrip("/"))["Location"] == river.get_absolute_url()


def test_a_series_costs_a_page_one_query(client, river, django_assert_num_queries):
    alone = make_article(published=NOW - timedelta(hours=9), category=make_category("ثقافة"))
    second = part(river, 2, category=make_category("علوم"))
    part(river, 3, category=make_category("مجتمع"))
    with django_assert_num_queries(
        len(queries(client, alone)) + 1 + 1
    ):  # its parts and their authors
        client.get(second.get_absolute_url())


def queries(client, story: Article) -> list[str]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        client.get(story.get_absolute_url())
    return [query["sql"] for query in asked]


def test_the_desk_puts_a_story_into_a_series(client, editor, river):
    story = make_article(published=True, created_by=editor)
    client.force_login(editor)
    sent = typed(story.category, _continue="1", series=str(river.pk), series_place="2")
    client.post(screen(story), sent)
    content = revisions.working_copy(story).content
    assert (content["series"], content["series_place"]) == (river.pk, 2)
    assert Article.objects.get().series is None, "readers see it with the next publication"
    publishing.publish(story, by=editor)
    assert Article.objects.get().series == river


def test_a_deleted_series_leaves_its_stories(editor, river):
    story = part(river, 2)
    publishing.save_draft(story, {"series": river.pk, "headline": "عنوان"}, by=editor)
    river.delete()
    publishing.publish(story, by=editor)
    assert Article.objects.live().get().series is None


# Topics


def test_the_desks_choice_opens_the_page_of_a_topic(client):
    old = make_article(published=NOW - timedelta(days=3), headline="الملف الكامل", tags=("المياه",))
    new = make_article(published=NOW - timedelta(hours=1), headline="خبر اليوم", tags=("المياه",))
    tag = Tag.objects.get()
    tag.description, tag.lead = "كل ما نُشر عن أزمة المياه.", old
    tag.save()
    page = page_of(client.get(tag.get_absolute_url()))
    assert [heading.text() for heading in page.one("main").all("h3")] == [
        old.headline,
        new.headline,
    ]
    assert "كل ما نُشر عن أزمة المياه." in page.one("main").text()


def test_a_choice_that_readers_no_longer_have_opens_nothing(client, chief):
    old = make_article(published=NOW - timedelta(days=3), headline="الملف الكامل", tags=("المياه",))
    make_article(published=NOW - timedelta(hours=1), headline="خبر اليوم", tags=("المياه",))
    Tag.objects.update(lead=old)
    publishing.withdraw(old, by=chief)
    page = page_of(client.get(Tag.objects.get().get_absolute_url()))
    assert [heading.text() for heading in page.one("main").all("h3")] == ["خبر اليوم"]


# Languages


@pytest.fixture
def three() -> tuple[Article, Article, Article]:
    first = make_article(published=NOW - timedelta(hours=3), headline="خطة المياه")
    english, french = (
        make_article(published=NOW, headline=headline, language=code, translation_of=first)
        for headline, code in (("The water plan", "en"), ("Le plan de l'eau", "fr"))
    )
    return first, english, french


def test_each_leads_to_the_others(client, three):
    first, english, french = three
    for story, others in ((first, {english, french}), (english, {first, french})):
        line = page_of(client.get(story.get_absolute_url())).one("p", class_="translations")
        assert {link.attributes["href"] for link in line.all("a")} == {
            other.get_absolute_url() for other in others
        }
    assert {link.text() for link in line.all("a")} == {"العربيّة", "français"}


def test_a_translation_says_its_language_to_machines(client, three):
    _first, english, _french = three
    page = page_of(client.get(english.get_absolute_url()))
    assert page.one("article", class_="story").attributes["lang"] == "en"
    data = json.loads(page.one("script", type="application/ld+json").children[0])
    assert data["inLanguage"] == "en"


def test_a_translation_that_is_not_out_is_not_named(client, three):
    first, english, french = three
    Article.objects.filter(pk__in=[english.pk, french.pk]).update(state="draft")
    assert 'class="translations"' not in client.get(first.get_absolute_url()).text


@pytest.mark.parametrize("language", ["", "ar"])
def test_a_translation_is_written_in_another_language(client, editor, three, language):
    first = three[0]
    story = make_article(created_by=editor)
    client.force_login(editor)
    sent = typed(story.category, _continue="1", translation_of=str(first.pk), language=language)
    answer = client.post(screen(story), sent)
    assert "اختر لغة الترجمة" in answer.text
    assert revisions.working_copy(story).content["translation_of"] is None


def test_a_translation_of_a_translation_belongs_to_the_first_story(client, editor, three):
    first, english, _french = three
    story = make_article(created_by=editor)
    client.force_login(editor)
    sent = typed(story.category, _continue="1", translation_of=str(english.pk), language="tr")
    client.post(screen(story), sent)
    assert revisions.working_copy(story).content["translation_of"] == first.pk
    itself = typed(first.category, _continue="1", translation_of=str(first.pk), language="tr")
    assert "ليس الخبر ترجمة لنفسه" in client.post(screen(first), itself).text
