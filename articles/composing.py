"""The verbs of a front page: put stories in its places, and launch what was composed.

A draft is worked on by whoever is at it and seen by nobody else; what is launched stays as history
and can be launched again. Each verb: permission, lock, change; what readers get is audited.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import audit, events, fronts, permissions
from articles.fronts import Choice, Strip, StripKind
from articles.models import Article, Category, FrontEdition, Picture
from articles.permissions import Person

LONGEST_WORDS: Final = 160
LONGEST_HEADLINE: Final = Article._meta.get_field("headline").max_length or 0

type Places = list[Choice | None]


class NotComposed(Exception):
    """Something cannot stand where somebody wants it; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class LaunchedMeanwhile(Exception):
    """Somebody launched since the draft was begun; ``edition`` is what readers get now."""

    def __init__(self, edition: FrontEdition) -> None:
        super().__init__(str(edition.launched_at))
        self.edition = edition


def draft_of(section: Category | None) -> FrontEdition:
    """What is being composed: the stored draft, or an unsaved one that equals what readers get."""
    draft = FrontEdition.objects.filter(section=section, launched_at=None).first()
    return draft or _copy(section, fronts.launched(section))


def places_of(edition: FrontEdition) -> Places:
    """Its choices by place, as many as its front has."""
    read = [Choice.read(stored) for stored in edition.places]
    number = fronts.number_of_places(edition.section)
    return [*read, *[None] * number][:number]


def put(section: Category | None, place: int, story: Article, *, by: Person) -> FrontEdition:
    """Put a story in a place; one that stands in another changes places with what stood here."""

    def change(places: Places) -> Places:
        _known(places, place)
        former = next((n for n, c in enumerate(places) if c and c.story == story.pk), None)
        if former is None:
            places[place] = Choice(story.pk)
        else:
            places[former], places[place] = places[place], places[former]
        return places

    return _changed(section, change, by)


def clear(section: Category | None, place: int, *, by: Person) -> FrontEdition:
    """Leave a place to the newest."""

    def change(places: Places) -> Places:
        _known(places, place)
        places[place] = None
        return places

    return _changed(section, change, by)


def set_card(
    section: Category | None,
    place: int,
    *,
    until: datetime | None,
    headline: str,
    picture: Picture | None,
    by: Person,
) -> FrontEdition:
    """Say until when a story stands in its place, and what its card says and shows instead."""

    def change(places: Places) -> Places:
        _known(places, place)
        choice = places[place]
        if choice is None:
            raise NotComposed("automatic")
        words = " ".join(headline.split())
        if len(words) > LONGEST_HEADLINE:
            raise NotComposed("long")
        if until is not None and until <= timezone.now() and until != choice.until:
            raise NotComposed("past")
        key = picture.pk if picture else None
        places[place] = replace(choice, until=until, headline=words, picture=key)
        return places

    return _changed(section, change, by)


@transaction.atomic
def set_strip(strip: Strip, *, by: Person) -> FrontEdition:
    """Say what the strip of the front page shows, and until when."""
    words = " ".join(strip.words.split())
    if strip.kind == StripKind.WORDS and not words:
        raise NotComposed("words")
    if len(words) > LONGEST_WORDS:
        raise NotComposed("long")
    if strip.kind == StripKind.STORY and not Article.objects.filter(pk=strip.story or 0).exists():
        raise NotComposed("story")
    now = timezone.now()
    if strip.until is not None and strip.until <= now:
        raise NotComposed("past")
    draft = _locked_draft(None, by)
    draft.strip = replace(strip, words=words, since=now.replace(microsecond=0)).stored()
    draft.save()
    return draft


@transaction.atomic
def launch(section: Category | None, *, by: Person, over: int | None = None) -> FrontEdition:
    """Give readers the draft. LaunchedMeanwhile where somebody else did since it was begun.

    ``over`` is the key of what they launched, as this person has seen it: it is then replaced.
    """
    draft = _locked_draft(section, by)
    current = fronts.launched(section)
    if current and current.pk not in {draft.based_on_id, over}:
        raise LaunchedMeanwhile(current)
    return _launched(draft, current, by)


