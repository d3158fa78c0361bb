"""Words beside a story: kept as soon as they collide, merged by a press, and never overwritten."""

from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from articles import branches, history, publishing, revisions, saving
from articles.merging.contents import Side
from articles.models import Article, AuditEntry, Revision
from articles.saving import Overtaken
from tests.articles.panel import page_of, screen
from tests.articles.test_collision_screen import opened, radios
from tests.articles.test_correction_screen import fields_of
from tests.articles.test_history_screens import FIRST, REST, SECOND
from tests.factories import make_category

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(editor) -> Article:
    words = {
        "headline": "عودة القطار", "body": FIRST + SECOND, "standfirst": "ملخّص",
        "category": make_category("محليات").pk, "tags": ["النقل"],
    }  # fmt: skip
    return publishing.start(words, by=editor)


@pytest.fixture
def branch(story, editor, chief) -> Revision:
    """Typed by an editor on the first words, while the chief went on with the story."""
    base = now(story)
    publishing.save_draft(story, {"headline": "كلمات هدى", "body": FIRST + SECOND + REST}, by=chief)
    mine = base | {"headline": "كلمات كريم", "standfirst": "ملخّص أطول"}
    return branches.keep_typed(story, mine, base=base, by=editor)


def now(story) -> dict:
    return revisions.working_copy(story).content


def at(name: str, branch: Revision) -> str:
    return reverse(f"admin:articles_article_{name}", args=[branch.article_id, branch.number])


def open_branches(story) -> list[Revision]:
    return list(story.revisions.filter(role="branch").order_by("number"))


def choose(page, answer: str, **more: str) -> dict:
    return fields_of(page) | dict.fromkeys(radios(page), answer) | more


# A form that comes too late


def test_what_collides_is_kept_beside_before_anybody_has_answered(as_editor, editor, chief, story):
    mine = opened(as_editor, story) | {"headline": "كلمات كريم", "kicker": "النقل"}
    publishing.save_draft(story, {"headline": "كلمات هدى"}, by=chief)
    page = page_of(as_editor.post(screen(story), mine))
    [kept] = open_branches(story)
    assert (kept.by, kept.content["headline"], kept.content["kicker"]) == (
        editor, "كلمات كريم", "النقل",
    )  # fmt: skip
    assert "أُبقي ما كتبته فرعًا باسمك" in page.text()
    assert now(story)["headline"] == "كلمات هدى"
    acts = AuditEntry.objects.filter(verb="keep_branch")
    assert [act.changes for act in acts] == [{"branch": [None, kept.number]}]
    # Sent again, by the button "back" say, it is the same branch.
    as_editor.post(screen(story), mine)
    assert open_branches(story) == [kept]
    assert acts.count() == 1
    # Other words of the same page are another.
    as_editor.post(screen(story), mine | {"headline": "كلمات أخرى"})
    assert {one.content["headline"] for one in open_branches(story)} == {
        "كلمات كريم", "كلمات أخرى",
    }  # fmt: skip


@pytest.mark.parametrize("answer", ["mine", "theirs"])
def test_what_was_decided_on_waits_no_more_and_is_still_among_the_revisions(
    as_editor, chief, story, answer
):
    mine = opened(as_editor, story) | {"headline": "كلمات كريم"}
    publishing.save_draft(story, {"headline": "كلمات هدى"}, by=chief)
    page = page_of(as_editor.post(screen(story), mine))
    assert as_editor.post(screen(story), choose(page, answer)).status_code == 302
    assert not open_branches(story)
    said = {one.content["headline"] for one in story.revisions.all()}
    assert {"كلمات كريم", "كلمات هدى"} <= said
    assert story.revisions.filter(role="working").count() == 1


@pytest.mark.parametrize(
    ("answer", "left"),
    [("mine", {("chief", "كلمات هدى")}), ("theirs", {("editor", "كلمات كريم")}),
     ("written", {("editor", "كلمات كريم"), ("chief", "كلمات هدى")})],
)  # fmt: skip
def test_keep_both_leaves_what_was_not_taken_under_its_authors_name(
    as_editor, chief, story, answer, left
):
    mine = opened(as_editor, story) | {"headline": "كلمات كريم"}
    publishing.save_draft(story, {"headline": "كلمات هدى"}, by=chief)
    page = page_of(as_editor.post(screen(story), mine))
    sent = choose(page, answer, keep_both="1")
    sent |= {name.replace("choice-", "written-"): "كلماتنا" for name in radios(page)}
    assert as_editor.post(screen(story), sent).status_code == 302
    beside = open_branches(story)
    assert {(one.by.username, one.content["headline"]) for one in beside} == left
    taken = {"mine": "كلمات كريم", "theirs": "كلمات هدى", "written": "كلماتنا"}[answer]
    assert now(story)["headline"] == taken
    for one in beside:  # and each can be merged, on what both began with
        assert branches.base_of(one)["headline"] == "عودة القطار"


def test_over_a_base_that_nobody_can_read_all_is_asked(as_editor, chief, story):
    mine = opened(as_editor, story) | {"headline": "كلمات كريم", "based_on": "forged"}
    publishing.save_draft(story, {"standfirst": "كلمات هدى"}, by=chief)
    as_editor.post(screen(story), mine)
    [kept] = open_branches(story)
    asked = saving.merging(story, kept)
    assert {conflict.field for conflict in asked.conflicts} == {"headline", "standfirst"}


# Merging a branch


