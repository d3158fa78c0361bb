"""The states that a story had: find one, give one a name, make one the working copy again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from articles import permissions, publishing, revisions
from articles.models import Article, Author, Category, Picture, Revision, Series, Video
from articles.permissions import Person
from articles.publishing.row import locked
from articles.revisions import Content

# How an address names the two states that change; every other goes by its number.
LIVE, WORKING = "live", "working"

_ROWS = {
    "category": Category, "lead_picture": Picture, "video": Video, "series": Series,
    "translation_of": Article,
}  # fmt: skip


class NotNamed(Exception):
    """These words are no name; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NoSuchState(Exception):
    """The story has no state of that name."""


@dataclass(frozen=True, slots=True)
class State:
    """What a story says in its working copy, before the public, or said once."""

    key: str
    content: Content
    revision: Revision | None  # none of an imported story whose words were never changed
    is_live: bool = False
    is_working: bool = False
    is_due: bool = False  # live at an hour to come
    is_branch: bool = False  # beside the story, and nobody has decided on it

    @property
    def name(self) -> str:
        return self.revision.name if self.revision else ""

    @property
    def by(self) -> Any:
        return self.revision.by if self.revision else None

    @property
    def moment(self) -> datetime | None:
        """When its words were last changed."""
        return self.revision.changed_at if self.revision else None


@dataclass(frozen=True, slots=True)
class Restored:
    """A story after a state came back: what undoes it, and which fields named a row now gone."""

    article: Article
    undo: str  # a state's key; empty where nothing had to change
    gone: tuple[str, ...]


def state_of(article: Article, revision: Revision) -> State:
    """A stored revision of the story as a state."""
    is_live = article.state == Article.State.PUBLISHED and article.live_revision_id == revision.pk
    is_working = revision.role == Revision.Role.WORKING
    is_due = is_live and article.is_scheduled
    is_branch = revision.role == Revision.Role.BRANCH
    return State(
        str(revision.number), revision.content, revision, is_live, is_working, is_due, is_branch
    )


def live_state(article: Article) -> State | None:
    """What the public reads, or will at its hour; None of a story that is not published."""
    if article.state != Article.State.PUBLISHED:
        return None
    kept = article.live_revision
    content = kept.content if kept else revisions.content_of(article)
    return State(LIVE, content, kept, is_live=True, is_due=article.is_scheduled)


def working_state(article: Article) -> State:
    """What the panel edits."""
    copy = revisions.working_copy(article)
    return State(WORKING, copy.content, copy if copy.pk else None, is_working=True)


def find(article: Article, key: str) -> State:
    """The state that an address names, or NoSuchState; of this story alone."""
    if key == WORKING:
        return working_state(article)
    if key == LIVE:
        found = live_state(article)
    else:
        number = int(key) if key.isascii() and key.isdecimal() and len(key) < 10 else 0
        kept = article.revisions.select_related("by").filter(number=number).first()
        found = state_of(article, kept) if kept else None
    if found is None:
        raise NoSuchState(key)
    return found


def restorable(article: Article, state: State) -> tuple[Content, tuple[str, ...]]:
    """The content that ``restore`` would leave, and the fields that named a row now gone.

    When it goes out and what is told of it is no part of the text: the working copy keeps its own.
    """
    now = revisions.working_copy(article).content
    content = revisions.with_its_own_publication(now | state.content, of=now)
    gone = []
    for field, model in _ROWS.items():
        if content.get(field) and not model._default_manager.filter(pk=content[field]).exists():
            content[field] = now[field] if field == "category" else None
            gone.append(field)
    known = set(Author.objects.filter(pk__in=content["authors"]).values_list("pk", flat=True))
    if known != set(content["authors"]):
        content["authors"] = [author for author in content["authors"] if author in known]
        gone.append("authors")
    return content, tuple(gone)


@transaction.atomic
def restore(article: Article, key: str, *, by: Person) -> Restored:
    """Make an old state the working copy; readers see what they saw.

    What the working copy said until now is kept as a revision: restoring that one undoes this.
    """
    article = locked(article)
    if not permissions.may_edit(by, article):
        raise PermissionDenied
    content, gone = restorable(article, find(article, key))
    if not revisions.changes(article, content):
        return Restored(article, "", gone)
    before = kept_before(article)
    return Restored(publishing.save_draft(article, content, by=by), str(before.number), gone)


def kept_before(article: Article) -> Revision:
    """The working copy as it is, kept before another text takes its place; the row is locked."""
    return revisions.end_sitting(article) or _kept_row(article)


@transaction.atomic
def keep_named(article: Article, name: str, *, by: Person, number: int | None = None) -> Revision:
    """Keep the working copy as it stands now under a name, or give one to an earlier revision."""
    article = locked(article)
    if not permissions.may_edit(by, article):
        raise PermissionDenied
    name = _as_name(name)
    if number is None:
        content = revisions.working_copy(article).content
        return revisions.keep_beside(article, content, by=by, name=name)
    kept = article.revisions.filter(number=number, role=Revision.Role.KEPT).first()
    if kept is None:
        raise NoSuchState(str(number))
    kept.name = name
    kept.save(update_fields=["name"])
    return kept


def _kept_row(article: Article) -> Revision:
    """The row's words as a revision: nobody had changed them in a working copy."""
    live = article.live_revision
    content = revisions.content_of(article)
    if live and _same_words(live.content, content):
        return live
    return revisions.keep_beside(article, content, by=None)


def _same_words(kept: Mapping[str, Any], row: Content) -> bool:
    words = row.keys() - revisions.OF_THE_PUBLICATION
    return all((kept.get(field) or None) == (row[field] or None) for field in words)


def _as_name(typed: str) -> str:
    name = " ".join(typed.replace("\x00", "").split())
    if not any(letter.isalnum() for letter in name):
        raise NotNamed("empty")
    if len(name) > Revision.LONGEST_NAME:
        raise NotNamed("long")
    return name
