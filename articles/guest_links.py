"""Links by which somebody without an account reads one draft: made, opened, answered, revoked.

A key of 256 random bits is the only way in, and only its hash is kept. It opens one story, until
its hour and not a second longer, never under an embargo and never after a withdrawal; once the
story is live it only leads there.
"""

import hashlib
import json
import secrets
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles import audit, permissions, revisions, strangers
from articles.embargo import is_under_embargo
from articles.models import Article, GuestAnswer, Revision, ShareLink
from articles.permissions import Person

# Ours: two days are enough to be read by somebody who was asked to, three for one who was away.
# What is forgotten closes by itself.
LASTS: Final = timedelta(hours=48)
LONGEST: Final = timedelta(hours=72)
# OWASP ASVS 5.0 (7.2.3) asks for 128 random bits in what must not be guessed; we take twice that.
_KEY_BYTES = 32
# A guest says two or three things; whoever sends more is a program.
MOST_ANSWERS: Final = 30
# What a guest sees of the content: a change of anything else leaves an approval standing.
_READ = (
    "kicker", "headline", "standfirst", "body", "dateline", "source_line", "label", "category",
    "lead_picture", "video", "tags", "authors",
)  # fmt: skip


class NotShared(Exception):
    """A story cannot be shared, or not so; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotAnswered(Exception):
    """An answer of a guest was not kept; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Found(NamedTuple):
    """The link of a key, and whether readers have its story by now."""

    link: ShareLink
    is_live: bool


