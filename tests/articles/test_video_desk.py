"""The desk brings videos in, chooses them for stories, and cannot lose one that is shown."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import publishing
from articles.models import Article, Revision, Video
from articles.publishing import NotReady
from tests.articles.panel import page_of, said, screen, typed
from tests.factories import CAPTIONS, film, make_article, make_picture, make_video

pytestmark = pytest.mark.django_db

ADD, LIST = reverse("admin:articles_video_add"), reverse("admin:articles_video_changelist")


def of(video: Video, act: str = "change") -> str:
    return reverse(f"admin:articles_video_{act}", args=[video.pk])


def a_film(name: str = "فيلم.mp4", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, film("mp4") if content is None else content, "text/html")


def words(text: str = CAPTIONS) -> SimpleUploadedFile:
    return SimpleUploadedFile("كلام.vtt", text.encode(), "image/png")


def form(**fields) -> dict:
    return {"title": "وصول السفينة", "address": "", "captions_language": "ar", "credit": "",
            "duration": "", **fields}  # fmt: skip


def errors(answer) -> str:
    assert answer.status_code == 200
    lists = page_of(answer).all("ul", class_="errorlist")
    return " ".join(found.text() for found in lists)


# Bringing it in


def test_a_reporter_brings_in_a_film_with_its_captions(as_reporter, reporter):
    sent = form(upload=a_film("../../فيلم.php"), captions_upload=words(), duration="٣:٠٧")
    assert as_reporter.post(ADD, sent).status_code == 302
    video = Video.objects.get()
    assert (video.uploaded_by, video.duration, video.address) == (reporter, 187, "")
    assert video.file.name.startswith("videos/")
    assert video.file.name.endswith(".mp4")
    assert default_storage.open(video.file.name).size == len(film("mp4"))
    assert default_storage.open(video.captions.name).read() == CAPTIONS.encode()


def test_a_large_upload_goes_from_the_disk_to_its_place(as_reporter, settings):
    settings.FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
    assert as_reporter.post(ADD, form(upload=a_film())).status_code == 302
    assert default_storage.open(Video.objects.get().file.name).size == len(film("mp4"))
    # The same once more: it is there already.
    assert as_reporter.post(ADD, form(upload=a_film())).status_code == 302
    assert len(default_storage.listdir(Video.objects.first().file.name.rpartition("/")[0])[1]) == 1


def test_an_address_at_a_service_serves_too(as_reporter):
    sent = form(address="https://www.youtube.com/watch?v=abc&t=5")
    assert as_reporter.post(ADD, sent).status_code == 302
    video = Video.objects.get()
    assert (video.address, str(video.file)) == ("https://www.youtube.com/watch?v=abc&t=5", "")


ADDRESS = "https://video.example/1"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "اختر ملفًّا، أو اكتب رابط الفيديو"),
        ({"upload": a_film, "address": ADDRESS}, "لا كلاهما"),
        ({"address": ADDRESS, "captions_upload": words}, "التسميات التوضيحية للملف وحده"),
        ({"address": "http://video.example/1"}, "يجب أن يبدأ الرابط"),
        ({"address": "https://youtube.com@video.example/1"}, "يجب أن يبدأ الرابط"),
        ({"address": "javascript:alert(1)"}, "رابط"),
        ({"address": ADDRESS, "duration": "3.07"}, "مثل 3:07"),
        ({"address": ADDRESS, "captions_language": "xx"}, "xx"),
        ({"upload": lambda: a_film(content=b"<html><script>")}, "نقبل MP4 وWebM"),
        ({"upload": lambda: a_film(content=film("mp4")[:3000])}, "تالف أو ينقصه جزء"),
        ({"upload": lambda: a_film(content=b"")}, "فارغ"),
        ({"upload": a_film, "captions_upload": lambda: words("1\n00:01,0")}, "بكلمة WEBVTT"),
        (
            {"upload": a_film, "captions_upload": lambda: words(CAPTIONS.replace(".", ","))},
            "السطر 3",
        ),
    ],
)  # fmt: skip
def test_a_refusal_is_told_in_arabic_and_leaves_nothing(as_reporter, tmp_path, fields, sentence):
    made = {name: value() if callable(value) else value for name, value in fields.items()}
    answer = as_reporter.post(ADD, form(**made))
    assert sentence in errors(answer)
    assert page_of(answer).one("input", id="id_title").attributes["value"] == "وصول السفينة"
    assert not Video.objects.exists()
    assert not (tmp_path / "media").exists()


def test_a_refused_duration_stays_as_it_was_typed(as_reporter):
    answer = as_reporter.post(ADD, form(address=ADDRESS, duration="ثلاث دقائق"))
    assert page_of(answer).one("input", id="id_duration").attributes["value"] == "ثلاث دقائق"


def test_words_change_and_files_stay_until_new_ones_come(as_reporter, reporter):
    video = make_video(uploaded_by=reporter, duration=187)
    shown = page_of(as_reporter.get(of(video)))
    assert shown.one("input", id="id_duration").attributes["value"] == "3:07"
    as_reporter.post(of(video), form(title="عنوان جديد", duration="3:07"))
    same = Video.objects.get()
    assert (same.title, same.duration) == ("عنوان جديد", 187)
    assert (same.file.name, same.captions.name) == (video.file.name, video.captions.name)

    as_reporter.post(of(video), form(**{"upload": a_film(), "captions_upload-clear": "on"}))
    changed = Video.objects.get()
    assert changed.file.name.endswith(".mp4")
    assert not changed.captions


def test_a_film_does_not_become_an_address(as_reporter, reporter):
    video = make_video(uploaded_by=reporter)
    assert "لا كلاهما" in errors(as_reporter.post(of(video), form(address=ADDRESS)))


def test_the_list_names_place_length_and_captions(as_editor):
    make_video(duration=187)
    make_video(address="https://www.youtube.com/watch?v=abc", title="مقابلة الوزير")
    shown = page_of(as_editor.get(LIST)).one("table", id="result_list").text()
    for text in ("وصول سفينة القمح", "3:07", "WEBM", "www.youtube.com", "مقابلة الوزير"):
        assert text in shown
    found = page_of(as_editor.get(f"{LIST}?q=الوزير")).one("table", id="result_list").text()
    assert "مقابلة الوزير" in found
    assert "سفينة" not in found


# Choosing it for a story


def test_a_video_is_chosen_beside_the_lead_picture_and_found_by_its_title(as_reporter, reporter):
    story, video = make_article(created_by=reporter), make_video()
    assert page_of(as_reporter.get(screen(story))).all("select", id="id_video")
    found = as_reporter.get(
        reverse("admin:autocomplete"),
        {"term": "سفينة", "app_label": "articles", "model_name": "article", "field_name": "video"},
    )
    assert [row["id"] for row in found.json()["results"]] == [str(video.pk)]
    as_reporter.post(screen(story), typed(story.category, video=str(video.pk), _save="1"))
    assert Article.objects.get().video == video
    assert Revision.objects.get(role="working").content["video"] == video.pk


def test_readers_see_a_new_video_when_it_is_published(as_editor):
    story = make_article(published=True, lead_picture=make_picture())
    video = make_video()
    sent = typed(story.category, video=str(video.pk), lead_picture=str(story.lead_picture_id))
    as_editor.post(screen(story), sent | {"_save": "1"})
    story.refresh_from_db()
    assert story.video is None
    as_editor.post(screen(story), sent | {"_publish": "1"})
    story.refresh_from_db()
    assert story.video == video
    assert story.live_revision.content["video"] == video.pk


def test_a_working_copy_from_before_there_were_videos_can_be_published(editor):
    story = make_article()
    content = {"headline": "عنوان", "body": "<p>نص</p>", "label": "", "lead_picture": None,
               "category": story.category_id, "slug": "عنوان"}  # fmt: skip
    Revision.objects.create(article=story, number=1, content=content, by=editor)
    publishing.publish(story, by=editor)
    assert Article.objects.live().get().video is None


@pytest.mark.parametrize(
    ("label", "with_video", "with_picture", "lacking"),
    [
        ("video", False, True, {"video"}),
        ("video", True, False, {"poster"}),
        ("", True, False, {"poster"}),
        ("video", True, True, set()),
        ("breaking", True, True, set()),
        ("video", False, False, {"video"}),
    ],
)
def test_what_a_video_story_needs(editor, label, with_video, with_picture, lacking):
    story = make_article(
        label=label,
        video=make_video() if with_video else None,
        lead_picture=make_picture() if with_picture else None,
    )
    assert set(publishing.missing(story)) == lacking
    if lacking:
        with pytest.raises(NotReady):
            publishing.publish(story, by=editor)
    else:
        assert publishing.publish(story, by=editor).video


def test_the_screen_says_what_a_video_story_lacks(as_editor):
    shown = page_of(as_editor.get(screen(make_article(label="video"))))
    assert "التصنيف «فيديو» وليس في الخبر فيديو" in shown.one("div", class_="missing").text()
    shown = page_of(as_editor.get(screen(make_article(video=make_video()))))
    assert "يحتاج الفيديو إلى صورة رئيسية" in shown.one("div", class_="missing").text()


def test_a_video_that_vanished_is_named_and_not_published(editor):
    story = make_article(lead_picture=make_picture())
    publishing.publish(story, by=editor)
    video = make_video()
    publishing.save_draft(story, {"video": video.pk}, by=editor)
    video.delete()
    with pytest.raises(NotReady, match="video_gone"):
        publishing.publish(story, by=editor)


# Keeping it


def test_a_video_in_use_stays_and_says_which_stories_show_it(as_chief):
    video = make_video()
    story = make_article(headline="سفينة القمح في المرفأ", video=video)
    answer = as_chief.post(of(video, "delete"), {"post": "yes"})
    assert answer.status_code == 302
    assert "هذا الفيديو مستعمل في مقال" in said(answer)
    shown = page_of(as_chief.get(of(video)))
    links = [link.attributes["href"] for link in shown.all("a")]
    assert screen(story) in links
    chosen = {"action": "delete_selected", "_selected_action": [video.pk], "post": "yes"}
    as_chief.post(LIST, chosen)
    assert Video.objects.get() == video


def test_a_video_that_only_a_working_copy_shows_stays_too(as_chief, chief):
    story, video = make_article(published=True), make_video()
    publishing.save_draft(story, {"video": video.pk}, by=chief)
    assert "مستعمل في مقال" in said(as_chief.post(of(video, "delete"), {"post": "yes"}))
    assert Video.objects.exists()


def test_a_free_video_is_deleted_with_its_files_by_those_who_may(
    client, reporter, chief, django_capture_on_commit_callbacks
):
    video = make_video(uploaded_by=reporter)
    client.force_login(reporter)
    assert client.post(of(video, "delete"), {"post": "yes"}).status_code == 403
    client.force_login(chief)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(of(video, "delete"), {"post": "yes"}).status_code == 302
    assert not Video.objects.exists()
    assert not default_storage.exists(video.file.name)


def test_a_reporter_changes_their_own_video_until_readers_see_it(client, reporter, editor):
    own, foreign = make_video(uploaded_by=reporter), make_video(uploaded_by=editor)
    client.force_login(reporter)
    assert client.post(of(own), form()).status_code == 302
    assert client.post(of(foreign), form()).status_code == 403
    make_article(published=True, video=own, lead_picture=make_picture())
    assert client.post(of(own), form()).status_code == 403
    assert client.get(of(own)).status_code == 200
    client.force_login(editor)
    assert client.post(of(own), form()).status_code == 302


def test_who_sees_a_video_learns_nothing_of_stories_that_are_not_theirs(as_reporter, editor):
    video = make_video()
    make_article(headline="سرّ لم يُنشر", created_by=editor, video=video)
    assert "سرّ لم يُنشر" not in page_of(as_reporter.get(of(video))).text()


def test_a_moderator_has_no_business_with_videos(client, moderator):
    client.force_login(moderator)
    assert client.get(LIST).status_code == 403
    assert client.get(of(make_video())).status_code == 403
