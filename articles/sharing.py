"""Where a reader can pass a story on: plain links, nothing loaded from anybody before a click."""

from typing import NamedTuple
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _

from articles.arabic.bidi import isolate
from articles.models import Article


class Share(NamedTuple):
    name: str
    address: str


def shares(article: Article) -> list[Share]:
    """The ways to pass it on: each with the short address, and the headline kept from turning."""
    link = quote(f"{settings.SITE_URL}{article.short_url}", safe="")
    # Isolated: a headline that ends in Latin letters would pull the address to its wrong side.
    words = quote(isolate(article.headline), safe="")
    return [
        Share(_("WhatsApp"), f"https://wa.me/?text={words}%20{link}"),
        Share(_("Telegram"), f"https://t.me/share/url?url={link}&text={words}"),
        Share(_("X"), f"https://x.com/intent/post?url={link}&text={words}"),
        Share(_("Facebook"), f"https://www.facebook.com/sharer/sharer.php?u={link}"),
        Share(_("Mail"), f"mailto:?subject={words}&body={link}"),
    ]
