"""What the screen says of a story's saving and of who has it: whole sentences, made here."""

import json
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import house_style, leases
from articles.arabic.bidi import isolate
from articles.models import EditLease
from articles.permissions import Person
from articles.publishing import Stale

# A number of each plural category of CLDR, of Arabic and of English.
_CATEGORIES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}


def by_minutes() -> str:
    """How long the connection is away, by CLDR's plural category; the script puts the number in."""
    said = {
        category: ngettext(
            "Offline for %(n)s minute: your text is kept on this device",
            "Offline for %(n)s minutes: your text is kept on this device",
            number,
        )
        % {"n": "%n"}
        for category, number in _CATEGORIES.items()
    }
    return json.dumps(said, ensure_ascii=False)


def by_seconds() -> str:
    """When the next attempt comes, by CLDR's plural category."""
    said = {
        category: ngettext(
            "Could not save; trying again in %(n)s second",
            "Could not save; trying again in %(n)s seconds",
            number,
        )
        % {"n": "%n"}
        for category, number in _CATEGORIES.items()
    }
    return json.dumps(said, ensure_ascii=False)


def of_lease(lease: EditLease, by: Person) -> dict[str, str]:
    """Who has the story, since when, and how long ago they typed; empty where nobody has it."""
    if not leases.is_held(lease):
        return {"title": "", "text": ""}
    words = {"name": _name(lease.holder), "clock": house_style.clock(lease.taken_at or _now())}
    if lease.holder_id == by.pk:
        title = _("You have this story open in another window.")
        text = _("Since %(clock)s. Take the editing into this one, and that one saves no more.")
    else:
        title = _("%(name)s is editing this story.")
        text = _("Since %(clock)s. You read what is saved and change nothing.")
    said = {"title": title % words, "text": text % words}
    if lease.last_typed_at:
        said["text"] += " " + _last_key(lease.last_typed_at)
    return said


def of_loss(lease: EditLease, by: Person) -> dict[str, str]:
    """To the tab that lost the story: into whose hands."""
    if lease.holder_id == by.pk:
        return {"title": _("You went on editing in another window.")}
    if lease.holder_id is None:
        return {"title": _("The editing of this story has changed hands.")}
    return {"title": _("%(name)s took over the editing.") % {"name": _name(lease.holder)}}


def of_stale(refusal: Stale) -> dict[str, str]:
    """To the tab whose words were written on an older state."""
    if refusal.copy.by is None:
        return {"title": _("This story was saved from elsewhere while you wrote.")}
    name = _name(refusal.copy.by)
    return {"title": _("%(name)s saved this story while you wrote.") % {"name": name}}


def of_asking(lease: EditLease) -> str:
    """To the holder: who would like to have the story."""
    if lease.asked_by_id is None:
        return ""
    return _("%(name)s asks for the editing.") % {"name": _name(lease.asked_by)}


def branch_of(person: Any) -> str:
    """What a branch is called: by whose words it holds."""
    name = _name(person) if person else _("somebody who has left")
    return _("the branch of %(name)s") % {"name": name}


def _name(person: Any) -> str:
    return isolate(str(person))


def _now() -> datetime:
    return timezone.now()


def _last_key(typed: datetime) -> str:
    seconds = max(int((_now() - typed).total_seconds()), 1)
    if seconds < 60:
        said = ngettext(
            "The last key was pressed %(n)s second ago.",
            "The last key was pressed %(n)s seconds ago.",
            seconds,
        )
        return house_style.printed(said % {"n": seconds})
    minutes = seconds // 60
    said = ngettext(
        "The last key was pressed %(n)s minute ago.",
        "The last key was pressed %(n)s minutes ago.",
        minutes,
    )
    return house_style.printed(said % {"n": minutes})
