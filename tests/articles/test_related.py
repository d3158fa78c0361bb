"""Related stories are about the same thing, are live, and cost a page one query."""

import io
import json
import sys
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import publishing
from articles.models import Article, RelatedList, RelatedStory
from articles.related import keeping
from articles.related.showing import SHOWN, listed, related_to
from articles.search import index
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
WHEAT = (
    "<p>رست في المرفأ ثلاث سفن محمّلة بالقمح، وبدأ تفريغ الحمولة في الصوامع.</p>",
    "<p>قالت المطاحن إن مخزون القمح في الصوامع يكفي أربعة أشهر.</p>",
    "<p>ارتفع سعر الطحين بعد أن تأخّرت سفن القمح عن المرفأ أسبوعًا.</p>",
    "<p>يبحث المزارعون عن بذور قمح تصبر على الجفاف قبل الموسم.</p>",
)
NEW_WHEAT = (
    "<p>وصلت سفن جديدة إلى المرفأ، وامتلأت الصوامع قبل عيد رأس السنة. ووعد الوزير بخبز رخيص للمدارس"
    " والمستشفيات، وشكر عمّال الأرصفة على سهر ليلتين متتاليتين.</p>"
)
FOOTBALL = (
    "<p>سجّل المهاجم هدفين في مرمى الضيوف وانتهت المباراة بالتعادل.</p>",
    "<p>يغيب الحارس عن مباراة الأحد لإصابة في الركبة، قال المدرّب.</p>",
    "<p>حسم المدرّب تشكيلة المباراة، وعاد المهاجم من الإصابة.</p>",
)

NOUNS = (
    "مرفأ", "صومعة", "طحين", "مطحنة", "بذار", "موسم", "جفاف", "سهل", "حصاد", "فرن", "رغيف",
    "سفينة", "حمولة", "مخزون", "تاجر",
)  # fmt: skip

ABOUT_WHEAT = [
    f"<p>القمح في الصوامع: {' '.join(noun + letter for letter in 'بجدرس')}</p>" for noun in NOUNS
]


def publish(*bodies: str, headline: str = "خبر", **fields) -> list[Article]:
    """Live stories that the search knows, without lists."""
    fields.setdefault("published", True)
    fields.setdefault("category", make_category())
    stories = [make_article(headline=headline, body=body, **fields) for body in bodies]
    index.index([story.pk for story in stories])
    return stories


@pytest.fixture
def wheat() -> list[Article]:
    return publish(*WHEAT, headline="القمح")


@pytest.fixture
def football() -> list[Article]:
    return publish(*FOOTBALL, headline="المباراة")


def on_list(story: Article) -> list[Article]:
    return list(listed(story))


