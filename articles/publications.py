"""What readers saw, and when: for each story spans of time, each with its revision.

The hour may come without anybody doing anything: a span begins and ends in the future as well.
"""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Q, QuerySet

from articles import revisions
from articles.models import Article, Publication, Revision


class Standing(NamedTuple):
    """What readers get of a story before a verb changes it."""

    span: Publication | None  # running, or waiting for its hour
    was_seen: bool  # whether readers ever saw it


def seen_at(article: Article, moment: datetime) -> Revision | None:
    """The text of which readers got the page at that moment; None where they got none.

    The end of a span is the first moment without it. Of an imported story that nobody changed the
    row itself is the answer, as a revision that is not stored.
    """
    if span := span_at(article, moment):
        return span.revision
    start = _unwritten_start(article)
    if start is None or moment < start:
        return None
    if article.withdraw_at is not None and article.withdraw_at <= moment:
        return None
    return article.live_revision or Revision(
        article=article, number=0, content=revisions.content_of(article)
    )


def span_at(article: Article, moment: datetime) -> Publication | None:
    """The span of that moment, with its revision; None where none is written down."""
    spans = article.publications.filter(starts_at__lte=moment).select_related("revision")
    return spans.filter(_lasting(moment)).first()


def standing(article: Article, now: datetime) -> Standing:
    """What a verb asks before it changes what readers get; the story's row is locked.

    The text of an imported story stands nowhere but in the row: it is kept first.
    """
    if article.first_published_at is None:
        return Standing(None, was_seen=False)
    span = article.publications.filter(_lasting(now)).order_by("-starts_at").first()
    return Standing(span or _written_down(article), was_seen=True)


def follow(article: Article, before: Standing, now: datetime) -> None:
    """Let the spans say what readers get from ``now`` on, after a verb changed it."""
    span, wanted = before.span, _wanted(article, before, now)
    if span and wanted and _goes_on(span, wanted, now):
        if span.ends_at != wanted.ends_at:
            span.ends_at = wanted.ends_at
            span.save(update_fields=["ends_at"])
        return
    if span and span.starts_at >= now:
        span.delete()  # nobody has seen it
    elif span:
        span.ends_at = now
        span.save(update_fields=["ends_at"])
    if wanted:
        wanted.save()


def keep_overwritten(article: Article, content: revisions.Content, now: datetime) -> None:
    """Keep the text that a new import overwrites, and that readers saw it until ``now``.

    It is no revision of the desk's: the story stays the importer's.
    """
    start = _unwritten_start(article)
    if start is None or start >= now:
        return
    ended = min(now, article.withdraw_at or now)
    if ended > start:
        kept = revisions.keep_beside(article, content, by=None)
        Publication.objects.create(article=article, revision=kept, starts_at=start, ends_at=ended)


def _lasting(moment: datetime) -> Q:
    return Q(ends_at=None) | Q(ends_at__gt=moment)


def _wanted(article: Article, before: Standing, now: datetime) -> Publication | None:
    """The span that the row asks for from now on; not stored."""
    if article.state != Article.State.PUBLISHED or article.published_at is None:
        return None
    # The first begins with the second that the page names; the next follow to the microsecond.
    is_first = not before.was_seen and article.published_at == now.replace(microsecond=0)
    start = article.published_at if is_first else max(article.published_at, now)
    end = article.withdraw_at
    if article.live_revision_id is None or (end is not None and end <= start):
        return None
    return Publication(
        article=article, revision_id=article.live_revision_id, starts_at=start, ends_at=end
    )


def _goes_on(span: Publication, wanted: Publication, now: datetime) -> bool:
    """Whether readers go on to get what they got."""
    return span.revision_id == wanted.revision_id and span.starts_at <= now == wanted.starts_at


def _written_down(article: Article) -> Publication | None:
    """The running span of a story that has none yet: imported, or older than the spans."""
    start = _unwritten_start(article)
    if start is None:
        return None
    if (kept := article.live_revision) is None:
        kept = article.live_revision = revisions.keep_beside(
            article, revisions.content_of(article), by=None
        )
        article.save(update_fields=["live_revision"])
    if article.withdraw_at is not None and article.withdraw_at <= start:
        return None
    return Publication.objects.create(
        article=article, revision=kept,
        starts_at=start, ends_at=article.withdraw_at,
    )  # fmt: skip


def _unwritten_start(article: Article) -> datetime | None:
    """Since when readers get a text that no span names; None where the spans say all.

    Here, not at the source: an import of 2026 was not ours in 2019, whatever date it bears.
    """
    if article.state != Article.State.PUBLISHED or article.published_at is None:
        return None
    spans: QuerySet[Publication] = article.publications.all()
    last = spans.first()
    if last is None:
        kept = article.live_revision.changed_at if article.live_revision else article.created_at
        return max(article.published_at, kept)
    # A span follows each change of the desk's; after those that imports left comes the row.
    return None if article.live_revision_id or last.ends_at is None else last.ends_at
