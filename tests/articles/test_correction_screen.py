"""The screen of an urgent correction: looked at, then sent; nothing typed is lost at a refusal."""

import pytest
from django.contrib.auth.models import Group

from articles import publishing, revisions
from articles.models import Article
from tests.articles.markup import Document
from tests.articles.panel import page_of, said
from tests.articles.test_history_screens import FIRST, REST, SECOND, at, changed
from tests.factories import make_category, make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(editor) -> Article:
    words = {
        "headline": "عودة القطار الساحلي", "body": FIRST + SECOND, "standfirst": "ملخّص",
        "category": make_category("محليات").pk, "tags": ["النقل"],
    }  # fmt: skip
    return publishing.publish(publishing.start(words, by=editor), by=editor)


def live() -> Article:
    return Article.objects.live().get()


def fields_of(page: Document, form: str = "correction_form") -> dict[str, str | list[str]]:
    """What a browser would send from a form of the page, without its buttons."""
    [found] = [one for one in page.all("form") if one.attributes.get("id", form) == form
               and one.attributes.get("class", "").startswith("stack")]  # fmt: skip
    sent: dict[str, str | list[str]] = {}
    for one in found:
        name, value = one.attributes.get("name"), one.attributes.get("value", "")
        if not name:
            continue
        if one.tag == "textarea":
            words = "".join(child for child in one.children if isinstance(child, str))
            sent[name] = words.removeprefix("\n")  # as browsers do
        elif one.tag == "select":
            chosen = [
                o.attributes["value"] for o in one.all("option") if "selected" in o.attributes
            ]
            sent[name] = chosen if "multiple" in one.attributes else (chosen or [""])[0]
        elif one.tag == "input" and one.attributes.get("type") not in {"checkbox", "radio"}:
            sent[name] = value
    return sent


def opened(client, story) -> dict[str, str | list[str]]:
    return fields_of(page_of(client.get(at("correct", story))))


def test_the_form_holds_what_readers_see_and_not_the_rewrite(as_editor, story, chief):
    publishing.save_draft(story, {"headline": "عنوان لم يُنشر"}, by=chief)
    page = as_editor.get(at("correct", story)).content.decode()
    assert "عودة القطار الساحلي" in page
    assert 'value="عنوان لم يُنشر"' not in page
    assert "slug" not in opened(as_editor, story)


def test_a_correction_is_looked_at_and_then_sent(as_editor, story):
    typed = opened(as_editor, story) | {"headline": "عودة القطار الشمالي"}
    looked = page_of(as_editor.post(at("correct", story), typed | {"_look": "1"}))
    assert changed(looked, "ins")[-1:] == ["[أُضيف: الشمالي]"]
    assert live().headline == "عودة القطار الساحلي"
    answer = as_editor.post(at("correct", story), fields_of(looked) | {"_send": "1"})
    assert answer.status_code == 302
    assert "يرى القراء التصويب الآن" in said(answer)
    assert (live().headline, live().body) == ("عودة القطار الشمالي", FIRST + SECOND)
    assert list(live().tags.names()) == ["النقل"]


def test_nothing_goes_out_that_nobody_looked_at(as_editor, story):
    typed = opened(as_editor, story) | {"headline": "عودة القطار الشمالي", "_send": "1"}
    page = page_of(as_editor.post(at("correct", story), typed))
    assert live().headline == "عودة القطار الساحلي"
    seen = fields_of(page) | {"headline": "عودة قطار آخر", "_send": "1"}
    again = page_of(as_editor.post(at("correct", story), seen))
    assert "انظر مرة أخرى" in again.text()
    assert live().headline == "عودة القطار الساحلي"
    as_editor.post(at("correct", story), fields_of(again) | {"_send": "1"})
    assert live().headline == "عودة قطار آخر"


def test_what_does_not_differ_is_not_sent(as_editor, story):
    page = page_of(as_editor.post(at("correct", story), opened(as_editor, story) | {"_look": "1"}))
    assert "لا فرق عمّا يراه القراء" in page.text()
    assert not page.all("button", name="_send")


def look_and_send(client, story, **words):
    looked = page_of(client.post(at("correct", story), opened(client, story) | words))
    return client.post(at("correct", story), fields_of(looked) | {"_send": "1"})


def test_a_rewrite_that_waits_takes_the_correction_over(as_editor, story, chief):
    publishing.save_draft(story, {"standfirst": "ملخّص أطول"}, by=chief)
    look_and_send(as_editor, story, headline="عودة القطار الشمالي")
    waiting = revisions.working_copy(story).content
    assert (waiting["headline"], waiting["standfirst"]) == ("عودة القطار الشمالي", "ملخّص أطول")
    assert live().standfirst == "ملخّص"


