"""Who may do what with the people of the newsroom."""

from typing import Any

from newsroom.models import User
from newsroom.roles import RIGHTS


def may_manage_people(user: Any) -> bool:
    """See who works here, invite, change roles, put accounts to rest."""
    return bool(user.has_perm("newsroom.manage_people"))


def may_give(user: Any, role: str) -> bool:
    """Nobody gives rights that they do not have."""
    known = may_manage_people(user) and role in RIGHTS
    return known and user.has_perms(RIGHTS[role])


def may_manage(user: Any, person: User) -> bool:
    """Change somebody's role or rest: never one's own, never of who may more than oneself."""
    if not may_manage_people(user) or person.pk == user.pk:
        return False
    if user.is_superuser:
        return True
    return not person.is_superuser and user.has_perms(person.get_all_permissions())
