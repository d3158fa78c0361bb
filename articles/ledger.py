"""The ledger of corrections: what readers were told of changes, tied to revision and field.

Whether a change is told is decided with the text, and stands in its copy until that is published:
``told`` holds a kind and ``told_text`` its words. A small mend is told nobody and moves no date.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from articles import house_style
from articles.models import Article, Correction, Revision
from articles.permissions import Person
from articles.revisions import EDITABLE, OF_THE_PUBLICATION

Kind = Correction.Kind
LONGEST: Final = Correction._meta.get_field("text").max_length or 0
# What a publication may tell; a retraction comes of a withdrawal.
OF_A_CHANGE: Final = (Kind.UPDATE, Kind.CORRECTION, Kind.CLARIFICATION)


class Told(NamedTuple):
    """What readers shall be told of a change; of nothing the kind is empty."""

    kind: str = ""
    text: str = ""

    @property
    def lacks_words(self) -> bool:
        """An update may speak by its hour alone; an error is named, or it is none."""
        return bool(self.kind) and self.kind != Kind.UPDATE and not self.text

    def in_content(self) -> dict[str, str]:
        """As a copy holds it."""
        return {"told": self.kind, "told_text": self.text}

    def in_trail(self) -> dict[str, tuple[None, str]]:
        """As an entry of the audit trail has it."""
        return {"told": (None, self.text or str(self.kind))} if self.kind else {}


def told_of(content: Mapping[str, Any]) -> Told:
    """What a copy says that readers shall be told."""
    kind = content.get("told") or ""
    if kind not in OF_A_CHANGE:
        return Told()
    return Told(kind, " ".join((content.get("told_text") or "").split())[:LONGEST])


def enter(
    article: Article,
    told: Told,
    *,
    at: datetime,
    by: Person | None,
    fields: Collection[str] = (),
    revision: Revision | None = None,
) -> Correction | None:
    """Write it down, if it has words; the caller holds the story's row locked."""
    if not (told.kind and told.text):
        return None
    changed = [name for name in EDITABLE if name in fields and name not in OF_THE_PUBLICATION]
    return Correction.objects.create(
        article=article, kind=told.kind, text=told.text, fields=changed, revision=revision,
        at=at, by_id=by.pk if by else None,
    )  # fmt: skip


def shown_on(article: Article) -> list[Correction]:
    """What the story's page tells, the oldest first; no query where its date never moved."""
    if article.updated_at is None:
        return []
    return list(article.corrections.exclude(kind=Kind.RETRACTION))


def why_withdrawn(article: Article) -> Correction | None:
    """The last word on a story that readers get no more."""
    return article.corrections.filter(kind=Kind.RETRACTION).last()


def schema_org(corrections: Collection[Correction]) -> list[dict[str, Any]]:
    """The entries as CorrectionComment, for the story's data."""
    return [
        {
            "@type": "CorrectionComment",
            "text": entry.text,
            "dateCreated": house_style.iso(entry.at),
        }
        for entry in corrections
    ]
