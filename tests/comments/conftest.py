"""What the comment tests share: a live story, a reader's words, the real material."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests.conftest import SHARED
from tests.factories import make_article

WORDS = {
    "name": "ليلى العبدالله",
    "email": "laila@reader.example",
    "body": "شكرًا على هذا التقرير، وأرجو أن تتابعوا أسعار الخبز في القرى أيضًا.",
    "parent": "",
}


@pytest.fixture
def story(db) -> Article:
    return make_article(headline="أسعار القمح تنخفض قبل الصيف", published=True)


@pytest.fixture
def stranger(db) -> Client:
    """A browser that says nothing of where a request comes from."""
    return Client()


def form_of(article: Article) -> str:
    return reverse("comments:leave", args=[article.code])


def send(client: Client, article: Article, **typed: str):
    """Post the form of a story with everything filled in, except as said."""
    return client.post(form_of(article), WORDS | typed)


def real(name: str, key: str = "text") -> list[str]:
    with (SHARED / name).open(encoding="utf-8") as lines:
        return [json.loads(line)[key] for line in lines]
