"""What the desk does to a story, and what readers see of it."""

from datetime import timedelta
from functools import partial
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from articles import events, publishing
from articles.models import Article, Picture, Revision
from articles.publishing import NotReady
from articles.workflow import WrongState
from tests.articles.markup import Document
from tests.factories import BODY, make_author, make_category, make_picture

pytestmark = pytest.mark.django_db
CANARY = "كناري٧"


@pytest.fixture
def heard():
    """What was announced, in order."""
    said: list[tuple[str, Article]] = []

    def hear(name, article, **kwargs):
        said.append((name, article))

    ears = {
        getattr(events, name): partial(hear, name)
        for name in (
            "article_published", "article_withdrawn", "article_submitted", "article_sent_back",
        )
    }  # fmt: skip
    for signal, ear in ears.items():
        signal.connect(ear)
    yield said
    for signal, ear in ears.items():
        signal.disconnect(ear)


def content(**words):
    category = words.pop("category", None) or make_category().pk
    return {"headline": "اتفاق على القمح", "body": BODY, "category": category, **words}


def started(by, **words) -> Article:
    return publishing.start(content(**words), by=by)


def test_a_story_goes_from_its_reporter_over_the_desk_to_the_public(reporter, editor, reader):
    author, picture = make_author(), make_picture()
    story = started(
        reporter, tags=["الأمن", "القمح"], authors=[author.pk], lead_picture=picture.pk,
        standfirst="ملخّص", kicker="زراعة",
    )  # fmt: skip
    assert (story.state, story.created_by) == ("draft", reporter)
    assert reader.get(story.get_absolute_url()).status_code == 404
    story = publishing.submit(story, by=reporter)
    assert story.state == "submitted"
    story = publishing.take_up(story, by=editor)
    assert story.state == "in_review"
    story = publishing.call_ready(story, by=editor)
    assert story.state == "ready"
    assert not Article.objects.live().exists()
    story = publishing.publish(story, by=editor)
    page = reader.get(story.get_absolute_url())
    assert page.status_code == 200
    for shown in ("اتفاق على القمح", "ملخّص", "زراعة", author.name, "الأمن", picture.caption):
        assert shown in page.content.decode()


def test_a_story_sent_back_is_its_reporters_again(reporter, editor):
    story = publishing.submit(started(reporter), by=reporter)
    with pytest.raises(PermissionDenied):
        publishing.save_draft(story, {"headline": "آخر"}, by=reporter)
    story = publishing.send_back(story, by=editor)
    assert story.state == "draft"
    publishing.save_draft(story, {"headline": "آخر"}, by=reporter)
    assert Article.objects.get(pk=story.pk).headline == "آخر"


def test_readers_see_nothing_of_the_working_copy(editor, reader):
    story = publishing.publish(started(editor, tags=["القمح"]), by=editor)
    secret = content(
        headline=CANARY, short_headline=CANARY, kicker=CANARY, standfirst=CANARY, slug=CANARY,
        body=f"<p>{CANARY}</p>", dateline=CANARY, source_line=CANARY, tags=[CANARY],
        label="breaking", comment_mode="closed", authors=[make_author().pk],
        lead_picture=make_picture(caption=CANARY).pk,
    )  # fmt: skip
    addresses = (
        story.get_absolute_url(), story.short_url, "/", story.category.get_absolute_url(),
        story.tags.get().get_absolute_url(), "/sitemap.xml", "/sitemap-1.xml",
    )  # fmt: skip
    before = [reader.get(address).content for address in addresses]
    publishing.save_draft(story, secret, by=editor)
    after = [reader.get(address).content for address in addresses]
    assert after == before
    assert CANARY.encode() not in b"".join(after)
    assert reader.get(f"/tag/{CANARY}/").status_code == 404


def test_publishing_brings_the_whole_working_copy_before_readers(editor):
    first, second = make_author("أ"), make_author("ب")
    story = publishing.publish(started(editor, authors=[first.pk], tags=["القمح"]), by=editor)
    new = content(
        headline="عنوان جديد", body="<p>نص جديد كله.</p>", tags=["الأمن"], label="breaking",
        authors=[second.pk, first.pk], lead_picture=make_picture().pk, comment_mode="closed",
    )  # fmt: skip
    publishing.save_draft(story, new, by=editor)
    publishing.publish(story, by=editor)
    live = Article.objects.live().get()
    assert (live.headline, live.body) == ("عنوان جديد", "<p>نص جديد كله.</p>")
    assert (live.label, live.comment_mode) == ("breaking", "closed")
    assert list(live.tags.names()) == ["الأمن"]
    assert [byline.author for byline in live.bylines.all()] == [second, first]
    assert live.lead_picture_id == new["lead_picture"]
    assert live.word_count == 3
    assert live.live_revision.content["headline"] == "عنوان جديد"


