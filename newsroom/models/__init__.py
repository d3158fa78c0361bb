"""The tables of the top floor: accounts, site settings, standing pages, advertising."""

from newsroom.models.advertisement import Advertisement
from newsroom.models.desk_session import DeskSession
from newsroom.models.invitation import Invitation
from newsroom.models.log_in_tries import LogInTries
from newsroom.models.page import Page
from newsroom.models.site_settings import SiteSettings, comment_defaults
from newsroom.models.user import User

__all__ = [
    "Advertisement",
    "DeskSession",
    "Invitation",
    "LogInTries",
    "Page",
    "SiteSettings",
    "User",
    "comment_defaults",
]
