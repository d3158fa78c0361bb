"""Stored files are given out whole or in part: Safari plays a film from nobody who cannot."""

import resource

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from newsroom import ranges

CONTENT = bytes(range(256)) * 40
SIZE = len(CONTENT)


@pytest.fixture
def address():
    return default_storage.url(default_storage.save("videos/ab/abcdef.mp4", ContentFile(CONTENT)))


def asked(client, address, span, **headers):
    return client.get(address, headers={"range": span, **headers})


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        ("bytes=0-1", 0, 1),  # how Safari begins
        ("bytes=0-0", 0, 0),
        ("bytes=0-", 0, SIZE - 1),
        ("bytes=100-199", 100, 199),
        (f"bytes={SIZE - 1}-", SIZE - 1, SIZE - 1),
        ("bytes=-1", SIZE - 1, SIZE - 1),
        ("bytes=-500", SIZE - 500, SIZE - 1),
        (f"bytes=-{SIZE * 9}", 0, SIZE - 1),
        (f"bytes=9000-{SIZE * 9}", 9000, SIZE - 1),
        ("BYTES=0-9", 0, 9),
        (" bytes=0-9 ", 0, 9),
    ],
)
def test_a_part_is_given_out_as_asked(client, address, span, first, last):
    answer = asked(client, address, span)
    assert answer.status_code == 206
    assert b"".join(answer) == CONTENT[first : last + 1]
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert answer.headers["Content-Length"] == str(last - first + 1)
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("span", [f"bytes={SIZE}-", f"bytes={SIZE}-{SIZE + 5}", "bytes=-0"])
def test_a_part_beyond_the_end_is_refused_with_the_size(client, address, span):
    answer = asked(client, address, span)
    assert (answer.status_code, answer.content) == (416, b"")
    assert answer.headers["Content-Range"] == f"bytes */{SIZE}"
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    "span",
    [
        "", "bytes", "bytes=", "bytes=-", "bytes=5", "bytes=9-3", "bytes=0-1,5-6", "bytes=a-b",
        "bytes=+1-2", "bytes=1_0-20", "bytes=٠-٩", "bytes=0x1-2", "seconds=0-1", "bytes=--5",
        "bytes=" + "9" * 5000 + "-",
    ],
)  # fmt: skip
def test_what_is_no_range_of_ours_is_answered_with_the_whole(client, address, span):
    answer = asked(client, address, span.encode().decode("latin-1"))
    assert answer.status_code == 200
    assert b"".join(answer) == CONTENT
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert "Content-Range" not in answer.headers


def test_an_empty_file_has_no_parts(client):
    address = default_storage.url(default_storage.save("ab/empty.vtt", ContentFile(b"")))
    assert b"".join(client.get(address)) == b""
    assert asked(client, address, "bytes=0-").status_code == 416


def test_a_part_of_another_state_of_the_file_is_not_mixed_in(client, address):
    tag = client.get(address).headers["ETag"]
    assert not tag.startswith("W/")
    assert asked(client, address, "bytes=0-9", if_range=tag).status_code == 206
    for other in ('"other"', f"W/{tag}", "Tue, 24 Nov 2026 10:00:00 GMT"):
        answer = asked(client, address, "bytes=0-9", if_range=other)
        assert (answer.status_code, len(b"".join(answer))) == (200, SIZE)


def test_who_has_the_file_already_gets_neither_whole_nor_part(client, address):
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"if_none_match": tag}).status_code == 304
    assert asked(client, address, "bytes=0-9", if_none_match=tag).status_code == 304


def test_a_question_for_the_headers_is_answered_for_the_whole(client, address):
    answer = client.head(address, headers={"range": "bytes=0-9"})
    assert (answer.status_code, answer.headers["Content-Length"]) == (200, str(SIZE))
    assert answer.headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.mp4", "video/mp4"), ("a.webm", "video/webm"), ("a.vtt", "text/vtt; charset=utf-8"),
        ("a.jpg", "image/jpeg"), ("a.unknown", "application/octet-stream"),
    ],
)  # fmt: skip
def test_a_file_is_called_what_it_is_on_every_machine(client, name, media_type):
    address = default_storage.url(default_storage.save(f"ab/{name}", ContentFile(b"<script>")))
    for answer in (client.get(address), asked(client, address, "bytes=0-3")):
        assert answer.headers["Content-Type"] == media_type
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_large_film_is_never_in_memory_as_a_whole(client, settings):
    size = 300 * 1024 * 1024
    film = settings.MEDIA_ROOT / "videos" / "large.mp4"
    film.parent.mkdir(parents=True)
    with film.open("wb") as file:
        file.truncate(size)  # sparse: it takes no room
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(map(len, client.get("/media/videos/large.mp4"))) == size
    part = asked(client, "/media/videos/large.mp4", f"bytes={size // 2}-")
    assert sum(map(len, part)) == size // 2
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 50 * 1024  # kilobytes


def test_films_leave_threads_to_the_news(client, settings):
    film, leaf = (settings.MEDIA_ROOT / name for name in ("large.mp4", "leaf.jpg"))
    film.parent.mkdir(parents=True)
    film.write_bytes(b"\0" * 2 * 1024 * 1024)
    leaf.write_bytes(b"\0")
    watching = [client.get("/media/large.mp4") for _viewer in range(ranges.FILMS_AT_ONCE)]
    assert {answer.status_code for answer in watching} == {200}
    late = client.get("/media/large.mp4")
    assert (late.status_code, late.headers["Retry-After"]) == (503, "10")
    assert "no-store" in late.headers["Cache-Control"]
    # What is small, or in the reader's hands already, waits for nobody.
    assert asked(client, "/media/large.mp4", "bytes=0-1").status_code == 206
    assert client.get("/media/leaf.jpg").status_code == 200
    assert client.head("/media/large.mp4").status_code == 200
    tag = {"if_none_match": watching[0].headers["ETag"]}
    assert client.get("/media/large.mp4", headers=tag).status_code == 304
    for answer in watching:
        answer.close()
        answer.close()
    again = [client.get("/media/large.mp4") for _viewer in range(ranges.FILMS_AT_ONCE)]
    assert {answer.status_code for answer in again} == {200}
    for answer in again:
        answer.close()