def test_a_live_story_keeps_its_date_its_code_and_its_address(editor):
    story = publishing.publish(started(editor), by=editor)
    moment, code, address = story.published_at, story.code, story.get_absolute_url()
    Article.objects.update(
        published_at=moment - timedelta(days=1), first_published_at=moment - timedelta(days=1)
    )
    publishing.save_draft(story, {"headline": "عنوان آخر تمامًا"}, by=editor)
    again = publishing.publish(story, by=editor)
    assert again.published_at == moment - timedelta(days=1)
    assert again.first_published_at == again.published_at
    assert (again.code, again.get_absolute_url()) == (code, address)
    assert again.updated_at is None


def test_a_new_slug_moves_the_story_in_one_step(editor, reader):
    story = publishing.publish(started(editor), by=editor)
    old = story.get_absolute_url()
    publishing.save_draft(story, {"slug": "قمح-وخبز"}, by=editor)
    new = publishing.publish(story, by=editor).get_absolute_url()
    moved = reader.get(old)
    assert (moved.status_code, moved["Location"]) == (301, new)
    assert reader.get(new).status_code == 200


def test_readers_are_told_of_an_update_when_an_editor_says_so(editor):
    story = publishing.save_draft(started(editor), {"told": "update"}, by=editor)
    story = publishing.publish(story, by=editor)
    assert story.updated_at is None, "a story that was never public has not changed"
    yesterday = story.published_at - timedelta(days=1)
    Article.objects.update(published_at=yesterday, first_published_at=yesterday)
    publishing.save_draft(story, {"told": "update"}, by=editor)
    story = publishing.publish(story, by=editor)
    assert story.shown_update > yesterday
    assert story.published_at == yesterday


def test_a_scheduled_story_appears_when_its_hour_comes(editor):
    hour = timezone.now().replace(microsecond=0) + timedelta(hours=2)
    story = publishing.publish(started(editor), by=editor, at=hour)
    assert story.is_scheduled
    assert not Article.objects.live().exists()
    assert not Article.objects.live(at=hour - timedelta(seconds=1)).exists()
    assert Article.objects.live(at=hour).get() == story
    story = publishing.publish(story, by=editor, at=timezone.now())
    assert Article.objects.live().get() == story


def test_the_first_publication_is_when_readers_could_first_read_it(editor):
    now = timezone.now().replace(microsecond=0)
    story = publishing.publish(started(editor), by=editor, at=now + timedelta(hours=2))
    story = publishing.publish(story, by=editor, at=now + timedelta(hours=5))
    assert story.first_published_at == now + timedelta(hours=5)
    story = publishing.publish(story, by=editor, at=now)
    assert story.first_published_at == now
    story = publishing.publish(story, by=editor, at=now - timedelta(hours=1))
    assert story.first_published_at <= now


def test_a_withdrawn_story_says_so_at_its_address(editor, chief, reader):
    story = publishing.publish(started(editor), by=editor)
    story = publishing.withdraw(story, by=chief)
    page = reader.get(story.get_absolute_url())
    assert page.status_code == 410
    assert Document.of(page).one("h1").text() == "سُحب هذا المقال"
    assert story.headline not in page.content.decode()
    assert reader.get(story.short_url).status_code == 410
    story = publishing.publish(story, by=editor)
    assert reader.get(story.get_absolute_url()).status_code == 200


def test_what_was_withdrawn_before_its_hour_was_never_public(editor, chief):
    hour = timezone.now() + timedelta(hours=2)
    story = publishing.publish(started(editor), by=editor, at=hour)
    publishing.withdraw(story, by=chief)
    assert Article.objects.get().state == "ready"
    later = hour + timedelta(hours=1)
    assert not Article.objects.live(at=later).exists()
    assert not Article.objects.withdrawn(at=later).exists()


def test_the_hour_of_withdrawal(editor, chief):
    story = publishing.publish(started(editor), by=editor)
    end = timezone.now() + timedelta(hours=1)
    publishing.withdraw_on(story, end, by=chief)
    assert Article.objects.live().exists()
    assert not Article.objects.live(at=end).exists()
    publishing.withdraw_on(story, None, by=chief)
    assert Article.objects.live(at=end).exists()
    for past in (story.published_at, timezone.now() - timedelta(seconds=1)):
        with pytest.raises(NotReady, match="withdraw_at"):
            publishing.withdraw_on(story, past, by=chief)


def test_an_hour_that_the_working_copy_names_is_that_of_publication(editor):
    hour = timezone.now().replace(microsecond=0) + timedelta(hours=2)
    story = started(editor, publish_at=hour.isoformat())
    story = publishing.publish(story, by=editor)
    assert story.published_at == hour
    assert not Article.objects.live().exists()


def test_an_hour_that_has_passed_is_no_reason_to_date_back(editor):
    before = timezone.now().replace(microsecond=0)
    story = started(editor, publish_at=(before - timedelta(days=1)).isoformat())
    assert publishing.publish(story, by=editor).published_at >= before


def test_an_hour_to_come_takes_nothing_from_readers_of_a_live_story(editor):
    story = publishing.publish(started(editor), by=editor)
    story = publishing.publish(story, by=editor, at=timezone.now() + timedelta(hours=2))
    assert story.scheduled_for is not None
    assert Article.objects.live().get() == story


