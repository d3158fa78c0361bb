"""The library of pictures: found, taken in many at a time, with what each owes and where it is."""

import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image, ImageDraw

from articles import publishing
from articles.models import Article, FormerFile, Picture
from articles.pictures import likeness
from articles.pictures.apart import decode_apart
from articles.pictures.decoding import Refused
from articles.pictures.intake import take_in
from articles.publishing import NotReady
from tests.articles.panel import page_of, said
from tests.conftest import SHARED
from tests.factories import make_article, make_picture, picture_file

pytestmark = pytest.mark.django_db

PILLOW = SHARED / "images-pillow"
LIST = reverse("admin:articles_picture_changelist")
UPLOAD = reverse("admin:articles_picture_upload")


def drawn(seed: int, *, size: tuple[int, int] = (600, 400), kind: str = "PNG") -> bytes:
    """A drawing of its own, the same for each seed."""
    picture = Image.new("RGB", (600, 400), (seed * 37 % 256, 90, 140))
    pen = ImageDraw.Draw(picture)
    for number in range(12):
        x, y = (seed * 71 + number * 53) % 560, (seed * 29 + number * 97) % 360
        shade = (number * 20, seed * 11 % 256, 255 - number * 15)
        pen.rectangle((x, y, x + 60 + seed % 40, y + 70), fill=shade)
    file = io.BytesIO()
    picture.resize(size).save(file, kind)
    return file.getvalue()


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/png")


def keys(answer) -> set[int]:
    return {picture.pk for picture in answer.context["cl"].result_list}


# The grid


def test_pictures_are_found_in_any_spelling(as_editor):
    wheat = make_picture(size=(90, 60), alt_text="سنابل القمح", caption="", credit="هدى")
    port = make_picture(size=(91, 60), alt_text="ميناء", caption="رافعةٌ فِي المِيناء", credit="أحمد")
    assert keys(as_editor.get(LIST, {"q": "رافعه الميناء"})) == {port.pk}
    assert keys(as_editor.get(LIST, {"q": "احمد"})) == {port.pk}
    assert keys(as_editor.get(LIST, {"q": "قمح"})) == {wheat.pk}
    assert keys(as_editor.get(LIST, {"q": str(wheat.pk)})) >= {wheat.pk}
    assert keys(as_editor.get(LIST, {"q": "((("})) == set()


def test_what_each_lacks_stands_on_its_tile_and_is_counted(as_editor):
    today = timezone.localdate()
    mute = make_picture(size=(90, 60), alt_text="")
    owed = make_picture(size=(91, 60), credit="")
    over = make_picture(size=(92, 60), expires_on=today - timedelta(days=1))
    soon = make_picture(size=(93, 60), expires_on=today + timedelta(days=2))
    make_picture(size=(94, 60), alt_text="", is_decorative=True)
    for asked, found, words in (
        ("alt", mute, "بلا نص بديل"), ("credit", owed, "بلا مصدر"), ("over", over, "انتهى حقها"),
        ("soon", soon, "ينتهي الحق بعد 3 أيام"),
    ):  # fmt: skip
        answer = as_editor.get(LIST, {"lacks": asked})
        assert keys(answer) == {found.pk}
        assert words in page_of(answer).one("ul", class_="grid").text()


def test_a_tile_says_how_many_stories_it_leads(as_editor):
    picture = make_picture()
    for _number in range(3):
        make_article(lead_picture=picture)
    assert "تتصدّر 3 أخبار" in page_of(as_editor.get(LIST)).one("ul", class_="grid").text()


def test_the_grid_costs_as_much_for_many_as_for_few(as_editor):
    def cost(number: int) -> int:
        for place in range(number):
            picture = make_picture(size=(100 + Picture.objects.count(), 60 + place))
            make_article(lead_picture=picture)
        with CaptureQueriesContext(connection) as captured:
            assert as_editor.get(LIST).status_code == 200
        return len(captured)

    assert cost(2) == cost(10) <= 8


