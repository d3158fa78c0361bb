"""The glossary of proper names: one house spelling, every variant of one name alone."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles import names
from articles.body.proofreading import tidied_body
from articles.models import Name, NameSpelling
from articles.names import WrongName, glossary, house_spellings, keep
from tests.articles.panel import page_of

pytestmark = pytest.mark.django_db

ADD = reverse("admin:articles_name_add")
LIST = reverse("admin:articles_name_changelist")


def change(name: Name) -> str:
    return reverse("admin:articles_name_change", args=[name.pk])


def test_every_spelling_leads_to_that_of_the_house(django_assert_num_queries):
    keep(Name(house="بوتين"), ["بوتن", "پوتين"])
    keep(Name(house="محمد صلاح"), ["مو صلاح"])
    written = ["بوتن", "بـوتـين", "بُوتِن", "مو  صلاح", "مُحمّد صلاح", "خبز", "", "محمد"]
    with django_assert_num_queries(1):
        house = house_spellings(written)
    assert house == {
        "بوتن": "بوتين", "بـوتـين": "بوتين", "بُوتِن": "بوتين", "مو  صلاح": "محمد صلاح",
        "مُحمّد صلاح": "محمد صلاح",
    }  # fmt: skip


def test_a_thousand_words_are_asked_at_once():
    keep(Name(house="بوتين"), ["بوتن"])
    assert house_spellings([*(f"كلمة{n}" for n in range(2_500)), "بوتن"]) == {"بوتن": "بوتين"}


def test_the_desk_gets_the_whole_glossary_and_mends_a_story_by_it(django_assert_num_queries):
    keep(Name(house="محمد صلاح"), ["مو صلاح", "محمّد صالح"])
    with django_assert_num_queries(1):
        known = glossary()
    story = "<p>سجّل <strong>مو</strong> صلاح، ثم خرج محمد صلاح.</p>"
    assert tidied_body(story, glossary=known) == (
        "<p>سجّل <strong>محمد صلاح</strong>، ثم خرج محمد صلاح.</p>"
    )


def test_spellings_that_the_fold_makes_equal_count_once():
    name = keep(Name(house="أردوغان"), ["اردوغان", "أُردوغان", "إردوغان", "أردوجان"])
    assert [one.written for one in name.spellings.all()] == ["أردوغان", "أردوجان"]


def test_a_spelling_belongs_to_one_name_alone():
    keep(Name(house="غوغل"), ["جوجل", "قوقل"])
    for house, variants in (("جوجل", []), ("ألفابت", ["قـوقـل"]), ("جُوجْل", ["ألفابت"])):
        with pytest.raises(WrongName, match="taken") as refused:
            keep(Name(house=house), variants)
        assert refused.value.house == "غوغل"
    other = keep(Name(house="ألفابت"), [])
    with pytest.raises(IntegrityError), transaction.atomic():
        NameSpelling.objects.create(name=other, written="جوجل", key="جوجل", place=1)


def test_a_name_may_be_written_anew():
    name = keep(Name(house="جوجل"), ["غوغل", "قوقل"])
    name.house = "غوغل"
    keep(name, ["جوجل"])
    assert house_spellings(["جوجل", "قوقل"]) == {"جوجل": "غوغل"}
    name.delete()
    assert house_spellings(["جوجل"]) == {}


@pytest.mark.parametrize(
    ("house", "variants", "code"),
    [
        ("", [], "empty"), ("…", [], "empty"), ("2025", [], "empty"), ("بوتين", ["ـــ"], "empty"),
        ("بوتين", ["😀"], "empty"), ("في", [], "small"), ("بوتين", ["مَن"], "small"),
        ("ب", [], "small"), ("واحد اثنان ثلاثة أربعة خمسة", [], "long"),
        ("بوتين", ["ا" * 61], "long"), ("بوتين", [f"بوتين{n}" for n in "ابتثجحخدذرزس"], "many"),
    ],
)  # fmt: skip
def test_what_is_no_name_is_refused(house, variants, code):
    with pytest.raises(WrongName, match=code):
        keep(Name(house=house), variants)
    assert not Name.objects.exists()


# The panel


def test_an_editor_adds_and_changes_a_name(as_editor):
    answer = as_editor.post(ADD, {"house": "ترامب", "variants": "ترمب، ترمپ\nتَرَمب"})
    assert answer.status_code == 302
    name = Name.objects.get()
    assert [one.written for one in name.spellings.all()] == ["ترامب", "ترمب", "ترمپ"]
    form = page_of(as_editor.get(change(name)))
    assert form.one("textarea", id="id_variants").text() == "ترمب، ترمپ"
    as_editor.post(change(name), {"house": "ترمب", "variants": "ترامب"})
    assert house_spellings(["ترامب"]) == {"ترامب": "ترمب"}
    listed = page_of(as_editor.get(LIST)).one("table", id="result_list").text()
    assert "ترمب" in listed
    assert "ترامب" in listed


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"house": "جوجل", "variants": ""}, "«جوجل» من صور «غوغل» من قبل."),
        ({"house": "ألفابت", "variants": "قُوقل"}, "«قُوقل» من صور «غوغل» من قبل."),
        ({"house": "بوتين", "variants": "في"}, "«في» من أدوات اللغة"),
        ({"house": "١٢", "variants": ""}, "لا بدّ للاسم من حرف"),
    ],
)
def test_the_panel_says_in_arabic_what_is_wrong(as_editor, typed, said):
    keep(Name(house="غوغل"), ["جوجل", "قوقل"])
    answer = as_editor.post(ADD, typed)
    assert answer.status_code == 200
    assert said in page_of(answer).one("ul", class_="errorlist").text()
    assert Name.objects.count() == 1


def test_a_name_is_found_by_any_spelling(as_editor):
    keep(Name(house="غوغل"), ["جوجل", "قوقل"])
    keep(Name(house="إنستغرام"), ["انستجرام"])
    for sought, house in (("قُوقـل", "غوغل"), ("انستج", "إنستغرام"), ("إنستغ", "إنستغرام")):
        listed = page_of(as_editor.get(LIST, {"q": sought})).one("table", id="result_list")
        assert [row.text() for row in listed.all("th", class_="field-house")] == [house]


def test_a_reporter_reads_the_glossary_and_changes_nothing(as_reporter):
    name = keep(Name(house="غوغل"), ["جوجل"])
    assert as_reporter.get(LIST).status_code == 200
    assert as_reporter.get(change(name)).status_code == 200
    assert as_reporter.post(change(name), {"house": "ا ب", "variants": ""}).status_code == 403
    assert as_reporter.get(ADD).status_code == 403


def test_a_spelling_taken_in_the_same_moment_is_refused_in_words(client, editor, monkeypatch):
    keep(Name(house="بوتين"), ["بوتن"])
    judged, looks = names.judged, iter(range(2))

    def late(name, variants):
        """The form and the act look before the other editor has saved; the database knows."""
        if next(looks, None) is None:
            return judged(name, variants)
        return {names.name_key(one): one for one in (name.house, *variants)}

    monkeypatch.setattr(names, "judged", late)
    client.force_login(editor)
    answer = client.post(ADD, {"house": "فلاديمير", "variants": "بوتن"})
    assert answer.status_code == 200
    assert answer.text.count("بوتن") >= 2  # what was typed, and what is said of it
    assert [name.house for name in Name.objects.all()] == ["بوتين"]


def test_who_may_only_look_sees_the_spellings(client, reporter):
    name = keep(Name(house="بوتين"), ["بوتن", "پوتين"])
    client.force_login(reporter)
    page = client.get(f"/admin/articles/name/{name.pk}/change/").text
    assert "بوتن" in page
    assert "None" not in page
