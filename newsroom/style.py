"""The reader pages' one sheet, inlined: nothing to wait for before the first paint.

Read once, when the process starts: the policy names the hash of the very text that a page holds.
"""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
FONT = "fonts/naskh.woff2"
# Optional: a reader on a slow line keeps the system's face and sees no line move.
_FACE = (
    '@font-face{{font-family:"News Naskh";src:url("{url}") format("woff2");'
    "font-weight:400 700;font-display:optional}}"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of the style element, its CSP source, and the font's address or nothing."""

    text: str
    source: str
    font: str


def load(css: Path, *, static_root: Path, static_url: str) -> Sheet:
    """The sheet with the font of set-up; without one, the system's own faces serve."""
    font = _collected(FONT, static_root, static_url)
    parts = [css, *sorted((css.parent / "reader").glob("*.css"))]
    text = shortened("\n".join(part.read_text() for part in parts))
    if font:
        text = _FACE.format(url=font) + text
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Sheet(text, f"'sha256-{digest}'", font)


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
