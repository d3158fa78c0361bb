"""What every test may ask for: people of the newsroom, a browser, the real material."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.test import Client

from newsroom import roles
from newsroom.models import User

# A busy machine is no mistake of ours: no example is measured by the clock.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "shared" in item.keywords and not SHARED.exists():
            item.add_marker(pytest.mark.skip(reason=f"the real material is not at {SHARED}"))
        if connection.vendor != "sqlite" and (same := _same_over_every_database(item)):
            item.add_marker(pytest.mark.skip(reason=same))
        if "browser" in item.keywords:
            # Two browsers and two servers share two cores: what a starved one missed is looked at
            # once more, and listed as a rerun. A fault of the product fails both times.
            item.add_marker(pytest.mark.flaky(reruns=1))
            if not _chromium() and not os.environ.get("NEWSROOM_REQUIRE_BROWSER"):
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


def _same_over_every_database(item: pytest.Item) -> str:
    """Why a test says nothing new over another database than SQLite; empty where it may."""
    if "looks" in item.keywords:
        return "what a browser draws is the same over every database"
    fixtures = {"db", "transactional_db"}.intersection(getattr(item, "fixturenames", ()))
    asks = fixtures or {"django_db", "processes"}.intersection(item.keywords)
    return "" if asks else "asks no database"


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


@pytest.fixture(autouse=True)
def _quick_and_apart(settings, tmp_path):
    """Cheap password hashes, pictures in a folder of the test, an empty cache, a clock at rest."""
    settings.TICK_SECONDS = 0
    # Each client reads the folder of static files before its first page, which takes longer than
    # the page; like this it looks a file up when one is asked for.
    settings.WHITENOISE_AUTOREFRESH = True
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()


def make_person(username: str, role: str | None) -> User:
    person = User.objects.create_user(
        username, f"{username}@desk.example", "a-long-password", is_staff=True
    )
    if role is None:
        person.is_superuser = True
        person.save()
    else:
        # Found, not made: post_migrate keeps the roles, and a flushed database gets them again.
        person.groups.add(Group.objects.get(name=role))
    return person


@pytest.fixture
def reporter(db) -> User:
    return make_person("reporter", roles.REPORTER)


@pytest.fixture
def editor(db) -> User:
    return make_person("editor", roles.EDITOR)


@pytest.fixture
def chief(db) -> User:
    return make_person("chief", roles.MANAGING_EDITOR)


@pytest.fixture
def moderator(db) -> User:
    return make_person("moderator", roles.MODERATOR)


@pytest.fixture
def admin_person(db) -> User:
    return make_person("administrator", None)


@pytest.fixture
def reader(db) -> Client:
    """Somebody without account or cookie, whose browser says where a request comes from."""
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """The distribution's Chromium, driven by Playwright."""
    from playwright.sync_api import sync_playwright

    path = _chromium()
    assert path, "CI must have a Chromium: tools/test.sh installs it"
    # Playwright runs a loop of its own in this thread, which Django takes for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    flags = [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic",
        "--font-render-hinting=none", "--disable-background-networking", "--disable-sync",
    ]  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()
