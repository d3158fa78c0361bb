"""The house-style desk on the screen of a story: marks, counts, all mended on demand."""

import json
import re

import pytest
from django.urls import reverse

from articles.arabic.proofreading import desk
from articles.arabic.proofreading.mark import Kind
from articles.body.proofreading import body_marks
from articles.body.sanitise import clean_body
from articles.models import Article, Name, Revision
from articles.names import keep
from articles.proofreading import proofread, tidied
from tests.arabic import test_proofreading as plain
from tests.articles import test_body_proofreading as bodies
from tests.articles.panel import screen, typed
from tests.conftest import SHARED
from tests.factories import make_article, make_picture

ASK = reverse("admin:articles_article_proofread")
pytestmark = pytest.mark.django_db


def test_there_are_at_least_eighty_pairs_of_before_and_after():
    pairs = [pair for rule in plain.MENDED.values() for pair in rule] + bodies.MENDED
    assert len(set(pairs)) >= 80
    assert all(before != after for before, after in pairs)


def test_marks_say_in_arabic_what_is_wrong_and_where(as_reporter):
    answer = as_reporter.post(
        ASK, {"headline": "المجلس يقرّ القانون ,ثم يرفعه", "body": "<p>نعم</p>"}
    )
    told = answer.json()
    first, *_others = told["fields"]["headline"]
    assert first["found"] == " "
    assert first["says"] == "مسافة قبل علامة الترقيم"
    assert told["fields"]["kicker"] == []
    assert told["body"] == []
    assert told["marks"] == len(told["fields"]["headline"])


def test_places_in_the_body_count_as_scripts_do_line_by_line():
    told = proofread({"body": "<p>كما هو.</p><p>🚆🚆 قال <strong>نعم</strong>,ثم مضى</p>"})
    (line,) = told["body"]
    sign = line["marks"][0]
    assert line["text"] == "🚆🚆 قال نعم,ثم مضى"
    units = line["text"].encode("utf-16-le")
    assert units[2 * sign["start"] : 2 * sign["end"]].decode("utf-16-le") == sign["found"] == ","
    assert sign["fix"] == "، "
    assert sign["safe"]


def test_every_mark_of_a_body_is_told_once():
    body = clean_body("".join(before for before, _after in bodies.MENDED))
    told = [mark for line in proofread({"body": body})["body"] for mark in line["marks"]]
    assert [(mark["kind"], mark["found"]) for mark in told] == [
        (mark.kind.value, mark.found) for mark in body_marks(body, digits="latn")
    ]


def test_a_name_is_judged_by_the_glossary_of_the_house():
    keep(Name(house="غوغل"), ["جوجل"])
    (mark,) = proofread({"headline": "شركة جوجل تعلن"})["fields"]["headline"]
    assert (mark["kind"], mark["fix"]) == (Kind.NAME, "غوغل")


@pytest.mark.parametrize("pictured", [False, True])
def test_the_counts_are_those_that_are_stored(as_reporter, pictured):
    picture = make_picture(caption="تعليق من أربع كلمات")
    body = f'<p>{"كلمة أخرى " * 300}</p><figure data-picture="{picture.pk}"></figure>'
    lead = picture if pictured else None
    story = make_article(body=body, lead_picture=lead)
    told = as_reporter.post(ASK, {"body": body, "lead_picture": lead.pk if lead else ""}).json()
    assert (told["words"], told["minutes"]) == (story.word_count, story.reading_minutes)
    assert told["said"]["words"] == "604 كلمات"
    assert told["said"]["minutes"].startswith("مدة القراءة: ")


def test_nobody_else_asks_and_nothing_is_asked_by_get(client, as_moderator_client, as_reporter):
    assert as_moderator_client.post(ASK, {"headline": "نعم"}).status_code == 403
    assert as_reporter.get(ASK).status_code == 405


@pytest.fixture
def as_moderator_client(moderator):
    from django.test import Client

    other = Client()
    other.force_login(moderator)
    return other


def test_a_stranger_is_led_to_the_door(client):
    assert client.post(ASK, {"headline": "نعم"}).status_code == 302


def test_only_what_changes_is_told_and_other_fields_never():
    content = {"headline": "نعم ,لا", "kicker": "سليم", "slug": "a ,b", "body": "<p>سليم</p>"}
    assert tidied(content) == {"headline": "نعم، لا"}


def test_without_script_all_marks_are_shown_before_anything_is_kept(as_editor):
    story = make_article(headline="عنوان", body="<p>نصّ</p>")
    words = typed(story.category, headline="المجلس ,ثم الوزير", body="<p>قال <em>نعم</em> ; ثم</p>")
    page = as_editor.post(screen(story), words | {"_tidy": "1"})
    shown = page.content.decode()
    assert "<del>" in shown
    assert "<ins>" in shown
    assert not Revision.objects.filter(
        article=story, role="working", content__headline="المجلس، ثم الوزير"
    ).exists()
    mended, as_typed = re.findall(r'type="hidden" name="headline" value="([^"]*)"', shown)
    assert (mended, as_typed) == ("المجلس، ثم الوزير", "المجلس ,ثم الوزير")
    as_editor.post(screen(story), words | {"headline": mended, "_continue": ""})
    assert story.revisions.get(role="working").content["headline"] == "المجلس، ثم الوزير"


def test_mending_a_new_story_begins_nothing(as_reporter):
    page = as_reporter.post(
        reverse("admin:articles_article_add"), typed(headline="نعم ,لا") | {"_tidy": "1"}
    )
    assert page.status_code == 200
    assert not Article.objects.exists()


def test_nobody_mends_a_story_of_others(as_reporter, editor):
    story = make_article(created_by=editor)
    answer = as_reporter.post(screen(story), typed(story.category) | {"_tidy": "1"})
    assert answer.status_code == 404


_UNCLEAN = re.compile(
    r"[\"“”';?,ـ\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufb50-\ufdff\ufe70-\ufeff]"
    r"|[^\S\n]{2}|\s[،؛؟.:!]|[،؛؟!][^\s،؛؟.:!»)]|[.:][^\s،؛؟.:!»)\d]|[٠-٩]"
)


@pytest.mark.shared
def test_what_others_wrote_cleanly_stays_to_the_letter():
    """Paragraphs of three newsrooms without any of the wrongs, by another rule than ours."""
    clean = []
    for outlet in ("bbc", "jawhara", "skynews"):
        path = SHARED / "articles-ant" / f"{outlet}.jsonl"
        for record in list(map(json.loads, path.read_text().split("\n")[:-1]))[::10]:
            paragraphs = map(str.strip, record["body"].splitlines())
            clean += [one for one in paragraphs if one and not _UNCLEAN.search(one)]
    assert len(clean) > 500
    changed = {one: desk.tidied(one) for one in clean if desk.tidied(one) != one}
    assert changed == {}
    assert not any(desk.marks(one) and desk.marks(one)[0].is_safe for one in clean)
