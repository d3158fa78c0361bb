"""Whom we take a request to come from: only what our own proxy claims counts."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from newsroom.proxies import ForwardedMiddleware

OURS = ["10.0.0.0/8", "2001:db8::/32", "127.0.0.1"]


def seen_by_the_view(settings, trusted: list[str], peer: str, **claims: str) -> tuple[str, str]:
    """The reader's address and the scheme that a view finds."""
    settings.TRUSTED_PROXIES = trusted
    found: list[tuple[str, str]] = []

    def view(request) -> HttpResponse:
        found.append((request.META["REMOTE_ADDR"], request.scheme))
        for name in ("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host"):
            assert name not in request.headers
        assert "evil" not in request.get_host()
        return HttpResponse()

    headers = {f"X-Forwarded-{name}": text for name, text in claims.items()}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=peer)
    ForwardedMiddleware(view)(request)
    return found[0]


@pytest.mark.parametrize(
    ("trusted", "peer", "chain", "reader"),
    [
        # A proxy of ours names the reader
        (OURS, "10.1.2.3", "203.0.113.9", "203.0.113.9"),
        (OURS, "127.0.0.1", "2001:db9::7", "2001:db9::7"),
        (OURS, "2001:db8::1", "203.0.113.9", "203.0.113.9"),
        (OURS, "10.1.2.3", " 203.0.113.9 , 10.9.9.9 ", "203.0.113.9"),
        # What the reader claims before our proxies do, counts for nothing
        (OURS, "10.1.2.3", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (OURS, "10.1.2.3", "127.0.0.1, 203.0.113.9, 10.9.9.9", "203.0.113.9"),
        (OURS, "10.1.2.3", "10.0.0.1, 203.0.113.9", "203.0.113.9"),
        # Nothing to learn
        (OURS, "10.1.2.3", "", "10.1.2.3"),
        (OURS, "10.1.2.3", "10.0.0.5, 10.0.0.6", "10.1.2.3"),
        (OURS, "10.1.2.3", ", ,", "10.1.2.3"),
        # Garbage at the place that counts is not skipped to a claim further off
        (OURS, "10.1.2.3", "203.0.113.9, unknown", "10.1.2.3"),
        (OURS, "10.1.2.3", "203.0.113.9, <script>", "10.1.2.3"),
        (OURS, "10.1.2.3", "203.0.113.9:4711", "10.1.2.3"),
        (OURS, "10.1.2.3", "010.0.0.1", "10.1.2.3"),
        # A stranger claims whatever they like
        (OURS, "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        (OURS, "203.0.113.9", "10.0.0.1", "203.0.113.9"),
        (OURS, "11.0.0.1", "198.51.100.1", "11.0.0.1"),
        ([], "127.0.0.1", "198.51.100.1", "127.0.0.1"),
        ([], "", "198.51.100.1", ""),
        (OURS, "", "198.51.100.1", ""),
    ],
)
def test_who_the_reader_is(settings, trusted, peer, chain, reader):
    assert seen_by_the_view(settings, trusted, peer, For=chain)[0] == reader


@pytest.mark.parametrize(
    ("peer", "claimed", "scheme"),
    [
        ("10.1.2.3", "https", "https"),
        ("10.1.2.3", "http", "http"),
        ("10.1.2.3", "HTTPS, http", "http"),
        ("10.1.2.3", "javascript", "http"),
        ("10.1.2.3", "", "http"),
        ("203.0.113.9", "https", "http"),
    ],
)
def test_by_which_scheme_they_came(settings, peer, claimed, scheme):
    claims = {"For": "198.51.100.1", "Proto": claimed, "Host": "evil.example"}
    assert seen_by_the_view(settings, OURS, peer, **claims)[1] == scheme


def test_a_claimed_host_is_never_ours(db):
    response = Client().get("/robots.txt", headers={"X-Forwarded-Host": "evil.example"})
    assert "evil.example" not in response.content.decode()
    assert Client().get("/", headers={"Host": "evil.example"}).status_code == 400