def test_a_picture_that_is_gone_is_missed_before_readers_miss_it(editor):
    story = started(editor, body='<p>نص</p><figure data-picture="98765"></figure>')
    assert publishing.missing(story) == ["picture"]
    with pytest.raises(NotReady, match="picture"):
        publishing.publish(story, by=editor)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ({"headline": " "}, ("headline",)),
        ({"body": ""}, ("body",)),
        ({"body": "<p>&nbsp;</p><p><br></p>"}, ("body",)),
        ({"headline": "", "body": ""}, ("headline", "body")),
    ],
)
def test_a_story_without_words_goes_nowhere(reporter, editor, words, codes):
    story = started(reporter, **words)
    assert publishing.missing(story) == list(codes)
    for verb, by in ((publishing.submit, reporter), (publishing.publish, editor)):
        with pytest.raises(NotReady) as refusal:
            verb(story, by=by)
        assert refusal.value.codes == codes
    assert Article.objects.get().state == "draft"


def test_a_lead_picture_must_say_what_it_shows(editor):
    picture = make_picture(alt_text="")
    story = started(editor, lead_picture=picture.pk)
    assert publishing.missing(story) == ["alt_text"]
    with pytest.raises(NotReady, match="alt_text"):
        publishing.publish(story, by=editor)
    Picture.objects.update(alt_text="سنابل")
    publishing.publish(story, by=editor)


def test_a_story_cannot_end_before_it_begins(editor):
    story = started(editor)
    publishing.withdraw_on(story, timezone.now() + timedelta(hours=1), by=editor)
    with pytest.raises(NotReady, match="withdraw_at"):
        publishing.publish(story, by=editor, at=timezone.now() + timedelta(hours=2))


def test_a_draft_cannot_be_withdrawn_nor_sent_back(admin_person):
    story = started(admin_person)
    for verb in (publishing.withdraw, publishing.send_back, publishing.take_up):
        with pytest.raises(WrongState):
            verb(story, by=admin_person)


def test_saving_what_is_there_already_keeps_nothing(reporter):
    words = content()
    story = publishing.start(words, by=reporter)
    changed = Revision.objects.get().changed_at
    publishing.save_draft(story, words, by=reporter)
    assert Revision.objects.get().changed_at == changed


def test_a_live_story_has_no_working_copy_until_somebody_changes_it(editor):
    words = content()
    story = publishing.publish(publishing.start(words, by=editor), by=editor)
    publishing.save_draft(story, {"headline": words["headline"]}, by=editor)
    assert not story.revisions.filter(role=Revision.Role.WORKING).exists()
    publishing.save_draft(story, {"headline": "آخر"}, by=editor)
    publishing.save_draft(story, {"headline": "ثالث"}, by=editor)
    assert story.revisions.filter(role=Revision.Role.WORKING).count() == 1
    assert [revision.number for revision in story.revisions.all()] == [2, 1]


def test_what_was_published_stays_as_it_was(editor):
    story = publishing.publish(started(editor), by=editor)
    first = story.live_revision
    publishing.save_draft(story, {"headline": "آخر"}, by=editor)
    publishing.publish(story, by=editor)
    first.refresh_from_db()
    assert (first.role, first.content["headline"]) == ("kept", "اتفاق على القمح")


def test_news_of_a_verb_goes_out_after_commit_alone(
    reporter, editor, chief, heard, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=False) as waiting:
        story = publishing.submit(started(reporter), by=reporter)
        publishing.publish(story, by=editor)
    assert heard == []
    for announce in waiting:
        announce()
    assert heard == [("article_submitted", story), ("article_published", story)]
    heard.clear()
    with django_capture_on_commit_callbacks(execute=True):
        publishing.withdraw(story, by=chief)
    assert heard == [("article_withdrawn", story)]


def test_a_refusal_is_no_news(reporter, editor, heard, django_capture_on_commit_callbacks):
    story = started(reporter, body="")
    with django_capture_on_commit_callbacks(execute=True):
        with pytest.raises(NotReady):
            publishing.publish(story, by=editor)
        with pytest.raises(PermissionDenied):
            publishing.publish(story, by=reporter)
    assert heard == []


@pytest.mark.django_db(transaction=True)
def test_two_editors_publish_at_once_and_one_text_is_live(editor, chief):
    story = started(editor)
    publishing.save_draft(story, {"headline": "النص الأخير"}, by=editor)
    together = Barrier(2)
    failed: list[Exception] = []

    def press(by):
        try:
            together.wait(timeout=10)
            publishing.publish(Article.objects.get(pk=story.pk), by=by)
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)
        finally:
            connection.close()

    hands = [Thread(target=press, args=[by]) for by in (editor, chief)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(timeout=30)
    assert failed == []
    live = Article.objects.live().get()
    assert live.headline == "النص الأخير"
    assert live.live_revision.content["headline"] == "النص الأخير"
    assert not live.revisions.filter(role=Revision.Role.WORKING).exists()
    numbers = list(live.revisions.values_list("number", flat=True))
    assert live.live_revision.number == max(numbers)
    assert len(set(numbers)) == len(numbers)
