"""Take a picture in: decode, strip, size, cut, and store under the hash of its content."""

import hashlib
from typing import Any, BinaryIO, NamedTuple

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image

from articles import audit
from articles.keeping import keep
from articles.models import FormerFile, Picture
from articles.pictures import renditions
from articles.pictures.apart import decode_apart
from articles.pictures.likeness import are_alike, look_of

# Never shown, but cut again and again: at 92 no eye finds what is lost, beyond it bytes grow fast.
_MASTER = {"format": "JPEG", "quality": 92, "optimize": True}


def store(file: BinaryIO, *, by: Any = None, **words: Any) -> Picture:
    """A stored picture with its renditions; ``words``: alt_text, caption, credit, focus_x, focus_y.

    Raises ``Refused``. The stored file holds pixels alone: no place, no camera, no name.
    """
    picture = Picture(uploaded_by=by, **words)
    write_pixels(picture, decode_apart(file))
    with transaction.atomic():
        picture.save()
        audit.record("add", picture, by=by, changes=audit.differences({}, words))
    return picture


class TakenIn(NamedTuple):
    """A file that came in: its picture, new or the same from before, and one that is like it."""

    picture: Picture
    is_new: bool
    alike: Picture | None


def take_in(file: Any, *, by: Any) -> TakenIn:
    """Store a file that has no words yet; the very same pixels are not stored twice.

    Raises ``Refused``.
    """
    pixels = decode_apart(file)
    known = Picture.objects.filter(content_hash=hash_of(pixels)).first()
    if known:
        return TakenIn(known, False, None)
    picture = Picture(uploaded_by=by)
    write_pixels(picture, pixels)
    alike = _alike(picture.look)
    with transaction.atomic():
        picture.save()
        audit.record("add", picture, by=by)
    return TakenIn(picture, True, alike)


def _alike(look: str) -> Picture | None:
    """The newest that somebody would take for the same."""
    looks = Picture.objects.exclude(look="").order_by("-pk").values_list("pk", "look")
    found = next((key for key, other in looks.iterator() if are_alike(look, other)), None)
    return Picture.objects.filter(pk=found).first() if found else None


def hash_of(pixels: Image.Image) -> str:
    """By which the same pixels are known again."""
    return hashlib.sha256(renditions.encode(pixels, **_MASTER)).hexdigest()


def write_pixels(picture: Picture, pixels: Image.Image) -> None:
    """Put what was decoded behind a picture in memory, cut around its focus; the caller saves."""
    master = renditions.encode(pixels, **_MASTER)
    picture.content_hash = hashlib.sha256(master).hexdigest()
    picture.width, picture.height = pixels.size
    picture.look = look_of(pixels)
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


def keep_former(picture: Picture, *, by: Any) -> FormerFile | None:
    """Write down the file that the row of a picture has now, before another takes its place."""
    row = Picture.objects.filter(pk=picture.pk).first()
    if row is None or row.content_hash == picture.content_hash:
        return None
    return FormerFile.objects.create(
        picture=row, content_hash=row.content_hash, width=row.width, height=row.height,
        focus_x=row.focus_x, focus_y=row.focus_y, replaced_by=by,
    )  # fmt: skip


@transaction.atomic
def give_back(former: FormerFile, *, by: Any) -> Picture:
    """Let a picture have a former file again; the one that it has becomes a former one.

    Raises ``Refused`` when the former file is lost.
    """
    picture = Picture.objects.select_for_update().get(pk=former.picture_id)
    before = picture.content_hash
    picture.content_hash = former.content_hash
    picture.file.name = renditions.master_name(former.content_hash)
    picture.width, picture.height = former.width, former.height
    picture.focus_x, picture.focus_y = former.focus_x, former.focus_y
    renditions.make(picture)
    keep_former(picture, by=by)
    former.delete()
    picture.save()
    audit.record("change", picture, by=by, changes={"file": (before, picture.content_hash)})
    return picture
