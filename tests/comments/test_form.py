"""The form under a story: what it says, what it refuses, and that no typed letter is lost."""

import pytest

from comments.models import Comment
from tests.comments.conftest import WORDS, form_of, real, send
from tests.comments.pages import Element, page
from tests.factories import make_article, make_comment

ASKED = ("name", "email", "body")


def form_in(response) -> Element:
    return page(response).by_id("comment-form")


def visible(form: Element) -> dict[str, str]:
    """The fields of CONTRACT, without what the form hides for itself."""
    return {name: text for name, text in form.values.items() if name != "own_page"}


def refusal(reader, story, **typed: str) -> Element:
    response = send(reader, story, **typed)
    assert response.status_code == 422
    return page(response)


def error_of(shown: Element, field: str) -> str:
    return shown.by_id(f"comment-{field}-error").text


def stored(reader, story, **typed: str) -> Comment:
    assert send(reader, story, **typed).status_code == 303
    return Comment.objects.latest("id")


# What it says


@pytest.fixture(params=["article", "own page"])
def fresh(request, reader, story) -> Element:
    """A page with the form that nobody has filled in."""
    address = story.get_absolute_url() if request.param == "article" else form_of(story)
    return page(reader.get(address))


def test_the_form_has_the_fields_that_outside_checks_rely_on(fresh, story):
    form = fresh.by_id("comment-form")
    assert form.tag == "form"
    assert form["method"] == "post"
    assert form["action"] == form_of(story)
    names = {control.get("name") for control in form.within() if control.get("name")}
    assert names >= {"name", "email", "body", "parent", "remember", "notify"}
    assert visible(form) | {"website": ""} == dict.fromkeys((*ASKED, "parent", "website"), "")


def test_each_label_is_tied_to_its_input_and_says_what_is_required(fresh):
    form = fresh.by_id("comment-form")
    for field in ASKED:
        control = form.one(name=field)
        assert "(إلزامي)" in form.one("label", for_=control["id"]).text
        assert "required" in control.attributes
    for field in ("remember", "notify"):
        label = next(label for label in form.all("label") if label.all(name=field))
        assert label.text
        assert "(إلزامي)" not in label.text


def test_the_promise_about_the_address_is_tied_to_its_field(fresh):
    tied = fresh.by_id("comment-form").one(name="email")["aria-describedby"].split()
    assert [fresh.by_id(name).text for name in tied] == ["لن يُنشر عنوان بريدك الإلكتروني."]


def test_names_and_words_may_run_either_way_but_an_address_runs_left_to_right(fresh):
    form = fresh.by_id("comment-form")
    assert [form.one(name=field)["dir"] for field in ASKED] == ["auto", "ltr", "auto"]
    assert form.one(name="email")["type"] == "email"
    assert [form.one(name=field)["autocomplete"] for field in ASKED[:2]] == ["name", "email"]


def test_the_hidden_field_is_out_of_the_way_of_keyboards_and_fillers(fresh):
    trap = fresh.by_id("comment-form").one(name="website")
    assert (trap["tabindex"], trap["autocomplete"]) == ("-1", "off")


# What it refuses, and how it says so


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "اكتب الاسم الذي سيظهر مع تعليقك."),
        ("name", "  \u00a0 ", "اكتب الاسم الذي سيظهر مع تعليقك."),
        ("email", "", "اكتب عنوان بريدك الإلكتروني؛ لن يُنشر."),
        ("email", "ليلى", "اكتب عنوانًا كاملًا، مثل \u2066name@example.org\u2069."),
        ("email", "laila@reader.example\nBcc: all@reader.example", "اكتب عنوانًا كاملًا"),
        ("body", "", "اكتب تعليقك أولًا."),
        ("body", "\r\n \t\r\n", "اكتب تعليقك أولًا."),
        ("body", "\u202e\u202c", "اكتب تعليقك أولًا."),
    ],
)
def test_an_error_is_said_in_arabic_and_tied_to_its_field(reader, story, field, typed, said):
    shown = refusal(reader, story, **{field: typed})
    control = shown.one(name=field)
    assert error_of(shown, field).startswith(said)
    assert control["aria-invalid"] == "true"
    tied = control["aria-describedby"].split()
    assert f"comment-{field}-error" in tied
    assert all(shown.by_id(name).text for name in tied)
    for other in set(ASKED) - {field}:
        assert "aria-invalid" not in shown.one(name=other).attributes
    assert not Comment.objects.exists()


def test_the_summary_is_announced_and_leads_to_each_field(reader, story):
    shown = refusal(reader, story, name="", email="x", body="")
    summary = shown.one(role="alert")
    links = summary.all("a")
    targets = [shown.by_id(link["href"].removeprefix("#")) for link in links]
    assert [target["name"] for target in targets] == list(ASKED)
    for link, field in zip(links, ASKED, strict=True):
        assert error_of(shown, field) in link.text
    assert "autofocus" in summary.attributes
    assert summary["tabindex"] == "-1"


def test_a_form_without_errors_shows_no_summary(fresh):
    assert not fresh.all(role="alert")


@pytest.mark.parametrize(
    ("over", "said"),
    [
        (1, "احذف منه حرفًا واحدًا على الأقل."),
        (2, "احذف منه حرفين على الأقل."),
        (3, "احذف منه 3 أحرف على الأقل."),
        (11, "احذف منه 11 حرفًا على الأقل."),
        (100, "احذف منه 100 حرف على الأقل."),
        (102, "احذف منه 102 حرف على الأقل."),
    ],
)
def test_too_long_is_told_by_how_much_in_the_right_plural(reader, story, over, said):
    shown = refusal(reader, story, body="ك" * (4000 + over))
    assert error_of(shown, "body") == said
    shown = refusal(reader, story, name="ن" * (60 + over))
    assert error_of(shown, "name") == said


