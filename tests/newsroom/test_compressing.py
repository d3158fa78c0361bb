import gzip

import brotli
import pytest

from newsroom.compressing import wanted
from tests.factories import make_article

pytestmark = pytest.mark.django_db
BODY = "<p>" + "قال المتحدث إن المرفأ يعود إلى العمل صباح الغد. " * 60 + "</p>"


@pytest.fixture
def story():
    return make_article(headline="المرفأ يعود إلى العمل", body=BODY, published=True)


def read(client, address, encoding):
    return client.get(address, headers={"accept-encoding": encoding})


@pytest.mark.parametrize(
    ("encoding", "open_it"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_a_page_is_sent_in_fewer_bytes_and_is_the_same(client, story, encoding, open_it):
    plain = read(client, story.get_absolute_url(), "identity")
    sent = read(client, story.get_absolute_url(), encoding)
    assert sent.headers["Content-Encoding"] == encoding
    assert open_it(sent.content) == plain.content
    assert "Content-Encoding" not in plain.headers
    assert int(sent.headers["Content-Length"]) == len(sent.content) < len(plain.content) / 3


def test_a_cache_keeps_the_encodings_apart_and_asks_for_either_with_one_mark(client, story):
    plain = read(client, story.get_absolute_url(), "")
    sent = read(client, story.get_absolute_url(), "br, gzip")
    assert plain.headers["Vary"] == sent.headers["Vary"] == "Accept-Encoding"
    assert plain.headers["ETag"] == sent.headers["ETag"]
    again = client.get(
        story.get_absolute_url(),
        headers={"accept-encoding": "br", "if-none-match": sent.headers["ETag"]},
    )
    assert again.status_code == 304
    assert not again.content
    assert again.headers["ETag"] == sent.headers["ETag"]
    assert again.headers["Vary"] == "Accept-Encoding"


def test_what_is_kept_by_nobody_is_never_squeezed(client, story):
    """Beside a secret the length of what somebody else typed would tell of it."""
    for address in ("/admin/login/", "/health/ready"):
        answer = read(client, address, "br, gzip")
        assert "Content-Encoding" not in answer.headers
        assert len(answer.content) > 0


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [
        ("gzip, deflate, br, zstd", "br"), ("gzip, deflate", "gzip"), ("BR", "br"), ("*", "br"),
        ("br;q=0, gzip", "gzip"), ("br; q=0.0, *", "gzip"), ("br;q=0.1", "br"), ("gzip;q=0", ""),
        ("identity", ""), ("", ""), ("brotli", ""), ("*;q=0", ""), (";;,=,", ""),
    ],
)  # fmt: skip
def test_it_goes_by_what_the_browser_says_it_reads(accepted, sent):
    assert wanted(accepted) == sent
