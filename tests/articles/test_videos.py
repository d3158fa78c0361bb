"""What a stranger may hand us as a video or as captions, and what becomes of it."""

import io
import tempfile
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from articles.models import Video
from articles.videos import intake
from articles.videos.containers import MOST_BYTES, container_of, private_boxes
from articles.videos.length import clock, in_words, iso, seconds_of
from articles.videos.refusal import VideoRefused
from tests.factories import CAPTIONS, film, make_article, make_video


def refusal(content: bytes) -> str:
    with pytest.raises(VideoRefused) as refused:
        container_of(io.BytesIO(content))
    return refused.value.code


def box(kind: bytes, content: bytes = b"", *, length: int | None = None) -> bytes:
    return (length or len(content) + 8).to_bytes(4) + kind + content


FTYP = box(b"ftyp", b"isom\0\0\2\0isommp41")
EBML = b"\x1a\x45\xdf\xa3"
HEADER = EBML + b"\x87\x42\x82\x84webm"
SEGMENT, TRACKS, CLUSTER = b"\x18\x53\x80\x67", b"\x16\x54\xae\x6b", b"\x1f\x43\xb6\x75"


# Films


@pytest.mark.parametrize("container", ["mp4", "webm"])
def test_a_film_is_known_by_its_bytes(container):
    assert container_of(io.BytesIO(film(container))) == container


def test_films_of_other_hands_are_taken():
    fragmented = (
        FTYP + box(b"moov", box(b"mvhd", b"x")) + 300 * (box(b"moof") + box(b"mdat", b"frame"))
    )
    assert container_of(io.BytesIO(fragmented)) == "mp4"
    to_the_end = FTYP + box(b"moov") + b"\0\0\0\0mdat and whatever follows"
    assert container_of(io.BytesIO(to_the_end)) == "mp4"
    wide = (1).to_bytes(4) + b"mdat" + (20).to_bytes(8) + b"long"
    assert container_of(io.BytesIO(FTYP + wide + box(b"moov"))) == "mp4"
    by_a_camera = box(b"ftyp", b"XAVC\0\0\0\0XAVCmp42iso2") + box(b"mdat") + box(b"moov")
    assert container_of(io.BytesIO(by_a_camera)) == "mp4"
    live = HEADER + SEGMENT + b"\x01" + b"\xff" * 7 + TRACKS + b"\x81x" + CLUSTER + b"\xffframes"
    assert container_of(io.BytesIO(live)) == "webm"


@pytest.mark.parametrize(
    "content",
    [
        b"<!doctype html><script>alert(1)</script>", b"\x00", b"\x00" * 5000, b"GIF89a;ftypisom",
        b"RIFF\x24\x10\x00\x00AVI LIST", b"%PDF-1.7", b"OggS\x00\x02", b"\xff\xd8\xff\xe0\x00JFIF",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"ID3\x04", b"PK\x03\x04", b"FLV\x01\x05",
        "نصّ عربي لا فيلم فيه".encode(),
    ],
)  # fmt: skip
def test_what_is_no_film_is_refused(content):
    assert refusal(content) == "not_a_video"


def test_an_empty_file_is_called_empty():
    assert refusal(b"") == "empty"


@pytest.mark.parametrize(
    "brand", [b"qt  ", b"avif", b"heic", b"M4A ", b"3gp4", b"jpm ", b"\0\0\0\0", b"<htm"]
)
def test_boxes_that_browsers_do_not_play_are_refused(brand):
    listed = brand + b"\0\0\2\0" + brand
    assert refusal(box(b"ftyp", listed) + box(b"moov") + box(b"mdat")) == "not_for_browsers"


def test_a_picture_that_calls_itself_a_film_as_well_is_refused():
    animated = box(b"ftyp", b"avis\0\0\0\0avismsf1iso8") + box(b"moov") + box(b"mdat")
    assert refusal(animated) == "not_for_browsers"


def test_matroska_is_not_webm():
    content = EBML + b"\x8b\x42\x82\x88matroska" + SEGMENT + b"\x80"
    assert refusal(content) == "not_for_browsers"


@pytest.mark.parametrize("container", ["mp4", "webm"])
@pytest.mark.parametrize("share", [0.01, 0.1, 0.3, 0.6, 0.95, 0.999])
def test_a_film_that_was_cut_off_is_refused(container, share):
    whole = film(container)
    cut = whole[: max(12, int(len(whole) * share))]
    assert refusal(cut) == "damaged"


@pytest.mark.parametrize("container", ["mp4", "webm"])
def test_a_film_with_something_behind_it_is_refused(container):
    for behind in (b"<script>alert(1)</script>", b"PK\x03\x04" + b"\x00" * 30, b"\0"):
        assert refusal(film(container) + behind) == "damaged"