def test_lengths_are_counted_in_characters_and_a_line_end_is_one(reader, story):
    body = "😀" * 1999 + "\r\n" + "كَ" * 1000
    assert stored(reader, story, body=body, name="😀" * 60).body == body.replace("\r\n", "\n")


def test_an_address_longer_than_any_is_refused(reader, story):
    shown = refusal(reader, story, email=f"{'a' * 60}@{'b' * 60}.{'c' * 180}.example")
    assert error_of(shown, "email")


# What it keeps

TYPED = [
    "\n\nيبدأ بسطرين فارغين",
    "سطر\nوسطر\n\n\nوثالث   بمسافات  ",
    "<b>ليس غامقًا</b> & \"علامات\" 'مفردة' &amp; &#1571;",
    "</textarea><script>alert(1)</script>",
    "مُحَمَّد ـــ ٱلْعَرَبِيَّة ١٢٣ ۴۵۶ abc \u200fRLM\u200eLRM 👨‍👩‍👧 ❤️",
    "{{ settings.SECRET_KEY }} {% debug %} %s %(name)s",
]


@pytest.mark.parametrize("typed", TYPED)
def test_a_refused_form_comes_back_with_every_typed_letter(reader, story, typed):
    line = " ".join(typed.split())
    parent = make_comment(story, state="approved")
    sent = {"name": line, "email": f"{line}@", "body": typed.replace("\n", "\r\n")}
    sent |= {"parent": str(parent.pk), "remember": "on", "notify": "on", "website": line}
    response = reader.post(form_of(story), sent)
    assert response.status_code == 422
    assert visible(form_in(response)) == sent | {"body": typed}


@pytest.mark.shared
def test_no_naughty_string_is_lost_or_breaks_the_form(reader, story):
    for text in real("naughty-strings/blns.jsonl")[::3]:
        response = send(reader, story, name=text, email="x", body=text)
        assert response.status_code == 422
        assert visible(form_in(response)) | {"parent": "", "website": ""} == {
            "name": text, "email": "x", "body": text, "parent": "", "website": "",
        }  # fmt: skip


def test_a_choice_not_made_stays_unmade_in_a_refused_form(reader, story):
    sent = form_in(send(reader, story, body="", remember="on")).values
    assert "remember" in sent
    assert "notify" not in sent


# What it cleans


@pytest.mark.parametrize("line_break", ["\r\n", "\n", "\r", "\u2028", "\u2029", "\x85", "\x0b"])
def test_a_name_stands_in_one_line(reader, story, line_break):
    comment = stored(reader, story, name=f"أم{line_break}ياسين{line_break}Bcc: x")
    assert comment.name == "أم ياسين Bcc: x"


@pytest.mark.parametrize(
    "control", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x07\x1b"
)
def test_nothing_that_turns_the_lines_around_is_kept(reader, story, control):
    comment = stored(reader, story, name=f"سا{control}مي", body=f"نصّ{control}مقلوب")
    assert (comment.name, comment.body) == ("سامي", "نصّمقلوب")


def test_marks_of_direction_and_joiners_inside_words_are_kept(reader, story):
    body = "نِیم\u200cفاصله \u200fABC\u200e 👨\u200d👩\u200d👧"
    assert stored(reader, story, body=body).body == body


@pytest.mark.parametrize("nothing", ["\u200b", "\ufeff\u200f \u00ad"])
@pytest.mark.parametrize("field", ["name", "body"])
def test_what_shows_nothing_is_nothing(reader, story, field, nothing):
    assert error_of(refusal(reader, story, **{field: nothing}), field)


# Whom it answers


def test_an_answer_is_tied_to_a_public_comment_of_the_same_story(reader, story):
    parent = make_comment(story, state="approved")
    assert stored(reader, story, parent=str(parent.pk)).parent == parent
    reply = page(reader.get(story.get_absolute_url())).by_id(f"comment-{parent.pk}")
    target = next(link["href"] for link in reply.all("a") if link["href"].startswith("/comments/"))
    assert form_in(reader.get(target)).values["parent"] == str(parent.pk)


@pytest.mark.parametrize("state", ["waiting", "rejected", "spam", "trashed"])
def test_nobody_answers_what_is_not_shown(reader, story, state):
    hidden = make_comment(story, state=state)
    assert stored(reader, story, parent=str(hidden.pk)).parent is None


def test_nobody_answers_a_comment_of_another_story(reader, story):
    foreign = make_comment(make_article(published=True), state="approved")
    assert stored(reader, story, parent=str(foreign.pk)).parent is None


@pytest.mark.parametrize(
    "crafted",
    ["0", "-1", "1.5", "٣", "²", "1 OR 1=1", "9" * 18, "9" * 400, "null", "<b>", "\x00"],
)
def test_a_crafted_parent_answers_nobody_and_loses_no_comment(reader, story, crafted):
    assert stored(reader, story, parent=crafted).parent is None


def test_only_what_the_form_asks_for_is_taken(reader, story, moderator):
    crafted = {
        "state": "approved", "article": "1", "id": "77", "author_key": "x", "decided_by": "1",
        "submitted_at": "2001-01-01", "reasons": "[]",
    }  # fmt: skip
    assert reader.post(form_of(story), WORDS | crafted).status_code == 303
    comment = Comment.objects.get()
    assert (comment.state, comment.article, comment.decided_by) == ("waiting", story, None)
    assert comment.pk != 77
    assert comment.submitted_at.year > 2001
    assert comment.author_key != "x"
    assert comment.email == WORDS["email"]
