"""Stories that the search knows."""

import json
from collections.abc import Callable

import pytest

from articles.models import Article
from articles.search import index
from tests.conftest import SHARED
from tests.factories import make_article


@pytest.fixture
def findable(db) -> Callable[..., Article]:
    """A story as ``make_article`` makes it, live unless told otherwise, in the index."""

    def make(**fields) -> Article:
        fields.setdefault("published", True)
        fields.setdefault("body", "<p>لا شيء هنا.</p>")
        article = make_article(**fields)
        index.index([article.pk])
        return article

    return make


@pytest.fixture(scope="session")
def naughty_texts() -> list[str]:
    """Strings that break software."""
    text = (SHARED / "naughty-strings" / "blns.jsonl").read_text(encoding="utf-8")
    return [json.loads(line)["text"] for line in text.split("\n") if line]
