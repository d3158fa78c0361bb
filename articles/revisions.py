"""The states of a story's editable fields: its working copy, and those kept."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Max
from django.utils import timezone

from articles.body.sanitise import clean_body
from articles.models import Article, Author, Byline, Revision, Series

# Copied as they are.
_PLAIN = (
    "kicker", "headline", "short_headline", "slug", "standfirst", "body", "dateline",
    "source_line", "label", "series_place", "language", "comment_mode",
)  # fmt: skip
# Rows by primary key.
_ROWS = ("category", "lead_picture", "video", "series", "translation_of")
# Of the next publication and not of the text: the hour to come at which it shall happen (ISO 8601
# or None), and what readers shall be told of it (``articles.ledger``).
OF_THE_PUBLICATION: dict[str, Any] = {"publish_at": None, "told": "", "told_text": ""}
# What the panel edits: all above, tags by name, and authors by primary key in their order.
EDITABLE = (*_PLAIN, *_ROWS, "tags", "authors", *OF_THE_PUBLICATION)

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
    content |= OF_THE_PUBLICATION
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


def version_of(article: Article) -> int:
    """Which state of the story the panel shows: that of its working copy, or the newest one.

    It only ever grows: a working copy that begins after a publication goes on counting.
    """
    waiting = waiting_copy(article)
    if waiting is not None:
        return waiting.version
    states = article.revisions.exclude(role=Revision.Role.BRANCH)
    return int(states.aggregate(highest=Max("version"))["highest"] or 0)


def keep_working_copy(
    article: Article, content: Mapping[str, Any], *, by: Any, tab: str = ""
) -> Revision:
    """Store the working copy; its caller holds the article's row locked.

    Its version grows with every write that changes something; ``tab`` is where that was typed. What
    the last sitting left is kept as a revision of its own when somebody else goes on, or the same
    person later.
    """
    copy, before = working_copy(article), version_of(article)
    new = copy.content | dict(content)
    new["body"] = clean_body(new["body"])
    is_other = new != copy.content
    if copy.pk and is_other and _is_another_sitting(copy, by):
        end_sitting(article)
        copy = Revision(article=article, tab=copy.tab, tab_since=copy.tab_since)
    if (copy.pk is None or is_other) and (not tab or copy.tab != tab):
        copy.tab, copy.tab_since = tab, before
    copy.version = before + is_other
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


def begin_sitting(article: Article, *, by: Any) -> None:
    """Keep the working copy as it is; another that says the same is theirs. The row is locked.

    Where nobody has changed anything since the publication, nothing happens.
    """
    if ended := end_sitting(article):
        Revision.objects.create(
            article=article, number=_next_number(article), content=ended.content, by=by,
            version=ended.version,
        )  # fmt: skip


def _is_another_sitting(copy: Revision, by: Any) -> bool:
    is_late = timezone.now() - copy.changed_at > SITTING
    return is_late or copy.by_id != (by and by.pk)


def keep_imported(article: Article) -> None:
    """The words of a row that came without revisions stand nowhere else; the row is locked."""
    if not article.revisions.exists():
        Revision.objects.create(
            article=article, number=1, role=Revision.Role.KEPT, version=0,
            content=content_of(article), by=None,
        )  # fmt: skip


def keep_branch(
    article: Article,
    content: Mapping[str, Any],
    *,
    by: Any,
    tab: str,
    version: int,
    base: Content | None = None,
) -> tuple[Revision, bool]:
    """Keep words beside the working copy, in the branch of the tab, and whether that is new.

    ``base`` is what they were typed on, empty where nobody can say; of None ``grown_from`` comes
    near it. The row is locked.
    """
    role = Revision.Role.BRANCH
    branch = article.revisions.filter(role=role, by=by, tab=tab).first()
    under = branch.content if branch else base or working_copy(article).content
    whole = under | dict(content)
    whole["body"] = clean_body(whole["body"])
    is_new = branch is None
    if branch is None:
        branch = _beneath(article, role=role, content=whole, by=by, tab=tab)
    branch.content, branch.base = whole, branch.base if base is None else base
    branch.version = min(version, version_of(article))
    branch.save()
    return branch, is_new


def grown_from(branch: Revision) -> Revision | None:
    """The state that a branch was written on, or the last one before it that was kept."""
    # What has a base of its own was a branch, and was decided on.
    states = branch.article.revisions.exclude(role=Revision.Role.BRANCH).filter(base__isnull=True)
    return states.filter(version__lte=branch.version).order_by("-version", "-number").first()


def keep_beside(article: Article, content: Content, *, by: Any, name: str = "") -> Revision:
    """Keep a state beneath the working copy, which stays the newest; the row is locked."""
    # Beside a rewrite it is no state that the panel shows.
    version = 0 if waiting_copy(article) else version_of(article) + 1
    role = Revision.Role.KEPT
    return _beneath(article, role=role, content=content, by=by, name=name, version=version)


def _beneath(article: Article, **fields: Any) -> Revision:
    """A new revision, numbered before the working copy, which stays the newest."""
    number = _next_number(article)
    if waiting := waiting_copy(article):
        number = waiting.number
        waiting.number += 1
        waiting.save(update_fields=["number"])  # and not the time of its last change
    return Revision.objects.create(article=article, number=number, **fields)


def corrected(live: Content, correction: Mapping[str, Any]) -> Content:
    """The live content with some of its fields changed; those of a publication are none of them."""
    changed = {name: correction[name] for name in EDITABLE if name in correction}
    content: Content = with_its_own_publication(live | changed, of=live)
    content["body"] = clean_body(content["body"])
    return content


def with_its_own_publication(content: Mapping[str, Any], *, of: Mapping[str, Any]) -> Content:
    """The content with the hour and the words of publication that another one has."""
    own = {name: of.get(name, nothing) for name, nothing in OF_THE_PUBLICATION.items()}
    return {**content, **own}


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
    _leave_what_is_gone(article)
    article.save()
    article.tags.set(content.get("tags", []))
    _sign(article, content.get("authors", []))


def _leave_what_is_gone(article: Article) -> None:
    """A series or a story that was deleted since the copy named it is named no more."""
    for name, rows in (("series", Series.objects), ("translation_of", Article.objects)):
        key = getattr(article, f"{name}_id")
        if key is not None and not rows.filter(pk=key).exists():
            setattr(article, name, None)


def _sign(article: Article, author_ids: list[int]) -> None:
    known = set(Author.objects.filter(pk__in=author_ids).values_list("pk", flat=True))
    signing = [author for author in dict.fromkeys(author_ids) if author in known]
    article.bylines.all().delete()
    Byline.objects.bulk_create(
        Byline(article=article, author_id=author, position=place)
        for place, author in enumerate(signing)
    )