def test_the_picture_says_where_it_is_shown(as_editor, editor):
    picture = make_picture(size=(90, 60))
    lead = make_article(headline="يتصدّره", lead_picture=picture)
    body = make_article(
        headline="في نصّه", body=f'<p>نص</p><figure data-picture="{picture.pk}"></figure>'
    )
    copy = make_article(headline="في مسودته")
    publishing.save_draft(copy, {"lead_picture": picture.pk}, by=editor)
    make_article(headline="بلا صورة")
    text = as_editor.get(reverse("admin:articles_picture_change", args=[picture.pk])).text
    for story in (lead, body, copy):
        assert story.headline in text
    assert "بلا صورة" not in text


# Taking in


def test_many_are_taken_in_at_once_and_a_bad_one_is_named(as_reporter, reporter):
    files = [upload(f"{n}.png", drawn(n)) for n in (1, 2)]
    answer = as_reporter.post(UPLOAD, {"files": [*files, upload("خريطة.tiff", b"II*\x00nothing")]})
    assert answer.status_code == 302
    assert Picture.objects.filter(uploaded_by=reporter).count() == 2
    assert "خريطة.tiff" in said(answer)
    assert "دخل المكتبة: 2" in said(answer)


def test_a_script_hears_of_each_file_alone(as_editor):
    answer = as_editor.post(
        UPLOAD, {"files": upload("1.png", drawn(1))}, headers={"accept": "application/json"}
    )
    picture = Picture.objects.get()
    assert answer.json()["address"] == reverse("admin:articles_picture_change", args=[picture.pk])
    refused = as_editor.post(
        UPLOAD, {"files": upload("x.png", b"x")}, headers={"accept": "application/json"}
    )
    assert refused.status_code == 422
    assert "لا يمكن" in refused.json()["refused"] or "صورة" in refused.json()["refused"]
    assert Picture.objects.count() == 1


def test_the_very_same_picture_is_not_taken_in_twice(editor):
    first = take_in(io.BytesIO(drawn(1)), by=editor)
    again = take_in(io.BytesIO(drawn(1)), by=editor)
    assert (again.picture, again.is_new) == (first.picture, False)
    assert Picture.objects.count() == 1


def test_one_that_looks_like_another_is_told_and_kept(editor):
    first = take_in(io.BytesIO(drawn(1)), by=editor)
    small = take_in(io.BytesIO(drawn(1, size=(300, 200), kind="JPEG")), by=editor)
    assert small.is_new
    assert small.alike == first.picture
    assert take_in(io.BytesIO(drawn(5)), by=editor).alike is None


@pytest.mark.parametrize("seed", range(6))
def test_alike_is_what_was_saved_again_and_not_what_is_another(seed):
    look = likeness.look_of(Image.open(io.BytesIO(drawn(seed))))
    for kind, size in (("JPEG", (600, 400)), ("WEBP", (150, 100)), ("PNG", (1200, 800))):
        other = likeness.look_of(Image.open(io.BytesIO(drawn(seed, size=size, kind=kind))))
        assert likeness.are_alike(look, other)
    another = likeness.look_of(Image.open(io.BytesIO(drawn(seed + 7))))
    assert not likeness.are_alike(look, another)


def test_two_empty_pictures_are_not_called_alike():
    blank = likeness.look_of(Image.new("RGB", (50, 50), "white"))
    assert not likeness.are_alike(blank, blank)
    assert not likeness.are_alike("", "")


def test_a_decoder_that_runs_wild_takes_no_other_process_along():
    """The process of its own has less memory than the picture needs, or less time."""
    large = io.BytesIO()
    Image.new("RGBA", (5000, 5000), "teal").save(large, "PNG")
    for limits in ({"memory": 120 * 1024 * 1024}, {"wait": 0.001}):
        with pytest.raises(Refused, match=r"too_hard|not_a_picture"):
            decode_apart(io.BytesIO(large.getvalue()), **limits)
    assert decode_apart(picture_file((60, 40))).size == (60, 40)


# What pictures owe at publication


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"alt_text": ""}, "alt_text"), ({"credit": ""}, "credit"),
        ({"expires_on": timezone.localdate() - timedelta(days=1)}, "right_over"),
    ],
)  # fmt: skip
def test_a_lead_that_owes_something_keeps_the_story_back(editor, words, code):
    story = make_article()
    lead = make_picture(**words)
    publishing.save_draft(story, {"lead_picture": lead.pk}, by=editor)
    with pytest.raises(NotReady) as refusal:
        publishing.publish(Article.objects.get(pk=story.pk), by=editor)
    assert refusal.value.codes == (code,)


