"""The audit trail for a person: acts and fields by their names, changes with their words marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from articles import house_style
from articles.body.parts import words_of
from articles.comparing.contents import BodyChange, compare
from articles.comparing.lines import Fate, LineChange
from articles.comparing.words import Run, runs
from articles.models import AuditEntry, Revision

_ = gettext_lazy

# Every act that anything records; tests hold it complete.
ACTS: Final[dict[str, Promise]] = {
    "start": _("story begun"),
    "save": _("working copy saved"),
    "keep_branch": _("words kept as a branch"),
    "merge_branch": _("branch merged into the working copy"),
    "submit": _("sent to the desk"),
    "take_up": _("taken into review"),
    "call_ready": _("called ready"),
    "send_back": _("sent back"),
    "publish": _("publication"),
    "correct": _("corrected"),
    "withdraw": _("withdrawal"),
    "withdraw_on": _("hour of withdrawal set"),
    "claim": _("claimed"),
    "let_go": _("let go"),
    "set_due": _("wanted by an hour"),
    "set_embargo": _("embargo set or lifted"),
    "hold": _("held for the lawyers"),
    "lift_hold": _("legal hold lifted"),
    "schedule": _("changes scheduled"),
    "unschedule": _("changes taken off the schedule"),
    "let_out": _("scheduled changes published"),
    "move": _("moved to another hour"),
    "invite": _("invited"),
    "uninvite": _("invitation ended"),
    "accept": _("invitation taken up"),
    "give_role": _("role changed"),
    "put_to_rest": _("account put to rest"),
    "wake": _("account woken"),
    "end_sessions": _("logged out elsewhere"),
    "reset_password": _("password set anew by mail"),
    "cover_live": _("live coverage begun"),
    "end_live": _("live coverage ended"),
    "add_entry": _("live entry added"),
    "reword_entry": _("live entry put right"),
    "mark_entry": _("live entry marked"),
    "take_back_entry": _("live entry taken back"),
    "launch": _("front page launched"),
    "export": _("list of stories exported"),
    "leave": _("hour of withdrawal come"),
    "share": _("draft shared"),
    "revoke": _("share link revoked"),
    "guest_answer": _("answer of a guest"),
    "note": _("note written"),
    "answer_note": _("note answered"),
    "settle_note": _("note settled"),
    "reopen_note": _("note taken up again"),
    "pin": _("related story pinned"),
    "lift": _("related story lifted"),
    "ban": _("related story banned"),
    "take_back": _("choice of a related story taken back"),
    "approve": _("comment approved"),
    "reject": _("comment rejected"),
    "mark_spam": _("comment called spam"),
    "trash": _("comment binned"),
    "restore": _("comment restored"),
    "add": _("added"),
    "change": _("changed"),
    "delete": _("deleted"),
    "log_in": _("logged in"),
    "log_in_failed": _("log-in refused"),
    "log_out": _("logged out"),
    "choose_language": _("language of the panel chosen"),
    "refused_act": _("act refused: no right to it"),
    "load_articles": _("articles loaded"),
    "start_newsroom": _("newsroom started"),
}
# Fields of an entry that are no column of the thing.
_FIELDS: Final[dict[str, Promise]] = {
    "revision": _("published revision"),
    "publish_at": _("publish at"),
    "told": _("what readers are told of the change"),
    "related": _("related story"),
    "address": _("network address"),
    "branch": _("branch"),
    "note": _("note"),
    "sent_to": _("address in the panel"),
    "left_out": _("refused since the last entry, not listed one by one"),
    "added": _("added"),
    "changed": _("changed"),
    "upload": _("file"),
    "variants": _("other spellings"),
    "guest": _("guest"),
    "expires_at": _("valid until"),
    "answer": _("answer"),
    "scheduled_for": _("hour of the changes"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A field of an entry: told in runs of words, in lines of a body, or as before and after."""

    called: str
    before: str = ""
    after: str = ""
    runs: tuple[Run, ...] = ()
    lines: tuple[LineChange, ...] = ()
    is_unseen: bool = False


def act_called(verb: str) -> str:
    """What the desk calls an act; one of a release to come by its code."""
    return str(ACTS.get(verb, verb))


def kind_called(kind: str) -> str:
    """What the desk calls a kind of thing."""
    model = _model(kind)
    return str(model._meta.verbose_name) if model else kind


def field_called(kind: str, name: str) -> str:
    """What the screens call a field."""
    if name in _FIELDS:
        return str(_FIELDS[name])
    field = _field(kind, name)
    return str(getattr(field, "verbose_name", name))


def changes_of(entry: AuditEntry) -> list[Change]:
    """All that it changed, field by field; a body's words from the revisions that hold them."""
    lines = _body_lines(entry)
    return [
        _change(entry.kind, name, before, after, lines if name == "body" else ())
        for name, (before, after) in entry.changes.items()
    ]


def _change(kind: str, name: str, before: Any, after: Any, lines: tuple[LineChange, ...]) -> Change:
    called = field_called(kind, name)
    if before is None and after is None:
        return Change(called, is_unseen=True)
    old, new = _said(kind, name, before), _said(kind, name, after)
    is_text = all(side is None or isinstance(side, str) for side in (before, after))
    field = _field(kind, name)
    if is_text and not getattr(field, "choices", None) and (old == (before or "")):
        return Change(called, old, new, runs(words_of(old), words_of(new)))
    return Change(called, old, new, lines=lines)


def _said(kind: str, name: str, value: Any) -> str:
    """A value as the panel prints it."""
    field = _field(kind, name)
    match value:
        case None:
            return ""
        case bool():
            return gettext("yes") if value else gettext("no")
        case dict():
            words = value.get("words", 0)
            said = ngettext("%(shown)s word", "%(shown)s words", words)
            return said % {"shown": house_style.number(words)}
        case list():
            return "، ".join(map(str, value))
        case str() if isinstance(field, models.DateTimeField) or name.endswith("_at"):
            moment = parse_datetime(value)
            return house_style.day_and_clock(moment) if moment else value
    return str(dict(getattr(field, "flatchoices", ())).get(value, value))


def _body_lines(entry: AuditEntry) -> tuple[LineChange, ...]:
    """The lines of a published body that changed, where both revisions are still there."""
    pair = [key for key in entry.changes.get("revision", ()) if isinstance(key, int)]
    if "body" not in entry.changes or len(pair) != 2:
        return ()
    kept = Revision.objects.filter(article=entry.thing).in_bulk(pair)
    if len(kept) != len(set(pair)):
        return ()
    told = compare(*(kept[key].content for key in pair))
    return tuple(_changed_lines(told))


def _changed_lines(told: list[Any]) -> Iterator[LineChange]:
    for change in told:
        if isinstance(change, BodyChange):
            yield from (line for line in change.lines if line.fate not in {Fate.KEPT, Fate.LEFT})


def _model(kind: str) -> type[models.Model] | None:
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None


def _field(kind: str, name: str) -> Any:
    model = _model(kind)
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None
