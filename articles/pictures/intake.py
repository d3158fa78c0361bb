"""Take a picture in: decode, strip, size, cut, and store under the hash of its content."""

import hashlib
from typing import Any, BinaryIO

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image

from articles import audit
from articles.keeping import keep
from articles.models import Picture
from articles.pictures import renditions
from articles.pictures.decoding import decode

# Never shown, but cut again and again: at 92 no eye finds what is lost, beyond it bytes grow fast.
_MASTER = {"format": "JPEG", "quality": 92, "optimize": True}


def store(file: BinaryIO, *, by: Any = None, **words: Any) -> Picture:
    """A stored picture with its renditions; ``words``: alt_text, caption, credit, focus_x, focus_y.

    Raises ``Refused``. The stored file holds pixels alone: no place, no camera, no name.
    """
    picture = Picture(uploaded_by=by, **words)
    write_pixels(picture, decode(file))
    with transaction.atomic():
        picture.save()
        audit.record("add", picture, by=by, changes=audit.differences({}, words))
    return picture


def write_pixels(picture: Picture, pixels: Image.Image) -> None:
    """Put what was decoded behind a picture in memory, cut around its focus; the caller saves."""
    master = renditions.encode(pixels, **_MASTER)
    picture.content_hash = hashlib.sha256(master).hexdigest()
    picture.width, picture.height = pixels.size
    picture.file.name = keep(renditions.master_name(picture.content_hash), ContentFile(master))
    renditions.make(picture, pixels)


def refocus(picture: Picture) -> None:
    """Cut a stored picture anew around the focus that it has in memory; the caller saves.

    Raises ``Refused`` when its file is lost. The files cut before stay: cached pages name them.
    """
    renditions.make(picture)


def remake(picture: Picture) -> bool:
    """Make what a stored picture lacks, and name it in its row; whether anything was lacking.

    A row that the desk has changed in the meantime keeps what the desk made. Raises ``Refused``
    when its file is lost.
    """
    if renditions.is_complete(picture):
        return False
    renditions.make(picture)
    same = Picture.objects.filter(
        pk=picture.pk,
        content_hash=picture.content_hash,
        focus_x=picture.focus_x,
        focus_y=picture.focus_y,
    )
    stored = {"stored_slots": picture.stored_slots, "stored_renditions": picture.stored_renditions}
    return same.update(**stored) > 0