@pytest.mark.parametrize(
    "content",
    [
        box(b"ftyp", b"isom" * 1000) + box(b"moov") + box(b"mdat"),
        box(b"ftyp", b"isom", length=0xFFFFFFFF),
        b"\0\0\0\1ftyp" + b"\xff" * 8 + b"isom",
        b"\0\0\0\1ftyp" + (4).to_bytes(8) + b"isom",
        b"\0\0\0\4ftypisom",
        b"\0\0\0\2ftypisom",
        FTYP + box(b"moov"),
        FTYP + box(b"mdat"),
        FTYP + box(b"moov") + box(b"mdat", length=7),
        FTYP + box(b"moov") + box(b"mdat") + b"\0\0\0\4free",
        FTYP + box(b"moov") + box(b"free") * 100_001 + box(b"mdat"),
        EBML + b"\x01" + b"\xff" * 7 + b"webm",
        EBML + b"\x01\x00\x00\x00\xff\xff\xff\xff" + b"webm",
        EBML + b"\x44\xff" + b"\xec\x80" * 600,
        EBML,
        EBML + b"\x00",
        HEADER,
        HEADER + TRACKS + b"\x80",
        HEADER + SEGMENT + b"\x80",
        HEADER + SEGMENT + b"\x85" + CLUSTER + b"\x80",
        HEADER + SEGMENT + b"\x85" + TRACKS + b"\x80",
        HEADER + SEGMENT + b"\x86" + TRACKS + b"\x8fx",
    ],
)
def test_headers_that_lie_are_refused_unread(content):
    assert refusal(content) == "damaged"


class Sparse(io.RawIOBase):
    """As large as it says, without being there; counts what is read of it."""

    def __init__(self, begin: bytes, size: int) -> None:
        self.begin, self.size, self.place, self.taken = begin, size, 0, 0

    def seek(self, place: int, whence: int = 0) -> int:
        self.place = self.size + place if whence == io.SEEK_END else place
        return self.place

    def read(self, size: int = -1) -> bytes:
        assert size >= 0, "the whole file at once"
        found = self.begin[self.place : self.place + size].ljust(size, b"\0")
        self.place, self.taken = self.place + size, self.taken + size
        return found


def test_half_a_gigabyte_is_judged_by_a_few_bytes_and_more_is_refused():
    begin = FTYP + box(b"moov") + box(b"mdat", length=MOST_BYTES - len(FTYP) - 8)
    largest = Sparse(begin, MOST_BYTES)
    assert container_of(largest) == "mp4"
    assert largest.taken < 1000
    with pytest.raises(VideoRefused, match="too_heavy"):
        container_of(Sparse(begin, MOST_BYTES + 1))


# What is kept


@pytest.mark.django_db
@pytest.mark.parametrize("container", ["mp4", "webm"])
def test_a_film_is_kept_as_it_is_under_the_hash_of_its_content(container):
    video, same = make_video(container), make_video(container, captions="")
    key = Path(video.file.name).stem
    assert video.file.name == f"videos/{key[:2]}/{key}.{container}" == same.file.name
    kept = default_storage.open(video.file.name).read()
    assert kept == film(container).replace(b"udta", b"free")
    assert video.media_type == f"video/{container}"
    words = Path(video.captions.name).stem
    assert video.captions.name == f"captions/{words[:2]}/{words}.vtt"
    assert default_storage.open(video.captions.name).read() == CAPTIONS.encode()
    assert not same.captions


@pytest.mark.django_db
def test_an_uploaded_file_is_kept_whole_whatever_was_read_before():
    with tempfile.TemporaryFile() as file:
        file.write(film("mp4"))
        file.seek(500)
        video = intake.store(file, title="فيلم")
    assert len(default_storage.open(video.file.name).read()) == len(film("mp4"))


PLACE = b"+24.7136+046.6753/"
TOLD = (
    box(b"udta", box(b"\xa9xyz", PLACE)), box(b"meta", PLACE), box(b"uuid", b"<xmp>" + PLACE),
    (1).to_bytes(4) + b"udta" + (16 + len(PLACE)).to_bytes(8) + PLACE,
)  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("told", TOLD)
def test_what_a_phone_tells_of_its_place_is_free_room_in_the_stored_film(told):
    track = box(b"trak", box(b"tkhd") + told)
    frames = box(b"mdat", b"udta metadata uuid" * 90_000)  # more than is read at a time
    content = FTYP + box(b"moov", box(b"mvhd") + told + track) + frames + told
    assert container_of(io.BytesIO(content)) == "mp4"
    kept = default_storage.open(intake.store(io.BytesIO(content), title="x").file.name).read()
    kind = told[4:8]
    assert kept == content.replace(told, told.replace(kind, b"free", 1))
    assert kept.count(b"free") == 3
    assert private_boxes(io.BytesIO(kept)) == []


