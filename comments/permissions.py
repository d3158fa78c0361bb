"""Who may decide about readers' words."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

type Person = AbstractBaseUser | AnonymousUser


def may_moderate(user: Person) -> bool:
    """Approve, reject, mark as spam, bin, restore."""
    return user.has_perm("comments.moderate_comment")  # type: ignore[union-attr]


def may_see_address(user: Person) -> bool:
    """Read the address behind a comment: those who moderate, nobody else."""
    return may_moderate(user)
