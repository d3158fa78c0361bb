"""What a reader trusts us with stays with us: no address and no hidden word in any public byte."""

import base64
import hashlib
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Tag
from comments import receipts
from comments.models import Comment
from newsroom.models import Page
from tests.comments.conftest import WORDS, form_of, send
from tests.comments.pages import page
from tests.factories import make_article, make_author, make_category, make_comment, make_picture

STATES = ["approved", "waiting", "rejected", "spam", "trashed"]


@pytest.fixture
def paper(db) -> Article:
    """A small newspaper whose story has thirty comments in all states, some of them answers."""
    category = make_category("اقتصاد")
    author = make_author("سلمى الحداد")
    story = make_article(
        published=True, category=category, authors=(author,), tags=("القمح",),
        lead_picture=make_picture(),
    )  # fmt: skip
    make_article(published=True, category=category, authors=(author,), tags=("القمح",))
    Page.objects.create(title="من نحن", body="<p>صحيفة.</p>")
    above = None
    for number in range(30):
        above = make_comment(
            story,
            state=STATES[number % 5],
            email=f"Reader.{number}+news@secret{number}.example",
            name="قارئ" if number % 5 == 0 else f"كاتمٌ{number}",
            body=f"ظاهر{number}" if number % 5 == 0 else f"مستور{number}",
            notify=number % 2 == 0,
            parent=above if number % 3 else None,
        )
    return story


def public_addresses(story: Article) -> list[str]:
    tag = Tag.objects.get()
    shown = Comment.objects.filter(state="approved").first()
    return [
        "/",
        story.get_absolute_url(),
        story.short_url,
        story.category.get_absolute_url(),
        story.authors.get().get_absolute_url(),
        tag.get_absolute_url(),
        Page.objects.get().get_absolute_url(),
        "/sitemap.xml",
        "/sitemap-1.xml",
        "/robots.txt",
        "/a/xxxxxxxx/no/",
        form_of(story),
        f"{form_of(story)}?parent={shown.pk}",
        receipts.address_of(shown),
        reverse("comments:stop_notices", args=[signing.dumps(shown.pk, salt="comments.notices")]),
    ]


def everything_said(story: Article) -> str:
    """Each byte and header of each public address, and of a refused and a confirmed comment."""
    client = Client()
    answers = [client.get(address) for address in public_addresses(story)]
    assert {answer.status_code for answer in answers} == {200, 301, 404}
    ours = Client(headers={"Sec-Fetch-Site": "same-origin"})
    answers += [send(ours, story, email="x"), send(client, story), send(ours, story)]
    answers += [send(Client(headers={"Origin": "null"}), story)]
    assert [answer.status_code for answer in answers[-4:]] == [422, 200, 303, 403]
    return "\n".join(
        f"{answer.headers}\n{answer.cookies}\n{b''.join(answer).decode()}" for answer in answers
    )


def test_no_address_and_no_trace_of_one_is_in_any_public_byte(paper):
    said = everything_said(paper).lower()
    assert "ظاهر0" in said
    for comment in Comment.objects.exclude(email=WORDS["email"]):
        spellings = {comment.email, comment.email.lower(), comment.email.replace("+news", "")}
        traces = {comment.email.lower(), comment.email.partition("@")[2].lower()}
        for spelling in spellings:
            raw = spelling.strip().encode()
            traces |= {hashlib.new(name, raw).hexdigest() for name in ("md5", "sha1", "sha256")}
            traces.add(base64.b64encode(raw).decode().rstrip("=").lower())
        traces |= {comment.author_key, comment.text_key}
        assert not [trace for trace in traces if trace in said]


def test_what_the_desk_has_not_approved_is_nowhere(paper):
    said = everything_said(paper)
    hidden = Comment.objects.exclude(state="approved").exclude(email=WORDS["email"])
    assert hidden.count() == 24
    for comment in hidden:
        assert comment.body not in said
        assert comment.name not in said
        assert f'comment-{comment.pk}"' not in said


def test_the_desks_own_people_find_the_address_in_the_panel_alone(paper, moderator):
    client = Client()
    client.force_login(moderator)
    address = Comment.objects.first().email
    assert address in client.get(f"/admin/comments/comment/?q={address}").content.decode()
    assert address not in client.get(paper.get_absolute_url()).content.decode()


