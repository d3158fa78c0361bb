"""The verbs of people: invite, take up an invitation, change a role, put to rest and wake."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles import audit
from articles.arabic.letters import normalise
from articles.models import Author
from newsroom import desk_sessions, permissions, roles
from newsroom.models import DeskSession, Invitation, User

# Long enough for a week's leave, short enough that an old mailbox opens nothing.
LASTS: Final = timedelta(days=7)
_SIGN: Final = {roles.REPORTER, roles.EDITOR, roles.MANAGING_EDITOR}


class NotInvited(Exception):
    """``code``: "known", an address that has an account; "gone", a link that opens nothing."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def waiting(at: datetime | None = None) -> QuerySet[Invitation]:
    """The invitations that still open something."""
    now = at or timezone.now()
    return Invitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__gt=now)


@transaction.atomic
def invite(email: str, *, name: str, role: str, by: Any) -> tuple[Invitation, str]:
    """Invite somebody; the key for the link is said once, and kept by nobody.

    An earlier invitation to the same address ends. NotInvited("known") where there is an account.
    """
    if not permissions.may_give(by, role):
        raise PermissionDenied
    if User.objects.filter(email__iexact=email).exists():
        raise NotInvited("known")
    now, key = timezone.now(), secrets.token_urlsafe(24)
    waiting(now).filter(email__iexact=email).update(revoked_at=now)
    invitation = Invitation.objects.create(
        email=email, name=name, role=role, key_hash=_hash(key), invited_by=by,
        made_at=now, expires_at=now + LASTS,
    )  # fmt: skip
    audit.record("invite", invitation, by=by, changes={"role": (None, role)}, called=name or role)
    return invitation, key


@transaction.atomic
def revoke(invitation: Invitation, *, by: Any) -> None:
    """Let the link open nothing any more."""
    if not permissions.may_give(by, invitation.role):
        raise PermissionDenied
    ended = waiting().filter(pk=invitation.pk).update(revoked_at=timezone.now())
    if ended:
        audit.record("uninvite", invitation, by=by, called=invitation.name or invitation.role)


def invited_by(key: str) -> Invitation | None:
    """The invitation that a key opens now."""
    return waiting().filter(key_hash=_hash(key)).first()


@transaction.atomic
def accept(key: str, *, account: User, password: str) -> User:
    """Make the account of an invitation; NotInvited("gone") where the key opens nothing by now.

    ``account`` is unsaved, with its names and language. Who writes gets a byline of their name,
    unless somebody is credited by it already.
    """
    found = waiting().select_for_update().filter(key_hash=_hash(key)).first()
    if found is None:
        raise NotInvited("gone")
    account.email, account.is_staff = found.email, True
    account.set_password(password)
    account.save()
    account.groups.set(Group.objects.filter(name=found.role))
    name = account.get_full_name()
    if found.role in _SIGN and name and not Author.objects.filter(key=normalise(name)).exists():
        Author.objects.create(name=name, user=account)
    found.accepted_at, found.accepted_by = timezone.now(), account
    found.save(update_fields=["accepted_at", "accepted_by"])
    audit.record("accept", account, by=account, changes={"role": (None, found.role)})
    return account


@transaction.atomic
def give_role(person: User, role: str, *, by: Any) -> User:
    """Let somebody be this alone."""
    person = User.objects.select_for_update().get(pk=person.pk)
    if not permissions.may_manage(by, person) or not permissions.may_give(by, role):
        raise PermissionDenied
    former = person.role_names
    person.groups.set(Group.objects.filter(name=role))
    audit.record("give_role", person, by=by, changes={"role": (", ".join(former), role)})
    return person


@transaction.atomic
def put_to_rest(person: User, *, by: Any) -> User:
    """Nobody logs into the account any more, and whoever is in it is out at their next press."""
    person = User.objects.select_for_update().get(pk=person.pk)
    if not permissions.may_manage(by, person) or _is_last_administrator(person):
        raise PermissionDenied
    person.is_active = False
    person.save(update_fields=["is_active"])
    desk_sessions.end(DeskSession.objects.all(), of=person, by=by)
    audit.record("put_to_rest", person, by=by, changes={"is_active": (True, False)})
    return person


@transaction.atomic
def wake(person: User, *, by: Any) -> User:
    """Let somebody log in again, as what they were."""
    person = User.objects.select_for_update().get(pk=person.pk)
    if not permissions.may_manage(by, person):
        raise PermissionDenied
    person.is_active = True
    person.save(update_fields=["is_active"])
    audit.record("wake", person, by=by, changes={"is_active": (False, True)})
    return person


def of_the_desk() -> QuerySet[User]:
    """Everybody who has or had an account of the panel: at work first, by name."""
    people = User.objects.filter(Q(is_staff=True) | Q(is_superuser=True))
    return people.prefetch_related("groups", "author").order_by(
        "-is_active", "first_name", "username"
    )


def _is_last_administrator(person: User) -> bool:
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=person.pk)
    return person.is_superuser and not others.exists()


def _hash(key: str) -> str:
    return sha256(key.encode()).hexdigest()
