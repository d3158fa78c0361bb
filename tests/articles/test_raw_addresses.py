"""A story's address as servers hand it over: bytes, in whatever encoding a message left them."""

import unicodedata
from io import BytesIO
from urllib.parse import quote, quote_from_bytes, unquote, unquote_to_bytes

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from articles.models import Article
from newsroom.wsgi import application
from tests.factories import make_article

pytestmark = pytest.mark.django_db

SLUG = "أسعار-القمح-في-المرفأ"


@pytest.fixture(autouse=True)
def _one_connection():
    """The handler closes its connection with each request; that of a test holds its rows."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def story() -> Article:
    return make_article(published=True, slug=SLUG)


def ask(target: str | bytes) -> tuple[int, str]:
    """Status and Location for a request target, decoded as PEP 3333 says, by the real handler."""
    raw = target.encode() if isinstance(target, str) else target
    path, _mark, query = raw.partition(b"?")
    environ = {
        "REQUEST_METHOD": "GET", "SERVER_NAME": "localhost", "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost", "SCRIPT_NAME": "",
        "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), "wsgi.errors": BytesIO(),
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query.decode("latin-1"),
    }  # fmt: skip
    told: list[tuple[str, list[tuple[str, str]]]] = []
    body = application(environ, lambda status, headers, *_: told.append((status, headers)))
    body.close()
    status, headers = told[0]
    return int(status[:3]), dict(headers).get("Location", "")


def spellings(code: str) -> dict[str, str | bytes]:
    """The canonical address as it arrives from mail, chats, old browsers and torn messages."""
    start, encoded = f"/a/{code}/", quote(SLUG)
    forms = {
        "raw": f"{start}{SLUG}/",
        "upper": f"{start}{encoded}/",
        "lower": f"{start}{encoded.lower()}/",
        "NFD": start + quote(unicodedata.normalize("NFD", SLUG)) + "/",
        "raw NFD": start + unicodedata.normalize("NFD", SLUG) + "/",
        "vocalised": start + quote("أَسْعار-القَمْحِ-في-المَرفأ") + "/",
        "other hamza": start + quote("اسعار-القمح-في-المرفا") + "/",
        "tatweel": start + quote("أسعـار-القمح-في-المرفأ") + "/",
        "twice": start + quote(encoded) + "/",
        "thrice": start + quote(quote(encoded)) + "/",
        "twice, lower": start + quote(encoded.lower()).lower() + "/",
        "cp1256": start + quote_from_bytes(SLUG.encode("cp1256")) + "/",
        "raw cp1256": start.encode() + SLUG.encode("cp1256") + b"/",
        "UTF-16": start + quote_from_bytes(SLUG.encode("utf-16")),
        "bidi marks": f"{start}%E2%80%8F{encoded}%E2%80%8E/",
    }
    whole = f"{start}{encoded}/"
    # Every length that a torn message can leave: between escapes, within one, within a letter.
    forms |= {f"cut at {at}": whole[:at] for at in range(len(start) - 1, len(whole))}
    raw = f"{start}{SLUG}/".encode()
    return forms | {f"raw, cut at {at}": raw[:at] for at in range(len(start), len(raw))}


def test_every_encoding_reaches_the_story_in_one_step_and_keeps_the_query(story, subtests):
    canonical = story.get_absolute_url()
    for query in ("", "?utm_source=%D9%82%D9%85%D8%AD&x=1&x=2"):
        for name, target in spellings(story.code).items():
            asked = target if isinstance(target, bytes) else target.encode()
            with subtests.test(f"{name}{query}"):
                status, moved = ask(asked + query.encode())
                if status == 301:
                    assert moved == canonical + query
                    status, _ = ask(moved)
                assert status == 200


@pytest.mark.parametrize(
    "query", ["?é".encode("latin-1"), "?ق=1".encode(), b"?a=%D9", b"?%", b"?a b", b"?a=%0d%0aX:1",
              b'?"<>`{}|\\^', b"?" + b"x" * 3000, b"??a=/?#"],
)  # fmt: skip
def test_a_strange_query_goes_along_encoded(story, query):
    status, moved = ask(f"/a/{story.code}".encode() + query)
    assert status == 301
    path, _mark, kept = moved.partition("?")
    assert path == story.get_absolute_url()
    assert kept.isascii()
    assert kept.isprintable()
    assert not set(kept) & set(' "<>`{}|\\^#')
    assert unquote_to_bytes(kept) == unquote_to_bytes(query[1:])
    assert ask(moved)[0] == 200


def test_a_second_step_is_never_needed(story):
    moved = {ask(target)[1] for target in spellings(story.code).values()} - {""}
    assert {unquote(one) for one in moved} == {unquote(story.get_absolute_url())}
