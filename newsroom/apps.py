from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        from newsroom import checks, month_names, receivers, roles  # noqa: F401

        month_names.put_in_place()
        post_migrate.connect(roles.keep_roles, dispatch_uid="newsroom.roles")


class DeskConfig(AdminConfig):
    """Django's admin, under our own site."""

    default = False
    default_site = "newsroom.admin_site.DeskSite"
