"""The four roles of a newsroom, as groups with rights: kept as they are here by every migrate."""

from typing import Any, Final

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

REPORTER, EDITOR = "reporter", "editor"
MANAGING_EDITOR, MODERATOR = "managing editor", "moderator"

_REPORTER: Final = {
    "articles.view_article", "articles.add_article", "articles.change_article",
    "articles.view_author", "articles.view_category", "articles.view_tag",
    "articles.view_name", "articles.view_series",
    "articles.view_picture", "articles.add_picture", "articles.change_picture",
    "articles.view_video", "articles.add_video", "articles.change_video",
}  # fmt: skip
_MODERATOR: Final = {
    "comments.view_comment", "comments.change_comment", "comments.moderate_comment",
}  # fmt: skip
_EDITOR: Final = _REPORTER | _MODERATOR | {
    "articles.edit_any_article", "articles.publish_article", "articles.delete_article",
    "articles.add_author", "articles.change_author",
    "articles.add_tag", "articles.change_tag",
    "articles.add_series", "articles.change_series",
    "articles.add_name", "articles.change_name",
    "articles.view_correction", "articles.change_correction", "articles.compose_front",
}  # fmt: skip
_MANAGING_EDITOR: Final = _EDITOR | {
    "articles.withdraw_article", "articles.lift_legal_hold", "articles.view_auditentry",
    "articles.add_category", "articles.change_category", "articles.delete_category",
    "articles.delete_author", "articles.delete_tag", "articles.delete_picture",
    "articles.delete_video", "articles.delete_name", "articles.delete_series",
    "newsroom.view_page", "newsroom.add_page", "newsroom.change_page", "newsroom.delete_page",
    "newsroom.view_advertisement", "newsroom.add_advertisement",
    "newsroom.change_advertisement", "newsroom.delete_advertisement",
    "newsroom.view_sitesettings", "newsroom.change_sitesettings",
    "newsroom.view_user", "newsroom.manage_people",
}  # fmt: skip

# From least to most trusted, beside the moderator, who decides about comments alone.
RIGHTS: Final[dict[str, frozenset[str]]] = {
    REPORTER: frozenset(_REPORTER),
    EDITOR: frozenset(_EDITOR),
    MANAGING_EDITOR: frozenset(_MANAGING_EDITOR),
    MODERATOR: frozenset(_MODERATOR),
}


# What the desk calls them.
TITLES: Final = {
    REPORTER: _("reporter"),
    EDITOR: _("editor"),
    MANAGING_EDITOR: _("managing editor"),
    MODERATOR: _("moderator"),
}


def keep_roles(sender: AppConfig, using: str = "default", **kwargs: Any) -> None:
    """Make the groups if need be and give each exactly its rights; safe to run at any time.

    A receiver of ``post_migrate``: it runs after each app, and the last run finds all permissions.
    """
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission

    if sender.label not in {"newsroom", "articles", "comments"}:
        return
    create_permissions(sender, using=using, verbosity=0)
    known = {
        f"{right.content_type.app_label}.{right.codename}": right
        for right in Permission.objects.using(using).select_related("content_type")
    }
    for name, rights in RIGHTS.items():
        group, _made = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(known[right] for right in rights if right in known)