def rebuild(**options) -> str:
    out = StringIO()
    call_command("rebuild_related", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_related_stories_are_about_the_same_thing_whatever_their_section(wheat, football):
    Article.objects.filter(pk=wheat[1].pk).update(category=football[0].category)
    rebuild()
    first = related_to(wheat[0], near=[])
    assert set(first) <= set(wheat)
    assert wheat[1] in first
    assert set(related_to(football[2], near=[])[:2]) == set(football[:2])


def test_the_section_of_a_story_is_not_looked_at(wheat, football):
    rebuild()
    before = list(RelatedStory.objects.order_by("article", "other").values_list("other", "score"))
    other = make_category("القمح في الصوامع")
    Article.objects.filter(pk__in=[football[0].pk, wheat[0].pk]).update(category=other)
    index.index([story.pk for story in (*wheat, *football)])
    rebuild(all=True)
    after = dict(RelatedStory.objects.order_by("article", "other").values_list("other", "score"))
    assert after.keys() == dict(before).keys()
    assert not {story.pk for story in wheat} & {one.pk for one in on_list(football[0])}


def test_a_word_is_the_same_in_every_spelling_and_form(football):
    one, other = publish(
        "<p>الانتخاباتُ في المدينة: فُتحت الصناديق للناخبين.</p>",
        "<p>وانتخابات المـديـنه تؤجَّل، والناخبون ينتظرون الصندوق.</p>",
    )
    rebuild()
    assert on_list(one)[0] == other


def test_neither_itself_nor_a_copy_is_offered(wheat, football):
    (copy,) = publish(WHEAT[0] + "<p>وكالات.</p>", headline="القمح")
    rebuild()
    assert on_list(wheat[0])
    assert not {wheat[0], copy} & set(on_list(wheat[0]))
    assert not {wheat[0], copy} & set(on_list(copy))


def test_no_story_is_offered_before_its_hour_nor_after_it(wheat, football):
    now = timezone.now()
    rebuild()
    assert set(wheat[1:]) & set(on_list(wheat[0]))
    rows = Article.objects
    rows.filter(pk=wheat[1].pk).update(published_at=now + HOUR)  # under embargo
    rows.filter(pk=wheat[2].pk).update(withdraw_at=now - HOUR / 2)  # over
    rows.filter(pk=wheat[3].pk).update(state="withdrawn")
    assert on_list(wheat[0]) == [one for one in on_list(wheat[0]) if one in football]
    assert not set(related_to(wheat[0], near=[])) & set(wheat)


def test_an_embargoed_story_enters_the_lists_when_its_hour_comes(wheat, football):
    Article.objects.filter(pk=wheat[1].pk).update(published_at=timezone.now() + HOUR)
    rebuild()
    assert wheat[1] not in on_list(wheat[0])
    Article.objects.filter(pk=wheat[1].pk).update(published_at=timezone.now() - HOUR)
    assert wheat[1] in on_list(wheat[0])


def test_withdrawn_neighbours_leave_no_hole():
    stories = publish(*ABOUT_WHEAT)
    publish(*FOOTBALL)
    rebuild()
    assert len(on_list(stories[0])) == keeping.KEPT
    gone = [story.pk for story in on_list(stories[0])[: keeping.KEPT - SHOWN]]
    Article.objects.filter(pk__in=gone).update(state="withdrawn")
    assert len(related_to(stories[0], near=[])) == SHOWN


def test_a_new_story_has_a_list_and_enters_those_of_older_ones(
    editor, wheat, football, django_capture_on_commit_callbacks
):
    rebuild()
    draft = make_article(headline="سفن القمح", body=NEW_WHEAT)
    with django_capture_on_commit_callbacks(execute=True):
        new = publishing.publish(draft, by=editor)
    assert set(on_list(new)) & set(wheat)
    assert new in on_list(wheat[0])
    assert new not in on_list(football[0])[:1]


def test_a_full_list_gives_up_its_weakest_for_a_nearer_one():
    first, *_ = publish(*ABOUT_WHEAT)
    publish(*FOOTBALL)
    rebuild()
    before = list(RelatedStory.objects.filter(article=first).order_by("-score"))
    assert len(before) == keeping.KEPT
    own = f"{NOUNS[0]}ب {NOUNS[0]}ج"
    (nearer,) = publish(f"<p>القمح: {own} وسيبقى رخيصًا حتى نهاية الربيع.</p>", headline="الرغيف")
    keeping.keep(nearer.pk)
    after = list(RelatedStory.objects.filter(article=first).order_by("-score"))
    assert len(after) == keeping.KEPT
    assert after[0].other_id == nearer.pk
    assert min(row.score for row in after) >= before[-1].score


def test_a_story_that_changed_is_related_anew(
    editor, wheat, football, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        story = publishing.publish(make_article(headline="القمح", body=WHEAT[0][:-8]), by=editor)
    rebuild()
    body = "<p>عاد المهاجم والحارس والمدرّب إلى مباراة الأحد بعد الإصابة.</p>"
    with django_capture_on_commit_callbacks(execute=True):
        publishing.save_draft(story, {"headline": "المباراة", "body": body}, by=editor)
        publishing.publish(story, by=editor)
    assert on_list(story)[0] in football
    assert story in on_list(football[0])


def test_a_withdrawn_story_makes_room(editor, chief, wheat, django_capture_on_commit_callbacks):
    publish(*FOOTBALL)
    rebuild()
    with django_capture_on_commit_callbacks(execute=True):
        publishing.withdraw(wheat[0], by=chief)
    assert not RelatedStory.objects.filter(article=wheat[0]).exists()
    assert not RelatedStory.objects.filter(other=wheat[0]).exists()
    assert not RelatedList.objects.filter(article=wheat[0]).exists()


def test_a_story_is_published_even_if_its_list_cannot_be_made(
    editor, wheat, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(keeping, "VERSION", None)  # which the database refuses
    with django_capture_on_commit_callbacks(execute=True):
        story = publishing.publish(make_article(body=WHEAT[1]), by=editor)
    assert story in Article.objects.live()
    assert story in keeping.missing()


def test_tags_then_the_section_fill_what_the_list_leaves_empty(wheat, football):
    rebuild()
    story = make_article(published=True, tags=("القمح",), category=wheat[0].category)
    tagged = make_article(published=True, tags=("القمح",))
    assert related_to(story, near=wheat) == [tagged, *wheat][:SHOWN]
    assert related_to(story, near=wheat, without=[tagged.pk, wheat[0].pk]) == wheat[1:]


def test_a_full_list_costs_one_query(football, django_assert_num_queries):
    stories = publish(*ABOUT_WHEAT)
    rebuild()
    story = Article.objects.prefetch_related("tags").get(pk=stories[0].pk)
    with django_assert_num_queries(1):
        assert len(related_to(story, near=[])) == SHOWN


def test_the_page_shows_the_list(reader, wheat, football):
    Article.objects.filter(pk=wheat[3].pk).update(category=make_category("زراعة"))
    rebuild()
    page = reader.get(wheat[3].get_absolute_url()).content.decode()
    related = page[
        page.index('id="related"') : page.index("</section>", page.index('id="related"'))
    ]
    assert all(story.get_absolute_url() in related for story in on_list(wheat[3])[:SHOWN])


def test_rebuilding_makes_what_is_missing_and_the_same_again(wheat, football):
    def lists() -> list:
        rows = RelatedStory.objects.order_by("article", "-score", "other")
        return list(rows.values_list("article", "other"))

    assert rebuild() == "7 lists made, 7 stories have one.\n"
    first = lists()
    assert rebuild() == "0 lists made, 7 stories have one.\n"
    RelatedList.objects.filter(pk__in=[wheat[0].pk, wheat[1].pk]).delete()
    assert rebuild() == "2 lists made, 7 stories have one.\n"
    assert rebuild(all=True) == "7 lists made, 7 stories have one.\n"
    assert lists() == first


def test_a_story_like_no_other_has_an_empty_list(wheat):
    (alone,) = publish("<p>زلزال</p>", headline="طوكيو")
    rebuild()
    assert on_list(alone) == []
    assert alone not in keeping.missing()


def related(*args, **options) -> list[dict]:
    out = StringIO()
    try:
        call_command("related", *args, stdout=out, **options)
    finally:
        lines = [json.loads(line) for line in out.getvalue().split("\n") if line]
    return lines


@pytest.fixture
def loaded(tmp_path) -> None:
    file = tmp_path / "stories.jsonl"
    records = [
        {"id": f"{kind}-{number}", "title": "خبر", "body": body.removeprefix("<p>")[:-4]}
        for kind, bodies in (("wheat", WHEAT), ("football", FOOTBALL))
        for number, body in enumerate(bodies)
    ]
    file.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    call_command("load_articles", str(file), stdout=StringIO())


def test_the_command_answers_right_after_loading(loaded, settings):
    settings.SITE_URL = "https://news.example"
    one, other = related("wheat-0", "football-1")
    assert (one["query"], other["query"]) == ("wheat-0", "football-1")
    hit = one["hits"][0]
    story = Article.objects.get(source_id=hit["source_id"])
    assert hit["url"] == f"https://news.example{story.get_absolute_url()}"
    assert hit["headline"] == "خبر"
    assert hit["source_id"].startswith("wheat-")
    assert other["hits"][0]["source_id"].startswith("football-")
    scores = [hit["score"] for hit in one["hits"]]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0
    assert [len(line["hits"]) for line in related("wheat-0", limit=1)] == [1]


def test_loading_a_changed_text_makes_its_list_anew(loaded, tmp_path):
    related("wheat-0")
    file = tmp_path / "changed.jsonl"
    body = "عاد المهاجم والحارس والمدرّب إلى مباراة الأحد بعد الإصابة."
    file.write_text(json.dumps({"id": "wheat-0", "title": "خبر", "body": body}), encoding="utf-8")
    call_command("load_articles", str(file), stdout=StringIO())
    assert related("wheat-0")[0]["hits"][0]["source_id"].startswith("football-")


def test_each_line_of_the_input_is_answered_and_unknown_ids_are_told(loaded, monkeypatch):
    Article.objects.filter(source_id="wheat-1").update(state="withdrawn")
    given = "wheat-0\r\nغائب\n\nwheat-1\nwheat-2\x00\n".encode() + b"\xff\nwheat-2"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    out = StringIO()
    with pytest.raises(CommandError, match="5 ids") as refused:
        call_command("related", stdin=True, stdout=out)
    assert refused.value.returncode == 1
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    queries = ["wheat-0", "غائب", "", "wheat-1", "wheat-2\x00", "�", "wheat-2"]
    assert [line["query"] for line in lines] == queries
    assert [bool(line["hits"]) for line in lines] == [True, *[False] * 5, True]


@pytest.mark.parametrize(
    ("args", "options"),
    [((), {}), (("w-1",), {"stdin": True}), (("w-1",), {"limit": 0})],
)
def test_what_makes_no_sense_is_refused(args, options):
    with pytest.raises(CommandError):
        related(*args, **options)