def test_where_both_change_the_same_words_a_person_decides_and_readers_get_the_correction(
    as_editor, story, chief
):
    rewrite = {"headline": "القطار يعود", "body": FIRST + SECOND.replace("بأربع", "بتسع") + REST}
    publishing.save_draft(story, rewrite, by=chief)
    body = FIRST + SECOND.replace("بأربع", "بثلاث")
    answer = look_and_send(as_editor, story, headline="عودة القطار الشمالي", body=body)
    assert answer.status_code == 409
    page = page_of(answer)
    assert live().headline == "عودة القطار الساحلي"
    radios = list(dict.fromkeys(one.attributes["name"] for one in page.all("input", type="radio")))
    assert len(radios) == 2
    sent = fields_of(page) | {"_send": "1"}
    half = as_editor.post(at("correct", story), sent | {radios[0]: "theirs"})
    assert half.status_code == 409
    assert "بلا قرار" in page_of(half).text()
    written = radios[1].replace("choice-", "written-")
    own = SECOND.replace("بأربع", "بأربع أو خمس")
    as_editor.post(
        at("correct", story), sent | {radios[0]: "theirs", radios[1]: "written", written: own}
    )
    assert (live().headline, live().body) == ("عودة القطار الشمالي", body)
    waiting = revisions.working_copy(story).content
    assert (waiting["headline"], waiting["body"]) == ("القطار يعود", FIRST + own + REST)


def test_two_corrections_at_once_undo_nothing_of_one_another(as_editor, story, chief):
    typed = opened(as_editor, story) | {"standfirst": "ملخّص مصوّب"}
    looked = fields_of(page_of(as_editor.post(at("correct", story), typed)))
    publishing.correct(story, {"headline": "عودة القطار الشمالي"}, by=chief)
    as_editor.post(at("correct", story), looked | {"_send": "1"})
    assert (live().headline, live().standfirst) == ("عودة القطار الشمالي", "ملخّص مصوّب")


def test_two_corrections_of_the_same_words_are_decided_by_a_person(as_editor, story, chief):
    typed = opened(as_editor, story) | {"headline": "عودة القطار أمس"}
    looked = fields_of(page_of(as_editor.post(at("correct", story), typed)))
    publishing.correct(story, {"headline": "عودة القطار الشمالي"}, by=chief)
    answer = as_editor.post(at("correct", story), looked | {"_send": "1"})
    assert answer.status_code == 409
    assert live().headline == "عودة القطار الشمالي"
    page = page_of(answer)
    [radio] = {one.attributes["name"] for one in page.all("input", type="radio")}
    as_editor.post(at("correct", story), fields_of(page) | {radio: "mine", "_send": "1"})
    assert live().headline == "عودة القطار أمس"


def test_a_refusal_says_why_and_keeps_what_was_typed(as_editor, story, editor, chief):
    picture = make_picture(alt_text="")
    words = {"headline": "عودة القطار الشمالي", "lead_picture": str(picture.pk)}
    answer = look_and_send(as_editor, story, **words)
    assert answer.status_code == 422
    assert "نصّ بديل" in page_of(answer).text()
    assert fields_of(page_of(answer))["headline"] == "عودة القطار الشمالي"
    typed = opened(as_editor, story) | {"headline": "عودة القطار الشمالي"}
    looked = fields_of(page_of(as_editor.post(at("correct", story), typed)))
    publishing.withdraw(story, by=chief)
    withdrawn = as_editor.post(at("correct", story), looked | {"_send": "1"})
    assert withdrawn.status_code == 409
    assert fields_of(page_of(withdrawn))["headline"] == "عودة القطار الشمالي"
    editor.groups.set([Group.objects.get(name="reporter")])
    story.refresh_from_db()
    refused = as_editor.post(at("correct", story), looked | {"_send": "1"})
    assert refused.status_code == 403
    assert fields_of(page_of(refused))["headline"] == "عودة القطار الشمالي"
    assert "صلاحيات حسابك" in page_of(refused).text()


def test_a_field_too_long_or_empty_is_marked_and_the_rest_kept(as_editor, story):
    typed = opened(as_editor, story) | {"headline": "", "standfirst": "مصوّب", "_look": "1"}
    answer = as_editor.post(at("correct", story), typed)
    assert answer.status_code == 422
    assert fields_of(page_of(answer))["standfirst"] == "مصوّب"


def test_what_is_not_before_readers_is_not_corrected(as_editor, story, chief):
    publishing.withdraw(story, by=chief)
    answer = as_editor.get(at("correct", story))
    assert answer["Location"] == at("change", story)
    assert "لم يعد" in said(answer)


def test_the_words_that_readers_see_are_cleaned(as_editor, story):
    look_and_send(as_editor, story, body=FIRST + "<script>x</script><p onclick='x'>ثانية</p>")
    assert live().body == FIRST + "<p>ثانية</p>"
