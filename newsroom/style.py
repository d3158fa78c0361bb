"""The reader pages' style: each kind of page holds its own parts of the sheet, inlined.

Nothing to wait for before the first paint, and no rule that the page has no use for. Read once,
when the process starts: the policy names the hash of the very text that a page holds.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from newsroom import policy

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
FONT = "fonts/naskh.woff2"
# Which files of static/css/reader/ make the sheet of a page, in the order of the cascade.
_FRAME = ("tokens", "base", "frame")
_STORY = ("story", "body", "talk")
PARTS = {
    "front": (*_FRAME, "cards", "front", "advertisement", "modes"),
    "article": (*_FRAME, "cards", *_STORY, "video", "copy-link", "advertisement", "modes"),
    "live": (*_FRAME, "cards", *_STORY, "live", "video", "copy-link", "advertisement", "modes"),
    "draft": (*_FRAME, *_STORY, "video", "draft", "modes"),
    "list": (*_FRAME, "cards", "lists", "advertisement", "modes"),
    "search": (*_FRAME, "cards", "lists", "search", "modes"),
    "page": (*_FRAME, "lists", *_STORY, "copy-link", "modes"),
}
# Optional: a reader on a slow line keeps the system's face and sees no line move.
_FACE = (
    '@font-face{{font-family:"News Naskh";src:url("{url}") format("woff2");'
    "font-weight:400 700;font-display:optional}}"
)


@dataclass(frozen=True, slots=True)
class Styles:
    """The text of each kind of page's style element, their CSP sources, the font's address."""

    sheets: dict[str, str]
    sources: list[str]
    font: str


def load(folder: Path, *, static_root: Path, static_url: str) -> Styles:
    """The sheets with the font of set-up; without one, the system's own faces serve."""
    font = _collected(FONT, static_root, static_url)
    face = _FACE.format(url=font) if font else ""
    sheets = {kind: face + sheet(folder, parts) for kind, parts in PARTS.items()}
    return Styles(sheets, [policy.source(text.encode()) for text in sheets.values()], font)


def sheet(folder: Path, parts: tuple[str, ...]) -> str:
    """The rules of these parts, one after another."""
    return shortened("\n".join((folder / f"{part}.css").read_text() for part in parts))


def shortened(css: str) -> str:
    """The same rules without comments and needless space."""
    return _AROUND.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", css))).replace(";}", "}").strip()


def _collected(name: str, static_root: Path, static_url: str) -> str:
    """The hashed address of a collected file; empty before anything was collected."""
    try:
        paths = json.loads((static_root / "staticfiles.json").read_text())["paths"]
    except (OSError, ValueError, KeyError):
        return ""
    return f"{static_url}{paths[name]}" if name in paths else ""
