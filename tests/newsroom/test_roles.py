"""The four roles: what each may do, and that every migrate puts it right again."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from articles.permissions import may_publish, may_withdraw, may_write
from comments.permissions import may_moderate, may_see_address
from newsroom import roles
from newsroom.models import User
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def rights_of(name: str) -> set[str]:
    held = Permission.objects.filter(group__name=name).select_related("content_type")
    return {f"{right.content_type.app_label}.{right.codename}" for right in held}


def right(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def everything() -> list:
    through = Group.permissions.through.objects.order_by("pk").values_list()
    return [*Group.objects.order_by("pk").values_list(), *through]


def test_each_role_has_exactly_its_rights_after_migrate():
    assert set(Group.objects.values_list("name", flat=True)) == set(roles.RIGHTS)
    for name, rights in roles.RIGHTS.items():
        assert rights_of(name) == rights


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("reporter", {"write"}),
        ("editor", {"write", "publish", "moderate"}),
        ("chief", {"write", "publish", "withdraw", "moderate"}),
        ("moderator", {"moderate"}),
        ("admin_person", {"write", "publish", "withdraw", "moderate"}),
    ],
)
def test_who_may_do_what_in_the_newsroom(request, role, may):
    person = request.getfixturevalue(role)
    draft, live = make_article(), make_article(published=True)
    assert may_write(person) == ("write" in may)
    assert may_publish(person, draft) == ("publish" in may)
    assert may_withdraw(person, live) == ("withdraw" in may)
    assert may_moderate(person) == may_see_address(person) == ("moderate" in may)


def test_no_role_hands_out_rights():
    for name in roles.RIGHTS:
        held = rights_of(name)
        assert not {"newsroom.add_user", "newsroom.change_user", "newsroom.delete_user"} & held
        assert not [given for given in held if given.startswith("auth.")]


def test_trust_grows_from_reporter_to_managing_editor():
    grows = [roles.RIGHTS[name] for name in (roles.REPORTER, roles.EDITOR, roles.MANAGING_EDITOR)]
    assert grows[0] < grows[1] < grows[2]
    assert roles.RIGHTS[roles.MODERATOR] < grows[1]


def test_a_right_that_was_taken_away_comes_back_with_migrate():
    Group.objects.get(name=roles.EDITOR).permissions.remove(right("articles.publish_article"))
    Group.objects.get(name=roles.MODERATOR).delete()
    call_command("migrate", verbosity=0)
    assert rights_of(roles.EDITOR) == roles.RIGHTS[roles.EDITOR]
    assert rights_of(roles.MODERATOR) == roles.RIGHTS[roles.MODERATOR]


def test_a_right_that_was_slipped_in_goes_with_migrate():
    Group.objects.get(name=roles.REPORTER).permissions.add(right("articles.publish_article"))
    call_command("migrate", verbosity=0)
    assert rights_of(roles.REPORTER) == roles.RIGHTS[roles.REPORTER]


def test_migrate_again_changes_nothing(reporter):
    own = Group.objects.create(name="المتدرّبون")
    own.permissions.add(right("articles.view_article"))
    before = everything()
    call_command("migrate", verbosity=0)
    call_command("migrate", verbosity=0)
    assert everything() == before
    assert User.objects.get().groups.get().name == roles.REPORTER
