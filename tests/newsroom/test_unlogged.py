"""An address that opens something by itself stands in no line of the log."""

import logging

import pytest

from newsroom.unlogged import WithoutKeys

KEY = "Q5yA-w_7" * 5


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (("Not Found: %s", f"/shared/{KEY}/"), "Not Found: /shared/…/"),
        (("%s %s", "GET", f"/shared/{KEY}?a=1"), "GET /shared/…?a=1"),
        (("Gone: %s", f"/shared/{KEY}/thanks/"), "Gone: /shared/…/thanks/"),
        (("%s", f"/comments/received/{KEY}:1x/"), "/comments/received/…/"),
        (("%s", f"https://news.example/comments/stop/{KEY}/"), "https://news.example/comments/stop/…/"),
        (("Not Found: %s", "/a/bcdfghjk/القمح/"), "Not Found: /a/bcdfghjk/القمح/"),
        (("100%",), "100%"),
    ],
)  # fmt: skip
def test_a_key_is_a_dot_in_the_log(written, kept):
    record = logging.LogRecord("any", logging.WARNING, "", 0, written[0], written[1:], None)
    assert WithoutKeys().filter(record)
    assert record.getMessage() == kept
