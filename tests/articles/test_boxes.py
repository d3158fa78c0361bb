"""What stands beside the text: pull quotes, fact boxes, several pictures, sections and contents."""

import re
from pathlib import Path

import pytest

from articles.body.render import DrawnBody, render_body
from articles.body.sanitise import clean_body
from articles.body.sections import PREFIX
from articles.body.text import picture_ids, plain_text
from articles.models import Picture
from tests.articles.long_read import long_read
from tests.articles.markup import Document
from tests.factories import make_article, make_picture

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
QUOTE = '<aside data-box="quote"><p>ندفع من رغيف الناس.</p><footer>مدير المرفأ</footer></aside>'
FACTS = (
    '<aside data-box="facts"><h3>الخط في سطور</h3><p>كما وردت.</p><ul><li>سفينتان</li></ul>'
    "<dl><dt>الطول</dt><dd>1,180 ميلًا</dd><dt>السعة</dt><dd>38 ألف طنّ</dd></dl></aside>"
)


def drawn(typed: str, **pictures: Picture) -> DrawnBody:
    known = {picture.pk: picture for picture in pictures.values()}
    return render_body(clean_body(typed), known)


def page(typed: str, **pictures: Picture) -> Document:
    return Document.of(drawn(typed, **pictures).html)


# Cleaning


@pytest.mark.parametrize("body", [QUOTE, FACTS, f"<p>أ</p>{QUOTE}{FACTS}<p>ب</p>"])
def test_a_box_survives_cleaning_as_it_was_written(body):
    assert clean_body(body) == body


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('<aside data-box="ad"><p>أ</p></aside>ب', "<p>أ</p><p>ب</p>"),
        ("<aside>أ</aside>ب", "<p>أ</p><p>ب</p>"),
        ('<aside data-box="quote">أ</aside>', '<aside data-box="quote"><p>أ</p></aside>'),
        ('<aside data-box="facts"><h2>أ</h2>ب</aside>',
         '<aside data-box="facts"><h3>أ</h3><p>ب</p></aside>'),
        ('<aside data-box="facts"><p>أ</p><table><tr><td>ب</table></aside>',
         ('<aside data-box="facts"><p>أ</p></aside>'
         "<table><tbody><tr><td>ب</td></tr></tbody></table>")),
        ('<aside data-box="facts"><p>أ</p><figure data-picture="3"></figure>ب</aside>ج',
         ('<aside data-box="facts"><p>أ</p></aside><figure data-picture="3"></figure>'
         "<p>ب</p><p>ج</p>")),
        ('<aside data-box="facts">أ<aside data-box="quote">ب</aside>ج</aside>',
         ('<aside data-box="facts"><p>أ</p></aside><aside data-box="quote"><p>ب</p></aside>'
         "<p>ج</p>")),
        ('<ul><li>أ<aside data-box="quote"><p>ب</p></aside>ج</li></ul>',
         "<ul><li>أ <p>ب</p> ج</li></ul>"),
        ('<aside data-box="quote"></aside><aside data-box="facts"><h3> </h3></aside>', ""),
        ("<dl><dt>أ</dt><dd>ب</dd></dl><footer>ج</footer>", "<p>أ</p><p>ب</p><p>ج</p>"),
    ],
)  # fmt: skip
def test_a_box_stands_between_blocks_and_holds_what_boxes_hold(typed, kept):
    assert clean_body(typed) == kept
    assert clean_body(kept) == kept


@pytest.mark.parametrize(
    ("pairs", "kept"),
    [
        ("<div><dt>أ</dt><dd><p>ب</p><p>ج</p></dd></div>", "<dl><dt>أ</dt><dd>ب  ج</dd></dl>"),
        ("<dd>أ</dd><dt>ب</dt><dd>ج</dd>", "<p>أ</p><dl><dt>ب</dt><dd>ج</dd></dl>"),
        ("<dt>أ</dt><dd>ب</dd><dt>ج</dt>", "<dl><dt>أ</dt><dd>ب</dd></dl><p>ج</p>"),
        ("<dt>أ</dt><dd></dd>", "<p>أ</p>"),
    ],
)
def test_terms_and_descriptions_come_in_pairs(pairs, kept):
    cleaned = clean_body(f'<aside data-box="facts"><dl>{pairs}</dl></aside>')
    inside = cleaned.removeprefix('<aside data-box="facts">').removesuffix("</aside>")
    assert " ".join(inside.split()).replace("> ", ">").replace(" <", "<") == " ".join(kept.split())
    assert clean_body(cleaned) == cleaned


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('<figure data-gallery=" 3, 7,7,x,0 ,12 ">', '<figure data-gallery="3,7,12"></figure>'),
        ('<figure data-gallery="x">', ""),
        ('<figure data-place="out" data-picture="3">',
         '<figure data-picture="3" data-place="out"></figure>'),
        ('<figure data-picture="3" data-place="left">', '<figure data-picture="3"></figure>'),
        ('<figure data-place="out" data-embed="https://a.example/">',
         '<figure data-embed="https://a.example/"></figure>'),
    ],
)  # fmt: skip
def test_pictures_have_one_spelling(typed, kept):
    assert clean_body(typed) == kept


