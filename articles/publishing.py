"""The verbs of a story. Each: permission, lock, readiness, change, announcement after commit."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles import events, permissions, revisions, workflow
from articles.body.text import picture_ids
from articles.merging.contents import Choice, Conflict, Undecided, merge, resolve
from articles.models import Article, Picture, Revision, Video
from articles.permissions import Person
from articles.related import keeping as related_lists
from articles.search import index as search_index

State = Article.State


class NotReady(Exception):
    """A story lacks something without which it cannot go on; ``codes`` name it."""

    def __init__(self, *codes: str) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


class Collides(Exception):
    """A correction and the rewrite that waits changed the same words; ``conflicts`` hold both."""

    def __init__(self, *conflicts: Conflict) -> None:
        super().__init__(", ".join(conflict.key for conflict in conflicts))
        self.conflicts = conflicts


def start(content: Mapping[str, Any], *, by: Person) -> Article:
    """A new story, a draft of its author; ``content`` holds fields of ``revisions.EDITABLE``."""
    if not permissions.may_write(by):
        raise PermissionDenied
    article = Article(created_by_id=by.pk)
    with transaction.atomic():
        revisions.project(article, content)
        revisions.keep_working_copy(article, content, by=by)
    return article


@transaction.atomic
def save_draft(article: Article, content: Mapping[str, Any], *, by: Person) -> Article:
    """Keep what was typed in the working copy; readers of a published story see none of it."""
    article = _locked(article)
    if not permissions.may_edit(by, article):
        raise PermissionDenied
    if not revisions.would_change(article, content):
        return article
    copy = revisions.keep_working_copy(article, content, by=by)
    if article.state not in {State.PUBLISHED, State.WITHDRAWN}:
        # Nobody outside sees the row: it follows, so that the desk's lists show today's headline.
        revisions.project(article, copy.content)
    return article


def submit(article: Article, *, by: Person) -> Article:
    """Hand a draft to the desk."""
    return _pass(
        article, State.SUBMITTED, by, permissions.may_submit, events.article_submitted,
        needs=("headline", "body"),
    )  # fmt: skip


def take_up(article: Article, *, by: Person) -> Article:
    """Begin to check a submitted story."""
    return _pass(article, State.IN_REVIEW, by, permissions.may_review)


def call_ready(article: Article, *, by: Person) -> Article:
    """Say that nothing is left to do but to publish."""
    return _pass(article, State.READY, by, permissions.may_review, needs=("headline", "body"))


def send_back(article: Article, *, by: Person) -> Article:
    """Return a story to its reporter."""
    return _pass(article, State.DRAFT, by, permissions.may_review, events.article_sent_back)


@transaction.atomic
def publish(
    article: Article, *, by: Person, at: datetime | None = None, tell_readers: bool = False
) -> Article:
    """Put the working copy before the public, now or at ``at``; a live story keeps its date.

    Without ``at`` an hour to come that the working copy names counts. With ``tell_readers`` a
    story that was public before shows that it was updated.
    """
    article = _locked(article)
    if not permissions.may_publish(by, article):
        raise PermissionDenied
    copy = revisions.keep_working_copy(article, {}, by=by)
    now = timezone.now()
    moment = _whole_second(at or _planned(copy, now) or article.published_at or now)
    was_public = _was_public(article, now)
    _refuse(
        *_lacking(copy),
        *(["publish_at"] if was_public and moment > now else []),
        *(["withdraw_at"] if _is_over(article, max(moment, now)) else []),
    )
    workflow.move(article, State.PUBLISHED)
    article.published_at = moment
    article.first_published_at = article.first_published_at if was_public else moment
    if tell_readers and was_public:
        article.updated_at = _whole_second(now)
    article.live_revision = _keep(copy)
    revisions.project(article, copy.content)
    _keep_findable(article)
    _announce(events.article_published, article)
    return article


@transaction.atomic
def correct(
    article: Article,
    correction: Mapping[str, Any],
    *,
    by: Person,
    choices: Mapping[str, Choice] | None = None,
    tell_readers: bool = False,
) -> Article:
    """Change fields of the live text at once, past a rewrite that waits in the working copy.

    ``correction`` holds fields as they shall be, of what readers see now. It is merged into the
    rewrite too, whose publication undoes none of it. Where both changed the same words, Collides
    carries the conflicts and nothing has happened; ``choices`` then decide what stays in the
    rewrite, by ``Conflict.key``: of its sides the correction is mine and the rewrite theirs.
    """
    article = _locked(article)
    if not permissions.may_correct(by, article):
        raise PermissionDenied
    if article.state != State.PUBLISHED:
        raise workflow.WrongState(article.state, State.PUBLISHED)
    live = revisions.content_of(article)
    corrected = revisions.corrected(live, correction)
    if corrected == live:
        return article
    _refuse(*_lacking(Revision(content=corrected)))
    _merge_into_rewrite(article, live, corrected, choices or {})
    if article.live_revision_id is None:  # an imported story: its first words stand nowhere else
        revisions.keep_correction(article, live, by=None)
    article.live_revision = revisions.keep_correction(article, corrected, by=by)
    now = timezone.now()
    if tell_readers and _was_public(article, now):
        article.updated_at = _whole_second(now)
    revisions.project(article, corrected)
    _keep_findable(article)
    _announce(events.article_published, article)
    return article


def _merge_into_rewrite(
    article: Article,
    live: revisions.Content,
    corrected: revisions.Content,
    choices: Mapping[str, Choice],
) -> None:
    rewrite = revisions.waiting_copy(article)
    if rewrite is None:
        return
    merged = merge(live, corrected, rewrite.content)
    try:
        # Choices made before a collision went away answer nothing any more.
        content = resolve(merged, choices if merged.conflicts else {})
    except Undecided as refusal:
        raise Collides(*merged.conflicts) from refusal
    revisions.keep_working_copy(article, content, by=rewrite.by)


@transaction.atomic
def withdraw(article: Article, *, by: Person) -> Article:
    """Take a story from the public; its address stays and says that it was withdrawn.

    One whose hour has not come was never public: it is ready again, without a time.
    """
    article = _locked(article)
    if not permissions.may_withdraw(by, article):
        raise PermissionDenied
    workflow.move(article, State.WITHDRAWN)
    if not _was_public(article, timezone.now()):
        article.state = State.READY
        article.published_at = article.first_published_at = article.withdraw_at = None
    article.save()
    _keep_findable(article)
    _announce(events.article_withdrawn, article)
    return article


@transaction.atomic
def withdraw_on(article: Article, moment: datetime | None, *, by: Person) -> Article:
    """Set the hour after which the public may read it no more; None: it stays."""
    article = _locked(article)
    now = timezone.now()
    allowed = permissions.may_set_time(by, article)
    if article.state == State.PUBLISHED and _was_public(article, now):
        # An hour is a withdrawal too: who may not withdraw cannot do it by the clock.
        allowed = permissions.may_withdraw(by, article)
    if not allowed:
        raise PermissionDenied
    if moment is not None and moment <= max(article.published_at or now, now):
        raise NotReady("withdraw_at")
    article.withdraw_at = moment
    article.save(update_fields=["withdraw_at"])
    return article


def missing(article: Article) -> list[str]:
    """Codes of what the working copy lacks for publication; empty when it is ready."""
    return _lacking(revisions.working_copy(article))


def _lacking(copy: Revision) -> list[str]:
    content = copy.content
    lead, video = content["lead_picture"], content.get("video")
    needs = {
        "headline": bool(content["headline"].strip()),
        "body": bool(content["body"].strip()),
        "alt_text": lead is None or Picture.objects.filter(pk=lead).exclude(alt_text="").exists(),
        "picture": _all_there(picture_ids(content["body"])),
        "video": video is not None or content["label"] != Article.Label.VIDEO,
        "video_gone": video is None or Video.objects.filter(pk=video).exists(),
        "poster": video is None or lead is not None,
    }
    return [code for code, given in needs.items() if not given]


def _all_there(wanted: list[int]) -> bool:
    return not wanted or Picture.objects.filter(pk__in=wanted).count() == len(wanted)


@transaction.atomic
def _pass(
    article: Article,
    state: str,
    by: Person,
    allowed: Callable[[Person, Article], bool],
    announcement: Signal | None = None,
    *,
    needs: tuple[str, ...] = (),
) -> Article:
    """Move a story on inside the newsroom."""
    article = _locked(article)
    if not allowed(by, article):
        raise PermissionDenied
    _refuse(*(code for code in missing(article) if code in needs))
    workflow.move(article, state)
    article.save(update_fields=["state"])
    if announcement:
        _announce(announcement, article)
    return article


def _locked(article: Article) -> Article:
    return Article.objects.select_for_update().get(pk=article.pk)


def _refuse(*codes: str) -> None:
    if codes:
        raise NotReady(*codes)


def _was_public(article: Article, now: datetime) -> bool:
    return article.first_published_at is not None and article.first_published_at <= now


def _is_over(article: Article, moment: datetime) -> bool:
    return article.withdraw_at is not None and article.withdraw_at <= moment


def _planned(copy: Revision, now: datetime) -> datetime | None:
    """The hour to come that the working copy names."""
    named = parse_datetime(copy.content.get("publish_at") or "")
    return named if named and named > now else None


def _keep(copy: Revision) -> Revision:
    copy.role = Revision.Role.KEPT
    copy.save(update_fields=["role", "changed_at"])
    return copy


def _keep_findable(article: Article) -> None:
    """The search follows after commit, and then the lists of related stories, which read it.

    Should one fail, the story is published all the same.
    """
    transaction.on_commit(partial(search_index.index, [article.pk]), robust=True)
    transaction.on_commit(partial(related_lists.keep, article.pk), robust=True)


def _announce(announcement: Signal, article: Article) -> None:
    transaction.on_commit(partial(announcement.send, Article, article=article))


def _whole_second(moment: datetime) -> datetime:
    """Publication has no fractions: the database's clock may be a hair behind ours."""
    return moment.replace(microsecond=0)
