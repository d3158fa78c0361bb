"""The one script of a reader page, named by its hash: the policy lets in these bytes alone.

Read once, when the process starts, as the style is. See docs/decisions/0009-script-policy.md.
"""

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Script:
    """A static file that may run, and the hash by which page and policy name its bytes."""

    path: str
    integrity: str

    @property
    def source(self) -> str:
        """The same hash, as a source of the Content-Security-Policy."""
        return f"'{self.integrity}'"


def load(path: str, *, folder: Path) -> Script:
    """The script of that path in a folder of static files."""
    digest = hashlib.sha256((folder / path).read_bytes()).digest()
    return Script(path, f"sha256-{base64.b64encode(digest).decode()}")
