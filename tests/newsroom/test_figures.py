"""A paper that prints ٠–٩ prints them everywhere, and touches no author's word and no machine's."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.utils import timezone

from articles.models import Article
from articles.search import index as search_index
from newsroom.models import Advertisement, Page, SiteSettings
from tests.articles.markup import Document, Element
from tests.factories import (
    make_advertisement,
    make_article,
    make_author,
    make_category,
    make_comment,
    make_picture,
    make_video,
)

pytestmark = pytest.mark.django_db

LATIN = re.compile("[0-9]")
# Words of people, with figures as they wrote them; the year stands for all of them, since nothing
# here was published in it.
TITLE = "كوفيد-19 في عام 2021"
WORDS = "<p>بلغت النسبة 12.5% في 2021، ورقم الهاتف +966 50 123 4567.</p><ol><li>أولًا</li></ol>"
SAID = "قرأته 3 مرات"
BY_PEOPLE = ("كوفيد-19", "2021", "12.5%", "+966 50 123 4567", SAID)
COUNT = 45  # stories: two pages of a list here, two in the panel


@pytest.fixture(autouse=True)
def _a_paper_with_its_own_figures(settings):
    settings.SITE_DIGITS, settings.SITE_LOCALE = "arab", "ar-LB"
    settings.SITE_CALENDAR = "gregory+umalqura"


@pytest.fixture
def story() -> Article:
    """The newest of a small whole paper."""
    section, picture = make_category("صحة", description="عن الصحة"), make_picture()
    author, video = make_author(biography="محررة الصحة"), make_video(duration=187, uploaded_by=None)
    hour = timezone.now().replace(microsecond=0) - timedelta(days=40)
    for place in range(COUNT):
        make_article(
            headline=TITLE, body=WORDS * 60, category=section, authors=(author,), tags=("اللقاح",),
            published=hour - timedelta(days=place), lead_picture=picture, word_count=1,
        )  # fmt: skip
    newest = make_article(
        headline=TITLE, body=WORDS * 60 + "<h2>أ</h2><p>ب</p>", category=section,
        authors=(author,), tags=("اللقاح",), published=hour + timedelta(days=1), video=video,
        lead_picture=picture, updated_at=hour + timedelta(days=2),
    )  # fmt: skip
    for _ in range(12):
        make_comment(newest, state="approved", body=SAID, name="ليلى")
    make_comment(newest, body=SAID, name="ليلى")
    search_index.index(Article.objects.values_list("pk", flat=True))
    Page.objects.create(title="من نحن", slug="about", body="<p>نحن</p>", in_footer=True)
    SiteSettings.objects.create(pk=1, name="صحيفة البيادر")
    make_advertisement("list", title="حملة")
    return newest


def shown(page: Document) -> Iterator[str]:
    """Every text and every label that a reader sees or hears, without the words of people."""

    def is_theirs(element: Element) -> bool:
        """A field's value, and what stands in Latin order: addresses, telephone numbers."""
        return element.tag in {"textarea", "option"} or element.attributes.get("dir") == "ltr"

    yield page.one("title").text()
    yield page.text(without=is_theirs)
    for element in page:
        for name in ("aria-label", "title", "alt", "placeholder"):
            yield element.attributes.get(name, "")


def assert_in_the_papers_figures(page: Document, where: str) -> None:
    for text in shown(page):
        left = text
        for words in BY_PEOPLE:
            left = left.replace(words, "")
        assert not LATIN.search(left), (where, re.findall(r".{0,40}[0-9]+.{0,40}", left)[:5])


def assert_machines_read_ascii(page: Document) -> None:
    for element in page:
        for name in ("datetime", "href", "src", "value", "id", "width", "height", "content"):
            value = element.attributes.get(name, "")
            assert not re.search("[٠-٩]", value), (element.tag, name, value)


@pytest.fixture
def addresses(story) -> dict[str, str]:
    month = timezone.localtime(story.published_at)
    return {
        "front": "/",
        "article": story.get_absolute_url(),
        "category": story.category.get_absolute_url(),
        "page two": f"{story.category.get_absolute_url()}?page=2",
        "month": f"{story.category.get_absolute_url()}{month:%Y/%m}/",
        "tag": story.tags.get().get_absolute_url(),
        "author": story.authors.get().get_absolute_url(),
        "latest": "/latest/",
        "search": "/search/?q=النسبة",
        "search, page two": "/search/?q=النسبة&page=2",
        "nothing found": "/search/?q=زرافة",
        "standing page": "/page/about/",
        "follow": "/follow/",
        "reply": f"/comments/{story.code}/",
        "not found": "/nothing-here/",
    }


def test_every_number_that_we_print_for_readers_is_in_the_papers_figures(
    reader, addresses, subtests
):
    for kind, address in addresses.items():
        with subtests.test(kind=kind):
            answer = reader.get(address)
            assert answer.status_code in {200, 404}, answer.status_code
            page = Document.of(answer)
            assert_in_the_papers_figures(page, kind)
            assert_machines_read_ascii(page)
            assert page.one("html").attributes["data-figures"] == "arab"


def test_what_is_printed_reads_as_an_arab_paper_prints_it(reader, addresses):
    article = Document.of(reader.get(addresses["article"]))
    assert article.one("h2", id="comments").text() == "١٢ تعليقًا"
    facts = article.one("div", class_="byline").one("p", class_="facts").text()
    assert re.search("[٠-٩]+ (كانون|تشرين|أيلول|آب|شباط|نيسان|أيار|حزيران|تموز|آذار)", facts)
    assert re.search("[٠-٩]+:[٠-٩]{2} [صم]", facts)
    assert re.search("مدة القراءة: [٠-٩]+ دقائق|دقيقة", facts)
    assert "٣:٠٧" in article.text()
    second = Document.of(reader.get(addresses["page two"])).one("nav", class_="pages")
    assert second.one("span", **{"aria-current": "page"}).text().endswith("٢")
    assert "٤٦ نتيجة" in Document.of(reader.get(addresses["search"])).text()


