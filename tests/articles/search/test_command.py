"""``manage.py search``: what machines ask."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from articles.management.commands import search
from articles.search import finding
from articles.search.conditions import TooSlow

pytestmark = pytest.mark.django_db


def run(*args, **options) -> list[dict]:
    out = io.StringIO()
    call_command("search", *args, stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().split("\n") if line]


def run_lines(monkeypatch, given: bytes, **options) -> list[dict]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    return run(stdin=True, **options)


def test_one_question_is_one_line(findable, settings):
    settings.SITE_URL = "https://news.example"
    story = findable(headline="أسعار القمح", source_id="w-1")
    (answer,) = run("أسعار القمح")
    assert answer["query"] == "أسعار القمح"
    (hit,) = answer["hits"]
    assert (hit["source_id"], hit["headline"]) == ("w-1", "أسعار القمح")
    assert hit["url"] == f"https://news.example{story.get_absolute_url()}"
    assert hit["score"] > 0


def test_each_line_of_the_input_is_answered_in_its_place(findable, monkeypatch):
    for number in range(12):
        findable(headline=f"القمح {number}", source_id=f"w-{number}")
    lines = run_lines(monkeypatch, "القمح\n\nغائب\r\nالقمح".encode())
    assert [line["query"] for line in lines] == ["القمح", "", "غائب", "القمح"]
    assert [len(line["hits"]) for line in lines] == [10, 0, 0, 10]
    (line,) = run_lines(monkeypatch, "القمح\n".encode(), limit=3)
    scores = [hit["score"] for hit in line["hits"]]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_a_broken_line_is_a_question_like_others(findable, monkeypatch):
    findable(headline="القمح")
    lines = run_lines(monkeypatch, b"\xff\xfe\x00\n" + "قمح\x00".encode() + b"\n" + b"a" * 9_000)
    assert [len(line["hits"]) for line in lines] == [0, 1, 0]


def test_a_question_that_takes_too_long_has_no_hits(findable, monkeypatch):
    def too_slow(*args, **options):
        raise TooSlow

    findable(headline="القمح")
    monkeypatch.setattr(search, "find", too_slow)
    assert run("القمح") == [{"query": "القمح", "hits": []}]


@pytest.mark.parametrize(
    ("args", "options"),
    [((), {}), (("قمح",), {"stdin": True}), (("قمح",), {"limit": 0}), (("قمح",), {"limit": 5_000})],
)
def test_what_makes_no_sense_is_refused(args, options):
    with pytest.raises(CommandError):
        run(*args, **options)
    assert finding.MOST_COUNTED == 1_000


@pytest.mark.shared
def test_any_string_is_a_question(findable, monkeypatch, naughty_texts):
    findable(headline="القمح")
    lines = run_lines(monkeypatch, "\n".join(t.replace("\n", " ") for t in naughty_texts).encode())
    assert len(lines) >= len(naughty_texts)
