"""Take a video or its captions in: judge, and store under the hash of the content.

Unlike a picture, a film is not made anew, which would need a decoder and an hour: it is kept as it
is, but for the boxes in which a phone writes where it was taken.
"""

import hashlib
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q

from articles import audit
from articles.keeping import keep
from articles.models import Video
from articles.videos.captions import check_captions, read_captions
from articles.videos.containers import container_of, private_boxes

# Read at a time: a film is never in memory as a whole.
_CHUNK = 1024 * 1024


def store(file: BinaryIO, *, captions: BinaryIO | None = None, **fields: Any) -> Video:
    """A stored video with its captions; ``fields`` are the row's. Raises ``VideoRefused``."""
    video = Video(**fields)
    write_file(video, file)
    if captions is not None:
        write_captions(video, captions)
    with transaction.atomic():
        video.save()
        by = fields.pop("uploaded_by", None)
        audit.record("add", video, by=by, changes=audit.differences({}, fields))
    return video


def write_file(video: Video, file: BinaryIO) -> None:
    """Put a film behind a video in memory; its caller saves the row."""
    container = container_of(file)
    content = _Film(file)
    key = _hash(content)
    video.file.name = keep(f"videos/{key[:2]}/{key}.{container}", content)


def write_captions(video: Video, file: BinaryIO) -> None:
    """Put captions beside a video in memory; its caller saves the row."""
    data = read_captions(file)
    check_captions(data)
    key = hashlib.sha256(data).hexdigest()
    video.captions.name = keep(f"captions/{key[:2]}/{key}.vtt", ContentFile(data))


def discard(video: Video) -> None:
    """Delete a video, and after commit those of its files that no other row names."""
    names = [str(name) for name in (video.file, video.captions) if name]
    video.delete()
    for name in names:
        if not Video.objects.filter(Q(file=name) | Q(captions=name)).exists():
            transaction.on_commit(partial(default_storage.delete, name))


class _Film(File):  # type: ignore[type-arg]  # the class itself takes no argument
    """A film as it is stored: read piece by piece, what is private in it made free room."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self._whole, self._private = file, private_boxes(file)

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        self._whole.seek(0)
        place = 0
        while chunk := self._whole.read(chunk_size or _CHUNK):
            yield self._freed(chunk, place)
            place += len(chunk)

    def _freed(self, chunk: bytes, place: int) -> bytes:
        freed = bytearray(chunk)
        for start in self._private:
            for number, letter in enumerate(b"free", start=start - place):
                if 0 <= number < len(freed):
                    freed[number] = letter
        return bytes(freed)


def _hash(film: _Film) -> str:
    digest = hashlib.sha256()
    for chunk in film.chunks():
        digest.update(chunk)
    return digest.hexdigest()
