"""The demo newspaper comes and goes without touching what is real; a real newsroom starts empty."""

import io
from collections import Counter

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client

from articles.models import Article, AuditEntry, AuditHead, Author, Category, Picture
from articles.pictures.intake import refocus
from comments.models import Comment
from newsroom import roles
from newsroom.models import DeskSession, Page, SiteSettings, User
from tests.comments.pages import page
from tests.factories import (
    make_advertisement,
    make_article,
    make_author,
    make_category,
    make_comment,
    make_picture,
)

PASSWORD = "قمح-وشعير-2026"
ACCOUNTS = ("chief", "editor", "reporter", "moderator", "admin")

pytestmark = pytest.mark.django_db


def run(*arguments: str, **options: str) -> str:
    said = io.StringIO()
    call_command(*arguments, stdout=said, **options)
    return said.getvalue()


def seed() -> str:
    return run("seed_demo", password=PASSWORD)


@pytest.fixture
def remove(django_capture_on_commit_callbacks):
    """Take the demo away, with what follows when that is kept."""

    def take_away() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            run("seed_demo", "--remove")

    return take_away


def rows() -> Counter[str]:
    """How many rows each of our tables has, with the accounts; the trail forgets nothing.

    Who logs in brings a row of its own, which goes with the account.
    """
    ours = [model for app in ("newsroom", "articles", "comments") for model in _models(app)]
    ours = [model for model in ours if model not in {AuditEntry, AuditHead, DeskSession}]
    return +Counter({model._meta.label: model.objects.count() for model in ours})


def _models(app: str):
    return apps.get_app_config(app).get_models()


def files(folder: str = "") -> list[str]:
    if not default_storage.exists(folder or "."):
        return []
    folders, names = default_storage.listdir(folder)
    return names + [name for inner in folders for name in files(f"{folder}/{inner}".lstrip("/"))]


def log_in(username: str, password: str) -> int:
    client = Client()
    typed = {"username": username, "password": password, "next": "/admin/"}
    response = client.post("/admin/login/", typed, follow=True)
    return client.get("/admin/").status_code if response.redirect_chain else 0


# The demo


def test_the_demo_comes_once_and_goes_without_a_trace(remove):
    before = rows()
    said = seed()
    there = rows()
    stories = dict(Article.objects.values_list("source_id", "pk"))
    for account in ACCOUNTS:
        assert account in said
        assert log_in(account, PASSWORD) == 200
    assert User.objects.get(username="reporter").groups.get().name == roles.REPORTER
    assert User.objects.get(username="admin").is_superuser
    shown = page(Client().get("/"))
    assert len(shown.one("main").all("h3")) >= 8
    writers = Author.objects.filter(kind=Author.Kind.PERSON)
    assert writers.count() >= 10
    assert all(writer.picture.alt_text and writer.picture.credit for writer in writers)
    assert Category.objects.get(is_opinion=True).name == "رأي"
    assert {"waiting", "approved"} <= set(Comment.objects.values_list("state", flat=True))

    seed()
    assert rows() == there
    assert dict(Article.objects.values_list("source_id", "pk")) == stories

    moved = Picture.objects.first()
    moved.focus_x = 0.05
    refocus(moved)
    moved.save()
    remove()
    assert rows() == before
    assert files() == [], "those of the focus before are gone too"
    remove()


