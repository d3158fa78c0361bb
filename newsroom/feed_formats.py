"""The three languages of a feed: RSS 2.0, Atom and JSON Feed 1.1 (jsonfeed.org)."""

import json
import re
from datetime import datetime
from typing import Any, Final

from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed

# XML holds no control characters, and Django's writer stops at one.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def without_controls(text: str) -> str:
    """A text that every format can hold."""
    return _CONTROLS.sub("", text)


class JSONFeed(SyndicationFeed):
    """What Django's generators say in XML, as JSON."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        told = self.feed
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": told["title"], "home_page_url": told["link"], "feed_url": told["feed_url"],
            "description": told["description"], "language": told["language"],
            "items": [_item(item) for item in self.items],
        }  # fmt: skip
        text = json.dumps(
            {name: value for name, value in feed.items() if value}, ensure_ascii=False
        )
        outfile.write(text if encoding == "unicode" else text.encode(encoding))


def _item(item: dict[str, Any]) -> dict[str, Any]:
    told = {
        "id": item["unique_id"], "url": item["link"], "title": item["title"],
        "content_text": item["description"], "date_published": _time(item["pubdate"]),
        "date_modified": _time(item["updateddate"]), "tags": list(item["categories"]),
        "authors": [{"name": item["author_name"]}] if item["author_name"] else None,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}


def _time(moment: datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None


# By the end of the feed's address.
FORMATS: Final[dict[str, type[SyndicationFeed]]] = {
    "": Rss201rev2Feed, "atom/": Atom1Feed, "json/": JSONFeed,
}  # fmt: skip
