"""What is stored of a picture: every slot in two formats, around the focus, made when lacking."""

import io
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse
from PIL import Image

from articles.keeping import keep
from articles.models import Picture
from articles.pictures import renditions
from articles.pictures.decoding import Refused
from articles.pictures.intake import refocus, remake, store
from articles.pictures.renditions import is_complete, names_of
from articles.pictures.slots import SLOTS
from tests.articles.markup import Document
from tests.factories import make_picture, picture_file

pytestmark = pytest.mark.django_db


def opened(name: str) -> Image.Image:
    return Image.open(io.BytesIO(default_storage.open(name).read()))


def old_row(**words) -> Picture:
    """A picture as the release before the slots kept it: uncropped JPEG alone."""
    picture = make_picture(**words)
    whole = {size.name for size in picture.crop("whole").jpeg}
    for name in set(names_of(picture.content_hash)) - whole - {picture.file.name}:
        default_storage.delete(name)
    Picture.objects.filter(pk=picture.pk).update(stored_slots={})
    return Picture.objects.get(pk=picture.pk)


def run() -> str:
    said = io.StringIO()
    call_command("remake_pictures", stdout=said, stderr=said)
    return said.getvalue()


# What is stored


@pytest.mark.parametrize("size", [(1800, 1200), (700, 1900), (40, 2000), (2000, 40), (8, 8)])
def test_every_slot_is_there_in_both_formats_with_the_sizes_it_says(size):
    picture = make_picture(size=size)
    for name, slot in SLOTS.items():
        crop = picture.crop(name)
        assert [kept.width for kept in crop.avif] == [kept.width for kept in crop.jpeg]
        for kind, kept in [("AVIF", crop.avif), ("JPEG", crop.jpeg)]:
            for rendition in kept:
                file = opened(rendition.name)
                file.load()
                assert (file.format, file.size) == (kind, (rendition.width, rendition.height))
                assert rendition.width <= size[0]
                if slot.ratio:
                    ideal = rendition.width * slot.ratio[1] / slot.ratio[0]
                    assert abs(rendition.height - ideal) <= 2


def test_a_large_picture_has_every_declared_width():
    picture = make_picture(size=(1800, 1200))
    for name, slot in SLOTS.items():
        assert tuple(kept.width for kept in picture.crop(name).jpeg) == slot.widths


def test_avif_is_the_lighter_of_the_two():
    picture = make_picture(size=(1800, 1200))
    for name in SLOTS:
        crop = picture.crop(name)
        for avif, jpeg in zip(crop.avif, crop.jpeg, strict=True):
            assert default_storage.size(avif.name) < default_storage.size(jpeg.name)


@pytest.mark.parametrize("focus", [(0.1, 0.1), (0.9, 0.2), (0.5, 0.9)])
def test_what_the_focus_points_at_is_in_every_crop(focus):
    drawn = Image.new("RGB", (1200, 800), "white")
    across, down = round(focus[0] * 1200), round(focus[1] * 800)
    drawn.paste("red", (across - 50, down - 50, across + 50, down + 50))
    file = io.BytesIO()
    drawn.save(file, "PNG")
    picture = store(io.BytesIO(file.getvalue()), focus_x=focus[0], focus_y=focus[1])
    for slot in SLOTS:
        for kept in (picture.crop(slot).smallest, picture.crop(slot).avif[0]):
            # Red is dark in green: how much of the crop is, at least a corner of the mark.
            green = opened(kept.name).convert("RGB").getchannel("G").point(lambda value: value < 90)
            assert sum(green.histogram()[1:]) > 9, (slot, focus)


