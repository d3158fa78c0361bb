"""Published articles from outside, one JSON object each; the same object twice is one article."""

import json
import re
from datetime import UTC, datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from articles import publications, revisions
from articles.arabic.presentation import has_forms, ordinary
from articles.arabic.slugs import slug as make_slug
from articles.arabic.tags import tag_key
from articles.body.sanitise import clean_body
from articles.body.text import paragraphs
from articles.models import Article, Author, Byline, Category, Revision, Tag
from articles.related import keeping as related_lists
from articles.search import index as search_index

# Codes that a desk would not print, of the corpora that we measure with.
CATEGORY_NAMES = {
    "culture": "ثقافة",
    "diverse": "منوعات",
    "economy": "اقتصاد",
    "internationalNews": "أخبار عالمية",
    "localNews": "أخبار محلية",
    "middleEast": "الشرق الأوسط",
    "politic": "سياسة",
    "society": "مجتمع",
    "sport": "رياضة",
    "technology": "تكنولوجيا",
}
# Where an article names no category.
_UNSORTED = ("news", "أخبار")
_REQUIRED = ("id", "title", "body")
# What people wrote: kept in ordinary letters, see articles/arabic/presentation.py.
_WORDS = ("title", "body", "source", "category", "standfirst", "author")
_LATEST = datetime(9999, 1, 1, tzinfo=UTC)
_LONGEST_CATEGORY = Category._meta.get_field("name").max_length or 0
_LONGEST_AUTHOR = Author._meta.get_field("name").max_length or 0
_LONGEST_TAG = Tag._meta.get_field("name").max_length or 0
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class BadLine(Exception):
    """A line that is no article; its text says why."""


class Loader:
    """Loads line after line and counts what it did; a block of it ends with all of them findable.

    ``with Loader() as loader:``. The search takes stories by the hundred far quicker than by one.
    """

    def __init__(self, *, names: dict[str, str] | None = None) -> None:
        self._names = CATEGORY_NAMES | (names or {})
        self._categories: dict[str, Category] = {}
        self._authors: dict[str, Author] = {}
        self._not_findable: list[int] = []
        self.added = self.changed = self.unchanged = self.left_alone = self.respelled = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self._make_findable()

    def load(self, line: str) -> None:
        """Store the article of a line, if it is new or has changed; BadLine says what is wrong.

        A story that the desk has edited, or taken from the public, stays as the desk left it.
        """
        if not line.strip():
            return
        record = _record(line)
        stored = Article.objects.filter(source_id=record["id"]).first()
        if stored and _is_the_desks(stored):
            self.left_alone += 1
            return
        wanted = self._fields(record)
        tags, author = record["tags"], record["author"]
        if stored and not self._differs(stored, wanted, tags, author):
            self.unchanged += 1
            return
        article = stored or Article(source_id=record["id"])
        with transaction.atomic():
            if stored:  # readers saw it: its words are kept, though the story stays the importer's
                content = revisions.content_of(stored)
                publications.keep_overwritten(stored, content, timezone.now())
            for name, value in wanted.items():
                setattr(article, name, value)
            self._store(article, tags, author)
        self.respelled += record["respelled"]
        self._not_findable.append(article.pk)
        if len(self._not_findable) >= search_index.BATCH:
            self._make_findable()
        if stored:
            self.changed += 1
        else:
            self.added += 1

    def _make_findable(self) -> None:
        search_index.index(self._not_findable)
        related_lists.outdate(self._not_findable)
        self._not_findable = []

    def _fields(self, record: dict[str, Any]) -> dict[str, Any]:
        published = record["published"]
        return {
            "headline": record["title"],
            "standfirst": record["standfirst"],
            "body": clean_body(paragraphs(record["body"].splitlines())),
            "source_line": record["source"],
            "category": self._category(record["category"]),
            **({"published_at": published} if published else {}),
        }

    def _differs(
        self, stored: Article, wanted: dict[str, Any], tags: list[str], author: str
    ) -> bool:
        same = all(getattr(stored, name) == value for name, value in wanted.items())
        signed = [byline.author.name for byline in stored.bylines.select_related("author")]
        return not (
            same
            and signed == ([author] if author else [])
            and [tag.key for tag in stored.tags.all()] == [tag_key(name) for name in tags]
        )

    def _store(self, article: Article, tags: list[str], author: str) -> None:
        article.published_at = article.published_at or timezone.now().replace(microsecond=0)
        article.first_published_at = article.first_published_at or article.published_at
        article.announced_at = article.announced_at or timezone.now()
        article.state = Article.State.PUBLISHED
        try:
            article.derive()
            article.clean_fields(exclude=["body", "plain_text", "category"])
        except ValidationError as error:
            raise BadLine("; ".join(_said(error))) from error
        article.save()
        article.tags.set(tags)
        article.bylines.all().delete()
        if author:
            Byline.objects.create(article=article, author=self._author(author))

    def _category(self, code: str) -> Category:
        if code not in self._categories:
            slug, name = (_slug_of(code), self._names.get(code, code)) if code else _UNSORTED
            self._categories[code] = Category.objects.get_or_create(
                slug=slug, defaults={"name": name}
            )[0]
        return self._categories[code]

    def _author(self, name: str) -> Author:
        if name not in self._authors:
            known = Author.objects.filter(name=name).first()
            self._authors[name] = known or Author.objects.create(name=name)
        return self._authors[name]


