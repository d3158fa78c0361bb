"""Who is credited, in which order, and where a reader finds their other stories."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from articles.models import Article, Author, Byline
from tests.articles.markup import Document
from tests.factories import make_article, make_author, make_category

pytestmark = pytest.mark.django_db


def test_a_story_is_signed_in_its_order_not_by_name(reader):
    authors = tuple(make_author(name) for name in ("يوسف", "أحمد", "سلمى"))
    story = make_article(published=True, authors=authors)
    loaded = Article.objects.for_page().get(pk=story.pk)
    assert tuple(loaded.authors.all()) == authors
    signed = Document.of(reader.get(story.get_absolute_url())).all("a", rel="author")
    assert [link.text() for link in signed] == ["يوسف", "أحمد", "سلمى"]


def test_the_same_people_sign_two_stories_in_two_orders():
    first, second = make_author("أ"), make_author("ب")
    one = make_article(authors=(first, second))
    other = make_article(authors=(second, first))
    loaded = {story.pk: story for story in Article.objects.for_page()}
    assert list(loaded[one.pk].authors.all()) == [first, second]
    assert list(loaded[other.pk].authors.all()) == [second, first]


def test_nobody_signs_twice():
    author = make_author()
    story = make_article(authors=(author,))
    with pytest.raises(IntegrityError), transaction.atomic():
        Byline.objects.create(article=story, author=author, position=1)


def test_an_author_of_a_story_is_not_thrown_away():
    author = make_author()
    make_article(authors=(author,))
    with pytest.raises(ProtectedError):
        author.delete()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("سلمى الحدّاد", "سلمى-الحداد"),
        ("John O'Neill", "john-o-neill"),
        ("؟؟", "كاتب"),
        ("", "كاتب"),
    ],
)
def test_an_address_is_made_of_the_name(name, slug):
    assert make_author(name).slug == slug


def test_people_of_one_name_have_their_own_pages(reader):
    first, second, third = (make_author("محمد علي") for _ in range(3))
    assert [a.slug for a in (first, second, third)] == ["محمد-علي", "محمد-علي-2", "محمد-علي-3"]
    make_article(published=True, authors=(first,))
    make_article(published=True, authors=(second,), headline="خبر الثاني وحده")
    assert "خبر الثاني وحده" not in reader.get(first.get_absolute_url()).content.decode()
    assert "خبر الثاني وحده" in reader.get(second.get_absolute_url()).content.decode()


def test_a_new_name_leaves_the_address(reader):
    author = make_author("سلمى الحداد")
    make_article(published=True, authors=(author,))
    address = author.get_absolute_url()
    author.name = "سلمى العلي"
    author.save()
    assert Document.of(reader.get(address)).one("h1").text() == "سلمى العلي"


def test_a_page_of_an_author_shows_who_they_are(reader):
    author = make_author("سلمى الحداد", job_title="محرّرة الاقتصاد", biography="تكتب عن القمح.")
    make_article(published=True, authors=(author,))
    page = Document.of(reader.get(author.get_absolute_url())).one("main").text()
    for shown in ("محرّرة الاقتصاد", "تكتب عن القمح."):
        assert shown in page


def test_nobody_is_known_before_readers_can_read_them(reader):
    author = make_author("سلمى الحداد")
    make_article(authors=(author,))
    assert reader.get(author.get_absolute_url()).status_code == 404


def test_an_agency_is_called_one(reader):
    agency = make_author("السهل", kind=Author.Kind.AGENCY)
    story = make_article(published=True, authors=(agency,))
    page = Document.of(reader.get(agency.get_absolute_url()))
    assert page.one("header", class_="list-title").one(class_="kicker").text() == "وكالة"
    assert '"@type": "Organization"' in reader.get(story.get_absolute_url()).content.decode()


def test_only_known_kinds_are_kept():
    with pytest.raises(IntegrityError), transaction.atomic():
        Author.objects.filter(pk=make_author().pk).update(kind="robot")


def test_a_columnist_is_shown_in_the_colour_of_opinion(reader):
    views = make_category("رأي", slug="opinion", is_opinion=True)
    columnist, both = make_author("هند الصوّاف"), make_author("سلمى الداغر")
    an_hour_ago = timezone.now() - timedelta(hours=1)
    make_article(published=an_hour_ago, category=views, authors=(columnist, both))
    make_article(published=an_hour_ago, authors=(both,))
    assert '<body class="opinion">' in reader.get(columnist.get_absolute_url()).text
    assert '<body class="">' in reader.get(both.get_absolute_url()).text
