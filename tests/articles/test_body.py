"""The words of a story survive every way in; code, disguises and strangers' markup do not."""

import json
import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.body.elements import ATTRIBUTES, TAGS
from articles.body.links import safe_address
from articles.body.sanitise import clean_body
from articles.body.text import paragraphs, picture_ids, plain_text
from articles.models import Article
from tests.articles.markup import Document
from tests.conftest import SHARED
from tests.factories import make_article, make_category

_IGNORED_IN_ADDRESSES = re.compile(r"[\s\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")
_HARMLESS = re.compile(r"(?:https?://[^/]|mailto:|#|/(?![/\\]))", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
DISGUISES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "java\nscript:alert(1)", "\x01javascript:alert(1)", "javascript\x00:alert(1)",
    "\u200bjavascript:alert(1)", "java\u200dscript:alert(1)", "\ufeffjavascript:alert(1)",
    "\u00a0javascript:alert(1)", "\u2003javascript:alert(1)", "java\u00adscript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "file:///etc/passwd",
    "blob:https://example.org/1", "view-source:https://example.org", "ftp://example.org",
    "\\\\example.org\\share", "/\\example.org", "https:\\example.org", "https://", "mailto",
    "story", "http:/example.org", "x:y", "",
]  # fmt: skip


def records(name: str) -> Iterator[dict[str, str]]:
    if SHARED.exists():
        with (SHARED / name).open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def assert_clean(body: str) -> None:
    """Nothing outside the declaration, whoever reads it, and no second cleaning has work to do."""
    for element in Document.of(body).all():
        assert element.tag in TAGS, body
        for name, value in element.attributes.items():
            assert name in ATTRIBUTES.get(element.tag, set()), body
            if name in {"href", "data-embed"}:
                assert _HARMLESS.match(_IGNORED_IN_ADDRESSES.sub("", value)), body
    assert clean_body(body) == body


def words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text)).split()


@pytest.mark.shared
@pytest.mark.parametrize("corpus", ["dompurify", "payloadbox"])
def test_hostile_markup_leaves_nothing_that_runs(corpus):
    for record in records(f"xss/{corpus}.jsonl"):
        for payload in (record["payload"], f"<p>خبر {record['payload']}</p><p>آخر</p>"):
            assert_clean(clean_body(payload))


@pytest.mark.shared
def test_hostile_words_stay_words_when_they_are_not_markup():
    for record in records("xss/payloadbox.jsonl"):
        body = clean_body(paragraphs([record["payload"]]))
        assert words(plain_text(body)) == words(record["payload"])


@pytest.mark.shared
@pytest.mark.parametrize("outlet", ["bbc", "jawhara", "skynews"])
def test_every_word_of_real_stories_survives(outlet):
    for record in records(f"articles-ant/{outlet}.jsonl"):
        typed = clean_body(record["body"])
        loaded = clean_body(paragraphs(record["body"].splitlines()))
        assert words(plain_text(typed)) == words(record["body"]), record["id"]
        assert loaded == typed, record["id"]
        assert clean_body(loaded) == loaded, record["id"]


@pytest.mark.shared
def test_naughty_strings_come_back_as_they_were_written():
    for record in records("naughty-strings/blns.jsonl"):
        body = clean_body(paragraphs([record["text"]]))
        assert words(plain_text(body)) == words(record["text"]), record["id"]
        assert_clean(body)


@pytest.mark.parametrize("address", DISGUISES)
def test_no_link_in_disguise_reaches_a_reader(address):
    quoted = address.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    body = clean_body(f'<p><a href="{quoted}">اقرأ</a> هنا</p>')
    assert "href" not in body
    assert words(plain_text(body)) == ["اقرأ", "هنا"]


