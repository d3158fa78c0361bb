"""The states of a story's editable fields: its working copy, and those kept."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Max
from django.utils import timezone

from articles.body.sanitise import clean_body
from articles.models import Article, Author, Byline, Revision

# Copied as they are.
_PLAIN = (
    "kicker", "headline", "short_headline", "slug", "standfirst", "body", "dateline",
    "source_line", "label", "comment_mode",
)  # fmt: skip
# Rows by primary key.
_ROWS = ("category", "lead_picture", "video")
# What the panel edits: the two above, tags by name and authors by primary key, in their order, and
# the hour to come at which the next publication shall happen (ISO 8601 or None).
EDITABLE = (*_PLAIN, *_ROWS, "tags", "authors", "publish_at")

# One entry of the history for each sitting of one person: who saves again within this time goes on
# with theirs. Ghost keeps one state in 10 minutes; Wagtail's signs of presence fade at 10, 25 and
# 60 (both read in their code): a coffee is no new sitting, a shift is.
SITTING = timedelta(minutes=25)

type Content = dict[str, Any]


def content_of(article: Article) -> Content:
    """The editable fields of the row, as a revision keeps them."""
    content: Content = {name: getattr(article, name) for name in _PLAIN}
    content |= {name: getattr(article, f"{name}_id") for name in _ROWS}
    stored = article.pk is not None
    content["publish_at"] = None
    content["tags"] = list(article.tags.names()) if stored else []
    content["authors"] = list(article.bylines.values_list("author_id", flat=True)) if stored else []
    return content


def working_copy(article: Article) -> Revision:
    """What the panel edits: the stored working copy, or an unsaved one that equals the row."""
    return waiting_copy(article) or Revision(article=article, content=content_of(article))


def waiting_copy(article: Article) -> Revision | None:
    """The stored working copy; None where nobody has changed anything since the publication."""
    return article.revisions.filter(role=Revision.Role.WORKING).first()


def changes(article: Article, content: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Where the content differs from what the working copy holds: {field: (before, after)}."""
    current = working_copy(article).content
    return {
        name: (current.get(name), value)
        for name, value in content.items()
        if current.get(name) != value
    }


def keep_working_copy(article: Article, content: Mapping[str, Any], *, by: Any) -> Revision:
    """Store the working copy; its caller holds the article's row locked.

    What the last sitting left is kept as a revision of its own when somebody else goes on, or the
    same person later.
    """
    copy = working_copy(article)
    new = copy.content | dict(content)
    new["body"] = clean_body(new["body"])
    if copy.pk and new != copy.content and _is_another_sitting(copy, by):
        end_sitting(article)
        copy = Revision(article=article)
    copy.content = new
    copy.by = by
    if copy.number is None:
        copy.number = _next_number(article)
    copy.save()
    return copy


def end_sitting(article: Article) -> Revision | None:
    """Keep the stored working copy as it is, and leave the story without one; the row is locked."""
    copy = waiting_copy(article)
    if copy:
        copy.role = Revision.Role.KEPT
        copy.save(update_fields=["role"])  # when its words were last changed stays
    return copy


def _is_another_sitting(copy: Revision, by: Any) -> bool:
    is_late = timezone.now() - copy.changed_at > SITTING
    return is_late or copy.by_id != (by and by.pk)


def keep_beside(article: Article, content: Content, *, by: Any, name: str = "") -> Revision:
    """Keep a state beneath the working copy, which stays the newest; the row is locked."""
    waiting = waiting_copy(article)
    number = waiting.number if waiting else _next_number(article)
    if waiting:
        waiting.number += 1
        waiting.save(update_fields=["number", "changed_at"])
    return Revision.objects.create(
        article=article, number=number, role=Revision.Role.KEPT, content=content, by=by, name=name
    )


def corrected(live: Content, correction: Mapping[str, Any]) -> Content:
    """The live content with some of its fields changed; the hour of publication is none of them."""
    changed = {name: correction[name] for name in EDITABLE if name in correction}
    content: Content = live | changed | {"publish_at": live["publish_at"]}
    content["body"] = clean_body(content["body"])
    return content


def _next_number(article: Article) -> int:
    highest = article.revisions.aggregate(highest=Max("number"))["highest"]
    return int(highest or 0) + 1


def row_changes(article: Article, content: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What the row will have otherwise once the content is its own; tags and authors not asked."""
    row = {name: getattr(article, name) for name in _PLAIN}
    row |= {name: getattr(article, f"{name}_id") for name in _ROWS}
    return {
        name: (value, content[name])
        for name, value in row.items()
        if name in content and content[name] != value and (content[name] or name != "slug")
    }


def show_on(article: Article, content: Mapping[str, Any]) -> None:
    """Lay the content over the article in memory, without its tags and authors."""
    for name in _PLAIN:
        setattr(article, name, content.get(name, getattr(article, name)))
    for name in _ROWS:
        setattr(article, f"{name}_id", content.get(name, getattr(article, f"{name}_id")))


def project(article: Article, content: Mapping[str, Any]) -> None:
    """Make the content the article's own row, tags and bylines included."""
    show_on(article, content)
    article.save()
    article.tags.set(content.get("tags", []))
    _sign(article, content.get("authors", []))


def _sign(article: Article, author_ids: list[int]) -> None:
    known = set(Author.objects.filter(pk__in=author_ids).values_list("pk", flat=True))
    signing = [author for author in dict.fromkeys(author_ids) if author in known]
    article.bylines.all().delete()
    Byline.objects.bulk_create(
        Byline(article=article, author_id=author, position=place)
        for place, author in enumerate(signing)
    )
