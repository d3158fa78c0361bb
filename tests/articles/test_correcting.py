"""An urgent correction of what readers see, while a rewrite of the story waits."""

from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import translation

from articles import events, publishing
from articles.admin.refusals import sentence
from articles.merging.contents import Side, Written
from articles.models import Article, Revision
from articles.publishing import Collides, NotReady
from articles.workflow import WrongState
from tests.factories import make_article, make_author, make_category, make_picture

pytestmark = pytest.mark.django_db

FIRST = "<p>قال وزير الاقتصاد إن أسعار القمح ستنخفض قبل الصيف.</p>"
SECOND = "<p>وأضاف أن الاتفاق وُقّع أمس في بيروت.</p>"
FIXED = SECOND.replace("بيروت", "طرابلس")
NEW = "<p>وفي وقت لاحق نفت الوزارة ما قاله الوزير.</p>"


@pytest.fixture
def story(editor) -> Article:
    words = {
        "headline": "اتفاق على القمح", "body": FIRST + SECOND, "category": make_category().pk,
        "tags": ["القمح", "لبنان"], "authors": [make_author().pk], "standfirst": "ملخّص",
    }  # fmt: skip
    return publishing.publish(publishing.start(words, by=editor), by=editor)


def rewrite(story, by, **words):
    return publishing.save_draft(story, words, by=by)


def waiting(story) -> dict:
    return story.revisions.get(role=Revision.Role.WORKING).content


def test_readers_get_the_correction_and_nothing_of_the_rewrite(story, editor, reader):
    author = make_author("هدى المنصوري")
    rewrite(
        story, editor, headline="الوزارة تنفي", body=NEW + FIRST + SECOND, tags=["القمح", "مصر"],
        authors=[author.pk],
    )  # fmt: skip
    publishing.correct(story, {"body": FIRST + FIXED, "standfirst": "ملخّص مصوّب"}, by=editor)
    page = reader.get(story.get_absolute_url()).content.decode()
    for shown in ("طرابلس", "ملخّص مصوّب", "اتفاق على القمح"):
        assert shown in page
    for unseen in ("بيروت", "نفت الوزارة", "الوزارة تنفي", "مصر", author.name):
        assert unseen not in page


def test_the_rewrite_waits_on_with_the_correction_in_it_and_its_publication_undoes_nothing(
    story, editor
):
    rewrite(story, editor, headline="الوزارة تنفي", body=NEW + FIRST + SECOND)
    publishing.correct(story, {"body": FIRST + FIXED, "standfirst": "ملخّص مصوّب"}, by=editor)
    assert waiting(story)["body"] == NEW + FIRST + FIXED
    publishing.publish(story, by=editor)
    live = Article.objects.live().get()
    assert (live.headline, live.standfirst) == ("الوزارة تنفي", "ملخّص مصوّب")
    assert live.body == NEW + FIRST + FIXED


def test_a_second_correction_knows_the_first(story, editor):
    rewrite(story, editor, kicker="نفي")
    publishing.correct(story, {"body": FIRST + FIXED}, by=editor)
    publishing.correct(story, {"headline": "اتفاق على الطحين"}, by=editor)
    live = Article.objects.live().get()
    assert (live.headline, live.body, live.kicker) == ("اتفاق على الطحين", FIRST + FIXED, "")
    content = waiting(story)
    assert (content["headline"], content["body"], content["kicker"]) == (
        "اتفاق على الطحين", FIRST + FIXED, "نفي",
    )  # fmt: skip


def test_without_a_rewrite_no_working_copy_appears(story, editor):
    publishing.correct(story, {"headline": "اتفاق على الطحين"}, by=editor)
    assert not story.revisions.filter(role=Revision.Role.WORKING).exists()
    assert Article.objects.live().get().headline == "اتفاق على الطحين"


def test_what_readers_got_is_kept_and_the_working_copy_stays_the_newest(story, editor, chief):
    first = story.live_revision
    rewrite(story, editor, headline="الوزارة تنفي")
    story = publishing.correct(story, {"body": FIRST + FIXED}, by=chief)
    assert [(one.number, one.role, one.by) for one in story.revisions.all()] == [
        (3, "working", editor), (2, "kept", chief), (1, "kept", editor),
    ]  # fmt: skip
    assert story.live_revision.number == 2
    assert story.live_revision.content["body"] == FIRST + FIXED
    first.refresh_from_db()
    assert first.content["body"] == FIRST + SECOND


def test_words_that_both_changed_are_asked_about_and_nothing_has_happened(story, editor):
    rewrite(story, editor, headline="الوزارة تنفي", body=FIRST + SECOND.replace("أمس", "اليوم"))
    before = list(story.revisions.values("number", "role", "content", "changed_at"))
    correction = {"headline": "اتفاق على الطحين", "body": FIRST + FIXED, "standfirst": "آخر"}
    with pytest.raises(Collides) as refusal:
        publishing.correct(story, correction, by=editor)
    headline, block = refusal.value.conflicts
    assert (headline.base, headline.mine, headline.theirs) == (
        "اتفاق على القمح", "اتفاق على الطحين", "الوزارة تنفي",
    )  # fmt: skip
    assert (block.mine, block.theirs) == (FIXED, SECOND.replace("أمس", "اليوم"))
    assert list(story.revisions.values("number", "role", "content", "changed_at")) == before
    assert Article.objects.live().get().standfirst == "ملخّص"
    with translation.override("ar"):
        assert "النصّان محفوظان" in sentence(refusal.value)


