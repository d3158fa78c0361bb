"""What editors decide about the stories under one: pin, ban, and take either back.

The working copy is not asked: readers of a published story see the choice at once.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max, QuerySet

from articles import audit, permissions
from articles.models import Article, RelatedStory
from articles.permissions import Person
from articles.related.likeness import LEAST

# As many as a list keeps of its own: a page shows five, and of ten five may be withdrawn.
MOST_PINNED = 10


class NotChosen(Exception):
    """A choice that makes no sense; ``code`` is one of itself, twice, many, banned."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@transaction.atomic
def pin(article: Article, other: Article, *, by: Person) -> None:
    """Show a story first, behind those pinned before; one that is not live is kept for its hour."""
    _begin(article, other, by)
    if other.pk == article.pk:
        raise NotChosen("itself")
    pinned = _pinned(article)
    if pinned.filter(other=other.pk).exists():
        raise NotChosen("twice")
    if pinned.count() >= MOST_PINNED:
        raise NotChosen("many")
    last = pinned.aggregate(last=Max("pinned_place"))["last"] or 0
    _choose(article, other, pinned_place=last + 1, is_banned=False)
    audit.record("pin", article, by=by, changes={"related": (None, other.pk)})


@transaction.atomic
def lift(article: Article, other: Article, *, by: Person) -> None:
    """Move a pinned story one place up; the first stays where it is."""
    _begin(article, other, by)
    order = list(_pinned(article).order_by("pinned_place", "pk"))
    place = next((at for at, row in enumerate(order) if row.other_id == other.pk), 0)
    if place:
        order[place - 1], order[place] = order[place], order[place - 1]
    for number, row in enumerate(order, start=1):
        row.pinned_place = number
    RelatedStory.objects.bulk_update(order, ["pinned_place"])
    if place:
        audit.record("lift", article, by=by, changes={"related": (None, other.pk)})


@transaction.atomic
def ban(article: Article, other: Article, *, by: Person) -> None:
    """Never show a story under this one, however alike they are; a pin is taken back by it."""
    _begin(article, other, by)
    if other.pk == article.pk:
        raise NotChosen("itself")
    if RelatedStory.objects.filter(article=article, other=other, is_banned=True).exists():
        raise NotChosen("banned")
    _choose(article, other, pinned_place=None, is_banned=True)
    audit.record("ban", article, by=by, changes={"related": (None, other.pk)})


@transaction.atomic
def take_back(article: Article, other: Article, *, by: Person) -> None:
    """Neither pinned nor banned any more: it stays on the list if it is like the story."""
    _begin(article, other, by)
    row = RelatedStory.objects.filter(article=article, other=other)
    row.filter(score__lt=LEAST).delete()
    row.update(pinned_place=None, is_banned=False)
    audit.record("take_back", article, by=by, changes={"related": (other.pk, None)})


def _begin(article: Article, other: Article, by: Person) -> None:
    """One choice at a time; nobody chooses, or learns of, a story that they may not see."""
    article = Article.objects.select_for_update().get(pk=article.pk)
    if not permissions.may_edit(by, article) or not may_choose(by, other):
        raise PermissionDenied


def may_choose(user: Person, other: Article) -> bool:
    """Whether somebody may know that there is this story: live, or theirs to see."""
    return permissions.may_see(user, other) or Article.objects.live().filter(pk=other.pk).exists()


def _pinned(article: Article) -> QuerySet[RelatedStory]:
    return RelatedStory.objects.filter(article=article, pinned_place__isnull=False)


def _choose(article: Article, other: Article, **choice: int | bool | None) -> None:
    RelatedStory.objects.update_or_create(
        article=article, other=other, defaults=choice, create_defaults={"score": 0, **choice}
    )
