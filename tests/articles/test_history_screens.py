"""The screens of a story's history: what they show, what their buttons do, and to whom."""

import pytest
from django.urls import reverse

from articles import history, publishing, revisions
from articles.models import Article
from tests.articles.panel import page_of, said
from tests.factories import make_article, make_author, make_category, make_picture

pytestmark = pytest.mark.django_db

FIRST = "<p>صعدت أول عربة من رصيف المرسى عند الساعة السابعة صباحًا.</p>"
SECOND = "<p>وقال مدير التشغيل إن الرحلات ستبدأ بأربع يوميًا.</p>"
REST = (
    "<p>وتنتظر المحطات الصغيرة قرارًا.</p><p>وتبلغ كلفة الجسر مليون دينار.</p>"
    "<p>وانتهى الترميم أمس.</p>"
)


def at(name: str, story, *more) -> str:
    return reverse(f"admin:articles_article_{name}", args=[story.pk, *more])


@pytest.fixture
def story(editor) -> Article:
    words = {
        "headline": "عودة القطار الساحلي", "body": FIRST + SECOND + REST,
        "category": make_category("محليات").pk, "tags": ["النقل", "متفرقات"],
    }  # fmt: skip
    return publishing.publish(publishing.start(words, by=editor), by=editor)


@pytest.fixture
def rewritten(story, chief) -> Article:
    publishing.save_draft(
        story,
        {"headline": "عودة القطار بعد عام", "body": FIRST + SECOND.replace("بأربع", "بتسع") + REST},
        by=chief,
    )
    return story


def changed(tree, tag: str) -> list[str]:
    """What of a comparison was inserted or deleted, with the words for who hears it."""
    return [one.text().replace(" ]", "]") for one in tree.all(tag)]


# Who may open what

ROLES = ["reporter", "editor", "chief", "moderator", "admin_person"]
DESK = {"editor", "chief", "admin_person"}


def every_address(story) -> dict[str, tuple[str, str]]:
    return {
        "list": ("get", at("revisions", story)),
        "django's history": ("get", at("history", story)),
        "compare": ("get", at("compare", story) + "?from=1&to=working"),
        "compare with live": ("get", at("compare", story) + "?from=live&to=1"),
        "ask to restore": ("get", at("restore", story, "1")),
        "restore": ("post", at("restore", story, "1")),
        "name": ("post", at("name_revision", story)),
        "correct": ("get", at("correct", story)),
        "send a correction": ("post", at("correct", story)),
    }


@pytest.mark.parametrize("role", ROLES)
def test_a_foreign_story_is_open_to_the_desk_and_to_nobody_else(request, client, rewritten, role):
    client.force_login(request.getfixturevalue(role))
    missing = {}
    for name, (method, address) in every_address(rewritten).items():
        answer = getattr(client, method)(address)
        missing[name] = answer.status_code == 404
        if role not in DESK:
            unknown = address.replace(f"/{rewritten.pk}/", "/987654/")
            assert getattr(client, method)(unknown).status_code == 404
            assert "القطار" not in answer.content.decode()
    assert set(missing.values()) == {role not in DESK}


def test_a_reporter_reads_the_history_of_their_own_story_and_changes_it_only_while_it_is_theirs(
    client, reporter, chief, story
):
    own = publishing.start(
        {"headline": "لي", "body": FIRST, "category": story.category_id}, by=reporter
    )
    history.keep_named(own, "أول", by=reporter)
    publishing.save_draft(own, {"headline": "لي أيضًا"}, by=reporter)
    client.force_login(reporter)
    assert client.get(at("restore", own, "1")).status_code == 200
    publishing.submit(own, by=reporter)
    allowed = {
        name: getattr(client, method)(address).status_code
        for name, (method, address) in every_address(own).items()
        if name != "compare with live"
    }
    assert allowed == {
        "list": 200, "django's history": 302, "compare": 200, "ask to restore": 403,
        "restore": 403, "name": 403, "correct": 403, "send a correction": 403,
    }  # fmt: skip
    page = client.get(at("revisions", own)).content.decode()
    assert at("restore", own, "1") not in page
    assert at("name_revision", own) not in page


def test_nobody_without_an_account_gets_further_than_the_door(client, rewritten):
    for method, address in every_address(rewritten).values():
        answer = getattr(client, method)(address)
        assert answer.status_code == 302
        assert "/login/" in answer["Location"]


