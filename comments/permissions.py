"""Who may decide about readers' words."""

from articles.permissions import Person


def may_moderate(user: Person) -> bool:
    """Approve, reject, mark as spam, bin, restore."""
    return user.has_perm("comments.moderate_comment")  # type: ignore[union-attr]


def may_see_address(user: Person) -> bool:
    """Read the address behind a comment: those who moderate, nobody else."""
    return may_moderate(user)