def test_the_words_of_people_keep_the_figures_they_wrote(reader, story):
    page = Document.of(reader.get(story.get_absolute_url()))
    assert TITLE in page.one("h1").text()
    assert "12.5%" in page.one("div", class_="body").text()
    assert SAID in page.text()


def test_machines_are_told_in_ascii(reader, story):
    page = Document.of(reader.get(story.get_absolute_url()))
    data = json.loads(page.one("script", type="application/ld+json").children[0])
    for name in ("datePublished", "dateModified", "timeRequired", "url"):
        assert str(data[name]).isascii(), name
    assert page.one("meta", property="article:published_time").attributes["content"].isascii()
    for address in ("/feed/", "/sitemap.xml", "/sitemap-1.xml", "/robots.txt"):
        assert not re.search("[٠-٩]", reader.get(address).text), address


def test_what_is_wrong_with_a_comment_is_said_in_the_papers_figures(reader, story):
    page = reader.get(f"/comments/{story.code}/")
    form = Document.of(page).one("form", id="comment-form")
    fields = {f.attributes["name"]: f.attributes.get("value", "") for f in form.all("input")}
    answer = reader.post(form.attributes.get("action") or f"/comments/{story.code}/", {
        **fields, "name": "ليلى", "email": "l@example.org", "body": "ب" * 4011,
    })  # fmt: skip
    assert answer.status_code == 422
    assert "احذف منه ١١ حرفًا" in answer.text


# The panel


@pytest.fixture
def screens(story, chief) -> dict[str, str]:
    LogEntry.objects.create(
        user=chief, content_type_id=_type_of(story), object_id=story.pk, action_flag=CHANGE,
        object_repr=TITLE, change_message="[]",
    )  # fmt: skip
    advertisement = Advertisement.objects.get()
    return {
        "start": "/admin/",
        "stories": "/admin/articles/article/",
        "stories, page two": "/admin/articles/article/?p=2",
        "stories found": "/admin/articles/article/?q=كوفيد",
        "a story": f"/admin/articles/article/{story.pk}/change/",
        "a new story": "/admin/articles/article/add/",
        "its history": f"/admin/articles/article/{story.pk}/history/",
        "videos": "/admin/articles/video/",
        "a video": f"/admin/articles/video/{story.video_id}/change/",
        "authors": "/admin/articles/author/",
        "sections": "/admin/articles/category/",
        "topics": "/admin/articles/tag/",
        "topics found": "/admin/articles/tag/?q=اللقاح",
        "the queue": "/admin/comments/comment/?state__exact=waiting",
        "all comments": "/admin/comments/comment/?o=",
        "a comment": f"/admin/comments/comment/{story.comments.first().pk}/change/",
        "pages": "/admin/newsroom/page/",
        "advertisements": "/admin/newsroom/advertisement/",
        "an advertisement": f"/admin/newsroom/advertisement/{advertisement.pk}/change/",
        "settings": "/admin/newsroom/sitesettings/1/change/",
        "deletion": f"/admin/articles/video/{story.video_id}/delete/",
        "pages' deletion": f"/admin/newsroom/page/{Page.objects.get().pk}/delete/",
    }


def _type_of(story: Article) -> int:
    from django.contrib.contenttypes.models import ContentType

    return ContentType.objects.get_for_model(story).pk


# What machines read, shown as it is: keys, files, formats, how a field is filled in, addresses.
OF_MACHINES = re.compile(
    r"captions/\S+|MP4|H\.264|UTF-8|F[289]\b|3:07|500 ميغابايت|section-\d+|\S+@example\.org"
)


def test_every_number_that_the_panel_counts_is_in_the_papers_figures(
    client, chief, screens, subtests
):
    client.force_login(chief)
    for kind, address in screens.items():
        with subtests.test(kind=kind):
            answer = client.get(address, follow=True)
            assert answer.status_code == 200
            page = Document.of(answer, comments=True)
            for text in shown(page):
                left = text
                for words in BY_PEOPLE:
                    left = left.replace(words, "")
                left = OF_MACHINES.sub("", left)
                assert not LATIN.search(left), re.findall(r".{0,60}[0-9]+.{0,40}", left)[:5]
            assert_machines_read_ascii(page)


def test_who_may_only_look_reads_the_papers_figures_too(client, chief, editor):
    client.force_login(chief)
    editor.last_login = timezone.now()
    editor.save()
    screen = client.get(f"/admin/newsroom/user/{editor.pk}/change/")
    assert screen.status_code == 200
    page = Document.of(screen, comments=True)
    for field in ("last_login", "date_joined"):
        shown = page.one("div", class_=f"field-{field}").text()
        assert re.search("[٠-٩]+ .+ [٠-٩]{4}، [٠-٩]+:[٠-٩]{2} [صم]", shown)
        assert not LATIN.search(shown)


def test_the_accounts_say_when_somebody_was_here_in_the_papers_figures(client, admin_person):
    client.force_login(admin_person)
    page = Document.of(client.get("/admin/newsroom/user/"), comments=True)
    here = page.one("td", class_="field-last_login").text()
    assert re.fullmatch("[٠-٩]+ .+ [٠-٩]{4}، [٠-٩]+:[٠-٩]{2} [صم]", here)
    ordered = client.get("/admin/newsroom/user/?o=5").text
    assert 'class="sortable column-last_login sorted' in ordered