def test_a_revision_of_another_story_is_not_reached_through_ones_own(client, reporter, story):
    own = publishing.start(
        {"headline": "لي", "body": FIRST, "category": story.category_id}, by=reporter
    )
    publishing.save_draft(story, {"headline": "سرّ"}, by=story.created_by)
    client.force_login(reporter)
    for key in ("2", "live"):
        assert client.get(at("compare", own) + f"?from={key}").status_code == 404
        assert client.post(at("restore", own, key)).status_code == 404
    assert client.post(at("name_revision", own), {"name": "x", "number": "2"}).status_code == 404


def test_what_changes_something_is_posted(as_chief, rewritten):
    before = rewritten.revisions.count()
    assert as_chief.get(at("name_revision", rewritten)).status_code == 405
    assert as_chief.get(at("restore", rewritten, "1")).status_code == 200
    assert as_chief.post(at("compare", rewritten)).status_code == 405
    assert rewritten.revisions.count() == before


# The list


def test_the_list_names_who_when_and_how_much(as_chief, rewritten, chief):
    history.keep_named(rewritten, "بعد اتصال الهيئة", by=chief)
    items = [
        li.text()
        for li in page_of(as_chief.get(at("revisions", rewritten)))
        .one("ol", class_="revs")
        .all("li")
    ]
    working, named, live = items
    assert "نسخة العمل" in working
    assert "بعد اتصال الهيئة" in named
    assert "chief" in named
    assert "أُضيفت" in named or "أُضيف" in named
    assert "المنشور الآن" in live
    assert "ما يراه القراء" in live


def test_a_long_history_comes_a_page_at_a_time(as_chief, story, editor):
    for number in range(25):
        content = revisions.content_of(story) | {"headline": f"عنوان {number}"}
        revisions.keep_beside(story, content, by=editor)
    first = page_of(as_chief.get(at("revisions", story)))
    second = page_of(as_chief.get(at("revisions", story) + "?page=2"))
    assert [len(page.one("ol", class_="revs").all("li")) for page in (first, second)] == [20, 6]


def test_an_imported_story_has_its_first_words_in_the_list(as_chief, editor):
    story = make_article(published=True)
    publishing.save_draft(story, {"headline": "آخر"}, by=editor)
    page = page_of(as_chief.get(at("revisions", story)))
    assert "كما استُورد" in page.one("ol", class_="revs").text()
    assert as_chief.get(at("restore", story, "live")).status_code == 200


def test_djangos_history_leads_to_ours(as_chief, story):
    assert as_chief.get(at("history", story))["Location"] == at("revisions", story)


# Compare


def test_two_states_are_compared_field_by_field_with_words_beside_the_colour(as_chief, rewritten):
    page = page_of(as_chief.get(at("compare", rewritten) + "?from=live&to=working"))
    [headline, body] = page.all("div", class_="cmp-f")
    assert changed(headline, "del") == ["[حُذف: الساحلي]"]
    assert changed(headline, "ins") == ["[أُضيف: بعد عام]"]
    assert changed(body, "ins") == ["[أُضيف: بتسع]"]
    [fold] = body.all("details")
    assert "قرارًا" not in fold.one("summary").text()
    assert len(fold.all("p")) == 2
    assert "أُضيفت 3 كلمات" in page.text()
    assert "حُذفت كلمتان" in page.text()


def test_rows_and_choices_are_told_by_name(as_chief, story, chief):
    picture, author = make_picture(alt_text="قطار أخضر"), make_author("هدى المنصوري")
    publishing.save_draft(
        story,
        {
            "category": make_category("سفر").pk, "lead_picture": picture.pk, "label": "breaking",
            "authors": [author.pk], "tags": ["النقل", "وادي السرو"], "comment_mode": "closed",
            "publish_at": "2031-05-01T09:00:00+03:00",
        },
        by=chief,
    )  # fmt: skip
    page = page_of(as_chief.get(at("compare", story) + "?from=live&to=working"))
    shown = {one.one("h3").text().split(" ")[0]: one for one in page.all("div", class_="cmp-f")}
    text = " ".join(one.text() for one in shown.values())
    for words in ("محليات", "سفر", "هدى المنصوري", "وادي السرو", "متفرقات", "عاجل", "2031"):
        assert words in text
    assert page.one("img", class_="thumb").attributes["alt"] == "قطار أخضر"


