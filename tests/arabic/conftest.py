"""Real material for the Arabic tests, read where it lies beside the project."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def _records(name: str) -> Iterator[dict[str, str]]:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the real material {name} is not beside the project (../shared/data)")
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@pytest.fixture(scope="session")
def naughty() -> list[str]:
    """Strings that break software."""
    return [record["text"] for record in _records("naughty-strings/blns.jsonl")]


@pytest.fixture(scope="session")
def vocalised() -> list[str]:
    """Classical prose, every letter with its haraka."""
    return [record["text"] for record in _records("diacritics-tashkeela/lines.jsonl")]


@pytest.fixture(scope="session")
def news() -> list[dict[str, str]]:
    """Every twentieth article of the ANT corpus, three outlets."""
    outlets = ("jawhara", "bbc", "skynews")
    records = [record for name in outlets for record in _records(f"articles-ant/{name}.jsonl")]
    return records[::20]


@pytest.fixture(scope="session")
def bidi_cases() -> list[dict[str, str]]:
    """The cases of Unicode's conformance test that ask for automatic direction."""
    return list(_records("bidi/bidi-auto.jsonl"))