def test_a_picture_of_the_text_owes_the_same(editor):
    mute = make_picture(size=(90, 60), alt_text="", credit="")
    body = f'<p>نص الخبر.</p><figure data-picture="{mute.pk}"></figure>'
    story = make_article(body=body)
    with pytest.raises(NotReady) as refusal:
        publishing.publish(story, by=editor)
    assert set(refusal.value.codes) == {"picture_words", "credit"}


def test_what_only_decorates_needs_no_words(editor):
    story = make_article()
    lead = make_picture(alt_text="", is_decorative=True)
    publishing.save_draft(story, {"lead_picture": lead.pk}, by=editor)
    publishing.publish(Article.objects.get(pk=story.pk), by=editor)
    assert Article.objects.live().exists()


def test_a_right_that_ends_today_still_holds(editor):
    story = make_article()
    lead = make_picture(expires_on=timezone.localdate())
    publishing.save_draft(story, {"lead_picture": lead.pk}, by=editor)
    publishing.publish(Article.objects.get(pk=story.pk), by=editor)


# Originals and odd files


def test_the_original_is_nobodys_to_fetch_and_its_crops_are(client, editor):
    picture = make_picture()
    original = f"/media/{picture.file.name}"
    assert client.get(original).status_code == 404
    client.force_login(editor)
    assert client.get(original).status_code == 404
    for slot in ("whole", "wide", "card", "square"):
        crop = picture.crop(slot)
        for size in (*crop.jpeg, *crop.avif):
            assert client.get(size.url).status_code == 200


@pytest.mark.shared
def test_odd_files_through_the_door_are_taken_or_refused_in_words(as_editor):
    """A sixth of the collection; all of it is decoded in ``test_pictures``."""
    for path in sorted(PILLOW.rglob("*"))[::6]:
        if not path.is_file() or path.suffix in {".md", ".json"}:
            continue
        answer = as_editor.post(
            UPLOAD, {"files": upload(path.name, path.read_bytes())},
            headers={"accept": "application/json"},
        )  # fmt: skip
        assert answer.status_code in {200, 422}, path.name
        if answer.status_code == 422:
            assert re.search("[\u0600-\u06ff]", answer.json()["refused"]), path.name


def test_a_file_that_was_replaced_comes_back_and_can_go_again(as_editor, editor):
    picture = take_in(io.BytesIO(drawn(1)), by=editor).picture
    first = picture.content_hash
    form = {
        "upload": upload("2.png", drawn(2)), "alt_text": "مربّعات", "credit": "هدى", "caption": "",
        "holder": "", "licence": "", "allowed_uses": "", "expires_on": "", "focus_x": "0.2",
        "focus_y": "0.5",
    }  # fmt: skip
    screen = reverse("admin:articles_picture_change", args=[picture.pk])
    assert as_editor.post(screen, form).status_code == 302
    picture.refresh_from_db()
    second = picture.content_hash
    assert second != first
    former = FormerFile.objects.get()
    assert "ملفات سابقة" in as_editor.get(screen).text
    as_editor.post(reverse("admin:articles_picture_former", args=[picture.pk, former.pk]))
    picture.refresh_from_db()
    assert (picture.content_hash, picture.focus_x) == (first, 0.5)
    assert FormerFile.objects.get().content_hash == second
    assert as_editor.get(picture.crop("card").smallest.url).status_code == 200
    other = make_picture()
    foreign = reverse("admin:articles_picture_former", args=[other.pk, FormerFile.objects.get().pk])
    assert as_editor.post(foreign).status_code == 404


def test_new_words_alone_make_no_former_file(as_editor):
    picture = make_picture()
    form = {
        "alt_text": "غيرها", "credit": "هدى", "caption": "", "holder": "", "licence": "",
        "allowed_uses": "", "expires_on": "", "focus_x": "0.5", "focus_y": "0.5",
    }  # fmt: skip
    as_editor.post(reverse("admin:articles_picture_change", args=[picture.pk]), form)
    assert not FormerFile.objects.exists()
