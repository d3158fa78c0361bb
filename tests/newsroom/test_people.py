"""People: invited by a link, given a role, put to rest; nobody gives what they do not have."""

import re
import time
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from articles.models import AuditEntry, Author
from newsroom import people, roles
from newsroom.models import Invitation, User
from newsroom.people import NotInvited
from tests.conftest import make_person

pytestmark = pytest.mark.django_db

ACT, PEOPLE = "/admin/people/act/", "/admin/people/"
PASSWORD = "سفينة-ترسو-في-المرفأ-7"


def mailed(number: int = 1) -> list:
    """The mail is sent beside the request: wait for it, but not for ever."""
    for _try in range(200):
        if len(mail.outbox) >= number:
            break
        time.sleep(0.01)
    return mail.outbox


def link_in(text: str) -> str:
    return re.search(r"https?://[^/\s]+(/admin/\S+)", text)[1]


def account(**fields) -> dict[str, str]:
    return {
        "first_name": "رهف", "last_name": "الخطيب", "username": "rahaf", "time_zone": "",
        "password1": PASSWORD, "password2": PASSWORD, **fields,
    }  # fmt: skip


def test_somebody_is_invited_makes_an_account_and_is_in(client, chief):
    client.force_login(chief)
    sent = {
        "act": "invite",
        "email": "rahaf@desk.example",
        "name": "رهف الخطيب",
        "role": "reporter",
    }
    assert client.post(ACT, sent).status_code == 302
    (message,) = mailed()
    assert message.to == ["rahaf@desk.example"]
    assert "مراسل" in message.body
    link = link_in(message.body)
    shown = client.get(PEOPLE).text
    assert link in shown, "shown once, for a newsroom without a mailer"
    assert link not in client.get(PEOPLE).text
    guest = Client()
    door = guest.get(link)
    assert door.status_code == 200
    assert door.headers["Referrer-Policy"] == "same-origin", "no key leaves with a link"
    assert 'value="رهف"' in door.text
    assert guest.post(link, account()).url == "/admin/"
    assert guest.get("/admin/").status_code == 200
    person = User.objects.get(username="rahaf")
    assert (person.role_names, person.is_staff) == (["reporter"], True)
    assert (person.is_superuser, person.email) == (False, "rahaf@desk.example")
    assert Author.objects.get(user=person).name == "رهف الخطيب"
    assert Client().get(link).status_code == 404, "it works once"
    assert {"invite", "accept"} <= set(AuditEntry.objects.values_list("verb", flat=True))


def test_the_key_is_kept_by_nobody(chief):
    invitation, key = people.invite("new@desk.example", name="", role="editor", by=chief)
    assert key not in str(Invitation.objects.filter(pk=invitation.pk).values())
    entry = AuditEntry.objects.get(verb="invite")
    assert key not in str(entry.changes)
    assert "new@desk.example" not in f"{entry.thing_name}{entry.changes}"


def test_a_link_ends_by_its_time_by_hand_and_by_a_newer_one(chief):
    _first, old = people.invite("new@desk.example", name="", role="editor", by=chief)
    _invitation, new = people.invite("New@desk.example", name="", role="editor", by=chief)
    assert people.invited_by(old) is None
    people.revoke(people.invited_by(new), by=chief)
    assert people.invited_by(new) is None
    third, last = people.invite("new@desk.example", name="", role="editor", by=chief)
    Invitation.objects.filter(pk=third.pk).update(
        made_at=timezone.now() - timedelta(days=8), expires_at=timezone.now() - timedelta(seconds=1)
    )
    for key in (old, new, last, "", "x" * 500):
        with pytest.raises(NotInvited):
            people.accept(key, account=User(username="someone"), password=PASSWORD)
    assert not User.objects.filter(username="someone").exists()