@pytest.mark.parametrize(
    "address",
    ["&#106;avascript:alert(1)", "&#x6A&#x61vascript&colon;alert(1)", "java&Tab;script:alert(1)"],
)
def test_entities_are_no_disguise(address):
    assert "href" not in clean_body(f'<p><a href="{address}">اقرأ</a></p>')


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://example.org/خبر?a=1&b=2#c", "https://example.org/خبر?a=1&b=2#c"),
        ("HTTPS://Example.org/", "HTTPS://Example.org/"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("/category/economy/", "/category/economy/"),
        ("#comments", "#comments"),
        ("//example.org/a", "https://example.org/a"),
        ("  https://example.org/a b\n", "https://example.org/ab"),
    ],
)
def test_honest_links_stay(typed, kept):
    assert safe_address(typed) == kept
    body = clean_body(f'<p><a href="{typed.replace("&", "&amp;")}">اقرأ</a></p>')
    assert Document.of(body).one("a").attributes == {"href": kept}


def test_plain_lines_become_paragraphs():
    assert clean_body("سطر أول\n\n  سطر ثانٍ < 3 & 4  \n") == (
        "<p>سطر أول</p><p>سطر ثانٍ &lt; 3 &amp; 4</p>"
    )


def test_a_pasted_page_keeps_its_words_and_loses_its_dress():
    pasted = (
        "<!-- من محرر آخر --><div class='x'><h1>عنوان</h1><p style='color:red' onclick='x()'>"
        "قال <b>الوزير</b> <span lang=ar>أمس</span>&nbsp;إن <u>الأسعار</u> انخفضت</p>"
        "<script>alert('لا')</script><style>p{}</style><p>&nbsp;</p><p><br></p></div>"
    )
    body = clean_body(pasted)
    assert_clean(body)
    assert words(plain_text(body)) == words("عنوان قال الوزير أمس إن الأسعار انخفضت")
    assert Document.of(body).all("p"), "the paragraph remains one"


@pytest.mark.parametrize(
    "pasted",
    [
        "<div>أعلن الوزير</div><div>وأضاف</div>",
        "<h1>أعلن الوزير</h1>وأضاف",
        "<h4>أعلن الوزير</h4><h5>وأضاف</h5>",
        "<div><section>أعلن الوزير</section><article>وأضاف</article></div>",
        "<dl><dt>أعلن الوزير</dt><dd>وأضاف</dd></dl>",
        "أعلن الوزير<hr>وأضاف",
        "<pre>أعلن الوزير</pre><address>وأضاف</address>",
    ],
)
def test_blocks_that_we_do_not_keep_still_part_words(pasted):
    body = clean_body(pasted)
    assert_clean(body)
    assert words(plain_text(body)) == ["أعلن", "الوزير", "وأضاف"]


def test_two_paragraphs_are_two_words_and_bold_letters_one():
    assert words(plain_text(clean_body("<p>أ</p><p>ب</p>"))) == ["أ", "ب"]
    assert words(plain_text(clean_body("<p><strong>أ</strong>ب</p>"))) == ["أب"]
    assert words(plain_text(clean_body("<p>أ<br>ب</p>"))) == ["أ", "ب"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('<figure data-picture="17"></figure>', '<figure data-picture="17"></figure>'),
        ('<figure class="x" data-picture="17"><img src="x"></figure>',
         '<figure data-picture="17"></figure>'),
        ('<p>أ</p><figure data-picture="17">', '<p>أ</p><figure data-picture="17"></figure>'),
        ('<figure data-picture="0"></figure>', ""),
        ('<figure data-picture="-1"></figure>', ""),
        ('<figure data-picture="١٧"></figure>', ""),
        ('<figure data-picture="17 onerror=x"></figure>', ""),
        ('<figure data-picture="9999999999"></figure>', ""),
        ("<figure></figure>", ""),
        ('<figure data-embed="https://example.org/v?a=1&amp;b=2"></figure>',
         '<figure data-embed="https://example.org/v?a=1&amp;b=2"></figure>'),
        ('<figure data-embed="http://example.org/v"></figure>', ""),
        ('<figure data-embed="javascript:alert(1)"></figure>', ""),
    ],
)  # fmt: skip
def test_a_reference_has_one_spelling(typed, kept):
    assert clean_body(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        '<figure data-picture="1"><figure data-picture="2"></figure></figure>',
        '<figure data-picture="1">كلام<figcaption>تعليق</figcaption></figure>',
        '<figure data-picture="1" data-embed="https://example.org/"></figure>',
        '<p>قبل <figure data-picture="1"> بعد</p>',
        '</figure><p>أ</p></figure><figure data-picture="1">',
        '<table><tr><td><figure data-picture="1"></figure></td></tr></table>',
    ],
)
def test_figures_within_figures_come_out_side_by_side(typed):
    body = clean_body(typed)
    assert_clean(body)
    assert not any(figure.children for figure in Document.of(body).all("figure"))
    assert words(plain_text(body)) == words(re.sub("<[^>]*>", " ", typed))
    assert 1 in picture_ids(body) or "data-embed" in body


