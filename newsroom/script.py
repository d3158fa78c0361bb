"""The scripts of reader pages, named by their hashes: the policy lets in these bytes alone.

Read once, when the process starts, as the style is. See docs/decisions/0009-script-policy.md.
"""

from dataclasses import dataclass
from pathlib import Path

from newsroom import policy


@dataclass(frozen=True, slots=True)
class Script:
    """A static file that may run, with the hash by which page and policy name its bytes."""

    path: str
    integrity: str
    source: str


def load(path: str, *, folder: Path) -> Script:
    """The script of that path in a folder of static files."""
    content = (folder / path).read_bytes()
    return Script(path, policy.digest(content), policy.source(content))
