"""Files kept under the hash of their content: written once, never changed."""

from django.core.files.base import File
from django.core.files.storage import default_storage


def keep(name: str, content: "File[bytes]") -> str:
    """The stored name; one made of the content's hash can only ever hold that content."""
    if default_storage.exists(name):
        return name
    try:
        kept = default_storage.save(name, content)
    except BaseException:  # a full disk, an impatient person: half a file would stay for ever
        default_storage.delete(name)
        raise
    if kept != name:  # somebody else stored the same in the meantime
        default_storage.delete(kept)
    return name