def test_empty_blocks_part_the_words_around_them():
    assert plain_text(clean_body("<ul><li>قال<p></p>الوزير</li></ul>")) == "قال الوزير"
    assert plain_text(clean_body("<p>قال<strong> </strong>الوزير</p>")) == "قال الوزير"


def test_the_words_of_a_box_are_counted_and_those_of_a_pull_quote_are_not_twice():
    text = plain_text(clean_body(f"<p>أ</p>{QUOTE}{FACTS}<p>ب</p>"))
    assert text.split("\n") == [
        "أ", "الخط في سطور", "كما وردت.", "سفينتان", "الطول", "1,180 ميلًا", "السعة",
        "38 ألف طنّ", "ب",
    ]  # fmt: skip


def test_every_picture_of_a_gallery_is_one_of_the_story():
    body = '<figure data-picture="5"></figure><figure data-gallery="3,5,9"></figure>'
    assert picture_ids(clean_body(body)) == [5, 3, 9]


@pytest.mark.django_db
def test_captions_of_a_gallery_are_read_too():
    pictures = [make_picture(caption="ثلاث كلمات هنا"), make_picture(caption="وكلمتان أخريان")]
    numbers = ",".join(str(picture.pk) for picture in pictures)
    story = make_article(body=f'<p>نصّ</p><figure data-gallery="{numbers}"></figure>')
    assert story.word_count == 1 + 3 + 2


# Drawing


def test_a_pull_quote_is_a_quotation_with_its_speaker():
    quote = page(f"<p>أ</p>{QUOTE}<p>ب</p>").one("figure", class_="pull-quote")
    assert quote.attributes["aria-label"] == "كلمات من المقال"
    assert quote.one("blockquote").text() == "ندفع من رغيف الناس."
    assert quote.one("figcaption").text() == "مدير المرفأ"


def test_a_pull_quote_without_a_speaker_has_no_empty_caption():
    quote = page('<aside data-box="quote"><p>أ</p></aside>').one("figure", class_="pull-quote")
    assert not quote.all("figcaption")


def test_a_fact_box_is_named_by_its_heading():
    box = page(FACTS).one("aside")
    heading = box.one("h2")
    assert box.attributes["aria-labelledby"] == heading.attributes["id"] == "part-الخط-في-سطور"
    assert [term.text() for term in box.all("dt")] == ["الطول", "السعة"]


def test_boxes_without_a_heading_can_be_told_apart():
    box = '<aside data-box="facts"><p>أ</p></aside>'
    first, second = page(box + box).all("aside")
    assert first.attributes["aria-label"] == "بطاقة معلومات"
    assert second.attributes["aria-label"] == "بطاقة معلومات 2"


@pytest.mark.parametrize(
    ("typed", "levels"),
    [
        (FACTS + "<h2>أ</h2>" + FACTS, ["h2", "h2", "h3"]),
        ("<h3>أ</h3><h2>ب</h2><h3>ج</h3>", ["h2", "h2", "h3"]),
        ("<h2>أ</h2><h3>ب</h3>" + FACTS, ["h2", "h3", "h3"]),
    ],
)
def test_no_heading_skips_a_level(typed, levels):
    shown = page(typed)
    assert [heading.tag for heading in shown.all() if re.fullmatch("h[1-6]", heading.tag)] == levels


def test_headings_have_readable_places_of_their_own():
    shown = page("<h2>من يربح؟</h2><h2>من يربح؟</h2><h3>من يربح 2</h3><h2>!</h2><h2>comment-1</h2>")
    assert [heading.attributes["id"] for heading in shown.all() if heading.tag[0] == "h"] == [
        "part-من-يربح", "part-من-يربح-2", "part-من-يربح-2-2", "part-فقرة", "part-comment-1",
    ]  # fmt: skip


