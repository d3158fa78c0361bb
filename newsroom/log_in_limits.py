"""How often somebody may try a password: counted in the database before the password is looked at.

Why these doors and these numbers: ``docs/decisions/0015-log-in-limits.md``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Final, Protocol

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from newsroom.models import LogInTries

# A door that nobody tried for so long is as one that nobody ever tried.
FORGOTTEN_AFTER: Final = timedelta(days=1)
_AT_ONCE: Final = 10_000  # cleared away by one look, an hour before the next
# What one customer gets: an address of IPv4; of IPv6 the /56 that RIPE-690 gives to a home.
_NETWORK: Final = {4: 32, 6: 56}
# Doors of the trail keep their names: there is one for each account, and they are never forgotten.
_TRAIL: Final = "trail:"


class TooSoon(Exception):
    """One of the doors is closed, and the password was not looked at."""

    def __init__(self, opens_at: datetime) -> None:
        super().__init__(opens_at.isoformat())
        self.opens_at = opens_at


class Limit(Protocol):
    """When a door opens again, once somebody went through it."""

    def after_try(self, door: LogInTries, now: datetime) -> datetime: ...


@dataclass(frozen=True, slots=True)
class Growing:
    """Some tries free, then a wait that doubles with each."""

    free: int
    first: timedelta
    longest: timedelta

    def after_try(self, door: LogInTries, now: datetime) -> datetime:
        beyond = door.failures + 1 - self.free
        # A wait that doubles is at its longest long before it is too large for a number.
        return now + min(self.first * 2 ** min(beyond, 20), self.longest) if beyond >= 0 else now


@dataclass(frozen=True, slots=True)
class Steady:
    """Some tries at once, then one in so much time: no span sees more than the two together."""

    at_once: int
    every: timedelta

    def after_try(self, door: LogInTries, now: datetime) -> datetime:
        return max(door.opens_at, now - (self.at_once - 1) * self.every) + self.every


# Three slips are free. From the fourth on somebody waits half a minute, at last a quarter hour.
OF_ONE_PLACE: Final = Growing(3, timedelta(seconds=30), timedelta(minutes=15))
# In any quarter of an hour 7 + 3 = 10; one network alone never uses them up (see the decision).
OF_AN_ACCOUNT: Final = Steady(7, timedelta(minutes=5))
# In any hour 15 + 15 = 30.
OF_A_NETWORK: Final = Steady(15, timedelta(minutes=4))


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try that was counted, as a failure until it is ``forgiven``."""

    place: str
    steady: Mapping[str, Steady]


def count(account: str, address: str, *, device: str = "", at: datetime | None = None) -> Attempt:
    """Count a try before its password is looked at; raises TooSoon, and counts nothing.

    ``account`` is what was typed: there may be none of that name, and nothing here asks. A device
    that has logged into the account before has a door of its own, which no stranger can close.
    """
    now = timezone.now() if at is None else at
    attempt = _attempt(account, address, device)
    limits: dict[str, Limit] = {attempt.place: OF_ONE_PLACE, **attempt.steady}
    # Whoever is refused writes nothing and waits for nobody, so that a flood costs one look.
    _let_through(LogInTries.objects.filter(key__in=limits), now)
    with transaction.atomic():
        doors = _locked(limits, now)
        _let_through(doors, now)
        for door in doors:
            door.opens_at = limits[door.key].after_try(door, now)
            door.failures += 1
        LogInTries.objects.bulk_update(doors, ["opens_at", "failures"])
    return attempt


@transaction.atomic
def forgive(attempt: Attempt) -> None:
    """The password was right: this place begins anew, and elsewhere the try was none."""
    keys = [attempt.place, *attempt.steady]
    for door in LogInTries.objects.select_for_update().filter(key__in=keys).order_by("key"):
        if door.key == attempt.place or door.failures <= 1:
            door.delete()  # whoever never fails leaves nothing behind
            continue
        door.opens_at -= attempt.steady[door.key].every
        door.failures -= 1
        door.save(update_fields=["opens_at", "failures"])


@transaction.atomic
def left_out(of: str, limit: Steady, *, at: datetime | None = None) -> int | None:
    """For the audit trail: None, leave this one out; else how many were since the last told of."""
    now = timezone.now() if at is None else at
    [door] = _locked([f"{_TRAIL}{of}"], now)
    is_told = door.opens_at <= now
    before = door.failures
    door.failures = 0 if is_told else before + 1
    door.opens_at = limit.after_try(door, now) if is_told else door.opens_at
    door.save(update_fields=["opens_at", "failures"])
    return before if is_told else None


@transaction.atomic
def forget_old(*, at: datetime | None = None) -> int:
    """Take out doors that nobody tried for a day, and at which nobody stands; how many."""
    now = timezone.now() if at is None else at
    old = LogInTries.objects.filter(opens_at__lt=now - FORGOTTEN_AFTER)
    kept = old.exclude(key__startswith=_TRAIL).select_for_update(skip_locked=True)
    keys = list(kept.values_list("key", flat=True)[:_AT_ONCE])
    return LogInTries.objects.filter(key__in=keys).delete()[0]


def account_key(account: str) -> str:
    """An account's name as the doors know it."""
    return _key("account", account)


def _attempt(account: str, address: str, device: str) -> Attempt:
    if device:
        return Attempt(_key("device", account, device), {})
    network = _network(address)
    steady = {account_key(account): OF_AN_ACCOUNT}
    if network:  # a server behind a socket that names nobody: one door for all would be no door
        steady[_key("network", network)] = OF_A_NETWORK
    return Attempt(_key("place", account, network), steady)


def _let_through(doors: Iterable[LogInTries], now: datetime) -> None:
    closed = [door.opens_at for door in doors if door.opens_at > now]
    if closed:
        raise TooSoon(max(closed))


def _locked(keys: Iterable[str], now: datetime) -> list[LogInTries]:
    """The doors, each locked, in one order for everybody; one that was forgotten is new.

    Where one was cleared away between the two statements nothing is held while we ask again.
    """
    wanted = sorted(keys)
    new = [LogInTries(key=key, opens_at=now - FORGOTTEN_AFTER) for key in wanted]
    while True:
        with transaction.atomic():
            LogInTries.objects.bulk_create(new, ignore_conflicts=True)
            rows = LogInTries.objects.select_for_update().filter(key__in=wanted).order_by("key")
            doors = [_anew(door, now) for door in rows]
            if len(doors) == len(wanted):
                return doors
            transaction.set_rollback(True)


def _anew(door: LogInTries, now: datetime) -> LogInTries:
    if door.opens_at < now - FORGOTTEN_AFTER and not door.key.startswith(_TRAIL):
        door.failures = 0
    return door


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    found = getattr(found, "ipv4_mapped", None) or found
    return str(ip_network(f"{found}/{_NETWORK[found.version]}", strict=False))


def _key(*parts: str) -> str:
    said = "\x00".join(parts)  # no part holds it: forms refuse it
    return salted_hmac("newsroom.log_in_limits", said, algorithm="sha256").hexdigest()