def _is_the_desks(article: Article) -> bool:
    if article.state != Article.State.PUBLISHED or article.live_revision_id is not None:
        return True
    # Kept by nobody: what an earlier load overwrote.
    return article.revisions.exclude(role=Revision.Role.KEPT, by=None).exists()


def _record(line: str) -> dict[str, Any]:
    """The object of a line with all its fields, text without characters that no text holds."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"not JSON: {error}") from error
    if not isinstance(given, dict):
        raise BadLine("not an object")
    record: dict[str, Any] = {name: _text(given, name) for name in ("id", *_WORDS)}
    if missing := [name for name in _REQUIRED if not record[name]]:
        raise BadLine(f"without {', '.join(missing)}")
    record["tags"] = _tags(given.get("tags"))
    words = (*(given.get(name) for name in _WORDS), *(given.get("tags") or ()))
    record["respelled"] = any(word and has_forms(word) for word in words)
    _measure(record)
    record["published"] = _moment(_text(given, "published"))
    return record


def _measure(record: dict[str, Any]) -> None:
    """What becomes a row of its own must fit there: SQLite would not say so."""
    lengths = [("category", _LONGEST_CATEGORY, [record["category"]])]
    lengths += [("author", _LONGEST_AUTHOR, [record["author"]])]
    lengths += [("tags", _LONGEST_TAG, record["tags"])]
    for name, longest, texts in lengths:
        if any(len(text) > longest for text in texts):
            raise BadLine(f"{name}: longer than {longest} characters")


def _text(given: dict[str, Any], name: str) -> str:
    value = given.get(name)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        value = str(value)
    if not isinstance(value, str):
        raise BadLine(f"{name} is no text")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise BadLine(f"{name} is no valid UTF-8") from error
    text = value.replace("\x00", "").strip()
    return ordinary(text) if name in {*_WORDS, "tags"} else text


def _tags(value: Any) -> list[str]:
    if not value:
        return []
    if not isinstance(value, list):
        raise BadLine("tags are no list")
    given = (_text({"tags": name}, "tags") for name in value)
    return list({tag_key(name): name for name in reversed(list(given)) if tag_key(name)}.values())[
        ::-1
    ]


def _moment(text: str) -> datetime | None:
    """The moment of an ISO 8601 text; a day without an hour is its midnight, here."""
    if not text:
        return None
    try:
        moment = parse_datetime(text)
        day = None if moment else parse_date(text)
    except ValueError as error:
        raise BadLine(f"published: {error}") from error
    if day:
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - made aware below
    if moment is None:
        raise BadLine(f"published is no ISO 8601 time: {text}")
    try:
        aware = moment if timezone.is_aware(moment) else timezone.make_aware(moment)
        if aware.astimezone(UTC) >= _LATEST:
            raise BadLine(f"published lies beyond all calendars: {text}")
    except OverflowError as error:
        raise BadLine(f"published lies beyond all calendars: {text}") from error
    return aware


def _slug_of(code: str) -> str:
    """``internationalNews`` → ``international-news``."""
    return make_slug(_CAMEL.sub("-", code), fallback=_UNSORTED[0])


def _said(error: ValidationError) -> list[str]:
    return [f"{name}: {' '.join(said)}" for name, said in error.message_dict.items()]
