"""An account comes with its rights and roles, and these are Django's own."""

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group, Permission

from newsroom import roles
from newsroom.models import User
from newsroom.rights import DeskBackend
from tests.conftest import make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [None, *roles.RIGHTS])
def test_rights_are_those_that_django_would_find(role):
    person = make_person("person", role)
    own = Permission.objects.get(content_type__app_label="articles", codename="delete_tag")
    person.user_permissions.add(own)
    known = DeskBackend().get_user(person.pk)
    assert known.get_all_permissions() == ModelBackend().get_all_permissions(
        User.objects.get(pk=person.pk)
    )
    assert known.role_names == sorted(person.groups.values_list("name", flat=True))
    assert known.has_perm("articles.delete_tag")


def test_nobody_without_rights_has_any():
    nobody = User.objects.create_user("nobody")
    known = DeskBackend().get_user(nobody.pk)
    assert known.get_all_permissions() == set()
    assert not known.has_perm("articles.view_article")
    assert known.role_names == []


def test_two_roles_add_up_and_a_right_is_counted_once():
    person = make_person("person", roles.REPORTER)
    person.groups.add(Group.objects.get(name=roles.MODERATOR))
    known = DeskBackend().get_user(person.pk)
    wanted = roles.RIGHTS[roles.REPORTER] | roles.RIGHTS[roles.MODERATOR]
    assert known.get_all_permissions() == set(wanted)
    assert known.role_names == ["moderator", "reporter"]


def test_an_account_at_rest_comes_with_nothing():
    person = make_person("person", roles.MANAGING_EDITOR)
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert DeskBackend().get_user(person.pk) is None


def test_a_right_that_is_taken_is_gone_with_the_next_request(client):
    person = make_person("person", roles.REPORTER)
    client.force_login(person)
    assert client.get("/admin/articles/article/").status_code == 200
    person.groups.clear()
    assert client.get("/admin/articles/article/").status_code == 403


def test_the_account_its_rights_and_roles_are_one_question(django_assert_num_queries):
    person = make_person("person", roles.EDITOR)
    with django_assert_num_queries(1):
        known = DeskBackend().get_user(person.pk)
        assert known.has_perms(["articles.publish_article", "comments.moderate_comment"])
        assert known.role_names == ["editor"]