def test_two_presses_of_one_link_make_one_account(chief):
    _invitation, key = people.invite("new@desk.example", name="", role="editor", by=chief)
    people.accept(key, account=User(username="first"), password=PASSWORD)
    with pytest.raises(NotInvited):
        people.accept(key, account=User(username="second"), password=PASSWORD)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"password1": "12345678", "password2": "12345678"}, "password"),
        ({"password2": "أخرى"}, "password2"),
        ({"username": "chief"}, "username"),
        ({"first_name": ""}, "first_name"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(chief, typed, said):
    _invitation, key = people.invite("new@desk.example", name="", role="editor", by=chief)
    answer = Client().post(f"/admin/invitation/{key}/", account(**typed))
    assert answer.status_code == 422
    assert any(name.startswith(said) for name in answer.context["form"].errors)
    if "last_name" not in typed:
        assert "الخطيب" in answer.text
    assert people.invited_by(key) is not None


def test_nobody_gives_rights_that_they_do_not_have(chief, editor, reporter, moderator):
    for person in (editor, reporter, moderator):
        with pytest.raises(PermissionDenied):
            people.invite("new@desk.example", name="", role="reporter", by=person)
    assert people.invite("a@desk.example", name="", role=roles.MANAGING_EDITOR, by=chief)
    with pytest.raises(PermissionDenied):
        people.invite("b@desk.example", name="", role="administrator", by=chief)
    administrator = make_person("administrator", None)
    for verb in (people.put_to_rest, people.wake):
        with pytest.raises(PermissionDenied):
            verb(administrator, by=chief)
        with pytest.raises(PermissionDenied):
            verb(chief, by=chief)
    with pytest.raises(PermissionDenied):
        people.give_role(administrator, roles.REPORTER, by=chief)
    with pytest.raises(PermissionDenied):
        people.give_role(editor, "administrator", by=chief)


def test_the_last_administrator_is_never_put_to_rest():
    first, second = make_person("first", None), make_person("second", None)
    people.put_to_rest(second, by=first)
    User.objects.filter(pk=second.pk).update(is_superuser=False)
    other = make_person("other", None)
    User.objects.filter(pk=other.pk).update(is_active=False)
    with pytest.raises(PermissionDenied):
        people.put_to_rest(first, by=other)
    first.refresh_from_db()
    assert first.is_active


def test_whoever_is_put_to_rest_is_out_at_their_next_press(client, chief, reporter):
    theirs = Client()
    theirs.force_login(reporter)
    assert theirs.get("/admin/").status_code == 200
    client.force_login(chief)
    client.post(ACT, {"act": "rest", "person": reporter.pk})
    assert theirs.get("/admin/").status_code == 302
    assert (
        theirs.post(
            "/admin/login/", {"username": "reporter", "password": "a-long-password"}
        ).status_code
        == 200
    )
    client.post(ACT, {"act": "wake", "person": reporter.pk})
    reporter.refresh_from_db()
    assert reporter.is_active
    assert theirs.get("/admin/").status_code == 302, "the old session is not woken with it"


def test_a_new_role_counts_from_the_next_press(client, chief, reporter):
    theirs = Client()
    theirs.force_login(reporter)
    assert theirs.get("/admin/front/").status_code == 403
    client.force_login(chief)
    client.post(ACT, {"act": "role", "person": reporter.pk, "role": "editor"})
    assert theirs.get("/admin/front/").status_code == 200


def test_an_address_that_has_an_account_is_not_invited(client, chief, editor):
    client.force_login(chief)
    sent = {"act": "invite", "email": editor.email.upper(), "name": "", "role": "reporter"}
    answer = client.post(ACT, sent)
    assert answer.status_code == 422
    assert "حساب من قبل" in answer.text
    assert editor.email.upper() in answer.text, "what was typed stays"


def test_the_list_costs_as_much_for_many_as_for_few(client, chief, django_assert_max_num_queries):
    client.force_login(chief)
    client.get(PEOPLE)
    for number in range(12):
        make_person(f"person-{number}", roles.REPORTER)
    with django_assert_max_num_queries(9):
        assert client.get(PEOPLE).status_code == 200
