"""Copy of agencies, in the shapes in which Arabic newsrooms get it."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from articles.agency_copy import take_apart
from articles.body.sanitise import clean_body

HEADLINE = "البنك المركزي يرفع سعر الفائدة نصف نقطة"
TEXT = "قال محافظ البنك المركزي إن القرار يسري من الغد."
BODY = f"<p>{TEXT}</p>"
# What stands before the first words, the dateline and the source that it names.
OPENINGS = [
    ("القاهرة 12 نوفمبر (وكالة الهدهد) - ", "القاهرة 12 نوفمبر", "وكالة الهدهد"),
    ("لندن (رويترز) - ", "لندن", "رويترز"),
    ("دبي 12 نوفمبر تشرين الثاني (رويترز) - ", "دبي 12 نوفمبر تشرين الثاني", "رويترز"),
    ("باريس 12-11-2025 (أ ف ب) - ", "باريس 12-11-2025", "أ ف ب"),
    ("باريس (ا ف ب)- ", "باريس", "أ ف ب"),
    ("بيروت (أ.ف.ب) – ", "بيروت", "أ ف ب"),
    ("برلين 12 نوفمبر (د ب أ)- ", "برلين 12 نوفمبر", "د ب أ"),
    ("القاهرة في 12 نوفمبر /أ ش أ/ ", "القاهرة في 12 نوفمبر", "أ ش أ"),
    ("أبوظبي في 12 نوفمبر / وام / ", "أبوظبي في 12 نوفمبر", "وام"),
    (
        "الرياض 21 جمادى الأولى 1447 هـ الموافق 12 نوفمبر 2025 م (واس) ",
        "الرياض 21 جمادى الأولى 1447 هـ الموافق 12 نوفمبر 2025 م",
        "واس",
    ),
    ("الكويت - 12 - 11 (كونا) -- ", "الكويت - 12 - 11", "كونا"),
    ("عمان 12 تشرين الثاني (بترا)- ", "عمان 12 تشرين الثاني", "بترا"),
    ("بكين 12 نوفمبر 2025 (شينخوا) -- ", "بكين 12 نوفمبر 2025", "شينخوا"),
    ("الخرطوم 12-11-2025 (سونا)- ", "الخرطوم 12-11-2025", "سونا"),
    ("رام الله 12-11-2025 وفا- ", None, None),
    ("القاهرة - د ب أ: ", "القاهرة", "د ب أ"),
    ("إسطنبول/ الأناضول/ ", "إسطنبول", "الأناضول"),
    ("تونس (وات) - ", "تونس", "وات"),
    ("الجزائر (وأج) - ", "الجزائر", "وأج"),
    ("عواصم - وكالات: ", "عواصم", "وكالات"),
    ("نيويورك (AP) — ", "نيويورك", "أ ب"),
    ("سوسة 12 نوفمبر 2025 - ", "سوسة 12 نوفمبر 2025", "وكالات"),
    ("مسقط (العمانية) -- ", "مسقط", "العمانية"),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "dateline", "source"), OPENINGS)
def test_the_dateline_says_where_when_and_who(opening, dateline, source):
    found = take_apart(f"{HEADLINE}\n\n{opening}{TEXT}\n\nانتهى")
    assert found.headline == HEADLINE
    if dateline is None:  # no sign parts it from the words: they stay whole
        assert opening.strip() in found.body
        return
    assert (found.dateline, found.source_line) == (dateline, source)
    assert found.body == BODY
    assert found.left_out == ["انتهى"]


TAILS = [
    "انتهى", "(انتهى)", "انتهى/ ع ط", "- انتهى -", "### انتهى ###", "ع ط/ م ن", "س.ع / ب.ب",
    "//بترا// ن ح", "رويترز", "(د ب أ)", "هاتف: +20 2 2578 3292", "هاتف التحرير 0097148888",
    "desk@hudhud.example", "للمراسلة: desk@hudhud.example",
    "(إعداد سامر الحلبي للنشرة العربية - تحرير ليلى موسى)",
    "تحرير: ليلى موسى", "انتهى\nهاتف: 123456789\nع ط",
]  # fmt: skip


@pytest.mark.parametrize("tail", TAILS)
def test_what_is_for_the_desk_is_left_out_and_told(tail):
    found = take_apart(f"{HEADLINE}\nلندن (رويترز) - {TEXT}\n{tail}")
    assert found.body == BODY
    assert found.left_out == tail.split("\n")


HEADS = [
    "1432 GMT", "خبر رقم 125", "عاجل", "رويترز / اقتصاد / مصر", "EGY-ECO-0012", "تحديث 2",
    "من سامر الحلبي",
]  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
def test_codes_above_the_headline_are_no_headline(head):
    found = take_apart(f"{head}\n{HEADLINE}\nلندن (رويترز) - {TEXT}")
    assert (found.headline, found.body, found.left_out) == (HEADLINE, BODY, [head])


def test_a_second_line_is_the_standfirst_and_lines_of_a_page_are_joined():
    wrapped = (
        "القاهرة 12 نوفمبر (وكالة الهدهد) - قال محافظ البنك المركزي إن القرار يسري\n"
        "من الغد على جميع المصارف العاملة في البلاد، وإن اللجنة ستجتمع ثانية قبل\n"
        "نهاية الشهر لتنظر في أثره."
    )
    found = take_apart(f"{HEADLINE}\nاللجنة تجتمع ثانية قبل نهاية الشهر\n\n{wrapped}\nانتهى\nع ط")
    assert found.standfirst == "اللجنة تجتمع ثانية قبل نهاية الشهر"
    assert found.body.count("<p>") == 1
    assert "يسري من الغد" in found.body


def test_copy_without_a_dateline_begins_with_its_headline():
    found = take_apart(f"{HEADLINE}\n{TEXT}")
    assert (found.headline, found.body, found.dateline) == (HEADLINE, BODY, "")
    assert found.source_line == "وكالات"


def test_copy_without_a_headline_gets_none_made_up():
    found = take_apart(f"لندن (رويترز) - {TEXT}")
    assert (found.headline, found.dateline, found.body) == ("", "لندن", BODY)


@pytest.mark.parametrize("text", [
    "وقال الوزير (رويترز نقلت عنه) إن القرار نهائي.",
    "انتهى الاجتماع من دون بيان.",
    "قال إن الرقم 123456789 خطأ.",
    "اتصلت به الصحيفة هاتفيًا ولم يردّ.",
])  # fmt: skip
def test_words_of_the_story_stay_in_it(text):
    found = take_apart(f"{HEADLINE}\nلندن (رويترز) - {TEXT}\n{text}")
    assert found.body == f"{BODY}<p>{text}</p>"
    assert found.left_out == []


@given(st.text(max_size=300))
def test_whatever_is_pasted_gives_a_clean_body(copy):
    assert clean_body(take_apart(copy).body) == take_apart(copy).body


AGENCY = reverse("admin:articles_article_agency")


@pytest.mark.django_db
def test_the_screen_is_told_what_was_found(as_reporter, client, moderator):
    copy = f"{HEADLINE}\nلندن (رويترز) - {TEXT}\nانتهى"
    told = as_reporter.post(AGENCY, {"copy": copy}, headers={"Accept": "application/json"}).json()
    assert told == {
        "headline": HEADLINE, "standfirst": "", "dateline": "لندن", "source_line": "رويترز",
        "body": BODY, "left_out": ["انتهى"],
    }  # fmt: skip
    client.force_login(moderator)
    assert client.post(AGENCY, {"copy": copy}).status_code == 403


@pytest.mark.django_db
def test_without_script_a_page_shows_it_and_hands_it_to_the_form(as_reporter):
    page = as_reporter.post(
        AGENCY, {"copy": f"{HEADLINE}\nلندن (رويترز) - {TEXT}"}
    ).content.decode()
    assert HEADLINE in page
    assert 'name="source_line" value="رويترز"' in page
    form = as_reporter.post(
        reverse("admin:articles_article_add"), {"headline": HEADLINE, "body": BODY}
    )
    assert HEADLINE in form.content.decode()
