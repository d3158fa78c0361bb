"""Invite, take it up, log in, and be logged out from elsewhere."""

import pytest

from newsroom.models import User
from tests.journeys.conftest import log_in
from tests.newsroom.test_people import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_invited_logged_in_and_logged_out_from_elsewhere(paper, browser, chief):
    desk = browser(javascript=True)
    log_in(desk, paper, "chief")
    desk.goto(f"{paper}/admin/people/")
    desk.locator("[name=email]").fill("salma@desk.example")
    desk.locator("form:has([value=invite]) [name=name]").fill("سلمى الداغر")
    desk.locator("form:has([value=invite]) [name=role]").select_option("editor")
    desk.locator("form:has([value=invite]) button").click()
    link = desk.locator(".people code").inner_text()
    guest = browser(javascript=False)
    guest.goto(f"{paper}{link[link.index('/admin/') :]}")
    assert guest.locator("[name=first_name]").input_value() == "سلمى"
    guest.locator("[name=username]").fill("salma")
    guest.locator("[name=password1]").fill(PASSWORD)
    guest.locator("[name=password2]").fill(PASSWORD)
    guest.locator("button[type=submit]").click()
    assert guest.url.endswith("/admin/"), guest.locator("main").inner_text()
    phone = browser(javascript=True)
    phone.goto(f"{paper}/admin/login/")
    phone.locator("[name=username]").fill("salma")
    phone.locator("[name=password]").fill(PASSWORD)
    phone.locator("#login-form button").click()
    phone.wait_for_url("**/admin/")
    phone.goto(f"{paper}/admin/me/")
    assert phone.locator("button[value=end]").count() == 1
    phone.locator("button[value=end]").click()
    phone.wait_for_load_state()
    guest.goto(f"{paper}/admin/")
    assert "/admin/login/" in guest.url
    desk.goto(f"{paper}/admin/people/")
    row = desk.locator(f"#person-{User.objects.get(username='salma').pk}")
    row.locator("summary").click()
    row.locator("button[value=rest]").click()
    desk.wait_for_load_state()
    phone.goto(f"{paper}/admin/")
    assert "/admin/login/" in phone.url