def test_no_other_id_of_a_page_begins_like_a_heading_of_a_story():
    named = [
        found
        for path in TEMPLATES.rglob("*.html")
        for found in re.findall(r'\bid="([^"]+)', path.read_text())
    ]
    assert "tags" in named
    assert not [name for name in named if name.startswith(PREFIX)]


def test_a_vocalised_heading_gets_room_for_its_marks():
    shown = page("<h2>مَا الَّذِي لَمْ يُحْسَمْ؟</h2><h2>شكرًا جدًّا</h2>")
    assert [heading.attributes.get("class") for heading in shown.all("h2")] == ["vocalised", None]


def test_only_the_last_paragraph_carries_the_mark_of_the_end():
    assert page(f"<p>أ</p><p>ب</p>{FACTS}").one("p", class_="end").text() == "ب"
    for typed in ("<p>أ</p><ul><li>ب</li></ul>", "<p>أ</p><blockquote><p>ب</p></blockquote>"):
        assert not page(typed).all("p", class_="end")


def test_a_table_says_what_its_headings_head():
    rows = "<tr><td></td><th>اليوم</th></tr><tr><th>الرملة</th><td>21</td></tr>"
    table = page(f"<table><caption>زمن الرحلة</caption>{rows}</table>").one("table")
    assert table.one("thead").one("th").attributes["scope"] == "col"
    assert table.one("tbody").one("th").attributes["scope"] == "row"
    assert table.one("caption").text() == "زمن الرحلة"


def test_a_head_and_a_scope_that_were_written_stay():
    typed = (
        "<table><thead><tr><td>المرفأ</td></tr></thead>"
        '<tbody><tr><th scope="rowgroup">أ</th><td>1</td></tr></tbody></table>'
    )
    assert clean_body(typed) == typed
    table = page(typed).one("table")
    assert len(table.all("thead")) == 1
    assert table.one("th").attributes["scope"] == "rowgroup"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("place", "classes"),
    [
        ("", "inset"),
        ("broad", "inset broad"),
        ("out", "inset out"),
        ("upright", "inset out upright"),
    ],
)
def test_a_picture_stands_where_the_editor_put_it(place, classes):
    picture = make_picture()
    chosen = f' data-place="{place}"' if place else ""
    shown = page(f'<figure data-picture="{picture.pk}"{chosen}></figure>', picture=picture)
    assert shown.one("figure").attributes["class"] == classes


@pytest.mark.django_db
def test_a_gallery_is_a_list_of_pictures_with_what_is_owed():
    first, second = make_picture(caption="النهر"), make_picture(credit="تصوير: نادر")
    typed = f'<figure data-gallery="{first.pk},999,{second.pk}"></figure>'
    gallery = page(typed, first=first, second=second).one("ul", class_="gallery")
    assert len(gallery.all("li")) == len(gallery.all("img")) == 2
    assert all(image.attributes["loading"] == "lazy" for image in gallery.all("img"))
    assert "النهر" in gallery.text()
    assert "تصوير: نادر" in gallery.text()
    assert page('<figure data-gallery="999"></figure>').text() == ""


# Contents


def numbered(*wanted: str) -> dict[str, int]:
    return {name: place for place, name in enumerate(wanted, 1)}


PICTURES = numbered("wide", "tall", "small", "one", "two", "three")


@pytest.mark.django_db
def test_a_long_story_lists_its_sections_at_its_head(reader):
    body = long_read(**PICTURES)
    assert clean_body(body) == body
    story = make_article(published=True, body=body)
    shown = Document.of(reader.get(story.get_absolute_url()))
    contents = shown.one("div", class_="body").one("nav", class_="contents")
    assert contents.attributes["aria-label"] == "المحتويات"
    assert contents.one("summary").text() == "المحتويات"
    links = contents.one("ol").all("a")
    headings = shown.one("div", class_="body").all("h2")
    named = {h2.attributes["id"]: h2.text() for h2 in headings if "id" in h2.attributes}
    assert len(links) == 4
    assert all(named[link.attributes["href"][1:]] == link.text() for link in links)
    names = [element.attributes["id"] for element in shown.all() if "id" in element.attributes]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("words", "sections", "listed"), [(1000, 3, 3), (999, 3, 0), (5000, 2, 0), (1000, 7, 7)]
)
def test_a_short_story_or_one_of_two_parts_lists_nothing(words, sections, listed):
    heads = "".join(f"<h2>فصل{number}</h2>" for number in range(sections))
    body = f"{heads}<p>{'كلمة ' * (words - sections)}</p>"
    assert len(drawn(body).contents) == listed
