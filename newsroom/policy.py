"""How the Content-Security-Policy names what it lets in by its very bytes."""

import base64
import hashlib


def digest(content: bytes) -> str:
    """sha256-…, as the integrity of a script has it; a source of the policy is quoted."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def source(content: bytes) -> str:
    """The same as a source of the policy."""
    return f"'{digest(content)}'"
