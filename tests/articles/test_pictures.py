"""What a stranger may hand us as a picture, and what is left of it when we keep it."""

import io
import json
import struct
import time
import zlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles import revisions
from articles.models import Picture
from articles.pictures import usage
from articles.pictures.decoding import FORMATS, MOST_BYTES, WIDEST, Refused, decode
from articles.pictures.intake import store
from articles.pictures.renditions import names_of
from articles.pictures.slots import SLOTS
from tests.articles.markup import Document
from tests.conftest import SHARED
from tests.factories import make_article, make_picture, picture_file

FOLDER = SHARED / "images-pillow"
MANIFEST = (
    [json.loads(line) for line in (FOLDER / "manifest.jsonl").read_text().splitlines()]
    if FOLDER.exists()
    else []
)
GPS, ORIENTATION, ARTIST = 0x8825, 0x0112, 0x013B


def encoded(picture: Image.Image, kind: str, **options) -> io.BytesIO:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    file.seek(0)
    return file


def kept_files(picture: Picture) -> list[Image.Image]:
    """The master with all slots in both formats."""
    names = names_of(picture.content_hash)
    assert len(names) > 2 * len(SLOTS)
    return [Image.open(io.BytesIO(default_storage.open(name).read())) for name in names]


def bomb(width: int, height: int) -> io.BytesIO:
    """A PNG of a few kilobytes that promises as many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00" * 1_000_000, 9)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + parts)


@pytest.mark.shared
@pytest.mark.django_db
@pytest.mark.parametrize("record", MANIFEST, ids=lambda record: record["file"])
def test_a_file_is_kept_anew_without_its_metadata_or_refused(record):
    with (FOLDER / "files" / record["file"]).open("rb") as file:
        try:
            picture = store(file, alt_text="صورة")
        except Refused:
            assert not Picture.objects.exists()
            return
    assert record["pillow"]["result"] == "ok"
    assert record["pillow"]["format"] in {*FORMATS, "MPO"}
    for kept in kept_files(picture):
        assert kept.format in {"JPEG", "AVIF"}
        assert kept.mode == "RGB"
        assert not kept.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & kept.info.keys()
        kept.load()


@pytest.mark.shared
def test_sound_pictures_of_our_formats_are_taken():
    refused = []
    for record in MANIFEST:
        sound = record["pillow"]["result"] == "ok" and record["pillow"]["format"] in FORMATS
        if sound and min(record["pillow"]["size"]) >= 8:
            with (FOLDER / "files" / record["file"]).open("rb") as file:
                try:
                    decode(file)
                except Refused as refusal:
                    refused.append((record["file"], refusal.code))
    assert refused == []


@pytest.mark.parametrize("size", [(13_000, 13_000), (40_000, 40_000), (10_000, 8_000)])
def test_a_bomb_is_refused_from_its_header_and_for_what_it_is(size):
    began = time.monotonic()
    with pytest.raises(Refused) as refusal:
        decode(bomb(*size))
    assert refusal.value.code == "too_many_pixels"
    assert time.monotonic() - began < 1


def test_an_animation_is_not_unrolled():
    frames = [Image.new("P", (400, 300), color) for color in range(200)]
    file = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    began = time.monotonic()
    assert decode(file).size == (400, 300)
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>", b"%PDF-1.7", b"MZ\x90\x00", b"\x00" * 5000,
        b"BM" + b"\x00" * 100, b"P6 9 9 255 " + b"x" * 300, b"%!PS-Adobe-3.0 EPSF-3.0\n",
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(Refused) as refusal:
        decode(io.BytesIO(content))
    assert refusal.value.code == "not_a_picture"


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "ICO", "PPM", "TGA", "PCX"])
def test_formats_that_we_do_not_take_are_refused_though_they_decode(kind):
    with pytest.raises(Refused):
        decode(encoded(Image.new("RGB", (64, 64)), kind))


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_refused(kind, share):
    whole = picture_file((400, 300), kind).getvalue()
    with pytest.raises(Refused):
        decode(io.BytesIO(whole[: int(len(whole) * share)]))


def test_a_heavy_file_is_refused_unread():
    with pytest.raises(Refused, match="too_heavy"):
        decode(io.BytesIO(b"\xff" * (MOST_BYTES + 1)))


@pytest.mark.parametrize("size", [(7, 400), (400, 7), (1, 1)])
def test_a_tracking_dot_is_no_picture(size):
    with pytest.raises(Refused, match="too_small"):
        decode(encoded(Image.new("RGB", size), "PNG"))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["GIF", "JPEG", "PNG"])
def test_a_polyglot_keeps_its_pixels_and_loses_its_script(kind):
    script = b"/*<script>alert(1)</script><?php system($_GET[0]); ?>*/"
    picture = store(io.BytesIO(picture_file((300, 200), kind).getvalue() + script))
    for name in names_of(picture.content_hash):
        content = default_storage.open(name).read()
        assert b"<script" not in content
        assert b"<?php" not in content


@pytest.mark.django_db
def test_a_phone_picture_stands_upright_and_tells_nothing_of_its_place():
    picture = Image.new("RGB", (1000, 600), "white")
    picture.paste("red", (0, 0, 500, 600))
    exif = Image.Exif()
    exif[ORIENTATION], exif[ARTIST] = 6, "Secret Name"
    exif.get_ifd(GPS).update({1: "N", 2: (24.0, 42.0, 0.0), 3: "E", 4: (46.0, 43.0, 0.0)})
    kept = store(encoded(picture, "JPEG", exif=exif, comment=b"Secret Name", quality=95))
    assert (kept.width, kept.height) == (600, 1000)
    for image in [image for image in kept_files(kept) if image.height > 1.5 * image.width]:
        top, bottom = image.getpixel((5, 5)), image.getpixel((5, image.height - 6))
        assert top[1] < 60, "the left half of the sensor is the upper half of the picture"
        assert min(bottom) > 200
    assert not any(image.getexif() for image in kept_files(kept))
    for name in names_of(kept.content_hash):
        assert b"Secret" not in default_storage.open(name).read()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1800, [480, 960, 1600]), (1600, [480, 960, 1600]), (1599, [480, 960, 1599]),
        (700, [480, 700]), (480, [480]), (300, [300]), (5000, [480, 960, 1600]),
    ],
)  # fmt: skip
def test_three_widths_and_never_wider_than_the_picture(width, widths):
    picture = store(picture_file((width, width // 2)))
    assert [size.width for size in picture.renditions] == widths
    for size in picture.renditions:
        assert Image.open(default_storage.open(size.name)).size == (size.width, size.height)
        assert size.height == pytest.approx(size.width / 2, abs=1)
    assert picture.width == min(width, 3840)


@pytest.mark.django_db
@pytest.mark.parametrize("size", [(8, 9000), (9000, 8), (60_000, 10)])
def test_a_ribbon_is_kept_in_every_slot(size):
    picture = store(encoded(Image.new("RGB", size, "red"), "PNG"))
    assert all(file.width > 0 and file.height > 0 for file in kept_files(picture))


@pytest.mark.parametrize(
    ("picture", "kind"),
    [
        (Image.new("RGBA", (50, 50), (255, 0, 0, 0)), "PNG"),
        (Image.new("LA", (50, 50), (0, 0)), "PNG"),
        (Image.new("RGBA", (50, 50), (255, 0, 0, 0)), "WEBP"),
        (Image.new("RGBA", (50, 50), (255, 0, 0, 0)), "GIF"),
    ],
)
def test_what_is_transparent_stands_on_white(picture, kind):
    flat = decode(encoded(picture, kind))
    assert flat.mode == "RGB"
    assert min(flat.getpixel((25, 25))) > 250


@pytest.mark.parametrize(
    ("mode", "colour", "kind", "seen"),
    [
        ("CMYK", (0, 255, 255, 0), "JPEG", (255, 0, 0)),
        ("L", 128, "PNG", (128, 128, 128)),
        ("1", 1, "PNG", (255, 255, 255)),
        ("I;16", 32_768, "PNG", (128, 128, 128)),
    ],
)
def test_colours_of_every_kind_come_out_as_seen(mode, colour, kind, seen):
    flat = decode(encoded(Image.new(mode, (50, 50), colour), kind))
    assert flat.getpixel((25, 25)) == pytest.approx(seen, abs=12)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"),
        ("PNG", "RGB"), ("PNG", "L"), ("PNG", "P"), ("PNG", "RGBA"),
    ],
)  # fmt: skip
def test_a_large_picture_comes_down_to_what_we_keep_with_its_colours(mode, kind):
    drawn = Image.new("RGB", (8000, 80), "white")
    drawn.paste("black", (0, 0, 4000, 80))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    flat = decode(encoded(drawn.convert(mode), kind, exif=exif))
    assert flat.size == (38, WIDEST)
    assert flat.getpixel((19, 500)) == pytest.approx((0, 0, 0), abs=12)
    assert flat.getpixel((19, WIDEST - 500)) == pytest.approx((255, 255, 255), abs=12)


def test_a_palette_keeps_its_colours():
    drawn = Image.new("RGB", (50, 50), (10, 120, 200)).quantize(16)
    assert decode(encoded(drawn, "GIF")).getpixel((9, 9)) == pytest.approx((10, 120, 200), abs=8)


@pytest.mark.django_db
def test_the_same_pixels_are_stored_once_under_a_name_of_their_own(reader):
    first, second = make_picture(credit="أ"), make_picture(credit="ب")
    assert first.file.name == second.file.name
    assert first.content_hash in first.file.name
    assert first.credit != second.credit
    served = reader.get(first.smallest.url)
    assert served["Content-Type"] == "image/jpeg"
    assert served["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in served["Cache-Control"]


def upload(client, file, **fields):
    data = {"alt_text": "سنابل", "focus_x": "0.5", "focus_y": "0.5", "upload": file, **fields}
    return client.post(reverse("admin:articles_picture_add"), data)


def test_a_reporter_brings_a_picture_in(client, reporter):
    client.force_login(reporter)
    file = SimpleUploadedFile("../../صورة.php.jpg", picture_file().getvalue(), "text/html")
    assert upload(client, file).status_code == 302
    picture = Picture.objects.get()
    assert picture.uploaded_by == reporter
    assert picture.file.name == f"pictures/{picture.content_hash[:2]}/{picture.content_hash}.jpg"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("صورة.jpg", b"<svg><script>alert(1)</script></svg>", "لا يُقرأ هذا الملف صورةً"),
        ("bomb.png", bomb(13_000, 13_000).getvalue(), "50 مليون"),
        ("dot.png", encoded(Image.new("RGB", (1, 1)), "PNG").getvalue(), "أصغر من"),
    ],
    ids=["markup", "bomb", "dot"],
)
def test_a_refusal_is_told_in_arabic_beside_the_field(client, reporter, name, content, said):
    client.force_login(reporter)
    answer = upload(client, SimpleUploadedFile(name, content, "image/jpeg"))
    assert answer.status_code == 200
    page = Document.of(answer, comments=True)
    errors = " ".join(found.text() for found in page.all("ul", class_="errorlist"))
    assert said in errors
    assert 'value="سنابل"' in answer.content.decode()
    assert not Picture.objects.exists()


def test_a_picture_without_file_or_with_a_focus_outside_is_sent_back(client, reporter):
    client.force_login(reporter)
    assert upload(client, "").status_code == 200
    file = SimpleUploadedFile("a.jpg", picture_file().getvalue(), "image/jpeg")
    assert upload(client, file, focus_x="2").status_code == 200
    assert not Picture.objects.exists()


def test_a_new_file_takes_the_place_of_the_old_one(client, reporter):
    picture = make_picture(by=reporter)
    client.force_login(reporter)
    data = {"alt_text": "جديد", "focus_x": "0.5", "focus_y": "0.5"}
    address = reverse("admin:articles_picture_change", args=[picture.pk])
    assert client.post(address, data).status_code == 302
    same = Picture.objects.get()
    assert (same.alt_text, same.content_hash) == ("جديد", picture.content_hash)
    new = SimpleUploadedFile("b.png", picture_file((500, 400), "PNG").getvalue())
    client.post(address, {**data, "upload": new})
    assert Picture.objects.get().width == 500


def test_a_reporter_changes_their_own_picture_until_readers_see_it(client, reporter, editor):
    own, foreign = make_picture(by=reporter), make_picture(by=editor)
    client.force_login(reporter)
    data = {"alt_text": "جديد", "focus_x": "0.5", "focus_y": "0.5"}

    def may_change(picture: Picture) -> bool:
        address = reverse("admin:articles_picture_change", args=[picture.pk])
        return client.post(address, data).status_code == 302

    assert may_change(own)
    assert not may_change(foreign)
    make_article(published=True, body=f'<p>نص</p><figure data-picture="{own.pk}">')
    assert not may_change(own)
    client.force_login(editor)
    assert may_change(own)


def test_a_picture_that_a_story_shows_is_not_thrown_away(client, chief):
    lead, inset, first, last, free = (make_picture() for _picture in range(5))
    gallery = f'<figure data-gallery="{first.pk},{last.pk}"></figure>'
    make_article(lead_picture=lead, body=f'<figure data-picture="{inset.pk}"></figure>{gallery}')
    client.force_login(chief)
    for picture in (lead, inset, first, last, free):
        client.post(reverse("admin:articles_picture_delete", args=[picture.pk]), {"post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": [lead.pk, last.pk], "post": "yes"}
    client.post(reverse("admin:articles_picture_changelist"), chosen)
    assert set(Picture.objects.all()) == {lead, inset, first, last}


def test_a_gallery_of_a_working_copy_holds_its_pictures_and_none_of_a_like_number(editor):
    first, last = make_picture(), make_picture()
    story = make_article()
    body = f'<figure data-gallery="{first.pk},{last.pk}9"></figure>'
    revisions.keep_working_copy(story, revisions.content_of(story) | {"body": body}, by=editor)
    assert usage.is_used(first)
    assert not usage.is_used(last)