@transaction.atomic
def make(
    article: Article,
    *,
    by: Person,
    guest: str,
    lasts: timedelta = LASTS,
    revision: Revision | None = None,
    may_note: bool = False,
    may_approve: bool = False,
    at: datetime | None = None,
) -> tuple[ShareLink, str]:
    """A new link and its key, which nobody can be told again.

    Without a ``revision`` the guest always reads the working copy as it is then; with one, which
    is kept and of this story, these words alone. NotShared says what forbids it.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    if not permissions.may_share(by, article):
        raise PermissionDenied
    moment = at or timezone.now()
    guest = strangers.in_one_line(guest)
    _refuse(
        why_not(article, at=moment)
        or ("" if strangers.shows_something(guest) and len(guest) <= 100 else "guest")
        or ("" if timedelta(0) < lasts <= LONGEST else "lasts")
        or ("" if revision is None or _is_kept_of(revision, article) else "revision")
    )
    key = secrets.token_urlsafe(_KEY_BYTES)
    link = ShareLink.objects.create(
        article=article,
        revision=revision,
        key_hash=_hashed(key),
        guest=guest,
        may_note=may_note,
        may_approve=may_approve,
        made_by_id=by.pk,
        made_at=moment,
        expires_at=moment + lasts,
    )
    given = {"guest": (None, guest), "expires_at": (None, link.expires_at)}
    audit.record("share", article, by=by, changes=given)
    return link, key


@transaction.atomic
def keep_present_text(article: Article, *, by: Person) -> Revision:
    """The text as it is now, as a kept revision that a link can hold; the working copy goes on."""
    article = Article.objects.select_for_update().get(pk=article.pk)
    if not permissions.may_share(by, article):
        raise PermissionDenied
    content = revisions.working_copy(article).content
    newest = article.revisions.filter(role=Revision.Role.KEPT).first()
    if newest is not None and newest.content == content:
        return newest
    return revisions.keep_beside(article, content, by=by)


def why_not(article: Article, *, at: datetime | None = None) -> str:
    """The code of what forbids a new link for anybody; empty when nothing does."""
    moment = at or timezone.now()
    return _forbids(article, moment) or ("live" if _is_live(article, moment) else "")


@transaction.atomic
def revoke(link: ShareLink, *, by: Person, at: datetime | None = None) -> None:
    """Close a link at once; one that is closed stays as it is."""
    if not permissions.may_revoke(by, link):
        raise PermissionDenied
    still_open = ShareLink.objects.filter(pk=link.pk, revoked_at=None)
    if still_open.update(revoked_at=at or timezone.now(), revoked_by=by.pk):
        audit.record("revoke", link.article, by=by, changes={"guest": (link.guest, None)})


def find(key: str, *, at: datetime | None = None) -> Found | None:
    """The link that a key opens at this moment, which nobody's knocking changes.

    None whatever the reason: a wrong key, an hour that is over, a link revoked, a story under
    embargo or withdrawn. Nobody outside can tell one from the other.
    """
    moment = at or timezone.now()
    links = ShareLink.objects.select_related("article", "revision", "made_by")
    link = links.filter(key_hash=_hashed(key)).first()
    if link is None or not link.is_open(moment) or _forbids(link.article, moment):
        return None
    return Found(link, _is_live(link.article, moment))


def open_by(key: str, *, at: datetime | None = None) -> Found | None:
    """The same for somebody who reads, and so one opening more; a live story counts its own."""
    moment = at or timezone.now()
    found = find(key, at=moment)
    if found is None or found.is_live:
        return found
    # One statement: openings at once are all counted, and one revoked meanwhile opens no more.
    still_open = ShareLink.objects.filter(
        pk=found.link.pk, revoked_at=None, expires_at__gt=moment
    ).update(times_opened=F("times_opened") + 1, last_opened_at=moment)
    return found if still_open else None


def content_for(link: ShareLink) -> revisions.Content:
    """What the guest reads: the words of the revision, or those of the working copy today."""
    shown: Revision = link.revision or revisions.working_copy(link.article)
    content: revisions.Content = shown.content
    return content


def fingerprint(content: revisions.Content) -> str:
    """One value for all that a guest sees of a content; another as soon as a letter differs."""
    seen = {name: content.get(name) for name in _READ}
    return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def answer(
    key: str,
    *,
    kind: GuestAnswer.Kind,
    name: str,
    note: str = "",
    text_read: str,
    at: datetime | None = None,
) -> GuestAnswer:
    """Keep what a guest says; the same twice is once. NotAnswered says what forbids it.

    An approval counts for the words that were read: when they changed meanwhile, nothing is kept.
    """
    ShareLink.objects.select_for_update().filter(key_hash=_hashed(key)).first()
    found = find(key, at=at)
    if found is None or found.is_live:
        raise NotAnswered("closed")
    link = found.link
    is_note = kind == GuestAnswer.Kind.NOTE
    if not (link.may_note if is_note else link.may_approve):
        raise NotAnswered("not_asked")
    now_read = fingerprint(content_for(link))
    if not is_note and text_read != now_read:
        raise NotAnswered("changed")
    said = {"kind": kind, "name": name, "note": note if is_note else "", "text_read": now_read}
    if (already := link.answers.filter(**said).first()) is not None:
        return already
    if link.answers.count() >= MOST_ANSWERS:
        raise NotAnswered("many")
    kept = link.answers.create(**said, answered_at=at or timezone.now())
    # The guest's words stand with the answer; the trail names the link that they came by.
    told = {"guest": (None, link.guest), "answer": (None, kind)}
    audit.record("guest_answer", link.article, by=None, changes=told)
    return kept


def _forbids(article: Article, moment: datetime) -> str:
    """Why no guest may read a story, whatever its link says; empty when nothing forbids it."""
    if is_under_embargo(article, moment):
        return "embargo"
    is_withdrawn = article.state == Article.State.WITHDRAWN
    if is_withdrawn or Article.objects.withdrawn(moment).filter(pk=article.pk).exists():
        return "withdrawn"
    return ""


def _is_live(article: Article, moment: datetime) -> bool:
    return Article.objects.live(moment).filter(pk=article.pk).exists()


def _is_kept_of(revision: Revision, article: Article) -> bool:
    return revision.article_id == article.pk and revision.role == Revision.Role.KEPT


def _hashed(key: str) -> str:
    """A plain hash will do: there is no list of likely keys of 256 bits to try."""
    return hashlib.sha256(key.encode()).hexdigest()


def _refuse(code: str) -> None:
    if code:
        raise NotShared(code)
