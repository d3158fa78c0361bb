"""How a story's comments stand under it: who answers whom, in which order, and how many."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.intake import author_key, text_key
from comments.models import Comment
from tests.comments.pages import Element, page
from tests.factories import make_article, make_comment


def said(story, words: str, *, to: Comment | None = None, minutes: int = 0) -> Comment:
    moment = timezone.now() + timedelta(minutes=minutes)
    return make_comment(story, state="approved", body=words, parent=to, submitted_at=moment)


def tree(listed: Element) -> list:
    """The words of each comment of a list, each with the list of its answers."""
    read = []
    for item in listed.content:
        if isinstance(item, Element):
            own = next(part for part in item.content if isinstance(part, Element))
            replies = [part for part in item.content if isinstance(part, Element)][1:]
            read.append((own.one(class_="says").text, tree(replies[0]) if replies else []))
    return read


def thread_of(reader, story) -> Element:
    return page(reader.get(story.get_absolute_url())).one("ol", class_="comments")


def test_answers_stand_under_what_they_answer_three_levels_deep(reader, story):
    first = said(story, "أول")
    second = said(story, "ثانٍ", minutes=1)
    answer = said(story, "جواب", to=first, minutes=2)
    said(story, "جواب الجواب", to=answer, minutes=3)
    said(story, "جواب آخر", to=second, minutes=4)
    assert tree(thread_of(reader, story)) == [
        ("أول", [("جواب", [("جواب الجواب", [])])]),
        ("ثانٍ", [("جواب آخر", [])]),
    ]


def test_deeper_answers_stand_beside_the_third_level_in_their_order(reader, story):
    above = said(story, "1")
    for number in range(2, 8):
        above = said(story, str(number), to=above, minutes=number)
    late = Comment.objects.get(body="3")
    said(story, "بعد الثالث", to=late, minutes=9)
    assert tree(thread_of(reader, story)) == [
        ("1", [("2", [(name, []) for name in ("3", "4", "5", "6", "7", "بعد الثالث")])])
    ]


@pytest.mark.parametrize("state", ["waiting", "rejected", "spam", "trashed"])
def test_an_answer_to_what_is_not_shown_stands_alone(reader, story, state):
    first = said(story, "أول")
    answer = said(story, "جواب", to=first, minutes=1)
    said(story, "جواب الجواب", to=answer, minutes=2)
    Comment.objects.filter(pk=first.pk).update(state=state)
    assert tree(thread_of(reader, story)) == [("جواب", [("جواب الجواب", [])])]


def test_comments_stand_in_the_order_in_which_they_came(reader, story):
    said(story, "الثالث", minutes=3)
    said(story, "الأول", minutes=1)
    same = timezone.now() + timedelta(minutes=2)
    for words in ("في اللحظة نفسها", "وبعدها"):
        make_comment(story, state="approved", body=words, submitted_at=same)
    shown = [words for words, _answers in tree(thread_of(reader, story))]
    assert shown == ["الأول", "في اللحظة نفسها", "وبعدها", "الثالث"]


def test_each_comment_has_an_address_of_its_own(reader, story):
    first = said(story, "أول")
    answer = said(story, "جواب", to=first, minutes=1)
    shown = page(reader.get(story.get_absolute_url()))
    for comment in (first, answer):
        place = shown.by_id(f"comment-{comment.pk}")
        assert place.tag == "li"
        assert place.all("a", href=f"#comment-{comment.pk}")[0].one("time")["datetime"]
        assert comment.get_absolute_url() == f"{story.get_absolute_url()}#comment-{comment.pk}"


def test_an_answer_is_an_item_of_a_list_below_what_it_answers(reader, story):
    first = said(story, "أول")
    answer = said(story, "جواب", to=first, minutes=1)
    assert (
        thread_of(reader, story)
        .by_id(f"comment-{first.pk}")
        .one("ol")
        .by_id(f"comment-{answer.pk}")
    )


def test_the_link_to_answer_says_whom(reader, story):
    said(story, "أول")
    link = next(
        link for link in thread_of(reader, story).all("a") if "parent=" in (link.get("href") or "")
    )
    assert link.text == "ردّ على أم ياسين"
    assert link["rel"] == "nofollow"


def test_comments_of_another_story_stay_there(reader, story):
    said(make_article(published=True), "كلام في خبر آخر")
    assert not page(reader.get(story.get_absolute_url())).all(class_="comment")


# How many


def many(story, count: int) -> None:
    """Approved comments, every third an answer to an earlier one."""

    def comment(number: int, parent: Comment | None = None) -> Comment:
        email, body = f"r{number}@reader.example", f"تعليق رقم {number}"
        keys = {"author_key": author_key(email), "text_key": text_key(body)}
        return Comment(
            article=story, parent=parent, name="قارئ", email=email, body=body, state="approved",
            submitted_at=timezone.now() + timedelta(seconds=number), **keys,
        )  # fmt: skip

    numbers = range(count)
    roots = Comment.objects.bulk_create([comment(n) for n in numbers if n % 3 != 2])
    Comment.objects.bulk_create([comment(n, roots[n // 3]) for n in numbers if n % 3 == 2])


@pytest.mark.parametrize(
    ("count", "heading"),
    [
        (0, "لا تعليقات"),
        (1, "تعليق واحد"),
        (2, "تعليقان"),
        (3, "3 تعليقات"),
        (11, "11 تعليقًا"),
        (100, "100 تعليق"),
        (103, "103 تعليقات"),
    ],
)
def test_the_heading_counts_what_is_shown_in_the_right_plural(reader, story, count, heading):
    many(story, count)
    for state in ("waiting", "rejected", "spam", "trashed"):
        make_comment(story, state=state)
    shown = page(reader.get(story.get_absolute_url()))
    assert shown.by_id("comments").text == heading
    assert len(shown.all(class_="comment")) == count


def test_the_count_is_written_in_the_site_s_digits_with_its_thousands(reader, story):
    many(story, 1100)
    shown = page(reader.get(story.get_absolute_url()))
    assert shown.by_id("comments").text == "1,100 تعليق"


def test_five_hundred_comments_cost_no_query_more_than_one(reader, story):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(story.get_absolute_url()).status_code == 200
        return len(asked)

    said(story, "أول")
    queries()
    one = queries()
    many(story, 500)
    assert queries() == one
    assert one <= 12


def test_a_long_chain_of_answers_is_shown_whole(reader, story):
    above = None
    for number in range(300):
        above = said(story, f"حلقة {number}", to=above, minutes=number)
    assert len(thread_of(reader, story).all(class_="comment")) == 300
