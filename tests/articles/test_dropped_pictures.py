"""A picture dropped on the text goes to the library with its words, or is refused in Arabic."""

import io

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from articles.models import Picture

DROP = reverse("admin:articles_article_picture")
pytestmark = pytest.mark.django_db


def drawn(kind: str = "PNG") -> SimpleUploadedFile:
    written = io.BytesIO()
    Image.new("RGB", (640, 480), "teal").save(written, kind)
    return SimpleUploadedFile(f"a.{kind.lower()}", written.getvalue(), f"image/{kind.lower()}")


def test_it_comes_in_with_its_words(as_reporter, reporter):
    words = {"alt_text": "قطار أخضر  بين التلال", "credit": "تصوير: كريم منصور"}
    answer = as_reporter.post(DROP, words | {"file": drawn()})
    picture = Picture.objects.get()
    assert answer.json() == {"picture": picture.pk}
    assert (picture.alt_text, picture.credit) == ("قطار أخضر بين التلال", words["credit"])
    assert picture.uploaded_by == reporter


@pytest.mark.parametrize("content", [b"", b"<svg onload='alert(1)'/>", b"GIF89a"])
def test_what_is_no_picture_is_refused_in_arabic(as_reporter, content):
    file = SimpleUploadedFile("a.png", content, "image/png")
    answer = as_reporter.post(DROP, {"file": file, "alt_text": "نعم"})
    assert answer.status_code == 400
    assert "صورة" in answer.json()["refused"] or "ملف" in answer.json()["refused"]
    assert not Picture.objects.exists()


def test_nothing_at_all_is_refused(as_reporter):
    assert as_reporter.post(DROP, {}).status_code == 400
    assert as_reporter.get(DROP).status_code == 405


def test_too_many_words_are_cut_and_not_an_error(as_reporter):
    as_reporter.post(DROP, {"file": drawn("JPEG"), "alt_text": "كلمة " * 200})
    assert len(Picture.objects.get().alt_text) <= 300


def test_who_may_write_but_add_no_picture_is_told_so(client, django_user_model):
    writer = django_user_model.objects.create_user("writer", password="a", is_staff=True)
    writer.user_permissions.add(Permission.objects.get(codename="add_article"))
    client.force_login(writer)
    answer = client.post(DROP, {"file": drawn()})
    assert answer.status_code == 403
    assert "الصور" in answer.json()["refused"]
    assert not Picture.objects.exists()


def test_who_may_not_write_drops_nothing(client, moderator):
    client.force_login(moderator)
    assert client.post(DROP, {"file": drawn()}).status_code == 403
