"""The states of a story's editable fields: its working copy, and those kept."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

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
    """Store the working copy; its caller holds the article's row locked."""
    copy = working_copy(article)
    copy.content = copy.content | dict(content)
    copy.content["body"] = clean_body(copy.content["body"])
    copy.by = by
    if copy.number is None:
        copy.number = _next_number(article)
    copy.save()
    return copy


def keep_correction(article: Article, content: Content, *, by: Any) -> Revision:
    """Keep what readers get past the working copy, which stays the newest; the row is locked."""
    waiting = waiting_copy(article)
    number = waiting.number if waiting else _next_number(article)
    if waiting:
        waiting.number += 1
        waiting.save(update_fields=["number", "changed_at"])
    return Revision.objects.create(
        article=article, number=number, role=Revision.Role.KEPT, content=content, by=by
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
