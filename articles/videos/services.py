"""What readers call the service at which a video lies."""

from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

_NAMES = {
    "youtube.com": _("YouTube"),
    "youtu.be": _("YouTube"),
    "youtube-nocookie.com": _("YouTube"),
    "vimeo.com": _("Vimeo"),
    "dailymotion.com": _("Dailymotion"),
    "dai.ly": _("Dailymotion"),
    "facebook.com": _("Facebook"),
    "fb.watch": _("Facebook"),
    "instagram.com": _("Instagram"),
    "tiktok.com": _("TikTok"),
    "x.com": _("X"),
}


def service_name(address: str) -> str:
    """The service's name; that of its host where we know no better."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    known = next((domain for domain in _NAMES if f".{host}".endswith(f".{domain}")), None)
    return str(_NAMES[known]) if known else host
