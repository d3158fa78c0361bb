"""The house-style desk over a body: words are mended, tags, addresses and references never."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.proofreading.mark import Kind
from articles.body.proofreading import body_marks, fixed_body, read, tidied_body
from articles.body.sanitise import clean_body

MENDED = [
    ("<p>قال ,ثم مضى</p>", "<p>قال، ثم مضى</p>"),
    ("<p>قال <strong>الوزير</strong> , ثم</p>", "<p>قال <strong>الوزير</strong>، ثم</p>"),
    ("<p>قال <strong>الوزير </strong>, ثم</p>", "<p>قال <strong>الوزير</strong>، ثم</p>"),
    ("<p>مجلس <em> النواب</em></p>", "<p>مجلس <em>النواب</em></p>"),
    ('<p>قال "<strong>نعم</strong>" ثم</p>', "<p>قال «<strong>نعم</strong>» ثم</p>"),
    ("<p>قال <strong>&quot;نعم&quot;</strong> ثم</p>", "<p>قال <strong>«نعم»</strong> ثم</p>"),
    ("<p>عاد،<em>ثم</em> مضى</p>", "<p>عاد، <em>ثم</em> مضى</p>"),
    ("<p>نعم&nbsp; لا</p>", "<p>نعم لا</p>"),
    (
        '<p>انظر <a href="https://a.example/?a,b;c">التقرير,الكامل</a></p>',
        '<p>انظر <a href="https://a.example/?a,b;c">التقرير، الكامل</a></p>',
    ),
    (
        '<p>أولًا ,</p><figure data-embed="https://x.com/a/status/1?b,c"></figure><p>ثانيًا ;</p>',
        '<p>أولًا،</p><figure data-embed="https://x.com/a/status/1?b,c"></figure><p>ثانيًا؛</p>',
    ),
    (
        '<aside data-box="quote"><p>نعم ,لا</p><footer>الوزير ؟</footer></aside>',
        '<aside data-box="quote"><p>نعم، لا</p><footer>الوزير؟</footer></aside>',
    ),
    ("<ul><li>العـــربية</li><li>ﺍﻟﻌﺮﺑﻴﺔ</li></ul>", "<ul><li>العربية</li><li>العربية</li></ul>"),
    ("<p>نعم<br>لا  لا</p>", "<p>نعم<br>لا لا</p>"),
    ("<p>مجلس\n النواب</p>", "<p>مجلس النواب</p>"),
    (
        '<table><tbody><tr><td colspan="2">١٢ و١٣</td><td>14</td></tr></tbody></table>',
        '<table><tbody><tr><td colspan="2">١٢ و١٣</td><td>١٤</td></tr></tbody></table>',
    ),
]
KEPT = [
    '<p>قال "نعم</p><p>ثم "عاد" مضى" قال "لا</p>',
    "<p>نعم</p>\n\n<p>لا</p>",
    '<figure data-picture="17" data-place="out"></figure>',
    "<p>The minister said , again ; that  he would</p>",
    "<p>R&amp;D في تونس وA&amp;B &lt;هكذا&gt;</p>",
    "<p></p>",
    "",
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_words_are_mended_across_tags_and_tags_stay(before, after):
    assert body_marks(before)
    assert tidied_body(before) == after
    assert tidied_body(after) == after


@pytest.mark.parametrize("body", KEPT)
def test_what_needs_a_person_or_nothing_stays(body):
    assert tidied_body(body) == body


def test_quotes_never_pair_across_blocks():
    assert {mark.kind for mark in body_marks('<p>قال "نعم</p><p>ثم عاد" ومضى</p>')} == {
        Kind.QUOTE_ALONE
    }


def test_a_name_is_written_as_words_whatever_it_holds():
    mended = tidied_body("<p>ترامب عاد</p>", glossary={"ترامب": "ترمب & <b>"})
    assert mended == "<p>ترمب &amp; &lt;b&gt; عاد</p>"


def test_one_mark_of_a_body_can_be_mended_alone():
    body = "<p>قال <em>نعم</em> ,ثم</p>"
    first, *_ = body_marks(body)
    assert fixed_body(body, [first]) == "<p>قال <em>نعم</em>,ثم</p>"
    assert read(body).text[first.start : first.end] == first.found == " "


PARTS = st.sampled_from(
    [
        *("<p>", "</p>", "<strong>", "</strong>", "<br>", "<h2>", "</h2>", "<li>"),
        *('<a href="https://a.b/?x,y;z&amp;w">', "</a>", '<figure data-picture="3"></figure>'),
        *("&amp;", "&quot;", "&nbsp;", "قال ", "العـربية", "ﻻ", "المدرسه", "ترامب"),
        *'ابتة ,;?،"«».  \u200f12٣aB\n',
    ]
)


@given(st.lists(PARTS, max_size=40).map("".join).map(clean_body))
def test_markup_stays_byte_for_byte_and_a_clean_body_stays_clean(body):
    mended = tidied_body(body, glossary={"ترامب": "ترمب"})
    assert re.findall(r"<[^>]*>", mended) == re.findall(r"<[^>]*>", body)
    assert tidied_body(mended, glossary={"ترامب": "ترمب"}) == mended
    assert clean_body(mended) == mended or clean_body(body) != body
    fixed_body(body, body_marks(body))