def test_a_film_whose_inner_boxes_lie_is_refused():
    for inner in (b"x", box(b"trak", b"\0\0\0\2udta"), box(b"udta") * 1001):
        assert refusal(FTYP + box(b"moov", inner) + box(b"mdat")) == "damaged"
    deep = b""
    for _level in range(3000):
        deep = box(b"moov", deep)
    assert container_of(io.BytesIO(FTYP + deep + box(b"mdat"))) == "mp4"


@pytest.mark.parametrize("encoding", [b"hvc1", b"hev1", b"dvhe"])
def test_what_phones_film_for_safari_alone_is_refused(encoding):
    assert refusal(one_track(encoding)) == "not_for_browsers"


def test_what_all_browsers_play_is_taken():
    assert container_of(io.BytesIO(one_track(b"avc1"))) == "mp4"
    assert container_of(io.BytesIO(one_track(b"av01"))) == "mp4"


def one_track(encoding: bytes) -> bytes:
    """A film whose second track, behind its sound, is encoded so."""
    tracks = b""
    for kind in (b"mp4a", encoding):
        track = box(b"stsd", b"\0\0\0\0\0\0\0\1" + box(kind, b"entry"))
        for outer in (b"stbl", b"minf", b"mdia", b"trak"):
            track = box(outer, track)
        tracks += track
    return FTYP + box(b"moov", tracks) + box(b"mdat", b"frames")


@pytest.mark.django_db
def test_a_refused_file_leaves_nothing_behind():
    with pytest.raises(VideoRefused):
        intake.store(io.BytesIO(b"<html>"), title="فيلم")
    with pytest.raises(VideoRefused):
        intake.store(io.BytesIO(film()), captions=io.BytesIO(b"no"), title="فيلم")
    assert not Video.objects.exists()


@pytest.mark.django_db
def test_its_files_go_with_the_last_video_that_has_them(django_capture_on_commit_callbacks):
    first, second = make_video(), make_video()
    with django_capture_on_commit_callbacks(execute=True):
        intake.discard(first)
    assert default_storage.exists(second.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        intake.discard(second)
    assert not default_storage.exists(second.file.name)
    assert not default_storage.exists(second.captions.name)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"file": "videos/a.mp4", "address": "https://video.example/1"},
        {"address": "http://video.example/1"},
        {"address": "javascript:alert(1)"},
        {"address": "https://video.example/1", "captions": "captions/a.vtt"},
        {"file": "videos/a.mp4", "duration": 0},
        {"file": "videos/a.mp4", "captions_language": "xx"},
    ],
)
def test_the_database_keeps_what_the_form_promises(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        Video.objects.create(title="فيلم", **fields)


@pytest.mark.django_db
def test_a_video_that_a_story_shows_cannot_be_deleted_by_any_way():
    from django.db.models import ProtectedError

    video = make_video()
    make_article(video=video)
    with pytest.raises(ProtectedError):
        intake.discard(video)
    assert default_storage.exists(video.file.name)


# Its length and its place


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("3:07", 187), ("٣:٠٧", 187), ("۳:۰۷", 187), (" 187 ", 187), ("0:45", 45),
        ("1:02:03", 3723),
        ("90:00", 5400), ("", None), ("0", None), ("0:00", None), ("3:75", None), ("1:60:00", None),
        ("3.07", None), ("ثلاث دقائق", None), ("-5", None), ("3:07:", None), ("25:00:00", None),
        ("99999999999", None), ("²", None),
    ],
)  # fmt: skip
def test_a_length_is_read_as_people_type_it(typed, seconds):
    assert seconds_of(typed) == seconds


@pytest.mark.parametrize(
    ("seconds", "shown", "read", "told"),
    [
        (7, "0:07", "7 ثوانٍ", "PT7S"),
        (60, "1:00", "دقيقة واحدة", "PT1M"),
        (121, "2:01", "دقيقتان وثانية واحدة", "PT2M1S"),
        (187, "3:07", "3 دقائق و7 ثوانٍ", "PT3M7S"),
        (672, "11:12", "11 دقيقة و12 ثانية", "PT11M12S"),
        (3602, "1:00:02", "ساعة واحدة وثانيتان", "PT1H2S"),
        (11045, "3:04:05", "3 ساعات و4 دقائق و5 ثوانٍ", "PT3H4M5S"),
    ],
)
def test_a_length_is_shown_read_and_told(seconds, shown, read, told):
    assert (clock(seconds), in_words(seconds), iso(seconds)) == (shown, read, told)
    assert seconds_of(shown) == seconds


def test_a_length_follows_the_figures_of_the_site():
    assert clock(187, digits="arab") == "٣:٠٧"
    assert in_words(187, digits="arab") == "٣ دقائق و٧ ثوانٍ"
