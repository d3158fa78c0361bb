"""Who somebody of the desk is, with their rights and roles: one query for each request.

Django asks three more times, for rights of one's own, of one's groups, and for their names; a desk
asks for them on every page.
"""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.db.models import F, OuterRef, QuerySet, StringAgg, Subquery, Value
from django.db.models.functions import Concat

from newsroom.models import User

# Stands in no name of a right or a role.
_BETWEEN = "\x1f"


class DeskBackend(ModelBackend):
    """Django's own rules; what they decide by comes with the account."""

    def get_user(self, user_id: Any) -> User | None:
        right = Concat("content_type__app_label", Value("."), "codename")
        known = User.objects.annotate(
            own_rights=_joined(Permission.objects.filter(user=OuterRef("pk")), right),
            group_rights=_joined(Permission.objects.filter(group__user=OuterRef("pk")), right),
            groups_called=_joined(Group.objects.filter(user=OuterRef("pk")), F("name")),
        )
        user = known.filter(pk=user_id).first()
        if user is None or not self.user_can_authenticate(user):
            return None
        user.known_rights = _parts(user.own_rights) | _parts(user.group_rights)
        user.known_roles = sorted(_parts(user.groups_called))
        return user

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        known = getattr(user_obj, "known_rights", None)
        if known is None or user_obj.is_superuser or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        return known if user_obj.is_active and not isinstance(user_obj, AnonymousUser) else set()


def _joined(rows: QuerySet[Any], called: Any) -> Subquery:
    """The names of the rows in one text."""
    one = rows.order_by().annotate(all_of_them=Value(1), called=called).values("all_of_them")
    return Subquery(one.annotate(names=StringAgg("called", Value(_BETWEEN))).values("names"))


def _parts(joined: str | None) -> set[str]:
    return set(joined.split(_BETWEEN)) if joined else set()
