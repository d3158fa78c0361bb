"""A newsroom that is served, and people with browsers."""

import json
import time
from collections.abc import Callable, Iterator
from threading import get_ident

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.signals import request_finished, request_started
from django.test import testcases

from newsroom import style
from newsroom.models import SiteSettings
from tests.factories import make_category


@pytest.fixture
def paper(live_server, settings, transactional_db, tmp_path, monkeypatch) -> str:
    """The address of a served newsroom with one section."""
    # The test server would give out stored files by its own means, which know no ranges.
    monkeypatch.setattr(testcases._MediaFilesHandler, "_should_handle", lambda *_: False)
    ContentType.objects.clear_cache()  # the last test's flush gave them new numbers
    settings.SITE_URL = live_server.url
    # The test server finds files by their own names, not by the hash of what was collected.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    (tmp_path / "staticfiles.json").write_text(json.dumps({"paths": {style.FONT: style.FONT}}))
    styles = style.load(
        settings.BASE_DIR / "static/css/reader", static_root=tmp_path, static_url="/static/"
    )
    settings.READER_STYLES = styles
    settings.SECURE_CSP = settings.SECURE_CSP | {"style-src": ["'self'", *styles.sources]}
    SiteSettings(pk=1, name="غرفة الأخبار").save()
    make_category("اقتصاد", slug="economy")
    return live_server.url


@pytest.fixture
def quiet() -> Iterator[Callable[[], None]]:
    """Waits until the served newsroom answers nobody: then its tables may be emptied.

    A page that is left goes on saving and beating, and PostgreSQL lets nobody empty a table in use.
    """
    underway: set[int] = set()

    def begin(**kwargs) -> None:
        underway.add(get_ident())

    def end(**kwargs) -> None:
        underway.discard(get_ident())

    def wait() -> None:
        until = time.monotonic() + 10
        while underway - {get_ident()} and time.monotonic() < until:
            time.sleep(0.02)

    request_started.connect(begin)
    request_finished.connect(end)
    yield wait
    request_started.disconnect(begin)
    request_finished.disconnect(end)


@pytest.fixture
def browser(chromium, quiet) -> Iterator[object]:
    """Makes browsers of people who do not know one another: ``browser()``."""
    opened = []

    def person(*, javascript: bool = False, width: int = 1280, scheme: str = "light"):
        context = chromium.new_context(
            java_script_enabled=javascript,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            locale="ar",
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        return context.new_page()

    yield person
    for context in opened:
        # A closing page says good-bye to the server, whose tables are being emptied by then.
        context.set_offline(True)
        context.close()
    quiet()


def press(page, selector: str) -> None:
    """Press something that leads to another page, and wait for that."""
    with page.expect_navigation():
        page.click(selector)


def log_in(page, address: str, username: str) -> None:
    page.goto(f"{address}/admin/login/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", "a-long-password")
    press(page, "[type=submit]")
    assert "/admin/login/" not in page.url
