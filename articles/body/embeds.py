"""Which services readers may play inside a story, and the address of each one's player.

A player is a page of the service in a frame; none needs a script of the service in ours. What is
not listed stays a link. The policy of the public pages names these hosts and no other.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(StrEnum):
    """What a player shows; decides its shape and what the button promises."""

    VIDEO = "video"
    TALL = "tall"  # a video filmed on a telephone
    SOUND = "sound"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Player:
    """What a frame loads once a reader asks for it."""

    service: str | Promise
    kind: Kind
    address: str


@dataclass(frozen=True, slots=True)
class Embed:
    """Something at another site: a player where we know one, and always the way there."""

    address: str
    host: str
    player: Player | None


@dataclass(frozen=True, slots=True)
class _Service:
    name: Promise
    hosts: frozenset[str]  # of the addresses that people copy, without www., m. and mobile.
    player_host: str
    find: "_Finder"


# The kind of player with its path and query, or nothing that we know how to play.
type _Finder = Callable[[SplitResult], tuple[Kind, str] | None]


def _named(kind: Kind, pattern: str, path: str) -> _Finder:
    """A service whose addresses carry the parts of its player's path."""
    known = re.compile(pattern, re.ASCII)

    def find(address: SplitResult) -> tuple[Kind, str] | None:
        match = known.fullmatch(address.path)
        return (kind, path.format(**match.groupdict(""))) if match else None

    return find


def _whole(kind: Kind, pattern: str, path: str) -> _Finder:
    """A service whose player is told the whole address."""
    known = re.compile(pattern, re.ASCII)

    def find(address: SplitResult) -> tuple[Kind, str] | None:
        if not known.fullmatch(address.path):
            return None
        video = parse_qs(address.query).get("v", [""])[0]
        asked = f"?v={video}" if video else ""
        told = quote(f"https://{address.hostname}{address.path}{asked}", safe="")
        return kind, path.format(address=told)

    return find


def _first(*finders: _Finder) -> _Finder:
    def find(address: SplitResult) -> tuple[Kind, str] | None:
        return next((found for finder in finders if (found := finder(address))), None)

    return find


_YOUTUBE_VIDEO = re.compile(r"[A-Za-z0-9_-]{11}")
_START = re.compile(r"([0-9]{1,6})s?")


def _youtube(address: SplitResult) -> tuple[Kind, str] | None:
    """Every shape of a video's address; a start that was asked for is kept."""
    asked = parse_qs(address.query)
    parts = [part for part in address.path.split("/") if part]
    upright = parts[:1] == ["shorts"]
    if address.hostname == "youtu.be" and len(parts) == 1:
        video = parts[0]
    elif parts == ["watch"]:
        video = asked.get("v", [""])[0]
    elif len(parts) == 2 and parts[0] in {"shorts", "live", "embed"}:
        video = parts[1]
    else:
        return None
    if not _YOUTUBE_VIDEO.fullmatch(video):
        return None
    start = _START.fullmatch(asked.get("t", asked.get("start", [""]))[0])
    query = f"?start={start[1]}" if start else ""
    return Kind.TALL if upright else Kind.VIDEO, f"/embed/{video}{query}"


_SERVICES = (
    _Service(
        _("YouTube"),
        frozenset({"youtube.com", "youtu.be", "youtube-nocookie.com"}),
        "www.youtube-nocookie.com",  # the same player; sets no cookie before it is played
        _youtube,
    ),
    _Service(
        _("Vimeo"),
        frozenset({"vimeo.com"}),
        "player.vimeo.com",
        _first(
            _named(Kind.VIDEO, r"/(?P<video>\d+)/?", "/video/{video}?dnt=1"),
            _named(
                Kind.VIDEO,
                r"/(?P<video>\d+)/(?P<key>[0-9a-f]+)/?",
                "/video/{video}?h={key}&dnt=1",
            ),
        ),
    ),
    _Service(
        _("X"),
        frozenset({"x.com", "twitter.com"}),
        "platform.twitter.com",
        _named(
            Kind.POST,
            r"/\w{1,20}/status/(?P<post>\d{1,25})(?:/.*)?",
            "/embed/Tweet.html?id={post}&dnt=true",
        ),
    ),
    _Service(
        _("Facebook"),
        frozenset({"facebook.com"}),
        "www.facebook.com",
        _first(
            _whole(
                Kind.VIDEO,
                r"/(?:watch/?|reel/\d+/?|[\w.]+/videos/(?:[\w.-]+/)?\d+/?)",
                "/plugins/video.php?href={address}&show_text=false",
            ),
            _whole(
                Kind.POST,
                r"/[\w.]+/posts/[\w.-]+/?",
                "/plugins/post.php?href={address}&show_text=true",
            ),
        ),
    ),
    _Service(
        _("Instagram"),
        frozenset({"instagram.com"}),
        "www.instagram.com",
        _named(
            Kind.POST,
            r"/(?:[\w.]+/)?(?P<what>p|reel|tv)/(?P<post>[\w-]{5,40})/?",
            "/{what}/{post}/embed/captioned/",
        ),
    ),
    _Service(
        _("TikTok"),
        frozenset({"tiktok.com"}),
        "www.tiktok.com",
        _named(Kind.TALL, r"/@[\w.]+/video/(?P<video>\d{1,25})/?", "/player/v1/{video}"),
    ),
    _Service(
        _("Telegram"),
        frozenset({"t.me"}),
        "t.me",
        _named(
            Kind.POST,
            r"/(?:s/)?(?P<channel>\w{4,40})/(?P<post>\d{1,12})",
            "/{channel}/{post}?embed=1",
        ),
    ),
    _Service(
        _("SoundCloud"),
        frozenset({"soundcloud.com"}),
        "w.soundcloud.com",
        _whole(Kind.SOUND, r"/[\w-]+/(?:sets/)?[\w-]+/?", "/player/?url={address}"),
    ),
)

# For `frame-src`: a policy that named more would let a hole load more.
FRAME_SOURCES: list[str] = [f"https://{service.player_host}" for service in _SERVICES]


def embed_of(address: str) -> Embed:
    """What a story shows of an address at another site."""
    return Embed(address, urlsplit(address).hostname or "", player_of(address))


def player_of(address: str) -> Player | None:
    """The player for the address of a video, post or recording; None where only a link will do."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    host = re.sub(r"^(?:www|m|mobile)\.", "", parts.hostname or "")
    for service in _SERVICES:
        if host in service.hosts and parts.scheme == "https" and (found := service.find(parts)):
            kind, path = found
            return Player(service.name, kind, f"https://{service.player_host}{path}")
    return None