def test_names_and_words_of_either_direction_stay_in_their_place(reader, story):
    make_comment(story, state="approved", name="John", body="Well said.\n\nأحسنت")
    shown = page(reader.get(story.get_absolute_url())).one(class_="comment")
    assert shown.one("h3").one("bdi").text == "John"
    assert shown.one(class_="says")["dir"] == "auto"


# The same page for everybody


def test_the_article_is_the_same_bytes_whoever_asks(story, chief):
    make_comment(story, state="approved")
    address = story.get_absolute_url()
    stranger = Client().get(address)
    known = Client(headers={"Sec-Fetch-Site": "same-origin"})
    send(known, story, remember="on", notify="on")
    member = Client()
    member.force_login(chief)
    member.cookies["commenter"] = known.cookies["commenter"].value
    member.cookies["anything"] = "laila"
    for client in (known, member, Client(headers={"Accept-Language": "en"})):
        answer = client.get(address)
        assert answer.content == stranger.content
        assert not answer.headers.get("Set-Cookie")
        assert not answer.cookies
        assert "cookie" not in answer.headers.get("Vary", "").lower()


# Kept on the reader's own device


def test_nothing_is_kept_on_a_device_that_was_not_asked_to(reader, story):
    assert not send(reader, story).cookies
    assert not reader.get(form_of(story)).cookies


def test_a_name_is_kept_where_it_was_asked_for_and_for_the_form_alone(reader, story):
    cookie = send(reader, story, remember="on").cookies["commenter"]
    assert cookie["path"] == "/comments/"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert 0 < cookie["max-age"] <= timedelta(days=366).total_seconds()
    assert WORDS["email"] not in cookie.value
    assert "laila" not in cookie.value
    kept = page(reader.get(form_of(story))).by_id("comment-form").values
    assert (kept["name"], kept["email"]) == (WORDS["name"], WORDS["email"])
    assert "remember" in kept
    assert kept["body"] == ""


def test_the_cookie_of_a_site_with_https_goes_by_https_alone(story):
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    response = client.post(form_of(story), WORDS | {"remember": "on"}, secure=True)
    assert response.cookies["commenter"]["secure"]


def test_what_is_no_longer_wanted_is_taken_away(reader, story):
    send(reader, story, remember="on")
    # The article page's form, which cannot show what is kept, forgets nothing.
    assert "commenter" not in send(reader, story, body="كلام آخر").cookies
    cookie = send(reader, story, body="كلام ثالث", own_page="1").cookies["commenter"]
    assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", 0, "/comments/")
    values = page(reader.get(form_of(story))).by_id("comment-form").values
    assert (values["name"], values["email"]) == ("", "")


@pytest.mark.parametrize("forged", ["x", "", "eyJuYW1lIjoieCJ9:1:x", "a" * 4000])
def test_a_forged_cookie_is_no_cookie(reader, story, forged):
    reader.cookies["commenter"] = forged
    response = reader.get(form_of(story))
    assert response.status_code == 200
    assert page(response).by_id("comment-form").values["name"] == ""


def test_another_readers_waiting_words_are_not_shown_for_knowing_the_address(reader, story):
    make_comment(story, email=WORDS["email"], body="لم تُنشر بعد")
    send(reader, story, remember="on", body="كلام آخر")
    for address in (story.get_absolute_url(), form_of(story)):
        assert "لم تُنشر بعد" not in reader.get(address).content.decode()


def test_a_receipt_shows_no_address_not_even_to_its_sender(reader, story):
    receipt = reader.get(send(reader, story)["Location"])
    assert WORDS["email"] not in receipt.content.decode()
    assert WORDS["email"] not in str(receipt.headers)


def test_a_comment_under_a_story_that_is_past_its_time_is_public_nowhere(reader, story):
    make_comment(story, state="approved", body="كلمة تحت خبر انقضى")
    Article.objects.update(withdraw_at=timezone.now() - timedelta(seconds=1))
    for address in ("/", story.get_absolute_url(), form_of(story)):
        assert "انقضى" not in reader.get(address).content.decode()
