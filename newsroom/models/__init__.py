"""The tables of the top floor: accounts, site settings, standing pages, advertising."""

from newsroom.models.advertisement import Advertisement
from newsroom.models.log_in_tries import LogInTries
from newsroom.models.page import Page
from newsroom.models.site_settings import SiteSettings, comment_defaults
from newsroom.models.user import User

__all__ = [
    "Advertisement",
    "LogInTries",
    "Page",
    "SiteSettings",
    "User",
    "comment_defaults",
]