def test_differences_of_shape_are_hidden_until_somebody_asks(as_chief, story, chief):
    publishing.save_draft(story, {"headline": "عَودةُ القطار  الساحلي", "standfirst": ""}, by=chief)
    address = at("compare", story) + "?from=live&to=working"
    page = page_of(as_chief.get(address))
    assert "لا فرق في المعنى" in page.text()
    assert not page.all("div", class_="cmp-f")
    assert len(page.all("input", type="checkbox", checked="")) == 5
    bare = page_of(as_chief.get(address + "&chosen=1"))
    assert changed(bare.one("div", class_="cmp"), "ins")[0] == "[أُضيف: عَودةُ]"
    marks = page_of(as_chief.get(address + "&chosen=1&hide=marks"))
    assert "عَودةُ" not in " ".join(one.text() for one in marks.all("ins"))


def test_what_says_the_same_is_said_to(as_chief, story):
    assert (
        "تقولان الشيء نفسه"
        in page_of(as_chief.get(at("compare", story) + "?from=1&to=live")).text()
    )


def test_side_by_side_each_text_is_whole(as_chief, rewritten):
    address = at("compare", rewritten) + "?from=live&to=working&view=side"
    headline = page_of(as_chief.get(address)).all("div", class_="cmp-f")[1]
    old, new = headline.one("div", class_="cmp").all("p")
    assert old.text(without=lambda e: e.is_a(class_="vh")) == "عودة القطار الساحلي"
    assert new.text(without=lambda e: e.is_a(class_="vh")) == "عودة القطار بعد عام"


@pytest.mark.parametrize("query", ["from=9", "to=x", "from=live&to=-1", "from=1%00"])
def test_a_comparison_with_nothing_is_none(as_chief, story, query):
    assert as_chief.get(at("compare", story) + f"?{query}").status_code == 404


def test_words_of_an_editor_are_never_markup(as_chief, story, chief):
    publishing.save_draft(story, {"headline": "<b onclick=x>عنوان</b> & «آخر»"}, by=chief)
    page = as_chief.get(at("compare", story)).content.decode()
    assert "<b onclick" not in page


# Restore


def test_restoring_shows_the_difference_first_and_is_undone_by_one_button(as_chief, rewritten):
    asked = page_of(as_chief.get(at("restore", rewritten, "1")))
    assert "[أُضيف: الساحلي]" in changed(asked, "ins")
    assert rewritten.revisions.count() == 2
    done = as_chief.post(at("restore", rewritten, "1"), follow=True)
    assert revisions.working_copy(rewritten).content["headline"] == "عودة القطار الساحلي"
    [undo] = [f for f in page_of(done).all("form") if "restore" in f.attributes.get("action", "")]
    as_chief.post(undo.attributes["action"])
    assert revisions.working_copy(rewritten).content["headline"] == "عودة القطار بعد عام"
    assert Article.objects.live().get().headline == "عودة القطار الساحلي"


def test_an_undo_that_leads_nowhere_is_not_offered(as_chief, rewritten):
    page = page_of(as_chief.get(at("revisions", rewritten) + "?undo=77&restored=1"))
    assert not [f for f in page.all("form") if "restore" in f.attributes.get("action", "")]


# Names


def test_a_state_is_kept_under_a_name(as_chief, rewritten):
    as_chief.post(at("name_revision", rewritten), {"name": "بعد اتصال الهيئة"})
    assert rewritten.revisions.get(number=2).name == "بعد اتصال الهيئة"
    as_chief.post(at("name_revision", rewritten), {"name": "كما نُشر", "number": "1"})
    assert rewritten.revisions.get(number=1).name == "كما نُشر"
    answer = as_chief.post(at("name_revision", rewritten), {"name": "…"})
    assert "يحتاج الاسم إلى حرف" in said(answer)


def test_the_screen_of_a_story_lists_its_newest_states(as_chief, rewritten):
    page = page_of(as_chief.get(at("change", rewritten)))
    assert len(page.one("ol", class_="revs").all("li")) == 2
    assert at("correct", rewritten) in [a.attributes.get("href") for a in page.all("a")]
