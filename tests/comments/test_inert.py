"""Hostile words are stored as they were typed and shown as words: under the story, in the queue,
in the receipt. No element of the page is ever theirs.
"""

import pytest
from django.urls import reverse

from comments import receipts
from comments.forms import CommentForm
from comments.intake import receive
from comments.models import Comment
from tests.comments.conftest import WORDS, form_of, real
from tests.comments.pages import Element, page

# What our own template makes of a comment; whatever else stands inside would be the reader's.
THREAD = {
    "li": {"id"}, "article": {"class"}, "header": set(), "h3": set(), "bdi": {"dir"},
    "a": {"href", "rel"}, "time": {"datetime"}, "div": {"class", "dir"}, "p": {"class"},
    "br": set(), "span": {"class"}, "ol": set(),
}  # fmt: skip
CARD = THREAD | {
    "b": set(), "bdi": {"class", "dir"}, "button": {"class", "type", "formaction"},
}  # fmt: skip

WORST = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</div></li></ol><h1>عنوان مزوّر</h1>",
    "\"><svg/onload=alert(1)>' onmouseover='alert(1)",
    "<!-- <esi:include src='/admin/'/> <!--#include virtual='/etc/passwd' -->",
    "javascript:alert(1) data:text/html,<b>x</b>",
    "&lt;b&gt; &#60;script&#62; &amp;lt;",
    "{{ 7|add:7 }}{% include '403.html' %}${7*7}",
    "<a href=//evil.example>صحيفتنا</a>",
]


def take_in(story, texts: list[str]) -> list[Comment]:
    """Through the real form, every text as name and as comment."""
    taken = []
    for number, text in enumerate(texts):
        typed = WORDS | {"email": f"r{number}@reader.example", "body": text, "name": text[:60]}
        form = CommentForm(typed, article=story)
        if form.is_valid():
            taken.append(receive(story, form.submission(), mode="hold"))
    assert len(taken) > len(texts) * 0.9
    return taken


def theirs(shown: Element, allowed: dict[str, set[str]]) -> list[str]:
    """Elements and attributes inside of a comment that our template did not write."""
    return [
        f"{element.tag} {sorted(element.attributes)}"
        for element in shown.within()
        if element.tag not in allowed or not set(element.attributes) <= allowed[element.tag]
    ]


def words(text: str) -> str:
    return " ".join(text.split())


def check_thread(reader, story, comments: list[Comment]) -> None:
    Comment.objects.update(state="approved")
    response = reader.get(story.get_absolute_url())
    shown = page(response)
    assert b"<esi:" not in response.content
    assert len(shown.all("script")) == 2  # our own: JSON-LD and the button that copies
    items = shown.one("ol", class_="comments").all("li")
    for comment, item in zip(comments, items, strict=True):
        assert theirs(item, THREAD) == []
        assert item.one("h3").text == words(comment.name)
        assert item.one("div", class_="says").text == words(comment.body)
        assert [link["href"].split("?")[0] for link in item.all("a")] == [
            f"#comment-{comment.pk}", form_of(story),
        ]  # fmt: skip


def check_queue(client, comments: list[Comment]) -> None:
    Comment.objects.update(state="waiting")
    queue = reverse("admin:comments_comment_changelist")
    pages = -(-len(comments) // 50)
    cards = [
        card
        for number in range(1, pages + 1)
        for card in page(client.get(f"{queue}?state__exact=waiting&p={number}")).all(
            class_="comment-card"
        )
    ]
    assert len(cards) == len(comments)
    for comment, card in zip(reversed(comments), cards, strict=True):
        assert theirs(card, CARD) == []
        assert card.one("div", class_="says").text == words(comment.body)


def check_receipts(reader, comments: list[Comment]) -> None:
    for comment in comments:
        quoted = page(reader.get(receipts.address_of(comment))).one("blockquote")
        assert theirs(quoted, {"p": set(), "br": set(), "bdi": {"dir"}}) == []
        assert quoted.text == words(comment.body)


def test_the_worst_we_know_is_shown_as_words(reader, client, moderator, story):
    comments = take_in(story, WORST)
    client.force_login(moderator)
    check_thread(reader, story, comments)
    check_queue(client, comments)
    check_receipts(reader, comments)


def test_what_is_typed_comes_back_inert_in_the_form_too(reader, story):
    for text in WORST:
        typed = WORDS | {"name": text, "email": text, "body": text, "parent": text}
        shown = page(reader.post(form_of(story), typed))
        assert not shown.all("script")
        assert not [element for element in shown.within() if "onerror" in element.attributes]
        assert shown.by_id("comment-form").values["name"] == text


def test_the_address_in_a_link_is_not_made_clickable(reader, story):
    comments = take_in(story, ["اقرأ https://news.example/خبر الآن"])
    check_thread(reader, story, comments)


@pytest.mark.shared
def test_naughty_strings_are_shown_as_words(reader, client, moderator, story):
    comments = take_in(story, real("naughty-strings/blns.jsonl"))
    client.force_login(moderator)
    check_thread(reader, story, comments)
    check_queue(client, comments)
    check_receipts(reader, comments[::10])


@pytest.mark.shared
def test_known_attacks_are_shown_as_words(reader, client, moderator, story):
    attacks = real("xss/dompurify.jsonl", "payload") + real("xss/payloadbox.jsonl", "payload")[::30]
    comments = take_in(story, attacks)
    client.force_login(moderator)
    check_thread(reader, story, comments)
    check_queue(client, comments)
    check_receipts(reader, comments[::10])


@pytest.mark.shared
def test_words_are_stored_as_they_were_typed(story):
    texts = real("xss/dompurify.jsonl", "payload")
    kept = {comment.body for comment in take_in(story, texts)}
    plain = [text.strip() for text in texts if text.isascii() and "\r" not in text]
    printable = [text for text in plain if all(c == "\n" or c.isprintable() for c in text)]
    assert printable
    assert [text for text in printable if text not in kept] in ([], [""])
