"""A body as readers get it: pictures with what is owed, nothing fetched from strangers."""

import pytest

from articles.body.render import render_body
from articles.body.sanitise import clean_body
from articles.body.text import picture_ids, plain_text
from articles.models import Picture
from newsroom.demo.stories import STORIES
from tests.articles.markup import Document
from tests.factories import make_article, make_picture

pytestmark = pytest.mark.django_db


def drawn(typed: str) -> Document:
    body = clean_body(typed)
    return Document.of(render_body(body, Picture.objects.in_bulk(picture_ids(body))).html)


def test_a_picture_shows_its_caption_and_what_we_owe_its_maker():
    picture = make_picture(alt_text="سنابل قمح", caption="سهل البقيعة.", credit="تصوير: رهف سالم")
    figure = drawn(f'<p>أ</p><figure data-picture="{picture.pk}"></figure>').one("figure")
    image, caption = figure.one("img"), figure.one("figcaption")
    assert image.attributes["alt"] == "سنابل قمح"
    assert image.attributes["loading"] == "lazy"
    assert (image.attributes["width"], image.attributes["height"]) == ("900", "600")
    assert figure.one("source").attributes["type"] == "image/avif"
    assert "سهل البقيعة." in caption.text()
    assert "تصوير: رهف سالم" in caption.text()


@pytest.mark.parametrize(
    ("body", "begins"),
    [
        ("<p>أقرّ المجلس.</p><p>ثم.</p>", '<p><b class="dateline">نوارة</b> – أقرّ المجلس.</p>'),
        ("<p>سطر وحيد.</p>", '<p class="end"><b class="dateline">نوارة</b> – سطر وحيد.</p>'),
        ("<h2>عنوان</h2><p>نص.</p>", '<p><b class="dateline">نوارة</b></p><h2'),
        ("", '<p><b class="dateline">نوارة</b></p>'),
    ],
)
def test_the_place_opens_the_text(body, begins):
    assert render_body(body, {}, dateline="نوارة").html.startswith(begins)


def test_a_place_is_words_and_no_markup():
    assert "<i>" not in render_body("<p>نص.</p>", {}, dateline="<i>سلوان").html


def test_what_a_line_would_tear_apart_is_kept_together_in_text_alone():
    html = render_body(
        '<p title="+1%">ارتفع +1.5% &amp; C++ <a href="https://example.org/?a=+1">+2</a></p>', {}
    ).html
    kept = [run.text() for run in Document.of(html).all("bdi")]
    assert kept == ["+1.5%", "C++", "+2"]
    assert 'title="+1%"' in html
    assert 'href="https://example.org/?a=+1"' in html
    assert "&amp;" in html


def test_a_new_credit_needs_no_rewriting_of_stories(reader):
    picture = make_picture(credit="")
    story = make_article(published=True, body=f'<p>أ</p><figure data-picture="{picture.pk}">')
    Picture.objects.update(credit="وكالة السهل")
    page = Document.of(reader.get(story.get_absolute_url()))
    assert "وكالة السهل" in page.one("figcaption").text()


def test_a_picture_without_words_has_no_empty_caption():
    picture = make_picture(caption="", credit="")
    assert not drawn(f'<figure data-picture="{picture.pk}"></figure>').all("figcaption")


def test_words_of_a_picture_are_text():
    picture = make_picture(alt_text='"><script>', caption="<script>x</script>", credit="<b>أ</b>")
    shown = drawn(f'<figure data-picture="{picture.pk}"></figure>')
    assert not shown.all("script")
    assert shown.one("img").attributes["alt"] == '"><script>'
    assert "<script>x</script>" in shown.one("figcaption").text()


def test_a_picture_that_is_gone_leaves_no_hole():
    body = clean_body('<p>أ</p><figure data-picture="987"></figure><p>ب</p>')
    assert render_body(body, {}).html == '<p>أ</p><p class="end">ب</p>'


def test_what_stands_on_another_site_is_a_link_and_loads_nothing():
    shown = drawn('<p>أ</p><figure data-embed="https://video.example/v?id=1&amp;t=2"></figure>')
    link = shown.one("a")
    assert link.attributes["href"] == "https://video.example/v?id=1&t=2"
    assert "noopener" in link.attributes["rel"]
    assert "video.example" in link.text()
    loading = {"src", "srcset", "data", "poster", "background", "style"}
    assert not any(loading & element.attributes.keys() for element in shown.all())
    assert not any(shown.all(tag) for tag in ("iframe", "script", "object", "link", "img"))


def test_an_address_on_another_site_cannot_leave_its_attribute():
    shown = drawn("<figure data-embed='https://a.example/?\"onclick=x&lt;b&gt;'></figure>")
    assert not any("onclick" in element.attributes for element in shown.all())
    assert not shown.all("b")


def test_a_wide_table_scrolls_by_itself_and_by_keyboard():
    table = "<table><caption>أسعار القمح</caption><tr><th>السنة</th><td>2021</td></tr></table>"
    shown = drawn(f"<p>أ</p>{table}<p>ب</p>{table.replace('أسعار القمح', '')}")
    first, second = shown.all(role="region")
    assert first.attributes["tabindex"] == "0"
    assert first.attributes["aria-label"] == "أسعار القمح"
    assert second.attributes["aria-label"] == "جدول"
    assert len(first.all("table")) == 1


def test_words_that_look_like_a_reference_stay_words():
    typed = '<p>&lt;figure data-picture="1"&gt;&lt;/figure&gt; &lt;table&gt;</p>'
    assert drawn(typed).text() == '<figure data-picture="1"></figure> <table>'


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)
def test_demo_stories_draw_as_well_formed_markup(story):
    assert plain_text(clean_body(story.body)).split()[:9] == drawn(story.body).text().split()[:9]