def test_a_reader_gets_avif_as_what_it_is(reader):
    served = reader.get(make_picture().crop("card").avif[0].url)
    assert served["Content-Type"] == "image/avif"
    assert served["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in served["Cache-Control"]


def test_a_slot_that_nobody_declared_is_an_error():
    with pytest.raises(KeyError):
        make_picture().crop("tall")


# Another focus


def test_another_focus_makes_other_files_and_leaves_those_that_cached_pages_name():
    picture = make_picture()
    before = {name: default_storage.open(name).read() for name in names_of(picture.content_hash)}
    shown = {slot: picture.crop(slot).largest.name for slot in SLOTS}
    picture.focus_x, picture.focus_y = 0.125, 0.9
    refocus(picture)
    for slot in SLOTS:
        changed = picture.crop(slot).largest.name != shown[slot]
        assert changed == (SLOTS[slot].ratio is not None)
    for name, content in before.items():
        assert default_storage.open(name).read() == content
    assert is_complete(picture)


def test_the_same_focus_makes_nothing():
    picture = make_picture()
    before = names_of(picture.content_hash)
    default_storage.delete(picture.file.name)  # the master is not even read
    refocus(picture)
    assert set(names_of(picture.content_hash)) == set(before) - {picture.file.name}


def test_two_rows_of_one_file_may_look_at_different_places():
    first, second = make_picture(), make_picture(focus_x=0.1)
    assert first.file.name == second.file.name
    assert first.crop("square").largest.name != second.crop("square").largest.name


# The panel


def change(client, picture: Picture, **fields):
    data = {"alt_text": "سنابل", "focus_x": "0.5", "focus_y": "0.5", **fields}
    return client.post(reverse("admin:articles_picture_change", args=[picture.pk]), data)


def test_a_picture_is_known_by_its_number_in_the_library(client, editor):
    picture = make_picture()
    client.force_login(editor)
    for name, args, number in (("change", [picture.pk], str(picture.pk)), ("add", [], "—")):
        address = reverse(f"admin:articles_picture_{name}", args=args)
        form = Document.of(client.get(address), comments=True)
        row = form.one("div", class_="field-library_number")
        assert row.text() == f"الرقم في المكتبة: {number}"


def test_the_desk_moves_the_focus_and_sees_the_crops(client, editor):
    picture = make_picture()
    client.force_login(editor)
    assert change(client, picture, focus_x="0.1", focus_y="0.25").status_code == 302
    moved = Picture.objects.get()
    assert is_complete(moved)
    assert "-100-250-" in moved.crop("square").largest.name
    address = reverse("admin:articles_picture_change", args=[picture.pk])
    crops = Document.of(client.get(address), comments=True).one("div", class_="crops")
    shown = [moved.crop(slot).smallest.url for slot in ("card", "wide", "square", "upright")]
    assert [img.attributes["src"] for img in crops.all("img")] == shown
    labels = [label.text() for label in crops.all("figcaption")]
    assert labels == ["بطاقة", "عريضة", "مربّعة", "قائمة"]


@pytest.mark.parametrize("fields", [{"focus_x": "2"}, {"focus_y": "-0.1"}, {"alt_text": "س" * 301}])
def test_what_is_sent_back_leaves_no_file(client, editor, fields):
    client.force_login(editor)
    file = SimpleUploadedFile("a.jpg", picture_file((300, 200)).getvalue(), "image/jpeg")
    data = {"alt_text": "سنابل", "focus_x": "0.5", "focus_y": "0.5", "upload": file, **fields}
    assert client.post(reverse("admin:articles_picture_add"), data).status_code == 200
    assert not Picture.objects.exists()
    assert not default_storage.exists("pictures")


def test_a_lost_file_is_told_in_arabic_and_stops_no_change_of_words(client, editor):
    picture = make_picture()
    default_storage.delete(picture.file.name)
    client.force_login(editor)
    answer = change(client, picture, focus_x="0.1", alt_text="قمح")
    assert "تعذّرت قراءة الملف المحفوظ" in answer.content.decode()
    assert 'value="قمح"' in answer.content.decode()
    assert change(client, picture, alt_text="قمح").status_code == 302
    assert Picture.objects.get().alt_text == "قمح"


# Pictures from before the slots


def test_a_picture_from_before_is_shown_whole_in_every_slot():
    picture = old_row()
    for slot in SLOTS:
        crop = picture.crop(slot)
        assert crop.avif == []
        assert [size.width for size in crop.jpeg] == [480, 900]
    assert (picture.smallest.width, picture.largest.width) == (480, 900)


def test_a_row_of_the_release_before_needs_no_slots():
    picture = make_picture()
    columns = {field.column for field in Picture._meta.fields} - {"id", "stored_slots"}
    names = ", ".join(sorted(columns))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO articles_picture ({names}) SELECT {names} FROM articles_picture"  # noqa: S608
        )
    added = Picture.objects.exclude(pk=picture.pk).get()
    assert added.stored_slots == {}
    assert added.crop("wide").jpeg == picture.renditions


def test_remaking_gives_old_pictures_their_slots_once():
    old, new = old_row(), make_picture(size=(500, 400))
    kept = {size.name: default_storage.open(size.name).read() for size in old.renditions}
    assert "1 pictures made anew, 1 left" in run()
    old.refresh_from_db()
    assert is_complete(old)
    assert is_complete(new)
    assert [size.width for size in old.crop("card").avif] == [320, 736, 900]
    for name, content in kept.items():
        assert default_storage.open(name).read() == content
    assert "0 pictures made anew, 2 left" in run()


def test_remaking_goes_on_where_it_was_cut_off():
    picture = old_row()
    done = default_storage.save(
        f"{renditions.planned(picture)['card']['stem']}-320.jpg", picture_file((320, 213))
    )
    content = default_storage.open(done).read()
    run()
    assert default_storage.open(done).read() == content
    picture.refresh_from_db()
    default_storage.delete(picture.crop("wide").avif[0].name)
    assert "1 pictures made anew" in run()
    assert is_complete(picture)


def test_remaking_names_a_picture_whose_file_is_lost_and_makes_the_others():
    lost, other = old_row(), old_row(size=(500, 400))
    default_storage.delete(lost.file.name)
    said = io.StringIO()
    with pytest.raises(CommandError):
        call_command("remake_pictures", stdout=said, stderr=said)
    assert lost.file.name in said.getvalue()
    other.refresh_from_db()
    assert is_complete(other)
    with pytest.raises(Refused, match="lost"):
        remake(lost)


def test_remaking_does_not_undo_what_the_desk_does_meanwhile():
    seen = old_row()
    moved = Picture.objects.get()
    moved.focus_x = 0.1
    refocus(moved)
    moved.save()
    assert not remake(seen)
    assert Picture.objects.get().stored_slots == moved.stored_slots


# Files


class FullDisk(FileSystemStorage):
    """Writes half of a file, then finds no room."""

    def _save(self, name, content):
        super()._save(name, ContentFile(content.read()[:10]))
        raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_no_half_file(settings):
    place = {"BACKEND": f"{FullDisk.__module__}.{FullDisk.__qualname__}"}
    settings.STORAGES = settings.STORAGES | {"default": place}
    with pytest.raises(OSError, match="No space"):
        keep("pictures/ab/ab.jpg", ContentFile(b"x" * 100))
    assert not default_storage.exists("pictures/ab/ab.jpg")


def test_those_who_store_the_same_at_once_leave_one_file():
    with ThreadPoolExecutor(8) as pool:
        content = [ContentFile(b"x" * 9000) for _ in range(64)]
        list(pool.map(keep, repeat("pictures/ab/abc.jpg"), content))
    assert names_of("abc") == ["pictures/ab/abc.jpg"]