@transaction.atomic
def discard(section: Category | None, *, by: Person) -> None:
    """Throw the draft away; what readers get stays."""
    _asked(by)
    FrontEdition.objects.filter(section=section, launched_at=None).delete()


@transaction.atomic
def restore(edition: FrontEdition, *, by: Person) -> FrontEdition:
    """Give readers again what they had; a draft that is being worked on stays one."""
    _asked(by)
    if edition.launched_at is None:
        raise NotComposed("draft")
    current = fronts.launched(edition.section)
    again = _copy(edition.section, edition)
    again.based_on = current
    FrontEdition.objects.filter(section=edition.section, launched_at=None).update(based_on=None)
    return _launched(again, current, by)


@transaction.atomic
def put_on_top(story: Article, *, by: Person, section: Category | None = None) -> FrontEdition:
    """Let a story open the front now, and nothing else of a draft go out with it.

    What opened it by choice moves down to the next place that was not chosen; a draft gets the
    same change.
    """
    _asked(by)
    if not Article.objects.live().filter(pk=story.pk).exists():
        raise NotComposed("not_live")
    current = fronts.launched(section)
    now_shown = _copy(section, current)
    now_shown.places = _stored(_with_on_top(places_of(now_shown), story))
    new = _launched(now_shown, current, by)
    draft = (
        FrontEdition.objects.select_for_update().filter(section=section, launched_at=None).first()
    )
    if draft:
        draft.places = _stored(_with_on_top(places_of(draft), story))
        if draft.based_on_id == (current.pk if current else None):
            draft.based_on = new
        draft.save()
    return new


def changes_of(draft: FrontEdition, current: FrontEdition | None) -> int:
    """In how many places, the strip among them, a draft differs from what readers get."""
    before = places_of(current) if current else []
    before = [*before, *[None] * len(places_of(draft))][: len(places_of(draft))]
    differ = sum(a != b for a, b in zip(before, places_of(draft), strict=True))
    strips = [Strip.read(edition.strip if edition else {}) for edition in (current, draft)]
    return differ + (strips[0] != strips[1])


def _with_on_top(places: Places, story: Article) -> Places:
    """The story first, those that were chosen one after another behind it."""
    free = next(
        (n for n, c in enumerate(places) if c is None or c.story == story.pk), len(places) - 1
    )
    places[1 : free + 1] = places[:free]
    places[0] = Choice(story.pk)
    return places


def _changed(
    section: Category | None, change: Callable[[Places], Places], by: Person
) -> FrontEdition:
    with transaction.atomic():
        draft = _locked_draft(section, by)
        draft.places = _stored(change(places_of(draft)))
        draft.save()
    return draft


def _locked_draft(section: Category | None, by: Person) -> FrontEdition:
    """The draft with its row locked until the transaction ends; begun if there is none."""
    _asked(by)
    drafts = FrontEdition.objects.select_for_update().filter(section=section, launched_at=None)
    draft = drafts.first()
    if draft is None:
        try:
            with transaction.atomic():
                _copy(section, fronts.launched(section)).save()
        except IntegrityError:  # a colleague began it in this very moment: theirs is ours
            pass
        draft = drafts.get()
    draft.changed_by_id = by.pk
    return draft


def _copy(section: Category | None, edition: FrontEdition | None) -> FrontEdition:
    """A new draft that says the same, or nothing."""
    content = edition.content if edition else {"places": [], "strip": {}}
    return FrontEdition(section=section, based_on=edition, **content)


def _launched(edition: FrontEdition, current: FrontEdition | None, by: Person) -> FrontEdition:
    edition.launched_at, edition.changed_by_id = timezone.now(), by.pk
    edition.save()
    before: Any = current.content if current else None
    audit.record("launch", edition, by=by, changes={"content": (before, edition.content)})
    transaction.on_commit(lambda: events.front_launched.send(FrontEdition, edition=edition))
    return edition


def _asked(by: Person) -> None:
    if not permissions.may_compose(by):
        raise PermissionDenied


def _known(places: Places, place: int) -> None:
    if not 0 <= place < len(places):
        raise NotComposed("place")


def _stored(places: Places) -> list[dict[str, Any] | None]:
    return [choice.stored() if choice else None for choice in places]
