"""What people paste: from Word, WhatsApp, PDF files and pages, as the story keeps it."""

import json
import re

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from articles.body.pasting import pasted, pasted_html, pasted_text
from articles.body.sanitise import clean_body
from tests.conftest import SHARED

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
<!-- p.MsoNormal {font-family:"Simplified Arabic"; color:red} --></style></head>
<body lang=AR-SA><!--StartFragment-->
<p class=MsoNormal dir=RTL
style='text-align:justify'><b><span lang=AR-SA
style='font-size:16.0pt;
font-family:"Simplified Arabic";color:red'>أعلن المصرف المركزي</span></b><span
lang=AR-SA> رفع سعر الفائدة نصف
نقطة.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst><![if !supportLists]><span
style='font-family:Symbol'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span><![endif]><span>سعر الخبز</span></p>
<p class=MsoListParagraphCxSpLast><span>·<span>&nbsp; </span></span><span>سعر الوقود</span></p>
<!--EndFragment--></body></html>"""
NUMBERED_WORD = (
    "<p class=MsoListParagraph>1.<span>&nbsp;&nbsp; </span>الأول</p>"
    "<p class=MsoListParagraph>2.<span>&nbsp;&nbsp; </span>الثاني</p>"
)
TABLE = """<table border=1 style='width:100%'><tr><td width=300 style='background:yellow'>
<p class=MsoNormal><b>المدينة</b></p></td><td colspan=2><font color=red>السكان</font></td></tr>
<tr><td>سوسة</td><td>271,428</td><td>نسمة</td></tr></table>"""
GOOGLE_DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1">'
    '<p dir="rtl"><span style="font-weight:700;color:#000">قال الوزير</span>'
    '<span style="font-weight:400;white-space:pre-wrap"> إن القرار </span>'
    '<span style="font-weight:400;font-style:italic">نهائي</span></p><br><p>ثم غادر</p></b>'
)
PAGE = (
    '<div class="x" onclick="a()">فقرة أولى<br><br>فقرة ثانية مع '
    '<a href="https://a.example/?x=1&amp;y=2" target="_blank" class="l">رابط</a> و'
    '<a href="javascript:alert(1)">آخر</a><script>alert(1)</script><img src="x" onerror="alert(1)">'
    '<figure data-picture="3"><figcaption>تعليق الصورة</figcaption></figure></div>'
)
HTML = [
    (
        WORD,
        ("<p><strong>أعلن المصرف المركزي</strong> رفع سعر الفائدة نصف نقطة.</p>"
        "<ul><li>سعر الخبز</li><li>سعر الوقود</li></ul>"),
    ),
    (NUMBERED_WORD, "<ol><li>الأول</li><li>الثاني</li></ol>"),
    (
        TABLE,
        ("<table><tbody><tr><td><p><strong>المدينة</strong></p></td>"
        "<td colspan=\"2\">السكان</td></tr>"
        "<tr><td>سوسة</td><td>271,428</td><td>نسمة</td></tr></tbody></table>"),
    ),
    (
        GOOGLE_DOCS,
        "<p><strong>قال الوزير</strong> إن القرار <em>نهائي</em></p><p>ثم غادر</p>",
    ),
    (
        PAGE,
        ("<p>فقرة أولى</p><p>فقرة ثانية مع "
        "<a href=\"https://a.example/?x=1&amp;y=2\">رابط</a> وآخر</p>"
        "<p>تعليق الصورة</p>"),
    ),
    ("<h1>عنوان</h1><h4>فرع</h4><p>نصّ</p>", "<h2>عنوان</h2><h3>فرع</h3><p>نصّ</p>"),
    ("<p>ﺍﻟﻌﺮﺑﻴﺔ\u200f لغة\u00a0حيّة\u200b</p>", "<p>العربية لغة حيّة</p>"),
    ("<p>\u202bقال نعم\u202c می\u200cشود</p>", "<p>قال نعم می\u200cشود</p>"),
    ("<p>أ<em></em></p><p><strong> </strong></p><p>ب</p>", "<p>أ</p><p>ب</p>"),
]  # fmt: skip

IPHONE = """[12/11/2025، 10:32:15 م] أحمد سالم: *عاجل*: وصل الوفد إلى المطار
وهذا سطر من الرسالة نفسها
\u200e[12/11/2025، 10:33:01 م] أحمد سالم: \u200e<تم استبعاد الوسائط>
[12/11/2025، 10:34:40 م] ليلى: _قالت_ المصادر ~إنه~ غادر"""
ANDROID = """12/11/2025, 10:31 - الرسائل والمكالمات مشفرة تمامًا بين الطرفين.
12/11/2025, 10:32 - ~ Ahmad: النتيجة 3*4*5 والحساب a_b_c كما هو
12/11/2025, 10:33 - +20 100 123 4567: <Media omitted>"""
PDF = """أعلنت وزارة الصحة اليوم الثلاثاء أن ألفًا ومئتين وخمسين
شخصًا تلقوا اللقاح في أسبوع واحد، وهو رقم لم يسجل منذ عام
2019، بحسب بيان الوزارة.
وقال المتحدث باسمها إن الإقبال فاق ما كان متوقعًا في جميع
المحافظات، وإن الوزارة تستعد لحملة ثانية تبدأ في الربيع
المقبل وتشمل المدارس."""
TEXTS = [
    (
        IPHONE,
        ("<p><strong>عاجل</strong>: وصل الوفد إلى المطار</p><p>وهذا سطر من الرسالة نفسها</p>"
        "<p><em>قالت</em> المصادر إنه غادر</p>"),
    ),
    (ANDROID, "<p>النتيجة 3*4*5 والحساب a_b_c كما هو</p>"),
    (
        "[١٢/١١/٢٠٢٥، ٩:٠٥ ص] سالم: نعم\n[١٢/١١/٢٠٢٥، ٩:٠٦ ص] ليلى: لا: أبدًا",
        "<p>نعم</p><p>لا: أبدًا</p>",
    ),
    (
        PDF,
        ("<p>أعلنت وزارة الصحة اليوم الثلاثاء أن ألفًا ومئتين وخمسين"
        " شخصًا تلقوا اللقاح في أسبوع واحد،"
        " وهو رقم لم يسجل منذ عام 2019، بحسب بيان الوزارة.</p><p>وقال المتحدث باسمها إن"
        " الإقبال فاق ما"
        " كان متوقعًا في جميع المحافظات، وإن الوزارة تستعد لحملة ثانية تبدأ في الربيع المقبل وتشمل"
        " المدارس.</p>"),
    ),
    (
        ("The central bank said on Thursday that it would keep inter-\n"
        "est rates where they are, and that its governors expected no\nchange before the spring."),
        ("<p>The central bank said on Thursday that it would keep interest"
        " rates where they are, and"
        " that its governors expected no change before the spring.</p>"),
    ),
    (
        "فقرة كاملة تنتهي بنقطة وهي سطر واحد طويل.\nوفقرة أخرى تنتهي مثلها بنقطة في آخرها.",
        ("<p>فقرة كاملة تنتهي بنقطة وهي سطر واحد طويل.</p>"
        "<p>وفقرة أخرى تنتهي مثلها بنقطة في آخرها.</p>"),
    ),
    ("بيت\nشعر\nقصير", "<p>بيت</p><p>شعر</p><p>قصير</p>"),
    ("• الأول\n• الثاني\nثم نصّ", "<ul><li>الأول</li><li>الثاني</li></ul><p>ثم نصّ</p>"),
    ("1 < 2 & <b>لا</b>", "<p>1 &lt; 2 &amp; &lt;b&gt;لا&lt;/b&gt;</p>"),
    ("ﻻ  شيء\u202c", "<p>لا شيء</p>"),
    ("الموعد 12/11/2025 في 10:32 - كما أُعلن", "<p>الموعد 12/11/2025 في 10:32 - كما أُعلن</p>"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("copied", "kept"), HTML)
def test_markup_of_others_becomes_ours(copied, kept):
    assert pasted_html(copied) == kept
    assert pasted_html(kept) == kept


@pytest.mark.parametrize(("copied", "kept"), TEXTS)
def test_plain_words_become_paragraphs(copied, kept):
    assert pasted_text(copied) == kept


def test_the_form_of_the_clipboard_that_says_more_counts():
    span = '<meta charset="utf-8"><span style="color:red">نعم لا</span>'
    assert pasted(span, "نعم\nلا") == "<p>نعم</p><p>لا</p>"
    assert pasted("<p>نعم <b>لا</b></p>", "نعم لا") == "<p>نعم <strong>لا</strong></p>"
    assert pasted(f"<div>{IPHONE}</div>", IPHONE) == TEXTS[0][1]
    assert pasted(span, "") == "<p>نعم لا</p>"


@given(st.text(max_size=200) | st.lists(st.sampled_from(
    ["<p>", "</p>", "<b style='font-weight:700'>", "</b>", "<li>", "<td>", "<br>", "قال ", "1. ",
     "· ", "\n", "<span style='font-weight:bold'>", "</span>", "<p class=MsoListParagraph>", "&lt;"]
), max_size=30).map("".join))  # fmt: skip
def test_whatever_is_pasted_is_a_clean_body(copied):
    for body in (pasted_html(copied), pasted_text(copied), pasted(copied, copied)):
        assert clean_body(body) == body
        assert not re.search("[\u202a-\u202e\u2066-\u2069\ufeff]", body)


@pytest.mark.shared
def test_hostile_pages_paste_nothing_but_words():
    for path in sorted((SHARED / "xss").glob("*.jsonl")):
        for line in path.read_text().split("\n")[:-1]:
            record = json.loads(line)
            for hostile in (value for value in record.values() if isinstance(value, str)):
                body = pasted_html(hostile)
                assert clean_body(body) == body
                assert not re.search(
                    r"<(?:script|img|svg|iframe|style)|<a href=\"(?!https?:|mailto:|[#/])", body
                )


def test_a_megabyte_of_nested_nothing_is_no_trap():
    assert pasted_html("<em>" * 20_000 + "نعم" + "</i></em>" * 20_000).count("نعم") == 1


PASTE = reverse("admin:articles_article_paste")


@pytest.mark.django_db
def test_the_screen_is_answered_with_a_clean_body(as_reporter, client):
    answer = as_reporter.post(PASTE, {"html": "<p>نعم<script>x</script></p>", "text": "نعم"})
    assert answer.json() == {"body": "<p>نعم</p>"}
    assert as_reporter.get(PASTE).status_code == 405
    assert as_reporter.post(PASTE, {"text": "ا" * 1_000_001}).status_code == 413


@pytest.mark.django_db
def test_who_may_not_write_pastes_nothing(client, moderator):
    client.force_login(moderator)
    assert client.post(PASTE, {"text": "نعم"}).status_code == 403