def test_the_demo_leaves_alone_what_is_real(remove):
    reporter = User.objects.create_user("reporter", "r@paper.example", "my-own-password-9")
    economy = Category.objects.create(name="اقتصادنا", slug="economy")
    about = Page.objects.create(title="من نحن حقًّا", slug="about", body="<p>صحيفة.</p>")
    author = make_author("سلمى", slug="salma-daghir")
    SiteSettings(pk=1, name="البيادر").save()
    empty = make_category("ثقافتنا", slug="culture")

    seed()
    assert log_in("reporter", "my-own-password-9") in {0, 200}
    reporter.refresh_from_db()
    assert reporter.check_password("my-own-password-9")
    assert not reporter.is_staff
    assert SiteSettings.current().name == "البيادر"
    real = make_article(
        headline=Article.objects.live().first().headline, published=True, category=economy,
        lead_picture=Article.objects.exclude(lead_picture=None).first().lead_picture,
    )  # fmt: skip
    comment = make_comment(real, state="approved")
    others = Article.objects.exclude(lead_picture=None).exclude(lead_picture=real.lead_picture)
    advertised = make_advertisement("rail", picture=others.first().lead_picture)
    inside = Article.objects.get(source_id="demo:chess").lead_picture
    quoting = make_article(body=f'<figure data-picture="{inside.pk}"></figure>', category=economy)
    # The desk keeps one drawn face, and gives a photograph of its own to another writer.
    guest = make_author("ضيفة", picture=Author.objects.get(slug="rima-khattar").picture)
    photograph = make_picture(by=reporter)
    Author.objects.filter(slug="adham-zayyati").update(picture=photograph)

    remove()
    for kept in (
        reporter,
        economy,
        empty,
        about,
        author,
        real,
        comment,
        guest,
        photograph,
        advertised,
    ):
        kept.refresh_from_db()
    assert author.user is None
    assert author.picture is None
    kept_pictures = {
        real.lead_picture, inside, guest.picture, photograph, advertised.picture,
    }  # fmt: skip
    assert set(Picture.objects.all()) == kept_pictures
    for picture in kept_pictures:
        assert all(default_storage.exists(size.name) for size in picture.renditions)
    assert set(Article.objects.all()) == {real, quoting}
    assert SiteSettings.current().name == "البيادر"
    assert set(Author.objects.all()) == {author, guest}


# A real newsroom

START = {
    "name": "صحيفة البيادر", "username": "hala", "email": "hala@paper.example",
    "password": PASSWORD, "categories": "سياسة، اقتصاد؛ رياضة",
}  # fmt: skip


def test_a_newsroom_starts_with_a_name_an_administrator_and_its_sections():
    run("start_newsroom", **START)
    assert log_in("hala", PASSWORD) == 200
    sections = Category.objects.top_level()
    assert [section.name for section in sections] == ["سياسة", "اقتصاد", "رياضة"]
    shown = page(Client().get("/"))
    assert "صحيفة البيادر" in shown.one("title").text
    assert "الأخبار الأولى" in shown.one("main").text
    for section in sections:
        assert Client().get(section.get_absolute_url()).status_code == 200
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"password": "123"}, id="short password"),
        pytest.param({"password": "1234567890"}, id="password of digits"),
        pytest.param({"username": "halasaadi", "password": "halasaadi1"}, id="password like name"),
        pytest.param({"categories": "، ؛ ,"}, id="no category"),
        pytest.param({"name": "  "}, id="no name"),
        pytest.param({"username": "  "}, id="no administrator"),
        pytest.param({"username": "taken"}, id="account of that name"),
        pytest.param({"username": "هالة <h1>"}, id="user name that no form takes"),
        pytest.param({"email": "no address"}, id="no address"),
        pytest.param({"name": "ص" * 81}, id="name too long"),
        pytest.param({"categories": "ق" * 81}, id="category too long"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_leaves_nothing(wrong):
    User.objects.create_user("taken", "t@paper.example", PASSWORD)
    before = rows()
    with pytest.raises(CommandError) as refusal:
        run("start_newsroom", **START | wrong)
    assert str(refusal.value)
    assert rows() == before


def test_a_newsroom_that_stands_is_not_started_again():
    run("start_newsroom", **START)
    before = rows()
    with pytest.raises(CommandError):
        run("start_newsroom", **START | {"username": "other", "name": "غيرها"})
    assert rows() == before
    assert SiteSettings.current().name == "صحيفة البيادر"


def test_the_demo_and_the_tests_keep_their_pictures_apart():
    assert settings.MEDIA_ROOT != settings.VAR / "media"