def test_a_branch_is_merged_on_the_words_that_it_was_typed_on(story, branch, chief):
    with pytest.raises(Overtaken) as asked:
        saving.merge_branch(story, branch.number, by=chief, choices={})
    [conflict] = asked.value.conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == (
        "عودة القطار", "كلمات كريم", "كلمات هدى",
    )  # fmt: skip
    done = saving.merge_branch(story, branch.number, by=chief, choices={conflict.key: Side.MINE})
    assert now(story) | {"headline": ""} == now(story) | {
        "headline": "", "standfirst": "ملخّص أطول", "body": FIRST + SECOND + REST,
    }  # fmt: skip
    assert now(story)["headline"] == "كلمات كريم"
    act = AuditEntry.objects.order_by("-number")[0]
    assert (act.verb, act.who, act.changes) == (
        "merge_branch", chief.pk, {"branch": [None, branch.number]},
    )  # fmt: skip
    # A second press is none, and restoring what stood there before undoes it.
    with pytest.raises(history.NoSuchState):
        saving.merge_branch(story, branch.number, by=chief, choices={})
    history.restore(story, done.undo, by=chief)
    assert (now(story)["headline"], now(story)["standfirst"]) == ("كلمات هدى", "ملخّص")
    branch.refresh_from_db()
    assert branch.content["headline"] == "كلمات كريم"


def test_who_may_not_write_the_story_merges_nothing(story, branch, reporter, moderator):
    for person in (reporter, moderator):
        with pytest.raises(PermissionDenied):
            saving.merge_branch(story, branch.number, by=person, choices={})
    assert open_branches(story) == [branch]


def test_a_picture_that_is_gone_is_merged_as_none(story, editor, chief):
    base = now(story)
    mine = base | {"lead_picture": 987654, "authors": [987654]}
    kept = branches.keep_typed(story, mine, base=base, by=editor)
    publishing.save_draft(story, {"headline": "كلمات هدى"}, by=chief)
    saving.merge_branch(story, kept.number, by=chief, choices={})
    assert (now(story)["lead_picture"], now(story)["authors"]) == (None, [])


def test_merge_leads_to_the_screen_and_a_press_does_it(as_editor, story, branch):
    answer = as_editor.get(at("branch", branch))
    assert answer.status_code == 200
    page = page_of(answer)
    assert "فرع" in page.text()
    assert len(radios(page)) == 1
    assert now(story)["headline"] == "كلمات هدى"  # looking changes nothing
    assert as_editor.post(at("branch", branch), fields_of(page)).status_code == 409
    done = as_editor.post(at("branch", branch), choose(page, "mine"), follow=True)
    assert now(story)["headline"] == "كلمات كريم"
    [undo] = [
        one for one in page_of(done).all("form") if "restore" in one.attributes.get("action", "")
    ]
    assert "دُمج" in page_of(done).text()
    as_editor.post(undo.attributes["action"])
    assert now(story)["headline"] == "كلمات هدى"
    # A link to a branch that was merged leads to what it said.
    for name in ("branch", "read_branch"):
        assert "compare" in as_editor.get(at(name, branch))["Location"]


def test_a_merge_that_was_looked_at_before_somebody_saved_is_asked_again(
    as_editor, story, branch, chief
):
    page = page_of(as_editor.get(at("branch", branch)))
    publishing.save_draft(story, {"headline": "أحدث منها"}, by=chief)
    answer = as_editor.post(at("branch", branch), choose(page, "mine"))
    assert answer.status_code == 409
    assert "أحدث منها" in page_of(answer).text()
    assert now(story)["headline"] == "أحدث منها"


def test_keep_both_at_a_merge_leaves_the_branch_where_it_is(as_editor, story, branch):
    page = page_of(as_editor.get(at("branch", branch)))
    as_editor.post(at("branch", branch), choose(page, "theirs", keep_both="1"))
    assert open_branches(story) == [branch]
    assert (now(story)["headline"], now(story)["standfirst"]) == ("كلمات هدى", "ملخّص أطول")


def test_a_reporter_reads_their_branch_of_a_story_that_the_desk_has(client, reporter, chief):
    own = publishing.start(
        {"headline": "لي", "body": FIRST, "category": make_category().pk}, by=reporter
    )
    kept = publishing.keep_branch(own, {"headline": "متأخر"}, by=reporter, version=1)
    publishing.submit(own, by=reporter)
    client.force_login(reporter)
    answer = client.get(at("branch", kept), follow=True)
    assert "متأخر" in answer.text
    assert at("branch", kept) not in answer.text
    assert client.post(at("branch", kept)).status_code == 403


def test_the_history_names_a_branch_and_leads_to_its_merge(as_editor, story, branch):
    page = as_editor.get(reverse("admin:articles_article_revisions", args=[story.pk]))
    assert at("branch", branch) in page.text
    assert "فرع" in page_of(page).text()


@pytest.mark.django_db(transaction=True)
def test_of_ten_presses_at_one_moment_one_merges(story, branch, chief):
    together = Barrier(10)
    ended: list[str] = []
    [conflict] = saving.merging(story, branch).conflicts

    def press() -> None:
        try:
            together.wait(timeout=30)
            saving.merge_branch(story, branch.number, by=chief, choices={conflict.key: Side.MINE})
            ended.append("merged")
        except history.NoSuchState:
            ended.append("late")
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            ended.append(repr(error))
        finally:
            connection.close()

    hands = [Thread(target=press) for _ in range(10)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(timeout=120)
    assert sorted(ended) == ["late"] * 9 + ["merged"]
    assert AuditEntry.objects.filter(verb="merge_branch").count() == 1
