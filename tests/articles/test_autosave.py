"""What the story's scripts ask, and what the desk answers: saving, the lease, branches."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import leases, publishing, revisions
from articles.models import Article, EditLease, Revision
from articles.saving import opened_on
from tests.articles.panel import ADD, moment, page_of, said, screen, typed
from tests.factories import make_article, make_author, make_category

pytestmark = pytest.mark.django_db
BEGIN = reverse("admin:articles_article_begin")
VIEWS = ("autosave", "lease", "keep_branch")


@pytest.fixture
def story(editor) -> Article:
    words = {"headline": "خبر", "body": "<p>نصّ أول.</p>", "category": make_category().pk}
    return publishing.start(words, by=editor)


def at(story: Article, view: str) -> str:
    return reverse(f"admin:articles_article_{view}", args=[story.pk])


def sent(story: Article, by, **words) -> dict:
    """The screen of a story as its script sends it."""
    return typed(story.category) | {"person": by.pk, "tab": "أ"} | words


def stored(story: Article) -> dict:
    return revisions.working_copy(Article.objects.get(pk=story.pk)).content


def take(client: Client, story: Article, by, **more) -> dict:
    answer = client.post(at(story, "lease"), {"act": "ask", "tab": "أ", "person": by.pk, **more})
    assert answer.status_code == 200, answer.content
    return answer.json()


def save(client: Client, story: Article, by, lease: dict, **words):
    numbers = {"fence": lease["fence"], "version": lease["version"]}
    return client.post(at(story, "autosave"), sent(story, by, **(numbers | words)))


def test_what_stands_on_the_screen_is_saved_and_acknowledged(as_editor, editor, story):
    lease = take(as_editor, story, editor)
    author = make_author()
    answer = save(
        as_editor, story, editor, lease, headline="عنوان أطول", tags="القمح، المرفأ",
        body="<p>نصّ <script>alert(1)</script>ثانٍ.</p>", signing_authors=[str(author.pk)],
    )  # fmt: skip
    got = answer.json()
    assert (answer.status_code, got["version"], got["refused"]) == (200, lease["version"] + 1, "")
    assert got["csrf"]
    assert got["saved"]
    content = stored(story)
    assert (content["headline"], content["tags"]) == ("عنوان أطول", ["القمح", "المرفأ"])
    assert (content["body"], content["authors"]) == ("<p>نصّ ثانٍ.</p>", [author.pk])
    again = save(as_editor, story, editor, lease | got, headline="عنوان آخر")
    assert again.json()["version"] == lease["version"] + 2
    form = page_of(as_editor.get(screen(story)))
    shown = form.one("input", id="id_based_on").attributes["value"]
    # A seal holds the second in which it was made.
    assert opened_on(story, shown) == opened_on(story, again.json()["based_on"])
    assert opened_on(story, shown)["headline"] == "عنوان آخر"


def test_a_draft_may_lack_what_a_publication_needs(as_editor, editor, story):
    lease = take(as_editor, story, editor)
    got = save(as_editor, story, editor, lease, headline="", body="", category="").json()
    assert got["refused"] == ""
    assert (stored(story)["headline"], stored(story)["category"]) == ("", story.category_id)
    assert publishing.missing(story) == ["headline", "body"]


def test_a_field_that_cannot_be_read_is_named_and_the_rest_is_saved(as_editor, editor, story):
    lease = take(as_editor, story, editor)
    bad = {"slug": "two words!", "tags": "كلمة " * 60, "publish_at_0": "غدًا"}
    got = save(as_editor, story, editor, lease, standfirst="ملخّص جديد", **bad).json()
    assert stored(story)["standfirst"] == "ملخّص جديد"
    for named in ("معرّف الرابط", "الوسوم", "وقت النشر"):
        assert named in got["refused"]
    assert stored(story)["tags"] == []
    branch = as_editor.post(at(story, "keep_branch"), sent(story, editor, **bad))
    assert branch.status_code == 200
    words = Revision.objects.get(role="branch").content
    assert words["slug"] == "two words!"
    assert "كلمة كلمة" in words["tags"][0]


def test_the_slug_follows_the_headline_while_it_is_written(as_editor, editor, story):
    lease = take(as_editor, story, editor)
    for headline in ("اتفاق", "اتفاق على القمح"):
        lease |= save(as_editor, story, editor, lease, headline=headline).json()
    assert Article.objects.get().slug == "اتفاق-على-القمح"


def test_a_late_save_is_a_conflict_that_overwrites_nothing(as_editor, editor, story):
    lease = take(as_editor, story, editor)
    publishing.save_draft(story, {"headline": "من مكان آخر"}, by=editor)
    answer = save(as_editor, story, editor, lease, headline="متأخر")
    assert (answer.status_code, answer.json()["code"]) == (409, "stale")
    assert answer.json()["version"] == revisions.version_of(story)
    assert stored(story)["headline"] == "من مكان آخر"


def test_a_tab_that_lost_the_story_is_told_into_whose_hands(as_editor, editor, chief, story):
    lease = take(as_editor, story, editor)
    leases.take_over(story, by=chief, tab="ب")
    for answer in (
        save(as_editor, story, editor, lease, headline="متأخر"),
        as_editor.post(at(story, "lease"), {"act": "beat", "person": editor.pk, **lease}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "overtaken")
        assert "chief" in answer.json()["title"]
    kept = as_editor.post(at(story, "keep_branch"), sent(story, editor, headline="متأخر", **lease))
    assert "فرع" in kept.json()["text"]
    page = page_of(as_editor.get(kept.json()["address"]))
    assert "متأخر" in page.one("main").text()
    assert stored(story)["headline"] == "خبر"


def test_a_story_in_other_hands_is_locked(client, as_editor, editor, chief, story):
    take(as_editor, story, editor)
    EditLease.objects.update(last_typed_at=timezone.now() - timedelta(seconds=125))
    other = Client()
    other.force_login(chief)
    asked = {"act": "ask", "tab": "ب", "person": chief.pk}
    answer = other.post(at(story, "lease"), asked)
    assert (answer.status_code, answer.json()["own"]) == (423, False)
    assert "editor" in answer.json()["title"]
    assert "دقيقتين" in answer.json()["text"]
    unfenced = other.post(at(story, "autosave"), sent(story, chief, headline="بلا إذن"))
    assert (unfenced.status_code, stored(story)["headline"]) == (423, "خبر")
    assert other.post(at(story, "lease"), asked | {"act": "ask_for"}).status_code == 200
    beaten = take(as_editor, story, editor, act="beat", fence=leases.of(story).fence)
    assert "chief" in beaten["asks"]
    as_editor.post(at(story, "lease"), {"act": "let_go", "tab": "أ", "person": editor.pk, **beaten})
    assert other.post(at(story, "lease"), asked).status_code == 200
    assert leases.of(story).holder == chief


def test_a_save_without_a_number_is_no_save(as_editor, editor, story):
    for fence in ("", "x", "-1", "9" * 30, "1.5"):
        answer = as_editor.post(at(story, "autosave"), sent(story, editor, fence=fence))
        assert answer.status_code == 400
    assert as_editor.post(at(story, "lease"), {"act": "x", "person": editor.pk}).status_code == 404
    assert as_editor.get(at(story, "autosave")).status_code == 405


def test_a_story_begins_with_its_first_words_and_only_once(as_editor, editor):
    make_category("أولى")
    second = make_category("ثانية")
    words = {"person": editor.pk, "tab": "ج", "headline": "بداية"}
    first = as_editor.post(BEGIN, words)
    assert first.status_code == 200, first.content
    story = Article.objects.get()
    assert (story.headline, story.category.name, story.state) == ("بداية", "أولى", "draft")
    assert first.json()["change"] == screen(story)
    again = as_editor.post(BEGIN, words | {"headline": "بداية الخبر"})  # the answer never came
    assert Article.objects.get().headline == "بداية الخبر"
    got = again.json()
    third = sent(story, editor) | {"tab": "ج", "fence": got["fence"], "version": got["version"]}
    assert as_editor.post(got["autosave"], third).status_code == 200
    Article.objects.update(category=second)
    as_editor.post(BEGIN, words | {"tab": "د"})
    assert Article.objects.first().category == second


def test_without_a_section_a_story_waits_for_one(as_editor, editor):
    answer = as_editor.post(BEGIN, {"person": editor.pk, "tab": "ج", "headline": "بداية"})
    assert (answer.status_code, answer.json()["code"]) == (422, "section")
    assert not Article.objects.exists()


def test_an_hour_that_somebody_cannot_see_stays_as_it_is(client, reporter):
    hour = (timezone.now() + timedelta(days=1)).isoformat()
    story = publishing.start(
        {"headline": "خبر", "body": "", "category": make_category().pk, "publish_at": hour},
        by=reporter,
    )
    client.force_login(reporter)
    lease = take(client, story, reporter)
    words = sent(story, reporter, headline="آخر", fence=lease["fence"], version=lease["version"])
    shown = {name: value for name, value in words.items() if not name.startswith("publish_at")}
    assert client.post(at(story, "autosave"), shown).status_code == 200
    client.post(screen(story), shown | {"standfirst": "بالزرّ"})
    assert stored(story)["standfirst"] == "بالزرّ"
    assert (stored(story)["headline"], stored(story)["publish_at"]) == ("آخر", hour)


def test_a_reporters_script_sets_no_field_that_their_screen_does_not_show(client, reporter):
    story = make_article(created_by=reporter)
    crafted = {
        **moment("publish_at", timezone.now() + timedelta(days=1)),
        "comment_mode": "closed", "due_at_0": "2030-01-01", "due_at_1": "08:00:00",
    }  # fmt: skip
    client.force_login(reporter)
    lease = take(client, story, reporter)
    words = sent(story, reporter, headline="آخر", fence=lease["fence"], version=lease["version"])
    assert client.post(at(story, "autosave"), words | crafted).status_code == 200
    begun = client.post(BEGIN, sent(story, reporter, headline="جديد") | crafted).json()["story"]
    for kept in (story, Article.objects.get(pk=begun)):
        kept.refresh_from_db()
        content = revisions.working_copy(kept).content
        assert content["headline"] in {"آخر", "جديد"}
        assert (content.get("publish_at"), content["comment_mode"]) == (None, "inherit")
        assert kept.due_at is None


def test_what_is_not_theirs_is_closed_to_everybody(client, reporter, moderator, story):
    for person, status in ((reporter, 404), (moderator, 404)):
        client.force_login(person)
        for view in VIEWS:
            answer = client.post(at(story, view), {"person": person.pk, "fence": 1, "act": "take"})
            assert answer.status_code == status, (person, view)
    assert client.post(BEGIN, {"person": moderator.pk}).status_code == 403
    assert not EditLease.objects.exists()
    client.logout()
    for view in VIEWS:
        assert client.post(at(story, view)).status_code == 302  # the script takes it for that


def test_a_reporters_last_words_after_handing_in_become_a_branch(client, reporter, story):
    own = publishing.start(stored(story), by=reporter)
    client.force_login(reporter)
    lease = take(client, own, reporter)
    publishing.submit(own, by=reporter)
    assert save(client, own, reporter, lease, headline="متأخر").json()["code"] == "denied"
    assert client.get(at(own, "lease")).status_code == 403
    answer = client.post(screen(own), sent(own, reporter, headline="بالزرّ", **lease))
    assert answer.status_code == 302
    assert Revision.objects.get(role="branch").content["headline"] == "بالزرّ"
    assert Article.objects.get(pk=own.pk).headline == "خبر"


def test_nothing_is_written_in_the_name_of_whoever_logged_in_since(as_editor, editor, chief, story):
    lease = take(as_editor, story, editor)
    as_editor.force_login(chief)
    for view in VIEWS:
        answer = as_editor.post(at(story, view), sent(story, editor, headline="كلمات", **lease))
        assert (answer.status_code, answer.json()["code"]) == (409, "person")
    assert stored(story)["headline"] == "خبر"
    assert not Revision.objects.filter(role="branch").exists()


def test_a_form_of_a_tab_that_lost_the_story_saves_nothing_and_does_nothing(
    as_editor, editor, chief, story
):
    lease = take(as_editor, story, editor)
    leases.take_over(story, by=chief, tab="ب")
    words = sent(story, editor, headline="كلمات كريم", _publish="1", **lease)
    answer = as_editor.post(screen(story), words)
    assert answer.status_code == 302
    assert "chief" in said(answer)
    assert (Article.objects.get().state, stored(story)["headline"]) == ("draft", "خبر")
    branch = Revision.objects.get(role="branch")
    assert branch.content["headline"] == "كلمات كريم"
    assert f"/{branch.number}/" in said(answer)


def test_a_form_of_the_tab_that_has_it_saves_and_acts(as_editor, editor, story):
    lease = take(as_editor, story, editor)
    as_editor.post(screen(story), sent(story, editor, headline="كلمات", _publish="1", **lease))
    assert Article.objects.live().get().headline == "كلمات"


def test_taking_an_old_text_from_the_device_keeps_what_it_replaces(as_editor, editor, story):
    lease = take(as_editor, story, editor)
    save(as_editor, story, editor, lease, headline="من الجهاز", keep="1")
    assert story.revisions.filter(role="kept").get().content["headline"] == "خبر"


def test_a_fresh_token_comes_with_every_answer_and_after_the_session(editor, story):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    token = strict.get(at(story, "lease")).json()["csrf"]
    asked = {"act": "ask", "tab": "أ", "person": editor.pk, "csrfmiddlewaretoken": token}
    assert strict.post(at(story, "lease"), asked).status_code == 200
    assert strict.post(at(story, "lease"), asked | {"csrfmiddlewaretoken": "x"}).status_code == 403
    Session.objects.all().delete()
    assert strict.post(at(story, "lease"), asked).status_code == 302


def test_a_story_that_was_thrown_away_answers_as_one_that_never_was(as_editor, story):
    gone = [at(story, view) for view in VIEWS]
    story.delete()
    assert {as_editor.post(address).status_code for address in gone} == {404}
    assert as_editor.post(screen(story), {"fence": "1"}).status_code == 302


def test_a_new_story_stands_in_the_section_that_it_will_begin_in(as_editor, editor):
    make_category("اقتصاد", order=1)
    last = make_category("رياضة", order=5)
    make_article(category=last, created_by=editor)
    page = page_of(as_editor.get(ADD))
    chosen = [option for option in page.all("option") if "selected" in option.attributes]
    assert last.name in [option.text() for option in chosen]
