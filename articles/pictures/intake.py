"""Take a picture in: decode, strip, size, and store under the hash of its content."""

import hashlib
import io
from typing import Any, BinaryIO

from django.core.files.base import ContentFile
from PIL import Image

from articles.keeping import keep
from articles.models import Picture
from articles.pictures.decoding import decode

# A phone, a phone with a dense screen or a card, a desktop's text field.
WIDTHS = (480, 960, 1600)
_WIDEST_KEPT = 3840
_MASTER_QUALITY, _RENDITION_QUALITY = 92, 80


def store(file: BinaryIO, *, by: Any = None, **words: Any) -> Picture:
    """A stored picture with its renditions; ``words``: alt_text, caption, credit, focus_x, focus_y.

    Raises ``Refused``. The stored file holds pixels alone: no place, no camera, no name.
    """
    picture = Picture(uploaded_by=by, **words)
    write_file(picture, file)
    picture.save()
    return picture


def write_file(picture: Picture, file: BinaryIO) -> None:
    """Put a file behind a picture in memory; its caller saves the row."""
    pixels = decode(file)
    pixels.thumbnail((_WIDEST_KEPT, _WIDEST_KEPT), Image.Resampling.LANCZOS)
    master = _jpeg(pixels, _MASTER_QUALITY)
    key = hashlib.sha256(master).hexdigest()
    picture.content_hash = key
    picture.width, picture.height = pixels.size
    picture.file.name = keep(f"pictures/{key[:2]}/{key}.jpg", ContentFile(master))
    picture.stored_renditions = [_rendition(pixels, key, width) for width in _widths(pixels.width)]


def _widths(full: int) -> list[int]:
    """Never wider than the picture itself, always at least one."""
    return [width for width in WIDTHS if width < full] + ([full] if full <= WIDTHS[-1] else [])


def _rendition(pixels: Image.Image, key: str, width: int) -> tuple[int, int, str]:
    height = max(1, round(pixels.height * width / pixels.width))
    sized = pixels.resize((width, height), Image.Resampling.LANCZOS)
    content = _jpeg(sized, _RENDITION_QUALITY)
    return width, height, keep(f"pictures/{key[:2]}/{key}-{width}.jpg", ContentFile(content))


def _jpeg(pixels: Image.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    pixels.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
    return buffer.getvalue()