def test_pictures_are_named_once_each_in_their_order():
    body = "".join(f'<figure data-picture="{number}"></figure>' for number in (5, 3, 5))
    assert picture_ids(clean_body(body)) == [5, 3]


FRAGMENTS = [
    "<p>", "</p>", "<h2>", "</h2>", "<h1>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>",
    "</table>", "<caption>", "<strong>", "</strong>", "<em>", "<b>", "<br>", "<blockquote>",
    '<figure data-picture="3">', "</figure>", '<figure data-embed="https://a.example/?x=1&y=2">',
    '<a href="https://a.example/">', '<a href=" java\tscript:x">', "</a>", "<svg>", "<math>",
    "<style>", "</style>", "<title>", "<!--", "-->", "<![CDATA[", "]]>", "<", ">", "&", "&lt;p&gt;",
    "&nbsp;", "\u00a0", " ", "\n", "\x00", "\x0c", "ا\u0653", "é", "\u202e", '"', "'", "<template>",
    "<textarea>", "<noscript>", "<plaintext>", "<p/onclick=x>", "خبر", "2021", "😀",
    '<aside data-box="quote">', '<aside data-box="facts">', "<aside>", "</aside>", "<footer>",
    "</footer>", "<dl>", "</dl>", "<dt>", "</dt>", "<dd>", "</dd>", "<div>", "<h3>", "</h3>",
    '<figure data-gallery="3, 7">', '<figure data-place="out" data-picture="3">', "</li>",
]  # fmt: skip


@example("0<p>")
@example("<li><h2><li>آ")
@example("\u00a0<ul>")
@example('<a href="https://a.example/">\nخبر<h1>')
@example("<p>خبر <marquee></p><p>آخر</p>")
@example('<a><table>خبر<a href="https://a.example/">آخر')
@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5), max_size=14).map("".join))
def test_whatever_is_typed_cleaning_it_twice_changes_nothing(typed):
    assert_clean(clean_body(typed))


@given(st.text(max_size=60))
def test_whatever_words_are_loaded_they_stay(text):
    line = re.sub(r"[\x1c-\x1e\x85\u2028\u2029\x0b\x0c\r\n]", " ", text)
    body = clean_body(paragraphs([line]))
    assert words(plain_text(body)) == words(line)


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["create", "save", "some fields", "in bulk"])
def test_a_body_is_clean_whichever_way_it_came_in(way):
    hostile = '<p onclick="x()">خبر</p><script>alert(1)</script>'
    if way == "create":
        article = make_article(body=hostile)
    elif way == "in bulk":
        made = Article(slug="خبر", code="bulk2345", category=make_category(), body=hostile)
        article = Article.objects.bulk_create([made])[0]
    else:
        article = make_article()
        article.body = hostile
        article.save(update_fields=["body"] if way == "some fields" else None)
    assert Article.objects.get(pk=article.pk).body == "<p>خبر</p>"


@pytest.mark.parametrize("nothing", ["\u200f", "\u202b\u202c", "\ufeff ", "\u200c"])
def test_a_link_without_a_visible_letter_is_none(nothing):
    body = f'<p>قال <a href="https://a.b/">{nothing}</a>نعم</p>'
    assert clean_body(body) == f"<p>قال {nothing}نعم</p>"