def test_a_person_says_what_the_rewrite_keeps_and_readers_get_the_correction_anyway(story, editor):
    rewrite(story, editor, headline="الوزارة تنفي", body=FIRST + SECOND.replace("أمس", "اليوم"))
    correction = {"headline": "اتفاق على الطحين", "body": FIRST + FIXED}
    with pytest.raises(Collides) as refusal:
        publishing.correct(story, correction, by=editor)
    headline, block = refusal.value.conflicts
    both = FIXED.replace("أمس", "اليوم")
    choices = {headline.key: Side.THEIRS, block.key: Written(both)}
    publishing.correct(story, correction, by=editor, choices=choices)
    live = Article.objects.live().get()
    assert (live.headline, live.body) == ("اتفاق على الطحين", FIRST + FIXED)
    assert (waiting(story)["headline"], waiting(story)["body"]) == ("الوزارة تنفي", FIRST + both)


def test_a_choice_made_on_an_older_rewrite_decides_nothing(story, editor):
    rewrite(story, editor, headline="الوزارة تنفي")
    with pytest.raises(Collides) as refusal:
        publishing.correct(story, {"headline": "اتفاق على الطحين"}, by=editor)
    choices = {conflict.key: Side.MINE for conflict in refusal.value.conflicts}
    rewrite(story, editor, headline="الوزارة تنفي كل ما نُشر")
    with pytest.raises(Collides):
        publishing.correct(story, {"headline": "اتفاق على الطحين"}, by=editor, choices=choices)
    assert waiting(story)["headline"] == "الوزارة تنفي كل ما نُشر"
    rewrite(story, editor, headline="اتفاق على القمح")
    publishing.correct(story, {"headline": "اتفاق على الطحين"}, by=editor, choices=choices)
    assert waiting(story)["headline"] == "اتفاق على الطحين"


@pytest.mark.parametrize(
    ("correction", "codes"),
    [
        ({"headline": " "}, ("headline",)),
        ({"body": "<p><br></p>"}, ("body",)),
        ({"body": FIRST + '<figure data-picture="98765"></figure>'}, ("picture",)),
    ],
)
def test_a_correction_must_leave_the_story_whole(story, editor, correction, codes):
    with pytest.raises(NotReady) as refusal:
        publishing.correct(story, correction, by=editor)
    assert refusal.value.codes == codes
    picture = make_picture(alt_text="")
    with pytest.raises(NotReady, match="alt_text"):
        publishing.correct(story, {"lead_picture": picture.pk}, by=editor)
    assert Article.objects.live().get().body == FIRST + SECOND


def test_only_what_is_published_can_be_corrected_and_only_by_who_publishes(
    story, editor, reporter, chief
):
    with pytest.raises(PermissionDenied):
        publishing.correct(story, {"headline": "آخر"}, by=reporter)
    publishing.withdraw(story, by=chief)
    with pytest.raises(WrongState):
        publishing.correct(story, {"headline": "آخر"}, by=editor)


def test_dates_and_address_stay_and_readers_are_told_when_an_editor_says_so(story, editor):
    before = (story.published_at, story.first_published_at, story.get_absolute_url())
    story = publishing.correct(story, {"headline": "آخر", "publish_at": "2031-01-01"}, by=editor)
    assert story.updated_at is None
    assert (story.published_at, story.first_published_at, story.get_absolute_url()) == before
    story = publishing.correct(story, {"kicker": "تصويب", "told": "update"}, by=editor)
    assert story.updated_at is not None


def test_an_imported_story_can_be_corrected_and_its_words_are_cleaned(editor):
    story = make_article(published=True, body=FIRST + SECOND)
    publishing.correct(story, {"body": FIRST + FIXED + "<script>x</script>"}, by=editor)
    live = Article.objects.live().get()
    assert live.body == live.live_revision.content["body"] == FIRST + FIXED
    kept = [(one.number, one.content["body"], one.by) for one in story.revisions.all()]
    assert kept == [(2, FIRST + FIXED, editor), (1, FIRST + SECOND, None)]


def test_a_correction_is_news_once_and_one_that_changes_nothing_is_none(
    story, editor, django_capture_on_commit_callbacks
):
    heard = []

    def hear(**said):
        heard.append(said["article"])

    events.article_published.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            publishing.correct(story, {"headline": "آخر"}, by=editor)
            publishing.correct(story, {"headline": "آخر"}, by=editor)
    finally:
        events.article_published.disconnect(hear)
    assert heard == [story]
    assert story.revisions.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_correction_and_a_saved_rewrite_at_once_both_survive(story, editor, chief):
    rewrite(story, editor, kicker="نفي")
    together = Barrier(2)
    failed: list[Exception] = []

    def press(verb, words, by):
        try:
            together.wait(timeout=10)
            verb(Article.objects.get(pk=story.pk), words, by=by)
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)
        finally:
            connection.close()

    hands = [
        Thread(target=press, args=[publishing.correct, {"body": FIRST + FIXED}, chief]),
        Thread(target=press, args=[publishing.save_draft, {"headline": "الوزارة تنفي"}, editor]),
    ]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(timeout=30)
    assert failed == []
    assert Article.objects.live().get().body == FIRST + FIXED
    content = waiting(story)
    assert (content["headline"], content["kicker"], content["body"]) == (
        "الوزارة تنفي", "نفي", FIRST + FIXED,
    )  # fmt: skip
