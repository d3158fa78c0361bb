"""The tables of the top floor: accounts, the site's own settings, its standing pages."""

from newsroom.models.page import Page
from newsroom.models.site_settings import SiteSettings, comment_defaults
from newsroom.models.user import User

__all__ = ["Page", "SiteSettings", "User", "comment_defaults"]
