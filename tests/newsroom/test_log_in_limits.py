"""Passwords cannot be tried at will, and nobody can keep a person of the desk outside for long."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from newsroom import log_in_limits
from newsroom.log_in_limits import Steady, TooSoon, count, forgive, left_out
from newsroom.models import LogInTries

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
CAIRO, BEIRUT = "197.32.10.5", "94.187.40.9"


def opens(account: str, address: str, at: datetime, device: str = "") -> datetime | None:
    """Try a wrong password; None if it was looked at, else when one may try again."""
    try:
        count(account, address, device=device, at=at)
    except TooSoon as refusal:
        return refusal.opens_at
    return None


def looked_at(tries: list[tuple[str, str, datetime]]) -> list[datetime]:
    return [at for account, address, at in tries if opens(account, address, at) is None]


def test_three_slips_are_free_and_then_the_wait_doubles_up_to_a_quarter_of_an_hour():
    at, waits = NOON, []
    for _slip in range(12):
        assert opens("salma", CAIRO, at) is None
        again = max(door.opens_at for door in LogInTries.objects.all())
        if again > at:  # until then every try is refused, and told the same moment
            assert opens("salma", CAIRO, at) == opens("salma", CAIRO, again - SECOND) == again
        waits.append(max(again - at, timedelta()))
        at = max(again, at)
    assert waits[:7] == [number * SECOND for number in (0, 0, 30, 60, 120, 240, 480)]
    assert set(waits[7:]) == {15 * MINUTE}


def test_who_got_in_begins_anew_there_and_not_elsewhere():
    for _slip in range(2):
        opens("salma", CAIRO, NOON)
    forgive(count("salma", CAIRO, at=NOON))
    for _slip in range(3):
        assert opens("salma", CAIRO, NOON) is None
    assert opens("salma", CAIRO, NOON) is not None
    [account] = LogInTries.objects.filter(key=log_in_limits.account_key("salma"))
    assert account.failures == 5


def test_two_hundred_networks_together_try_ten_passwords_in_a_quarter_of_an_hour():
    tries = [("salma", f"10.{number % 200}.0.1", NOON + number * SECOND) for number in range(2500)]
    let = looked_at(tries)
    for start in let:
        assert sum(start <= at < start + 15 * MINUTE for at in let) <= 10


def test_one_network_tries_thirty_accounts_an_hour_and_no_more():
    let = looked_at([(f"اسم{number}", CAIRO, NOON + 3 * number * SECOND) for number in range(2500)])
    for start in let:
        assert sum(start <= at < start + HOUR for at in let) <= 30
    assert len(let) >= 30  # and not fewer, or an office would feel it


def test_one_network_that_never_stops_leaves_the_door_open_for_a_person_elsewhere():
    for half_minutes in range(24 * 60 * 2):
        now = NOON + half_minutes * 30 * SECOND
        opens("salma", CAIRO, now)
        account = LogInTries.objects.get(key=log_in_limits.account_key("salma"))
        assert account.opens_at <= now, f"closed {half_minutes / 2} minutes after noon"
    assert opens("salma", BEIRUT, now) is None


def test_a_device_that_is_known_gets_in_whatever_strangers_do():
    for number in range(500):
        opens("salma", f"10.{number % 200}.0.1", NOON)
        opens(f"اسم{number}", CAIRO, NOON)
    assert opens("salma", CAIRO, NOON) is not None
    assert opens("salma", CAIRO, NOON, device="her phone") is None
    # It is one door more, and no way around all of them.
    for _slip in range(2):
        assert opens("salma", CAIRO, NOON, device="her phone") is None
    assert opens("salma", CAIRO, NOON, device="her phone") == NOON + 30 * SECOND


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8:0:100::1", "2001:db8:0:1ff::2", True),
        ("2001:db8:0:100::1", "2001:db8:0:200::1", False),
        ("197.32.10.5", "::ffff:197.32.10.5", True),
        ("197.32.10.5", "197.32.10.6", False),
    ],
)
def test_what_one_customer_gets_is_one_network(one, other, is_same):
    for number in range(15):
        assert opens(f"اسم{number}", one, NOON) is None
    assert (opens("آخر", other, NOON) is not None) == is_same


@pytest.mark.parametrize("address", ["", "unix:", "لا عنوان"])
def test_without_an_address_the_account_alone_counts(address):
    for number in range(50):
        assert opens(f"اسم{number}", address, NOON) is None
    for _slip in range(3):
        assert opens("salma", address, NOON) is None
    assert opens("salma", address, NOON) is not None


def test_a_refused_try_writes_nothing(django_assert_num_queries):
    for _slip in range(3):
        opens("salma", CAIRO, NOON)
    before = sorted(LogInTries.objects.values_list())
    with django_assert_num_queries(1):
        assert opens("salma", CAIRO, NOON) == NOON + 30 * SECOND
    assert sorted(LogInTries.objects.values_list()) == before


def test_neither_account_nor_network_can_be_read_from_what_is_kept(settings):
    opens("salma", CAIRO, NOON)
    kept = {row.key for row in LogInTries.objects.all()}
    assert len(kept) == 3
    settings.SECRET_KEY = "another newsroom's"
    opens("salma", CAIRO, NOON)
    assert LogInTries.objects.count() == 6


def test_what_nobody_tried_for_a_day_is_taken_out_and_is_forgotten_before_that():
    for _slip in range(3):
        opens("salma", CAIRO, NOON)
    later = NOON + timedelta(days=1, minutes=1)
    assert opens("salma", CAIRO, later) is None  # nothing was cleared, and yet it is a first slip
    assert opens("salma", CAIRO, later) is None
    assert log_in_limits.forget_old(at=later) == 0
    assert log_in_limits.forget_old(at=later + timedelta(days=1, minutes=1)) == 3
    assert not LogInTries.objects.exists()


def test_of_a_flood_the_trail_tells_some_and_how_many_it_left_out():
    some = Steady(20, 10 * MINUTE)
    told = [left_out("one", some, at=NOON + n * 10 * SECOND) for n in range(360)]
    assert told[:20] == [0] * 20
    assert [left for left in told[20:] if left is not None] == [40, 59, 59, 59, 59]
    # A flood of one kind hides nothing of another.
    assert left_out("another", some, at=NOON) == 0
    assert log_in_limits.forget_old(at=NOON + timedelta(days=9)) == 0


@pytest.mark.django_db(transaction=True)
def test_of_forty_tries_at_the_same_moment_no_more_are_looked_at_than_one_after_another():
    together = Barrier(40)
    ended: list[str] = []

    def knock(number: int) -> None:
        try:
            together.wait(timeout=30)
            # Each network is new: what holds is the account's own door.
            said = opens("salma", f"10.{number}.0.1", NOON)
            ended.append("refused" if said else "looked at")
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            ended.append(repr(error))
        finally:
            connection.close()

    hands = [Thread(target=knock, args=[number]) for number in range(40)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(timeout=120)
    assert sorted(ended) == ["looked at"] * 7 + ["refused"] * 33
    assert LogInTries.objects.get(key=log_in_limits.account_key("salma")).failures == 7


@pytest.mark.django_db(transaction=True)
def test_accounts_and_networks_tried_crosswise_at_one_moment_wait_for_each_other_and_end():
    together = Barrier(24)
    ended: list[str] = []

    def knock(number: int) -> None:
        try:
            together.wait(timeout=30)
            for turn in range(4):
                opens(f"اسم{(number + turn) % 3}", f"10.{number * (turn + 1) % 4}.0.1", NOON)
                log_in_limits.forget_old(at=NOON + timedelta(days=turn))
            ended.append("done")
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            ended.append(repr(error))
        finally:
            connection.close()

    hands = [Thread(target=knock, args=[number]) for number in range(24)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(timeout=120)
    assert ended == ["done"] * 24
