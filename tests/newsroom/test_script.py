"""Two scripts, of one and of three kilobytes, let in by the hash of their bytes."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

from newsroom import script
from tests.articles.markup import Document
from tests.factories import make_article

pytestmark = pytest.mark.django_db

HEAVIEST_SCRIPT = {"js/copy-link.js": 1024, "js/suggest.js": 3 * 1024}


def integrity_of(content: bytes) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


@pytest.mark.parametrize("name", HEAVIEST_SCRIPT)
def test_a_script_is_light_as_served(name):
    with staticfiles_storage.open(staticfiles_storage.stored_name(name)) as served:
        assert len(served.read()) <= HEAVIEST_SCRIPT[name]


@pytest.mark.parametrize("script", ["copy-link", "suggest"])
def test_page_and_policy_name_the_very_bytes_that_are_served(reader, script):
    story = make_article(published=True)
    answer = reader.get(story.get_absolute_url() if script == "copy-link" else "/search/")
    (running,) = Document.of(answer).running_scripts
    name = running.attributes["src"].removeprefix(settings.STATIC_URL)
    assert re.fullmatch(rf"js/{script}\.[0-9a-f]{{12}}\.js", name)
    with staticfiles_storage.open(name) as served:
        assert running.attributes["integrity"] == integrity_of(served.read())
    (sources,) = re.findall(r"script-src ([^;]*)", answer["Content-Security-Policy"])
    assert f"'{running.attributes['integrity']}'" in sources.split()


def test_the_policy_lets_in_no_folder_and_no_host(reader):
    policy = reader.get("/")["Content-Security-Policy"]
    (sources,) = re.findall(r"script-src ([^;]*)", policy)
    assert re.fullmatch(r"('sha256-[A-Za-z0-9+/]{43}=' ?){3}", sources)


def test_another_byte_is_another_script(tmp_path):
    (tmp_path / "a.js").write_bytes(b"1")
    (tmp_path / "b.js").write_bytes(b"1 ")
    first, second = (script.load(name, folder=tmp_path) for name in ("a.js", "b.js"))
    assert first.integrity == integrity_of(b"1") != second.integrity
    assert first.source == f"'{first.integrity}'"


@pytest.mark.parametrize("name", HEAVIEST_SCRIPT)
def test_no_script_writes_markup(name):
    text = Path(settings.BASE_DIR, "static", name).read_text()
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval", text)


def test_the_page_holds_every_word_and_the_whole_address(reader, settings):
    settings.SITE_URL = "https://news.example"
    story = make_article(published=True)
    page = Document.of(reader.get(story.get_absolute_url()))
    button = page.one("button", class_="copy")
    assert button.attributes["data-copy"] == f"https://news.example/a/{story.code}"
    assert button.attributes["data-copied"] == "نُسخ الرابط"
    assert button.text() == "انسخ الرابط"
    assert "hidden" in button.attributes
    assert page.one("p", class_="short-address").one(role="status").text() == ""
